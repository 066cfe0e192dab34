"""A drawing laid out for a view of one size: what it shows there, and at which scale it fits.

No Qt: the rules are tested without a window.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import inf

from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.screen.screen_layout import ScreenLayout
from a4s_gui.drawing.screen.viewport import SMALLEST_SCALE, ZOOM_STEP, Viewport
from a4s_gui.drawing.screen.ways import MARGIN_MM, Way, parts_mm, small_scale, ways_of
from a4s_gui.drawing.spec import MOST_NET_LETTERS, DrawingSpec, View
from a4s_gui.drawing.standards import ON_PAPER
from a4s_gui.drawing.views.build import VAST_SCALE
from a4s_gui.frozen import replace

_WORTH_WHILE = 1.03
"""The halves change places for a gain that is seen, not for a hair."""
_WORDY_MM = 130.0
"""In a view that is lower, the words behind a height would set how large parts are: they stand
upright beside less than a millimetre."""
_LEGIBLE = 12.0
"""At this scale, n:1, heights of less than a millimetre are seen, and dimensions have room: long
parts are drawn shortened in a section as far as that takes, and no further."""
_WORTH_THE_DIMENSIONS = 1.5
"""A small drawing that is so many times larger without its dimensions has none."""
_LARGEST_BARE = 2.0
"""A drawing that has given up its dimensions is so many times larger at most than one that is small
with them."""
_SHORTEST_MM = 4.5
"""The part of ten pins, which is never drawn shortened: both ends with their slots are seen."""
_NETS = 0.15
"""Of a view's height the names of nets take at most so much above the mated pair, and below."""
_FEWEST_LETTERS = 9
"""Of the names of nets: four of each of two, else none at all."""


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
        net_letters=_net_letters(viewport, sizes.number_mm) if spec.nets else spec.net_letters,
    )


def _net_letters(viewport: Viewport, number_mm: float) -> int:
    letters = int(viewport.paper_mm[1] * _NETS / text_width_mm("0", number_mm))
    return min(letters, MOST_NET_LETTERS) if letters >= _FEWEST_LETTERS else 0


def lay_out(
    spec: DrawingSpec, viewport: Viewport, near: float, known: Sequence[ScreenLayout] = ()
) -> ScreenLayout:
    """Lay a drawing out for a view's size; the halves stand side by side where that is larger.

    ``near`` is a scale to try first. One of the drawings ``known``, the likeliest first, lets one
    suppose a better one, best where it was laid out for a view of this size.
    """
    px_per_mm = viewport.paper_px_per_mm
    size = Viewport(viewport.width_px, viewport.height_px, px_per_mm, px_per_mm)
    return _lay_out(spec, size, near, known) if known else _lay_out_cold(spec, size, near)


@lru_cache(maxsize=1)
def _lay_out_cold(spec: DrawingSpec, viewport: Viewport, near: float) -> ScreenLayout:
    """Lay a drawing out with none known: the first, which may be painted more than once."""
    return _lay_out(spec, viewport, near, ())


def _lay_out(
    spec: DrawingSpec, viewport: Viewport, near: float, known: Sequence[ScreenLayout]
) -> ScreenLayout:
    layout = _shortened_alike(spec, viewport, known)
    layout = layout or _larger_way(spec, viewport, near, known)
    if spec.view is View.SECTION and layout.scale < _LEGIBLE:
        layout = _shortened(layout, viewport, known)
    if layout.scale < small_scale(spec):
        bare = replace(spec, cramped=True, longest_mm=layout.drawn.longest_mm)
        layout = _larger_bare(layout, bare, viewport, known)
    return replace(layout, spec=spec)


def _larger_bare(
    layout: ScreenLayout, bare: DrawingSpec, viewport: Viewport, known: Sequence[ScreenLayout]
) -> ScreenLayout:
    """Return a small drawing without its dimensions, where these take so much of the room.

    It is drawn no more than twice as large as where it has dimensions again: at that scale all its
    numbers have room, and a view that becomes a little larger does not throw the drawing far back.
    """
    enough, most = layout.scale * _WORTH_THE_DIMENSIONS, small_scale(bare) * _LARGEST_BARE
    ways = ways_of(bare, viewport)
    roomy = next((way for way in ways if way.most >= most and way.room(most) >= 1), None)
    if roomy is not None:
        return roomy.at(most)
    smallest = layout.scale == SMALLEST_SCALE
    if not smallest and max(way.most for way in ways) < enough:
        return layout
    larger = _larger_way(bare, viewport, enough, known)
    return larger if smallest or larger.scale >= enough else layout


