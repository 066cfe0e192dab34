"""What to order, row by row and figure by figure, each with its formula and source. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.order_rules import OrderRules
from a4s_gui.catalog.derived import Derived, format_number
from a4s_gui.catalog.model import Pair, Source
from a4s_gui.catalog.orders.ordering import HalfOrder, Order, OrderUnit, all_orders
from a4s_gui.catalog.wording import NOT_STATED, capitalize_first

_NOT_COUNTED = {
    OrderUnit.SAMPLE: "an outer carton holds whole reels",
    OrderUnit.LOT: "no carton is stated for the inspection type",
    OrderUnit.REEL: NOT_STATED,
}
_LARGE_EXCESS = "over half"


class OrderColumn(IntEnum):
    """The columns of the table."""

    PACKAGING = 0
    ORDER = 1
    PIECES = 2
    EXCESS = 3
    CARTONS = 4

    @property
    def title(self) -> str:
        """The heading."""
        return ("Packaging", "Order", "Pieces ordered", "Excess", "Outer cartons")[self]

    @property
    def tip(self) -> str:
        """What the column holds."""
        return (
            "In what it is sold, and the part numbers",
            "How many whole units hold the pieces that are wanted",
            "How many pieces that is",
            "Pieces beyond those wanted, and their share in the pieces ordered; red above half",
            "How many outer cartons the reels take",
        )[self]


@dataclass(frozen=True, slots=True)
class OrderCell:
    """One figure: its value, the formula behind it, and where its parts come from.

    ``share`` is how much of what is ordered is not wanted, from 0 to 1, and ``None`` where that is
    no question; ``large`` says that it is over half: more is left over than is wanted; ``strong``
    marks the chosen pair.
    """

    value: str
    formula: str
    source: Source
    share: float | None = None
    large: bool = False
    strong: bool = False

    @property
    def tip(self) -> str:
        """Value, formula and source."""
        return "\n".join(line for line in (self.value, self.formula, self._cited) if line)

    @property
    def _cited(self) -> str:
        return f"Source: {self.source}"


@dataclass(frozen=True, slots=True)
class OrderRow:
    """What to order in one packaging: of both halves where as many are wanted, else of one.

    ``own`` says that it is the chosen pair's own packaging.
    """

    order: Order
    halves: tuple[HalfOrder, ...]
    own: bool

    @property
    def packaging(self) -> str:
        """The packaging in words: ``8 mm tape``, ``samples``."""
        if self.order.unit is OrderUnit.REEL:
            return f"{self.order.pair.packaging_pitch_mm} mm tape"
        return "samples" if self.order.unit is OrderUnit.SAMPLE else "inspection lot"

    @property
    def numbers(self) -> str:
        """The part numbers that the figures hold for, each."""
        return " + ".join(half.connector.part_number for half in self.halves)

    def cell(self, column: OrderColumn) -> OrderCell:
        """Return one figure."""
        half = self.halves[0]
        figures = {figure.name: figure for figure in half.figures}
        if column is OrderColumn.PACKAGING:
            return self._packaging_cell()
        if column is OrderColumn.ORDER:
            return _order_cell(half)
        if column is OrderColumn.PIECES:
            return _derived_cell(figures["Pieces ordered"])
        if column is OrderColumn.EXCESS:
            return _excess_cell(half, figures["Excess"])
        if half.outer_cartons is None:
            return OrderCell("–", _NOT_COUNTED[half.unit], half.figures[0].source)
        return _derived_cell(figures["Outer cartons"])

    def _packaging_cell(self) -> OrderCell:
        name = capitalize_first(self.packaging)
        if self.own:
            name += ", chosen"
        source = self.order.pair.sources["part_numbers"]
        numbers = self.numbers if len(self.halves) == 1 else f"{self.numbers}, each"
        return OrderCell(name, numbers, source, strong=self.own)


def order_rows(
    catalog: Catalog, pair: Pair, sockets: int, headers: int, rules: OrderRules
) -> tuple[OrderRow, ...]:
    """Return the rows for some pieces of each half: every packaging, the pair's own first.

    Samples come last, where fewer of both halves are wanted than are sold in volume.

    Raises
    ------
    OrderError
        A number of pieces is not a whole number from 0 up.
    """
    of_sockets = all_orders(catalog, pair, sockets, rules)
    of_headers = all_orders(catalog, pair, headers, rules)
    rows: list[OrderRow] = []
    # Samples end the longer list: they are left out where one half goes by reels.
    for left, right in zip(of_sockets, of_headers, strict=False):
        order = Order(left.pair, left.socket, right.header)
        own = left.pair == pair and left.unit is not OrderUnit.SAMPLE
        if sockets == headers:
            rows.append(OrderRow(order, order.halves, own))
        else:
            rows += [OrderRow(order, (half,), own) for half in order.halves]
    return tuple(rows)


def _order_cell(half: HalfOrder) -> OrderCell:
    if half.unit is OrderUnit.LOT:
        return OrderCell(half.packing, "", half.figures[0].source)
    count = half.figures[0]
    return OrderCell(half.packing, count.formula, count.source)


def _derived_cell(figure: Derived) -> OrderCell:
    return OrderCell(format_number(figure.value or 0), figure.formula, figure.source)


def _excess_cell(half: HalfOrder, figure: Derived) -> OrderCell:
    share = half.excess / half.pieces if half.pieces else 0.0
    large = half.excess > half.wanted
    value = f"{half.excess:,} ({_percent(share)})"
    formula = figure.formula
    if half.excess:
        formula += f"; ÷ {half.pieces:,} = {_percent(share)}"
    if large:
        value += f", {_LARGE_EXCESS}"
    return OrderCell(value, formula, figure.source, share, large)


def _percent(share: float) -> str:
    if 0 < share < 0.01:
        return "below 1 %"
    # Rounded towards a whole reel left over it would be 100 %, though some are wanted.
    return "above 99 %" if 0.99 < share < 1 else f"{share * 100:.0f} %"
