"""From pieces wanted to what is ordered: reels, cartons, units of samples, lots of inspection."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.order_rules import OrderRules
from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Connector, Pair, Product, Source
from a4s_gui.catalog.numbers import format_number, is_count, pluralize, rounded_up
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen


class OrderError(A4sError):
    """An order that cannot be placed."""


class OrderUnit(StrEnum):
    """What is counted in an order."""

    REEL = "reel"
    SAMPLE = "sample unit"
    LOT = "lot"


@frozen
class PackingRule:
    """How one pair is counted, in pieces; cartons are counted for reels only."""

    unit: OrderUnit
    pieces_per_unit: int
    pieces_per_carton: int | None
    source: Source


@frozen
class HalfOrder:
    """What to order of one half for some pieces that are wanted."""

    connector: Connector
    wanted: int
    rule: PackingRule

    @property
    def unit(self) -> OrderUnit:
        """What is counted."""
        return self.rule.unit

    @property
    def units(self) -> int:
        """Whole reels or units of samples, or one lot."""
        if self.unit is OrderUnit.LOT:
            return 1 if self.wanted else 0
        return rounded_up(self.wanted, self.rule.pieces_per_unit)

    @property
    def pieces(self) -> int:
        """Pieces ordered. A lot has a least size and may have any number of pieces above it."""
        least = self.units * self.rule.pieces_per_unit
        return max(self.wanted, least) if self.unit is OrderUnit.LOT else least

    @property
    def outer_cartons(self) -> int | None:
        """How many cartons it takes, the last one perhaps not full; ``None`` if not counted."""
        each = self.rule.pieces_per_carton
        return None if each is None else rounded_up(self.pieces, each)

    @property
    def excess(self) -> int:
        """Pieces ordered beyond those wanted."""
        return self.pieces - self.wanted

    def packing(self, number: Callable[[int], str] = format_number) -> str:
        """Return what is ordered in words: ``3 reels of 5,000``; ``number`` writes the numbers."""
        if self.unit is OrderUnit.LOT:
            return f"a lot of {number(self.pieces)}" if self.units else "nothing"
        unit = self.unit if self.units == 1 else f"{self.unit}s"
        return f"{number(self.units)} {unit} of {number(self.rule.pieces_per_unit)}"

    @property
    def units_figure(self) -> Figure | None:
        """The whole units; ``None`` for a lot."""
        if self.unit is OrderUnit.LOT:
            return None
        formula = (
            f"{pluralize(self.wanted, 'piece')} ÷ {format_number(self.rule.pieces_per_unit)} "
            f"per {self.unit}, rounded up = {format_number(self.units)}"
        )
        unit = f"{self.unit}s"
        return Figure(capitalize_first(unit), self.units, unit, self._sources, formula)

    @property
    def pieces_figure(self) -> Figure:
        """The pieces ordered."""
        each, total = format_number(self.rule.pieces_per_unit), format_number(self.pieces)
        formula = f"{pluralize(self.units, self.unit)} × {each} = {total}"
        if self.unit is OrderUnit.LOT:
            formula = f"larger of {format_number(self.wanted)} wanted and {each} a lot = {total}"
            formula = formula if self.wanted else "nothing wanted = 0"
        return Figure("Pieces ordered", self.pieces, "pieces", self._sources, formula)

    @property
    def excess_figure(self) -> Figure:
        """The pieces beyond those wanted."""
        pieces, wanted, excess = map(format_number, (self.pieces, self.wanted, self.excess))
        formula = f"{pieces} − {wanted} = {excess}"
        return Figure("Excess", self.excess, "pieces", self._sources, formula)

    @property
    def cartons_figure(self) -> Figure | None:
        """The outer cartons; ``None`` where they are not counted."""
        cartons, each = self.outer_cartons, self.rule.pieces_per_carton
        if cartons is None or each is None:
            return None
        last = self.pieces - each * (cartons - 1)
        formula = (
            f"{pluralize(self.pieces, 'piece')} ÷ {format_number(each)} per outer carton, "
            f"rounded up = {format_number(cartons)}"
        )
        if cartons and last < each:
            formula += f", the last with {format_number(last)}"
        return Figure("Outer cartons", cartons, "cartons", self._sources, formula)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Units, pieces ordered, excess and cartons, as far as they are counted."""
        every = (self.units_figure, self.pieces_figure, self.excess_figure, self.cartons_figure)
        return tuple(figure for figure in every if figure is not None)

    @property
    def _sources(self) -> tuple[Source, ...]:
        return (self.rule.source,)


