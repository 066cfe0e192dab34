"""Tables of rows: what is selected and copied, by key and by click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from a4s_gui.ui.widgets.tables.row_rest import RowRest
from a4s_gui.ui.widgets.tables.row_table import RowTable


@pytest.fixture
def table(qtbot: QtBot) -> RowTable:
    made = RowTable("Letters")
    model = QStandardItemModel(made)
    for letter in "abcd":
        model.appendRow([QStandardItem(letter), QStandardItem(letter.upper())])
    made.setModel(model)
    qtbot.addWidget(made)
    made.show()
    return made


def test_all_rows_are_copied_unless_several_are_selected(table: RowTable) -> None:
    assert table.rows_to_copy() == [0, 1, 2, 3]
    table.go_to(2)
    assert table.selected_rows() == [2]
    assert table.rows_to_copy() == [0, 1, 2, 3]
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert table.rows_to_copy() == [1, 2]


def test_going_to_a_row_keeps_the_column_and_no_row_selects_none(table: RowTable) -> None:
    table.go_to(0)
    QTest.keyClick(table, Qt.Key.Key_Right)
    table.go_to(3)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (3, 1)
    table.go_to(-1)
    assert table.selected_rows() == []
    assert not table.currentIndex().isValid()


def test_the_key_asks_for_a_copy(table: RowTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.copy_asked):
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_columns_without_room_are_hidden_then_the_first_is_cut(table: RowTable) -> None:
    room = table.viewport().width()
    assert table.fit_columns((60, room - 60), (1,)) == ()
    assert [table.columnWidth(column) for column in (0, 1)] == [60, room - 60]
    assert table.fit_columns((60, room), (1,)) == (1,)
    assert table.isColumnHidden(1)
    assert table.fit_columns((60, room), ()) == ()
    assert [table.columnWidth(column) for column in (0, 1)] == [0, room]
    assert not table.isColumnHidden(1)


def test_a_column_that_the_user_hid_stays_hidden(table: RowTable) -> None:
    table.setColumnHidden(1, True)
    assert table.fit_columns((60, 80), (1,)) == ()
    assert table.isColumnHidden(1)


def test_fitted_columns_follow_the_width_and_what_has_no_room_is_told(
    table: RowTable, qtbot: QtBot
) -> None:
    table.horizontalHeader().setMinimumSectionSize(1)
    rest = RowRest(table)
    qtbot.addWidget(rest)
    table.go_to(1)
    room = table.viewport().width()
    table.keep_fitted((60, room - 60), (1,))
    assert rest.isHidden()
    table.resize(table.width() - 20, table.height())
    assert table.hidden_columns == (1,)
    assert (rest.isHidden(), rest.whole) == (False, "2: B")
    table.resize(table.width() + 20, table.height())
    assert not list(table.hidden_columns)
    assert rest.isHidden()


def test_a_width_that_the_user_gives_holds(table: RowTable) -> None:
    table.keep_fitted((60, 40), (1,))
    table.horizontalHeader().resizeSection(0, 80)
    table.resize(table.width() + 20, table.height())
    assert table.columnWidth(0) == 80


def test_columns_without_room_are_saved_as_shown(table: RowTable) -> None:
    room = table.viewport().width()
    table.keep_fitted((60, room), (1,))
    saved = table.saved_columns()
    assert table.hidden_columns == (1,)
    table.resize(3 * room, table.height())
    assert not list(table.hidden_columns)
    table.restore_columns(saved)
    assert not table.isColumnHidden(1)
    assert table.columnWidth(1) == room
    table.resize(room, table.height())
    assert table.hidden_columns == (1,)


def test_what_is_told_beneath_is_cut_with_a_mark(table: RowTable, qtbot: QtBot) -> None:
    table.horizontalHeader().setMinimumSectionSize(1)
    rest = RowRest(table)
    qtbot.addWidget(rest)
    rest.show()
    rest.show_text("all that there is no room for")
    rest.resize(rest.fontMetrics().horizontalAdvance(rest.whole) + 4, 20)
    assert rest.text().endswith("…")
    assert rest.fontMetrics().horizontalAdvance(rest.text()) <= rest.contentsRect().width()


def test_rows_and_columns_grow_with_the_letters_and_with_nothing_else(table: RowTable) -> None:
    font = table.font()
    sizes_px = []
    for points, underlined in ((12, False), (24, False), (24, True)):
        font.setPointSize(points)
        font.setUnderline(underlined)
        table.setFont(font)
        sizes_px.append((table.rowHeight(0), table.columnWidth(0)))
    small, large, same = sizes_px
    assert large == pytest.approx((2 * small[0], 2 * small[1]), abs=6)
    assert same == large
