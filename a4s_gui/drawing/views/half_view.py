"""One half on its board, dimensioned: outline, pads, openings, pin numbers, centre lines."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.drawing.items.dimensioning import Dimensioner, DimensionSpec
from a4s_gui.drawing.items.part_items import (
    area_boxes,
    body_box,
    centre_lines,
    frame,
    pad_boxes,
    pin_1_mark,
    pin_numbers,
)
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import Align, Layer, PlacedFootprint, Primitive, Text
from a4s_gui.drawing.standards import CAPTION_MM, FIRST_ROW_MM, NOTE_MM, ROW_MM
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.footprint import Footprint

ROWS_ABOVE, ROWS_BELOW = 3, 2
"""Dimension rows above and below a half."""
_CAPTION_ROOM_MM = 5.0
_TEXT_ROOM_MM = 3.4
"""Room of the text and the overshoot beyond the last dimension line."""


def extent_above_mm(footprint: Footprint, layers: frozenset[Layer], scale: float) -> float:
    """Return how far a half with its dimensions and caption reaches above its centre, in mm."""
    rows_mm = FIRST_ROW_MM + (ROWS_ABOVE - 1) * ROW_MM + _TEXT_ROOM_MM + _CAPTION_ROOM_MM
    return -frame(footprint, layers).top_mm + rows_mm / scale


def extent_below_mm(footprint: Footprint, layers: frozenset[Layer], scale: float) -> float:
    """Return how far a half with its dimensions reaches below its centre, in mm."""
    rows_mm = FIRST_ROW_MM + (ROWS_BELOW - 1) * ROW_MM + _TEXT_ROOM_MM
    return frame(footprint, layers).bottom_mm + rows_mm / scale


def half_items(
    placed: PlacedFootprint, layers: frozenset[Layer], scale: float
) -> tuple[list[Primitive], int]:
    """Return what one half shows on some layers, and how many dimensions found no place."""
    dimensioner = Dimensioner(scale, solid=(rect for _, rect in placed.pads()))
    if Layer.DIMENSIONS in layers:
        for wanted in _dimension_specs(placed, layers, scale):
            dimensioner.add(wanted)
    items: list[Primitive] = [
        *area_boxes(placed),
        *pad_boxes(placed, layers),
        body_box(placed),
        *centre_lines(placed, scale),
        *pin_numbers(placed, scale),
        pin_1_mark(placed, scale),
        *dimensioner.placed,
        *_caption(placed, layers, scale),
    ]
    return [item for item in items if item.layer in layers], dimensioner.left_out


def _caption(placed: PlacedFootprint, layers: frozenset[Layer], scale: float) -> Iterable[Text]:
    connector = placed.footprint.connector
    bounds = placed.footprint.bounds.moved(placed.x_mm, placed.y_mm)
    y = placed.y_mm - extent_above_mm(placed.footprint, layers, scale) + CAPTION_MM / scale
    left = bounds.left_mm
    title = f"{connector.half.capitalize()} {connector.part_number}"
    yield Text(Layer.NOTES, left, y, title, CAPTION_MM, Align.LEFT)
    beside = left + (text_width_mm(title, CAPTION_MM) + 3.0) / scale
    detail = f"{connector.pins} pins, top view of its own board"
    yield Text(Layer.NOTES, beside, y, detail, NOTE_MM, Align.LEFT, ink=ColorRole.DIMENSION)


def _dimension_specs(
    placed: PlacedFootprint, layers: frozenset[Layer], scale: float
) -> Iterable[DimensionSpec]:
    """Yield the dimensions of one half, the most important first."""
    footprint, x0, y0 = placed.footprint, placed.x_mm, placed.y_mm
    figures = footprint.figures
    outline = footprint.connector.dimensions_mm
    bounds = frame(footprint, layers).moved(x0, y0)
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
    pitch = footprint.connector.series.pitch_mm
    toe_above = y0 - contact_outer

    def along(prefix: str, span: float, feature: float, line: float) -> DimensionSpec:
        return DimensionSpec(x0 - span / 2, x0 + span / 2, feature, line, prefix=prefix)

    def across(
        low: float, high: float, feature: float, line: float, outside: int = -1
    ) -> DimensionSpec:
        return DimensionSpec(y0 + low, y0 + high, feature, line, vertical=True, outside=outside)

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
    yield DimensionSpec(x0 - last, x0 - last + pitch, toe_above, above(0), outside=1)
    yield DimensionSpec(x0 + last - pad_half, x0 + last + pad_half, toe_above, above(0), outside=1)
    terminal_toe = y0 + terminal_outer
    yield along("", 2 * terminal_x, terminal_toe, below(0))
    yield DimensionSpec(
        x0 - terminal_x - terminal_half,
        x0 - terminal_x + terminal_half,
        terminal_toe,
        below(0),
        outside=-1,
    )
