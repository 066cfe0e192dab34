"""What else fits the chosen pair, row by row, with what it changes and what it adds."""

from __future__ import annotations

from collections.abc import Mapping

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.selection.alternatives import AlternativeKind, alternatives
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.frozen import field, frozen
from a4s_gui.geometry.board_area import AddedBoard, added_board
from a4s_gui.geometry.land_pattern.pattern import LandPattern


@frozen
class AlternativeRow:
    """One row: another pair beside the chosen one, or ``None`` and the reason.

    ``changes`` are those but for the part numbers, which have columns of their own; ``added`` is
    what each half adds, empty where there is no other pair.
    """

    kind: AlternativeKind
    chosen: Pair
    pair: Pair | None
    stays: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    added: Mapping[Half, AddedBoard] = field(default_factory=dict)
    reason: str = ""

    @property
    def title(self) -> str:
        """The kind, as it begins a line."""
        return capitalize_first(self.kind)


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
            other.differs,
            added_board(pair, other.pair, pattern),
        )
        for other in found.found
    ]
    rows += [AlternativeRow(gap.kind, pair, None, reason=gap.reason) for gap in found.absent]
    order = list(AlternativeKind)
    return tuple(sorted(rows, key=lambda row: order.index(row.kind)))
