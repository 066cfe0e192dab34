"""Primitives placed on the paper instead of on the part."""

from __future__ import annotations

from bisect import bisect_right

from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import Align, Layer, Line, RectangleItem, Text
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.frozen import frozen
from a4s_gui.geometry.shapes import Rectangle

_ELLIPSIS = "…"
_MOST_LETTERS = 2_000
"""No line on paper has room for more; somebody may have pasted a book."""


@frozen
class PaperCorner:
    """A place on a scene's paper to draw from: lengths are mm of paper, x right, y down.

    ``left_mm`` and ``top_mm`` are its place in the scene, in mm of the part, at ``scale``:1.
    """

    left_mm: float
    top_mm: float
    scale: float

    def at(self, x_mm: float, y_mm: float) -> PaperCorner:
        """Return the place this much further right and down on the paper."""
        return PaperCorner(
            self.left_mm + x_mm / self.scale, self.top_mm + y_mm / self.scale, self.scale
        )

    def line(self, x1_mm: float, y1_mm: float, x2_mm: float, y2_mm: float, style: Style) -> Line:
        """Return a line between two points of the paper."""
        start, end = self.at(x1_mm, y1_mm), self.at(x2_mm, y2_mm)
        return Line(Layer.NOTES, start.left_mm, start.top_mm, end.left_mm, end.top_mm, style)

    def box(self, width_mm: float, height_mm: float, style: Style) -> RectangleItem:
        """Return a rectangle of paper whose upper left corner is this."""
        end = self.at(width_mm, height_mm)
        rect = Rectangle.from_edges(self.left_mm, self.top_mm, end.left_mm, end.top_mm)
        return RectangleItem(Layer.NOTES, rect, style)

    def text(
        self, x_mm: float, y_mm: float, text: str, height_mm: float, ink: ColorRole = ColorRole.TEXT
    ) -> Text:
        """Return a text that begins at a point of the paper, on its base line."""
        start = self.at(x_mm, y_mm)
        return Text(Layer.NOTES, start.left_mm, start.top_mm, text, height_mm, Align.LEFT, ink=ink)


def shortened(text: str, height_mm: float, width_mm: float) -> str:
    """Return a text, or as much of it as fits in a width of paper, with an ellipsis."""
    text = text[:_MOST_LETTERS]
    if text_width_mm(text, height_mm) <= width_mm:
        return text

    def shorter(letters: int) -> str:
        return text[:letters].rstrip() + _ELLIPSIS

    too_long = bisect_right(
        range(len(text)), width_mm, key=lambda letters: text_width_mm(shorter(letters), height_mm)
    )
    return shorter(max(0, too_long - 1))
