"""Which pairs can be set side by side; a window asks that before it makes any table of them."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.errors import A4sError

MOST_PAIRS = 4


class CompareError(A4sError):
    """Pairs that cannot be set side by side."""


def check_compared(pair_ids: Sequence[str]) -> None:
    """Refuse pairs, by their ids, that cannot be set side by side.

    A :class:`CompareError` says that there are none or too many, or that one stands there twice.
    """
    if not pair_ids:
        raise CompareError("compare: choose at least one pair")
    if len(pair_ids) > MOST_PAIRS:
        raise CompareError(
            f"compare: at most {MOST_PAIRS} pairs fit side by side, not {len(pair_ids)}; "
            "take one out"
        )
    for pair_id in pair_ids:
        if pair_ids.count(pair_id) > 1:
            raise CompareError(f"compare: {pair_id} is there already")
