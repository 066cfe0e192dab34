"""The composite forces of a pair: what one contact needs or holds, times the contacts."""

from __future__ import annotations

from dataclasses import dataclass

from a4s_gui.catalog.derived import Derived, format_number
from a4s_gui.catalog.model import Pair


@dataclass(frozen=True, slots=True)
class Force:
    """One composite force; ``id`` is that of its entry in ``ratings.toml``."""

    id: str
    derived: Derived


def insertion_force(pair: Pair) -> Derived:
    """Return the largest force it takes to mate the pair, in N, when new."""
    return _composite(
        pair,
        "Insertion force, at most",
        pair.ratings.insertion_force_n_per_contact,
        pair.ratings.insertion_force_n,
    )


def removal_force(pair: Pair) -> Derived:
    """Return the least force it takes to part the pair, in N; none for the inspection type."""
    return _composite(
        pair,
        "Removal force, at least",
        pair.ratings.removal_force_n_per_contact,
        pair.ratings.removal_force_n,
    )


def composite_forces(pair: Pair) -> tuple[Force, ...]:
    """Return both composite forces with the ids of their ratings."""
    removal = "removal-force" if pair.ratings.removal_force_n else "removal-force-inspection"
    return (
        Force("insertion-force", insertion_force(pair)),
        Force(removal, removal_force(pair)),
    )


def _composite(pair: Pair, name: str, each_n: float | None, total_n: float | None) -> Derived:
    source = pair.sources["ratings"]
    if each_n is None or total_n is None:
        why = f"the datasheet warrants no holding force of the {pair.product} type"
        return Derived(name, None, "N", why, pair.sources["mating_cycles"])
    formula = f"{format_number(each_n)} N × {pair.pins} contacts = {format_number(total_n)} N"
    return Derived(name, total_n, "N", formula, source)