@frozen
class Order:
    """Both halves of one pair in one kind of unit, as many of one as of the other."""

    pair: Pair
    socket: HalfOrder
    header: HalfOrder

    @property
    def halves(self) -> tuple[HalfOrder, HalfOrder]:
        """Socket, then header."""
        return (self.socket, self.header)

    @property
    def unit(self) -> OrderUnit:
        """What is counted."""
        return self.socket.unit


def order(pair: Pair, pieces: int) -> Order:
    """Return what to order for some pairs: whole reels, or for the inspection type a lot.

    A lot of the inspection type has a least size and may have any number of pieces above it. An
    :class:`OrderError` refuses ``pieces`` that are not a whole number from 0 up.
    """
    if pair.product is Product.INSPECTION:
        least = pair.minimum_lot_pieces or 1
        return _order(
            pair, pieces, PackingRule(OrderUnit.LOT, least, None, pair.sources["packing"])
        )
    reel = pair.pieces_per_reel or 1
    carton = pair.pieces_per_outer_carton
    return _order(pair, pieces, PackingRule(OrderUnit.REEL, reel, carton, pair.sources["packing"]))


def sample_order(pair: Pair, pieces: int, rules: OrderRules) -> Order:
    """Return the whole units of samples to try the mounting with; raises as :func:`order`."""
    unit = rules.sample_unit_pieces
    return _order(pair, pieces, PackingRule(OrderUnit.SAMPLE, unit, None, rules.sample_source))


def orders_side_by_side(catalog: Catalog, pair: Pair, pieces: int) -> tuple[Order, ...]:
    """Return the orders of a pair in every packaging, its own first; raises as :func:`order`."""
    return tuple(order(sold, pieces) for sold in (pair, *catalog.other_packagings(pair)))


def all_orders(catalog: Catalog, pair: Pair, pieces: int, rules: OrderRules) -> tuple[Order, ...]:
    """Return the orders in every packaging, and samples where fewer than the least are wanted.

    Raises as :func:`order`.
    """
    orders = orders_side_by_side(catalog, pair, pieces)
    if pieces < order(pair, 1).socket.pieces:
        orders += (sample_order(pair, pieces, rules),)
    return orders


def smallest_order(pair: Pair) -> Figure:
    """Return the least number of pieces of one half that is sold in volume."""
    smallest = order(pair, 1).socket
    pieces = format_number(smallest.pieces)
    is_reel = smallest.unit is OrderUnit.REEL
    formula = f"1 reel = {pieces} pieces" if is_reel else f"a lot = at least {pieces} pieces"
    sources = (pair.sources["packing"],)
    return Figure("Smallest order", smallest.pieces, "pieces", sources, formula)


def packaging_words(pair: Pair) -> str | None:
    """Return how a pair is supplied; ``None`` where it is not stated."""
    pitch = pair.packaging_pitch_mm
    return None if pitch is None else f"embossed tape, {pitch} mm pitch"


def _order(pair: Pair, pieces: int, rule: PackingRule) -> Order:
    if not is_count(pieces, 0):
        raise OrderError(f"pieces: {pieces} is not a whole number from 0 up")
    socket, header = (HalfOrder(connector, pieces, rule) for connector in pair.connectors)
    return Order(pair, socket, header)
