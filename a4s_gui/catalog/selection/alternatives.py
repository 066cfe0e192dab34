"""What else fits a chosen pair: other height, packaging and product, fewer or more pins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half, Pair, Product
from a4s_gui.catalog.numbers import format_height, format_number, format_unit, pluralize
from a4s_gui.frozen import frozen


class AlternativeKind(StrEnum):
    """In what an alternative is another one."""

    HEIGHT = "other mated height"
    PACKAGING = "other packaging"
    INSPECTION = "inspection type"
    STANDARD = "standard type"
    FEWER_PINS = "fewer pins"
    MORE_PINS = "more pins"


@frozen
class Alternative:
    """Another pair, with what stays the same and what differs, in words.

    ``new_parts`` are the halves whose part numbers are other ones.
    """

    kind: AlternativeKind
    pair: Pair
    stays: tuple[str, ...]
    differs: tuple[str, ...]
    new_parts: tuple[Half, ...]

    @property
    def changes(self) -> tuple[str, ...]:
        """What differs and the part numbers that are other ones."""
        parts = (f"{half} {self.pair.connector(half).part_number}" for half in self.new_parts)
        return (*self.differs, *parts)


@frozen
class Absent:
    """A kind of alternative that there is none of, and why."""

    kind: AlternativeKind
    reason: str


@frozen
class Alternatives:
    """What there is beside a pair, and what there is not."""

    found: tuple[Alternative, ...]
    absent: tuple[Absent, ...]


def alternatives(catalog: Catalog, pair: Pair) -> Alternatives:
    """Return what else fits, never the pair itself; each kind is found or absent with a reason."""
    found: list[Alternative] = []
    absent: list[Absent] = []
    for kind, (find, why_none) in _KINDS.items():
        if kind is _OWN_KIND[pair.product]:
            continue
        others = find(catalog, pair)
        found += [_alternative(kind, pair, other) for other in others]
        if not others:
            absent.append(Absent(kind, why_none(catalog, pair)))
    return Alternatives(tuple(found), tuple(absent))


def _alternative(kind: AlternativeKind, pair: Pair, other: Pair) -> Alternative:
    numbers = {connector.part_number for connector in pair.connectors}
    new_parts = tuple(c.half for c in other.connectors if c.part_number not in numbers)
    return Alternative(kind, other, _stays(pair, other), _differs(pair, other), new_parts)


def _same_pins(catalog: Catalog, pair: Pair) -> list[Pair]:
    return [other for other in catalog.pairs if other.pins == pair.pins and other.id != pair.id]


def _other_height(catalog: Catalog, pair: Pair) -> list[Pair]:
    if pair.mated_height_mm is None:
        return []
    others = [
        other
        for other in _same_pins(catalog, pair)
        if other.mated_height_mm not in (None, pair.mated_height_mm)
    ]
    packed_alike = [o for o in others if o.packaging_pitch_mm == pair.packaging_pitch_mm]
    return packed_alike or others


def _other_product(catalog: Catalog, pair: Pair) -> list[Pair]:
    return [other for other in _same_pins(catalog, pair) if other.product is not pair.product]


def _like(catalog: Catalog, pair: Pair) -> list[Pair]:
    """Return the pairs that differ in nothing but the number of pins, ascending."""

    def kind(one: Pair) -> tuple[Product, float | None, int | None]:
        return one.product, one.mated_height_mm, one.packaging_pitch_mm

    alike = (other for other in catalog.pairs if kind(other) == kind(pair))
    return sorted(alike, key=lambda other: other.pins)


def _fewer(catalog: Catalog, pair: Pair) -> list[Pair]:
    return [other for other in _like(catalog, pair) if other.pins < pair.pins][-1:]


def _more(catalog: Catalog, pair: Pair) -> list[Pair]:
    return [other for other in _like(catalog, pair) if other.pins > pair.pins][:1]


def _no_height(catalog: Catalog, pair: Pair) -> str:
    if pair.mated_height_mm is None:
        return "no mated height is stated for the inspection type"
    heights = {p.mated_height_mm for p in catalog.pairs if p.mated_height_mm is not None}
    listed = " or ".join(format_height(h, "") for h in sorted(heights - {pair.mated_height_mm}))
    return f"{pair.pins} pins are not made for {listed} mm{_made_near(catalog, pair, heights)}"


def _made_near(catalog: Catalog, pair: Pair, heights: Iterable[float]) -> str:
    """Return the nearest numbers of pins below and above that are made for another height."""
    others = set(heights) - {pair.mated_height_mm}
    pins = sorted({p.pins for p in catalog.pairs if p.mated_height_mm in others})
    near = [*[n for n in pins if n < pair.pins][-1:], *[n for n in pins if n > pair.pins][:1]]
    return f"; next are {' and '.join(map(str, near))}" if near else ""


def _no_packaging(_catalog: Catalog, pair: Pair) -> str:
    if pair.packaging_pitch_mm is None:
        return "no packaging is stated for the inspection type"
    return (
        f"{pair.pins} pins for {format_height(pair.mated_height_mm)} are sold "
        f"in {pair.packaging_pitch_mm} mm packaging only"
    )


def _not_made(_catalog: Catalog, pair: Pair) -> str:
    return f"it is not made with {pair.pins} pins"


_Finder = Callable[[Catalog, Pair], Sequence[Pair]]
_Reason = Callable[[Catalog, Pair], str]
_KINDS: dict[AlternativeKind, tuple[_Finder, _Reason]] = {
    AlternativeKind.HEIGHT: (_other_height, _no_height),
    AlternativeKind.PACKAGING: (Catalog.other_packagings, _no_packaging),
    AlternativeKind.INSPECTION: (_other_product, _not_made),
    AlternativeKind.STANDARD: (_other_product, _not_made),
    AlternativeKind.FEWER_PINS: (_fewer, lambda _, p: f"{p.pins} pins are the fewest of its kind"),
    AlternativeKind.MORE_PINS: (_more, lambda _, p: f"{p.pins} pins are the most of its kind"),
}
_OWN_KIND = {
    Product.STANDARD: AlternativeKind.STANDARD,
    Product.INSPECTION: AlternativeKind.INSPECTION,
}


def _stays(pair: Pair, other: Pair) -> tuple[str, ...]:
    """Return what two pairs have in common that a board or an order depends on."""
    stays = []
    if other.socket.part_number == pair.socket.part_number:
        stays.append(f"socket {pair.socket.part_number}")
    if other.pins == pair.pins:
        # Stated for the mated heights and the inspection type; packaging does not touch the part.
        stays.append("foot pattern and outline of both halves")
    if other.mated_height_mm is not None and other.mated_height_mm == pair.mated_height_mm:
        stays.append(f"mated height {format_height(pair.mated_height_mm)}")
    if other.packaging_pitch_mm is not None and other.packaging_pitch_mm == pair.packaging_pitch_mm:
        stays.append(f"{pair.packaging_pitch_mm} mm packaging")
    if other.product is pair.product:
        stays.append(f"{pair.product} type")
    return tuple(stays)


def _differs(pair: Pair, other: Pair) -> tuple[str, ...]:
    """Return in what another pair differs, in the words of the other."""
    changes = []
    if other.pins != pair.pins:
        sign = "more" if other.pins > pair.pins else "fewer"
        changes.append(f"{pluralize(abs(other.pins - pair.pins), 'pin')} {sign}: {other.pins}")
    if other.mated_height_mm != pair.mated_height_mm:
        changes.append(f"mated height {format_height(other.mated_height_mm)}")
    if other.packaging_pitch_mm != pair.packaging_pitch_mm:
        changes.append(_packing(other))
    if other.product is not pair.product:
        cycles = f"{format_number(other.ratings.mating_cycles)} mating cycles"
        holding = other.ratings.removal_force_n
        force = f"removal at least {format_unit(holding, 'N')}"
        changes += [cycles, "holding force not warranted" if holding is None else force]
    return tuple(changes)


def _packing(pair: Pair) -> str:
    if pair.packaging_pitch_mm is None or pair.pieces_per_reel is None:
        return f"no tape stated, lots of at least {pair.minimum_lot_pieces} pieces"
    return f"{pair.packaging_pitch_mm} mm packaging, {format_number(pair.pieces_per_reel)} per reel"
