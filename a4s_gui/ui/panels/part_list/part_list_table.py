"""The table of a pasted list: lines to choose, by pointing and by key."""

from __future__ import annotations

from PySide6.QtCore import Signal

from a4s_gui.catalog.part_list.line import ListLine
from a4s_gui.ui.widgets.tables.row_table import RowTable
from a4s_gui.ui.widgets.tables.table_model import TableModel

_WIDTHS = (6, 11, 26, 26, 26, 10, 40)
"""Of the columns at first, in characters; longer texts have a tip."""
_GIVE_WAY = (4, 6, 3, 5)
"""Where there is no room the pairs go first, then notes, part numbers and quantities."""
_TEXT = 2
"""At last it is cut, as it has a tip; else it takes what notes that are hidden leave."""


class PartListTable(RowTable):
    """Shows the lines of a list."""

    row_chosen = Signal()
    """The user is on another row now."""

    def __init__(self, lines: TableModel[ListLine]) -> None:
        super().__init__("Part list")
        self.setModel(lines)
        self.horizontalHeader().setStretchLastSection(True)
        character = self.fontMetrics().averageCharWidth()
        self.keep_fitted([width * character for width in _WIDTHS], _GIVE_WAY, _TEXT)
        # By key a row is selected before it is current, by a click of the mouse after it.
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.selectionModel().selectionChanged.connect(self._choose)

    def _choose(self) -> None:
        if self.user_row() >= 0:
            self.row_chosen.emit()
