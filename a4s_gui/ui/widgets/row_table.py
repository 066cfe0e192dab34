"""A table of rows: selected, stepped through and copied as wholes."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTableView, QWidget

_ROW_PADDING_PX = 6


class RowTable(QTableView):
    """Rows to select; Ctrl+C asks for them to be copied where Qt would copy one cell.

    Parameters
    ----------
    name
        The accessible name.
    parent
        The Qt parent.
    """

    copy_asked = Signal()
    """The selected rows are to be copied."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        index = self.model().index(row, column) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def user_row(self) -> int:
        """Return the row that the user is on, -1 for none.

        Qt makes a row current, not selected, when the table only gets the focus.
        """
        row = self.currentIndex().row()
        return row if self.selectionModel().isRowSelected(row, QModelIndex()) else -1

    def context_menu(self, _index: QModelIndex) -> QMenu:
        """Return the menu of a cell, or of the room beneath the rows; subclasses add to it."""
        menu = QMenu(self)
        menu.addAction("&Copy rows").triggered.connect(self.copy_asked)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the cell that is pointed at."""
        menu = self.context_menu(self.indexAt(event.pos()))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole rows where Qt would copy one cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)
