"""From the part numbers on a command line to pairs, and what to say about them."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import format_height, format_number
from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.option_names import FACET_OPTIONS, LIMIT_OPTIONS
from a4s_gui.catalog.selection.query import (
    Facet,
    Filter,
    carried_value,
    describe,
    query,
    value_text,
    without_answer,
)
from a4s_gui.catalog.selection.resolve import Resolution
from a4s_gui.frozen import replace


def notes_of(resolution: Resolution) -> list[str]:
    """Return what to tell about a resolution, with the option that would mean another pair."""
    notes = list(resolution.notes)
    if resolution.others and notes:
        options = " or ".join(
            f"--height {format_height(pair.mated_height_mm, '')}" for pair in resolution.others
        )
        notes[-1] += f"; for the other: {options}"
    return notes


def why_empty(pairs: Sequence[Pair], wanted: Filter) -> str:
    """Say what a filter asks for in vain, and for each of its questions what would match."""
    hints = []
    for facet, option in {Facet.PINS: "--pins", **FACET_OPTIONS}.items():
        lifted = _without(wanted, facet)
        found = {carried_value(pair, facet) for pair in query(pairs, lifted).rows}
        values = sorted(value for value in found if value is not None)
        if values and lifted != wanted:
            hints.append(f"{option} {', '.join(map(value_text, values))}")
    limits = query(pairs, wanted).limits
    for limit, state in limits.items():
        if state.nearest is not None:
            hints.append(f"{LIMIT_OPTIONS[limit]} {format_number(state.nearest)}")
    instead = f"with the rest as it is, these would: {'; '.join(hints)}"
    current = limits.get(Limit.CURRENT)
    why = f" ({current.why})" if current is not None and current.why else ""
    what = f"no pair matches {describe(wanted)}{why}"
    return f"{what}; {instead if hints else 'leave a filter out'}"


def _without(wanted: Filter, facet: Facet) -> Filter:
    if facet is Facet.PINS:
        wanted = replace(wanted, pins_from=None, pins_to=None)
    return without_answer(wanted, facet)
