"""What differs between two states, field by field: who shows something follows its fields only."""

from __future__ import annotations

from typing import Literal

from a4s_gui.frozen import fields, frozen
from a4s_gui.session.state import State

Field = Literal[
    "filter",
    "pair_id",
    "view",
    "layers",
    "numbering",
    "pattern_name",
    "pattern_reading",
    "edits",
    "seen_from",
    "from_below",
    "pad",
    "lit_figure",
    "board",
    "compared",
    "wanted",
    "pinned",
    "part_list",
    "questions",
    "pattern",
    "rows",
]
"""The fields of :class:`State`, and what is derived: the pattern that is drawn, the rows found."""


@frozen
class Change:
    """A state, the one before, and the fields in which they differ."""

    new: State
    old: State
    fields: frozenset[str]


def changed_fields(new: State, old: State) -> frozenset[str]:
    """Return the fields of the state that differ, and ``pattern`` where another one is drawn."""
    names = [field.name for field in fields(State)]
    return frozenset(
        name for name in (*names, "pattern") if getattr(new, name) != getattr(old, name)
    )
