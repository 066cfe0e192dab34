"""What each limit of the filter does to the rows, and what to say where it leaves none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from a4s_gui.catalog.calculations.current import contacts_for
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import exact, format_a, format_number, pluralize
from a4s_gui.catalog.selection.board_limits import (
    Limit,
    Limits,
    capacity_a,
    describe_limit,
    failed_limits,
    pair_size,
)
from a4s_gui.frozen import frozen


@frozen
class LimitState:
    """What one limit that is set does to the rows.

    ``asked`` is the limit in words. ``rows`` of the ``rows_without`` that everything else leaves
    keep to it. Where none does, ``why`` says so and ``nearest`` is the value that would leave some,
    ``None`` where no value would.
    """

    limit: Limit
    value: float
    asked: str
    rows: int
    rows_without: int
    nearest: float | None = None
    why: str = ""

    @property
    def reason(self) -> str:
        """The limit and why it leaves nothing, in a line; empty where it leaves some."""
        return f"{self.asked}: {self.why}" if self.why else ""


def limit_states(
    judged: Sequence[tuple[Pair, frozenset[str]]], limits: Limits, others_of: Callable[[Limit], str]
) -> Mapping[Limit, LimitState]:
    """Return the state of each limit that is set.

    ``judged`` is each pair with the questions that it fails, limits among them; ``others_of`` says
    in words what is asked for beside a limit, nothing where nothing is.
    """
    every = [pair for pair, _ in judged]
    kept = [pair for pair, failed in judged if failed <= _ALL_LIMITS]
    found = {}
    for limit in Limit:
        value = limits.value(limit)
        if value is None:
            continue
        # Lifted, not only left out of what failed: the current depends on the contacts.
        lifted = limits.without(limit)
        rest = [pair for pair in kept if not failed_limits(pair, lifted)]
        rows = sum(not failed_limits(pair, limits) for pair in kept)
        nearest, why = None, ""
        if not rows:
            nearest, why = _way_out(limit, limits, rest, every, others_of(limit))
        asked = describe_limit(limits, limit)
        found[limit] = LimitState(limit, value, asked, rows, len(rest), nearest, why)
    return found


_ALL_LIMITS: frozenset[str] = frozenset(Limit)

_EXTREME = {
    Limit.LENGTH: "the shortest is {} mm long",
    Limit.WIDTH: "the narrowest is {} mm wide",
    Limit.CURRENT: "the most is {} A",
    Limit.CONTACTS: "the most is {} contacts",
}


def _way_out(
    limit: Limit, limits: Limits, rest: Sequence[Pair], every: Sequence[Pair], others: str
) -> tuple[float | None, str]:
    """Return the value of a limit that would leave something, and why the one that is set does not.

    ``rest`` are the pairs that all else leaves.
    """
    impossible = _impossible_current(every, limits)
    if not rest:
        nothing = f"without it there is still none with {others}" if others else "there is none"
        return None, nothing
    best = _tightest(limit, rest, limits)
    if impossible and limit in (Limit.CURRENT, Limit.CONTACTS):
        return best, impossible
    with_others = f" with {others}" if others else ""
    return best, _EXTREME[limit].format(format_number(best)) + with_others


def _tightest(limit: Limit, pairs: Sequence[Pair], limits: Limits) -> float:
    """Return the tightest value of a limit that one of some pairs keeps to."""
    if limit is Limit.LENGTH:
        return min(pair_size(pair, limits.measure).length_mm for pair in pairs)
    if limit is Limit.WIDTH:
        return min(pair_size(pair, limits.measure).width_mm for pair in pairs)
    if limit is Limit.CURRENT:
        return float(max(capacity_a(pair, limits) for pair in pairs))
    most = max(pair.pins for pair in pairs)
    needed = None if limits.current_a is None else contacts_for(pairs[0], limits.current_a)
    # Too few contacts for the current rather than too many for the pairs.
    return needed if needed is not None and (limits.contacts or 0) < needed else most


def _impossible_current(pairs: Sequence[Pair], limits: Limits) -> str:
    """Return why no pair at all carries the current; empty where one does."""
    wanted = limits.current_a
    if wanted is None or not pairs:
        return ""
    most = max(capacity_a(pair, limits) for pair in pairs)
    if exact(wanted) <= most:
        return ""
    needed = contacts_for(pairs[0], wanted)
    if needed is None:
        total = pairs[0].ratings.rated_current_a_total
        return f"more than the {format_a(total)} that all contacts of a pair carry together"
    if limits.contacts is None:
        return f"no pair has the {pluralize(needed, 'contact')} that it takes"
    return (
        f"{pluralize(limits.contacts, 'contact')} carry at most {format_a(most)}; "
        f"it takes {pluralize(needed, 'contact')}"
    )
