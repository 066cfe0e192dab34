"""A hand on the drawing: the mouse, the wheel and the eye that looks at single pixels."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.palette import LIGHT
from a4s_gui.drawing.scene import PlacedFootprint, Scene
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import HeaderScheme, Numbering
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.session.settings_table import DRAWING_SCALE
from a4s_gui.ui.canvas.drawing_view import DrawingView

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_NO_BUTTON = Qt.MouseButton.NoButton


@cache
def spec_of(
    pins: int, view: View = View.PAIR, header: HeaderScheme = HeaderScheme.MATING
) -> DrawingSpec:
    """Return the drawing of the catalog's first pair of so many pins."""
    pair = next(pair for pair in load_catalog().pairs if pair.pins == pins)
    return DrawingSpec(pair, shipped_pattern(), view, numbering=Numbering(header=header))


def wheel(
    view: DrawingView,
    x: float,
    y: float,
    notches: float = 1,
    *,
    modifiers: Qt.KeyboardModifier = PLAIN,
    pixels: int = 0,
) -> None:
    target = view.canvas.viewport()
    place = QPointF(x, y)
    event = QWheelEvent(
        place,
        QPointF(target.mapToGlobal(place)),
        QPoint(0, pixels),
        QPoint(0, round(120 * notches)),
        _NO_BUTTON,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def move(
    view: DrawingView,
    x: float,
    y: float,
    modifiers: Qt.KeyboardModifier = PLAIN,
    *,
    held: Qt.MouseButton = _NO_BUTTON,
) -> None:
    target = view.canvas.viewport()
    place = QPointF(x, y)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, QPointF(target.mapToGlobal(place)), held, held, modifiers
    )
    QApplication.sendEvent(target, event)


def drag(
    view: DrawingView,
    dx: int,
    dy: int,
    *,
    start: tuple[float, float] = (500, 300),
    button: Qt.MouseButton = LEFT,
) -> None:
    target, x, y = view.canvas.viewport(), *map(round, start)
    QTest.mousePress(target, button, PLAIN, QPoint(x, y))
    for step in (1, 2):
        move(view, x + dx * step / 2, y + dy * step / 2, held=button)
    QTest.mouseRelease(target, button, PLAIN, QPoint(x + dx, y + dy))


def click(view: DrawingView, x: float, y: float, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mouseClick(view.canvas.viewport(), LEFT, modifiers, QPoint(round(x), round(y)))


def shown(view: DrawingView) -> DrawingSpec:
    assert view.spec is not None
    return view.spec


def scene_of(view: DrawingView) -> Scene:
    assert view.scene is not None
    return view.scene


def placed_of(view: DrawingView, half: Half) -> PlacedFootprint:
    return next(p for p in scene_of(view).placed if p.footprint.half is half)


def copper_of(view: DrawingView, half: Half, number: str) -> Rectangle:
    """Return where a pad's copper is drawn, in mm."""
    return next(rect for pad, rect in placed_of(view, half).pads() if pad.number == number)


def pixel_of(view: DrawingView, half: Half, number: str) -> tuple[float, float]:
    """Return a place on a pad, at its toe: the lead and the mould lie over its middle."""
    copper = copper_of(view, half, number)
    below = copper.y_mm > placed_of(view, half).y_mm
    toe_mm = 0.4 * copper.height_mm * (1 if below else -1)
    return view.viewport.to_px(copper.x_mm, copper.y_mm + toe_mm)


def corner_of(view: DrawingView, half: Half, number: str) -> tuple[float, float]:
    """Return the pixel of a pad's upper left corner."""
    copper = copper_of(view, half, number)
    return view.viewport.to_px(copper.left_mm, copper.top_mm)


def open_view(
    qtbot: QtBot, size: tuple[int, int] = (1000, 600), near: float = DRAWING_SCALE.default
) -> DrawingView:
    """Return a view of so many pixels that is shown, with no drawing yet."""
    view = DrawingView(near)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    return view


def image_of(view: DrawingView) -> QImage:
    image: QImage = view.canvas.grab().toImage()
    return image


def colour_at(view: DrawingView, x: float, y: float) -> str:
    image: QImage = view.canvas.grab(QRect(round(x), round(y), 1, 1)).toImage()
    return image.pixelColor(0, 0).name()


def plain_ink(half: Half) -> str:
    """Return the colour of copper that nothing lights up."""
    socket, header = ColorRole.SOCKET_COPPER, ColorRole.HEADER_COPPER
    return LIGHT.inks[socket if half is Half.SOCKET else header]


def is_plain(view: DrawingView, half: Half, number: str) -> bool:
    return colour_at(view, *pixel_of(view, half, number)) == plain_ink(half)
