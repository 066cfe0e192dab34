"""One line of a list, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from a4s_gui.frozen import frozen


class LineState(StrEnum):
    """What became of a line."""

    RESOLVED = "resolved"
    DOUBTFUL = "doubtful"
    IGNORED = "ignored"


@frozen
class ListLine:
    """One line of a list.

    ``parts`` are the part numbers that it means, today's ones, and ``pairs`` the ids of their
    pairs. ``reason`` says why a line is doubted or ignored, ``suggestions`` what may have been
    meant, and ``note`` what else to know: former numbers, repeated lines. ``quantity`` is how many
    pieces of each part it means, ``None`` where it does not say.
    """

    number: int
    text: str
    state: LineState
    parts: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    reason: str = ""
    suggestions: tuple[str, ...] = ()
    note: str = ""
    quantity: int | None = None


def each_once(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the items of all groups in their first order."""
    return tuple(dict.fromkeys(item for group in groups for item in group))
