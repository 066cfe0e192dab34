"""The comparison: the outlines of up to four pairs on top of each other, at one scale.

Moulds of one width share their long edges. Each pair therefore has a colour and a line of its own,
chosen so that under the lines drawn on top of it some of every line still shows. Leads at one place
are alike: there the last one may hide the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from operator import attrgetter

from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.numbers import format_height
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.dimensioning import Dimensioner
from a4s_gui.drawing.items.notes import paragraphs, scale_bar
from a4s_gui.drawing.items.part_items import body_items
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import (
    Align,
    DimensionSpec,
    Layer,
    Line,
    PlacedFootprint,
    Polygon,
    Primitive,
    RectangleItem,
    Scene,
    Text,
)
from a4s_gui.drawing.standards import (
    CENTRE_LINE_MM,
    ON_PAPER,
    OUTLINE_PEN_MM,
    THIN_PEN_MM,
    TextHeights,
    row_mm,
)
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.body_figures import body_figures
from a4s_gui.geometry.footprint import Footprint, footprint
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.measured_figures import derived_height
from a4s_gui.geometry.numbering import Numbering
from a4s_gui.geometry.section import Cut, mated_profiles
from a4s_gui.geometry.shapes import Rectangle, bounding_box, round_mm

COMPARED = (
    (ColorRole.COMPARED_1, LineStyle.SOLID),
    (ColorRole.COMPARED_2, LineStyle.LONG),
    (ColorRole.COMPARED_3, LineStyle.DASHED),
    (ColorRole.COMPARED_4, LineStyle.DOTTED),
)
"""Colour and line of each pair, in the order of the columns; later ones lie on top."""

_GAP_MM = 2.5
"""Between sockets and headers, in mm of paper."""
_LEADS_FROM = 3.5
"""At smaller scales, n:1, leads run into one another and hide whose the moulds' edges are."""
_PAD_OPACITY = 0.55
_SAMPLE_MM = {True: 10.5, False: 7.5}
"""A line in the full and in the brief key: two or more strokes of each."""
_KEY_LEADING_MM = 1.6
_KEY_GAP_MM = 4.0
_BRIEF_NOTE = "Pads: not of the manufacturer's drawing."
_SCALE_ROOM_MM = 2.0
"""Room beside the scale for a longer one."""


class Key(StrEnum):
    """What stands beneath the picture."""

    FULL = "full"
    """Scale bar, both part numbers of each pair, and where the pads come from."""
    BRIEF = "brief"
    """The same in fewer words, for a low window: one number of each pair."""
    NONE = "none"
    """Nothing, where there is no room for it."""


@frozen(slots=False)
class CompareSpec:
    """What a comparison's picture shows: everything it depends on but its scale.

    ``width_mm`` is the paper that the key may take in width, where the picture is narrower.
    """

    pairs: tuple[Pair, ...]
    pattern: LandPattern
    with_pads: bool = False
    width_mm: float = 150.0
    key: Key = Key.FULL
    sizes: TextHeights = ON_PAPER
    """How high its texts are."""


def compare_scene(spec: CompareSpec, scale: float) -> Scene:
    """Return the sockets on one centre, and beneath them the headers on one centre.

    Where the pairs differ in mated height, both halves stand beneath them cut across a contact,
    mated, the sockets' board at one level: nothing else shows that difference. Each half is seen
    from above its own board. The origin is the sockets' centre. The longest body of each half is
    dimensioned, with less than a full key that of the sockets alone. Pads that several pairs have
    at one place are shared between them in bands.
    """
    return compare_scenes(spec)(scale)


def compare_scenes(spec: CompareSpec) -> Callable[[float], Scene]:
    """Return what makes the scene for a scale; the pads are laid out once for all scales."""
    halves = {
        half: [footprint(pair.connector(half), spec.pattern, Numbering()) for pair in spec.pairs]
        for half in Half
    }
    pads = {half: list(_pads(halves[half])) if spec.with_pads else [] for half in Half}

    def build(scale: float) -> Scene:
        unit = 1 / scale
        sockets, headers = (_around(found, spec) for found in halves.values())
        centre_mm = sockets.bottom_mm + _GAP_MM * unit - headers.top_mm
        items: list[Primitive] = []
        dimensioner = Dimensioner(scale, text_mm=spec.sizes.text_mm)
        note_mm = spec.sizes.note_mm
        for half, around, y_mm, side in (
            (Half.SOCKET, sockets, 0.0, -1),
            (Half.HEADER, headers.moved(0.0, centre_mm), centre_mm, 1),
        ):
            items += _bodies(halves[half], y_mm, scale)
            items += _centre(around, y_mm, unit)
            items.append(_row_name(half.capitalize(), around, y_mm, scale, note_mm))
            if half is Half.SOCKET or spec.key is Key.FULL:
                dimensioner.add(_longest(halves[half], around, side, unit))
        items += _heights(spec, headers.bottom_mm + centre_mm, dimensioner, scale)
        items += dimensioner.placed
        # The centre lines reach beyond every pad: these need not be looked at.
        picture = items_bounds(items, scale)
        items += _beneath(spec, picture, scale)
        bounds = items_bounds(items, scale)
        items += pads[Half.SOCKET]
        items += (replace(box, rect=box.rect.moved(0.0, centre_mm)) for box in pads[Half.HEADER])
        title = f"Comparison of {', '.join(pair.id for pair in spec.pairs)}"
        return Scene(scale, tuple(items), bounds, title=title, picture=picture)

    return build


