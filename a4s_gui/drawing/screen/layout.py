"""A drawing laid out for a view of one size: what it shows there, and at which scale it fits.

No Qt: the rules are tested without a window.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import inf

from a4s_gui.drawing.scene import PlacedFootprint, Scene
from a4s_gui.drawing.screen.strip import strip_px
from a4s_gui.drawing.screen.viewport import SMALLEST_SCALE, Viewport
from a4s_gui.drawing.sheet.sheet import fitting_scale, sheet_around
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.standards import ON_PAPER
from a4s_gui.drawing.views.build import VAST_SCALE, build_scene, parts_box
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.shapes import Rectangle

MARGIN_MM = 4.0
"""Paper left free around a drawing in a view."""
_WORTH_WHILE = 1.03
"""The halves change places for a gain that is seen, not for a hair."""
_WORTH_A_MOVE = 1.25
"""Layers that go move a fitted drawing for a gain like this only."""
_WORTH_THE_DIMENSIONS = 1.5
"""A small part that is so many times larger without its dimensions has none: they took all the
room."""
_WORDY_MM = 130.0
"""In a view that is lower, the words behind a height would set how large parts are: they stand
upright beside less than a millimetre."""
_SMALL = {View.PAIR: 5.0, View.MATED: 9.0, View.SECTION: 3.0, View.TAPE: 1.5}
_ARRANGED = (View.PAIR, View.SECTION)
"""What has two ways of being drawn."""
_COLUMNS = {
    (View.PAIR, True): 2,
    (View.SECTION, False): 2,
    (View.SECTION, True): 3,
    (View.TAPE, False): 3,
}
"""Captions beside one another, one where none is said, by whether the halves are side by side."""
_SMALL_PADS = 4.0
"""Below these scales, n:1, a part counts as small."""
_A_LITTLE_LESS = 0.995
"""A scale that is only supposed had better fit: then it is the one."""
_AT_MOST = {View.PAIR: 1.1, View.SECTION: 1.25}
"""No drawing fits at so many times the scale that is supposed: what is smaller even so is the
smaller way, and has no scene built. Between any two pairs, 7 % and 20 % were found."""
_ROUNDS = 3
"""So often a supposed scale is corrected: the room between the parts is not the same at each."""
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
    strip_px: float
    """How high the strip below the drawing is."""

    @property
    def scale(self) -> float:
        """The n of n:1 at which the drawing fits."""
        return self.scene.scale

    @property
    def side_by_side(self) -> bool:
        """Whether the halves of a pair stand beside each other."""
        return self.drawn.side_by_side

    def is_like(self, spec: DrawingSpec) -> bool:
        """Return whether a drawing differs in its parts only, and shows as much of them."""
        drawn, pair = self.drawn, spec.pair
        as_much = spec.view is not View.TAPE or (pair.tape is None) == (drawn.pair.tape is None)
        return as_much and drawn == replace(spec, pair=drawn.pair, pattern=drawn.pattern)

    def with_spec(self, spec: DrawingSpec) -> ScreenLayout:
        """Return the drawing with other layers or numbers, everything in its place."""
        kept = self.drawn
        drawn = replace(
            spec,
            side_by_side=kept.side_by_side,
            caption_mm=kept.caption_mm,
            cramped=kept.cramped,
        )
        scene = build_scene(drawn, self.scale)
        strip = strip_px(scene, self.fitted)
        return replace(self, spec=spec, drawn=drawn, scene=scene, strip_px=strip)

    def scene_at(self, scale: float) -> Scene:
        """Return the drawing for a scale on the screen, no smaller than the fitted one."""
        if scale == self.scale:
            return self.scene
        return build_scene(self.drawn, scale, self.scale)

    def still_fits(self, viewport: Viewport, scene: Scene) -> bool:
        """Return whether a view shows all of a changed scene, hardly smaller than it could be."""
        clear = viewport.above(self.strip_px)
        return clear.shows_all(scene.bounds) and not self._could_be_larger(viewport, scene)

    def _could_be_larger(self, viewport: Viewport, scene: Scene) -> bool:
        """Return whether a changed scene fits at a scale so large that it is worth a move."""
        drawn = scene.picture or scene.bounds
        grown = self.scale * (_WORTH_A_MOVE - 1)
        parts_mm = _parts_mm(self.drawn, VAST_SCALE)
        sizes_mm = (drawn.width_mm * self.scale, drawn.height_mm * self.scale)
        rooms_mm = viewport.above(self.strip_px).paper_mm
        if any(
            size_mm + part_mm * grown > room_mm
            for size_mm, part_mm, room_mm in zip(sizes_mm, parts_mm, rooms_mm, strict=True)
        ):
            return False  # what most layers need not have a scene built for
        return _Way(self.drawn, viewport, ()).room(self.scale * _WORTH_A_MOVE) >= 1

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


def screen_spec(spec: DrawingSpec, viewport: Viewport) -> DrawingSpec:
    """Return a drawing with the notes of a window, nothing wider than it, all large enough."""
    room_mm = max(viewport.paper_mm[0] - 2 * MARGIN_MM, 1.0)
    sizes = ON_PAPER.at_least(viewport.least_lettering_mm)
    return replace(
        spec,
        brief_notes=True,
        notes_width_mm=room_mm,
        sizes=sizes,
        short_remarks=viewport.paper_mm[1] < _WORDY_MM,
    )


def lay_out(
    spec: DrawingSpec, viewport: Viewport, near: float, known: Sequence[ScreenLayout] = ()
) -> ScreenLayout:
    """Lay a drawing out for a view's size; the halves stand side by side where that is larger.

    ``near`` is a scale to try first. One of the drawings ``known`` for a view of this size, the
    likeliest first, lets one suppose a better one.
    """
    px_per_mm = viewport.paper_px_per_mm
    size = Viewport(viewport.width_px, viewport.height_px, px_per_mm, px_per_mm)
    return _lay_out(spec, size, near, known) if known else _lay_out_cold(spec, size, near)


@lru_cache(maxsize=1)
def _lay_out_cold(spec: DrawingSpec, viewport: Viewport, near: float) -> ScreenLayout:
    """Lay a drawing out with none known; the view takes over what the first paint has shown."""
    return _lay_out(spec, viewport, near, ())


def _lay_out(
    spec: DrawingSpec, viewport: Viewport, near: float, known: Sequence[ScreenLayout]
) -> ScreenLayout:
    layout = _larger_way(spec, viewport, near, known)
    if layout.scale < _small(spec):
        enough = layout.scale * _WORTH_THE_DIMENSIONS
        bare = replace(spec, cramped=True)
        smallest = layout.scale == SMALLEST_SCALE
        if smallest or max(way.most for way in _ways(bare, viewport)) >= enough:
            larger = _larger_way(bare, viewport, enough, known)
            layout = larger if smallest or larger.scale >= enough else layout
    return replace(layout, spec=spec)


def _larger_way(
    spec: DrawingSpec, viewport: Viewport, near: float, known: Sequence[ScreenLayout]
) -> ScreenLayout:
    """Return the larger of both ways to draw a view, where there are two."""
    ways = sorted(_ways(spec, viewport, known), key=lambda way: way.most, reverse=True)
    if all(way.supposed for way in ways):
        ways.sort(key=lambda way: way.supposed, reverse=True)
    elif not any(way.supposed for way in ways) and len(ways) > 1 and ways[0].room(near) < 1:
        ways.sort(key=lambda way: way.reach(near), reverse=True)
    first, *others = ways
    found = first.laid_out(near)
    enough = found.scale * (1 / _WORTH_WHILE if found.side_by_side else _WORTH_WHILE)
    for second in others:
        # What has too little room at one scale has so at all larger ones.
        too_large = min(second.most, second.at_most) < enough or second.room(enough) < 1
        if not too_large or first.room(found.scale) < 1:
            other = second.laid_out(enough)
            found = other if other.scale >= enough else found
    return found


def _ways(spec: DrawingSpec, viewport: Viewport, known: Sequence[ScreenLayout] = ()) -> list[_Way]:
    besides = (False, True) if spec.view in _ARRANGED else (spec.side_by_side,)
    return [_Way(replace(spec, side_by_side=beside), viewport, known) for beside in besides]


class _Way:
    """One way to draw a specification in a view, at any scale; each scene is built once."""

    def __init__(
        self, spec: DrawingSpec, viewport: Viewport, known: Sequence[ScreenLayout]
    ) -> None:
        columns = _COLUMNS.get((spec.view, spec.side_by_side), 1)
        room_mm = spec.notes_width_mm / columns
        self.spec = replace(spec, caption_mm=room_mm)
        self._viewport = viewport
        self._growing_mm = _parts_mm(self.spec, VAST_SCALE)
        self._scenes: dict[float, tuple[Scene, float]] = {}

        like = next((before for before in known if before.is_like(self.spec)), None)
        self.supposed = self._supposed(like) if like else 0.0
        """The scale that another drawing lets one suppose; 0 without such a one."""
        # Where there is little room a note more or less may halve the scale.
        is_sure = like is not None and like.scale >= _small(spec)
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

    def reach(self, near: float) -> float:
        """Return about what fits, if all but the parts keeps the size on paper that it has now."""
        return near + self._growth(self._sheet_mm(near))

    def laid_out(self, near: float) -> ScreenLayout:
        """Return the drawing as large as it fits above its strip; ``near`` is where to look."""
        spec, viewport = self.spec, self._viewport
        scale = fitting_scale(
            self._with_strip,
            *viewport.paper_mm,
            MARGIN_MM,
            near=self.supposed or near,
            smallest=SMALLEST_SCALE,
            growing=self._growing_mm,
        )
        scene, strip = self._scene(scale)
        clear = viewport.above(strip).at_scale(scale)
        fitted = clear.centred(scene.bounds.x_mm, scene.bounds.y_mm).with_strip(strip)
        return ScreenLayout(spec, spec, fitted, scene, strip)

    def _supposed(self, before: ScreenLayout) -> float:
        """Return the scale at which text and dimensions take as much paper as in another drawing.

        So it nearly is in all drawings of one view.
        """
        if before.drawn == self.spec:
            return before.scale
        drawn = before.scene.picture or before.scene.bounds
        strip_mm = before.strip_px / before.fitted.paper_px_per_mm
        papers_mm = (drawn.width_mm * before.scale, drawn.height_mm * before.scale + strip_mm)
        parts_mm = _parts_mm(before.drawn, before.scale)
        beside_mm = [
            paper_mm - part_mm * before.scale + 2 * MARGIN_MM
            for paper_mm, part_mm in zip(papers_mm, parts_mm, strict=True)
        ]
        scale = before.scale
        for _ in range(_ROUNDS):
            parts_mm = _parts_mm(self.spec, scale)
            sheet_mm = [
                beside + part_mm * scale
                for beside, part_mm in zip(beside_mm, parts_mm, strict=True)
            ]
            scale = max(scale + self._growth(sheet_mm), SMALLEST_SCALE)
        return scale * _A_LITTLE_LESS

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
        strip_mm = strip / self._viewport.paper_px_per_mm / scale
        edges = scene.bounds
        bounds = Rectangle.from_edges(
            edges.left_mm, edges.top_mm, edges.right_mm, edges.bottom_mm + strip_mm
        )
        return replace(scene, bounds=bounds)

    def _scene(self, scale: float) -> tuple[Scene, float]:
        """Return the scene at a scale, and how high its strip is, in pixels."""
        if scale not in self._scenes:
            scene = build_scene(self.spec, scale)
            self._scenes[scale] = scene, strip_px(scene, self._viewport)
        return self._scenes[scale]


def _small(spec: DrawingSpec) -> float:
    return _SMALL.get(spec.view, _SMALL_PADS)


def _parts_mm(spec: DrawingSpec, scale: float) -> tuple[float, float]:
    box = parts_box(spec, scale)
    return box.width_mm, box.height_mm


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
