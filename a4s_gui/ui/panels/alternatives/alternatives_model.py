"""What else fits the chosen pair, as a table: one row an alternative, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from textwrap import fill

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from a4s_gui.catalog.delimited import tab_separated
from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.report.alternative_rows import AlternativeRow
from a4s_gui.report.pair_words import height_text, packaging_text
from a4s_gui.ui.widgets.table_model import Head, Index, TableModel

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ABSENT = "none"
_TIP_WIDTH = 90
"""Characters in a line of a tip."""


def _none(_row: AlternativeRow, _pair: Pair) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: heading, its explanation, a cell's text and what explains the cell.

    ``own`` is what the chosen pair has there, in the column's own words; a cell that differs from
    it stands out. ``None`` where a cell is about the difference anyway. ``half`` is the half whose
    worked-out figures the column shows, ``None`` where it shows none.
    """

    title: str
    tip: str
    text: Callable[[AlternativeRow, Pair], str]
    explain: Callable[[AlternativeRow, Pair], str] = _none
    side: Qt.AlignmentFlag = _LEFT
    own: Callable[[Pair], str] | None = None
    half: Half | None = None


def _of_pair(
    title: str,
    tip: str,
    own: Callable[[Pair], str],
    source: str,
    side: Qt.AlignmentFlag = _LEFT,
) -> Column:
    def explain(row: AlternativeRow, pair: Pair) -> str:
        before = own(row.chosen)
        changed = "as chosen" if own(pair) == before else f"chosen: {before}"
        return f"{tip}; {changed}\nSource: {pair.sources[source]}"

    return Column(title, tip, lambda _row, pair: own(pair), explain, side, own)


def _added(half: Half) -> Column:
    """Return the column of what one half's land pattern adds; its tip tells of the body too."""

    def text(row: AlternativeRow, _pair: Pair) -> str:
        land = row.added[half].land_pattern
        figures = (land.length, land.area)
        return ", ".join(f.signed for f in figures) if any(f.value for f in figures) else "0"

    def explain(row: AlternativeRow, _pair: Pair) -> str:
        figures = row.added[half].figures
        lines = _formulas(figures)
        sources = dict.fromkeys(str(figure.source) for figure in figures)
        return "\n".join((*lines, *(f"Source: {source}" for source in sources)))

    tip = f"What the {half}'s land pattern adds in length and area"
    return Column(f"{str(half).capitalize()} adds", tip, text, explain, half=half)


def _formulas(figures: Iterable[Figure]) -> list[str]:
    return [f"{figure.name}: {figure.formula}" for figure in figures]


def _words(title: str, tip: str, words: Callable[[AlternativeRow], tuple[str, ...]]) -> Column:
    def explain(row: AlternativeRow, pair: Pair) -> str:
        names = ("part_numbers", "packing", "ratings")
        sources = dict.fromkeys(str(pair.sources[name]) for name in names)
        lines = (f"• {line}" for line in words(row))
        return "\n".join((*lines, *(f"Source: {source}" for source in sources)))

    return Column(title, tip, lambda row, _pair: ", ".join(words(row)), explain)


COLUMNS: tuple[Column, ...] = (
    Column("Alternative", "In what it is another pair", lambda row, _pair: row.title),
    _of_pair("Socket", "Part number of the socket", lambda p: p.socket.part_number, "part_numbers"),
    _of_pair("Header", "Part number of the header", lambda p: p.header.part_number, "part_numbers"),
    _of_pair("Pins", "Contacts in all", lambda p: str(p.pins), "part_numbers", _CENTRE),
    _of_pair("Height", "Mated height in mm", height_text, "part_numbers", _CENTRE),
    _of_pair(
        "Packaging", "Pocket pitch of the embossed tape in mm", packaging_text, "packing", _CENTRE
    ),
    *map(_added, Half),
    _words("Changes", "What is other than with the chosen pair", lambda row: row.changes),
    _words("Stays", "What is as with the chosen pair", lambda row: row.stays),
)
FIRST_OF_PAIR = 1
"""The first column about another pair: where there is none, the reason stands from here on."""


class AlternativesModel(TableModel):
    """The rows of :func:`~a4s_gui.report.alternative_rows.alternative_rows`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([Head(c.title, c.tip, c.side) for c in COLUMNS], parent)
        self._rows: tuple[AlternativeRow, ...] = ()

    @property
    def rows(self) -> tuple[AlternativeRow, ...]:
        """What the table shows."""
        return self._rows

    def show_rows(self, rows: tuple[AlternativeRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, row: int) -> AlternativeRow | None:
        """Return a row, ``None`` outside the table."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def formulas(self, index: Index) -> str:
        """Return how the figures of a cell are worked out, in one line; empty for other cells."""
        row = self.row_at(index.row())
        half = COLUMNS[index.column()].half
        if row is None or half is None:
            return ""
        return "; ".join(_formulas(row.added[half].figures)) if row.added else ""

    def as_tsv(self, rows: Sequence[int]) -> str:
        """Return some rows as a spreadsheet takes them, with formulas and sources at the end."""
        lines = [(*(column.title for column in COLUMNS), "Formulas", "Sources")]
        lines += [_copied(self._rows[row]) for row in rows]
        return tab_separated(lines)

    def count_rows(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every row be selected: the reason why there is none can be copied too."""
        row = self.row_at(index.row())
        if row is None or not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, how it stands out, and what explains it."""
        row = self.row_at(index.row())
        if row is None or not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if row.pair is None else column.side
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            # Qt breaks the lines of rich text only.
            return "\n".join(fill(line, _TIP_WIDTH) for line in _explained(row, column).split("\n"))
        if role == Qt.ItemDataRole.FontRole and row.pair is not None and column.own is not None:
            font = QFont()
            font.setBold(column.own(row.pair) != column.own(row.chosen))
            return font
        return None


def _cell(row: AlternativeRow, column: int) -> str:
    if row.pair is not None:
        return COLUMNS[column].text(row, row.pair)
    if column < FIRST_OF_PAIR:
        return row.title
    return f"{_ABSENT}: {row.reason}" if column == FIRST_OF_PAIR else ""


def _explained(row: AlternativeRow, column: Column) -> str:
    if row.pair is not None:
        return column.explain(row, row.pair)
    return f"{row.reason}\nSource: {row.chosen.sources['part_numbers']}"


def _copied(row: AlternativeRow) -> tuple[str, ...]:
    cells = (_cell(row, column) for column in range(len(COLUMNS)))
    pair = row.pair or row.chosen
    sources = [pair.sources["part_numbers"]]
    if row.pair is not None:
        sources += [pair.sources["packing"], pair.sources["ratings"]]
    added = [figure for board in row.added.values() for figure in board.figures]
    sources += [figure.source for figure in added]
    return (*cells, "; ".join(_formulas(added)), "; ".join(dict.fromkeys(map(str, sources))))
