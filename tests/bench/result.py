"""One measured figure beside the least that it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Result:
    """What something took, and the least that it is held against; medians, in ms unless said.

    ``p99`` is what 99 of 100 stay below, where it was measured often enough to tell.
    """

    what: str
    took: float
    least: float
    aim: float | None = None
    p99: float | None = None
    aim_p99: float | None = None
    unit: str = "ms"

    @classmethod
    def of(
        cls,
        what: str,
        took: Sequence[float],
        least: Sequence[float],
        *,
        aim: float | None = None,
        aim_p99: float | None = None,
    ) -> Result:
        """Return the figure of many measurements."""
        slow = sorted(took)[int(0.99 * len(took))]
        return cls(what, median(took), median(least), aim, slow, aim_p99)

    @property
    def ratio(self) -> float:
        """How many times the least it took."""
        return self.took / self.least

    @property
    def ratio_p99(self) -> float | None:
        """The same for the slowest but one in a hundred."""
        return None if self.p99 is None else self.p99 / self.least

    def __str__(self) -> str:
        line = f"  {self.what:<46}{self.took:9.2f}{self.least:12.2f}{self.ratio:10.2f}"
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
            "took": round(self.took, 3),
            "least": round(self.least, 3),
            "unit": self.unit,
            "ratio": round(self.ratio, 3),
            "ratio_p99": None if self.ratio_p99 is None else round(self.ratio_p99, 3),
            "aim": self.aim,
            "aim_p99": self.aim_p99,
        }
