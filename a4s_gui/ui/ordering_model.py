"""What to order as a table: a row for each packaging, with each figure's formula beneath it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from a4s_gui.catalog.delimited import tab_separated
from a4s_gui.ui.order_rows import OrderColumn, OrderRow

_Index = QModelIndex | QPersistentModelIndex

CELL_ROLE = Qt.ItemDataRole.UserRole
"""The :class:`~a4s_gui.ui.order_rows.OrderCell` at an index."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OrderingModel(QAbstractTableModel):
    """The rows of :func:`~a4s_gui.ui.order_rows.order_rows`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of packagings, of halves where they differ."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(OrderColumn)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's value, its tip, or all of it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        cell = self._rows[index.row()].cell(OrderColumn(index.column()))
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.value
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return cell.tip
        return cell if role == CELL_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's heading and its explanation."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(OrderColumn):
            return None
        column = OrderColumn(section)
        return {
            Qt.ItemDataRole.DisplayRole: column.title,
            Qt.ItemDataRole.ToolTipRole: column.tip,
            Qt.ItemDataRole.StatusTipRole: column.tip,
            Qt.ItemDataRole.TextAlignmentRole: _LEFT,
        }.get(Qt.ItemDataRole(role))

    def _copied_rows(self) -> Iterable[tuple[str, ...]]:
        yield ("Packaging", "Part numbers", "Figure", "Value", "Formula", "Source")
        for row in self._rows:
            for column in list(OrderColumn)[1:]:
                cell = row.cell(column)
                figure = (column.title, cell.value, cell.formula, str(cell.source))
                yield (row.packaging, row.numbers, *figure)
