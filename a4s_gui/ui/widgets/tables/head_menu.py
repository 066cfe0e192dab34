"""The menu of a column's head: order, width, which columns are shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from a4s_gui.ui.widgets.menus import Entry, Item, Submenu, build_menu, literal, pop_up


def offer_head_menu(header: QHeaderView, items_of: Callable[[int], list[Item]]) -> None:
    """Have the heads of a table open the menu of their column, -1 beside them."""

    def show(place: QPoint) -> None:
        items = items_of(header.logicalIndexAt(place))
        pop_up(build_menu(header, items), header.viewport().mapToGlobal(place))

    header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    header.customContextMenuRequested.connect(show)


def head_items(table: QTableView, column: int, unsorted: str) -> list[Item]:
    """Return how a column can be sorted and how wide it may be; none with -1, beside all heads.

    ``unsorted`` is what the order is called in which the rows were given.
    """
    return [*_orders(table, column, unsorted), None, *_widths(table, column)] if column >= 0 else []


def hide_column(table: QTableView, column: int) -> None:
    """Hide a column; the keys go to one that is left: Qt would not scroll to a hidden one."""
    table.hideColumn(column)
    current = table.currentIndex()
    if current.isValid() and current.column() == column:
        beside = current.siblingAtColumn(table.columnAt(0))
        no_change = table.selectionModel().SelectionFlag.NoUpdate
        table.selectionModel().setCurrentIndex(beside, no_change)


def shown_items(table: QTableView, column: int) -> list[Item]:
    """Return which columns are shown, to change; one is always left."""
    header = table.horizontalHeader()
    shown = [one for one in _columns(header) if not header.isSectionHidden(one)]
    columns = tuple(_switch(table, one, is_last=shown == [one]) for one in _columns(header))
    return [
        Entry("&Hide", partial(hide_column, table, column), column >= 0 and len(shown) > 1),
        Submenu("&Columns", columns),
        Entry("Show &all columns", partial(_show_all, table), len(shown) < len(columns)),
    ]


def _columns(header: QHeaderView) -> list[int]:
    """Return the columns from left to right, as the user has put them."""
    return [header.logicalIndex(place) for place in range(header.count())]


def _orders(table: QTableView, column: int, unsorted: str) -> list[Item]:
    if not table.isSortingEnabled():
        return []
    header, orders = table.horizontalHeader(), Qt.SortOrder
    now = (header.sortIndicatorSection(), header.sortIndicatorOrder())
    wanted = [
        ("Sort a&scending", column, orders.AscendingOrder),
        ("Sort &descending", column, orders.DescendingOrder),
        (unsorted, -1, orders.AscendingOrder),
    ]
    return [
        Entry(
            text,
            partial(table.sortByColumn, section, order),
            checked=now == (section, order) if section >= 0 else now[0] < 0,
        )
        for text, section, order in wanted
    ]


def _widths(table: QTableView, column: int) -> list[Item]:
    header = table.horizontalHeader()
    if header.sectionResizeMode(column) is not QHeaderView.ResizeMode.Interactive:
        return []
    return [
        Entry("&Fit width", partial(table.resizeColumnToContents, column)),
        Entry("Fit all &widths", table.resizeColumnsToContents),
    ]


def _switch(table: QTableView, column: int, *, is_last: bool) -> Entry:
    title = table.model().headerData(column, Qt.Orientation.Horizontal)
    hidden = table.isColumnHidden(column)
    change = table.showColumn if hidden else partial(hide_column, table)
    return Entry(literal(str(title)), partial(change, column), not is_last, checked=not hidden)


def _show_all(table: QTableView) -> None:
    for column in range(table.model().columnCount()):
        table.showColumn(column)
