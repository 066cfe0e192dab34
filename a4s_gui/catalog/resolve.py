"""From part numbers as people write them to pairs of the catalog."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half, Pair, Product
from a4s_gui.catalog.part_number import PartNumber, PartNumberError, normalize, parse
from a4s_gui.catalog.query import Filter, describe, matches
from a4s_gui.errors import A4sError

DEFAULT_HEIGHT_MM = 0.8
"""The mated height meant by a socket alone, in mm; most pairs are made for it."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The pair that some part numbers mean, and what the user should be told about it.

    ``others`` are the pairs that the numbers could mean as well: the socket's other mated height.
    """

    pair: Pair
    notes: tuple[str, ...] = ()
    others: tuple[Pair, ...] = ()


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


def resolve(
    catalog: Catalog, texts: Sequence[str], wanted: Filter | None = None
) -> list[Resolution]:
    """Find the pairs that part numbers mean, each pair once, in the order of the numbers.

    A number may be a socket's or a header's; where both halves of a pair are given, that pair is
    meant. ``SOCKET/HEADER`` in one text counts as two numbers. A socket alone that fits headers of
    two heights means the 0.8 mm pair, and a note says so, unless ``wanted`` decides.

    Raises
    ------
    PartNumberError
        A number is impossible or not made.
    NoSuchPairError
        A number exists, but not in the pairs that ``wanted`` allows.
    """
    wanted = wanted or Filter()
    notes: dict[str, str] = {}
    numbers: list[str] = []
    for text in texts:
        for piece in split_numbers(text):
            part = find_part(catalog, piece)
            today = str(part.today())
            if part.former:
                notes[today] = f"{part} is the number of 2013; the same socket is now {today}"
            if today not in numbers:
                numbers.append(today)
    named = set(numbers)
    whole = [p for p in catalog.pairs if all(c.part_number in named for c in p.connectors)]
    found: dict[str, Resolution] = {}
    for number in numbers:
        note = (notes[number],) if number in notes else ()
        mates = [p for p in whole if p in catalog.pairs_of(number)]
        for pair in mates:
            if not matches(pair, wanted):
                raise NoSuchPairError(pair.id, wanted, _nearest_pairs(catalog, pair, wanted))
            known = found.get(pair.id)
            found[pair.id] = Resolution(pair, (known.notes if known else ()) + note)
        if not mates:
            chosen = _pair_of(catalog, number, wanted)
            found.setdefault(chosen.pair.id, replace(chosen, notes=note + chosen.notes))
    return list(found.values())


class NoSuchPairError(A4sError):
    """A part that exists, but not in a pair of the filter given."""

    def __init__(self, number: str, wanted: Filter, nearest: tuple[str, ...]) -> None:
        hint = f"; nearest: {', '.join(nearest)}" if nearest else "; leave a filter out"
        super().__init__(f"{number}: no such pair with {describe(wanted)}{hint}")


def split_numbers(text: str) -> list[str]:
    """Split ``SOCKET/HEADER`` (also with ``+``, comma or semicolon) into its numbers."""
    pieces = [piece for piece in re.split(r"[/+,;]", text) if piece.strip()]
    return pieces or [text]


def _pair_of(catalog: Catalog, number: str, wanted: Filter) -> Resolution:
    pairs = catalog.pairs_of(number)
    fitting = [pair for pair in pairs if matches(pair, wanted)]
    if not fitting:
        raise NoSuchPairError(number, wanted, _nearest_pairs(catalog, pairs[0], wanted))
    if len(fitting) == 1:
        return Resolution(fitting[0])
    chosen = next((p for p in fitting if p.mated_height_mm == DEFAULT_HEIGHT_MM), fitting[0])
    heights = " and ".join(f"{p.mated_height_mm:.1f}" for p in fitting)
    note = (
        f"{number} fits headers of mated heights {heights} mm; "
        f"{chosen.mated_height_mm:.1f} mm is meant ({chosen.header.part_number})"
    )
    return Resolution(chosen, (note,), tuple(p for p in fitting if p is not chosen))


def _nearest_pairs(catalog: Catalog, pair: Pair, wanted: Filter) -> tuple[str, ...]:
    fitting = [other for other in catalog.pairs if matches(other, wanted)]
    fitting.sort(key=lambda other: (other.product != pair.product, abs(other.pins - pair.pins)))
    return tuple(other.id for other in fitting[:2])


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
            return (
                "mated height",
                f"{part.pins} pins are not made for {height:.1f} mm; made are {made(at_height)}",
            )
    packed = [p for p in at_height if p.packaging_pitch_mm == part.packaging_pitch_mm]
    if not packed:
        heights = " or ".join(f"{height:.1f}" for height in part.mated_heights_mm)
        return "package", f"for {heights} mm there is no {part.packaging_pitch_mm} mm packaging"
    supplied = f"{part.packaging_pitch_mm} mm packaging; supplied are {made(packed)}"
    return "package", f"{part.pins} pins are not supplied in {supplied}"


def nearest_part_numbers(catalog: Catalog, text: str, most: int = 3) -> tuple[str, ...]:
    """Return the existing numbers nearest to a text, best first; empty where nothing is near.

    Where half and pins can be read, numbers that differ in the fewest fields and then in the fewest
    pins come first; otherwise those that take the fewest edits.
    """
    wanted = normalize(text)
    shape = re.match(r"(?:AXE)?([56])(E?)(\d{2})(.*)", wanted)
    if shape is None:
        ranked = sorted(catalog.part_numbers, key=lambda number: _edits(wanted, number))
        worst = max(2, len(wanted) // 2)
        return tuple(n for n in ranked if _edits(wanted, n) <= worst)[:most]
    half, product, pins, rest = shape[1], shape[2], int(shape[3]), shape[4]

    def distance(number: str) -> tuple[int, int]:
        other = parse(number)
        ending = number.partition(f"{other.pins:02d}")[2]
        fields = (half != number[3]) * 2 + (bool(product) != other.is_inspection) * 2
        return fields + _edits(rest, ending), abs(pins - other.pins)

    return tuple(sorted(catalog.part_numbers, key=distance)[:most])


def _edits(left: str, right: str) -> int:
    """Return the Levenshtein distance of two short texts."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
