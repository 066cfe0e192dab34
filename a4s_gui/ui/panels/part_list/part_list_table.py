"""The table of a pasted list: lines to choose, by pointing and by key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from a4s_gui.ui.panels.part_list.part_list_model import COLUMNS, PartListModel
from a4s_gui.ui.widgets.row_table import RowTable

_WIDTHS = (6, 11, 26, 22, 22, 60)
"""Of the columns at first, in characters; longer texts have a tip."""


class PartListTable(RowTable):
    """Shows the lines of a list; Ctrl+C copies, Return goes to what a line may mean."""

    answer_asked = Signal()
    """The user wants to say what the line means."""

    row_chosen = Signal()
    """The user is on another row now."""

    def __init__(self, lines: PartListModel, parent: QWidget | None = None) -> None:
        super().__init__("Part list", parent)
        self.setModel(lines)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        character = self.fontMetrics().averageCharWidth()
        for column in range(len(COLUMNS)):
            self.setColumnWidth(column, _WIDTHS[column] * character)
        # By key a row is selected before it is current, by a click of the mouse after it.
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.selectionModel().selectionChanged.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer what is doubted with Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer_asked.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        row = self.selectionModel().currentIndex().row()
        # Qt makes a row current, not selected, when the table only gets the focus.
        if self.selectionModel().isRowSelected(row, QModelIndex()):
            self.row_chosen.emit()
