"""The table of a pasted list: lines to choose, by pointing and by key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from a4s_gui.ui.part_list_model import COLUMNS, PartListModel

_WIDTHS = (6, 11, 26, 22, 22, 60)
"""Of the columns at first, in characters; longer texts have a tip."""


class PartListTable(QTableView):
    """Shows the lines of a list; Ctrl+C copies, Return goes to what a line may mean."""

    copy_asked = Signal()
    answer_asked = Signal()
    row_chosen = Signal()
    """The user is on another row now."""

    def __init__(self, lines: PartListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(lines)
        self.setAccessibleName("Part list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        character = self.fontMetrics().averageCharWidth()
        for column in range(len(COLUMNS)):
            self.setColumnWidth(column, _WIDTHS[column] * character)
        # By key a row is selected before it is current, by a click of the mouse after it.
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.selectionModel().selectionChanged.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole rows where Qt would copy one cell; answer what is doubted."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer_asked.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        row = self.selectionModel().currentIndex().row()
        # Qt makes a row current, not selected, when the table only gets the focus.
        if self.selectionModel().isRowSelected(row, QModelIndex()):
            self.row_chosen.emit()
