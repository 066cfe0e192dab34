"""The model of every table: its columns are records, its rows any objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPixmap

from a4s_gui.frozen import frozen
from a4s_gui.ui.widgets.labels import never_rich
from a4s_gui.ui.widgets.layouts import wrapped

Index = QModelIndex | QPersistentModelIndex
RowT = TypeVar("RowT")

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The row at an index, as it was given to the model: for delegates."""

_Role = Qt.ItemDataRole
_OF_HEADS = frozenset(
    {
        _Role.DisplayRole,
        _Role.ToolTipRole,
        _Role.StatusTipRole,
        _Role.TextAlignmentRole,
        _Role.DecorationRole,
        _Role.FontRole,
    }
)
_OF_CELLS = frozenset(
    {
        _Role.DisplayRole,
        _Role.ToolTipRole,
        _Role.AccessibleDescriptionRole,
        ROW_ROLE,
        _Role.TextAlignmentRole,
        _Role.ForegroundRole,
        _Role.FontRole,
    }
)
"""What is answered: Qt asks for as many roles more, of each cell that it paints."""


def _no_text(_row: object) -> str:
    return ""


def _no_color(_row: object) -> None:
    return None


def _not(_row: object) -> bool:
    return False


@frozen
class Column(Generic[RowT]):
    """One column: its heading, and as functions of a row what its cells show.

    Attributes
    ----------
    title, tip
        The heading, and what explains it.
    text
        What a cell shows.
    side
        Where heading and texts stand.
    explain
        The tip of a cell, empty for none.
    copied
        What is copied of a cell, where that is not its text.
    key
        What the rows can be sorted by, of one type in all rows; ``None`` where nothing is stated.
    color
        A cell's colour, as it is now; ``None`` for none of its own.
    bold
        Whether a cell stands out.
    title_icon, title_bold
        What the heading begins with, and whether it stands out.
    """

    title: str
    tip: str
    text: Callable[[RowT], str]
    side: Qt.AlignmentFlag = LEFT
    explain: Callable[[RowT], str] = _no_text
    copied: Callable[[RowT], str] | None = None
    key: Callable[[RowT], Any] | None = None
    color: Callable[[RowT], QColor | str | None] = _no_color
    bold: Callable[[RowT], bool] = _not
    title_icon: QPixmap | None = None
    title_bold: bool = False


class TableModel(QAbstractTableModel, Generic[RowT]):
    """Rows under headings that explain themselves; sorted, what is not stated comes last.

    ``last`` says which rows come after all others, however the table is sorted.
    """

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        parent: QObject | None = None,
        *,
        last: Callable[[RowT], bool] = lambda _row: False,
    ) -> None:
        super().__init__(parent)
        self._last = last
        self._columns = tuple(columns)
        self._given: tuple[RowT, ...] = ()
        self._rows: tuple[RowT, ...] = ()
        self._sorted_by = -1
        self._order = Qt.SortOrder.AscendingOrder

    @property
    def columns(self) -> tuple[Column[RowT], ...]:
        """The columns, from left to right."""
        return self._columns

    @property
    def rows(self) -> tuple[RowT, ...]:
        """The rows, in the order in which they are shown."""
        return self._rows

    def row_at(self, place: int) -> RowT | None:
        """Return a row by its place, ``None`` outside the table."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, wanted: Callable[[RowT], bool]) -> int:
        """Return the place of the first row that is wanted, -1 where there is none."""
        return next((place for place, row in enumerate(self._rows) if wanted(row)), -1)

    def show_rows(
        self, rows: Iterable[RowT], columns: Sequence[Column[RowT]] | None = None
    ) -> None:
        """Show other rows, and other columns where they are given; the same ones change nothing."""
        given = tuple(rows)
        if columns is None and given == self._given:
            return
        self.beginResetModel()
        self._columns = self._columns if columns is None else tuple(columns)
        self._given = given
        self._rows = self._in_order()
        self.endResetModel()

    def update_rows(self, rows: Iterable[RowT]) -> None:
        """Show as many rows as before in their places: what is selected stays so."""
        self._given = tuple(rows)
        self._rows = self._in_order()
        self._cells_changed()

    def update_columns(self, columns: Sequence[Column[RowT]]) -> None:
        """Show as many columns as before under other headings."""
        self._columns = tuple(columns)
        if columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def copied_rows(self, places: Iterable[int]) -> list[list[str]]:
        """Return some rows as they are copied, under a row of headings."""
        return copied_rows(self._columns, (self._rows[place] for place in places))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows; a cell has none."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns; a cell has none."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's heading, its explanation, and how it stands."""
        is_head = orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns)
        if role not in _OF_HEADS or not is_head:
            return None
        column = self._columns[section]
        roles = Qt.ItemDataRole
        if role == roles.DisplayRole:
            return column.title
        if role in (roles.ToolTipRole, roles.StatusTipRole):
            return never_rich(column.tip) if role == roles.ToolTipRole else column.tip
        if role == roles.TextAlignmentRole:
            return column.side
        if role == roles.DecorationRole:
            return column.title_icon
        return bold_font() if role == roles.FontRole and column.title_bold else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, how it stands out, and what explains it."""
        if role not in _OF_CELLS:
            return None
        row = self.row_at(index.row())
        if row is None or not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return wrapped(column.explain(row)) or None
        return row if role == ROW_ROLE else self._look(column, row, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column, -1 for the order in which they were given."""
        self._sorted_by, self._order = column, order
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        self._rows = self._in_order()
        places = {id(row): place for place, row in enumerate(self._rows)}
        for index in self.persistentIndexList():
            moved = self.index(places[id(before[index.row()])], index.column())
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def _look(self, column: Column[RowT], row: RowT, role: int) -> object:
        roles = Qt.ItemDataRole
        if role == roles.TextAlignmentRole:
            return column.side
        if role == roles.ForegroundRole:
            color = column.color(row)
            return None if color is None else QColor(color)
        return bold_font() if role == roles.FontRole and column.bold(row) else None

    def _in_order(self) -> tuple[RowT, ...]:
        in_table = 0 <= self._sorted_by < len(self._columns)
        key = self._columns[self._sorted_by].key if in_table else None
        if key is None:
            return tuple(sorted(self._given, key=self._last))
        stated = [row for row in self._given if key(row) is not None]
        unstated = [row for row in self._given if key(row) is None]
        descending = self._order is Qt.SortOrder.DescendingOrder
        in_order = (*sorted(stated, key=key, reverse=descending), *unstated)
        return tuple(sorted(in_order, key=self._last))

    def _cells_changed(self) -> None:
        if self._rows and self._columns:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def copied_rows(columns: Sequence[Column[RowT]], rows: Iterable[RowT]) -> list[list[str]]:
    """Return rows as they are copied by some columns, under a row of headings."""
    lines = [[(column.copied or column.text)(row) for column in columns] for row in rows]
    return [[column.title for column in columns], *lines]


def bold_font() -> QFont:
    """Return the font of what stands out; all but its weight is the widget's own."""
    font = QFont()
    font.setBold(True)
    return font
