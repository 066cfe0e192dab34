"""One half on its board, dimensioned: outline, pads, openings, pin numbers, centre lines."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.dimensioning import Dimensioner, Measure
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import (
    Align,
    Box,
    Dash,
    Ink,
    Layer,
    Line,
    Placed,
    Polygon,
    Primitive,
    Style,
    Text,
)
from a4s_gui.drawing.standards import (
    CAPTION_MM,
    CENTRE_LINE_MM,
    CLEARANCE_MM,
    FIRST_ROW_MM,
    NOTE_MM,
    NUMBER_MM,
    OUTLINE_PEN_MM,
    ROW_MM,
    TEXT_GAP_MM,
    THIN_PEN_MM,
)
from a4s_gui.geometry.footprint import Footprint, Pad, PadRole
from a4s_gui.geometry.land_pattern import PITCH_MM

ROWS_ABOVE, ROWS_BELOW = 3, 2
"""Dimension rows above and below a half."""
_CAPTION_ROOM_MM = 5.0
_TEXT_ROOM_MM = 3.4
"""Room of the text and the overshoot beyond the last dimension line."""

_COPPER = {Half.SOCKET: Ink.SOCKET_COPPER, Half.HEADER: Ink.HEADER_COPPER}


def extent_above_mm(footprint: Footprint, scale: float) -> float:
    """Return how far a half with its dimensions and caption reaches above its centre, in mm."""
    rows_mm = FIRST_ROW_MM + (ROWS_ABOVE - 1) * ROW_MM + _TEXT_ROOM_MM + _CAPTION_ROOM_MM
    return -footprint.bounds.top_mm + rows_mm / scale


def extent_below_mm(footprint: Footprint, scale: float) -> float:
    """Return how far a half with its dimensions reaches below its centre, in mm."""
    rows_mm = FIRST_ROW_MM + (ROWS_BELOW - 1) * ROW_MM + _TEXT_ROOM_MM
    return footprint.bounds.bottom_mm + rows_mm / scale


def half_items(
    placed: Placed, layers: frozenset[Layer], scale: float
) -> tuple[list[Primitive], int]:
    """Return what one half shows on some layers, and how many dimensions found no place."""
    dimensioner = Dimensioner(scale, solid=(rect for _, rect in placed.pads()))
    if Layer.DIMENSIONS in layers:
        for measure in _measures(placed, scale):
            dimensioner.add(measure)
    items: list[Primitive] = [
        *_areas(placed),
        *_pads(placed, layers),
        Box(
            Layer.BODY,
            placed.footprint.body.moved(placed.x_mm, placed.y_mm),
            Style(Ink.BODY, OUTLINE_PEN_MM),
        ),
        *_centre_lines(placed, scale),
        *pin_numbers(placed, scale),
        pin_1_mark(placed, scale),
        *dimensioner.placed,
        *_caption(placed, scale),
    ]
    return [item for item in items if item.layer in layers], dimensioner.left_out


def _areas(placed: Placed) -> Iterable[Primitive]:
    footprint = placed.footprint
    for layer, ink, dash, rect in (
        (Layer.STIFFENER, Ink.STIFFENER, Dash.DASHED, footprint.stiffener),
        (Layer.COURTYARD, Ink.COURTYARD, Dash.SOLID, footprint.courtyard),
    ):
        moved = rect.moved(placed.x_mm, placed.y_mm)
        yield Box(layer, moved, Style(ink, THIN_PEN_MM, dash=dash))


def _pads(placed: Placed, layers: frozenset[Layer]) -> Iterable[Primitive]:
    footprint = placed.footprint
    ink = _COPPER[footprint.half]
    pads = list(placed.pads())
    if Layer.COPPER in layers:
        pads.sort(key=lambda entry: entry[0].number == "1")  # runs of one colour paint faster
        for pad, rect in pads:
            colour = Ink.PIN_1 if pad.number == "1" else ink
            yield Box(Layer.COPPER, rect, Style(colour, fill=1.0))
    if Layer.MASK in layers:
        for _, rect in pads:
            opening = rect.grown(footprint.pattern.common.mask_margin_mm)
            yield Box(Layer.MASK, opening, Style(Ink.MASK, THIN_PEN_MM))
    if Layer.PASTE in layers:
        for pad, rect in pads:
            opening = footprint.paste_opening(pad).moved(rect.x_mm - pad.x_mm, rect.y_mm - pad.y_mm)
            yield Box(Layer.PASTE, opening, Style(Ink.PASTE, fill=0.75))


def _centre_lines(placed: Placed, scale: float) -> Iterable[Line]:
    """Yield the centre line along the rows, and marks of the other above, below and between."""
    bounds = placed.footprint.bounds.moved(placed.x_mm, placed.y_mm)
    beyond = CENTRE_LINE_MM / scale
    style = Style(Ink.CENTRE_LINE, THIN_PEN_MM, dash=Dash.CHAIN)
    solid = Style(Ink.CENTRE_LINE, THIN_PEN_MM)
    x, y = bounds.x_mm, bounds.y_mm
    left, right = bounds.left_mm - beyond, bounds.right_mm + beyond
    yield Line(Layer.CENTRE_LINES, left, y, right, y, style)
    mark = min(CENTRE_LINE_MM / scale, max(0.0, _number_room_mm(placed.footprint, scale) / scale))
    for top, bottom in (
        (bounds.top_mm - beyond, bounds.top_mm),
        (y - mark, y + mark),
        (bounds.bottom_mm, bounds.bottom_mm + beyond),
    ):
        yield Line(Layer.CENTRE_LINES, x, top, x, bottom, solid)


def pin_numbers(placed: Placed, scale: float) -> Iterable[Text]:
    """Return the pin numbers, inside the body beside their pads.

    As many as fit without touching: all, or every second, fifth or tenth column, the first and the
    last always; none where the rows leave no room.
    """
    if _number_room_mm(placed.footprint, scale) < 0:
        return
    contacts = [(pad, rect) for pad, rect in placed.pads() if pad.role is PadRole.CONTACT]
    columns = len(contacts) // 2
    widest = text_width_mm("0" * len(str(2 * columns)), NUMBER_MM) + 2 * CLEARANCE_MM
    step = next((n for n in (1, 2, 5, 10) if n * PITCH_MM * scale >= widest), columns - 1)
    first_mm = min(rect.x_mm for _, rect in contacts)
    for pad, rect in contacts:
        column = round((rect.x_mm - first_mm) / PITCH_MM)
        last = columns - 1
        if column != last and (column % step or last - column < step):
            continue
        above = rect.y_mm < placed.y_mm
        inner = rect.bottom_mm if above else rect.top_mm
        base = inner + (TEXT_GAP_MM + NUMBER_MM if above else -TEXT_GAP_MM) / scale
        ink = Ink.PIN_1 if pad.number == "1" else Ink.NUMBER
        yield Text(Layer.NUMBERS, rect.x_mm, base, pad.number, NUMBER_MM, Align.CENTRE, ink=ink)


def _number_room_mm(footprint: Footprint, scale: float) -> float:
    """Return the paper left between a row's numbers and the centre line; negative if none is."""
    figures = footprint.figures
    half_mm = (figures.contact_rows_mm - figures.contact_height_mm) / 2 * scale
    return half_mm - TEXT_GAP_MM - NUMBER_MM - CLEARANCE_MM


