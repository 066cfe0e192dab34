"""Back and forward through the pairs that were looked at, as in a browser; time is passed in."""

from __future__ import annotations

from a4s_gui.frozen import frozen

_MOST_PAIRS = 200
_GLANCE_S = 0.4
"""A pair that was drawn for less was passed on the way to another."""


@frozen
class Trail:
    """Ids of the pairs before and after the present one, the nearest last.

    ``came_s`` is when the present one was come to.
    """

    back: tuple[str, ...] = ()
    forward: tuple[str, ...] = ()
    came_s: float = 0.0


def left(trail: Trail, pair_id: str | None, now_s: float) -> Trail:
    """Return the trail after another pair was chosen than ``pair_id``, at a time in seconds."""
    if pair_id is None or now_s - trail.came_s < _GLANCE_S:
        return Trail(trail.back, (), now_s)
    return Trail((*trail.back, pair_id)[-_MOST_PAIRS:], (), now_s)


def went_back(trail: Trail, present: str) -> Trail:
    """Return the trail after going back to the last of ``back``."""
    return Trail(trail.back[:-1], (*trail.forward, present), trail.came_s)


def went_forward(trail: Trail, present: str) -> Trail:
    """Return the trail after going forward to the last of ``forward``."""
    return Trail((*trail.back, present), trail.forward[:-1], trail.came_s)
