"""Memory: what is opened, searched and resized again and again leaves nothing behind."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QPixmapCache
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.widgets.line_edits import LONGEST_NUMBER, SearchField, TypedField

_TIMES = 8
_BLOCKS_EACH = 100
"""Python keeps some objects of its own for later; a dialog that stays has thousands."""


def _export(window: MainWindow, _time: int) -> None:
    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.reject()

    QTimer.singleShot(0, close)
    window.dialogs.export()


def _about(window: MainWindow, _time: int) -> None:
    window.dialogs.show_about()
    dialog = window.dialogs.open_help
    assert dialog is not None
    dialog.reject()


def _search(window: MainWindow, time: int) -> None:
    window.search.setText(("AXE5", "40", "", "0.8 mm")[time % 4])


def _resize(window: MainWindow, time: int) -> None:
    window.resize(1200 + time % 2 * 40, 800)


def _drain() -> None:
    for _ in range(2):
        QTest.qWait(1)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    QPixmapCache.clear()


def _objects_and_blocks(
    window: MainWindow, act: Callable[[MainWindow, int], None]
) -> tuple[int, int]:
    """Do something a few times; return how many objects of Qt and blocks of Python there are."""
    for time in range(_TIMES):
        act(window, time)
        QTest.qWait(1)
    _drain()
    objects = len(window.findChildren(QObject)) + len(QApplication.topLevelWidgets())
    return objects, sys.getallocatedblocks()


def test_nothing_is_left_behind(window: MainWindow) -> None:
    assert window.drawing is not None
    window.drawing.prefetch([])  # drawings kept for the next choice have a limit of their own
    QTest.qWait(150)
    for act in (_export, _about, _search, _resize):
        objects, blocks = _objects_and_blocks(window, act)
        objects_after, blocks_after = _objects_and_blocks(window, act)
        assert objects_after - objects < _TIMES, act.__name__
        assert blocks_after - blocks < _BLOCKS_EACH * _TIMES, act.__name__


def test_a_file_pasted_into_a_field_for_a_number_is_cut_short(window: MainWindow) -> None:
    """To undo it, Qt kept 24 bytes for each of 4,096 letters, each time anew."""
    panels = [
        window.panels[name].panel for name in ("filters", "details", "land-pattern", "ordering")
    ]
    fields = [field for panel in panels for field in panel.findChildren(TypedField)]
    numbers = [field for field in fields if not isinstance(field, SearchField)]
    assert len(numbers) > 25
    for field in numbers:
        field.selectAll()
        field.insert("7" * 100_000)
        assert len(field.text()) == LONGEST_NUMBER
