"""How far many files are, and how long the rest takes."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

_SURE_AFTER_S = 1.0
"""Before that workers are starting up, and nothing can be said."""


class Pace:
    """Counts ``total`` files from the moment it is made; ``clock`` tells the time in seconds."""

    def __init__(self, total: int, clock: Callable[[], float] = monotonic) -> None:
        self.total = total
        self.done = 0
        self._clock = clock
        self._began = clock()

    def step(self) -> None:
        """One more is done."""
        self.done += 1

    @property
    def words(self) -> str:
        """``31 of 72 files, 12 s left``; without a time while nothing is known."""
        passed_s = self._clock() - self._began
        said = f"{self.done} of {self.total} files"
        if not self.done or self.done >= self.total or passed_s < _SURE_AFTER_S:
            return said
        left_s = passed_s / self.done * (self.total - self.done)
        return f"{said}, {_time(left_s)} left"


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min"
