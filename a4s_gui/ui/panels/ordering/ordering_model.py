"""What to order as a table: a row for each packaging, with each figure's formula beneath it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt

from a4s_gui.catalog.delimited import tab_separated
from a4s_gui.report.order_rows import OrderColumn, OrderRow
from a4s_gui.ui.widgets.table_model import Head, Index, TableModel

CELL_ROLE = Qt.ItemDataRole.UserRole
"""The :class:`~a4s_gui.report.order_rows.OrderCell` at an index."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OrderingModel(TableModel):
    """The rows of :func:`~a4s_gui.report.order_rows.order_rows`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([Head(column.title, column.tip, _LEFT) for column in OrderColumn], parent)
        self._rows: tuple[OrderRow, ...] = ()

    @property
    def rows(self) -> tuple[OrderRow, ...]:
        """What the table shows."""
        return self._rows

    def show_rows(self, rows: Sequence[OrderRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def as_tsv(self) -> str:
        """Return all of it as a spreadsheet takes it: a row for each figure, formula, source."""
        return tab_separated(self._copied_rows())

    def count_rows(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's value, its tip, or all of it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        cell = self._rows[index.row()].cell(OrderColumn(index.column()))
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return cell.tip
        return cell if role == CELL_ROLE else None

    def _copied_rows(self) -> Iterable[tuple[str, ...]]:
        yield ("Packaging", "Part numbers", "Figure", "Value", "Formula", "Source")
        for row in self._rows:
            for column in list(OrderColumn)[1:]:
                figure = row.cell(column).figure
                cells = (column.title, figure.number, figure.note, str(figure.source))
                yield (row.packaging, row.numbers, *cells)
