"""Linear dimensions as on an engineering drawing, placed so that no text touches anything.

A dimension that finds no free place at a scale is left out rather than drawn over something else;
:attr:`Dimensioner.left_out` counts those, and the drawing says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import (
    Align,
    ColorRole,
    Dimension,
    Edges,
    Layer,
    Line,
    Polygon,
    Style,
    Text,
    shape_edges,
)
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
from a4s_gui.geometry.shapes import Rectangle

_THIN = Style(ColorRole.DIMENSION, THIN_PEN_MM)
_SOLID = Style(ColorRole.DIMENSION, fill=1.0)


@dataclass(frozen=True, slots=True)
class Measure:
    """What to dimension: two features along one axis, and where the dimension line stands.

    Along x unless ``vertical``: the features are at ``first_mm`` < ``second_mm`` on the measured
    axis and at ``feature_mm`` on the other one, where the dimension line stands at ``line_mm``.
    ``label`` replaces the plain length. ``outside`` says on which side a text that does not fit
    between the arrows is tried first: -1 before the first feature, +1 behind the second.
    """

    first_mm: float
    second_mm: float
    feature_mm: float
    line_mm: float
    vertical: bool = False
    label: str = ""
    outside: int = 1

    @property
    def text(self) -> str:
        """The label, by default the length with two decimals."""
        return self.label or f"{self.second_mm - self.first_mm:.2f}"


class Dimensioner:
    """Places dimensions one after another, the important ones first.

    Parameters
    ----------
    scale
        Of the drawing, n:1.
    solid
        Boxes that no text may touch, in mm of the part: pads, captions.
    """

    def __init__(self, scale: float, solid: Iterable[Rectangle] = ()) -> None:
        self._scale = scale
        self._no_text: list[Edges] = [
            (box.left_mm, box.top_mm, box.right_mm, box.bottom_mm) for box in solid
        ]
        self._texts: list[Edges] = []
        self.placed: list[Dimension] = []
        self.left_out = 0

    def add(self, measure: Measure) -> None:
        """Place one dimension, or leave it out where its text finds no free place."""
        for candidate in self._candidates(measure):
            text = _grown(shape_edges(candidate.label, self._scale), CLEARANCE_MM / self._scale)
            if any(_overlap(text, box) for box in self._no_text):
                continue
            lines = [
                shape_edges(part, self._scale)
                for part in candidate.parts
                if not isinstance(part, Text)
            ]
            if any(_overlap(line, box) for line in lines for box in self._texts):
                continue
            self.placed.append(candidate)
            self._texts.append(text)
            self._no_text += [text, *lines]
            return
        self.left_out += 1

    def _candidates(self, measure: Measure) -> Iterator[Dimension]:
        span_mm = (measure.second_mm - measure.first_mm) * self._scale
        text_mm = text_width_mm(measure.text, TEXT_MM)
        inside = span_mm >= 2 * ARROW_LENGTH_MM + 0.5
        if inside and span_mm >= text_mm + 2 * CLEARANCE_MM:
            yield self._dimension(measure, inside=True, side=0)
        for side in (measure.outside, -measure.outside):
            yield self._dimension(measure, inside=inside, side=side)

    def _dimension(self, measure: Measure, *, inside: bool, side: int) -> Dimension:
        unit = 1 / self._scale
        first, second, line = measure.first_mm, measure.second_mm, measure.line_mm
        away = 1 if line > measure.feature_mm else -1
        start = measure.feature_mm + away * EXTENSION_GAP_MM * unit
        end = line + away * EXTENSION_OVERSHOOT_MM * unit
        text_mm = text_width_mm(measure.text, TEXT_MM) * unit
        tail = (0 if inside else ARROW_LENGTH_MM + 1.0) * unit
        lowest, highest = first - tail, second + tail
        gap = TEXT_BESIDE_MM * unit
        if side > 0:
            middle = second + gap + text_mm / 2
            highest = max(highest, middle + text_mm / 2)
        elif side < 0:
            middle = first - gap - text_mm / 2
            lowest = min(lowest, middle - text_mm / 2)
        else:
            middle = (first + second) / 2
        spin = 1 if inside else -1
        parts: list[Line | Polygon | Text] = [
            self._line(measure, first, start, first, end),
            self._line(measure, second, start, second, end),
            self._line(measure, lowest, line, highest, line),
            self._arrow(measure, first, line, spin),
            self._arrow(measure, second, line, -spin),
        ]
        on_line = line - TEXT_GAP_MM * unit
        x, y = (on_line, middle) if measure.vertical else (middle, on_line)
        label = Text(
            Layer.DIMENSIONS,
            x,
            y,
            measure.text,
            TEXT_MM,
            Align.CENTRE,
            vertical=measure.vertical,
            ink=ColorRole.DIMENSION,
        )
        x1, y1 = self._place(measure, first, measure.feature_mm)
        x2, y2 = self._place(measure, second, measure.feature_mm)
        return Dimension(
            Layer.DIMENSIONS, x1, y1, x2, y2, line, measure.vertical, label, (*parts, label)
        )

    @staticmethod
    def _place(measure: Measure, along: float, across: float) -> tuple[float, float]:
        return (across, along) if measure.vertical else (along, across)

    def _line(self, measure: Measure, a1: float, c1: float, a2: float, c2: float) -> Line:
        x1, y1 = self._place(measure, a1, c1)
        x2, y2 = self._place(measure, a2, c2)
        return Line(Layer.DIMENSIONS, x1, y1, x2, y2, _THIN)

    def _arrow(self, measure: Measure, tip: float, across: float, direction: int) -> Polygon:
        """Return an arrow head whose tip touches the extension line and which opens along +-1."""
        back = tip + direction * ARROW_LENGTH_MM / self._scale
        half = ARROW_WIDTH_MM / 2 / self._scale
        points = ((tip, across), (back, across - half), (back, across + half))
        return Polygon(
            Layer.DIMENSIONS, tuple(self._place(measure, a, c) for a, c in points), _SOLID
        )


def _grown(edges: Edges, margin: float) -> Edges:
    left, top, right, bottom = edges
    return (left - margin, top - margin, right + margin, bottom + margin)


def _overlap(one: Edges, other: Edges) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
