"""The table of alternatives: rows to select, reasons across the row, a menu for each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from a4s_gui.report.alternative_rows import AlternativeRow
from a4s_gui.ui.core.clipboard import add_copy_actions
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.alternatives.alternatives_columns import COLUMNS, FIRST_OF_PAIR
from a4s_gui.ui.widgets.tables.row_table import RowTable
from a4s_gui.ui.widgets.tables.table_model import TableModel

_CELL_PADDING_PX = 14
_BOLD_IS_WIDER = 1.08
_GIVE_WAY = tuple(range(len(COLUMNS) - 1, FIRST_OF_PAIR + 1, -1))
"""Where there is no room the columns go from the right; both part numbers stay."""


class AlternativesTable(RowTable):
    """Rows to select; Return and a double click choose, Ctrl+C copies."""

    chosen = Signal()
    """The pair of the current row is to be chosen."""
    compare_asked = Signal()
    """The pair of the current row is to be compared."""

    hides_columns = False

    def __init__(self, model: TableModel[AlternativeRow], controller: Controller) -> None:
        super().__init__("Alternatives")
        self._model = model
        self._controller = controller
        self.setModel(model)
        self.horizontalHeader().setMinimumSectionSize(36)
        self.doubleClicked.connect(self.chosen)
        self.return_pressed.connect(self.chosen)

    def lay_out(self) -> None:
        """Give each column the width of its texts, and a reason the room of its whole row."""
        self.clearSpans()
        metrics = self.fontMetrics()
        widths = []
        for number, column in enumerate(COLUMNS):
            within = [row for row in self._model.rows if row.pair or number < FIRST_OF_PAIR]
            texts = [column.title, *map(column.text, within)]
            widest = _BOLD_IS_WIDER * max(map(metrics.horizontalAdvance, texts))
            widths.append(round(widest) + _CELL_PADDING_PX)
        self.keep_fitted(widths, _GIVE_WAY)
        for place, row in enumerate(self._model.rows):
            if row.pair is None:
                self.setSpan(place, FIRST_OF_PAIR, 1, len(COLUMNS) - FIRST_OF_PAIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by whole rows where Qt would by cells."""
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not shifted:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self._model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def context_menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of a row: choosing and comparing its pair, copying."""
        menu = super().context_menu(index)
        row = self._model.row_at(index.row())
        if row is not None and row.pair is not None:
            menu.addAction("C&hoose").triggered.connect(self.chosen)
            menu.addAction("Add to compar&ison").triggered.connect(self.compare_asked)
            menu.addSeparator()
            add_copy_actions(menu, self._controller, row.pair)
        return menu
