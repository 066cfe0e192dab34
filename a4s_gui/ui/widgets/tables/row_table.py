"""A table of rows: selected, stepped through and copied as wholes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from a4s_gui.ui.widgets.menus import Entry, Item, Submenu, add_items, build_menu, is_by_key, pop_up
from a4s_gui.ui.widgets.tables.head_menu import head_items, offer_head_menu, shown_items

_ROW_PADDING_PX = 6


class RowTable(QTableView):
    """Rows to select; Ctrl+C asks for them to be copied where Qt would copy one cell."""

    copy_asked = Signal()
    """The selected rows are to be copied."""
    return_pressed = Signal()
    """What the row stands for is to be done."""
    columns_fitted = Signal()
    """Other columns may be hidden now for lack of room."""

    unsorted_words = "As it &came"
    """What the menu of a head calls the order in which the rows were given."""
    hides_columns = True
    """Whether columns can be hidden by the menu of a head."""
    has_column_menu = True
    """Whether the menu of a cell leads to that of its column's head, which the keys never reach."""

    _letter_px = 0.0
    """How wide the letters are for which rows and columns hold."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._letter_px = _letter_px(self)
        self._row_items: Callable[[QModelIndex], Iterable[Item]] = lambda _index: ()
        self.hidden_columns: tuple[int, ...] = ()
        """The columns for which there is no room."""
        self._widths: list[int] = []
        self._give_way: tuple[int, ...] = ()
        self._cut = 0
        self._fitting = False
        offer_head_menu(self.horizontalHeader(), self.head_items)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING_PX)
        self.horizontalHeader().setHighlightSections(False)

    def selected_rows(self) -> list[int]:
        """Return the selected rows, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def rows_to_copy(self) -> list[int]:
        """Return the selected rows, all where at most one is: the keys always stand on one."""
        rows = self.selected_rows()
        return rows if len(rows) > 1 else list(range(self.model().rowCount()))

    def go_to(self, row: int) -> None:
        """Select one row, in the column that the keys are in; none where ``row`` is -1.

        Whichever keys are held down: ``selectRow`` would heed Ctrl and Shift.
        """
        flags = QItemSelectionModel.SelectionFlag
        column = max(0, self.currentIndex().column())
        if self.isColumnHidden(column):  # Qt would not scroll to a cell that is hidden
            column = self.columnAt(0)
        index = self.model().index(row, column) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def user_row(self) -> int:
        """Return the row that the user is on, -1 for none.

        Qt makes a row current, not selected, when the table only gets the focus. A screen reader
        selects a row and does not make it current.
        """
        row = self.currentIndex().row()
        if self.selectionModel().isRowSelected(row, QModelIndex()):
            return row
        rows = self.selected_rows()
        return rows[0] if len(rows) == 1 else -1

    def height_px_of(self, rows: int) -> int:
        """Return the height in which so many rows are seen, heading and scroll bar with them."""
        heading, bar = self.horizontalHeader().sizeHint(), self.horizontalScrollBar().sizeHint()
        lines = rows * self.verticalHeader().defaultSectionSize()
        return heading.height() + lines + bar.height() + 2 * self.frameWidth()

    def minimumSizeHint(self) -> QSize:
        """Return a size in which one row is seen: a table scrolls itself."""
        return QSize(super().minimumSizeHint().width(), self.height_px_of(1))

    def keep_fitted(self, widths: Sequence[int], give_way: Sequence[int], cut: int = 0) -> None:
        """Fit the columns, and anew whenever the table has another width.

        A width that the user gives a column holds from then on. Where those that stay have no room,
        one is ``cut``; one that is not the first takes the room of the last one, where that is
        hidden. See :meth:`fit_columns`.
        """
        self._cut = cut
        if not self._widths:
            self.horizontalHeader().sectionResized.connect(self._take_width)
        self._widths, self._give_way = list(widths), tuple(give_way)
        self.fit()

    def fit(self) -> None:
        """Fit the columns that are kept so; called whenever the table has another width."""
        if self._widths:
            self.fit_columns(self._widths, self._give_way)

    def saved_columns(self) -> bytes:
        """Return where columns are and how wide, which the user hid, and the order of the rows."""
        self._take_back()
        saved = bytes(self.horizontalHeader().saveState().data())
        self.fit()
        return saved

    def restore_columns(self, saved: bytes) -> None:
        """Have the columns as they were saved, as far as there is room for them."""
        self._take_back()
        self.horizontalHeader().restoreState(QByteArray(saved))
        self._widths = [self.columnWidth(c) or width for c, width in enumerate(self._widths)]
        self.fit()

    def rest(self) -> list[str]:
        """Return what the columns without room say of the row that the user is on, a line each."""
        index, across = self.currentIndex(), Qt.Orientation.Horizontal
        hidden = self.hidden_columns if index.isValid() else ()
        cells = [(column, index.siblingAtColumn(column).data()) for column in hidden]
        return [f"{self.model().headerData(c, across)}: {text}" for c, text in cells if text]

    def changeEvent(self, event: QEvent) -> None:
        """Have rows and columns grow with the letters, when the desktop's become larger."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._letter_px:
            before, self._letter_px = self._letter_px, _letter_px(self)
            if before != self._letter_px:
                self._grow(self._letter_px / before)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns for which there is room now."""
        super().resizeEvent(event)
        self.fit()

    def fit_columns(self, widths: Sequence[int], give_way: Sequence[int]) -> tuple[int, ...]:
        """Give columns their widths, and hide some where there is no room for all.

        Where even those that stay have none, one is cut, the first if no other is named to
        :meth:`keep_fitted`. What the user hid stays hidden.

        Parameters
        ----------
        widths
            Of every column, in pixels.
        give_way
            The columns that may be hidden, in the order in which they go.

        Returns
        -------
        tuple[int, ...]
            The columns that are hidden: what they say has to be seen elsewhere.
        """
        self._fitting = True
        columns = range(len(widths))
        own = {c for c in columns if self.isColumnHidden(c) and c not in self.hidden_columns}
        over = sum(widths[c] for c in columns if c not in own) - self.viewport().width()
        hidden: set[int] = set()
        for column in (place for place in give_way if place not in own):
            if over <= 0:
                break
            hidden.add(column)
            over -= widths[column]
        takes_rest = self._cut and len(widths) - 1 in hidden | own
        more = -over if takes_rest else min(-over, 0)
        for column, width in enumerate(widths):
            self.setColumnHidden(column, column in hidden | own)
            self.setColumnWidth(column, width + (more if column == self._cut else 0))
        self.hidden_columns = tuple(sorted(hidden))
        self._fitting = False
        self.columns_fitted.emit()
        return self.hidden_columns

    def offer_rows(self, items: Callable[[QModelIndex], Iterable[Item]]) -> None:
        """Have the menu of a cell begin with what can be done with its row."""
        self._row_items = items

    def setHorizontalHeader(self, header: QHeaderView) -> None:
        """Take another head; it has the menu of its columns as well."""
        super().setHorizontalHeader(header)
        offer_head_menu(header, self.head_items)

    def context_menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of a cell, or of the room beneath the rows; subclasses add to it."""
        copy = Entry("&Copy rows", self.copy_asked.emit)
        return build_menu(self, [*self._row_items(index), None, copy])

    def head_items(self, column: int) -> list[Item]:
        """Return what the menu of a column's head offers; subclasses may offer something else."""
        items = head_items(self, column, self.unsorted_words)
        return [*items, None, *shown_items(self, column)] if self.hides_columns else items

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the cell that is pointed at, or that the keys are on."""
        index, place = self.indexAt(event.pos()), event.globalPos()
        if is_by_key(event):
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        menu = self.context_menu(index)
        if index.isValid() and self.has_column_menu:
            items = tuple(self.head_items(index.column()))
            add_items(menu, self, [None, Submenu("Colu&mn", items)])
        pop_up(menu, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole rows where Qt would copy one cell; tell of Return."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.return_pressed.emit()
        super().keyPressEvent(event)

    def _grow(self, times: float) -> None:
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(round(rows.defaultSectionSize() * times))
        if self._widths:
            self._widths = [round(width * times) for width in self._widths]
            self.fit()
        else:
            for column in range(self.horizontalHeader().count()):
                self.setColumnWidth(column, round(self.columnWidth(column) * times))

    def _take_back(self) -> None:
        """Show the columns that gave way, as wide as they are where there is room."""
        self._fitting = True
        for column in self.hidden_columns:
            self.showColumn(column)
        self.hidden_columns = ()
        self._fitting = False

    def _take_width(self, column: int, _before: int, width: int) -> None:
        """Remember a width that a column has, but for one that takes what room is left."""
        if width and not self._fitting and not self._takes_the_rest(column):
            self._widths[column] = width

    def _takes_the_rest(self, column: int) -> bool:
        header = self.horizontalHeader()
        if header.sectionResizeMode(column) is QHeaderView.ResizeMode.Stretch:
            return True
        places = range(header.visualIndex(column) + 1, header.count())
        is_last = all(header.isSectionHidden(header.logicalIndex(place)) for place in places)
        return header.stretchLastSection() and is_last


def _letter_px(table: QTableView) -> float:
    return QFontMetricsF(table.font()).averageCharWidth()
