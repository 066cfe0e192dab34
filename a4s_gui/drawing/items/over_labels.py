"""Labels over a drawing on a screen: no lower than can be read, none over another text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product

from a4s_gui.drawing.bounds import grown, meets_any, text_boxes
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import Align, Layer, Primitive, RectangleItem, Text
from a4s_gui.drawing.standards import CLEARANCE_MM, THIN_PEN_MM
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.geometry.shapes import Edges, Rectangle

_LAYER = Layer.DIMENSIONS
_BESIDE_TEXT_MM, _ABOVE_TEXT_MM = 0.8, 0.5
"""Ground on each side of a text; with it a label is no higher than a drawing's margin."""
_GAP_MM = 2.5
"""Between a place and the label beside it."""
_INSET_MM = 0.15
_STEPS = 8
"""So many places above and beneath one another are tried."""


class OverLabels:
    """Places labels one after another on grounds that hide the drawing.

    ``area`` is what is seen of it, in mm of the part; the labels' capitals are ``text_mm`` high, on
    paper. Over the texts of what is ``beneath`` a label stands only where there is no other room.
    """

    def __init__(
        self, scale: float, area: Rectangle, text_mm: float, beneath: Sequence[Primitive] = ()
    ) -> None:
        self.scale = scale
        self.area = area
        self.text_mm = text_mm
        self.beneath = beneath
        self._placed: list[Edges] = []

    def clear(self) -> None:
        """Take the labels away; what is beneath them is not looked through again."""
        self._placed.clear()

    def beside(self, text: str, x_mm: float, y_mm: float) -> Iterator[Primitive]:
        """Yield a label beside a place, on the side where there is room for it."""
        width, height = self._size(text)
        gap = _GAP_MM / self.scale
        places = [
            (
                x_mm + gap if side > 0 else x_mm - gap - width,
                y_mm - gap - height - away if up else y_mm + gap + away,
            )
            for step, up, side in product(range(_STEPS), (True, False), (1, -1))
            for away in (step * height,)
        ]
        yield from self._drawn(text, self._best(places, width, height))

    def in_corner(self, text: str) -> Iterator[Primitive]:
        """Yield a label at the upper right corner of what is seen, in the margin of a drawing."""
        inset = _INSET_MM / self.scale
        left = self.area.right_mm - inset - self._size(text)[0]
        yield from self._drawn(text, (left, self.area.top_mm + inset))

    def _size(self, text: str) -> tuple[float, float]:
        width_mm = text_width_mm(text, self.text_mm) + 2 * _BESIDE_TEXT_MM
        return width_mm / self.scale, (self.text_mm + 2 * _ABOVE_TEXT_MM) / self.scale

    def _best(
        self, places: Sequence[tuple[float, float]], width: float, height: float
    ) -> tuple[float, float]:
        """Return the first place that is in view and over no text, or else over no label."""
        area = self.area
        seen = [
            (left, top)
            for left, top in places
            if area.left_mm <= left <= area.right_mm - width
            and area.top_mm <= top <= area.bottom_mm - height
        ]
        for texts in ([*self._placed, *self._texts], self._placed):
            for left, top in seen:
                if not meets_any((left, top, left + width, top + height), texts):
                    return left, top
        left, top = (seen or places)[0]
        return (
            max(area.left_mm, min(left, area.right_mm - width)),
            max(area.top_mm, min(top, area.bottom_mm - height)),
        )

    @cached_property
    def _texts(self) -> list[Edges]:
        clear = CLEARANCE_MM / self.scale
        return [grown(box, clear) for box in text_boxes(self.beneath, self.scale)]

    def _drawn(self, text: str, corner: tuple[float, float]) -> Iterator[Primitive]:
        left, top = corner
        width, height = self._size(text)
        self._placed.append((left, top, left + width, top + height))
        ground = Rectangle.from_edges(left, top, left + width, top + height)
        yield RectangleItem(_LAYER, ground, Style(ColorRole.LABEL, fill=0.92))
        yield RectangleItem(_LAYER, ground, Style(ColorRole.MEASURE, THIN_PEN_MM))
        base = top + height - _ABOVE_TEXT_MM / self.scale
        start = left + _BESIDE_TEXT_MM / self.scale
        yield Text(_LAYER, start, base, text, self.text_mm, Align.LEFT, ink=ColorRole.MEASURE)
