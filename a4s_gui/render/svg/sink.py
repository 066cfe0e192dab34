"""A scene as SVG elements in millimetres of paper: one group a layer, text as outlines."""

from __future__ import annotations

import html
from collections.abc import Mapping
from functools import cache

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.numbers import plain_number
from a4s_gui.catalog.wording import one_line
from a4s_gui.drawing.palette import PAPER
from a4s_gui.drawing.scene import Circle, Layer, Line, PadIdentity, Polygon, RectangleItem, Text
from a4s_gui.drawing.sheet.sheet import Sheet
from a4s_gui.drawing.style import Style
from a4s_gui.render.pad_keys import PadKeys
from a4s_gui.render.qt.outlines import Letter, Point, contours, letters_on
from a4s_gui.render.sink import Sink

_LETTER_STEPS = 1000
"""Letters are drawn on a raster of a micrometre of paper; all else to a tenth of it."""


class SvgSink(Sink):
    """Writes a scene on a sheet as lines of SVG.

    Layers are groups named after them; Inkscape shows them as layers. In each, what belongs to one
    half is a group, ``copper-socket``; a pad of it is ``socket-pad-1`` and has a title. Texts need
    a ``QGuiApplication``, whose font engine has the letters' outlines.
    """

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._layer: Layer
        self._in_half = False
        self._pad_keys = PadKeys()
        self.lines: list[str] = []

    def begin_layer(self, layer: Layer) -> None:
        """Open a group that Inkscape takes for a layer."""
        self._layer = layer
        self.lines.append(
            f'<g id="{layer}" inkscape:groupmode="layer" inkscape:label="{layer.label}">'
        )

    def end_layer(self) -> None:
        """Close the layer's group."""
        self.lines.append("</g>")

    def begin_half(self, half: Half | None) -> None:
        """Open a group of what belongs to a half on the layer."""
        self._in_half = half is not None
        if self._in_half:
            self.lines.append(f'<g id="{self._layer}-{half}">')

    def end_half(self) -> None:
        """Close the half's group."""
        if self._in_half:
            self.lines.append("</g>")

    def begin_style(self, style: Style) -> None:
        """Open a group that says the style once for all in it."""
        self.lines.append(f"<g {_style(style)}>")

    def end_style(self) -> None:
        """Close the style's group."""
        self.lines.append("</g>")

    def rectangle(self, shape: RectangleItem) -> None:
        """Add a ``rect``; that of a pad says which one it is."""
        rect, scale = shape.rect, self._sheet.scale
        x, y = self._sheet.on_paper(rect.left_mm, rect.top_mm)
        place = {"x": x, "y": y, "width": rect.width_mm * scale, "height": rect.height_mm * scale}
        if shape.pad is None:
            self._add("rect", **place)
        else:
            self._pad(shape.pad, _attributes(place))

    def line(self, shape: Line) -> None:
        """Add a ``line``."""
        x1, y1 = self._sheet.on_paper(shape.x1_mm, shape.y1_mm)
        x2, y2 = self._sheet.on_paper(shape.x2_mm, shape.y2_mm)
        self._add("line", x1=x1, y1=y1, x2=x2, y2=y2)

    def polygon(self, shape: Polygon) -> None:
        """Add a ``polygon``."""
        points = " ".join(_pair(self._sheet.on_paper(*point)) for point in shape.points_mm)
        self.lines.append(f'<polygon points="{points}"/>')

    def circle(self, shape: Circle) -> None:
        """Add a ``circle``."""
        x, y = self._sheet.on_paper(shape.x_mm, shape.y_mm)
        self._add("circle", cx=x, cy=y, r=shape.radius_mm * self._sheet.scale)

    def text(self, shape: Text) -> None:
        """Add a ``path``: each contour's start, and all else relative to it."""
        data = []
        for letter, place in letters_on(self._sheet, shape):
            x, y = _whole(place)
            for (dx, dy), steps in _relative_contours(letter):
                data.append(f"M{_numbers((x + dx, y + dy))}{steps}z")
        label = html.escape(one_line(shape.text))
        self.lines.append(f'<path aria-label="{label}" d="{"".join(data)}"/>')

    def _add(self, name: str, **numbers: float) -> None:
        self.lines.append(f"<{name} {_attributes(numbers)}/>")

    def _pad(self, pad: PadIdentity, place: str) -> None:
        ident = f"{pad.half}-pad-{self._pad_keys.key(pad)}"
        net = f", {pad.net}" if pad.net else ""
        words = html.escape(f"{pad.half.capitalize()} pad {pad.number}{net}", quote=False)
        self.lines.append(f'<rect id="{ident}" {place}><title>{words}</title></rect>')


def _attributes(numbers: Mapping[str, float]) -> str:
    return " ".join(f'{key}="{plain_number(value)}"' for key, value in numbers.items())


def _style(style: Style) -> str:
    colour = PAPER.inks[style.ink]
    found = {"fill": colour if style.fill > 0 else "none"}
    if 0 < style.fill < 1:
        found["fill-opacity"] = plain_number(style.fill)
    if style.pen_mm > 0:
        found |= {"stroke": colour, "stroke-width": plain_number(style.pen_mm)}
        if strokes_mm := style.dash.strokes_mm:
            found["stroke-dasharray"] = " ".join(map(plain_number, strokes_mm))
    return " ".join(f'{name}="{value}"' for name, value in found.items())


@cache
def _relative_contours(letter: Letter) -> tuple[tuple[tuple[int, int], str], ...]:
    """Return the contours of a letter: where each begins, and its steps as path data."""
    found = []
    for contour in contours(letter):
        at = start = _whole(contour.start)
        steps = []
        for step in contour.steps:
            points = [_whole(point) for point in step]
            away = [(x - at[0], y - at[1]) for x, y in points]
            steps.append(("l" if len(step) == 1 else "q") + _numbers(*away))
            at = points[-1]
        found.append((start, "".join(steps)))
    return tuple(found)


def _whole(point: Point) -> tuple[int, int]:
    return round(point[0] * _LETTER_STEPS), round(point[1] * _LETTER_STEPS)


def _numbers(*points: tuple[int, int]) -> str:
    """Return coordinates with a blank only where a number's own sign does not part it."""
    words = [_short(value / _LETTER_STEPS) for point in points for value in point]
    return "".join(word if word[0] == "-" else f" {word}" for word in words).lstrip()


def _short(value: float) -> str:
    text = plain_number(value)
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _pair(point: Point) -> str:
    return f"{plain_number(point[0])} {plain_number(point[1])}"
