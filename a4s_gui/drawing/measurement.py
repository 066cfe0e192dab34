"""Measuring in a drawing: two places and what lies between them, as a value and as primitives."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace

from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import (
    Align,
    Circle,
    Layer,
    Line,
    Polygon,
    Primitive,
    RectangleItem,
    Text,
)
from a4s_gui.drawing.standards import THIN_PEN_MM
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.frozen import frozen
from a4s_gui.geometry.shapes import Rectangle, round_mm
from a4s_gui.geometry.snap import Snap, SnapKind

_LAYER = Layer.DIMENSIONS
_MARK_MM = 1.3
"""Half the size of the mark at a place, on paper."""
_LINE = Style(ColorRole.MEASURE, 0.35)
_LEG = Style(ColorRole.MEASURE, THIN_PEN_MM, dash=LineStyle.DASHED)
_PADDING_MM = 0.8
_LABEL_MM = 2.2
"""8 pixels high on the screens of today: it is drawn on these only."""


@frozen
class Mark:
    """A place in a drawing, in mm of the part: one that was snapped to, or a free one."""

    x_mm: float
    y_mm: float
    snap: Snap | None = None

    def moved(self, dx_mm: float, dy_mm: float) -> Mark:
        """Return the same place of a part that was moved by a vector."""
        return replace(self, x_mm=round_mm(self.x_mm + dx_mm), y_mm=round_mm(self.y_mm + dy_mm))

    def __str__(self) -> str:
        """Return ``corner of socket pad 1``, or that it is a free place."""
        return str(self.snap) if self.snap else "free place"


@frozen
class Measurement:
    """What is measured so far: nothing, a start and an end that follows, or both fixed.

    ``pointer`` is the place that the next click would take.
    """

    start: Mark | None = None
    end: Mark | None = None
    fixed: bool = False
    pointer: Mark | None = None

    def pointed(self, pointer: Mark | None) -> Measurement:
        """Return the measurement with the pointer at another place, or outside."""
        if self.start is None or self.fixed:
            return replace(self, pointer=pointer)
        return replace(self, pointer=pointer, end=pointer or self.end)

    def clicked(self, place: Mark) -> Measurement:
        """Return the measurement with a place taken: a start, or the end of what is begun."""
        if self.start is None or self.fixed:
            return Measurement(start=place, pointer=place)
        return Measurement(self.start, place, fixed=True, pointer=place)

    def cleared(self) -> Measurement:
        """Return what is left after what was begun or measured is dropped."""
        return Measurement(pointer=self.pointer)

    def moved(self, move: Callable[[Mark], Mark]) -> Measurement:
        """Return the measurement with its places moved, the pointer's left as it is."""
        start, end = (move(mark) if mark else None for mark in (self.start, self.end))
        return replace(self, start=start, end=end)

    @property
    def deltas_mm(self) -> tuple[float, float] | None:
        """From start to end: x to the right, y down."""
        if self.start is None or self.end is None:
            return None
        return (
            round_mm(self.end.x_mm - self.start.x_mm),
            round_mm(self.end.y_mm - self.start.y_mm),
        )

    @property
    def text(self) -> str:
        """``dx 0.400  dy -1.125  distance 1.194 mm``; empty before there are two places."""
        if self.deltas_mm is None:
            return ""
        dx, dy = self.deltas_mm
        return f"dx {_plain(dx)}  dy {_plain(dy)}  distance {_plain(math.hypot(dx, dy))} mm"

    def status_text(self) -> str:
        """Return what a status bar says: the lengths and between what, or what to do next."""
        if self.start is None:
            return f"Measure from: {self.pointer}" if self.pointer else "Measure: click a start"
        if not self.text or self.end is None:
            return f"From {self.start}"
        return f"{self.text}, from {self.start} to {self.end}"


def measure_items(measurement: Measurement, scale: float, area: Rectangle) -> Iterable[Primitive]:
    """Yield what shows a measurement in a drawing at ``scale``:1; its size on paper is constant.

    The lengths stand beside the end, on the side where ``area``, what is seen, has room for them.
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
        yield from _mark(mark, scale)
    if end is not None and measurement.text:
        yield from label_items(measurement.text, end.x_mm, end.y_mm, scale, area)


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


def label_items(
    text: str, x_mm: float, y_mm: float, scale: float, area: Rectangle
) -> Iterable[Primitive]:
    """Yield a text beside a place, on a ground that hides the drawing at ``scale``:1.

    It stands on the side where ``area``, what is seen, has room for it.
    """
    unit = 1 / scale
    gap = 2.5 * unit
    width = (text_width_mm(text, _LABEL_MM) + 2 * _PADDING_MM) * unit
    height = (_LABEL_MM + 2 * _PADDING_MM) * unit
    left, top = x_mm + gap, y_mm - gap - height
    if left + width > area.right_mm:
        left = x_mm - gap - width
    if top < area.top_mm:
        top = y_mm + gap
    ground = Rectangle.from_edges(left, top, left + width, top + height)
    yield RectangleItem(_LAYER, ground, Style(ColorRole.LABEL, fill=0.92))
    yield RectangleItem(_LAYER, ground, Style(ColorRole.MEASURE, THIN_PEN_MM))
    pad = _PADDING_MM * unit
    base = top + height - pad
    yield Text(_LAYER, left + pad, base, text, _LABEL_MM, Align.LEFT, ink=ColorRole.MEASURE)


def _plain(value_mm: float) -> str:
    return f"{round(value_mm, 3) + 0.0:.3f}"
