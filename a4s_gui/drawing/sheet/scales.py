"""Scales and resolutions: what a drawing has where none is named, and which are possible."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable

from a4s_gui.catalog.user_numbers import DPI, SCALE
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError

DEFAULT_SCALE = 20.0
"""Millimetres on paper per millimetre of the part."""
DEFAULT_TAPE_SCALE = 4.0
"""The same for the tape, which is many times as large as the part."""
DEFAULT_DPI = 300.0
SCALE_RANGE = (SCALE.least, SCALE.most)
DPI_RANGE = (DPI.least, DPI.most)


def check_scale_and_dpi(scale: float, dpi: float) -> None:
    """Refuse a scale or dpi that no picture can have.

    Raises
    ------
    A4sError
        It is no number, or outside ``SCALE_RANGE`` or ``DPI_RANGE``.
    """
    for name, value, (low, high) in (("scale", scale, SCALE_RANGE), ("dpi", dpi, DPI_RANGE)):
        if not (math.isfinite(value) and low <= value <= high):
            raise A4sError(f"{name}: {value:g} is not possible; choose {low:g} to {high:g}")


def largest_whole(limit: float, fits: Callable[[int], bool]) -> int:
    """Return the largest whole number below a limit for which something fits; 0 where none does."""
    return bisect_left(range(1, math.ceil(limit)), 1, key=lambda number: not fits(number))


def default_scale(view: View) -> float:
    """Return the scale of a view's drawing where none is named."""
    return DEFAULT_TAPE_SCALE if view is View.TAPE else DEFAULT_SCALE
