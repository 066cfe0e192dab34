"""What else fits the chosen pair, row by row, with what it changes and what it adds. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.derived import Derived
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.selection.alternatives import AlternativeKind, alternatives
from a4s_gui.geometry.board_area import added_board
from a4s_gui.geometry.land_pattern.pattern import LandPattern


@dataclass(frozen=True, slots=True)
class AlternativeRow:
    """One row: another pair beside the chosen one, or ``None`` and the reason."""

    kind: AlternativeKind
    chosen: Pair
    pair: Pair | None
    stays: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    added: tuple[Derived, ...] = ()
    reason: str = ""

    @property
    def title(self) -> str:
        """The kind, as it begins a line."""
        return str(self.kind).capitalize()

    def figures(self, half: Half) -> tuple[Derived, ...]:
        """Return what one half adds: length and area of its body, then of its land pattern."""
        return tuple(d for d in self.added if d.name.startswith(str(half).capitalize()))


def alternative_rows(
    catalog: Catalog, pair: Pair, pattern: LandPattern
) -> tuple[AlternativeRow, ...]:
    """Return what else fits a pair, kind by kind, those that there are none of in their place."""
    found = alternatives(catalog, pair)
    rows = [
        AlternativeRow(
            other.kind,
            pair,
            other.pair,
            other.stays,
            _without_numbers(other.changes, other.pair),
            added_board(pair, other.pair, pattern),
        )
        for other in found.found
    ]
    rows += [AlternativeRow(gap.kind, pair, None, reason=gap.reason) for gap in found.absent]
    order = list(AlternativeKind)
    return tuple(sorted(rows, key=lambda row: order.index(row.kind)))


def _without_numbers(changes: tuple[str, ...], pair: Pair) -> tuple[str, ...]:
    """Return the changes but for the part numbers, which have columns of their own."""
    numbers = {f"{half} {pair.connector(half).part_number}" for half in Half}
    return tuple(change for change in changes if change not in numbers)
