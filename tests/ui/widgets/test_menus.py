"""Menus made of entries, and the menus of tables and their heads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from a4s_gui.ui.widgets.menus import (
    Entry,
    Item,
    Submenu,
    ask_for_menu,
    build_menu,
    literal,
    offer_menu,
)
from a4s_gui.ui.widgets.tables.head_menu import hide_column
from a4s_gui.ui.widgets.tables.row_table import RowTable


def open_menu() -> QMenu:
    """Return the menu that is on the screen."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    """Return the lines of a menu, a dash for a separator."""
    return ["-" if a.isSeparator() else a.text().replace("&", "") for a in menu.actions()]


def entry(menu: QMenu, text: str) -> QAction:
    """Return a line of a menu or of a menu below it, by its text without key marks."""
    for action in menu.actions():
        if action.text().replace("&", "") == text:
            return action
        below = action.menu()
        if isinstance(below, QMenu):
            try:
                return entry(below, text)
            except LookupError:
                continue
    raise LookupError(text)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    action = QAction("&Fit", made)
    action.setObjectName("fit")
    made.setCentralWidget(QLabel("here"))
    made.show()
    return made


@pytest.fixture
def label(window: QMainWindow) -> QLabel:
    made = window.centralWidget()
    assert isinstance(made, QLabel)
    return made


@pytest.fixture
def table(qtbot: QtBot) -> RowTable:
    made = RowTable("Letters")
    model = QStandardItemModel(made)
    model.setHorizontalHeaderLabels(["Small", "Large & bold"])
    for letter in "bcad":
        model.appendRow([QStandardItem(letter), QStandardItem(letter.upper())])
    made.setModel(model)
    made.resize(300, 200)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_menu_has_the_windows_own_actions_by_their_names(
    window: QMainWindow, label: QLabel
) -> None:
    items: list[Item] = ["fit", "no-such-action", None, None, Entry("x", list), None]
    menu = build_menu(label, items)
    assert texts(menu) == ["Fit", "-", "x"]
    assert menu.actions()[0] is window.findChild(QAction, "fit")


def test_a_separator_stands_between_two_entries_only(window: QMainWindow) -> None:
    menu = build_menu(window, [None, "gone", None, "fit", None, "gone", None])
    assert texts(menu) == ["Fit"]


def test_an_entry_is_done_checked_and_greyed(window: QMainWindow) -> None:
    done: list[str] = []
    inside = Entry("in", lambda: done.append("in"), checked=True)
    menu = build_menu(window, [Entry("out", list, enabled=False), Submenu("more", (inside,))])
    assert not entry(menu, "out").isEnabled()
    assert entry(menu, "in").isChecked()
    entry(menu, "in").trigger()
    assert done == ["in"]


def test_an_ampersand_of_a_text_is_no_key(window: QMainWindow) -> None:
    assert build_menu(window, [Entry(literal("R&D"), list)]).actions()[0].text() == "R&&D"


def test_a_widget_opens_its_menu_by_mouse_and_by_key(label: QLabel, qtbot: QtBot) -> None:
    offer_menu(label, lambda: ["fit"])
    ask_for_menu(label)
    menu = open_menu()
    assert texts(menu) == ["Fit"]
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_nothing_opens_where_there_is_nothing_to_do(label: QLabel) -> None:
    offer_menu(label, list)
    ask_for_menu(label)
    ask_for_menu(None)
    assert QApplication.activePopupWidget() is None


def test_by_key_the_menu_of_a_table_is_that_of_the_row_with_the_keys(table: RowTable) -> None:
    asked: list[int] = []

    def items(index: QModelIndex) -> list[Item]:
        asked.append(index.row())
        return [Entry("Row", list)]

    table.offer_rows(items)
    table.go_to(2)
    ask_for_menu(table)
    assert asked == [2]
    assert texts(open_menu()) == ["Row", "-", "Copy rows", "-", "Column"]
    open_menu().close()


def test_by_mouse_it_is_that_of_the_row_under_it(table: RowTable) -> None:
    asked: list[int] = []

    def items(index: QModelIndex) -> list[Item]:
        asked.append(index.row())
        return []

    table.offer_rows(items)
    table.go_to(2)
    place = table.visualRect(table.model().index(1, 0)).center()
    mouse = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(mouse, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    assert asked == [1]
    open_menu().close()


def test_a_head_sorts_where_the_table_can_be_sorted(table: RowTable) -> None:
    assert "Sort ascending" not in texts(build_menu(table, table.head_items(0)))
    table.setSortingEnabled(True)
    entry(build_menu(table, table.head_items(0)), "Sort descending").trigger()
    assert table.model().index(0, 0).data() == "d"
    assert entry(build_menu(table, table.head_items(0)), "Sort descending").isChecked()
    entry(build_menu(table, table.head_items(0)), "Sort ascending").trigger()
    assert table.model().index(0, 0).data() == "a"
    entry(build_menu(table, table.head_items(0)), "As it came").trigger()
    assert table.horizontalHeader().sortIndicatorSection() == -1


def test_a_column_is_fitted_to_its_texts(table: RowTable) -> None:
    table.setColumnWidth(0, 290)
    entry(build_menu(table, table.head_items(0)), "Fit width").trigger()
    assert table.columnWidth(0) < 100


def test_columns_are_hidden_and_shown_but_never_all(table: RowTable) -> None:
    table.go_to(1)
    entry(build_menu(table, table.head_items(0)), "Hide").trigger()
    assert table.isColumnHidden(0)
    assert table.currentIndex().column() == 1
    menu = build_menu(table, table.head_items(1))
    assert not entry(menu, "Hide").isEnabled()
    assert not entry(menu, "Large  bold").isEnabled()
    entry(menu, "Small").trigger()
    assert not table.isColumnHidden(0)
    hide_column(table, 1)
    entry(build_menu(table, table.head_items(-1)), "Show all columns").trigger()
    assert not table.isColumnHidden(1)


def test_a_row_is_found_though_the_column_of_the_keys_is_hidden(table: RowTable) -> None:
    table.resize(300, 60)
    table.hideColumn(0)
    table.go_to(3)
    table.scrollTo(table.currentIndex())
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_the_head_opens_its_menu(table: RowTable) -> None:
    head = table.horizontalHeader()
    head.customContextMenuRequested.emit(QPoint(head.sectionViewportPosition(1) + 3, 3))
    assert "Hide" in texts(open_menu())
    open_menu().close()
    assert head.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu
