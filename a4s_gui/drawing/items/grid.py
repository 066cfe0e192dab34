"""The millimetre grid under a drawing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from a4s_gui.drawing.bounds import grown
from a4s_gui.drawing.scene import Layer, Line
from a4s_gui.drawing.standards import CLEARANCE_MM, GRID_PEN_MM
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.geometry.shapes import Edges, Rectangle, round_mm

_CLOSEST_MM = 4.0
"""Grid lines stand no closer than this on paper."""

_MINOR = Style(ColorRole.GRID, GRID_PEN_MM)
_MAJOR = Style(ColorRole.GRID_MAJOR, GRID_PEN_MM)


def grid_pitch_mm(scale: float) -> float:
    """Return the distance of the grid lines at a scale of n:1: 0.1, 1, 10 ... mm."""
    return float(10 ** max(-1, math.ceil(math.log10(_CLOSEST_MM / scale))))


def grid_lines(area: Rectangle, scale: float, texts: Iterable[Edges] = ()) -> tuple[Line, ...]:
    """Return the grid over an area, in mm of the part; it passes through the origin.

    Every tenth line, or every fifth of the millimetre grid, is a major one. The lines are
    interrupted around ``texts``.
    """
    boxes = [grown(text, CLEARANCE_MM / scale) for text in texts]
    pitch = grid_pitch_mm(scale)
    every = 5 if pitch >= 1 else 10
    minor: list[Line] = []
    major: list[Line] = []
    across, along = (area.left_mm, area.right_mm), (area.top_mm, area.bottom_mm)
    for upright, (first, last), run in ((True, across, along), (False, along, across)):
        hidden = _hidden(boxes, pitch, upright=upright)
        for i in range(math.ceil(first / pitch), math.floor(last / pitch) + 1):
            at = round_mm(i * pitch)
            found, style = (minor, _MINOR) if i % every else (major, _MAJOR)
            for low, high in left_of(run, hidden.get(i, ())):
                ends = (at, low, at, high) if upright else (low, at, high, at)
                found.append(Line(Layer.GRID, *ends, style))
    return (*minor, *major)


def _hidden(
    boxes: Sequence[Edges], pitch: float, *, upright: bool
) -> Mapping[int, Sequence[tuple[float, float]]]:
    """Return from where to where each line is interrupted, by its number."""
    found: dict[int, list[tuple[float, float]]] = {}
    for left, top, right, bottom in boxes:
        (low, high), span = ((left, right), (top, bottom))
        if not upright:
            (low, high), span = span, (left, right)
        for i in range(math.ceil(low / pitch), math.floor(high / pitch) + 1):
            found.setdefault(i, []).append(span)
    return found


def left_of(
    run: tuple[float, float], hidden: Sequence[tuple[float, float]]
) -> Iterator[tuple[float, float]]:
    """Yield what is left of a line between its interruptions."""
    here, end = run
    for low, high in sorted(hidden):
        if here < min(low, end):
            yield here, min(low, end)
        here = max(here, high)
    if here < end:
        yield here, end
