"""A table of the panel of boards: columns of given widths, rows chosen by mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QAbstractItemView

from a4s_gui.ui.widgets.tables.row_table import RowTable
from a4s_gui.ui.widgets.tables.table_model import TableModel


class BoardTable(RowTable):
    """Shows a model of columns.

    ``widths`` are those of the columns, in characters, of which the last takes what room is left;
    ``give_way`` are the columns that are hidden where there is no room, the first first.
    """

    row_chosen = Signal()
    """The user is on another row now."""

    def __init__(
        self, name: str, model: TableModel[Any], widths: Sequence[int], give_way: Sequence[int] = ()
    ) -> None:
        super().__init__(name)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setStretchLastSection(True)
        character = self.fontMetrics().averageCharWidth()
        widths_px = [width * character for width in widths]
        for column, width in enumerate(widths_px):
            self.setColumnWidth(column, width)
        if give_way:
            self.keep_fitted(widths_px, give_way)
        self.selectionModel().selectionChanged.connect(self._choose)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: a row, heading and scroll bar, any width."""
        return QSize(1, self.height_px_of(1))

    def _choose(self) -> None:
        if self.user_row() >= 0:
            self.row_chosen.emit()
