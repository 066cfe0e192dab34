"""The pad map: looked up, copied, saved; what does not agree stands out."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.palette import LIGHT
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, RowScheme
from a4s_gui.session import reducers
from a4s_gui.session.settings_table import EXPORT_FOLDER
from a4s_gui.session.state import PadKey, State
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.pad_map.pad_map_panel import PadMapPanel
from tests.ui.file_dialogs import choose_file
from tests.ui.kept import begin_again
from tests.ui.panels.conftest import Keeper, take_up

PAIR = "AXE540127/AXE640124"
AT_FIRST = State(pair_id=PAIR)


@pytest.fixture(scope="module")
def controller(catalog: Catalog, qapp: QApplication) -> Controller:
    return Controller(catalog, AT_FIRST)


@pytest.fixture(scope="module")
def kept(controller: Controller, kept_settings: Settings, keep: Keeper) -> PadMapPanel:
    made = PadMapPanel(controller, kept_settings)
    keep(made)
    QAbstractItemModelTester(
        made.pad_map, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    return made


@pytest.fixture
def panel(kept: PadMapPanel, controller: Controller) -> PadMapPanel:
    """Return the panel, shared with the other tests, as one in which nothing was done."""
    take_up(kept)
    begin_again(controller, AT_FIRST)
    kept.resize(380, 600)
    kept.table.go_to(-1)
    kept.problem.clear()
    kept.refresh()
    QApplication.processEvents()
    return kept


def _cells(panel: PadMapPanel, row: int) -> list[str]:
    model = panel.pad_map
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def _click(panel: PadMapPanel, row: int, modifier: Qt.KeyboardModifier) -> None:
    panel.table.scrollTo(panel.pad_map.index(row, 0))
    place = panel.table.visualRect(panel.pad_map.index(row, 0)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def _save(panel: PadMapPanel, path: Path) -> str:
    QTest.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    return choose_file(panel, path)


def test_n_meets_n_at_first(panel: PadMapPanel) -> None:
    assert panel.pad_map.rowCount() == 40
    assert panel.summary.text() == "Pad n meets pad n, for all 40 contacts."
    assert panel.numbering.text() == f"Numbering: {Numbering().describe()}."
    assert _cells(panel, 0) == ["1", "1", "−3.800", "−1.125", "0.875", "yes"]
    assert panel.pad_map.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None


def test_rows_that_do_not_agree_stand_out(panel: PadMapPanel, controller: Controller) -> None:
    controller.apply(reducers.set_numbering, HeaderScheme.SAME)
    panel.refresh()
    assert panel.summary.text() == "40 of 40 contacts do not meet their own number."
    assert _cells(panel, 0) == ["1", "2", "−3.800", "−1.125", "0.875", "no"]
    index = panel.pad_map.index(0, 5)
    assert index.data(Qt.ItemDataRole.ForegroundRole) == QColor(LIGHT.inks[ColorRole.PIN_1])
    controller.apply(reducers.set_numbering, RowScheme.LOOP)
    panel.refresh()
    assert _cells(panel, 0)[:2] == ["1", "40"]
    chosen = Numbering(RowScheme.LOOP, HeaderScheme.SAME)
    assert panel.numbering.text() == f"Numbering: {chosen.describe()}."


def test_it_follows_the_pair_and_the_pattern(panel: PadMapPanel, controller: Controller) -> None:
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    panel.refresh()
    assert panel.pad_map.rowCount() == 10
    controller.try_apply(reducers.edit_figures, {"socket.contact_rows_mm": 2.35})
    panel.refresh()
    assert _cells(panel, 0)[3] == "−1.175"


def test_a_row_selects_the_pad_and_a_pad_its_row(
    panel: PadMapPanel, controller: Controller
) -> None:
    _click(panel, 6, Qt.KeyboardModifier.NoModifier)
    assert controller.state.pad == PadKey(Half.SOCKET, 6)
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert controller.state.pad == PadKey(Half.SOCKET, 7)
    controller.apply(reducers.set_numbering, HeaderScheme.SAME)
    panel.refresh()
    controller.apply(reducers.select_pad, PadKey(Half.HEADER, 0))
    panel.refresh()
    assert panel.table.currentIndex().row() == 1
    controller.apply(reducers.select_pad, PadKey(Half.HEADER, 41))  # a terminal
    panel.refresh()
    assert not panel.table.selectionModel().hasSelection()
    controller.apply(reducers.select_pad, None)
    panel.refresh()
    assert controller.state.pad is None


def test_all_rows_are_copied_or_those_selected(panel: PadMapPanel) -> None:
    QTest.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 41
    assert lines[0].split("\t")[:2] == ["socket_pad", "header_pad"]
    assert lines[1].split("\t")[:6] == ["1", "1", "-3.8", "-1.125", "0.875", "yes"]
    _click(panel, 1, Qt.KeyboardModifier.NoModifier)
    _click(panel, 3, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == ["2", "3", "4"]


def test_it_is_saved_as_csv(
    panel: PadMapPanel,
    controller: Controller,
    kept_settings: Settings,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    file = tmp_path / "map.csv"
    with qtbot.waitSignal(controller.saved) as saved:
        assert _save(panel, file) == "AXE540127-AXE640124.padmap.csv"
    assert saved.args == [file]
    assert kept_settings.get(EXPORT_FOLDER) == str(tmp_path)
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 40 + 4  # the soldering terminals
    assert (rows[0]["socket_pad"], rows[0]["header_pad"], rows[0]["agrees"]) == ("1", "1", "yes")


def test_a_file_that_cannot_be_written_is_said_in_the_panel(
    panel: PadMapPanel, tmp_path: Path
) -> None:
    _save(panel, tmp_path / "gone" / "map.csv")
    assert str(tmp_path / "gone") in panel.problem.text()
    assert panel.problem.isVisible()
    _save(panel, tmp_path / "map.csv")
    assert panel.problem.isHidden()


def test_without_a_pair_there_is_nothing_to_copy(catalog: Catalog, qtbot: QtBot) -> None:
    controller = Controller(catalog)
    panel = PadMapPanel(controller, Settings())
    controller.setParent(panel)
    qtbot.addWidget(panel)
    panel.refresh()
    assert panel.pad_map.rowCount() == 0
    assert not panel.copy_button.isEnabled()
    assert not panel.save_button.isEnabled()
    assert panel.table.indexAt(QPoint(1, 1)).row() == -1


def test_it_follows_only_where_it_is_seen(
    panel: PadMapPanel, controller: Controller, qtbot: QtBot
) -> None:
    panel.setUpdatesEnabled(True)
    panel.hide()
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    QApplication.processEvents()
    assert panel.pad_map.rowCount() == 40
    panel.show()
    qtbot.waitUntil(lambda: panel.pad_map.rowCount() == 10)


def test_rows_that_are_selected_stay_so_when_the_last_becomes_the_pad(panel: PadMapPanel) -> None:
    _click(panel, 1, Qt.KeyboardModifier.NoModifier)
    _click(panel, 3, Qt.KeyboardModifier.ShiftModifier)
    panel.refresh()
    assert panel.table.selected_rows() == [1, 2, 3]


def test_no_head_is_cut_and_what_has_no_room_is_told(panel: PadMapPanel) -> None:
    heads, table = panel.table.horizontalHeader(), panel.table
    for width in (600, 327, 240):
        panel.resize(width, 600)
        QTest.qWait(10)
        for column in range(heads.count()):
            if not heads.isSectionHidden(column):
                assert heads.sectionSize(column) >= heads.sectionSizeHint(column)
        assert table.horizontalScrollBar().maximum() == 0
        assert panel.rest.isHidden() == (width == 600)
    table.go_to(0)
    assert panel.rest.whole == "Socket y: −1.125; Header y: 0.875; Agrees: yes"


def test_of_long_nets_the_ends_are_seen_in_which_they_differ(panel: PadMapPanel) -> None:
    table = panel.table
    seen = table.fontMetrics().elidedText("VDD_3V3_SENSOR_HUB_12", table.textElideMode(), 70)
    assert seen.startswith("V")
    assert seen.endswith("12")
