"""What shows a measurement over a drawing: its places, the lengths between them."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.drawing.items.over_labels import OverLabels
from a4s_gui.drawing.measurement import Mark, Measurement
from a4s_gui.drawing.scene import Circle, Layer, Line, Polygon, Primitive, RectangleItem
from a4s_gui.drawing.standards import THIN_PEN_MM
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.geometry.snap import SnapKind

_LAYER = Layer.DIMENSIONS
_MARK_MM = 1.3
"""Half the size of the mark at a place, on paper."""
_LINE = Style(ColorRole.MEASURE, 0.35)
_LEG = Style(ColorRole.MEASURE, THIN_PEN_MM, dash=LineStyle.DASHED)


def measure_items(measurement: Measurement, labels: OverLabels) -> Iterable[Primitive]:
    """Yield what shows a measurement in a drawing; its size on paper is constant.

    The lengths stand beside the end, where there is room for them.
    """
    start, end = measurement.start, measurement.end
    if start is not None and end is not None and measurement.text:
        corner = (end.x_mm, start.y_mm)
        if start.x_mm != end.x_mm and start.y_mm != end.y_mm:
            yield Line(_LAYER, start.x_mm, start.y_mm, *corner, _LEG)
            yield Line(_LAYER, *corner, end.x_mm, end.y_mm, _LEG)
        yield Line(_LAYER, start.x_mm, start.y_mm, end.x_mm, end.y_mm, _LINE)
    marks = (start, end, measurement.pointer)
    for mark in dict.fromkeys(mark for mark in marks if mark is not None):
        yield from _mark(mark, labels.scale)
    if end is not None and measurement.text:
        yield from labels.beside(measurement.text, end.x_mm, end.y_mm)


def _mark(mark: Mark, scale: float) -> Iterable[Primitive]:
    """Yield a square for a corner, a triangle for a middle, a circle for a centre, else a cross."""
    x, y, r = mark.x_mm, mark.y_mm, _MARK_MM / scale
    kind = mark.snap.kind if mark.snap else None
    if kind is SnapKind.CORNER:
        yield RectangleItem(_LAYER, Rectangle(x, y, 2 * r, 2 * r), _LINE)
    elif kind is SnapKind.MIDDLE:
        yield Polygon(_LAYER, ((x - r, y + 0.7 * r), (x + r, y + 0.7 * r), (x, y - r)), _LINE)
    elif kind is SnapKind.CENTRE:
        yield Circle(_LAYER, x, y, r, _LINE)
    elif kind is SnapKind.EDGE:
        yield Line(_LAYER, x - r, y - r, x + r, y + r, _LINE)
        yield Line(_LAYER, x - r, y + r, x + r, y - r, _LINE)
    else:
        yield Line(_LAYER, x - r, y, x + r, y, _LINE)
        yield Line(_LAYER, x, y - r, x, y + r, _LINE)
