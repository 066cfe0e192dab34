"""What a PDF page shows: a scene as drawing operators, in millimetres from the upper left corner.

The resources it names are ``/L0``, ``/L1`` ... for the layers and ``/A0``, ``/A1`` ... for the
opacities of fillings, in the order of :func:`shown_layers` and :func:`opacities`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from a4s_gui.drawing.palette import PAPER
from a4s_gui.drawing.scene import Circle, Layer, Line, Polygon, RectangleItem, Scene, Text
from a4s_gui.drawing.sheet.sheet import MM_PER_INCH, Sheet
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.render.plain_number import format_number
from a4s_gui.render.qt.outlines import Contour, Letter, Point, contours, letters_on, style_of

POINTS_PER_MM = 72.0 / MM_PER_INCH
_ROUND = 0.5522847498
"""Arms of the Bézier curve for a quarter of a circle, as a part of the radius."""


def shown_layers(scene: Scene) -> tuple[Layer, ...]:
    """Return the layers on which a scene has anything, the lowest first."""
    used = {item.layer for item in scene.items}
    return tuple(layer for layer in Layer if layer in used)


def opacities(scene: Scene) -> tuple[float, ...]:
    """Return every opacity that a scene's fillings have, 1 always among them."""
    fills = {style_of(shape).fill for shape in scene.shapes()}
    return tuple(sorted({fill for fill in fills if fill > 0} | {1.0}))


def page_content(scene: Scene, sheet: Sheet) -> bytes:
    """Return the operators that draw a scene on a page of its sheet's size."""
    shapes = list(scene.shapes())
    alphas = opacities(scene)
    unit = format_number(POINTS_PER_MM, 9)
    lines = [f"{unit} 0 0 -{unit} 0 {format_number(sheet.height_mm * POINTS_PER_MM)} cm"]
    for i, layer in enumerate(shown_layers(scene)):
        lines.append(f"/OC /L{i} BDC")
        of_layer = (shape for shape in shapes if shape.layer is layer)
        for style, alike in groupby(of_layer, style_of):
            lines += ["q", *_state(style, alphas)]
            for shape in alike:
                if isinstance(shape, Text):
                    lines += _letters(shape, sheet)
                else:
                    lines += [*_path(shape, sheet), _finish(style)]
            lines.append("Q")
        lines.append("EMC")
    return "\n".join(lines).encode("ascii")


def _state(style: Style, alphas: tuple[float, ...]) -> Iterator[str]:
    if style.fill > 0:
        yield f"{_colour(style.ink)} rg"
        yield f"/A{alphas.index(style.fill)} gs"
    if style.pen_mm > 0:
        yield f"{_colour(style.ink)} RG {format_number(style.pen_mm)} w"
        if strokes_mm := style.dash.strokes_mm:
            yield f"[{' '.join(map(format_number, strokes_mm))}] 0 d"


def _finish(style: Style) -> str:
    """Return the operator that fills, draws or does both to a path."""
    if style.fill > 0:
        return "B" if style.pen_mm > 0 else "f"
    return "S" if style.pen_mm > 0 else "n"


def _colour(ink: ColorRole) -> str:
    code = PAPER.inks[ink]
    return " ".join(format_number(int(code[i : i + 2], 16) / 255) for i in (1, 3, 5))


def _path(shape: RectangleItem | Line | Polygon | Circle, sheet: Sheet) -> Iterable[str]:
    place = sheet.on_paper
    match shape:
        case RectangleItem():
            rect = shape.rect
            size = _pair((rect.width_mm * sheet.scale, rect.height_mm * sheet.scale))
            return [f"{_pair(place(rect.left_mm, rect.top_mm))} {size} re"]
        case Line():
            start, end = place(shape.x1_mm, shape.y1_mm), place(shape.x2_mm, shape.y2_mm)
            return [f"{_pair(start)} m {_pair(end)} l"]
        case Polygon():
            points = [_pair(place(*point)) for point in shape.points_mm]
            return [f"{points[0]} m", *(f"{point} l" for point in points[1:]), "h"]
        case Circle():
            return _circle(place(shape.x_mm, shape.y_mm), shape.radius_mm * sheet.scale)


def _letters(text: Text, sheet: Sheet) -> Iterator[str]:
    for letter, place in letters_on(sheet, text):
        yield f"q 1 0 0 1 {_pair(place)} cm"
        yield _outline(letter)
        yield "f Q"


@cache
def _outline(letter: Letter) -> str:
    return "\n".join(line for contour in contours(letter) for line in _contour(contour))


def _contour(contour: Contour) -> Iterator[str]:
    at = contour.start
    yield f"{_pair(at)} m"
    for step in contour.steps:
        if len(step) == 1:
            yield f"{_pair(step[0])} l"
        else:
            # PDF knows cubic curves only: their arms are two thirds of the quadratic's.
            control, end = step
            arms = (_between(at, control), _between(end, control), end)
            yield f"{' '.join(map(_pair, arms))} c"
        at = step[-1]
    yield "h"


def _between(end: Point, control: Point) -> Point:
    return end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3


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
    return f"{format_number(point[0])} {format_number(point[1])}"
