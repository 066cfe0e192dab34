"""An order as lines of a bill of materials, to paste into a table or to save as CSV."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.delimited import comma_separated, tab_separated
from a4s_gui.catalog.model import Connector, Half, Pair, Product
from a4s_gui.catalog.numbers import format_height
from a4s_gui.catalog.orders.ordering import HalfOrder, Order, OrderUnit, packaging_words
from a4s_gui.catalog.wording import NOT_STATED

BOM_COLUMNS = (
    "Quantity",
    "Manufacturer",
    "Part number",
    "Description",
    "Packaging",
    "Ordered in",
    "Pieces ordered",
    "Excess",
)
"""The columns of a bill of materials."""

_FILE_COLUMNS = (
    "Reference",
    *("Manufacturer Part Number" if name == "Part number" else name for name in BOM_COLUMNS),
)
"""The columns of its file, by the names that assemblers' and KiCad's tables go by."""


def describe_part(connector: Connector, pair: Pair) -> str:
    """Return one half in a line, as a bill of materials describes it."""
    parts = [
        f"board-to-FPC {connector.half} {connector.series.name}",
        f"{connector.pins} contacts",
        f"{connector.series.pitch_mm:g} mm pitch",
    ]
    if pair.product is Product.INSPECTION:
        parts.append("for inspection")
    elif connector.half is Half.HEADER:
        parts.append(f"mated height {format_height(pair.mated_height_mm)}")
    return ", ".join(parts)


def describe_packaging(pair: Pair, half: HalfOrder) -> str:
    """Return how one half is supplied, as far as it is stated."""
    tape = packaging_words(pair)
    if half.unit is OrderUnit.LOT or tape is None:
        return NOT_STATED
    return f"{tape}, cut" if half.unit is OrderUnit.SAMPLE else tape


def bom_rows(orders: Iterable[Order]) -> tuple[tuple[str, ...], ...]:
    """Return a row for each half of each order, in the columns of ``BOM_COLUMNS``."""
    return tuple(_row(order.pair, half) for order in orders for half in order.halves)


def bom_text(orders: Iterable[Order]) -> str:
    """Return the rows for the clipboard: tabs between the columns, no heading."""
    return tab_separated(bom_rows(orders))


def bom_csv(orders: Iterable[Order]) -> str:
    """Return the rows as CSV with a heading; lines end in a line feed alone.

    ``Reference`` is empty: the designators are those of the user's board.
    """
    return comma_separated([_FILE_COLUMNS, *(("", *row) for row in bom_rows(orders))])


def _row(pair: Pair, half: HalfOrder) -> tuple[str, ...]:
    # Numbers without thousands marks: a table is to reckon with them.
    return (
        str(half.wanted),
        pair.series.maker,
        half.connector.part_number,
        describe_part(half.connector, pair),
        describe_packaging(pair, half),
        half.packing(str),
        str(half.pieces),
        str(half.excess),
    )
