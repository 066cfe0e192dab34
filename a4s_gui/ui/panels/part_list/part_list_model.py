"""A pasted list as a table: what each line says, what became of it, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont

from a4s_gui.catalog.delimited import tab_separated
from a4s_gui.catalog.part_list.part_list import LineState, ListLine, PartList
from a4s_gui.catalog.wording import printable
from a4s_gui.drawing.palette import LIGHT, Palette
from a4s_gui.drawing.style import ColorRole
from a4s_gui.ui.widgets.table_model import Head, Index, TableModel

_CELL_CHARACTERS = 200
"""A cell shows no more of a line; its tip has the rest."""
_TIP_CHARACTERS = 1_000
_NAMED = 3
"""So many part numbers or pairs stand in a cell; ``AXE5*`` means dozens."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: heading, its explanation, and what it says of a line."""

    title: str
    tip: str
    text: Callable[[ListLine], str]


def note_of(line: ListLine) -> str:
    """Return all that is to be known of a line, in one."""
    parts = [line.reason, line.note]
    if line.suggestions and line.state is LineState.DOUBTFUL:
        parts.insert(1, f"perhaps {' or '.join(line.suggestions)}")
    return "; ".join(part for part in parts if part)


STATE = 1
COLUMNS = (
    Column("Line", "Number of the line in the list", lambda line: str(line.number)),
    Column("State", "Resolved, doubtful, or ignored", lambda line: line.state),
    Column("Text", "What the line says", lambda line: line.text),
    Column("Part numbers", "What it means today", lambda line: ", ".join(line.parts)),
    Column("Pairs", "The pairs meant", lambda line: ", ".join(line.pairs)),
    Column("Note", "Why it is doubted or ignored, and what else to know", note_of),
)
_LISTS: dict[int, Callable[[ListLine], tuple[str, ...]]] = {
    3: lambda line: line.parts,
    4: lambda line: line.pairs,
}
_INKS = {
    LineState.RESOLVED: ColorRole.MASK,
    LineState.DOUBTFUL: ColorRole.PIN_1,
    LineState.IGNORED: ColorRole.PASTE,
}


class PartListModel(TableModel):
    """The lines of one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([Head(column.title, column.tip) for column in COLUMNS], parent)
        self._list = PartList(())
        self._lines: tuple[ListLine, ...] = ()
        self._hiding = False
        self._palette = LIGHT

    @property
    def lines(self) -> tuple[ListLine, ...]:
        """The lines that are shown, in their order."""
        return self._lines

    def show_list(self, found: PartList) -> None:
        """Show another list."""
        self.beginResetModel()
        self._list = found
        self._lines = self._shown()
        self.endResetModel()

    def hide_ignored(self, *, on: bool) -> None:
        """Leave out the lines that are ignored, or show them again."""
        self._hiding = on
        self.show_list(self._list)

    def row_of(self, number: int | None) -> int:
        """Return the row of a line by its number, -1 where it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.number == number), -1)

    def show_meanings(self, found: PartList) -> None:
        """Show the same lines with other meanings."""
        self._list = found
        self._lines = self._shown()  # as many as before: what is ignored stays so
        if self.lines:
            last = self.index(len(self.lines) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def set_palette(self, palette: Palette) -> None:
        """Mark the states in other colours."""
        self._palette = palette
        if self.lines:
            last = self.index(len(self.lines) - 1, STATE)
            self.dataChanged.emit(self.index(0, STATE), last, [Qt.ItemDataRole.ForegroundRole])

    def line_at(self, row: int) -> ListLine | None:
        """Return the line of a row."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def next_doubtful(self, row: int) -> int:
        """Return the next row that is doubtful after one, from the top again; -1 for none."""
        count = len(self.lines)
        rows = ((row + step) % count for step in range(1, count + 1))
        doubtful = (r for r in rows if self.lines[r].state is LineState.DOUBTFUL)
        return next(doubtful, -1)

    def count_rows(self) -> int:
        """Return the number of rows."""
        return len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, its whole text as a tip, and how the state stands out."""
        line = self.line_at(index.row())
        if line is None or not index.isValid():
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return printable(COLUMNS[column].text(line), _TIP_CHARACTERS) or None
        if role == Qt.ItemDataRole.TextAlignmentRole and column == 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._look(line.state, role) if column == STATE else None

    def as_tsv(self, rows: Iterable[int]) -> str:
        """Return some rows as a spreadsheet takes them: tabs, one line of headings."""
        return lines_as_tsv(line for row in rows if (line := self.line_at(row)) is not None)

    def _shown(self) -> tuple[ListLine, ...]:
        if not self._hiding:
            return self._list.lines
        return tuple(line for line in self._list.lines if line.state is not LineState.IGNORED)

    def _look(self, state: LineState, role: int) -> object:
        """Return how a state stands out from the others: by its colour, and doubts in bold."""
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._palette.inks[_INKS[state]])
        if role == Qt.ItemDataRole.FontRole and state is LineState.DOUBTFUL:
            font = QFont()
            font.setBold(True)
            return font
        return None


def lines_as_tsv(lines: Iterable[ListLine]) -> str:
    """Return lines of a list as a spreadsheet takes them: tabs, one line of headings."""
    # A tab within a line would begin a new cell.
    rows = ([" ".join(column.text(line).split()) for column in COLUMNS] for line in lines)
    return tab_separated([[column.title for column in COLUMNS], *rows])


def _cell(line: ListLine, column: int) -> str:
    if column in _LISTS:
        items = _LISTS[column](line)
        more = len(items) - _NAMED
        return ", ".join(items[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return printable(COLUMNS[column].text(line), _CELL_CHARACTERS)
