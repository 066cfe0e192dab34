"""The legend: what the colours of a drawing mean, for the layers that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import Layer, Polygon, Primitive, RectangleItem
from a4s_gui.drawing.standards import THIN_PEN_MM
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.frozen import replace

_LEADING_MM = 1.8
"""Free between two lines."""
_SWATCH_MM = 3.0
"""How wide; as high as the words."""

_Key = tuple[Layer, ColorRole]
_SOCKET_PADS: _Key = (Layer.COPPER, ColorRole.SOCKET_COPPER)
_HEADER_PADS: _Key = (Layer.COPPER, ColorRole.HEADER_COPPER)
_BODY: _Key = (Layer.BODY, ColorRole.BODY)
_HEADER_BODY: _Key = (Layer.BODY, ColorRole.HEADER_BODY)
_LABELS: dict[_Key, str] = {
    _SOCKET_PADS: "socket pads",
    _HEADER_PADS: "header pads",
    (Layer.COPPER, ColorRole.PIN_1): "socket pad 1",
    (Layer.COPPER, ColorRole.HEADER_PIN_1): "header pad 1",
    (Layer.COPPER, ColorRole.FOUND): "found pads",
    (Layer.COPPER, ColorRole.DEVIATING): "deviating",
    (Layer.MASK, ColorRole.MASK): Layer.MASK.words.item,
    (Layer.PASTE, ColorRole.PASTE): Layer.PASTE.words.item,
    _BODY: Layer.BODY.words.item,
    _HEADER_BODY: "header body",
    (Layer.BODY, ColorRole.TAPE): "tape",
    (Layer.COURTYARD, ColorRole.COURTYARD): Layer.COURTYARD.words.item,
    (Layer.STIFFENER, ColorRole.STIFFENER): Layer.STIFFENER.words.item,
}


def legend_items(
    items: Iterable[Primitive],
    corner: PaperCorner,
    width_mm: float,
    note_mm: float,
    free_left_mm: float = 0.0,
) -> tuple[list[Primitive], float]:
    """Return a swatch and a word for every colour in use, and the legend's height in mm of paper.

    ``width_mm`` is the paper's width at which the legend goes on in a new line, ``note_mm`` the
    height of its words. New lines begin ``free_left_mm`` further left.
    """
    wide, high, line_mm = _SWATCH_MM, note_mm, legend_line_mm(note_mm)
    x, y = 0.0, 0.0
    found: list[Primitive] = []
    for label, styles in _entries(items):
        entry = wide + 1.0 + text_width_mm(label, note_mm) + 3.5
        if found and x + entry > width_mm:
            x, y = -free_left_mm, y + line_mm
        found += [corner.at(x, y).box(wide, high, _swatch(style)) for style in styles]
        found.append(corner.text(x + wide + 1.0, y + high, label, note_mm, ColorRole.DIMENSION))
        x += entry
    return found, (y + line_mm if found else 0.0)


def legend_line_mm(note_mm: float) -> float:
    """Return the height of a line of the legend whose words are ``note_mm`` high."""
    return note_mm + _LEADING_MM


def _entries(items: Iterable[Primitive]) -> Iterator[tuple[str, Sequence[Style]]]:
    """Yield each word with the styles that lie on each other in its swatch, the lowest first."""
    styles = {
        (item.layer, item.style.ink): item.style
        for item in items
        if isinstance(item, (RectangleItem, Polygon)) and (item.layer, item.style.ink) in _LABELS
    }
    for key, label in _LABELS.items():
        if key == _BODY and _HEADER_BODY in styles:
            label = "socket body"  # noqa: PLW2901 - of two bodies each is named
        if key in styles:
            yield label, (styles[key],)
        if key == _HEADER_PADS and (overlap := _overlap(styles)):
            yield "overlap", overlap


def _overlap(styles: Mapping[_Key, Style]) -> Sequence[Style]:
    """Return the styles of both halves' pads, the opaque one first, where one is translucent."""
    pads = [styles[key] for key in (_SOCKET_PADS, _HEADER_PADS) if key in styles]
    if len(pads) < 2 or all(style.fill == 1 for style in pads):
        return ()
    return sorted(pads, key=lambda style: -style.fill)


def _swatch(style: Style) -> Style:
    if style.ink is ColorRole.DEVIATING:
        return style  # its pen tells it
    if style.ink is ColorRole.FOUND:
        return replace(style, dash=LineStyle.DOTTED)  # longer dashes make no box of this size
    # Where a section is shortened, the body's filling has its outline in lines of their own.
    is_body = style.ink in (ColorRole.BODY, ColorRole.HEADER_BODY)
    pen_mm = THIN_PEN_MM if is_body else min(style.pen_mm, THIN_PEN_MM)
    return Style(style.ink, pen_mm, style.fill)
