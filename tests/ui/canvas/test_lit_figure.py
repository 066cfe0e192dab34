"""The figure whose field has the keys, lit up in the window's drawing."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFocusEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from a4s_gui.drawing.palette import LIGHT
from a4s_gui.drawing.style import ColorRole
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.shell.main_window import MainWindow
from tests.ui.conftest import WindowMaker

_LIT = QColor(LIGHT.inks[ColorRole.MEASURE]).rgb()


def _lit_pixels(window: MainWindow) -> int:
    assert window.drawing is not None
    picture = window.drawing.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return int((np.frombuffer(picture.constBits(), np.uint32) == _LIT).sum())


def test_it_is_lit_while_its_field_has_the_keys_and_a_window_can_be_taken_down_so(
    make: WindowMaker, qtbot: QtBot
) -> None:
    window = make("AXE640124")
    window.named_actions["theme.light"].trigger()
    panel = window.panels["land-pattern"].panel_as(PatternPanel)
    window.docks.bring_up("land-pattern")
    qtbot.waitUntil(panel.isVisible)
    before = window.drawing
    assert _lit_pixels(window) == 0
    field = panel.editors["socket.terminal_rows_mm"].field
    assert field is not None
    field.setFocus()
    qtbot.waitUntil(lambda: _lit_pixels(window) > 50)
    window.search.setFocus()
    qtbot.waitUntil(lambda: _lit_pixels(window) == 0)
    assert window.drawing is before

    field.setFocus()
    window.close()
    delete(window.controller)  # Qt may take it down before the fields
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusIn))