def _shortened_alike(
    spec: DrawingSpec, viewport: Viewport, known: Sequence[ScreenLayout]
) -> ScreenLayout | None:
    """Return a section shortened as another one is, where the whole parts would be smaller.

    Room and texts are the same for all pairs, so that this is what would be found in a view of one
    size. In another one more of the part, or the other way, may be larger.
    """
    for before in known:
        drawn = before.drawn
        if not before.is_as_large(viewport):
            continue
        if drawn.view is not spec.view or drawn.longest_mm >= spec.pair.socket.body_length_mm:
            continue
        alike = replace(spec, longest_mm=drawn.longest_mm, side_by_side=drawn.side_by_side)
        way = Way(alike, viewport, known)
        if before.is_like(way.spec):
            found = way.laid_out(before.scale)
            least = min(found.scale / _WORTH_WHILE, _LEGIBLE)
            if not any(whole.fits_at_least(least) for whole in ways_of(spec, viewport)):
                return found
    return None


def _shortened(
    whole: ScreenLayout, viewport: Viewport, known: Sequence[ScreenLayout]
) -> ScreenLayout:
    """Return a section as long as it can be drawn at a legible scale, else as large as it can be.

    That of the whole parts is returned where shortening them gains nothing.
    """
    if whole.drawn.longest_mm < inf or whole.spec.pair.socket.body_length_mm <= _SHORTEST_MM:
        return whole
    shortest = replace(whole.spec, longest_mm=_SHORTEST_MM)
    lengths = [(way.length_mm(_LEGIBLE), way) for way in ways_of(shortest, viewport)]
    longest_mm, way = max(lengths, key=lambda length: length[0])
    if longest_mm >= _SHORTEST_MM:
        drawn = replace(way.spec, longest_mm=longest_mm)
        return Way(drawn, viewport, known).laid_out(_LEGIBLE)
    short = _larger_way(shortest, viewport, whole.scale, known)
    return short if short.scale >= whole.scale * _WORTH_WHILE else whole


def _larger_way(
    spec: DrawingSpec, viewport: Viewport, near: float, known: Sequence[ScreenLayout]
) -> ScreenLayout:
    """Return the larger of both ways to draw a view, where there are two."""
    ways = sorted(ways_of(spec, viewport, known), key=lambda way: way.most, reverse=True)
    if any(way.supposed for way in ways):
        ways.sort(key=lambda way: way.supposed, reverse=True)
    elif len(ways) > 1 and ways[0].room(ways[0].start(near)) < 1:
        ways.sort(key=lambda way: way.reach(way.start(near)), reverse=True)
    first, *others = ways
    found = first.laid_out(near)
    enough = found.scale * (1 / _WORTH_WHILE if found.side_by_side else _WORTH_WHILE)
    for second in others:
        if second.fits_at_least(enough) or first.room(found.scale) < 1:
            other = second.laid_out(enough)
            found = other if other.scale >= enough else found
    return found


def still_fits(layout: ScreenLayout, viewport: Viewport, scene: Scene) -> bool:
    """Return whether a view shows all of a changed scene, hardly smaller than it could be."""
    clear = viewport.above(layout.strip_px)
    return clear.shows_all(scene.bounds) and not _could_be_larger(layout, viewport, scene)


def _could_be_larger(layout: ScreenLayout, viewport: Viewport, scene: Scene) -> bool:
    """Return whether a changed scene fits a step of the zoom larger: that is worth a move."""
    drawn = scene.picture or scene.bounds
    grown = layout.scale * (ZOOM_STEP - 1)
    growing_mm = parts_mm(layout.drawn, VAST_SCALE)
    sizes_mm = (drawn.width_mm * layout.scale, drawn.height_mm * layout.scale)
    rooms_mm = viewport.above(layout.strip_px).paper_mm
    if any(
        size_mm + part_mm * grown > room_mm
        for size_mm, part_mm, room_mm in zip(sizes_mm, growing_mm, rooms_mm, strict=True)
    ):
        return False  # what most layers need not have a scene built for
    return Way(layout.drawn, viewport, ()).room(layout.scale * ZOOM_STEP) >= 1
