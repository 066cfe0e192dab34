"""A desktop with large letters: everything in the window takes more room, and still has it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolBar, QToolButton

from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.shell.main_window import MainWindow
from tests.ui.conftest import WindowMaker

pytestmark = pytest.mark.usefixtures("large_font")


def _resize(window: MainWindow, width: int, height: int) -> None:
    window.resize(width, height)
    QTest.qWait(20)


def test_the_side_panels_are_drawers_and_the_strips_lie_on_none(make: WindowMaker) -> None:
    window = make("AXE510127", Settings())
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    _resize(window, 1366, 768)
    assert window.docks.narrow, "the panels would leave the drawing no width"
    for bar in window.findChildren(QToolBar):
        overflow = bar.findChild(QToolButton, "qt_toolbar_ext_button")
        assert not isinstance(overflow, QToolButton) or not overflow.isVisible()
    for width in (1024, 760):
        _resize(window, width, 700)
        window.resizeDocks([window.docks.dock("pairs")], [2000], Qt.Orientation.Vertical)
        QTest.qWait(20)
        _strips_lie_on_none(window)


def _strips_lie_on_none(window: MainWindow) -> None:
    assert window.hint.isVisible()
    strips = (window.hint, window.pair_strip, window.view_bar, window.stage, window.chip_line)
    for upper, lower in pairwise(strips):
        assert upper.geometry().bottom() < lower.geometry().top(), window.width()
    assert window.hint.label.height() >= window.hint.label.heightForWidth(window.hint.label.width())