def pin_1_mark(placed: Placed, scale: float) -> Polygon:
    """Return the triangle that points at pad 1 from the side, outside the row."""
    pad, rect = next((pad, rect) for pad, rect in placed.pads() if pad.number == "1")
    size = min(2.0 / scale, _gap_beside(placed.footprint, pad) * 0.7)
    side = -1 if rect.x_mm <= placed.x_mm else 1
    tip = rect.x_mm + side * (rect.width_mm / 2 + 0.15 * size)
    back = tip + side * size
    y = rect.y_mm
    points = ((tip, y), (back, y - size / 2), (back, y + size / 2))
    return Polygon(Layer.NUMBERS, points, Style(Ink.PIN_1, fill=1.0))


def _gap_beside(footprint: Footprint, pad: Pad) -> float:
    """Return the free distance between the outermost contact and the terminal beside it, in mm."""
    inner = min(abs(terminal.x_mm) - terminal.width_mm / 2 for terminal in footprint.terminals)
    return max(0.1, inner - abs(pad.x_mm) - pad.width_mm / 2)


def _caption(placed: Placed, scale: float) -> Iterable[Text]:
    connector = placed.footprint.connector
    bounds = placed.footprint.bounds.moved(placed.x_mm, placed.y_mm)
    y = placed.y_mm - extent_above_mm(placed.footprint, scale) + CAPTION_MM / scale
    left = bounds.left_mm
    title = f"{connector.half.capitalize()} {connector.part_number}"
    yield Text(Layer.NOTES, left, y, title, CAPTION_MM, Align.LEFT)
    beside = left + (text_width_mm(title, CAPTION_MM) + 3.0) / scale
    detail = f"{connector.pins} pins, top view of its own board"
    yield Text(Layer.NOTES, beside, y, detail, NOTE_MM, Align.LEFT, ink=Ink.DIMENSION)