def names_of(pairs: Sequence[Pair], key: Key = Key.FULL) -> tuple[str, ...]:
    """Return what a key calls each pair: with both numbers, or the one that tells it apart."""
    if key is Key.FULL:
        return tuple(_full_name(pair) for pair in pairs)
    sockets = [pair.socket.part_number for pair in pairs]
    headers = [pair.header.part_number for pair in pairs]
    return tuple(headers if len(set(headers)) > len(set(sockets)) else sockets)


def _full_name(pair: Pair) -> str:
    height = "" if pair.mated_height_mm is None else f", {format_height(pair.mated_height_mm)}"
    return f"{pair.numbers}, {pair.pins} pins{height}"


def notes_of(spec: CompareSpec) -> list[str]:
    """Return where outlines and, where they are shown, pads come from, a paragraph each."""
    outlines = {
        pair.sources[f"{half}_dimensions"].document: None for pair in spec.pairs for half in Half
    }
    widths = {pair.sources["body"].document: None for pair in spec.pairs}
    models = "; ".join(body_figures().source(half).document for half in Half)
    found = [
        (
            f"Outline A: {'; '.join(outlines)}. Body width: {'; '.join(widths)}. Mould, leads, "
            f"metal: CAD models of {models}. Lengths in mm."
        )
    ]
    if len({pair.mated_height_mm for pair in spec.pairs} - {None}) > 1:
        found.append("Mated: cut across a contact, from the same CAD models.")
        found += filter(None, dict.fromkeys(map(_derived_note, spec.pairs)))
    if spec.with_pads:
        found.append(f"Land pattern “{spec.pattern.title}”: {spec.pattern.provenance(*Half)}.")
        if len(spec.pairs) > 1:
            found.append("A pad that several pairs have at one place is divided among them.")
    return found


def _derived_note(pair: Pair) -> str:
    """Return how the height of a pair's header is derived; nothing where it was read."""
    figure = derived_height(pair.header, pair)
    return f"Header's height derived: {figure.formula}." if figure else ""


def _around(found: Sequence[Footprint], spec: CompareSpec) -> Rectangle:
    return bounding_box(part.bounds if spec.with_pads else part.body for part in found)


def _bodies(found: Sequence[Footprint], y_mm: float, scale: float) -> Iterator[Primitive]:
    for part, (ink, dash) in zip(found, COMPARED, strict=False):
        for item in body_items(PlacedFootprint(part, 0.0, y_mm), ink, dash):
            if isinstance(item, Polygon) or scale >= _LEADS_FROM:
                yield item


def _pads(found: Sequence[Footprint]) -> Iterator[RectangleItem]:
    """Yield the copper of all pairs; what lies at one place is divided among those who have it."""
    owners: dict[Rectangle, list[int]] = {}
    for i, part in enumerate(found):
        for pad in part.pads:
            owners.setdefault(pad.rect, []).append(i)
    bands = [
        (i, _band(rect, place, len(sharing)))
        for rect, sharing in owners.items()
        for place, i in enumerate(sharing)
    ]
    for i, rect in sorted(bands, key=lambda band: band[0]):  # runs of one colour paint faster
        style = Style(COMPARED[i][0], fill=_PAD_OPACITY)
        yield RectangleItem(Layer.COPPER, rect, style, half=found[i].half)


def _band(rect: Rectangle, place: int, bands: int) -> Rectangle:
    """Return one of some equal bands of a rectangle, the first at its top."""
    top, high = rect.top_mm, rect.height_mm / bands
    return Rectangle.from_edges(
        rect.left_mm, top + place * high, rect.right_mm, top + (place + 1) * high
    )


