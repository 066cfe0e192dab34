"""Broken views: where a part is drawn shortened, as ISO 128 has it, and what that hides.

Both ends stand at the drawing's scale, moved towards each other; thin lines with a zigzag bound
what is left out between them. A length over a break is that of the part, not of the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from a4s_gui.drawing.scene import Layer, Line
from a4s_gui.drawing.standards import THIN_PEN_MM
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.geometry.shapes import Rectangle

GAP_MM = 3.0
"""Between both break lines, on paper."""
_ZIGZAG_MM = 0.8
"""How far the zigzag goes to either side, on paper; it takes as much of the line up and down."""
_LINE = Style(ColorRole.TEXT, THIN_PEN_MM)


def break_line(x_mm: float, area: Rectangle, scale: float) -> Iterator[Line]:
    """Yield a break line with a zigzag, as high as the box of what is broken."""
    reach, middle_mm = _ZIGZAG_MM / scale, area.y_mm
    places = (
        (x_mm, area.top_mm),
        (x_mm, middle_mm - reach),
        (x_mm - reach, middle_mm - reach / 3),
        (x_mm + reach, middle_mm + reach / 3),
        (x_mm, middle_mm + reach),
        (x_mm, area.bottom_mm),
    )
    for start, end in pairwise(places):
        yield Line(Layer.BODY, *start, *end, _LINE)
