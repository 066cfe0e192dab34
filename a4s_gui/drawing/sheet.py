"""Sheet arithmetic: from the part's millimetres to paper and pixels, and the scale that fits."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from a4s_gui.drawing.scene import Scene
from a4s_gui.geometry.shapes import Rect

MM_PER_INCH = 25.4
SMALLEST_FIT, LARGEST_FIT = 1.0, 200.0
"""Between these scales, n:1, :func:`fitting_scale` looks."""
MARGIN_MM = 6.0
"""Paper left free on each side of a drawing."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper around a scene, in millimetres of the paper.

    ``left_mm`` and ``top_mm`` are the scene's coordinates, in mm of the part, of the sheet's upper
    left corner.
    """

    width_mm: float
    height_mm: float
    left_mm: float
    top_mm: float
    scale: float

    def pixels(self, dpi: float) -> tuple[int, int]:
        """Return width and height in whole pixels that hold the sheet."""
        return (
            math.ceil(round(self.width_mm / MM_PER_INCH * dpi, 6)),
            math.ceil(round(self.height_mm / MM_PER_INCH * dpi, 6)),
        )

    def area(self) -> Rect:
        """Return what of the scene the sheet shows, in mm of the part."""
        return Rect.from_edges(
            self.left_mm,
            self.top_mm,
            self.left_mm + self.width_mm / self.scale,
            self.top_mm + self.height_mm / self.scale,
        )


def sheet_around(scene: Scene, margin_mm: float = MARGIN_MM) -> Sheet:
    """Return the smallest sheet that holds a scene at its own scale, with a margin on all sides."""
    bounds = scene.bounds
    return Sheet(
        width_mm=bounds.width_mm * scene.scale + 2 * margin_mm,
        height_mm=bounds.height_mm * scene.scale + 2 * margin_mm,
        left_mm=bounds.left_mm - margin_mm / scene.scale,
        top_mm=bounds.top_mm - margin_mm / scene.scale,
        scale=scene.scale,
    )


def fitting_scale(
    build: Callable[[float], Scene],
    width_mm: float,
    height_mm: float,
    margin_mm: float = MARGIN_MM,
) -> float:
    """Return the largest scale at which a view fits a paper of this size, in mm, margins included.

    ``build`` makes the view's scene at a scale. Part of a drawing grows with the scale and part
    (text, dimension rows) does not, so the answer is searched for, to within a percent.
    """

    def fits(scale: float) -> bool:
        sheet = sheet_around(build(scale), margin_mm)
        return sheet.width_mm <= width_mm and sheet.height_mm <= height_mm

    low, high = SMALLEST_FIT, LARGEST_FIT
    if not fits(low):
        return low
    while high / low > 1.01:
        middle = math.sqrt(low * high)
        if fits(middle):
            low = middle
        else:
            high = middle
    return low
