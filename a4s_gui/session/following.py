"""The drawing follows the filters: which pair is drawn when the rows of the table are others."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from a4s_gui.catalog.model import Pair
from a4s_gui.frozen import replace
from a4s_gui.session.reducers import choose_pair
from a4s_gui.session.state import State


class Outside(Enum):
    """Why the pair that is drawn is not among the rows."""

    NOTHING_LEFT = auto()
    """There are no rows."""
    PINNED = auto()
    """It is kept whatever the filters say."""
    CHOSEN = auto()
    """It was chosen by its name, or the search is not done yet."""


def outside(state: State, rows: Sequence[Pair]) -> Outside | None:
    """Return why the chosen pair is not among the rows, ``None`` where it is."""
    if state.pair_id is None or any(pair.id == state.pair_id for pair in rows):
        return None
    if not rows:
        return Outside.NOTHING_LEFT
    return Outside.PINNED if state.pinned else Outside.CHOSEN


def nearest_pair(pair: Pair, rows: Sequence[Pair]) -> Pair | None:
    """Return the row that is likest to a pair, ``None`` where there is none.

    The mated height counts most: it decides between boards. Then come packaging, product and the
    number of contacts; of rows that are as near the first is taken.
    """

    def unlike(row: Pair) -> tuple[bool, bool, bool, int]:
        return (
            row.mated_height_mm != pair.mated_height_mm,
            row.packaging_pitch_mm != pair.packaging_pitch_mm,
            row.product != pair.product,
            abs(row.pins - pair.pins),
        )

    return min(rows, key=unlike, default=None)


def follow_rows(state: State, pair: Pair | None, rows: Sequence[Pair]) -> State:
    """Choose the nearest row where the chosen pair is none and not pinned.

    ``pair`` is the chosen one, ``None`` before the first choice: then one row alone is chosen.
    """
    if pair is None:
        return choose_pair(state, rows[0].id) if len(rows) == 1 else state
    nearest = nearest_pair(pair, rows)
    if nearest is None or outside(state, rows) is not Outside.CHOSEN:
        return state
    return choose_pair(state, nearest.id)


def follow_change(new: State, old: State, pair: Pair | None, rows: Sequence[Pair]) -> State:
    """Choose what is to be drawn after the filter was changed.

    While a text is searched for the drawing waits: half a number would choose many pairs in turn.
    One row alone is chosen all the same.
    """
    if new.filter == old.filter:
        return new
    searching = new.filter == replace(old.filter, text=new.filter.text)
    return follow_rows(new, pair, rows) if not searching or len(rows) == 1 else new
