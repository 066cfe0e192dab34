"""The table of the comparison as a model: a column a pair, a row a figure, under headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont, QPalette, QPixmap

from a4s_gui.catalog.comparison.compare import ComparedRow, Comparison
from a4s_gui.catalog.delimited import tab_separated
from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.wording import NOT_STATED

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_Row = ComparedRow | str
"""A figure, or the heading of a group."""
_IN_THE_HEADS = {("Pair", "Socket"), ("Pair", "Header")}
"""Rows that would only repeat the heads of the columns."""


class CompareModel(QAbstractTableModel):
    """The rows that differ, or all of them; the heads of the rows name the figures."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._figures: list[ComparedRow] = []
        self._rows: list[_Row] = []
        self._chosen = ""
        self._samples: tuple[QPixmap, ...] = ()
        self._palette = QPalette()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs, in the order of their columns."""
        return self._comparison.pairs if self._comparison else ()

    @property
    def headings(self) -> list[int]:
        """The rows that hold nothing but the heading of a group."""
        return [number for number, row in enumerate(self._rows) if isinstance(row, str)]

    def pair_of(self, column: int) -> Pair | None:
        """Return the pair of a column."""
        return self.pairs[column] if 0 <= column < len(self.pairs) else None

    def show_comparison(self, comparison: Comparison | None, *, everything: bool) -> None:
        """Show another comparison: the rows that differ, or every row."""
        self.beginResetModel()
        self._comparison = comparison
        self._figures = [
            row
            for row in (comparison.rows if comparison else ())
            if (row.group, row.name) not in _IN_THE_HEADS
        ]
        shown = (row for row in self._figures if everything or row.differs)
        self._rows = list(_with_headings(shown))
        self.endResetModel()

    @property
    def counts(self) -> tuple[int, int]:
        """How many figures differ, and how many there are, the part numbers left aside."""
        return sum(row.differs for row in self._figures), len(self._figures)

    def mark_chosen(self, pair_id: str) -> None:
        """Mark the column of the pair that is drawn."""
        self._chosen = pair_id
        self._heads_changed()

    def set_look(self, palette: QPalette, samples: Sequence[QPixmap]) -> None:
        """Take over the window's colours, and each column's line in the picture."""
        self._palette = palette
        self._samples = tuple(samples)
        self._heads_changed()
        if self._rows:
            last = self.index(len(self._rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows, headings among them."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns, one a pair."""
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return a cell's text, or how and where from it is."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if isinstance(row, ComparedRow):
            return self._figure(row, column, role)
        if role == _Role.BackgroundRole:
            return QBrush(self._palette.color(QPalette.ColorRole.Midlight))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let keys and selections pass over the headings of groups."""
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return both part numbers of a column's pair, and what its line looks like."""
        if orientation is Qt.Orientation.Vertical:
            return self._row_head(section, role)
        pair = self.pair_of(section)
        if pair is None:
            return None
        chosen = pair.id == self._chosen
        drawn = "is drawn" if chosen else "click to draw this pair"
        sample = self._samples[section] if self._samples else None
        return {
            _Role.DisplayRole: f"{pair.socket.part_number}\n{pair.header.part_number}",
            _Role.DecorationRole: sample,
            _Role.FontRole: _bold() if chosen else None,
            _Role.ToolTipRole: f"{pair.id}: {drawn}",
            _Role.StatusTipRole: f"{pair.id}: {drawn}",
        }.get(_Role(role))

    def as_tsv(self, cells: Iterable[tuple[int, int]] | None = None) -> str:
        """Return the table, or the figures and pairs of some cells, for a spreadsheet."""
        chosen = None if cells is None else set(cells)
        every = range(len(self._rows))
        rows = every if chosen is None else sorted({row for row, _ in chosen})
        columns = sorted({c for _, c in chosen} if chosen else range(len(self.pairs)))
        figures = [row for number in rows if isinstance(row := self._rows[number], ComparedRow)]
        head = ("Group", "Figure", *(self.pairs[c].id for c in columns))
        lines = ((row.group, row.name, *(row.texts[c] for c in columns)) for row in figures)
        return tab_separated([head, *lines])

    def _row_head(self, section: int, role: int) -> object:
        row = self._rows[section]
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return row if isinstance(row, str) else row.name
        if role == _Role.FontRole and isinstance(row, str):
            return _bold()
        return None

    def _figure(self, row: ComparedRow, column: int, role: int) -> object:
        text = row.texts[column]
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return text
        if role == _Role.ToolTipRole:
            return self._tip(row, column)
        if role == _Role.ForegroundRole and text == NOT_STATED:
            return QBrush(self._palette.color(QPalette.ColorRole.PlaceholderText))
        if role == _Role.FontRole and row.differs and self._shows_alike():
            return _bold()
        return None

    def _tip(self, row: ComparedRow, place: int) -> str:
        figure = row.figures[place]
        pair = self.pairs[place]
        head = f"{pair.id}\n{row.name}: {row.texts[place]}"
        return "\n".join([head, *_origin(figure)])

    def _shows_alike(self) -> bool:
        """Say whether rows that do not differ are shown: then the others stand out."""
        shown = (row for row in self._rows if isinstance(row, ComparedRow))
        return len(self.pairs) > 1 and not all(row.differs for row in shown)

    def _heads_changed(self) -> None:
        if self.pairs:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.pairs) - 1)


def _with_headings(rows: Iterable[ComparedRow]) -> Iterable[_Row]:
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            yield group
        yield row


def _origin(figure: Figure | None) -> list[str]:
    """Return formula, condition and source of a figure, a line each."""
    if figure is None:
        return ["The datasheet does not state it for this pair"]
    said = [
        f"Formula: {figure.formula}" if figure.formula else "",
        f"Condition: {figure.condition}" if figure.condition else "",
        f"Source: {figure.source}",
    ]
    return [line for line in said if line]


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
