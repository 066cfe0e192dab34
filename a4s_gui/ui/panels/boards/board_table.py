"""A table of the panel of boards: columns of given widths, rows chosen by mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from a4s_gui.ui.widgets.row_table import RowTable
from a4s_gui.ui.widgets.table_model import TableModel


class BoardTable(RowTable):
    """Shows a model of columns.

    Parameters
    ----------
    name
        The accessible name.
    model
        What is shown.
    widths
        Of the columns, in characters; the last one takes what room is left.
    give_way
        The columns that are hidden where there is no room, in the order in which they go.
    parent
        The Qt parent.
    """

    row_chosen = Signal()
    """The user is on another row now."""

    def __init__(
        self,
        name: str,
        model: TableModel[Any],
        widths: Sequence[int],
        give_way: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._give_way = give_way
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setStretchLastSection(True)
        character = self.fontMetrics().averageCharWidth()
        self._widths = [width * character for width in widths]
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, width)
        self.selectionModel().selectionChanged.connect(self._choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns for which there is room now."""
        super().resizeEvent(event)
        if self._give_way:
            self.fit_columns(self._widths, self._give_way)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: a row, heading and scroll bar, any width."""
        return QSize(1, self.height_px_of(1))

    def _choose(self) -> None:
        if self.user_row() >= 0:
            self.row_chosen.emit()
