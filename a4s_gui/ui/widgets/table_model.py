"""Rows under headings that explain themselves: what the models of all tables have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class Head(NamedTuple):
    """The heading of a column, what explains it, and at which side its texts stand."""

    title: str
    tip: str
    side: Qt.AlignmentFlag | None = None


class TableModel(QAbstractTableModel):
    """A table whose columns do not change; :meth:`count_rows` and ``data`` are left to its kinds.

    Parameters
    ----------
    heads
        Of the columns, from left to right.
    parent
        The Qt parent.
    """

    def __init__(self, heads: Sequence[Head], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)

    def count_rows(self) -> int:
        """Return the number of rows."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows; a cell has none."""
        return 0 if parent.isValid() else self.count_rows()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns; a cell has none."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's heading, its explanation, and where its texts stand."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        head = self._heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return head.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole):
            return head.tip
        return head.side if role == Qt.ItemDataRole.TextAlignmentRole else None
