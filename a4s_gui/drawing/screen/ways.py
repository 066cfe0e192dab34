"""The ways to draw a specification in a view of one size, and the scale at which each fits.

No Qt: the rules are tested without a window.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.screen.screen_layout import ScreenLayout
from a4s_gui.drawing.screen.strip import strip_px, strip_scene
from a4s_gui.drawing.screen.viewport import SMALLEST_SCALE, Viewport
from a4s_gui.drawing.sheet.sheet import fitting_scale, sheet_around
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import VAST_SCALE, build_scene, parts_box
from a4s_gui.frozen import replace
from a4s_gui.geometry.shapes import Rectangle

MARGIN_MM = 4.0
"""Paper left free around a drawing in a view."""
_SMALL = {View.PAIR: 5.0, View.MATED: 9.5, View.SECTION: 5.0, View.TAPE: 1.5}
_ARRANGED = (View.PAIR, View.SECTION)
"""What has two ways of being drawn."""
_CAPTIONS = {
    (View.PAIR, False): (1, 1.5, 12.5),
    (View.PAIR, True): (2, 8.0, 30.0),
    (View.SOCKET, False): (1, 1.5, 12.5),
    (View.HEADER, False): (1, 1.5, 12.5),
    (View.MATED, False): (1, 2.0, 2.0),
    (View.SECTION, False): (2, 6.0, 16.0),
    (View.SECTION, True): (3, 11.0, 19.0),
    (View.TAPE, False): (3, 14.0, 14.0),
}
"""By view and whether the halves are side by side: captions beside one another, and the paper that
stands beside them, without dimensions and with them. A caption that is wider would leave a drawing
no scale at which it fits."""
_SMALL_PADS = 4.0
"""Below these scales, n:1, a part counts as small."""
_A_LITTLE_LESS = 0.995
"""A scale that is only supposed had better fit: then it is the one."""
_AT_MOST = {View.PAIR: 1.1}
"""No drawing fits at so many times the scale that is supposed: what is smaller even so is the
smaller way, and has no scene built. Between any two pairs, 7 % were found."""
_ALL_INSIDE = 25.0
"""At this scale, n:1, all heights of a section stand between their arrows."""
_HARDLY_MM = 2.0
"""Of the paper's width; less is free where a section cannot be larger."""
_LENGTHS_MM = 0.4
"""Steps of the length that is drawn, the pitch: so pairs agree in it."""
_ROUNDS = 3
"""So often a supposed scale is corrected: the room between the parts is not the same at each."""


def ways_of(spec: DrawingSpec, viewport: Viewport, known: Sequence[ScreenLayout] = ()) -> list[Way]:
    """Return the ways to draw a specification; of ``known`` one lets suppose each one's scale."""
    besides = (False, True) if spec.view in _ARRANGED else (spec.side_by_side,)
    return [Way(replace(spec, side_by_side=beside), viewport, known) for beside in besides]


