"""Plain-text pages for people at a terminal: the list, one pair, one part number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Connector, Pair
from a4s_gui.catalog.numbers import format_height, format_mm, format_number, format_unit
from a4s_gui.catalog.part_numbers.part_number import PartNumber, explain

_LIST_HEAD = (
    "SOCKET",
    "HEADER",
    "PINS",
    "MATED",
    "TYPE",
    "PACKAGING",
    "SOCKET A x WIDTH",
    "HEADER A x WIDTH",
    "PER REEL",
)


def pairs_table(pairs: Iterable[Pair]) -> str:
    """Return pairs as a table with a header line; lengths in mm."""
    rows = [
        (
            pair.socket.part_number,
            pair.header.part_number,
            str(pair.pins),
            format_height(pair.mated_height_mm),
            str(pair.product),
            format_mm(pair.packaging_pitch_mm),
            _outline(pair.socket),
            _outline(pair.header),
            format_unit(pair.pieces_per_reel, ""),
        )
        for pair in pairs
    ]
    return "\n".join(table([_LIST_HEAD, *rows], right=(2, 3, 5, 6, 7, 8)))


def part_page(part: PartNumber, catalog: Catalog, notes: Iterable[str]) -> str:
    """Return a part number taken apart, with its mates and where the meanings come from."""
    fields = explain(part)
    rows = [(field.name, field.characters or "-", field.meaning) for field in fields]
    mates = [
        (
            pair.connector(part.half.mate).part_number,
            f"mated height {format_height(pair.mated_height_mm)}",
            f"packaging {format_mm(pair.packaging_pitch_mm)}",
        )
        for pair in catalog.pairs_of(str(part.today()))
    ]
    lines = [str(part), "", *table(rows, indent="  ")]
    lines += ["", "mates with", *table(mates, indent="  "), ""]
    lines += [f"Note: {note}." for note in notes]
    sources = dict.fromkeys(catalog.sources[field.source] for field in fields)
    return "\n".join([*lines, *(f"Source: {source}" for source in sources)])


def table(rows: Iterable[Sequence[str]], right: Sequence[int] = (), indent: str = "") -> list[str]:
    """Return rows as lines with aligned columns; the columns numbered in ``right`` end flush."""
    cells = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        padded = [
            cell.rjust(width) if i in right else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append((indent + "  ".join(padded)).rstrip())
    return lines


def _outline(connector: Connector) -> str:
    length_mm, width_mm = connector.body_length_mm, connector.body_width_mm
    return f"{format_number(length_mm, 2)} x {format_number(width_mm, 2)}"