def _measures(placed: Placed, scale: float) -> Iterable[Measure]:
    """Yield the dimensions of one half, the most important first."""
    footprint, x0, y0 = placed.footprint, placed.x_mm, placed.y_mm
    figures = footprint.figures
    outline = footprint.connector.dimensions_mm
    bounds = footprint.bounds.moved(x0, y0)
    body = footprint.body.moved(x0, y0)

    def above(row: int) -> float:
        return bounds.top_mm - (FIRST_ROW_MM + row * ROW_MM) / scale

    def below(row: int) -> float:
        return bounds.bottom_mm + (FIRST_ROW_MM + row * ROW_MM) / scale

    def left(column: int) -> float:
        return bounds.left_mm - (FIRST_ROW_MM + column * ROW_MM) / scale

    def right(column: int) -> float:
        return bounds.right_mm + (FIRST_ROW_MM + column * ROW_MM) / scale

    contact_outer = (figures.contact_rows_mm + figures.contact_height_mm) / 2
    contact_inner = (figures.contact_rows_mm - figures.contact_height_mm) / 2
    terminal_outer = (figures.terminal_rows_mm + figures.terminal_height_mm) / 2
    terminal_inner = (figures.terminal_rows_mm - figures.terminal_height_mm) / 2
    terminal_x = figures.terminal_span_mm(outline) / 2
    terminal_half = figures.terminal_width_mm / 2
    last = outline.B / 2
    pad_half = figures.contact_width_mm / 2
    toe_above = y0 - contact_outer

    def along(label: str, span: float, feature: float, line: float) -> Measure:
        return Measure(
            x0 - span / 2, x0 + span / 2, feature, line, label=f"{label} {span:.2f}".strip()
        )

    def across(low: float, high: float, feature: float, line: float, outside: int = -1) -> Measure:
        return Measure(y0 + low, y0 + high, feature, line, vertical=True, outside=outside)

    yield along("A", outline.A, body.top_mm, above(2))
    yield along("B", outline.B, toe_above, above(1))
    yield along("C", outline.C, y0 + terminal_outer, below(1))
    yield across(body.top_mm - y0, body.bottom_mm - y0, body.right_mm, right(2))
    contact_right = x0 + last + pad_half
    yield across(-contact_outer, contact_outer, contact_right, right(1))
    yield across(-contact_inner, contact_inner, contact_right, right(0))
    yield across(-contact_outer, -contact_inner, contact_right, right(0))
    terminal_left = x0 - terminal_x - terminal_half
    yield across(-terminal_outer, terminal_outer, terminal_left, left(1))
    yield across(-terminal_inner, terminal_inner, terminal_left, left(0))
    yield across(-terminal_outer, -terminal_inner, terminal_left, left(0))
    yield Measure(x0 - last, x0 - last + PITCH_MM, toe_above, above(0), outside=1)
    yield Measure(x0 + last - pad_half, x0 + last + pad_half, toe_above, above(0), outside=1)
    terminal_toe = y0 + terminal_outer
    yield along("", 2 * terminal_x, terminal_toe, below(0))
    yield Measure(
        x0 - terminal_x - terminal_half,
        x0 - terminal_x + terminal_half,
        terminal_toe,
        below(0),
        outside=-1,
    )
