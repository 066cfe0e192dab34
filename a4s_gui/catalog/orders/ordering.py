"""From pieces wanted to what is ordered: reels, cartons, units of samples, lots of inspection."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.order_rules import OrderRules
from a4s_gui.catalog.derived import Derived, is_count, pluralize, rounded_up
from a4s_gui.catalog.model import Connector, Pair, Product, Source
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.errors import A4sError


class OrderError(A4sError):
    """An order that cannot be placed."""


class OrderUnit(StrEnum):
    """What is counted in an order."""

    REEL = "reel"
    SAMPLE = "sample unit"
    LOT = "lot"


@dataclass(frozen=True, slots=True)
class HalfOrder:
    """What to order of one half, in pieces.

    ``units`` are whole reels, units of samples, or one lot of ``pieces``. Cartons are counted for
    reels only: ``outer_cartons`` is how many it takes, the last one perhaps not full.
    """

    connector: Connector
    wanted: int
    unit: OrderUnit
    pieces_a_unit: int
    units: int
    pieces: int
    outer_cartons: int | None
    figures: tuple[Derived, ...]
    """Units, pieces ordered, excess and cartons, each with its formula."""

    @property
    def excess(self) -> int:
        """Pieces ordered beyond those wanted."""
        return self.pieces - self.wanted

    @property
    def packing(self) -> str:
        """What is ordered in words: ``3 reels of 5,000``."""
        if self.unit is OrderUnit.LOT:
            return f"a lot of {self.pieces:,}" if self.units else "nothing"
        return f"{pluralize(self.units, self.unit)} of {self.pieces_a_unit:,}"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class _Rule:
    """How one pair is counted."""

    unit: OrderUnit
    pieces_a_unit: int
    pieces_a_carton: int | None
    source: Source


def order(pair: Pair, pieces: int) -> Order:
    """Return what to order for some pairs: whole reels, or for the inspection type a lot.

    A lot of the inspection type has a least size and may have any number of pieces above it.

    Raises
    ------
    OrderError
        ``pieces`` is not a whole number from 0 up.
    """
    if pair.product is Product.INSPECTION:
        least = pair.minimum_lot_pieces or 1
        return _order(pair, pieces, _Rule(OrderUnit.LOT, least, None, pair.sources["packing"]))
    reel = pair.pieces_per_reel or 1
    carton = pair.pieces_per_outer_carton
    return _order(pair, pieces, _Rule(OrderUnit.REEL, reel, carton, pair.sources["packing"]))


def sample_order(pair: Pair, pieces: int, rules: OrderRules) -> Order:
    """Return what to order for samples to try the mounting with: whole units of such.

    Raises
    ------
    OrderError
        ``pieces`` is not a whole number from 0 up.
    """
    unit = rules.sample_unit_pieces
    return _order(pair, pieces, _Rule(OrderUnit.SAMPLE, unit, None, rules.sample_source))


def orders_side_by_side(catalog: Catalog, pair: Pair, pieces: int) -> tuple[Order, ...]:
    """Return the orders of a pair in every packaging in which it is sold, its own first.

    Raises
    ------
    OrderError
        ``pieces`` is not a whole number from 0 up.
    """
    return tuple(order(sold, pieces) for sold in (pair, *other_packagings(catalog, pair)))


def all_orders(catalog: Catalog, pair: Pair, pieces: int, rules: OrderRules) -> tuple[Order, ...]:
    """Return the orders in every packaging, and samples where fewer than the least are wanted.

    Raises
    ------
    OrderError
        ``pieces`` is not a whole number from 0 up.
    """
    orders = orders_side_by_side(catalog, pair, pieces)
    if pieces < order(pair, 1).socket.pieces:
        orders += (sample_order(pair, pieces, rules),)
    return orders


def other_packagings(catalog: Catalog, pair: Pair) -> tuple[Pair, ...]:
    """Return the same connectors in other packagings."""
    return tuple(
        other
        for other in catalog.pairs
        if other.pins == pair.pins
        and other.product is pair.product
        and other.mated_height_mm == pair.mated_height_mm
        and other.packaging_pitch_mm != pair.packaging_pitch_mm
    )


def smallest_order(pair: Pair) -> Derived:
    """Return the least number of pieces of one half that is sold in volume."""
    smallest = order(pair, 1).socket
    formula = (
        f"1 reel = {smallest.pieces:,} pieces"
        if smallest.unit is OrderUnit.REEL
        else f"a lot = at least {smallest.pieces:,} pieces"
    )
    return Derived("Smallest order", smallest.pieces, "pieces", formula, pair.sources["packing"])


def _order(pair: Pair, pieces: int, rule: _Rule) -> Order:
    if not is_count(pieces, 0):
        raise OrderError(f"pieces: {pieces} is not a whole number from 0 up")
    socket, header = (_half(connector, pieces, rule) for connector in pair.connectors)
    return Order(pair, socket, header)


def _half(connector: Connector, wanted: int, rule: _Rule) -> HalfOrder:
    if rule.unit is OrderUnit.LOT:
        units = 1 if wanted else 0
        pieces = max(wanted, rule.pieces_a_unit) if wanted else 0
        figures = [_lot(wanted, pieces, rule)]
    else:
        units = rounded_up(wanted, rule.pieces_a_unit)
        pieces = units * rule.pieces_a_unit
        figures = _units(wanted, units, pieces, rule)
    excess = f"{pieces:,} − {wanted:,} = {pieces - wanted:,}"
    figures.append(Derived("Excess", pieces - wanted, "pieces", excess, rule.source))
    cartons = None
    if rule.pieces_a_carton is not None:
        cartons = rounded_up(pieces, rule.pieces_a_carton)
        figures.append(_cartons(pieces, cartons, rule.pieces_a_carton, rule.source))
    return HalfOrder(
        connector, wanted, rule.unit, rule.pieces_a_unit, units, pieces, cartons, tuple(figures)
    )


def _units(wanted: int, units: int, pieces: int, rule: _Rule) -> list[Derived]:
    each = f"{rule.pieces_a_unit:,}"
    unit = f"{rule.unit}s"
    count = f"{pluralize(wanted, 'piece')} ÷ {each} a {rule.unit}, rounded up = {units:,}"
    total = f"{pluralize(units, rule.unit)} × {each} = {pieces:,}"
    return [
        Derived(capitalize_first(unit), units, unit, count, rule.source),
        Derived("Pieces ordered", pieces, "pieces", total, rule.source),
    ]


def _lot(wanted: int, pieces: int, rule: _Rule) -> Derived:
    formula = f"larger of {wanted:,} wanted and {rule.pieces_a_unit:,} a lot = {pieces:,}"
    if not wanted:
        formula = "nothing wanted = 0"
    return Derived("Pieces ordered", pieces, "pieces", formula, rule.source)


def _cartons(pieces: int, cartons: int, each: int, source: Source) -> Derived:
    last = pieces - each * (cartons - 1)
    formula = f"{pluralize(pieces, 'piece')} ÷ {each:,} an outer carton, rounded up = {cartons:,}"
    if cartons and last < each:
        formula += f", the last with {last:,}"
    return Derived("Outer cartons", cartons, "cartons", formula, source)
