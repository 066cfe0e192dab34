"""A drawing as it is laid out for a view of one size, and what of it stays where when it changes.

No Qt: the rules are tested without a window.
"""

from __future__ import annotations

from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.scene import PlacedFootprint, Scene
from a4s_gui.drawing.screen.strip import strip_px, strip_scene
from a4s_gui.drawing.screen.viewport import Viewport
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.frozen import frozen, replace

_SAME_PX = 0.01
"""Heights of views that differ by less are the same, taken down and put up again by a strip."""
_SHOWN_WELL = 0.6
"""Part of the width or height that a drawing could fill."""


@frozen(slots=False)
class ScreenLayout:
    """A drawing in a view of one size.

    ``fitted`` shows all of it above the strip; ``scene`` is the drawing as it is laid out for that,
    at the smallest scale that is shown. At larger ones the halves keep the distance they have at
    that scale, so that zooming does not move them against each other.
    """

    spec: DrawingSpec
    """As it was asked for."""
    drawn: DrawingSpec
    """As it has room: the halves side by side or not, the dimensions left out or not."""
    fitted: Viewport
    scene: Scene
    strip: Scene | None
    """The strip below the drawing, if it has one."""

    @property
    def scale(self) -> float:
        """The n of n:1 at which the drawing fits."""
        return self.scene.scale

    @property
    def strip_px(self) -> float:
        """How high the strip below the drawing is."""
        return strip_px(self.strip, self.fitted)

    @property
    def side_by_side(self) -> bool:
        """Whether the halves of a pair stand beside each other."""
        return self.drawn.side_by_side

    def is_like(self, spec: DrawingSpec) -> bool:
        """Return whether a drawing differs in parts and width only, and shows as much of them."""
        drawn, pair = self.drawn, spec.pair
        if _shown_of(pair, spec.view) != _shown_of(drawn.pair, spec.view):
            return False
        return drawn == replace(
            spec,
            pair=drawn.pair,
            pattern=drawn.pattern,
            notes_width_mm=drawn.notes_width_mm,
            caption_mm=drawn.caption_mm,
        )

    def is_for(self, spec: DrawingSpec, viewport: Viewport) -> bool:
        """Return whether it is what was asked for in a view of that size.

        The width is in what was asked for: notes are as wide as the view.
        """
        return self.spec == spec and self.is_as_high(viewport)

    def is_as_high(self, viewport: Viewport) -> bool:
        """Return whether it was laid out in a view of that height."""
        return abs(self.fitted.height_px - viewport.height_px) < _SAME_PX

    def is_as_large(self, viewport: Viewport) -> bool:
        """Return whether it was laid out in a view of that size."""
        return self.is_as_high(viewport) and self.fitted.width_px == viewport.width_px

    def with_spec(self, spec: DrawingSpec) -> ScreenLayout:
        """Return the drawing with other layers or numbers, everything in its place."""
        kept = self.drawn
        drawn = replace(
            spec,
            side_by_side=kept.side_by_side,
            caption_mm=kept.caption_mm,
            cramped=kept.cramped,
            longest_mm=kept.longest_mm,
        )
        scene = build_scene(drawn, self.scale)
        strip = strip_scene(scene, self.fitted)
        return replace(self, spec=spec, drawn=drawn, scene=scene, strip=strip)

    def scene_at(self, scale: float) -> Scene:
        """Return the drawing for a scale on the screen, no smaller than the fitted one."""
        if scale == self.scale:
            return self.scene
        return build_scene(self.drawn, scale, self.scale)

    def strip_of(self, scene: Scene) -> Scene | None:
        """Return the strip of what :meth:`scene_at` has returned."""
        return self.strip if scene is self.scene else strip_scene(scene, self.fitted)

    def shows_well(self, seen: Viewport, scene: Scene) -> bool:
        """Return whether a view that the user moved to is worth keeping for a scene.

        It shows a part, no smaller than fitted, and is not mostly beside the drawing.
        """
        if seen.scale < self.fitted.scale:
            return False
        clear, bounds = seen.above(self.strip_px), self.scene.bounds
        area = clear.area()
        wide_mm = min(area.right_mm, scene.bounds.right_mm) - max(
            area.left_mm, scene.bounds.left_mm
        )
        high_mm = min(area.bottom_mm, scene.bounds.bottom_mm) - max(
            area.top_mm, scene.bounds.top_mm
        )
        fitted = self.fitted.px_per_mm
        filled = max(
            wide_mm * seen.px_per_mm / (bounds.width_mm * fitted),
            high_mm * seen.px_per_mm / (bounds.height_mm * fitted),
        )
        return _shows_a_part(clear, scene) and min(wide_mm, high_mm) > 0 and filled >= _SHOWN_WELL


def _shown_of(pair: Pair, view: View) -> object:
    """Return what of a pair decides how much a view shows of it: its tape, its mated height."""
    if view is View.TAPE:
        return pair.tape is None
    return pair.mated_height_mm if view is View.SECTION else None


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


def _shows_a_part(viewport: Viewport, scene: Scene) -> bool:
    """Return whether any footprint is in view; where a scene has none, any of the scene."""
    parts = [p.footprint.bounds.moved(p.x_mm, p.y_mm) for p in scene.placed]
    return any(viewport.shows(part) for part in parts or [scene.bounds])


def nearest_placed(scene: Scene, x_mm: float, y_mm: float) -> PlacedFootprint | None:
    """Return the footprint whose body is nearest to a place of a scene."""

    def distance(placed: PlacedFootprint) -> float:
        body = placed.footprint.body
        dx = max(0.0, abs(x_mm - placed.x_mm) - body.width_mm / 2)
        dy = max(0.0, abs(y_mm - placed.y_mm) - body.height_mm / 2)
        return dx * dx + dy * dy

    return min(scene.placed, key=distance, default=None)
