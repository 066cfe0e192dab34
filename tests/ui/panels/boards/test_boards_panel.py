"""The panel of boards: files dropped, diagnosed, led from, read anew; nothing of them is lost."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.spec import View
from a4s_gui.export.tables.pad_tables import pad_map_table, pad_table
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, RowScheme
from a4s_gui.session import reducers
from a4s_gui.session.state import PadKey
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.boards.boards_panel import BoardsPanel
from tests.boards.synthesis import LOWER, UPPER, Placed, board_text, library_pads, nets_for
from tests.ui.file_dialogs import choose_file
from tests.ui.panels.board_files import NETS, check_files, drop_files, header_board, socket_board
from tests.ui.panels.conftest import show_once


@pytest.fixture
def controller(controller: Controller) -> Controller:
    controller.apply(reducers.choose_pair, "AXE540127/AXE640124")
    return controller


@pytest.fixture
def panel(controller: Controller, qtbot: QtBot) -> BoardsPanel:
    made = BoardsPanel(controller, Settings())
    qtbot.addWidget(made)
    made.resize(440, 640)
    show_once(made)
    for model in (made.found.connectors, made.found.findings.findings, made.found.mating.met):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def _click(table: QTableView, row: int, qtbot: QtBot) -> None:
    index = table.model().index(row, 0)
    qtbot.waitUntil(lambda: table.visualRect(index).isValid())
    place = table.visualRect(index).center()
    plain = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, plain, place)


def test_two_files_dropped_are_found_and_diagnosed_saved_copied_and_led_from(
    panel: BoardsPanel, controller: Controller, qtbot: QtBot, boards: tuple[Path, Path]
) -> None:
    check_files(panel, qtbot, *boards)

    rows = panel.found.connectors.copied_rows(range(2))
    assert [row[:8] for row in rows[1:]] == [
        ["main.kicad_pcb: J3", "warning", "AXE524127", "socket", "24", "front", "90°",
         "odd-even, pin 1 at the upper-left"],
        ["display.kicad_pcb: J1", "note", "no number", "header", "24", "back", "0°",
         "odd-even, pin 1 at the upper-left"],
    ]  # fmt: skip
    assert panel.found.tabs.currentWidget() is panel.found.mating
    said = panel.found.mating.diagnosis.text()
    assert said.startswith("These do not match (0 same, 24 different, 0 open). Rows-swapped: ")
    assert said.endswith("needs a new board.")
    assert panel.found.mating.met.copied_rows([0])[1] == ["1", "VBAT", "2", "GND", "different"]
    assert "VBAT on +3V3" in panel.found.mating.more.text()
    assert "turned by 270°" in panel.found.mating.more.text()
    assert controller.state.pair_id == "AXE524127/AXE624124"

    folder = boards[0].parent
    everything, findings, met = panel.save_button.menu().actions()
    everything.trigger()
    assert choose_file(panel.window(), folder / "all.json") == "a4s-check.json"
    saved = json.loads((folder / "all.json").read_text())
    assert [one["reference"] for one in saved["connectors"]] == ["J3", "J1"]
    findings.trigger()
    choose_file(panel.window(), folder / "findings.csv")
    first, *_ = csv.DictReader(io.StringIO((folder / "findings.csv").read_text()))
    assert (first["reference"], first["rule"], first["pads"]) == ("J3", "contact-position", "7")
    met.trigger()
    choose_file(panel.window(), folder / "met.csv")
    assert (folder / "met.csv").read_text().splitlines()[1] == "1,VBAT,2,GND,different"

    panel.found.mating.table.setFocus()
    QTest.keyClick(panel.found.mating.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1] == "1\tVBAT\t2\tGND\tdifferent"

    _click(panel.found.mating.table, 4, qtbot)
    assert controller.state.pad == PadKey(Half.SOCKET, 4)

    panel.found.tabs.setCurrentWidget(panel.found.findings)
    controller.apply(reducers.set_view, View.TAPE)
    _click(panel.found.findings.table, 0, qtbot)

    assert panel.found.findings.findings.copied_rows([0])[1][:3] == [
        "warning",
        "contact-position",
        "7",
    ]
    assert panel.found.findings.whole.text().startswith(
        "warning, contact-position: off its place by"
    )
    assert controller.state.pad == PadKey(Half.SOCKET, 6)
    assert controller.state.view is View.SOCKET


def test_one_file_alone_joins_the_one_that_was_opened_by_the_dialog(
    panel: BoardsPanel, qtbot: QtBot, boards: tuple[Path, Path]
) -> None:
    panel.open_button.click()
    with qtbot.waitSignal(panel.checker.done):
        choose_file(panel, boards[0])
    assert panel.found.connectors.rowCount() == 1
    assert panel.found.tabs.currentWidget() is panel.found.findings
    assert panel.found.mating.diagnosis.text().startswith("No socket and header here have the same")
    check_files(panel, qtbot, boards[1])
    assert panel.files.whole == "main.kicad_pcb and display.kicad_pcb"

    drop_files(panel, *boards, boards[0].with_name("third.kicad_pcb"))
    assert panel.problem.text() == "boards: these are 3 files; take one, or two to mate"
    assert panel.found.connectors.rowCount() == 2


def test_the_found_pads_lie_over_the_drawing_with_nets_and_numbers_until_boards_are_cleared(
    panel: BoardsPanel, controller: Controller, qtbot: QtBot, boards: tuple[Path, Path]
) -> None:
    before = controller.state.numbering
    assert before.header is HeaderScheme.MATING
    spec = controller.spec
    assert spec is not None
    assert "net" not in pad_table(spec)[0]
    assert not [name for name in pad_map_table(spec)[0] if "net" in name]
    check_files(panel, qtbot, *boards)
    spec = controller.spec
    assert spec is not None
    head, first, *_, terminal = pad_table(spec)
    assert (head[-1], first[2], first[-1], terminal[-1]) == ("net", "1", "VBAT", "")
    assert pad_map_table(spec)[1][-2:] == ("VBAT", "GND")

    board = controller.state.board
    assert board is not None
    assert len(board.pads) == 2 * (24 + 4)
    (off,) = [pad for pad in board.pads if pad.deviates]
    drawn = controller.pattern.socket
    assert off.half is Half.SOCKET
    assert off.rect.x_mm == pytest.approx(0.4 * (3 - 5.5))
    assert off.rect.y_mm == pytest.approx(-drawn.contact_rows_mm / 2 - 0.06)

    assert controller.state.numbering == Numbering(header=HeaderScheme.SAME)
    assert controller.state.own_numbering == before
    assert panel.found.numbered.isHidden()
    # Nets stay with the places of their pads, however these are numbered.
    assert spec.net_of(Half.HEADER, "1") == "VBAT"
    controller.apply(reducers.set_numbering, HeaderScheme.MATING)
    spec = controller.spec
    assert spec is not None
    assert spec.net_of(Half.HEADER, "2") == "VBAT"
    assert panel.found.numbered.isVisible()
    panel.found.table.go_to(1)
    panel.found.table.go_to(0)
    assert panel.found.numbered.isHidden()

    controller.apply(reducers.choose_pair, "AXE540127/AXE640124")
    assert controller.spec is not None
    assert controller.spec.nets == {}, "another number of pins is another connector"
    panel.clear_button.click()
    assert controller.state.board is None
    assert controller.state.numbering == before


def test_undo_keeps_the_board_that_is_open_and_clearing_a_numbering_chosen_meanwhile(
    panel: BoardsPanel, controller: Controller, qtbot: QtBot, boards: tuple[Path, Path]
) -> None:
    before = controller.state.pair_id
    check_files(panel, qtbot, *boards)
    shown = controller.state.board
    controller.undo()
    assert controller.state.pair_id == before
    assert controller.state.board == shown
    controller.redo()
    assert controller.state.pair_id == "AXE524127/AXE624124"
    panel.clear_button.click()
    controller.undo()
    assert controller.state.board is None

    check_files(panel, qtbot, *boards)
    controller.apply(reducers.set_numbering, RowScheme.LOOP)
    panel.clear_button.click()
    assert controller.state.numbering.rows is RowScheme.LOOP


def test_a_file_that_changes_is_read_anew_and_a_broken_one_is_one_line_until_it_is_mended(
    panel: BoardsPanel, controller: Controller, qtbot: QtBot, boards: tuple[Path, Path]
) -> None:
    check_files(panel, qtbot, *boards)
    panel.found.table.go_to(1)
    panel.found.tabs.setCurrentWidget(panel.found.pin_list)
    controller.apply(reducers.choose_pair, "AXE540127/AXE640124")
    with qtbot.waitSignal(panel.checker.done, timeout=10_000):
        boards[1].write_text(header_board(LOWER))
    assert panel.found.mating.diagnosis.text().startswith("No different nets meet (24 same")
    with qtbot.waitSignal(panel.checker.done, timeout=10_000):  # as most programs save
        boards[1].with_suffix(".new").write_text(header_board())
        boards[1].with_suffix(".new").replace(boards[1])
    assert panel.found.mating.diagnosis.text().startswith("These do not match (0 same")
    assert panel.found.table.user_row() == 1
    assert panel.found.tabs.currentWidget() is panel.found.pin_list
    assert controller.state.pair_id == "AXE540127/AXE640124", "what is drawn stays"

    with qtbot.waitSignal(panel.checker.refused, timeout=10_000):
        boards[0].write_text(socket_board()[:4000])
    assert "main.kicad_pcb, line" in panel.problem.text()
    assert "\n" not in panel.problem.text()
    assert panel.found.connectors.rowCount() == 0
    assert controller.state.board is None

    with qtbot.waitSignal(panel.checker.refused, timeout=10_000):
        boards[0].unlink()
    assert panel.problem.text().endswith("there is no such file")
    with qtbot.waitSignal(panel.checker.done, timeout=10_000):
        boards[0].write_text(socket_board())
    assert not panel.problem.isVisible()
    assert panel.found.connectors.rowCount() == 2


def test_supplies_can_be_changed_and_pads_held_against_the_drawn_pattern(
    panel: BoardsPanel, controller: Controller, qtbot: QtBot, boards: tuple[Path, Path]
) -> None:
    check_files(panel, qtbot, *boards)
    assert panel.found.mating.supplies.text() == "+3V3, GND, VBAT"
    assert panel.found.mating.supplies.cursorPosition() == 0, "the first ones are seen"
    for typed, hazard, shown in (
        ("sig9", "SIG9 on SIG15", "sig9"),
        ("", "VBAT on +3V3", "+3V3, GND, VBAT"),
    ):
        panel.found.mating.supplies.setFocus()
        panel.found.mating.supplies.selectAll()
        QTest.keyClick(panel.found.mating.supplies, Qt.Key.Key_Delete)
        QTest.keyClicks(panel.found.mating.supplies, typed)
        with qtbot.waitSignal(panel.checker.done):
            QTest.keyClick(panel.found.mating.supplies, Qt.Key.Key_Return)
        assert hazard in panel.found.mating.more.text()
        panel.found.table.setFocus()
        assert panel.found.mating.supplies.text() in (shown, "")

    panel.found.table.go_to(1)
    rules = {finding.rule for finding in panel.found.findings.findings.rows}
    assert rules == {"net-current"}
    panel.found.tabs.setCurrentWidget(panel.found.findings)
    with qtbot.waitSignal(panel.checker.done):
        panel.found.findings.against_drawn.click()
    with qtbot.waitSignal(panel.checker.done):
        controller.apply(reducers.edit_figures, {"header.contact_width_mm": 0.19})
    rules = {finding.rule for finding in panel.found.findings.findings.rows}
    assert "contact-width" in rules


def test_a_finding_is_copied_and_its_pad_shown(
    panel: BoardsPanel, controller: Controller, qtbot: QtBot, boards: tuple[Path, Path]
) -> None:
    check_files(panel, qtbot, boards[0])
    found = panel.found.findings
    moved = found.findings.place_of(lambda one: "7" in one.pads)
    controller.apply(reducers.select_pad, None)
    menu = found.table.context_menu(found.findings.index(moved, 0))
    show, _separator, copy, copy_all, *_rows = menu.actions()
    show.trigger()
    assert controller.state.pad == PadKey(Half.SOCKET, 6)
    copy.trigger()
    one = QGuiApplication.clipboard().text()
    finding = found.findings.rows[moved]
    assert one == f"{finding.level}, {finding.rule}: {finding.text}"
    copy_all.trigger()
    every = QGuiApplication.clipboard().text().splitlines()
    assert len(every) == len(found.findings.rows)
    assert one in every


def test_a_chosen_mating_stays_when_a_file_is_read_anew(
    panel: BoardsPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    main, display = tmp_path / "main.kicad_pcb", tmp_path / "display.kicad_pcb"
    main.write_text(socket_board())
    fitting, other = (library_pads(Half.HEADER, 24, numbering) for numbering in (LOWER, UPPER))
    headers = board_text(
        Placed("J1", fitting, nets=NETS), Placed("J2", other, x=140, nets=nets_for(24))
    )
    display.write_text(headers)
    check_files(panel, qtbot, main, display)
    view = panel.found.mating
    assert view.mating is not None
    assert view.mating.header.reference == "J1"

    view.choice.setCurrentIndex(1)
    view.choice.activated.emit(1)
    assert view.mating.header.reference == "J2"
    with qtbot.waitSignal(panel.checker.done, timeout=10_000):
        main.write_text(socket_board(0.1))
    assert view.mating is not None
    assert (view.mating.header.reference, view.mating.is_best) == ("J2", False)
    assert view.met.rows == view.mating.pads

    with qtbot.waitSignal(panel.checker.done, timeout=10_000):
        display.write_text(board_text(Placed("J1", fitting, nets=NETS)))
    assert view.mating is not None
    assert view.mating.header.reference == "J1", "the chosen one is gone"


def test_how_a_pin_list_is_numbered_can_be_chosen(
    panel: BoardsPanel, controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    main, pins = tmp_path / "main.kicad_pcb", tmp_path / "header.csv"
    main.write_text(socket_board())
    pins.write_text("part,AXE624124\n" + "".join(f"{n},{net}\n" for n, net in NETS.items()))
    check_files(panel, qtbot, main)
    lists = panel.found.lists
    assert lists.isHidden(), "there is none yet"

    check_files(panel, qtbot, pins)
    assert not lists.isHidden()
    assert lists.choice.currentText().startswith("as the drawing: odd/even rows")
    assert panel.found.mating.diagnosis.text().startswith("No different nets meet (24 same")

    alike = lists.choice.findText(
        "odd/even rows, socket pin 1 upper left, header alike in top view"
    )
    with qtbot.waitSignal(panel.checker.done):
        lists.choice.setCurrentIndex(alike)
        lists.choice.activated.emit(alike)
    assert "24 different" in panel.found.mating.diagnosis.text()

    lists.choice.setCurrentIndex(0)
    with qtbot.waitSignal(panel.checker.done):
        lists.choice.activated.emit(0)
    with qtbot.waitSignal(panel.checker.done):
        controller.apply(reducers.set_numbering, HeaderScheme.SAME)
    assert "alike" in lists.choice.currentText()
    assert "24 different" in panel.found.mating.diagnosis.text()


def test_of_long_nets_the_ends_are_seen_in_which_they_differ(panel: BoardsPanel) -> None:
    table = panel.found.mating.table
    seen = table.fontMetrics().elidedText("VDD_3V3_SENSOR_HUB_12", table.textElideMode(), 70)
    assert seen.startswith("V")
    assert seen.endswith("12")


def test_a_file_that_is_refused_is_mated_with_nothing(
    panel: BoardsPanel, qtbot: QtBot, boards: tuple[Path, Path], tmp_path: Path
) -> None:
    empty = tmp_path / "empty.kicad_pcb"
    empty.write_text("(kicad_pcb (version 20240108))")

    def drop_refused() -> None:
        with qtbot.waitSignal(panel.checker.refused):
            drop_files(panel, empty)
        assert "found none" in panel.problem.text()

    drop_refused()
    check_files(panel, qtbot, boards[0])
    assert panel.problem.text() == ""
    assert panel.files.text() == "main.kicad_pcb"
    drop_refused()
    assert panel.files.text() == "main.kicad_pcb and empty.kicad_pcb"
    check_files(panel, qtbot, boards[1])
    assert panel.files.text() == "main.kicad_pcb and display.kicad_pcb"
