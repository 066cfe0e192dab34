"""What a PDF page shows: a scene as drawing operators, in millimetres from the upper left corner.

The resources it names are ``/L0``, ``/L1`` ... for the layers and ``/A0``, ``/A1`` ... for the
opacities of fillings, in the order of :func:`shown_layers` and :func:`opacities`, and ``/F0`` for
the font, of which :func:`characters` are shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from a4s_gui.catalog.numbers import plain_number
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.palette import PAPER
from a4s_gui.drawing.scene import Circle, Layer, Line, Polygon, RectangleItem, Scene, Text
from a4s_gui.drawing.sheet.sheet import MM_PER_INCH, Sheet
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.render.pdf.font import FontSubset
from a4s_gui.render.sink import Sink, draw_scene

POINTS_PER_MM = 72.0 / MM_PER_INCH
Point = tuple[float, float]
_ROUND = 0.5522847498
"""Arms of the Bézier curve for a quarter of a circle, as a part of the radius."""


def shown_layers(scene: Scene) -> tuple[Layer, ...]:
    """Return the layers on which a scene has anything, the lowest first."""
    used = {item.layer for item in scene.items}
    return tuple(layer for layer in Layer if layer in used)


def opacities(scene: Scene) -> tuple[float, ...]:
    """Return every opacity that a scene's fillings have, 1 always among them."""
    fills = {shape.style.fill for shape in scene.shapes()}
    return tuple(sorted({fill for fill in fills if fill > 0} | {1.0}))


def characters(scene: Scene) -> frozenset[str]:
    """Return every character that a scene's texts hold."""
    texts = (shape.text for shape in scene.shapes() if isinstance(shape, Text))
    return frozenset(character for text in texts for character in text)


def page_content(scene: Scene, sheet: Sheet, font: FontSubset) -> bytes:
    """Return the operators that draw a scene on a page of its sheet's size."""
    sink = PdfSink(scene, sheet, font)
    draw_scene(scene, sink)
    return "\n".join(sink.lines).encode("ascii")


class PdfSink(Sink):
    """Writes a scene on a sheet as lines of operators; the font has the characters of all texts."""

    def __init__(self, scene: Scene, sheet: Sheet, font: FontSubset) -> None:
        self._sheet = sheet
        self._layers = shown_layers(scene)
        self._alphas = opacities(scene)
        self._font = font
        self._finish = ""
        unit = plain_number(POINTS_PER_MM, 9)
        height = plain_number(sheet.height_mm * POINTS_PER_MM)
        self.lines = [f"{unit} 0 0 -{unit} 0 {height} cm"]

    def begin_layer(self, layer: Layer) -> None:
        """Open content that the reader can switch off."""
        self.lines.append(f"/OC /L{self._layers.index(layer)} BDC")

    def end_layer(self) -> None:
        """Close the layer's content."""
        self.lines.append("EMC")

    def begin_style(self, style: Style) -> None:
        """Set colour, pen and opacity."""
        self.lines += ["q", *_state(style, self._alphas)]
        self._finish = _finish(style)

    def end_style(self) -> None:
        """Restore what was set before."""
        self.lines.append("Q")

    def rectangle(self, shape: RectangleItem) -> None:
        """Draw a rectangle by its upper left corner and its size."""
        rect, scale = shape.rect, self._sheet.scale
        corner = _pair(self._sheet.on_paper(rect.left_mm, rect.top_mm))
        self._path(f"{corner} {_pair((rect.width_mm * scale, rect.height_mm * scale))} re")

    def line(self, shape: Line) -> None:
        """Draw a straight line."""
        start = self._sheet.on_paper(shape.x1_mm, shape.y1_mm)
        end = self._sheet.on_paper(shape.x2_mm, shape.y2_mm)
        self._path(f"{_pair(start)} m {_pair(end)} l")

    def polygon(self, shape: Polygon) -> None:
        """Draw a closed polygon."""
        first, *more = (_pair(self._sheet.on_paper(*point)) for point in shape.points_mm)
        self._path(f"{first} m", *(f"{point} l" for point in more), "h")

    def circle(self, shape: Circle) -> None:
        """Draw a circle of four curves."""
        centre = self._sheet.on_paper(shape.x_mm, shape.y_mm)
        self._path(*_circle(centre, shape.radius_mm * self._sheet.scale))

    def text(self, shape: Text) -> None:
        """Show a line of text; the page's y runs down, the letters' up."""
        x, y = self._sheet.on_paper(shape.x_mm, shape.y_mm)
        before = shape.before * text_width_mm(shape.text, shape.height_mm)
        if shape.vertical:
            turn, place = "0 -1 -1 0", (x, y + before)
        else:
            turn, place = "1 0 0 -1", (x - before, y)
        size = plain_number(shape.height_mm * 1000 / self._font.cap_height, 7)
        code = self._font.code(shape.text)
        self.lines.append(f"BT /F0 {size} Tf {turn} {_pair(place)} Tm <{code}> Tj ET")

    def _path(self, *operators: str) -> None:
        self.lines += [*operators, self._finish]


def _state(style: Style, alphas: tuple[float, ...]) -> Iterator[str]:
    if style.fill > 0:
        yield f"{_colour(style.ink)} rg"
        yield f"/A{alphas.index(style.fill)} gs"
    if style.pen_mm > 0:
        yield f"{_colour(style.ink)} RG {plain_number(style.pen_mm)} w"
        if strokes_mm := style.dash.strokes_mm:
            yield f"[{' '.join(map(plain_number, strokes_mm))}] 0 d"


def _finish(style: Style) -> str:
    """Return the operator that fills, draws or does both to a path."""
    if style.fill > 0:
        return "B" if style.pen_mm > 0 else "f"
    return "S" if style.pen_mm > 0 else "n"


def _colour(ink: ColorRole) -> str:
    code = PAPER.inks[ink]
    return " ".join(plain_number(int(code[i : i + 2], 16) / 255) for i in (1, 3, 5))


def _circle(centre: Point, radius: float) -> Iterator[str]:
    x, y = centre
    yield f"{_pair((x + radius, y))} m"
    for cos, sin in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        quarter = (
            (cos - sin * _ROUND, sin + cos * _ROUND),
            (cos * _ROUND - sin, sin * _ROUND + cos),
            (-sin, cos),
        )
        yield " ".join(_pair((x + radius * dx, y + radius * dy)) for dx, dy in quarter) + " c"
    yield "h"


def _pair(point: Point) -> str:
    return f"{plain_number(point[0])} {plain_number(point[1])}"
