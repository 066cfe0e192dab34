"""One half on its board, dimensioned: outline, pads, openings, pin numbers, centre lines."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.captions import caption
from a4s_gui.drawing.items.dimensioning import dimensioned
from a4s_gui.drawing.items.pad_labels import Numbers, numbers_inside, pin_1_mark
from a4s_gui.drawing.items.part_items import (
    area_boxes,
    body_items,
    centre_lines,
    frame,
    pad_boxes,
    terminal_centre_lines,
)
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import DimensionSpec, Layer, PlacedFootprint, Primitive, Text
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import row_mm
from a4s_gui.frozen import replace
from a4s_gui.geometry.footprint import Footprint

ROWS_ABOVE = 3
"""Dimension rows above a half; below it, one for each span of its terminals."""
COLUMNS_LEFT, COLUMNS_RIGHT = 2, 3
_CAPTION_GAP_MM = 2.4
_TEXT_ROOM_MM = 3.4
"""Room of the text and the overshoot beyond the last dimension line."""


def rows_mm(rows: int, spec: DrawingSpec) -> float:
    """Return the paper that dimension rows or columns take, shown or not, where there is room."""
    if spec.cramped:
        return 0.0
    return row_mm(rows - 1) + _TEXT_ROOM_MM


def extent_above_mm(placed: PlacedFootprint, spec: DrawingSpec, scale: float) -> float:
    """Return how far a half with its dimensions and caption reaches above its centre, in mm."""
    _, high_mm = _caption(placed, spec, scale)
    paper_mm = rows_mm(ROWS_ABOVE, spec) + _CAPTION_GAP_MM + high_mm
    return -frame(placed.footprint, spec.layers).top_mm + paper_mm / scale


def extent_below_mm(placed: PlacedFootprint, spec: DrawingSpec, scale: float) -> float:
    """Return how far a half with its dimensions reaches below its centre, in mm."""
    rows = rows_mm(len(_spans_below(placed.footprint)), spec)
    return frame(placed.footprint, spec.layers).bottom_mm + rows / scale


def extent_left_mm(placed: PlacedFootprint, spec: DrawingSpec, scale: float) -> float:
    """Return how far a half with its dimensions reaches left of its centre, in mm."""
    return -frame(placed.footprint, spec.layers).left_mm + rows_mm(COLUMNS_LEFT, spec) / scale


def extent_right_mm(placed: PlacedFootprint, spec: DrawingSpec, scale: float) -> float:
    """Return how far a half with its dimensions and caption reaches right of its centre, in mm."""
    around = frame(placed.footprint, spec.layers)
    title, _ = _caption(replace(placed, x_mm=0.0, y_mm=0.0), spec, scale)
    dimensions = around.right_mm + rows_mm(COLUMNS_RIGHT, spec) / scale
    return max(dimensions, items_bounds(title, scale).right_mm)


def half_items(
    placed: PlacedFootprint, spec: DrawingSpec, scale: float
) -> tuple[list[Primitive], int, str]:
    """Return what one half shows, how many dimensions found no place, and what else did not."""
    number_mm = spec.sizes.number_mm
    shown = Layer.NUMBERS in spec.layers
    numbers = numbers_inside(placed, scale, number_mm) if shown else Numbers([])
    title, _ = _caption(placed, spec, scale)
    wanted = _dimension_specs(placed, spec, scale)
    copper = (rect for _, rect in placed.pads())
    dimensions = dimensioned(spec, scale, wanted, copper, title)
    items: list[Primitive] = [
        *area_boxes(placed),
        *pad_boxes(placed, spec.layers),
        *body_items(placed),
        *centre_lines(placed, scale, number_mm, numbers=numbers.texts),
        *terminal_centre_lines(placed, scale),
        *numbers.texts,
        pin_1_mark(placed, scale),
        *dimensions.placed,
        *title,
    ]
    return items, dimensions.left_out, numbers.left_out


def _caption(placed: PlacedFootprint, spec: DrawingSpec, scale: float) -> tuple[list[Text], float]:
    """Return the caption above a half, as wide as the part and its dimensions, and its height."""
    connector = placed.footprint.connector
    around = frame(placed.footprint, spec.layers).moved(placed.x_mm, placed.y_mm)
    corner = PaperCorner(around.left_mm, around.top_mm, scale)
    corner = corner.at(0.0, -rows_mm(ROWS_ABOVE, spec) - _CAPTION_GAP_MM)
    seen = (
        "seen from below, through its board" if placed.from_below else "top view of its own board"
    )
    return caption(
        f"{connector.half.capitalize()} {connector.part_number}",
        f"{connector.pins} pins, {seen}",
        corner,
        around.width_mm * scale + rows_mm(COLUMNS_RIGHT, spec),
        spec,
    )


def _dimension_specs(
    placed: PlacedFootprint, spec: DrawingSpec, scale: float
) -> Iterable[DimensionSpec]:
    """Yield the dimensions of one half, the most important first; no span stands twice."""
    footprint, x0, y0 = placed.footprint, placed.x_mm, placed.y_mm
    figures = footprint.figures
    outline = footprint.connector.dimensions_mm
    bounds = frame(footprint, spec.layers).moved(x0, y0)
    body = footprint.body.moved(x0, y0)
    rows = [row_mm(row) / scale for row in range(3)]
    above, below = [bounds.top_mm - row for row in rows], [bounds.bottom_mm + row for row in rows]
    left, right = [bounds.left_mm - row for row in rows], [bounds.right_mm + row for row in rows]
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

    yield along("A", outline.A, body.top_mm, above[2])
    yield along("B", outline.B, toe_above, above[1])
    terminal_toe = y0 + terminal_outer
    for row, (prefix, span) in enumerate(_spans_below(footprint)):
        yield along(prefix, span, terminal_toe, below[row])
    contact_right = x0 + last + pad_half
    # Lead tip to lead tip.
    yield across(body.top_mm - y0, body.bottom_mm - y0, contact_right, right[2])
    yield across(-contact_outer, contact_outer, contact_right, right[1])
    yield across(-contact_inner, contact_inner, contact_right, right[0])
    yield across(-contact_outer, -contact_inner, contact_right, right[0])
    terminal_left = x0 - terminal_x - terminal_half
    if not _equal(terminal_outer, contact_outer):
        yield across(-terminal_outer, terminal_outer, terminal_left, left[1])
    if not _equal(terminal_inner, contact_inner):
        yield across(-terminal_inner, terminal_inner, terminal_left, left[0])
    yield across(-terminal_outer, -terminal_inner, terminal_left, left[0])
    yield DimensionSpec(x0 - last, x0 - last + pitch, toe_above, above[0])
    yield DimensionSpec(x0 + last - pad_half, x0 + last + pad_half, toe_above, above[0])
    terminal_right = x0 - terminal_x + terminal_half
    yield DimensionSpec(terminal_left, terminal_right, y0 - terminal_outer, above[0], outside=-1)


def _spans_below(footprint: Footprint) -> list[tuple[str, float]]:
    """Return C, the span of the terminals' metal, and that of their pads where it is another."""
    outline = footprint.connector.dimensions_mm
    pads_mm = footprint.figures.terminal_span_mm(outline)
    both = [("C", outline.C), ("", pads_mm)]
    return both[:1] if _equal(pads_mm, outline.C) else both


def _equal(one: float, other: float) -> bool:
    """Return whether two lengths are the same to the hundredth that a drawing states."""
    return f"{one:.2f}" == f"{other:.2f}"
