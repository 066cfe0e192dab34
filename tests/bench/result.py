"""One measured figure beside the least that it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Result:
    """How long something took, and the least that it is held against, in ms; medians.

    ``p99_ms`` is what 99 of 100 stay below, where it was measured often enough to tell.
    """

    what: str
    took_ms: float
    least_ms: float
    aim: float | None = None
    p99_ms: float | None = None
    aim_p99: float | None = None

    @classmethod
    def of(
        cls,
        what: str,
        took_ms: Sequence[float],
        least_ms: Sequence[float],
        *,
        aim: float | None = None,
        aim_p99: float | None = None,
    ) -> Result:
        """Return the figure of many measurements."""
        slow_ms = sorted(took_ms)[int(0.99 * len(took_ms))]
        return cls(what, median(took_ms), median(least_ms), aim, slow_ms, aim_p99)

    @property
    def ratio(self) -> float:
        """How many times the least it took."""
        return self.took_ms / self.least_ms

    @property
    def ratio_p99(self) -> float | None:
        """The same for the slowest but one in a hundred."""
        return None if self.p99_ms is None else self.p99_ms / self.least_ms

    def __str__(self) -> str:
        line = f"  {self.what:<46}{self.took_ms:9.2f}{self.least_ms:12.2f}{self.ratio:10.2f}"
        line += f"{'' if self.ratio_p99 is None else f'{self.ratio_p99:.2f}':>8}"
        aims = [(self.ratio, self.aim, "")]
        if self.ratio_p99 is not None:
            aims.append((self.ratio_p99, self.aim_p99, "p99 "))
        for ratio, aim, which in aims:
            if aim is not None:
                line += f"   {which}aim < {aim:g}: {'met' if ratio < aim else 'not met'}"
        return line

    def as_json(self) -> dict[str, object]:
        """Return the figure for a file."""
        return {
            "figure": self.what,
            "took_ms": round(self.took_ms, 3),
            "least_ms": round(self.least_ms, 3),
            "ratio": round(self.ratio, 3),
            "ratio_p99": None if self.ratio_p99 is None else round(self.ratio_p99, 3),
            "aim": self.aim,
            "aim_p99": self.aim_p99,
        }
