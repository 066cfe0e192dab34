"""Measuring in a drawing: two places and what lies between them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from a4s_gui.drawing.scene import Break
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.shapes import round_mm
from a4s_gui.geometry.snap import Snap

_DUST_MM = 2e-6
"""A place that was snapped to an edge on the break line stands on it, whatever was rounded."""


@frozen
class Mark:
    """A place in a drawing, in mm of the part: one that was snapped to, or a free one.

    ``hidden_mm`` of the part, left of it, are not drawn: lengths count them.
    """

    x_mm: float
    y_mm: float
    snap: Snap | None = None
    hidden_mm: float = 0.0

    def moved(self, dx_mm: float, dy_mm: float) -> Mark:
        """Return the same place of a part that was moved by a vector."""
        return replace(self, x_mm=round_mm(self.x_mm + dx_mm), y_mm=round_mm(self.y_mm + dy_mm))

    def __str__(self) -> str:
        """Return ``corner of socket pad 1``, or that it is a free place."""
        return str(self.snap) if self.snap else "free place"


@frozen
class Measurement:
    """What is measured so far: nothing, a start and an end that follows, or both fixed.

    ``pointer`` is the place that the next click would take.
    """

    start: Mark | None = None
    end: Mark | None = None
    fixed: bool = False
    pointer: Mark | None = None

    def pointed(self, pointer: Mark | None) -> Measurement:
        """Return the measurement with the pointer at another place, or outside."""
        if self.start is None or self.fixed:
            return replace(self, pointer=pointer)
        return replace(self, pointer=pointer, end=pointer or self.end)

    def clicked(self, place: Mark) -> Measurement:
        """Return the measurement with a place taken: a start, or the end of what is begun."""
        if self.start is None or self.fixed:
            return Measurement(start=place, pointer=place)
        return Measurement(self.start, place, fixed=True, pointer=place)

    def cleared(self) -> Measurement:
        """Return what is left after what was begun or measured is dropped."""
        return Measurement(pointer=self.pointer)

    def moved(self, move: Callable[[Mark], Mark]) -> Measurement:
        """Return the measurement with its places moved, the pointer's left as it is."""
        start, end = (move(mark) if mark else None for mark in (self.start, self.end))
        return replace(self, start=start, end=end)

    @property
    def deltas_mm(self) -> tuple[float, float] | None:
        """From start to end: x to the right, y down; of the part, also where it is shortened."""
        if self.start is None or self.end is None:
            return None
        hidden_mm = self.end.hidden_mm - self.start.hidden_mm
        return (
            round_mm(self.end.x_mm - self.start.x_mm + hidden_mm),
            round_mm(self.end.y_mm - self.start.y_mm),
        )

    @property
    def text(self) -> str:
        """``dx 0.400  dy -1.125  distance 1.194 mm``; empty before there are two places."""
        if self.deltas_mm is None:
            return ""
        dx, dy = self.deltas_mm
        return f"dx {_plain(dx)}  dy {_plain(dy)}  distance {_plain(math.hypot(dx, dy))} mm"

    def status_text(self) -> str:
        """Return what a status bar says: the lengths and between what, or what to do next."""
        if self.start is None:
            return f"Measure from: {self.pointer}" if self.pointer else "Measure: click a start"
        if not self.text or self.end is None:
            return f"From {self.start}"
        return f"{self.text}, from {self.start} to {self.end}"


def hidden_before_mm(breaks: Iterable[Break], x_mm: float, y_mm: float) -> float | None:
    """Return how much of the parts is not drawn left of a place.

    So much further right the place would be in a drawing that leaves nothing out. ``None`` between
    two break lines, where nothing of a part is.
    """
    found = 0.0
    for one in breaks:
        if one.top_mm <= y_mm < one.bottom_mm and x_mm > one.left_mm + _DUST_MM:
            if x_mm < one.right_mm - _DUST_MM:
                return None
            found += one.hidden_mm
    return found


def _plain(value_mm: float) -> str:
    return f"{round(value_mm, 3) + 0.0:.3f}"
