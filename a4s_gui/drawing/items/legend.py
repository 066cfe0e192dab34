"""The legend: what the colours of a drawing mean, for the layers that it shows."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import Align, Layer, Primitive, RectangleItem, Shape, Text
from a4s_gui.drawing.standards import NOTE_MM, THIN_PEN_MM
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.geometry.shapes import Rectangle

LINE_MM = 3.6
_SWATCH_MM = (3.0, 1.8)

_LABELS: dict[tuple[Layer, ColorRole], str] = {
    (Layer.COPPER, ColorRole.SOCKET_COPPER): "socket pads",
    (Layer.COPPER, ColorRole.HEADER_COPPER): "header pads",
    (Layer.COPPER, ColorRole.PIN_1): "pad 1",
    (Layer.MASK, ColorRole.MASK): Layer.MASK.words.item,
    (Layer.PASTE, ColorRole.PASTE): Layer.PASTE.words.item,
    (Layer.BODY, ColorRole.BODY): Layer.BODY.words.item,
    (Layer.BODY, ColorRole.HEADER_BODY): "header body",
    (Layer.BODY, ColorRole.TAPE): "tape",
    (Layer.COURTYARD, ColorRole.COURTYARD): Layer.COURTYARD.words.item,
    (Layer.STIFFENER, ColorRole.STIFFENER): Layer.STIFFENER.words.item,
}


def legend_items(
    items: Iterable[Primitive], scale: float, left_mm: float, top_mm: float, width_mm: float
) -> tuple[list[Primitive], float]:
    """Return a swatch and a word for every colour in use, and the legend's height in mm of paper.

    ``left_mm`` and ``top_mm`` are in mm of the part, ``width_mm`` is the paper's width at which
    the legend goes on in a new line.
    """
    styles = {
        (item.layer, item.style.ink): item.style
        for item in items
        if isinstance(item, RectangleItem) and (item.layer, item.style.ink) in _LABELS
    }
    unit = 1 / scale
    wide, high = _SWATCH_MM
    x, y = 0.0, 0.0
    found: list[Primitive] = []
    for key, label in _LABELS.items():
        if key not in styles:
            continue
        entry = wide + 1.0 + text_width_mm(label, NOTE_MM) + 3.5
        if x and x + entry > width_mm:
            x, y = 0.0, y + LINE_MM
        left, base = left_mm + x * unit, top_mm + (y + high) * unit
        found.append(_swatch(styles[key], left, base, wide * unit, high * unit))
        word = Text(
            Layer.NOTES,
            left + (wide + 1.0) * unit,
            base,
            label,
            NOTE_MM,
            Align.LEFT,
            ink=ColorRole.DIMENSION,
        )
        found.append(word)
        x += entry
    return found, (y + LINE_MM if found else 0.0)


def _swatch(style: Style, left: float, base: float, width: float, height: float) -> Shape:
    rect = Rectangle.from_edges(left, base - height, left + width, base)
    pen_mm = min(style.pen_mm, THIN_PEN_MM) if style.pen_mm else 0.0
    return RectangleItem(Layer.NOTES, rect, Style(style.ink, pen_mm, style.fill))
