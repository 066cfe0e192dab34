"""What to order, row by row and figure by figure, each with its formula and source."""

from __future__ import annotations

from enum import IntEnum

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.order_rules import OrderRules
from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import format_number, format_unit
from a4s_gui.catalog.orders.ordering import HalfOrder, Order, OrderUnit, all_orders
from a4s_gui.catalog.wording import NOT_STATED, capitalize_first
from a4s_gui.frozen import frozen, replace

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


@frozen
class OrderCell:
    """One figure and how it stands out.

    ``share`` is how much of what is ordered is not wanted, from 0 to 1, and ``None`` where that is
    no question; ``large`` says that it is over half: more is left over than is wanted; ``strong``
    marks the chosen pair.
    """

    figure: Figure
    share: float | None = None
    large: bool = False
    strong: bool = False

    @property
    def text(self) -> str:
        """The value; its unit is in the heading."""
        return self.figure.number

    @property
    def tip(self) -> str:
        """Value, formula and source."""
        return f"{self.text}\n{self.figure.tip}"


@frozen
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
        if column is OrderColumn.PACKAGING:
            return OrderCell(self._packaging_figure(), strong=self.own)
        if column is OrderColumn.ORDER:
            return OrderCell(_order_figure(half))
        if column is OrderColumn.PIECES:
            return OrderCell(half.pieces_figure)
        if column is OrderColumn.EXCESS:
            return _excess_cell(half)
        sources, why = (half.rule.source,), _NOT_COUNTED[half.unit]
        return OrderCell(half.cartons_figure or Figure("Outer cartons", "–", "", sources, why))

    def _packaging_figure(self) -> Figure:
        name = capitalize_first(self.packaging) + (", chosen" if self.own else "")
        numbers = self.numbers if len(self.halves) == 1 else f"{self.numbers}, each"
        sources = (self.order.pair.sources["part_numbers"],)
        return Figure("Packaging", name, "", sources, condition=numbers)


def order_rows(
    catalog: Catalog, pair: Pair, sockets: int, headers: int, rules: OrderRules
) -> tuple[OrderRow, ...]:
    """Return the rows for some pieces of each half: every packaging, the pair's own first.

    Samples come last, where fewer of both halves are wanted than are sold in volume. Raises as
    :func:`all_orders`.
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


def _order_figure(half: HalfOrder) -> Figure:
    units = half.units_figure
    formula = "" if units is None else units.formula
    return Figure("Order", half.packing(), "", (half.rule.source,), formula)


def _excess_cell(half: HalfOrder) -> OrderCell:
    share = half.excess / half.pieces if half.pieces else 0.0
    large = half.excess > half.wanted
    excess = half.excess_figure
    value, formula = f"{excess.number} ({_percent(share)})", excess.formula
    if half.excess:
        formula += f"; ÷ {format_number(half.pieces)} = {_percent(share)}"
    if large:
        value += f", {_LARGE_EXCESS}"
    return OrderCell(replace(excess, value=value, formula=formula), share, large)


def _percent(share: float) -> str:
    if 0 < share < 0.01:
        return "below 1 %"
    # Rounded towards a whole reel left over it would be 100 %, though some are wanted.
    return "above 99 %" if 0.99 < share < 1 else format_unit(share * 100, "%", 0)