class Way:
    """One way to draw a specification in a view, at any scale; each scene is built once."""

    def __init__(
        self, spec: DrawingSpec, viewport: Viewport, known: Sequence[ScreenLayout]
    ) -> None:
        columns, bare_mm, dimensioned_mm = _CAPTIONS[spec.view, spec.side_by_side]
        beside_mm = bare_mm if spec.cramped else dimensioned_mm
        room_mm = max(0.0, (spec.notes_width_mm - beside_mm) / columns)
        self.spec = replace(spec, caption_mm=room_mm)
        self._viewport = viewport
        self._growing_mm = parts_mm(self.spec, VAST_SCALE)
        self._scenes: dict[float, tuple[Scene, Scene | None]] = {}

        like = next((before for before in known if before.is_like(self.spec)), None)
        self.supposed = self._supposed(like) if like else 0.0
        """The scale that another drawing lets one suppose; 0 without such a one."""
        self._is_alike = like is not None and like.is_as_large(viewport)
        # Where there is little room a note more or less may halve the scale.
        is_sure = like is not None and self._is_alike and like.scale >= small_scale(spec)
        self.at_most = self.supposed * _AT_MOST.get(spec.view, inf) if is_sure else inf
        """A scale that the drawing does not reach, by what is supposed."""

    @property
    def most(self) -> float:
        """A scale that the drawing cannot reach: its parts alone would fill the view."""
        return min(
            (paper - 2 * MARGIN_MM) / part
            for paper, part in zip(self._viewport.paper_mm, self._growing_mm, strict=True)
        )

    def room(self, scale: float) -> float:
        """Return how many times drawing and strip go into the view: below 1 they are too large."""
        sizes_mm = zip(self._viewport.paper_mm, self._sheet_mm(scale), strict=True)
        return min(room_mm / sheet_mm for room_mm, sheet_mm in sizes_mm)

    def length_mm(self, scale: float) -> float:
        """Return how long a section can be drawn at a scale, in whole steps; 0 if at none."""
        sheet_mm, drawn_mm = self._sheet_mm(scale), self.spec.longest_mm
        if self.room(scale) < 1:
            return 0.0
        longer = Way(replace(self.spec, longest_mm=drawn_mm + 1.0), self._viewport, ())
        more_mm = longer._growing_mm[0] - self._growing_mm[0]
        free_mm = (self._viewport.paper_mm[0] - sheet_mm[0]) / scale / more_mm
        return drawn_mm + int(free_mm / _LENGTHS_MM) * _LENGTHS_MM

    def reach(self, near: float) -> float:
        """Return about what fits, if all but the parts keeps the size on paper that it has now."""
        return near + self._growth(self._sheet_mm(near))

    def start(self, near: float) -> float:
        """Return the scale at which to look first: what is supposed, else ``near``.

        A height stands between its arrows at a large scale and hangs out at a smaller one: a
        section may fit at two scales and at none between them. The larger is found from above,
        unless another section tells it, or the width leaves none.
        """
        if self.spec.view is not View.SECTION:
            return self.supposed or near
        if self.supposed and (
            (self._is_alike and self.spec.longest_mm < inf)  # as long: all is the same
            or self.supposed > _ALL_INSIDE
            or self._fills_width(self.supposed)
        ):
            return self.supposed
        return max(self.most, SMALLEST_SCALE)

    def laid_out(self, near: float) -> ScreenLayout:
        """Return the drawing as large as it fits above its strip; ``near`` is where to look."""
        scale = fitting_scale(
            self._with_strip,
            *self._viewport.paper_mm,
            MARGIN_MM,
            near=self.start(near),
            smallest=SMALLEST_SCALE,
            growing=self._growing_mm,
        )
        return self.at(scale)

    def fits_at_least(self, least: float) -> bool:
        """Return whether the drawing fits at a scale, or at a larger one."""
        if self.spec.view is not View.SECTION:
            # What has too little room at one scale has so at all larger ones.
            return min(self.most, self.at_most) >= least and self.room(least) >= 1
        scale = self.most
        while scale > least and self.room(scale) < 1:
            scale = min(self.reach(scale), scale) * _A_LITTLE_LESS
        return scale >= least

    def at(self, scale: float) -> ScreenLayout:
        """Return the drawing at a scale at which it fits above its strip."""
        spec, viewport = self.spec, self._viewport
        scene, strip = self._scene(scale)
        high_px = strip_px(strip, viewport)
        clear = viewport.above(high_px).at_scale(scale)
        fitted = clear.centred(scene.bounds.x_mm, scene.bounds.y_mm).with_strip(high_px)
        return ScreenLayout(spec, spec, fitted, scene, strip)

    def _supposed(self, before: ScreenLayout) -> float:
        """Return the scale at which text and dimensions take as much paper as in another drawing.

        So it nearly is in all drawings of one view.
        """
        if before.drawn == self.spec and before.is_as_large(self._viewport):
            return before.scale
        drawn = before.scene.picture or before.scene.bounds
        strip_mm = before.strip_px / before.fitted.paper_px_per_mm
        papers_mm = (drawn.width_mm * before.scale, drawn.height_mm * before.scale + strip_mm)
        then_mm = parts_mm(before.drawn, before.scale)
        beside_mm = [
            paper_mm - part_mm * before.scale + 2 * MARGIN_MM
            for paper_mm, part_mm in zip(papers_mm, then_mm, strict=True)
        ]
        scale = before.scale
        for _ in range(_ROUNDS):
            now_mm = parts_mm(self.spec, scale)
            sheet_mm = [
                beside + part_mm * scale for beside, part_mm in zip(beside_mm, now_mm, strict=True)
            ]
            scale = max(scale + self._growth(sheet_mm), SMALLEST_SCALE)
        return scale * _A_LITTLE_LESS

    def _fills_width(self, scale: float) -> bool:
        """Return whether the picture leaves hardly any of the width at a scale."""
        scene, _ = self._scene(scale)
        picture = scene.picture or scene.bounds
        free_mm = self._viewport.paper_mm[0] - 2 * MARGIN_MM - picture.width_mm * scale
        return free_mm < _HARDLY_MM

    def _growth(self, sheet_mm: Sequence[float]) -> float:
        """Return by how much the scale may grow, if all but the parts keeps its size on paper.

        ``sheet_mm`` are width and height of the paper that the drawing takes now, with margins.
        """
        return min(
            (room_mm - taken_mm) / growing_mm
            for room_mm, taken_mm, growing_mm in zip(
                self._viewport.paper_mm, sheet_mm, self._growing_mm, strict=True
            )
        )

    def _sheet_mm(self, scale: float) -> tuple[float, float]:
        """Return width and height of the paper that drawing and strip take, with margins."""
        sheet = sheet_around(self._with_strip(scale), MARGIN_MM)
        return sheet.width_mm, sheet.height_mm

    def _with_strip(self, scale: float) -> Scene:
        """Return the scene with bounds that hold the strip below it too."""
        scene, strip = self._scene(scale)
        strip_mm = strip.bounds.height_mm if strip else 0.0
        edges = scene.bounds
        bounds = Rectangle.from_edges(
            edges.left_mm, edges.top_mm, edges.right_mm, edges.bottom_mm + strip_mm
        )
        return replace(scene, bounds=bounds)

    def _scene(self, scale: float) -> tuple[Scene, Scene | None]:
        """Return the scene at a scale, and its strip."""
        if scale not in self._scenes:
            scene = build_scene(self.spec, scale)
            self._scenes[scale] = scene, strip_scene(scene, self._viewport)
        return self._scenes[scale]


def small_scale(spec: DrawingSpec) -> float:
    """Return the scale, n:1, below which a part counts as small in a view."""
    return _SMALL.get(spec.view, _SMALL_PADS)


def parts_mm(spec: DrawingSpec, scale: float) -> tuple[float, float]:
    """Return width and height of the box around the parts, as they stand at a scale."""
    box = parts_box(spec, scale)
    return box.width_mm, box.height_mm
