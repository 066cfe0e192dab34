"""Pin numbers: each beside the pad it names, in that pad's colour, nearer to it than to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.bounds import shape_edges
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import Layer, PlacedFootprint, Polygon, Text
from a4s_gui.drawing.standards import CLEARANCE_MM, TEXT_GAP_MM
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.geometry.footprint import Footprint, Pad
from a4s_gui.geometry.shapes import Rectangle

_FURTHER = 2
"""A number that stands alone between the rows is so many times further from the other row."""

COPPER_INK = {Half.SOCKET: ColorRole.SOCKET_COPPER, Half.HEADER: ColorRole.HEADER_COPPER}
PIN_1_INK = {Half.SOCKET: ColorRole.PIN_1, Half.HEADER: ColorRole.HEADER_PIN_1}


def pad_ink(half: Half, number: str) -> ColorRole:
    """Return the colour of a pad and of its number: pad 1 has one of its own on either half."""
    return (PIN_1_INK if number == "1" else COPPER_INK)[half]


def numbers_room_mm(number_mm: float) -> float:
    """Return what a row of numbers of this height takes across the rows, on paper."""
    return TEXT_GAP_MM + number_mm + CLEARANCE_MM


class Numbers(NamedTuple):
    """The pin numbers of a half that have room, and what a note says of the others."""

    texts: list[Text]
    left_out: str = ""


def no_numbers(placed: PlacedFootprint) -> Numbers:
    """Return the numbers of a half that has no room for any."""
    return Numbers([], f"the {placed.footprint.half}'s pin numbers")


def numbers_inside(placed: PlacedFootprint, scale: float, number_mm: float) -> Numbers:
    """Return the pin numbers between the rows, as many as have room.

    Where the rows are too near for two rows of numbers, one is left: the first pin's, the last
    one's and every tenth, each at its pad, as far as none stands in another's way.
    """
    reach_mm = inner_edge_mm(placed.footprint)
    if reach_mm * scale >= numbers_room_mm(number_mm):
        return Numbers(list(_row_numbers(placed, scale, reach_mm, number_mm, outside=False)))
    if 2 * reach_mm * scale < number_mm + (1 + _FURTHER) * TEXT_GAP_MM:
        return no_numbers(placed)
    every = _row_numbers(placed, scale, reach_mm, number_mm, outside=False, step=1)
    texts = _apart(_most_telling(every), scale)
    return Numbers(texts, f"most {placed.footprint.half} pin numbers")


def numbers_outside(
    placed: PlacedFootprint, scale: float, areas: Sequence[float], number_mm: float
) -> Numbers:
    """Return the pin numbers beyond the rows; none where an area's edge is too near for them.

    ``areas`` are the distances from the long axis of lines that run along the rows out there.
    """
    reach_mm = outer_edge_mm(placed.footprint)
    if any(0 < (edge - reach_mm) * scale < numbers_room_mm(number_mm) for edge in areas):
        return no_numbers(placed)
    return Numbers(list(_row_numbers(placed, scale, reach_mm, number_mm, outside=True)))


def outer_edge_mm(footprint: Footprint) -> float:
    """Return how far off the long axis the contacts' mask openings reach, in mm."""
    figures, margin_mm = footprint.figures, footprint.pattern.common.mask_margin_mm
    return (figures.contact_rows_mm + figures.contact_height_mm) / 2 + margin_mm


def inner_edge_mm(footprint: Footprint) -> float:
    """Return how far off the long axis the contacts' mask openings begin, in mm."""
    figures, margin_mm = footprint.figures, footprint.pattern.common.mask_margin_mm
    return (figures.contact_rows_mm - figures.contact_height_mm) / 2 - margin_mm


def _row_numbers(
    placed: PlacedFootprint,
    scale: float,
    reach_mm: float,
    number_mm: float,
    *,
    outside: bool,
    step: int | None = None,
) -> Iterator[Text]:
    """Yield the numbers of both rows, on one side of a distance from the long axis.

    Of every ``step``-th column, or of as many as have room beside one another.
    """
    half = placed.footprint.half
    gap_mm, high_mm = TEXT_GAP_MM / scale, number_mm / scale
    for pad, rect in labelled_contacts(placed, scale, number_mm, step):
        upper = rect.y_mm < placed.y_mm
        edge = placed.y_mm + (-reach_mm if upper else reach_mm)
        above = upper is outside
        base = edge - gap_mm if above else edge + gap_mm + high_mm
        ink = pad_ink(half, pad.number)
        yield Text(Layer.NUMBERS, rect.x_mm, base, pad.number, number_mm, ink=ink, half=half)


def _most_telling(numbers: Iterable[Text]) -> list[Text]:
    """Return the numbers of the first pin, the last one and every tenth, in this order."""
    by_number = {int(text.text): text for text in numbers}
    last = max(by_number)
    wanted = dict.fromkeys((1, last, *range(10, last, 10)))
    return [by_number[number] for number in wanted]


def _apart(numbers: Iterable[Text], scale: float) -> list[Text]:
    """Return the numbers that stand in no earlier one's way, whichever row they are of."""
    clear = CLEARANCE_MM / scale
    kept: list[Text] = []
    reach: list[tuple[float, float]] = []
    for text in numbers:
        left, _, right, _ = shape_edges(text, scale)
        if all(right + clear <= low or high + clear <= left for low, high in reach):
            kept.append(text)
            reach.append((left, right))
    return kept


def labelled_contacts(
    placed: PlacedFootprint, scale: float, number_mm: float, step: int | None = None
) -> list[tuple[Pad, Rectangle]]:
    """Return the contacts whose numbers, so high, fit beside one another at a scale of n:1.

    All, or every second, fifth or tenth column; the first and the last column always, and if there
    is no room for both, that of pad 1. Every ``step``-th where that is given.
    """
    footprint = placed.footprint
    columns = footprint.contact_columns
    last = len(columns) // 2 - 1
    pitch_mm = footprint.connector.series.pitch_mm
    widest = text_width_mm("0" * len(str(len(columns))), number_mm) + 2 * CLEARANCE_MM
    fitting = [n for n in (1, 2, 5, 10, last) if n * pitch_mm * scale >= widest]
    step = step or next(iter(fitting), last)
    ends = {0, last} if step < last or last in fitting else {columns[0]}
    labelled = ends.union(range(step, last - step + 1, step))
    # The contacts are the first of the pads, by number, as the columns are.
    return [contact for contact, n in zip(placed.pads(), columns, strict=False) if n in labelled]


def pin_1_mark(placed: PlacedFootprint, scale: float) -> Polygon:
    """Return the triangle that points at pad 1 from the side, outside the row."""
    pad, rect = next((pad, rect) for pad, rect in placed.pads() if pad.number == "1")
    size = min(2.0 / scale, _gap_beside(placed.footprint, pad) * 0.7)
    side = -1 if rect.x_mm <= placed.x_mm else 1
    tip = rect.x_mm + side * (rect.width_mm / 2 + 0.15 * size)
    back = tip + side * size
    y = rect.y_mm
    points = ((tip, y), (back, y - size / 2), (back, y + size / 2))
    half = placed.footprint.half
    return Polygon(Layer.NUMBERS, points, Style(PIN_1_INK[half], fill=1.0), half)


def _gap_beside(footprint: Footprint, pad: Pad) -> float:
    """Return the free distance between the outermost contact and the terminal beside it, in mm."""
    inner = min(abs(terminal.x_mm) - terminal.width_mm / 2 for terminal in footprint.terminals)
    return max(0.1, inner - abs(pad.x_mm) - pad.width_mm / 2)
