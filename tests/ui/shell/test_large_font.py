"""A desktop with large letters: everything in the window takes more room, and still has it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolBar, QToolButton

from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.shell.main_window import MainWindow
from tests.ui.conftest import WindowMaker

pytestmark = pytest.mark.usefixtures("large_font")


def _resized(window: MainWindow, width: int, height: int) -> MainWindow:
    window.resize(width, height)
    QTest.qWait(20)
    return window


def test_the_side_panels_are_drawers_where_they_would_leave_the_drawing_no_width(
    make: WindowMaker,
) -> None:
    window = _resized(make("AXE540127"), 1366, 768)
    assert window.docks.narrow
    for bar in window.findChildren(QToolBar):
        overflow = bar.findChild(QToolButton, "qt_toolbar_ext_button")
        assert not isinstance(overflow, QToolButton) or not overflow.isVisible()


@pytest.mark.parametrize("width", [760, 1024])
def test_the_strips_around_the_drawing_lie_on_none_however_high_the_table_is(
    make: WindowMaker, width: int
) -> None:
    window = _resized(make("AXE540127", Settings()), width, 700)
    window.resizeDocks([window.docks.dock("pairs")], [2000], Qt.Orientation.Vertical)
    QTest.qWait(20)
    assert window.hint.isVisible()
    strips = (window.hint, window.pair_strip, window.view_bar, window.stage, window.chip_line)
    for upper, lower in pairwise(strips):
        assert upper.geometry().bottom() < lower.geometry().top()
    assert window.hint.label.height() >= window.hint.label.heightForWidth(window.hint.label.width())
