"""The composite forces of a pair: what one contact needs or holds, times the contacts."""

from __future__ import annotations

from collections.abc import Mapping

from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import format_unit


def insertion_force(pair: Pair) -> Figure:
    """Return the largest force it takes to mate the pair, in N, when new."""
    each_n, total_n = pair.ratings.insertion_force_n_per_contact, pair.ratings.insertion_force_n
    return _composite(pair, "Insertion force, at most", each_n, total_n)


def removal_force(pair: Pair) -> Figure:
    """Return the least force it takes to part the pair, in N; none for the inspection type."""
    each_n, total_n = pair.ratings.removal_force_n_per_contact, pair.ratings.removal_force_n
    return _composite(pair, "Removal force, at least", each_n, total_n)


def composite_forces(pair: Pair) -> Mapping[str, Figure]:
    """Return both composite forces by the ids of their entries in ``ratings.toml``."""
    removal = "removal-force" if pair.ratings.removal_force_n else "removal-force-inspection"
    return {"insertion-force": insertion_force(pair), removal: removal_force(pair)}


def _composite(pair: Pair, name: str, each_n: float | None, total_n: float | None) -> Figure:
    if each_n is None or total_n is None:
        why = f"the datasheet warrants no holding force of the {pair.product} type"
        return Figure(name, None, "N", (pair.sources["mating_cycles"],), why)
    formula = f"{format_unit(each_n, 'N')} × {pair.pins} contacts = {format_unit(total_n, 'N')}"
    return Figure(name, total_n, "N", (pair.sources["ratings"],), formula)
