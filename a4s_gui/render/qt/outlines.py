"""Texts as outlines on paper, for the formats that are made of paths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

from a4s_gui.drawing.scene import Text
from a4s_gui.drawing.sheet.sheet import Sheet
from a4s_gui.frozen import frozen
from a4s_gui.render.qt.font import placed_letters, text_outlines
from a4s_gui.render.qt.painter import text_transform

Point = tuple[float, float]


@dataclass(slots=True)
class Contour:
    """A closed outline, in mm of paper, y down.

    A step of one point is a line to it; one of two is a quadratic Bézier curve, its control point
    and its end, as the font has them.
    """

    start: Point
    steps: list[tuple[Point, ...]] = field(default_factory=list)


@frozen
class Letter:
    """One character as it is drawn: capitals ``height_mm`` high, level or turned to the left."""

    character: str
    height_mm: float
    vertical: bool


def letters_on(sheet: Sheet, text: Text) -> Iterator[tuple[Letter, Point]]:
    """Yield the letters of a text, and where on the sheet each begins, on its base line.

    Needs and raises what :mod:`a4s_gui.render.qt.font` does.
    """
    place = text_transform(text, sheet.scale)
    for character, along in placed_letters(text.text):
        point = place.map(QPointF(along, 0.0))
        at = sheet.on_paper(point.x(), point.y())
        yield Letter(character, text.height_mm, text.vertical), at


@cache
def contours(letter: Letter) -> tuple[Contour, ...]:
    """Return a letter's outlines from where it begins, to be filled by the non-zero rule."""
    turn = QTransform()
    if letter.vertical:
        turn.rotate(-90)
    turn.scale(letter.height_mm, letter.height_mm)
    return tuple(
        contour
        for outline in text_outlines(letter.character)
        for contour in _contours(turn.map(outline))
    )


def _contours(path: QPainterPath) -> Iterator[Contour]:
    contour: Contour | None = None
    at: Point = (0.0, 0.0)
    curve: list[Point] = []
    for i in range(path.elementCount()):
        element = path.elementAt(i)
        point = (element.x, element.y)
        if contour is None or element.isMoveTo():
            if contour:
                yield contour
            contour = Contour(point)
        elif element.isLineTo():
            contour.steps.append((point,))
        else:
            curve.append(point)
            if len(curve) < 3:
                continue
            contour.steps.append((_control(at, curve[0]), point))
            curve = []
        at = point
    if contour:
        yield contour


def _control(start: Point, first: Point) -> Point:
    """Return a quadratic curve's control point from the first of the two that Qt makes of it."""
    return (3 * first[0] - start[0]) / 2, (3 * first[1] - start[1]) / 2