def _centre(around: Rectangle, y_mm: float, unit: float) -> Iterator[Line]:
    beyond = CENTRE_LINE_MM * unit
    style = Style(ColorRole.CENTRE_LINE, THIN_PEN_MM, dash=LineStyle.CHAIN)
    left, right = around.left_mm - beyond, around.right_mm + beyond
    yield Line(Layer.CENTRE_LINES, left, y_mm, right, y_mm, style)
    yield Line(Layer.CENTRE_LINES, 0.0, around.top_mm, 0.0, around.bottom_mm, style)


def _row_name(name: str, around: Rectangle, y_mm: float, scale: float, note_mm: float) -> Text:
    """Return the name of a row, left of it."""
    x_mm = around.left_mm - (CENTRE_LINE_MM + 1.0) / scale
    base_mm = y_mm + note_mm / 2 / scale
    return Text(Layer.NOTES, x_mm, base_mm, name, note_mm, Align.RIGHT, ink=ColorRole.DIMENSION)


def _heights(
    spec: CompareSpec, below_mm: float, dimensioner: Dimensioner, scale: float
) -> list[Primitive]:
    """Return the mated pairs cut across, on one board, where their heights differ; else nothing."""
    found = [
        (pair.mated_height_mm, profiles, style)
        for pair, style in zip(spec.pairs, COMPARED, strict=False)
        if pair.mated_height_mm is not None
        and (profiles := mated_profiles(pair, Cut.ACROSS)) is not None
    ]
    heights = sorted({height for height, _, _ in found})
    if len(heights) < 2:
        return []
    unit = 1 / scale
    board_mm = below_mm + (row_mm(1) + _GAP_MM) * unit + heights[-1]
    items: list[Primitive] = []
    for _, profiles, (ink, dash) in found:
        style = Style(ink, OUTLINE_PEN_MM, dash=dash)
        for part in profiles:
            points = tuple((u, round_mm(board_mm - z)) for u, z in part.mould)
            items.append(Polygon(Layer.BODY, points, style))
    around = items_bounds(items, scale)
    items.append(_row_name("Mated", around, around.y_mm, scale, spec.sizes.note_mm))
    for column, height in enumerate(heights):
        line = around.right_mm + row_mm(column) * unit
        top = round_mm(board_mm - height)
        # A text above a lower one would stand in the way of the extension line of the highest.
        side = -1 if height == heights[-1] else 1
        dimensioner.add(
            DimensionSpec(top, board_mm, around.right_mm, line, vertical=True, outside=side)
        )
    return items


def _longest(
    found: Sequence[Footprint], around: Rectangle, side: int, unit: float
) -> DimensionSpec:
    part = max(found, key=attrgetter("body.width_mm"))
    alone = len({other.body.width_mm for other in found}) == 1
    name = f"{'' if alone else 'longest '}{part.half} A"
    edge = around.top_mm if side < 0 else around.bottom_mm
    feature = around.y_mm + side * part.body.height_mm / 2
    line = edge + side * row_mm(0) * unit
    return DimensionSpec(part.body.left_mm, part.body.right_mm, feature, line, prefix=name)


def _beneath(spec: CompareSpec, picture: Rectangle, scale: float) -> Iterable[Primitive]:
    """Yield scale bar, key and notes beneath the picture, in mm of the part."""
    if spec.key is Key.NONE:
        return
    room_mm = max(spec.width_mm, picture.width_mm * scale)
    corner = PaperCorner(picture.x_mm, picture.bottom_mm, scale).at(-room_mm / 2, 4.0)
    note_mm = spec.sizes.note_mm
    bar = list(scale_bar(corner, spec.sizes.text_mm))
    yield from bar
    full = spec.key is Key.FULL
    sample_mm = _SAMPLE_MM[full]
    x_mm = items_bounds(bar, scale).width_mm * scale + _SCALE_ROOM_MM + _KEY_GAP_MM
    y_mm = 0.0
    for name, (ink, dash) in zip(names_of(spec.pairs, spec.key), COMPARED, strict=False):
        wide_mm = sample_mm + 1.2 + text_width_mm(name, note_mm)
        if x_mm and x_mm + wide_mm > room_mm:
            x_mm, y_mm = 0.0, y_mm + note_mm + _KEY_LEADING_MM
        line_mm = y_mm - note_mm / 2
        style = Style(ink, OUTLINE_PEN_MM, dash=dash)
        yield corner.line(x_mm, line_mm, x_mm + sample_mm, line_mm, style)
        yield corner.text(x_mm + sample_mm + 1.2, y_mm, name, note_mm, ColorRole.DIMENSION)
        x_mm += wide_mm + _KEY_GAP_MM
    below = corner.at(0.0, y_mm + 0.4)
    notes = notes_of(spec) if full else [_BRIEF_NOTE] if spec.with_pads else []
    yield from paragraphs(notes, below, room_mm, note_mm)
