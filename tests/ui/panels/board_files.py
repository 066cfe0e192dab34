"""Boards to be checked in the window, written, dropped on the panel and read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.ui.panels.boards.boards_panel import BoardsPanel
from tests.boards.synthesis import UPPER, Placed, board_text, library_pads, nets_for

NETS = {**nets_for(24), "1": "VBAT", "2": "GND", "23": "+3V3", "24": "GND"}


def socket_board(moved_mm: float = 0.0, nets: Mapping[str, str] = NETS) -> str:
    """Return a board with a socket of 24 pins, its pad 7 moved upwards by so much."""
    pads = library_pads(Half.SOCKET, 24)
    pads[6] = replace(pads[6], y=pads[6].y - moved_mm)
    return board_text(Placed("J3", pads, rotation=90, value="AXE524127", nets=nets))


def header_board(numbering: tuple[str, str] = UPPER) -> str:
    """Return a board with the header of 24 pins on its back."""
    pads = library_pads(Half.HEADER, 24, numbering)
    return board_text(Placed("J1", pads, side="back", rotation=180, nets=NETS))


def drop_files(panel: BoardsPanel, *files: Path) -> None:
    """Drop files on the panel, which takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    place, copy = QPoint(20, 20), Qt.DropAction.CopyAction
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, copy, data, left, plain)
    QApplication.sendEvent(panel, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(panel, QDropEvent(place.toPointF(), copy, data, left, plain))


def check_files(panel: BoardsPanel, qtbot: QtBot, *files: Path) -> None:
    """Drop files on the panel, and wait until they are checked."""
    with qtbot.waitSignal(panel.checker.done):
        drop_files(panel, *files)
