"""Colours of the window: what can be used is seen, in the light as in the dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QMenu,
    QRadioButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from a4s_gui.ui.core.theme import Theme
from a4s_gui.ui.shell.app import make_application
from tests.ui.contrast import contrast


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    make_application()
    # From the other theme: its colours must leave nothing behind.
    other = {"light": "dark", "dark": "light"}[request.param]
    theme = Theme(qapp, other)
    theme.set_mode(request.param)
    yield theme
    theme.set_mode("light")  # the application outlives the test
    theme.deleteLater()


@pytest.mark.parametrize("make", [QLineEdit, QCheckBox, QRadioButton])
def test_the_edge_of_a_field_stands_out_from_the_window(
    theme: Theme, qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    window = theme.palette.color(QPalette.ColorRole.Window)
    edges = [contrast(colour, window) for colour in _colours(_shown(make(), qtbot))]
    # The inside alone has a contrast of less than 1.2.
    assert max(edges) > 1.8


def test_the_box_of_a_menu_s_entry_stands_out(theme: Theme, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction(" ").setCheckable(True)
    menu.ensurePolished()
    image = menu.grab(menu.actionGeometry(menu.actions()[0]).adjusted(2, 2, -2, -2)).toImage()
    behind = image.pixelColor(image.width() - 1, image.height() // 2)
    # The box alone, in a colour that is lighter on the dark than the menu and darker on the light.
    assert max(contrast(colour, behind) for colour in _colours(image)) > 1.8


def test_a_tool_button_that_stays_down_stands_out(theme: Theme, qtbot: QtBot) -> None:
    middles = []
    for down in (False, True):
        button = QToolButton()
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setChecked(down)
        image = _shown(button, qtbot)
        middles.append(image.pixelColor(image.width() // 2, image.height() // 2))
    assert contrast(*middles) > 1.1
    assert middles[0] == theme.palette.color(QPalette.ColorRole.Window)


def _shown(widget: QWidget, qtbot: QtBot) -> QImage:
    """Return a picture of a widget on a window."""
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(60, 40)
    widget.setParent(around)
    widget.setGeometry(10, 8, 40, 24)
    widget.clearFocus()
    return around.grab(widget.geometry()).toImage()


def _colours(image: QImage) -> list[QColor]:
    size = image.size()
    every = {image.pixel(x, y) for x in range(size.width()) for y in range(size.height())}
    return [QColor.fromRgb(pixel) for pixel in every]
