"""The table of pairs: keyboard, sorting, copying, selection."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.report.pair_words import UNSTATED
from a4s_gui.session import reducers
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.pairs.pairs_columns import COLUMNS, for_inspection
from a4s_gui.ui.panels.pairs.pairs_table import PairsTable
from a4s_gui.ui.widgets.tables.table_model import TableModel
from tests.every import for_each
from tests.ui.panels.conftest import show_once

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def _column(title: str) -> int:
    return next(i for i, column in enumerate(COLUMNS) if column.title == title)


def _texts(model: TableModel[Pair], title: str) -> list[str]:
    column = _column(title)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.fixture
def table(controller: Controller, qtbot: QtBot) -> PairsTable:
    pairs = PairsTable(controller)
    qtbot.addWidget(pairs)
    pairs.resize(900, 300)
    show_once(pairs)
    return pairs


def _row_of(table: PairsTable, pair_id: str) -> int:
    return table.pairs_model.place_of(lambda pair: pair.id == pair_id)


def _click_header(table: PairsTable, title: str) -> None:
    header = table.horizontalHeader()
    column = _column(title)
    at = QPoint(header.sectionViewportPosition(column) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def _chosen(table: PairsTable) -> str:
    rows = table.selected_rows()
    assert len(rows) == 1
    pair = table.pairs_model.row_at(rows[0])
    assert pair is not None
    return pair.id


def test_the_model_keeps_qts_rules(catalog: Catalog, qapp: QApplication) -> None:
    model = TableModel(COLUMNS)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    model.show_rows(catalog.pairs)
    model.sort(_column("Height"), DESCENDING)
    model.show_rows(catalog.pairs[:3])
    model.sort(-1)
    model.show_rows(())
    assert model.rowCount() == 0
    assert tester.model() is model


def test_a_row_shows_the_pair_in_words(table: PairsTable) -> None:
    row = _row_of(table, "AXE540127/AXE640124")
    texts = [table.pairs_model.index(row, c).data() for c in range(len(COLUMNS))]
    assert texts == [
        "40",
        "0.8",
        "8 mm",
        "Standard",
        "AXE540127",
        "AXE640124",
        "10.50 × 2.50",
        "9.80 × 2.00",
        "5,000",
        "10,000",
    ]


def test_what_is_not_stated_is_a_dash_that_explains_itself(table: PairsTable) -> None:
    row = _row_of(table, "AXE5E4026/AXE6E4026")
    for title in ("Height", "Packaging", "Per reel", "Per carton"):
        index = table.pairs_model.index(row, _column(title))
        assert index.data() == UNSTATED
        assert "not stated" in index.data(Qt.ItemDataRole.ToolTipRole)


@for_each("title, order", product([column.title for column in COLUMNS], [ASCENDING, DESCENDING]))
def test_every_column_sorts_by_its_figures_and_the_unstated_last(
    catalog: Catalog, qapp: QApplication, title: str, order: Qt.SortOrder
) -> None:
    model = TableModel(COLUMNS)
    model.show_rows(catalog.pairs)
    column = _column(title)
    model.sort(column, order)
    key = COLUMNS[column].key
    assert key is not None
    keys = [key(pair) for pair in model.rows]
    stated = [key for key in keys if key is not None]
    assert keys[: len(stated)] == stated
    assert stated == sorted(stated, reverse=order is DESCENDING)
    assert len(keys) == 72


def test_inspection_types_come_last_and_stand_out(table: PairsTable) -> None:
    model = table.pairs_model
    for column, order in product([-1, 0, 2, 4, 6], Qt.SortOrder):
        table.sortByColumn(column, order)
        kinds = [str(pair.product) for pair in model.rows]
        assert kinds == sorted(kinds, key=lambda kind: kind == "inspection"), (column, order)
        assert kinds[-1] == "inspection"
        fonts = [model.index(row, 4).data(Qt.ItemDataRole.FontRole) for row in (0, len(kinds) - 1)]
        assert [font is not None for font in fonts] == [False, True], (column, order)


def test_a_click_on_a_heading_sorts_numbers_as_numbers(table: PairsTable) -> None:
    _click_header(table, "Per reel")
    texts = _texts(table.pairs_model, "Per reel")
    assert texts[0] == "5,000"
    assert texts[49] == "15,000"
    assert texts[50:] == [UNSTATED] * 22
    _click_header(table, "Socket L × W")
    assert _texts(table.pairs_model, "Socket L × W")[0] == "4.50 × 2.50"
    _click_header(table, "Socket L × W")
    assert _texts(table.pairs_model, "Socket L × W")[0] == "18.50 × 2.50"


def test_sorting_keeps_the_chosen_pair_selected_and_visible(
    table: PairsTable, controller: Controller
) -> None:
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    for title in ("Socket", "Socket", "Pins", "Pins"):
        _click_header(table, title)
        assert _chosen(table) == "AXE510127/AXE610124"
        assert controller.state.pair_id == "AXE510127/AXE610124"
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_filtering_keeps_the_chosen_pair_selected_and_visible(
    table: PairsTable, controller: Controller
) -> None:
    controller.apply(reducers.choose_pair, "AXE580127/AXE680124")
    for text in ("AXE5", "127", ""):
        controller.apply(reducers.set_text, text)
        assert _chosen(table) == "AXE580127/AXE680124"
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_a_pair_outside_the_rows_stays_chosen_and_comes_back(
    table: PairsTable, controller: Controller
) -> None:
    controller.apply(reducers.choose_pair, "AXE580127/AXE680124")
    controller.apply(reducers.set_text, "AXE5401")
    assert table.selected_rows() == []
    assert controller.state.pair_id == "AXE580127/AXE680124"
    controller.apply(reducers.set_text, "")
    assert _chosen(table) == "AXE580127/AXE680124"


def test_arrows_choose(table: PairsTable, controller: Controller) -> None:
    table.setFocus()
    assert controller.pair is None
    keys = Qt.Key
    chosen = []
    for key in (keys.Key_Down, keys.Key_Down, keys.Key_End, keys.Key_Up, keys.Key_Home):
        QTest.keyClick(table, key)
        chosen.append(_chosen(table))
    assert chosen == [
        "AXE510127/AXE610124",
        "AXE512127/AXE612124",
        "AXE5E8026/AXE6E8026",
        "AXE5E7026/AXE6E7026",
        "AXE510127/AXE610124",
    ]
    assert controller.state.pair_id == chosen[-1]


def test_getting_the_focus_chooses_nothing(table: PairsTable, controller: Controller) -> None:
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert controller.pair is None
    assert table.selected_rows() == []


@pytest.mark.parametrize(
    ("typed", "pair_id"),
    [
        ("axe544", "AXE544127/AXE644124"),
        ("AXE6402", "AXE540127/AXE640224"),
        ("5e4", "AXE5E4026/AXE6E4026"),
        ("660124d", "AXE560127D/AXE660124D"),
    ],
)
def test_typing_goes_to_the_part_number(
    table: PairsTable, controller: Controller, typed: str, pair_id: str
) -> None:
    table.setFocus()
    QTest.keyClicks(table, typed)
    assert controller.state.pair_id == pair_id


def test_typing_what_no_number_begins_with_says_so(
    table: PairsTable, controller: Controller, qtbot: QtBot
) -> None:
    controller.apply(reducers.choose_pair, "AXE540127/AXE640124")
    with qtbot.waitSignal(controller.message) as said:
        QTest.keyClicks(table, "Z")
    assert said.args == ["No part number in the table begins with Z"]
    assert controller.state.pair_id == "AXE540127/AXE640124"


def test_ctrl_c_copies_the_selected_rows_for_a_spreadsheet(
    table: PairsTable, controller: Controller
) -> None:
    controller.apply(reducers.choose_pair, "AXE540127/AXE640124")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == [column.title for column in COLUMNS]
    assert [line.split("\t")[4] for line in lines[1:]] == ["AXE540127", "AXE544127"]
    assert all(len(line.split("\t")) == len(COLUMNS) for line in lines)


def test_rows_are_copied_in_the_order_shown(table: PairsTable) -> None:
    table.sortByColumn(_column("Pins"), DESCENDING)
    assert table.copy_rows() == 72
    lines = QApplication.clipboard().text().splitlines()
    assert lines[1].startswith("80\t")
    assert lines[-1].startswith("10\t")


def test_the_menu_of_a_row_copies_its_part_numbers_and_compares(
    table: PairsTable, controller: Controller, qtbot: QtBot
) -> None:
    row = _row_of(table, "AXE540127/AXE640124")
    menu = table.context_menu(table.pairs_model.index(row, 0))
    texts = [action.text() for action in menu.actions()]
    assert texts == [
        "&Copy rows",
        "Copy AXE540127",
        "Copy AXE640124",
        "Add to compar&ison",
    ]
    menu.actions()[2].trigger()
    assert QApplication.clipboard().text() == "AXE640124"
    with qtbot.waitSignal(table.compare_asked):
        menu.actions()[3].trigger()
    empty = table.context_menu(QModelIndex())
    assert [action.text() for action in empty.actions()] == ["&Copy rows"]


def test_several_rows_stay_selected_while_sorting(
    table: PairsTable, controller: Controller
) -> None:
    flags = QItemSelectionModel.SelectionFlag
    for row in (3, 5):
        index = table.pairs_model.index(row, 0)
        table.selectionModel().select(index, flags.Select | flags.Rows)
    before = {table.pairs_model.rows[row].id for row in table.selected_rows()}
    table.sortByColumn(_column("Socket"), DESCENDING)
    assert {table.pairs_model.rows[row].id for row in table.selected_rows()} == before
    assert len(before) == 2


def test_stepping_stops_at_the_ends(table: PairsTable, controller: Controller) -> None:
    table.step(1)
    assert controller.state.pair_id == "AXE510127/AXE610124"
    table.step(-1)
    assert controller.state.pair_id == "AXE510127/AXE610124"
    controller.apply(reducers.choose_pair, "AXE5E8026/AXE6E8026")
    table.step(1)
    assert controller.state.pair_id == "AXE5E8026/AXE6E8026"
    controller.apply(reducers.set_text, "zzz")
    table.step(1)
    assert controller.state.pair_id == "AXE5E8026/AXE6E8026"


def test_no_cell_is_cut_off(table: PairsTable) -> None:
    table.resize(1200, 300)
    for number, column in enumerate(COLUMNS):
        for row, pair in enumerate(table.pairs_model.rows):
            font = table.font()
            font.setBold(for_inspection(pair))
            text = str(table.pairs_model.index(row, number).data())
            room = table.columnWidth(number) - QFontMetrics(font).horizontalAdvance(text)
            assert room >= 6, (column.title, text)


def test_all_columns_have_room_in_the_first_window(table: PairsTable) -> None:
    table.resize(1200, 300)
    assert table.horizontalHeader().length() <= 846  # the table in a window of 1480 x 920


def test_a_click_chooses_the_row_that_it_highlights(
    table: PairsTable, controller: Controller
) -> None:
    for row in (3, 1, 5, 0):
        at = table.visualRect(table.pairs_model.index(row, 2)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        pair = table.pairs_model.row_at(row)
        assert pair is not None
        assert controller.state.pair_id == pair.id == _chosen(table)


def test_columns_that_gave_way_are_there_again_in_the_next_wide_window(
    table: PairsTable, controller: Controller, qtbot: QtBot
) -> None:
    table.resize(660, 300)
    assert table.hidden_columns[-2:] == (_column("Per reel"), _column("Per carton"))
    assert table.horizontalScrollBar().maximum() == 0
    again = PairsTable(controller)
    qtbot.addWidget(again)
    again.resize(1200, 300)
    again.restore_columns(table.saved_columns())
    again.show()
    assert not any(again.isColumnHidden(column) for column in range(len(COLUMNS)))
