"""The table of pairs as a model: columns, texts, and an order that keeps the unstated last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from a4s_gui.catalog.delimited import tab_separated
from a4s_gui.catalog.model import Connector, Pair
from a4s_gui.report.pair_words import UNSTATED, height_text, packaging_text
from a4s_gui.ui.widgets.table_model import Head, Index, TableModel

_CENTRE, _LEFT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft
_Key = tuple[float, ...] | str | float | int


@dataclass(frozen=True, slots=True)
class Column:
    """One column: heading, its explanation, and from a pair its text and what it sorts by.

    ``key`` gives ``None`` where the datasheet states nothing. Texts stand at the ``side``.
    """

    title: str
    tip: str
    text: Callable[[Pair], str]
    key: Callable[[Pair], _Key | None]
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight


def _size(connector: Connector) -> str:
    return f"{connector.body_length_mm:.2f} × {connector.body_width_mm:.2f}"


def _area_key(connector: Connector) -> tuple[float, ...]:
    return (connector.body_length_mm, connector.body_width_mm)


def _count(value: int | None) -> str:
    return UNSTATED if value is None else f"{value:,}"


COLUMNS: tuple[Column, ...] = (
    Column(
        "Pins", "Contacts in all, in two rows", lambda p: str(p.pins), lambda p: p.pins, _CENTRE
    ),
    Column(
        "Height",
        "Mated height in mm",
        height_text,
        lambda p: p.mated_height_mm,
        _CENTRE,
    ),
    Column(
        "Packaging",
        "Pocket pitch of the embossed tape in mm",
        packaging_text,
        lambda p: p.packaging_pitch_mm,
        _CENTRE,
    ),
    Column(
        "Product",
        "Standard, or for inspection",
        lambda p: p.product.words,
        lambda p: p.product.words,
        _LEFT,
    ),
    Column(
        "Socket",
        "Part number of the socket",
        lambda p: p.socket.part_number,
        lambda p: p.socket.part_number,
        _LEFT,
    ),
    Column(
        "Header",
        "Part number of the header",
        lambda p: p.header.part_number,
        lambda p: p.header.part_number,
        _LEFT,
    ),
    Column(
        "Socket L × W",
        "Length and width of the socket's body in mm",
        lambda p: _size(p.socket),
        lambda p: _area_key(p.socket),
    ),
    Column(
        "Header L × W",
        "Length and width of the header's body in mm",
        lambda p: _size(p.header),
        lambda p: _area_key(p.header),
    ),
    Column(
        "Per reel",
        "Pieces per reel",
        lambda p: _count(p.pieces_per_reel),
        lambda p: p.pieces_per_reel,
    ),
    Column(
        "Per carton",
        "Pieces per outer carton",
        lambda p: _count(p.pieces_per_outer_carton),
        lambda p: p.pieces_per_outer_carton,
    ),
)


class PairsModel(TableModel):
    """The rows that the query gave, in the order of a column; the catalog's at first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([Head(c.title, c.tip, _alignment(c)) for c in COLUMNS], parent)
        self._rows: list[Pair] = []
        self._shown: list[Pair] = []
        self._column = -1
        self._order = Qt.SortOrder.AscendingOrder

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs in the order in which they are shown."""
        return tuple(self._shown)

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show other rows."""
        if list(pairs) == self._rows:
            return
        self.beginResetModel()
        self._rows = list(pairs)
        self._shown = self._sorted()
        self.endResetModel()

    def pair_at(self, row: int) -> Pair | None:
        """Return the pair of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, pair_id: str | None) -> int:
        """Return the row of a pair, -1 where it is not among them."""
        return next((row for row, pair in enumerate(self._shown) if pair.id == pair_id), -1)

    def around(self, pair_id: str | None, most: int) -> list[Pair]:
        """Return the pairs in the rows around one, the nearest first; the first rows if none."""
        row = self.row_of(pair_id)
        near = sorted(range(len(self._shown)), key=lambda other: abs(other - row))
        return [self._shown[other] for other in near if other != row][:most]

    def count_rows(self) -> int:
        """Return the number of rows."""
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, its place in the cell, or what it explains."""
        pair = self.pair_at(index.row())
        if pair is None or not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(pair)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole and column.key(pair) is None:
            return f"{column.tip}: not stated by the datasheet"
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column, -1 for the catalog's order; what is unstated stays last."""
        self._column, self._order = column, order
        self.layoutAboutToBeChanged.emit()
        before = {index: self.pair_at(index.row()) for index in self.persistentIndexList()}
        self._shown = self._sorted()
        rows = {pair.id: row for row, pair in enumerate(self._shown)}
        for index, pair in before.items():
            if pair is not None:
                moved = self.index(rows[pair.id], index.column())
                self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def as_tsv(self, rows: Sequence[int]) -> str:
        """Return some rows as a spreadsheet takes them: tabs, one line of headings."""
        pairs = [pair for row in rows if (pair := self.pair_at(row)) is not None]
        lines = ([column.text(pair) for column in COLUMNS] for pair in pairs)
        return tab_separated([[column.title for column in COLUMNS], *lines])

    def _sorted(self) -> list[Pair]:
        if not 0 <= self._column < len(COLUMNS):
            return list(self._rows)
        key = COLUMNS[self._column].key
        stated = [pair for pair in self._rows if key(pair) is not None]
        unstated = [pair for pair in self._rows if key(pair) is None]
        descending = self._order is Qt.SortOrder.DescendingOrder
        # Every key of one column is of one type.
        return sorted(stated, key=key, reverse=descending) + unstated  # type: ignore[arg-type]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return column.side | Qt.AlignmentFlag.AlignVCenter
