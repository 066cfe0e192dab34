"""Pointing, measuring and a figure lit up in the window's drawing, beside panels and search."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.palette import LIGHT
from a4s_gui.drawing.style import ColorRole
from a4s_gui.session.state import PadKey
from a4s_gui.ui.canvas.drawing_view import DrawingView
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.panels.pad_map.pad_map_panel import PadMapPanel
from a4s_gui.ui.shell.main_window import MainWindow
from tests.ui.canvas.hand import LEFT, click, corner_of, image_of, is_plain, move, pixel_of

_LIT = QColor(LIGHT.inks[ColorRole.MEASURE]).rgb()


@pytest.fixture
def view(window: MainWindow) -> DrawingView:
    """Return the window's drawing."""
    assert window.drawing is not None
    return window.drawing


def test_a_pad_of_the_drawing_or_the_pad_map_stays_selected_until_it_is_dropped(
    window: MainWindow, view: DrawingView
) -> None:
    message = window.status_line.message
    click(view, *pixel_of(view, Half.SOCKET, "7"))
    move(view, 3, 3)
    assert message.whole == "Socket pad 7 meets header pad 7"
    assert window.controller.state.pad == PadKey(Half.SOCKET, 6)
    click(view, 3, 3)
    assert window.controller.state.pad is None
    assert message.whole == ""
    click(view, *pixel_of(view, Half.HEADER, "2"))
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_Escape)
    assert window.controller.state.pad is None

    panel = window.panels["pad-map"].panel_as(PadMapPanel)
    panel.refresh()
    panel.table.selectRow(6)
    assert window.controller.state.pad == PadKey(Half.SOCKET, 6)
    assert not is_plain(view, Half.SOCKET, "7")
    assert not is_plain(view, Half.HEADER, "7")
    before = view.viewport
    panel.table.selectRow(7)
    assert view.viewport == before


def test_m_measures_and_ctrl_c_copies_but_a_typed_m_is_a_letter(
    window: MainWindow, view: DrawingView
) -> None:
    view.setFocus()
    QTest.keyClick(view.canvas, Qt.Key.Key_M)
    assert window.named_actions["measure"].isChecked()
    click(view, *corner_of(view, Half.SOCKET, "7"))
    click(view, *corner_of(view, Half.SOCKET, "9"))
    assert window.status_line.message.whole.startswith("dx 0.400  dy 0.000")
    QTest.keyClick(view.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "dx 0.400  dy 0.000  distance 0.400 mm"
    assert window.status_line.message.whole == "Copied: dx 0.400  dy 0.000  distance 0.400 mm"
    QGuiApplication.clipboard().clear()
    button = window.status_line.copy_lengths
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    assert QGuiApplication.clipboard().text() == "dx 0.400  dy 0.000  distance 0.400 mm"
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert not button.isVisible()
    assert not window.named_actions["copy-measure"].isEnabled()
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert not window.named_actions["measure"].isChecked()

    window.search.setFocus()
    QTest.keyClicks(window.search, "m")
    assert window.search.text() == "m"
    assert not window.named_actions["measure"].isChecked()


def _lit_pixels(view: DrawingView) -> int:
    picture = image_of(view).convertToFormat(QImage.Format.Format_RGB32)
    return int((np.frombuffer(picture.constBits(), np.uint32) == _LIT).sum())


def test_a_figure_is_lit_while_its_field_has_the_keys_and_a_window_can_be_taken_down_so(
    window: MainWindow, view: DrawingView, qtbot: QtBot
) -> None:
    window.named_actions["theme.light"].trigger()
    panel = window.panels["land-pattern"].panel_as(PatternPanel)
    window.docks.bring_up("land-pattern")
    qtbot.waitUntil(panel.isVisible)
    assert _lit_pixels(view) == 0
    field = panel.editors["socket.terminal_rows_mm"].field
    assert field is not None
    field.setFocus()
    qtbot.waitUntil(lambda: _lit_pixels(view) > 50)
    window.search.setFocus()
    qtbot.waitUntil(lambda: _lit_pixels(view) == 0)
    assert window.drawing is view

    field.setFocus()
    window.close()
    delete(window.controller)  # Qt may take it down before the fields
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusIn))
