"""Linear dimensions as on an engineering drawing, placed so that no text touches anything.

A dimension that finds no free place at a scale is left out rather than drawn over something else;
:attr:`Dimensioner.left_out` counts those, and the drawing says so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from math import inf

from a4s_gui.drawing.bounds import grown, meets_any, outer_edges, shape_edges, text_boxes
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import (
    Dimension,
    DimensionSpec,
    Layer,
    Line,
    Polygon,
    Primitive,
    Text,
)
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import (
    ARROW_LENGTH_MM,
    ARROW_WIDTH_MM,
    CLEARANCE_MM,
    EXTENSION_GAP_MM,
    EXTENSION_OVERSHOOT_MM,
    TEXT_BESIDE_MM,
    TEXT_GAP_MM,
    TEXT_MM,
    THIN_PEN_MM,
)
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.geometry.shapes import Edges, Rectangle

_THIN = Style(ColorRole.DIMENSION, THIN_PEN_MM)
_SOLID = Style(ColorRole.DIMENSION, fill=1.0)
_NEAR_MM = 0.2
"""An extension line so near to a pad's edge counts as running along it."""
_LEAST_PIECE_MM = 0.8
"""Of an extension line between copper: what is shorter is left out."""


class Dimensioner:
    """Places dimensions one after another, the important ones first.

    ``solid`` are boxes in mm of the part, pads, that no text may touch and no extension line runs
    over; ``texts`` are boxes of texts, which nothing may touch. The figures are ``text_mm`` high.
    """

    def __init__(
        self,
        scale: float,
        solid: Iterable[Rectangle] = (),
        texts: Iterable[Edges] = (),
        text_mm: float = TEXT_MM,
    ) -> None:
        self._scale = scale
        self._text_mm = text_mm
        self._solid = [box.edges_mm for box in solid]
        self._texts = [grown(box, CLEARANCE_MM / scale) for box in texts]
        self._no_text = [*self._solid, *self._texts]
        self._crossed = {
            False: _Crossed((x1, x2, y1, y2) for x1, y1, x2, y2 in self._solid),
            True: _Crossed((y1, y2, x1, x2) for x1, y1, x2, y2 in self._solid),
        }
        """By whether the dimension is vertical: its extension lines run along x then."""
        self.placed: list[Dimension] = []
        self.left_out = 0

    def add(self, wanted: DimensionSpec) -> None:
        """Place one dimension, or leave it out where its text finds no free place."""
        text_mm = text_width_mm(wanted.text, self._text_mm) / self._scale
        for inside, side in self._candidates(wanted, text_mm):
            label, reach = self._label(wanted, text_mm, side)
            text = grown(shape_edges(label, self._scale), CLEARANCE_MM / self._scale)
            if meets_any(text, self._no_text):
                continue
            parts = self._parts(wanted, reach, inside=inside)
            lines = [shape_edges(part, self._scale) for part in parts]
            if any(meets_any(line, self._texts) for line in lines):
                continue
            edges = outer_edges([*lines, shape_edges(label, self._scale)])
            self.placed.append(Dimension(Layer.DIMENSIONS, wanted, label, (*parts, label), edges))
            self._texts.append(text)
            self._no_text += [text, *lines]
            return
        self.left_out += 1

    def _candidates(self, wanted: DimensionSpec, text_mm: float) -> Iterator[tuple[bool, int]]:
        """Yield whether the arrows stand inside, and where the text does: -1 before, 0 between."""
        span_mm = wanted.second_mm - wanted.first_mm
        unit = 1 / self._scale
        inside = span_mm >= (2 * ARROW_LENGTH_MM + 0.5) * unit
        if inside and span_mm >= text_mm + 2 * CLEARANCE_MM * unit:
            yield True, 0
        yield inside, wanted.outside
        yield inside, -wanted.outside

    def _label(
        self, wanted: DimensionSpec, text_mm: float, side: int
    ) -> tuple[Text, tuple[float, float]]:
        """Return the text, so long in mm of the part, and from where to where its line reaches."""
        first, second = wanted.first_mm, wanted.second_mm
        gap = TEXT_BESIDE_MM / self._scale
        middle, reach = (first + second) / 2, (first, second)
        if side > 0:
            middle = second + gap + text_mm / 2
            reach = (first, middle + text_mm / 2)
        elif side < 0:
            middle = first - gap - text_mm / 2
            reach = (middle - text_mm / 2, second)
        place = wanted.place(middle, wanted.line_mm - TEXT_GAP_MM / self._scale)
        ink, upright = ColorRole.DIMENSION, wanted.vertical
        label = Text(
            Layer.DIMENSIONS, *place, wanted.text, self._text_mm, vertical=upright, ink=ink
        )
        return label, reach

    def _parts(
        self, wanted: DimensionSpec, reach: tuple[float, float], *, inside: bool
    ) -> tuple[Line | Polygon, ...]:
        """Return extension lines, dimension line and arrows, which stand inside or outside."""
        unit = 1 / self._scale
        first, second, line = wanted.first_mm, wanted.second_mm, wanted.line_mm
        away = 1 if line > wanted.feature_mm else -1
        start = wanted.feature_mm + away * EXTENSION_GAP_MM * unit
        end = line + away * EXTENSION_OVERSHOOT_MM * unit
        tail = (0 if inside else ARROW_LENGTH_MM + 1.0) * unit
        lowest, highest = min(first - tail, reach[0]), max(second + tail, reach[1])
        spin = 1 if inside else -1
        return (
            *self._extension(wanted, first, start, end),
            *self._extension(wanted, second, start, end),
            self._line(wanted, lowest, line, highest, line),
            self._arrow(wanted, first, line, spin),
            self._arrow(wanted, second, line, -spin),
        )

    def _extension(
        self, wanted: DimensionSpec, at: float, start: float, end: float
    ) -> Iterator[Line]:
        """Yield the pieces of an extension line that no copper interrupts, the last one always."""
        gap, near = EXTENSION_GAP_MM / self._scale, _NEAR_MM / self._scale
        away = 1 if end > start else -1
        here = away * start
        breaks = []
        for from_along, to_along in self._crossed[wanted.vertical].at(at, near):
            low, high = (from_along, to_along) if away > 0 else (-to_along, -from_along)
            if here < high + gap and low - gap < away * end:
                breaks.append((low - gap, high + gap))
        for low, high in sorted(breaks):
            if low - here >= _LEAST_PIECE_MM / self._scale:
                yield self._line(wanted, at, away * here, at, away * low)
            here = max(here, high)
        yield self._line(wanted, at, away * min(here, away * end), at, end)

    def _line(self, wanted: DimensionSpec, a1: float, c1: float, a2: float, c2: float) -> Line:
        return Line(Layer.DIMENSIONS, *wanted.place(a1, c1), *wanted.place(a2, c2), _THIN)

    def _arrow(self, wanted: DimensionSpec, tip: float, across: float, direction: int) -> Polygon:
        """Return an arrow head whose tip touches the extension line and which opens along +-1."""
        back = tip + direction * ARROW_LENGTH_MM / self._scale
        half = ARROW_WIDTH_MM / 2 / self._scale
        points = ((tip, across), (back, across - half), (back, across + half))
        return Polygon(Layer.DIMENSIONS, tuple(wanted.place(*point) for point in points), _SOLID)


