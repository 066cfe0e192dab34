"""What to order as a table: a column for each packaging, with each figure's formula beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.derived import Derived, plain
from a4s_gui.catalog.model import Pair, Source
from a4s_gui.catalog.order_rules import OrderRules
from a4s_gui.catalog.ordering import HalfOrder, Order, OrderUnit, all_orders
from a4s_gui.export.pad_tables import tab_separated

_Index = QModelIndex | QPersistentModelIndex

CELL_ROLE = Qt.ItemDataRole.UserRole
"""The :class:`OrderCell` at an index."""

_NOT_COUNTED = {
    OrderUnit.SAMPLE: "an outer carton holds whole reels",
    OrderUnit.LOT: "no carton is stated for the inspection type",
    OrderUnit.REEL: "not stated",
}
_LARGE_EXCESS = "more than is wanted"


class OrderLine(IntEnum):
    """The rows of the table."""

    ORDER = 0
    PIECES = 1
    EXCESS = 2
    CARTONS = 3

    @property
    def title(self) -> str:
        """The row's heading."""
        return ("Order", "Pieces ordered", "Excess", "Outer cartons")[self]


@dataclass(frozen=True, slots=True)
class OrderCell:
    """One figure: its value, the formula behind it, and where its parts come from.

    ``share`` is how much of what is ordered is not wanted, from 0 to 1, and ``None`` where that is
    no question; ``large`` says that more is left over than is wanted.
    """

    value: str
    formula: str
    source: Source
    share: float | None = None
    large: bool = False

    @property
    def tip(self) -> str:
        """Value, formula and source."""
        return "\n".join(line for line in (self.value, self.formula, self._cited) if line)

    @property
    def _cited(self) -> str:
        return f"Source: {self.source}"


@dataclass(frozen=True, slots=True)
class OrderColumn:
    """What to order in one packaging: of both halves where as many are wanted, else of one.

    ``own`` says that it is the chosen pair's own packaging.
    """

    order: Order
    halves: tuple[HalfOrder, ...]
    own: bool

    @property
    def packaging(self) -> str:
        """The packaging in words: ``8 mm tape``, ``Samples``."""
        if self.order.unit is OrderUnit.REEL:
            return f"{self.order.pair.packaging_pitch_mm} mm tape"
        return "Samples" if self.order.unit is OrderUnit.SAMPLE else "Inspection type"

    @property
    def title(self) -> str:
        """Packaging and part numbers; of which pair it is."""
        numbers = " + ".join(half.connector.part_number for half in self.halves)
        mark = " (chosen)" if self.own else ""
        return f"{self.packaging}{mark}: {numbers}"

    @property
    def tip(self) -> str:
        """What the column is, and what a click does."""
        each = "of each half" if len(self.halves) > 1 else f"of the {self.halves[0].connector.half}"
        what = f"What to order {each}: {self.title}"
        if self.own:
            return f"{what}\nThis is the packaging of the chosen pair"
        return f"{what}\nAnother packaging: Return or a double click chooses this pair"

    def cell(self, line: OrderLine) -> OrderCell:
        """Return one figure of the column."""
        half = self.halves[0]
        figures = {figure.name: figure for figure in half.figures}
        if line is OrderLine.ORDER:
            return _order_cell(half)
        if line is OrderLine.PIECES:
            return _derived_cell(figures["Pieces ordered"])
        if line is OrderLine.EXCESS:
            return _excess_cell(half, figures["Excess"])
        if half.outer_cartons is None:
            return OrderCell("–", _NOT_COUNTED[half.unit], half.figures[0].source)
        return _derived_cell(figures["Outer cartons"])


