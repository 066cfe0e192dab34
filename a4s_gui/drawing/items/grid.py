"""The millimetre grid under a drawing."""

from __future__ import annotations

import math

from a4s_gui.drawing.scene import Layer, Line
from a4s_gui.drawing.standards import GRID_PEN_MM
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.geometry.shapes import Rectangle, round_mm

_CLOSEST_MM = 4.0
"""Grid lines stand no closer than this on paper."""

_MINOR = Style(ColorRole.GRID, GRID_PEN_MM)
_MAJOR = Style(ColorRole.GRID_MAJOR, GRID_PEN_MM)


def grid_pitch_mm(scale: float) -> float:
    """Return the distance of the grid lines at a scale of n:1: 0.1, 1, 10 ... mm."""
    return float(10 ** max(-1, math.ceil(math.log10(_CLOSEST_MM / scale))))


def grid_lines(area: Rectangle, scale: float) -> tuple[Line, ...]:
    """Return the grid over an area, in mm of the part; it passes through the origin.

    Every tenth line, or every fifth of the millimetre grid, is a major one.
    """
    pitch = grid_pitch_mm(scale)
    every = 5 if pitch >= 1 else 10
    minor: list[Line] = []
    major: list[Line] = []
    for first, last, upright in (
        (area.left_mm, area.right_mm, True),
        (area.top_mm, area.bottom_mm, False),
    ):
        for i in range(math.ceil(first / pitch), math.floor(last / pitch) + 1):
            at = round_mm(i * pitch)
            ends = (
                (at, area.top_mm, at, area.bottom_mm)
                if upright
                else (area.left_mm, at, area.right_mm, at)
            )
            if i % every:
                minor.append(Line(Layer.GRID, *ends, _MINOR))
            else:
                major.append(Line(Layer.GRID, *ends, _MAJOR))
    return (*minor, *major)
