"""The afternoon's jobs through the accessibility interface: everything by its role and name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.ui.panels.boards.boards_panel import BoardsPanel
from a4s_gui.ui.shell.main_window import MainWindow
from tests.boards.synthesis import Placed, board_text, library_pads
from tests.ui.accessibility import Role, act, description, find, interface, name, press


def _type(window: QWidget, called: str, text: str) -> None:
    act(find(window, Role.EditableText, called), "SetFocus")
    keys = QApplication.focusWidget()
    assert keys is not None
    QTest.keyClicks(keys, text)


def _copied() -> str:
    return QGuiApplication.clipboard().text()


def _cells(window: MainWindow, called: str) -> list[str]:
    table = find(window, Role.Table, called)
    return [name(table.child(place)) for place in range(table.childCount())]


def test_choosing_a_pair_and_hearing_what_its_number_means(window: MainWindow) -> None:
    _type(window, "Search", "AXE524127")
    assert "pins" in description(find(window, Role.EditableText, "Search"))
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert name(interface(window)).startswith("AXE524127 + ")
    press(find(window, Role.Button, "Clear"))
    press(find(window, Role.CheckBox, "40 pins"))
    press(find(window, Role.CheckBox, "0.8 mm mated height"))
    press(find(window, Role.CheckBox, "4 mm packaging"))
    find(window, Role.StaticText, "1 of 72 pairs")
    assert "AXE540127D" in _cells(window, "Pairs")
    assert name(interface(window)).startswith("AXE540127D + AXE640124D")
    press(find(window, Role.Button, "Clear"))
    find(window, Role.StaticText, "72 of 72 pairs")


def test_looking_at_the_drawing_and_its_twin_and_asking_for_a_current(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(find(window, Role.RadioButton, "Header"))
    assert window.drawing is not None
    said = description(interface(window.drawing.canvas))
    assert "header, top view of its board" in said
    assert "Header with 40 pads" in said
    window.named_actions["pad-map"].trigger()
    panel = window.panels["pad-map"].panel
    qtbot.waitUntil(panel.isVisible)
    press(find(panel, Role.Button, "Copy"))
    qtbot.waitUntil(lambda: _copied().startswith("socket_pad\theader_pad"))
    window.docks.bring_up("details")
    _type(window, "Current needed", "0.2")
    find(window, Role.StaticText, "Yes.")


def test_checking_a_board(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "main.kicad_pcb"
    pads = library_pads(Half.SOCKET, 24)
    file.write_text(board_text(Placed("J3", pads, value="AXE524127")))
    panel = window.docks.bring_up("boards")
    qtbot.waitUntil(panel.isVisible)
    assert isinstance(panel, BoardsPanel)
    with qtbot.waitSignal(panel.checker.done):
        panel.read_files([file])
    assert "AXE524127" in _cells(window, "Connectors")


def test_a_menu_is_opened_and_taken_through_the_interface(window: MainWindow) -> None:
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    item: Any = interface(menu)
    entries = [item.child(place) for place in range(item.childCount())]
    act(next(one for one in entries if name(one) == "Copy AXE540127"), "Press")
    assert QGuiApplication.clipboard().text() == "AXE540127"
    menu.close()
