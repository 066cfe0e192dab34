"""A drawing laid out for a view of one size: what it shows there, and at which scale it fits.

No Qt: the rules are tested without a window.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from a4s_gui.drawing.items.notes import scale_label
from a4s_gui.drawing.scene import PlacedFootprint, Scene, Text
from a4s_gui.drawing.screen.viewport import Viewport
from a4s_gui.drawing.sheet.sheet import MARGIN_MM, fitting_scale, sheet_around
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.shapes import Rectangle

_LEAST_SCALE, _LEAST_SCALE_OF_TAPE = 6.0, 1.0
"""A view too small for the drawing at this scale shows the whole sheet smaller instead: laid out
for a smaller scale, lettering would take all the room and the part none."""
_WORTH_WHILE = 1.03
"""The halves change places for a gain that is seen, not for a hair."""


@dataclass(frozen=True)
class ScreenLayout:
    """A drawing in a view of one size.

    ``fitted`` shows all of it; ``scene`` is the drawing as it is laid out for that. At other scales
    the halves keep the distance they have at ``scale``, so that zooming does not move them against
    each other.
    """

    spec: DrawingSpec
    fitted: Viewport
    scale: float
    scene: Scene
    borrowed: bool = False
    """Whether scale and fitted view were found for other layers of the same drawing."""
    side_by_side: bool = False
    """Whether the halves of a pair stand beside each other; ``spec`` is as it was asked for."""

    def with_spec(self, spec: DrawingSpec) -> ScreenLayout:
        """Return the drawing with other layers, everything in its place."""
        scene = build_scene(replace(spec, side_by_side=self.side_by_side), self.scale)
        return replace(self, spec=spec, scene=scene, borrowed=True)

    def scene_at(self, scale: float) -> Scene:
        """Return the drawing for a scale on the screen; below the fitted one lettering shrinks."""
        if scale > self.scale:
            drawn = replace(self.spec, side_by_side=self.side_by_side)
            return build_scene(drawn, scale, self.scale)
        return self.scene if scale == self.scale else _shrunk(self.scene, scale)


def screen_spec(spec: DrawingSpec, viewport: Viewport) -> DrawingSpec:
    """Return a drawing with the notes of a window: brief, and as wide as the view has room."""
    room_mm = max(viewport.paper_mm[0] - 2 * MARGIN_MM, 1.0)
    return replace(spec, brief_notes=True, notes_width_mm=room_mm)


def lay_out(spec: DrawingSpec, viewport: Viewport, near: float) -> ScreenLayout:
    """Lay a drawing out for a view's size; the halves stand side by side where that is larger.

    ``near`` is a scale to try first, for instance that of the drawing before.
    """
    if spec.view is not View.PAIR:
        return _Way(spec, viewport).laid_out(near)
    ways = [_Way(replace(spec, side_by_side=beside), viewport) for beside in (False, True)]
    first, second = sorted(ways, key=lambda way: way.room(near), reverse=True)
    found = first.laid_out(near)
    beside = found.side_by_side
    enough = found.fitted.scale * (1 / _WORTH_WHILE if beside else _WORTH_WHILE)
    # What has too little room at one scale has so at all larger ones, and grows no faster than it.
    too_large = second.room(near) < min(1.0, enough / near) or second.room(enough) < 1
    if too_large and first.room(found.scale) >= 1:
        return found
    other = second.laid_out(enough)
    return other if other.fitted.scale >= enough else found


class _Way:
    """One way to draw a specification in a view, at any scale; each scene is built once."""

    def __init__(self, spec: DrawingSpec, viewport: Viewport) -> None:
        self._spec = spec
        self._viewport = viewport
        self._scenes: dict[float, Scene] = {}

    def room(self, scale: float) -> float:
        """Return how many times the drawing goes into the view: below 1 it is too large."""
        sheet = sheet_around(self._scene(scale))
        width_mm, height_mm = self._viewport.paper_mm
        return min(width_mm / sheet.width_mm, height_mm / sheet.height_mm)

    def laid_out(self, near: float) -> ScreenLayout:
        """Return the drawing as large as it fits."""
        spec = self._spec
        least = _LEAST_SCALE_OF_TAPE if spec.view is View.TAPE else _LEAST_SCALE
        scale = fitting_scale(self._scene, *self._viewport.paper_mm, near=near, smallest=least)
        scene = self._scene(scale)
        fitted = self._viewport.at_scale(scale * min(1.0, self.room(scale)))
        fitted = fitted.centred(scene.bounds.x_mm, scene.bounds.y_mm)
        asked = replace(spec, side_by_side=False)
        return ScreenLayout(asked, fitted, scale, scene, side_by_side=spec.side_by_side)

    def _scene(self, scale: float) -> Scene:
        if scale not in self._scenes:
            self._scenes[scale] = build_scene(self._spec, scale)
        return self._scenes[scale]


def _shrunk(scene: Scene, scale: float) -> Scene:
    """Return a scene whose sheet is shown smaller, with the scale that this makes in its notes."""
    items = tuple(
        replace(item, text=scale_label(scale))
        if isinstance(item, Text) and item.states_scale
        else item
        for item in scene.items
    )
    return replace(scene, items=items)


def following(seen: Viewport, before: Scene, after: Scene) -> Viewport:
    """Return a view that stands to a half of a new scene as it stood to that of the old one."""
    left = nearest_placed(before, seen.centre_x_mm, seen.centre_y_mm)
    if left is None:
        return seen
    for placed in after.placed:
        if placed.footprint.half is left.footprint.half:
            return seen.centred(
                seen.centre_x_mm + placed.x_mm - left.x_mm,
                seen.centre_y_mm + placed.y_mm - left.y_mm,
            )
    return seen


def shows_a_part(viewport: Viewport, scene: Scene) -> bool:
    """Return whether any footprint is in view; where a scene has none, any of the scene."""
    parts = [placed_bounds(placed) for placed in scene.placed]
    return any(viewport.shows(part) for part in parts or [scene.bounds])


def placed_bounds(placed: PlacedFootprint) -> Rectangle:
    """Return the box around body and pads at their place in the scene."""
    return placed.footprint.bounds.moved(placed.x_mm, placed.y_mm)


def nearest_placed(scene: Scene, x_mm: float, y_mm: float) -> PlacedFootprint | None:
    """Return the footprint whose body is nearest to a place of a scene."""

    def distance(placed: PlacedFootprint) -> float:
        body = placed.footprint.body
        dx = max(0.0, abs(x_mm - placed.x_mm) - body.width_mm / 2)
        dy = max(0.0, abs(y_mm - placed.y_mm) - body.height_mm / 2)
        return dx * dx + dy * dy

    return min(scene.placed, key=distance, default=None)
