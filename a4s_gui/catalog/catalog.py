"""The catalog in memory: all pairs in the datasheet's order, and look-up by part number."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from a4s_gui.catalog.model import Pair, Series, Source
from a4s_gui.frozen import field, frozen


@frozen(slots=False)
class Catalog:
    """Every pair that can be bought, in the datasheet's order.

    ``edition`` is the datasheet's year; ``sources`` holds every source by its name in the file.
    """

    series: Series
    edition: str
    pairs: tuple[Pair, ...]
    sources: Mapping[str, Source] = field(hash=False)

    @cached_property
    def _by_part(self) -> dict[str, tuple[Pair, ...]]:
        """The pairs by the part numbers of their halves."""
        by_part: dict[str, tuple[Pair, ...]] = {}
        for pair in self.pairs:
            for connector in pair.connectors:
                known = by_part.get(connector.part_number, ())
                by_part[connector.part_number] = (*known, pair)
        return by_part

    def pairs_of(self, part_number: str) -> tuple[Pair, ...]:
        """Return the pairs that one half, by its printed number, belongs to; empty if none."""
        return self._by_part.get(part_number, ())

    def other_packagings(self, pair: Pair) -> tuple[Pair, ...]:
        """Return the same connectors in other packagings."""
        return tuple(
            other
            for other in self.pairs
            if other.pins == pair.pins
            and other.product is pair.product
            and other.mated_height_mm == pair.mated_height_mm
            and other.packaging_pitch_mm != pair.packaging_pitch_mm
        )

    def related(self, pair: Pair) -> tuple[Pair, ...]:
        """Return the pairs that share a half with a pair, itself among them."""
        shared = {other.id for half in pair.connectors for other in self.pairs_of(half.part_number)}
        return tuple(other for other in self.pairs if other.id in shared)

    @property
    def part_numbers(self) -> tuple[str, ...]:
        """Every part number, in the datasheet's order."""
        return tuple(self._by_part)

    @property
    def pin_counts(self) -> tuple[int, ...]:
        """Every number of pins that is made, ascending."""
        return tuple(sorted({pair.pins for pair in self.pairs}))
