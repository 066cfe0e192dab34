"""The question whether pairs carry a current: for one pair, and which pairs of a filter do."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.catalog.calculations.current import Answer, enough_current
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.selection.board_limits import Limit, Limits
from a4s_gui.catalog.selection.query import Filter, matches, query
from a4s_gui.frozen import frozen, replace


@frozen
class CurrentQuestion:
    """A current in A, and how many contacts share it; ``None`` for all that a pair has."""

    amperes: float
    contacts: int | None

    def contacts_of(self, pair: Pair) -> int:
        """Return how many contacts of a pair are meant."""
        return pair.pins if self.contacts is None else self.contacts

    def answer(self, pair: Pair) -> Answer:
        """Return whether a pair is enough, and why."""
        return enough_current(pair, self.amperes, self.contacts_of(pair))


@frozen
class Carrying:
    """How many pairs under a filter carry a current; where none does, why.

    ``filtered`` says that the filter asks for anything else, which other pairs might not meet.
    """

    pairs: int
    filtered: bool
    reason: str = ""


def narrowed(held: Filter, question: CurrentQuestion | None) -> Filter:
    """Return a filter narrowed to the pairs that carry a current; ``None`` lifts those limits."""
    amperes, contacts = (question.amperes, question.contacts) if question else (None, None)
    limits = held.limits.with_value(Limit.CURRENT, amperes)
    return replace(held, limits=limits.with_value(Limit.CONTACTS, contacts))


def carrying(pairs: Sequence[Pair], held: Filter, question: CurrentQuestion) -> Carrying:
    """Return how many of the pairs that a filter leaves carry a current."""
    wanted, open_ = narrowed(held, question), narrowed(held, None)
    filtered = open_ != Filter(limits=Limits(measure=held.limits.measure))
    found = sum(matches(pair, wanted) for pair in pairs)
    reason = "" if found else query(pairs, wanted).limits[Limit.CURRENT].reason
    return Carrying(found, filtered, reason)
