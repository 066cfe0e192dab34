"""Files dropped anywhere on the window go to the panel that reads them, or are refused in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.spec import View
from a4s_gui.resources import resource_path
from a4s_gui.session import reducers
from a4s_gui.ui.panels.boards.boards_panel import BoardsPanel
from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.widgets.line_edits import TypedField
from tests.boards.synthesis import Placed, board_text, library_pads


def _place(window: MainWindow, name: str) -> QWidget:
    assert window.drawing is not None
    places: dict[str, QWidget] = {
        "drawing": window.drawing.canvas.viewport(),
        "table": window.table.viewport(),
        "details": window.details,
        "search": window.search,
        "limit": next(iter(window.filters.findChildren(TypedField))),
        "strip": window.pair_strip,
    }
    return places[name]


def _drop(on: QWidget, *files: Path) -> bool:
    """Drop files on a widget; return whether the mouse says that it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    data.setText("\n".join(map(str, files)))  # as the programs of some desktops add
    place, copy = QPoint(5, 5), Qt.DropAction.CopyAction
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, copy, data, left, plain)
    QApplication.sendEvent(on, enter)
    if enter.isAccepted():
        QApplication.sendEvent(on, QDropEvent(place.toPointF(), copy, data, left, plain))
    return enter.isAccepted()


@pytest.fixture
def board(tmp_path: Path) -> Path:
    file = tmp_path / "main.kicad_pcb"
    pads = library_pads(Half.SOCKET, 24)
    file.write_text(board_text(Placed("J3", pads, value="AXE524127")))
    return file


@pytest.mark.own_window
def test_a_board_a_list_and_a_land_pattern_go_wherever_they_fall_to_their_panels(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, board: Path
) -> None:
    _what_no_panel_reads_is_said_or_not_taken_and_leaves_everything(window, tmp_path, board)
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    _a_refusal_goes_when_the_user_goes_on_and_leaves_what_is_to_be_closed(window, tmp_path)
    bill, pattern = tmp_path / "bill.CSV", tmp_path / "own.toml"
    bill.write_text("J1,AXE524127\n")
    pattern.write_text(resource_path("land_patterns", "inkplate-5.toml").read_text())
    boards = window.panels["boards"].panel_as(BoardsPanel)
    lists = window.panels["part-list"].panel_as(PartListPanel)
    for name in ("drawing", "search", "details"):
        lists.clear()
        assert _drop(_place(window, name), bill), name
        assert lists.summary.text().startswith("1 resolved"), name
        qtbot.waitUntil(lambda: not lists.visibleRegion().isEmpty())
        assert window.search.text() == "", name
    for name in ("table", "limit", "strip"):
        with qtbot.waitSignal(boards.checker.done):
            assert _drop(_place(window, name), board), name
        assert boards.files.text() == "main.kicad_pcb", name
        qtbot.waitUntil(lambda: not boards.visibleRegion().isEmpty())
        boards.clear()
    _what_falls_on_a_panel_stays_there_unless_another_one_reads_it(window, qtbot, tmp_path, board)
    _what_falls_on_a_panel_that_floats_goes_where_it_belongs(window, tmp_path)

    assert _drop(_place(window, "drawing"), pattern)
    assert window.controller.state.pattern_name == str(pattern)
    qtbot.waitUntil(lambda: not window.panels["land-pattern"].visibleRegion().isEmpty())


def _what_falls_on_a_panel_stays_there_unless_another_one_reads_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, board: Path
) -> None:
    pins, bill = tmp_path / "pins.csv", tmp_path / "bill.tsv"
    pins.write_text("part,AXE524127\n1,GND\n2,VBAT\n")
    bill.write_text("J1\tAXE524127\n")
    boards = window.panels["boards"].panel_as(BoardsPanel)
    lists = window.panels["part-list"].panel_as(PartListPanel)

    window.docks.bring_up("boards")
    with qtbot.waitSignal(boards.checker.done):
        assert _drop(boards, pins)
    assert boards.files.text() == "pins.csv"
    assert _drop(boards, bill)
    assert lists.summary.text().startswith("1 resolved")
    boards.clear()
    with qtbot.waitSignal(boards.checker.done):
        assert _drop(lists, board)
    assert boards.files.text() == "main.kicad_pcb"
    boards.clear()
    with qtbot.waitSignal(boards.checker.done):
        assert _drop(boards.found.pin_list.pasted, board)
    assert boards.found.pin_list.pasted.toPlainText() == ""
    boards.clear()
    lists.clear()


def _what_no_panel_reads_is_said_or_not_taken_and_leaves_everything(
    window: MainWindow, tmp_path: Path, board: Path
) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8")
    state = window.controller.state

    assert _drop(_place(window, "drawing"), photo)
    said = window.refusal.label.text()
    assert window.refusal.isVisible()
    assert said.startswith("photo.jpg: no panel reads such files; drop one of parts lists (.csv, ")
    assert "boards, footprints, netlists, lists (.kicad_pcb, .kicad_mod, " in said
    assert said.endswith("land patterns (.toml)")
    assert _drop(_place(window, "table"), board, photo)
    assert window.refusal.label.text().startswith("main.kicad_pcb and photo.jpg: no panel reads")
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/main.kicad_pcb")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(_place(window, "drawing"), enter)
    assert not enter.isAccepted(), "an address is no file"
    assert window.controller.state == state


def _a_refusal_goes_when_the_user_goes_on_and_leaves_what_is_to_be_closed(
    window: MainWindow, tmp_path: Path
) -> None:
    photo, bill = tmp_path / "photo.jpg", tmp_path / "bill.csv"
    photo.write_bytes(b"\xff\xd8")
    bill.write_text("J1,AXE524127\n")
    window.notice.show_message("The settings are damaged")
    steps: tuple[Callable[[], object], ...] = (
        lambda: _drop(_place(window, "drawing"), bill),
        lambda: _drop(_place(window, "drawing"), bill),  # which is there already
        window.named_actions["view.header"].trigger,
        window.named_actions["copy-command"].trigger,
    )
    for step in steps:
        assert _drop(_place(window, "drawing"), photo)
        assert window.refusal.isVisible()
        step()
        assert window.refusal.isHidden()
    assert window.notice.label.text() == "The settings are damaged"
    assert window.notice.isVisible()


def _what_falls_on_a_panel_that_floats_goes_where_it_belongs(
    window: MainWindow, tmp_path: Path
) -> None:
    bill = tmp_path / "bill.csv"
    bill.write_text("J1,AXE524127\n")
    lists = window.panels["part-list"].panel_as(PartListPanel)
    lists.clear()
    window.docks.dock("details").setFloating(True)
    assert _drop(window.details, bill)
    assert lists.summary.text().startswith("1 resolved")
    assert _drop(window.docks.dock("details"), tmp_path / "photo.jpg")
    assert window.refusal.isVisible()
    lists.clear()
