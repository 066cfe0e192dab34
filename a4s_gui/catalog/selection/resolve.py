"""From part numbers as people write them to pairs of the catalog."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.numbers import format_height
from a4s_gui.catalog.part_numbers.lookup import find_part, former_note
from a4s_gui.catalog.part_numbers.part_number import PartNumber
from a4s_gui.catalog.part_numbers.recognition import split_numbers, split_pairs
from a4s_gui.catalog.selection.query import Filter, describe, matches
from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen, replace


@frozen
class Resolution:
    """The pair that some part numbers mean, and what the user should be told about it.

    ``others`` are the pairs that the numbers could mean as well: the socket's other mated height.
    """

    pair: Pair
    notes: tuple[str, ...] = ()
    others: tuple[Pair, ...] = ()


class NoSuchPairError(A4sError):
    """Parts that exist, but not as a pair, or not in a pair of the filter given."""

    def __init__(self, numbers: str, reason: str, nearest: tuple[str, ...], *, hint: str) -> None:
        self.nearest = nearest
        what_to_do = f"nearest: {', '.join(nearest)}" if nearest else hint
        super().__init__(f"{numbers}: {reason}; {what_to_do}")


def resolve(
    catalog: Catalog, texts: Sequence[str], wanted: Filter | None = None
) -> list[Resolution]:
    """Find the pairs that part numbers mean, each pair once, in the order of the numbers.

    A number may be a socket's or a header's; where both halves of a pair are given, in one text or
    in two, that pair is meant. ``SOCKET/HEADER`` (or ``SOCKET+HEADER``) must be a pair; commas and
    semicolons separate numbers that need not be. A socket alone that fits headers of two heights
    means the pair of the series' default height, and a note says so, unless ``wanted`` decides.
    Raises as :func:`find_part`; a :class:`NoSuchPairError` says that numbers exist, but not as the
    pair they are written as, or not in the pairs that ``wanted`` allows.
    """
    wanted = wanted or Filter()
    parts: dict[str, PartNumber] = {}
    for text in texts:
        for numbers in split_pairs(text):
            written = [find_part(catalog, number) for number in numbers]
            if len(written) > 1:
                _check_pair(catalog, written)
            for part in written:
                parts.setdefault(str(part.today()), part)
    whole = [p for p in catalog.pairs if all(c.part_number in parts for c in p.connectors)]
    found: dict[str, Resolution] = {}
    for number, part in parts.items():
        pairs = [pair for pair in whole if pair in catalog.pairs_of(number)]
        for pair in pairs:
            if not matches(pair, wanted):
                raise _no_such_pair(catalog, pair.id, pair, wanted)
        meant = [Resolution(pair) for pair in pairs] or [_pair_of(catalog, number, wanted)]
        for resolution in meant:
            known = found.setdefault(resolution.pair.id, resolution)
            if part.former:
                notes = (former_note(part), *known.notes)
                found[resolution.pair.id] = replace(known, notes=notes)
    return list(found.values())


def resolve_one(catalog: Catalog, parts: Sequence[str], wanted: Filter | None = None) -> Resolution:
    """Return the one pair that part numbers mean, see :func:`resolve`: several are refused."""
    found = resolve(catalog, parts, wanted)
    if not found:
        raise A4sError("no part number is given; name a socket, a header, or both of one pair")
    if len(found) > 1:
        pairs = ", ".join(resolution.pair.id for resolution in found)
        raise A4sError(f"these are {len(found)} pairs: {pairs}; name one")
    return found[0]


def half_named(catalog: Catalog, texts: Sequence[str]) -> Half | None:
    """Return the half of a part number, ``None`` of several; raises as :func:`find_part`."""
    numbers = [number for text in texts for number in split_numbers(text)]
    return find_part(catalog, numbers[0]).half if len(numbers) == 1 else None


def _check_pair(catalog: Catalog, parts: Sequence[PartNumber]) -> None:
    """Refuse numbers written as one pair that are not the two halves of one."""
    numbers = {str(part.today()) for part in parts}
    if any(numbers == {c.part_number for c in pair.connectors} for pair in catalog.pairs):
        return
    near = [pair for part in parts for pair in catalog.pairs_of(str(part.today()))]
    raise NoSuchPairError(
        "/".join(str(part) for part in parts),
        _why_no_pair(parts),
        tuple(dict.fromkeys(pair.id for pair in near))[:3],
        hint="write one socket and one header",
    )


def _why_no_pair(parts: Sequence[PartNumber]) -> str:
    halves = [part.half for part in parts]
    if len(parts) != 2 or halves[0] is halves[1]:
        return "a pair is one socket and one header"
    first, second = parts
    if first.pins != second.pins:
        return f"{first.pins} pins do not mate with {second.pins}"
    if first.product is not second.product:
        return f"the {first.product} type is not paired with the {second.product} type"
    return (
        f"{first.packaging_pitch_mm} mm and {second.packaging_pitch_mm} mm packaging "
        "are not paired in the catalog"
    )


def _pair_of(catalog: Catalog, number: str, wanted: Filter) -> Resolution:
    """Return the pair that one half alone means, with a note where it was a choice."""
    pairs = catalog.pairs_of(number)
    fitting = [pair for pair in pairs if matches(pair, wanted)]
    if not fitting:
        raise _no_such_pair(catalog, number, pairs[0], wanted)
    if len(fitting) == 1:
        return Resolution(fitting[0])
    default_mm = catalog.series.default_mated_height_mm
    chosen = next((p for p in fitting if p.mated_height_mm == default_mm), fitting[0])
    heights = " and ".join(format_height(p.mated_height_mm, "") for p in fitting)
    note = (
        f"{number} fits headers of mated heights {heights} mm; "
        f"{format_height(chosen.mated_height_mm)} is meant ({chosen.header.part_number})"
    )
    return Resolution(chosen, (note,), tuple(p for p in fitting if p is not chosen))


def _no_such_pair(catalog: Catalog, numbers: str, pair: Pair, wanted: Filter) -> NoSuchPairError:
    fitting = [other for other in catalog.pairs if matches(other, wanted)]
    fitting.sort(key=lambda other: (other.product != pair.product, abs(other.pins - pair.pins)))
    reason = f"no such pair with {describe(wanted)}"
    nearest = tuple(other.id for other in fitting[:2])
    return NoSuchPairError(numbers, reason, nearest, hint="leave a filter out")
