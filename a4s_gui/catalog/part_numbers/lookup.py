"""From a part number as people write it to one that is made, or to the reason why none is."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import format_height
from a4s_gui.catalog.part_numbers.nearest import nearest_part_numbers
from a4s_gui.catalog.part_numbers.part_number import (
    AmbiguousNumberError,
    PartNumber,
    PartNumberError,
    normalize,
    parse,
)
from a4s_gui.catalog.part_numbers.recognition import (
    bare_number,
    before_last_piece,
    is_one_piece,
    numbers_in,
    other_series,
    with_series,
    with_suffix,
    without_maker,
)

_NEARLY_WHOLE = 7
"""From so many characters on, a piece of a number may be meant to be all of it."""


def find_part(catalog: Catalog, text: str) -> PartNumber:
    """Read a part number and make sure that it is made; former numbers are found as well.

    Maker, punctuation and the rest of a file's or a footprint's name around it do not matter. The
    :class:`PartNumberError` names the field that is impossible or not made, and the nearest
    numbers; it is an :class:`AmbiguousNumberError` where the text may be two numbers: ``AXE540127
    D``.
    """
    number = bare_number(without_maker(text))
    refuse_ambiguous(catalog, number)
    return find_bare(catalog, number)


def find_bare(catalog: Catalog, number: str) -> PartNumber:
    """Find a part number around which nothing else stands; raises as :func:`find_part`."""
    try:
        part = parse(number)
    except PartNumberError as error:
        raise _explained(catalog, error) from None
    if not is_made(catalog, part):
        field, reason = _why_not_made(catalog, part)
        raise PartNumberError(number.strip(), field, reason, nearest_part_numbers(catalog, number))
    return part


def refuse_ambiguous(catalog: Catalog, text: str) -> None:
    """Refuse a text whose last piece may belong to the number before it or not.

    That is a lone ``D``, which may be the suffix or something else, and what follows a number that
    is as good as whole: ``AXE53412 4`` may be cut short and a quantity. The
    :class:`AmbiguousNumberError` names the numbers that it may mean.
    """
    first = before_last_piece(text) or _nearly_whole(text)
    if not first:
        return
    ways = [with_series(with_suffix(way.replace("_", ""))) for way in (first, text)]
    made = [part for way in ways if (part := made_part(catalog, way)) is not None]
    is_loose_suffix = bool(before_last_piece(text))
    if made and (is_loose_suffix or str(made[0]) != ways[0]):
        choices = tuple(str(part.today()) for part in made)
        raise AmbiguousNumberError(text.strip(), choices)


def is_made(catalog: Catalog, part: PartNumber) -> bool:
    """Return whether the catalog has a part, by its number of today."""
    return bool(catalog.pairs_of(str(part.today())))


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


def made_part(catalog: Catalog, number: str) -> PartNumber | None:
    """Return a part that is made, by a number of today or a former one; ``None`` for any other."""
    try:
        part = parse(number)
    except PartNumberError:
        return None
    return part if is_made(catalog, part) else None


def _nearly_whole(text: str) -> str:
    """Return the first of two pieces where it may be meant to be the whole number."""
    if is_one_piece(text):
        return ""
    for first, *others in numbers_in(text):
        is_all = bool(others) and normalize(others[0]) == normalize(text.replace("_", ""))
        return first if is_all and len(first) >= _NEARLY_WHOLE else ""
    return ""


def _explained(catalog: Catalog, error: PartNumberError) -> PartNumberError:
    """Return the complaint with what the catalog knows of such a number."""
    number = normalize(error.text)
    other = other_series(number)
    if other is not None:
        reason = f"{other.prefix} is {catalog.series.maker}'s {other.name}"
        what = f"{reason}; it is not {catalog.series.name} and does not mate with it"
        return PartNumberError(error.text, "series", what)
    for seen in catalog.series.seen_endings:
        part = made_part(catalog, number.removesuffix(seen.ending))
        if number.endswith(seen.ending) and part is not None:
            reason = f"the ending {seen.ending} was seen ({seen.seen}), not in this catalog"
            what = f"{reason}; the datasheet's ordering key does not have it"
            return PartNumberError(error.text, "package", what, (str(part.today()),))
    nearest = nearest_part_numbers(catalog, number)
    return PartNumberError(error.text, error.field, error.reason, nearest)


def _why_not_made(catalog: Catalog, part: PartNumber) -> tuple[str, str]:
    """Return the field that keeps a possible number from existing, and what is made instead."""

    def made(pairs: Iterable[Pair]) -> str:
        return ", ".join(str(n) for n in sorted({pair.pins for pair in pairs}))

    same_product = [p for p in catalog.pairs if p.product is part.product]
    if part.pins not in {p.pins for p in same_product}:
        return "pins", f"{part.pins} pins are not made; made are {made(same_product)}"
    at_height = same_product
    if len(part.mated_heights_mm) == 1:  # a socket fits headers of every height
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