def order_columns(
    catalog: Catalog, pair: Pair, sockets: int, headers: int, rules: OrderRules
) -> tuple[OrderColumn, ...]:
    """Return the columns for some pieces of each half: every packaging, the pair's own first.

    Samples come last, where fewer of both halves are wanted than are sold in volume.

    Raises
    ------
    OrderError
        A number of pieces is not a whole number from 0 up.
    """
    of_sockets = all_orders(catalog, pair, sockets, rules)
    of_headers = all_orders(catalog, pair, headers, rules)
    columns: list[OrderColumn] = []
    # Samples end the longer list: they are left out where one half goes by reels.
    for left, right in zip(of_sockets, of_headers, strict=False):
        order = Order(left.pair, left.socket, right.header)
        own = left.pair == pair and left.unit is not OrderUnit.SAMPLE
        if sockets == headers:
            columns.append(OrderColumn(order, order.halves, own))
        else:
            columns += [OrderColumn(order, (half,), own) for half in order.halves]
    return tuple(columns)


def _order_cell(half: HalfOrder) -> OrderCell:
    if half.unit is OrderUnit.LOT:
        return OrderCell(half.packing, "", half.figures[0].source)
    count = half.figures[0]
    return OrderCell(half.packing, count.formula, count.source)


def _derived_cell(figure: Derived) -> OrderCell:
    return OrderCell(plain(figure.value or 0), figure.formula, figure.source)


def _excess_cell(half: HalfOrder, figure: Derived) -> OrderCell:
    share = half.excess / half.pieces if half.pieces else 0.0
    large = half.excess > half.wanted
    value = f"{half.excess:,} ({_percent(share)})"
    formula = figure.formula
    if half.excess:
        formula += f"; {half.excess:,} ÷ {half.pieces:,} ordered = {_percent(share)}"
    if large:
        value += f", {_LARGE_EXCESS}"
    return OrderCell(value, formula, figure.source, share, large)


def _percent(share: float) -> str:
    if 0 < share < 0.01:
        return "below 1 %"
    # Rounded towards a whole reel left over it would be 100 %, though some are wanted.
    return "above 99 %" if 0.99 < share < 1 else f"{share * 100:.0f} %"


class OrderingModel(QAbstractTableModel):
    """The columns of :func:`order_columns`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[OrderColumn, ...] = ()

    @property
    def columns(self) -> tuple[OrderColumn, ...]:
        """What the table shows."""
        return self._columns

    def show_columns(self, columns: Sequence[OrderColumn]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def as_tsv(self) -> str:
        """Return all of it as a spreadsheet takes it: a row for each figure, formula, source."""
        return tab_separated(self._copied_rows())

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of figures, 0 while there is no answer."""
        return 0 if parent.isValid() or not self._columns else len(OrderLine)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of packagings."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's value, its tip, or all of it."""
        if not index.isValid() or index.column() >= len(self._columns):
            return None
        cell = self._columns[index.column()].cell(OrderLine(index.row()))
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.value
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return cell.tip
        return cell if role == CELL_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a packaging or of a figure."""
        if orientation is Qt.Orientation.Vertical:
            return OrderLine(section).title if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        font = QFont()
        font.setBold(column.own)
        return {
            Qt.ItemDataRole.DisplayRole: column.title,
            Qt.ItemDataRole.TextAlignmentRole: Qt.AlignmentFlag.AlignLeft
            | Qt.AlignmentFlag.AlignVCenter,
            Qt.ItemDataRole.ToolTipRole: column.tip,
            Qt.ItemDataRole.StatusTipRole: column.tip.replace("\n", "; "),
            Qt.ItemDataRole.FontRole: font,
        }.get(Qt.ItemDataRole(role))

    def _copied_rows(self) -> Iterable[tuple[str, ...]]:
        yield ("Packaging", "Part numbers", "Figure", "Value", "Formula", "Source")
        for column in self._columns:
            numbers = " + ".join(half.connector.part_number for half in column.halves)
            for line in OrderLine:
                cell = column.cell(line)
                figure = (line.title, cell.value, cell.formula, str(cell.source))
                yield (column.packaging, numbers, *figure)
