"""A drawing as SVG: millimetres of paper, one group a layer, text as outlines."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from a4s_gui.drawing.palette import PAPER
from a4s_gui.drawing.scene import Circle, Layer, Line, Polygon, RectangleItem, Scene, Shape, Text
from a4s_gui.drawing.sheet.sheet import Sheet, sheet_around
from a4s_gui.drawing.style import Style
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.export.facts import facts_of, title_of
from a4s_gui.export.request import ExportRequest
from a4s_gui.render.plain_number import format_number
from a4s_gui.render.qt.application import ensure_gui_application
from a4s_gui.render.qt.outlines import Letter, Point, contours, letters_on, style_of

_NAMESPACES = (
    'xmlns="http://www.w3.org/2000/svg" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
)

_LETTER_STEPS = 1000
"""Letters are drawn on a raster of a micrometre of paper; all else to a tenth of it."""


def svg_bytes(request: ExportRequest) -> bytes:
    """Return a drawing as the bytes of an SVG file.

    Width, height and ``viewBox`` are millimetres of paper: one millimetre of the part is ``scale``
    of them. Layers are groups named after them, the lowest first; Inkscape shows them as layers.

    Raises
    ------
    A4sError
        The drawing font is missing.
    """
    scene = build_scene(request.spec, request.scale)
    return svg_of(scene, title_of(request), facts_of(request))


def svg_of(scene: Scene, title: str, facts: Iterable[str]) -> bytes:
    """Return any scene as an SVG file of its own scale, with a title and a line for each fact.

    Raises
    ------
    A4sError
        The drawing font is missing.
    """
    ensure_gui_application()
    sheet = sheet_around(scene)
    width, height = format_number(sheet.width_mm), format_number(sheet.height_mm)
    size = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg {_NAMESPACES} version="1.1" {size}>',
        f"<title>{html.escape(title, quote=False)}</title>",
        f"<desc>{html.escape(chr(10).join(facts), quote=False)}</desc>",
        f'<rect id="paper" width="{width}" height="{height}" fill="{PAPER.background}"/>',
    ]
    shapes = list(scene.shapes())
    for layer in Layer:
        of_layer = [shape for shape in shapes if shape.layer is layer]
        if of_layer:
            lines += _layer(layer, of_layer, sheet)
    lines.append("</svg>\n")
    return "\n".join(lines).encode("utf-8")


def _layer(layer: Layer, shapes: Iterable[Shape], sheet: Sheet) -> Iterator[str]:
    yield f'<g id="{layer}" inkscape:groupmode="layer" inkscape:label="{layer.label}">'
    for style, alike in groupby(shapes, style_of):
        yield f"<g {_attributes(style)}>"
        for shape in alike:
            yield _element(shape, sheet)
        yield "</g>"
    yield "</g>"


def _attributes(style: Style) -> str:
    colour = PAPER.inks[style.ink]
    found = {"fill": colour if style.fill > 0 else "none"}
    if 0 < style.fill < 1:
        found["fill-opacity"] = format_number(style.fill)
    if style.pen_mm > 0:
        found |= {"stroke": colour, "stroke-width": format_number(style.pen_mm)}
        if strokes_mm := style.dash.strokes_mm:
            found["stroke-dasharray"] = " ".join(map(format_number, strokes_mm))
    return " ".join(f'{name}="{value}"' for name, value in found.items())


def _element(shape: Shape, sheet: Sheet) -> str:
    place = sheet.on_paper
    match shape:
        case RectangleItem():
            rect = shape.rect
            x, y = place(rect.left_mm, rect.top_mm)
            width, height = rect.width_mm * sheet.scale, rect.height_mm * sheet.scale
            return _tag("rect", x=x, y=y, width=width, height=height)
        case Line():
            (x1, y1), (x2, y2) = place(shape.x1_mm, shape.y1_mm), place(shape.x2_mm, shape.y2_mm)
            return _tag("line", x1=x1, y1=y1, x2=x2, y2=y2)
        case Polygon():
            points = " ".join(_pair(place(*point)) for point in shape.points_mm)
            return f'<polygon points="{points}"/>'
        case Circle():
            x, y = place(shape.x_mm, shape.y_mm)
            return _tag("circle", cx=x, cy=y, r=shape.radius_mm * sheet.scale)
        case Text():
            return f'<path d="{_path_data(shape, sheet)}"/>'


def _tag(name: str, **numbers: float) -> str:
    attributes = " ".join(f'{key}="{format_number(value)}"' for key, value in numbers.items())
    return f"<{name} {attributes}/>"


def _path_data(text: Text, sheet: Sheet) -> str:
    """Return a text as the data of a path: each contour's start, and all else relative to it."""
    data = []
    for letter, place in letters_on(sheet, text):
        x, y = _whole(place)
        for (dx, dy), steps in _relative_contours(letter):
            data.append(f"M{_numbers((x + dx, y + dy))}{steps}z")
    return "".join(data)


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
    text = format_number(value)
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _pair(point: Point) -> str:
    return f"{format_number(point[0])} {format_number(point[1])}"