def dimensioned(
    spec: DrawingSpec,
    scale: float,
    wanted: Iterable[DimensionSpec],
    solid: Iterable[Rectangle] = (),
    texts: Iterable[Primitive] = (),
) -> Dimensioner:
    """Return what has placed the dimensions of a drawing: none where it shows none.

    ``solid`` are as :class:`Dimensioner` has them, ``texts`` what has the texts to keep clear of.
    """
    dimensioner = Dimensioner(scale, solid, text_boxes(texts, scale), spec.sizes.text_mm)
    if spec.is_dimensioned:
        for each in wanted:
            dimensioner.add(each)
    return dimensioner


class _Crossed:
    """Solid boxes as extension lines meet them: from and to across the line, and along it."""

    def __init__(self, boxes: Iterable[Edges]) -> None:
        self._boxes = sorted(boxes)
        self._widest = max((to - start for start, to, _, _ in self._boxes), default=0.0)

    def at(self, place: float, near: float) -> Iterator[tuple[float, float]]:
        """Yield from where to where, along it, each box reaches that a line meets, or nearly."""
        # Only these can: there are a hundred pads, and each dimension asks for two places.
        first = bisect_left(self._boxes, (place - near - self._widest,))
        last = bisect_right(self._boxes, (place + near, inf))
        for start, to, from_along, to_along in self._boxes[first:last]:
            if start - near <= place <= to + near:
                yield from_along, to_along
