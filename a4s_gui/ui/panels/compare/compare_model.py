"""The table of the comparison as a model: a column a pair, a row a figure, under headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette, QPixmap

from a4s_gui.catalog.comparison.compare import ComparedRow, Comparison
from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.wording import NOT_STATED
from a4s_gui.ui.widgets.tables.table_model import Column, Index, TableModel, bold_font

_Role = Qt.ItemDataRole
_Row = ComparedRow | str
"""A figure, or the heading of a group."""


class CompareModel(TableModel[_Row]):
    """The rows that differ, or all of them; the heads of the rows name the figures."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.pairs: tuple[Pair, ...] = ()
        """The pairs, in the order of their columns."""
        self._figures: list[ComparedRow] = []
        self._some_alike = False
        self._chosen = ""
        self._samples: tuple[QPixmap, ...] = ()
        self._heading_color = self._unstated_color = QColor()

    @property
    def headings(self) -> list[int]:
        """The rows that hold nothing but the heading of a group."""
        return [place for place, row in enumerate(self.rows) if isinstance(row, str)]

    @property
    def counts(self) -> tuple[int, int]:
        """How many figures differ, and how many there are, the part numbers left aside."""
        return sum(row.differs for row in self._figures), len(self._figures)

    def pair_of(self, column: int) -> Pair | None:
        """Return the pair of a column."""
        return self.pairs[column] if 0 <= column < len(self.pairs) else None

    def show_comparison(self, comparison: Comparison | None, *, everything: bool) -> None:
        """Show another comparison: the rows that differ, or every row."""
        self.pairs = comparison.pairs if comparison else ()
        # The heads of the columns name both parts.
        in_heads = [
            tuple(pair.socket.part_number for pair in self.pairs),
            tuple(pair.header.part_number for pair in self.pairs),
        ]
        rows = comparison.rows if comparison else ()
        self._figures = [row for row in rows if row.texts not in in_heads]
        shown = [row for row in self._figures if everything or row.differs]
        self._some_alike = len(self.pairs) > 1 and not all(row.differs for row in shown)
        self.show_rows(_with_headings(shown), self._pair_columns())

    def mark_chosen(self, pair_id: str) -> None:
        """Mark the column of the pair that is drawn."""
        self._chosen = pair_id
        self.update_columns(self._pair_columns())

    def set_look(self, palette: QPalette, samples: Sequence[QPixmap]) -> None:
        """Take over the window's colours, and each column's line in the picture."""
        self._samples = tuple(samples)
        self._heading_color = palette.color(QPalette.ColorRole.Midlight)
        self._unstated_color = palette.color(QPalette.ColorRole.PlaceholderText)
        self.update_columns(self._pair_columns())

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return a cell's text, or how and where from it is; headings of groups are a bar."""
        if role == _Role.BackgroundRole and isinstance(self.row_at(index.row()), str):
            return self._heading_color
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let keys and selections pass over the headings of groups."""
        if index.isValid() and isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return both part numbers of a column's pair; of a row its figure or group."""
        if orientation is Qt.Orientation.Horizontal:
            return super().headerData(section, orientation, role)
        row = self.rows[section]
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return row if isinstance(row, str) else row.name
        return bold_font() if role == _Role.FontRole and isinstance(row, str) else None

    def copied_cells(self, cells: Iterable[tuple[int, int]] = ()) -> Iterator[tuple[str, ...]]:
        """Yield the figures and pairs of some cells as they are copied, all where none is given."""
        chosen = set(cells)
        places = sorted({row for row, _ in chosen}) or range(len(self.rows))
        columns = sorted({column for _, column in chosen}) or range(len(self.pairs))
        yield ("Group", "Figure", *(self.pairs[column].id for column in columns))
        for row in (self.rows[place] for place in places):
            if isinstance(row, ComparedRow):
                yield (row.group, row.name, *(row.texts[column] for column in columns))

    def _pair_columns(self) -> list[Column[_Row]]:
        samples = self._samples or (None,) * len(self.pairs)
        return [self._column(place, samples[place]) for place in range(len(self.pairs))]

    def _column(self, place: int, sample: QPixmap | None) -> Column[_Row]:
        pair, some_alike = self.pairs[place], self._some_alike
        is_chosen = pair.id == self._chosen

        def explain(row: _Row) -> str:
            if isinstance(row, str):
                return ""
            head = f"{pair.id}\n{row.name}: {row.texts[place]}"
            return "\n".join([head, *_origin(row.figures[place])])

        return Column(
            f"{pair.socket.part_number}\n{pair.header.part_number}",
            f"{pair.id}: {'is drawn' if is_chosen else 'click to draw this pair'}",
            lambda row: "" if isinstance(row, str) else row.texts[place],
            explain=explain,
            color=lambda row: None if _is_stated(row, place) else self._unstated_color,
            bold=lambda row: some_alike and isinstance(row, ComparedRow) and row.differs,
            title_icon=sample,
            title_bold=is_chosen,
        )


def _with_headings(rows: Iterable[ComparedRow]) -> Iterator[_Row]:
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            yield group
        yield row


def _is_stated(row: _Row, place: int) -> bool:
    return isinstance(row, str) or row.texts[place] != NOT_STATED


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
