"""A pair as plain values: the JSON objects and CSV rows that programs read.

Lengths are millimetres; what is not stated is ``None``, in JSON ``null``, in CSV an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.quantity import Quantity
from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Connector, Half, Pair
from a4s_gui.catalog.orders.ordering import smallest_order
from a4s_gui.catalog.part_numbers.part_number import PartNumber, explain
from a4s_gui.frozen import by_name, is_frozen

if TYPE_CHECKING:
    from a4s_gui.geometry.land_pattern.pattern import LandPattern
    from a4s_gui.geometry.numbering import Numbering

Record = dict[str, Any]

LAND_PATTERN_NOTE = (
    "The land pattern's figures are not of the manufacturer's drawing; check them before use."
)

PAIR_COLUMNS = (
    *("socket", "header", "pins", "mated_height_mm", "product", "packaging_pitch_mm"),
    *("pieces_per_reel", "pieces_per_outer_carton", "minimum_lot_pieces"),
    *(f"{half}_dimensions_{name}_mm" for half in Half for name in "ABC"),
    *(f"{half}_body_{side}_mm" for half in Half for side in ("width", "height")),
)
"""The columns of a table of pairs as CSV."""

_PLAIN = frozenset({str, int, bool, type(None)})
"""What is plain as it is; a word of an enumeration, a text as well, is not."""


def plain(value: Any) -> Any:
    """Return a value as JSON takes it: tables, lists, texts, numbers and ``None``.

    Frozen values become tables of their fields; a quantity has its text as well, a figure what is
    known of its value. Numbers are free of binary dust and of ``-0``.
    """
    if isinstance(value, float):
        return round(value, 6) + 0.0
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    table = _table(value)
    if table is not None:
        return {str(key): plain(item) for key, item in table.items()}
    return value.value if isinstance(value, Enum) else value


def pair_record(pair: Pair) -> Record:
    """Return one line of the list: what the pair is, its packing and its dimensions in mm."""
    record: Record = plain(
        {
            "socket": pair.socket.part_number,
            "header": pair.header.part_number,
            "pins": pair.pins,
            "mated_height_mm": pair.mated_height_mm,
            "product": pair.product,
            "packaging_pitch_mm": pair.packaging_pitch_mm,
            "pieces_per_reel": pair.pieces_per_reel,
            "pieces_per_outer_carton": pair.pieces_per_outer_carton,
            "minimum_lot_pieces": smallest_order(pair).value,
            "socket_dimensions_mm": pair.socket.dimensions_mm,
            "header_dimensions_mm": pair.header.dimensions_mm,
            "socket_body_mm": _body(pair.socket),
            "header_body_mm": _body(pair.header),
        }
    )
    return record


def pair_detail(pair: Pair, pattern: LandPattern, numbering: Numbering) -> Record:
    """Return all that is known of a pair: its line, ratings, tape, land pattern and sources.

    Pads are in the top view of each half's own board: origin at its centre, x along the rows, y
    down. ``sources`` maps each group of figures to its source; a figure of the land pattern is
    named ``land_pattern.socket.contact_width_mm``.
    """
    # Lists have no pads.
    from a4s_gui.geometry.footprint import footprint  # noqa: PLC0415
    from a4s_gui.geometry.land_pattern.editing import FIGURES  # noqa: PLC0415
    from a4s_gui.report.joint_records import joint_records  # noqa: PLC0415

    more: Record = plain(
        {
            "ratings": pair.ratings,
            "tape": pair.tape,
            "land_pattern": {
                half: footprint(pair.connector(half), pattern, numbering).pads for half in Half
            },
            "land_pattern_figures": {
                "name": pattern.name,
                "title": pattern.title,
                "revision": pattern.revision,
                "note": LAND_PATTERN_NOTE,
                **{half: pattern.half(half) for half in Half},
                "common": pattern.common,
            },
            **joint_records(pair, pattern),
            "numbering": numbering,
            "sources": {
                **pair.sources,
                **{f"land_pattern.{f.name}": pattern.sources[f.name] for f in FIGURES},
            },
        }
    )
    return pair_record(pair) | more


def part_record(part: PartNumber, catalog: Catalog, notes: Iterable[str]) -> Record:
    """Return a part number taken apart, with the pairs it belongs to and what to know about it."""
    return {
        "part_number": str(part),
        "fields": [
            plain(field) | {"source": plain(catalog.sources[field.source])}
            for field in explain(part)
        ],
        "pairs": [pair_record(pair) for pair in catalog.pairs_of(str(part.today()))],
        "notes": list(notes),
    }


def pair_row(pair: Pair) -> Record:
    """Return a pair as one flat row, with the columns of ``PAIR_COLUMNS``."""
    row: Record = {}
    for key, value in pair_record(pair).items():
        if isinstance(value, dict):
            stem = key.removesuffix("_mm")
            row |= {f"{stem}_{name}_mm": item for name, item in value.items()}
        else:
            row[key] = value
    return row


def pairs_csv(pairs: Iterable[Pair]) -> str:
    """Return pairs as CSV with a header line; lines end in a line feed alone."""
    from a4s_gui.catalog.delimited import comma_separated  # noqa: PLC0415 - for CSV only

    rows = (pair_row(pair) for pair in pairs)
    return comma_separated([PAIR_COLUMNS, *([row[name] for name in PAIR_COLUMNS] for row in rows)])


def _table(value: Any) -> Mapping[Any, Any] | None:
    """Return the names of a value's parts with the parts; ``None`` where it has none."""
    if isinstance(value, Figure):
        names = ("name", "value", "unit", "formula", "source")
        return {name: getattr(value, name) for name in names}
    if is_frozen(value):
        return by_name(value) | ({"text": value.text} if isinstance(value, Quantity) else {})
    return value if isinstance(value, Mapping) else None


def _body(connector: Connector) -> Record:
    return {"width": connector.body_width_mm, "height": connector.body_height_mm}
