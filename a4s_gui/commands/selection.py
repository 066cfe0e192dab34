"""From the part numbers on a command line to pairs, and what to say about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import format_height, format_number
from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.limit_feedback import LimitState
from a4s_gui.catalog.selection.query import Filter, describe, query
from a4s_gui.catalog.selection.resolve import Resolution, resolve
from a4s_gui.errors import A4sError


def the_one_pair(catalog: Catalog, parts: Sequence[str], wanted: Filter) -> Resolution:
    """Return the one pair that part numbers mean.

    Raises
    ------
    A4sError
        They mean several, or none.
    """
    found = resolve(catalog, parts, wanted)
    if len(found) > 1:
        pairs = ", ".join(resolution.pair.id for resolution in found)
        raise A4sError(f"these are {len(found)} pairs: {pairs}; name one")
    return found[0]


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
    for option, lifted, value_of in (
        ("--pins", replace(wanted, pins=frozenset(), pins_from=None, pins_to=None), _PINS),
        ("--height", replace(wanted, heights_mm=frozenset()), _HEIGHT),
        ("--packaging", replace(wanted, packagings_mm=frozenset()), _PACKAGING),
        ("--product", replace(wanted, products=frozenset()), _PRODUCT),
    ):
        values = {value_of(pair) for pair in query(pairs, lifted).rows} - {None}
        if values and lifted != wanted:
            hints.append(f"{option} {', '.join(map(str, sorted(values)))}")
    limits = query(pairs, wanted).limits
    hints += [_limit_hint(state) for state in limits.values() if state.nearest is not None]
    instead = f"with the rest as it is, these would: {'; '.join(hints)}"
    current = limits.get(Limit.CURRENT)
    why = f" ({current.why})" if current is not None and current.why else ""
    what = f"no pair matches {describe(wanted)}{why}"
    return f"{what}; {instead if hints else 'leave a filter out'}"


def _limit_hint(state: LimitState) -> str:
    return f"{_LIMIT_OPTIONS[state.limit]} {format_number(state.nearest or 0)}"


_LIMIT_OPTIONS = {
    Limit.LENGTH: "--max-length",
    Limit.WIDTH: "--max-width",
    Limit.CURRENT: "--current",
    Limit.CONTACTS: "--contacts",
}
_PINS, _HEIGHT, _PACKAGING, _PRODUCT = map(
    attrgetter, ("pins", "mated_height_mm", "packaging_pitch_mm", "product")
)
