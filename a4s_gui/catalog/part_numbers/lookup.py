"""From a part number as people write it to one that is made, or to the reason why none is."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half, Pair, Product
from a4s_gui.catalog.numbers import format_height
from a4s_gui.catalog.part_numbers.nearest import nearest_part_numbers
from a4s_gui.catalog.part_numbers.part_number import PartNumber, PartNumberError, parse


def find_part(catalog: Catalog, text: str) -> PartNumber:
    """Read a part number and make sure that it is made; former numbers are found as well.

    Raises
    ------
    PartNumberError
        The number is impossible or not made; the error names the field and the nearest numbers.
    """
    try:
        part = parse(text)
    except PartNumberError as error:
        nearest = nearest_part_numbers(catalog, text)
        raise PartNumberError(error.text, error.field, error.reason, nearest) from None
    if not catalog.pairs_of(str(part.today())):
        field, reason = _why_not_made(catalog, part)
        raise PartNumberError(text.strip(), field, reason, nearest_part_numbers(catalog, text))
    return part


def former_note(part: PartNumber) -> str:
    """Return what to tell about a former number: what it is today."""
    return f"{part} is the number of 2013; the same socket is now {part.today()}"


def mates_of(catalog: Catalog, part_number: str) -> tuple[str, ...]:
    """Return the numbers that a number mates with, in the catalog's order."""
    return tuple(
        connector.part_number
        for pair in catalog.pairs_of(part_number)
        for connector in pair.connectors
        if connector.part_number != part_number
    )


def _why_not_made(catalog: Catalog, part: PartNumber) -> tuple[str, str]:
    """Return the field that keeps a possible number from existing, and what is made instead."""

    def made(pairs: Iterable[Pair]) -> str:
        return ", ".join(str(n) for n in sorted({pair.pins for pair in pairs}))

    same_product = [p for p in catalog.pairs if p.product is part.product]
    if part.pins not in {p.pins for p in same_product}:
        return "pins", f"{part.pins} pins are not made; made are {made(same_product)}"
    at_height = same_product
    if part.product is Product.STANDARD and part.half is Half.HEADER:
        height = part.mated_heights_mm[0]
        at_height = [p for p in same_product if p.mated_height_mm == height]
        if part.pins not in {p.pins for p in at_height}:
            there = f"are not made for {format_height(height)}; made are {made(at_height)}"
            return "mated height", f"{part.pins} pins {there}"
    packed = [p for p in at_height if p.packaging_pitch_mm == part.packaging_pitch_mm]
    if not packed:
        heights = " or ".join(format_height(height, "") for height in part.mated_heights_mm)
        return "package", f"for {heights} mm there is no {part.packaging_pitch_mm} mm packaging"
    supplied = f"{part.packaging_pitch_mm} mm packaging; supplied are {made(packed)}"
    return "package", f"{part.pins} pins are not supplied in {supplied}"
