"""Sheet arithmetic: from the part's millimetres to paper and pixels, and the scale that fits."""

from __future__ import annotations

import math
from collections.abc import Callable

from a4s_gui.drawing.scene import Scene
from a4s_gui.frozen import frozen
from a4s_gui.geometry.shapes import Rectangle, bounding_box

MM_PER_INCH = 25.4
SMALLEST_FIT, LARGEST_FIT = 1.0, 200.0
"""Between these scales, n:1, :func:`fitting_scale` looks."""
MARGIN_MM = 6.0
"""Paper left free on each side of a drawing."""
_CLOSE_ENOUGH, _JUST_BELOW, _MOST_TRIES = 1.01, 0.996, 30


@frozen
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

    def on_paper(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """Return where on the sheet a point of the scene is: mm of paper from the upper left."""
        return (x_mm - self.left_mm) * self.scale, (y_mm - self.top_mm) * self.scale

    def area(self) -> Rectangle:
        """Return what of the scene the sheet shows, in mm of the part."""
        return Rectangle.from_edges(
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
    *,
    near: float = 20.0,
    smallest: float = SMALLEST_FIT,
    growing: tuple[float, float] | None = None,
) -> float:
    """Return the largest scale at which a view fits a paper of this size, in mm, margins included.

    ``build`` makes the view's scene at a scale. Part of a drawing grows with the scale and part
    (text, dimension rows) does not, so the answer is searched for, to within a percent. ``near`` is
    where to look first: the scale of a drawing like it is found almost at once. ``growing`` is what
    grows, its width and height in mm of the part, where that is known. Where the view does not fit
    at ``smallest`` either, that is the answer.
    """
    best: float | None = None
    too_large: float | None = None
    before: tuple[float, float, float] | None = None
    scale = min(max(near, smallest), LARGEST_FIT)
    for tries in range(_MOST_TRIES):
        scene = build(scale)
        sheet = sheet_around(scene, margin_mm)
        fits = sheet.width_mm <= width_mm and sheet.height_mm <= height_mm
        # Notes are as wide as they may be at any scale: the picture's own width tells more.
        picture_mm = (scene.picture or scene.bounds).width_mm * scale + 2 * margin_mm
        growth_x, growth_y = growing or _growing(scene)
        if before is not None:  # measured, instead of supposed
            last_scale, last_x, last_y = before
            growth_x = _positive((picture_mm - last_x) / (scale - last_scale), growth_x)
            growth_y = _positive((sheet.height_mm - last_y) / (scale - last_scale), growth_y)
        before = (scale, picture_mm, sheet.height_mm)
        wanted = scale + min(
            (width_mm - picture_mm) / growth_x, (height_mm - sheet.height_mm) / growth_y
        )
        if fits:
            best = scale
            close = wanted <= scale * _CLOSE_ENOUGH and (growing or scene.placed or tries)
            if scale == LARGEST_FIT or close:
                break
        else:
            too_large = scale
            if scale == smallest:
                break
        low, high = best or smallest, too_large or LARGEST_FIT
        if best and too_large and high <= low * _CLOSE_ENOUGH:
            break
        # A little less than that, so that it fits.
        scale = min(max(wanted * _JUST_BELOW, smallest), LARGEST_FIT)
        if scale in (best, too_large) or not low <= scale <= high:
            scale = math.sqrt(low * high)
    return best or smallest


def _positive(value: float, otherwise: float) -> float:
    """Return a growth that was measured, unless a change of the labels hid it."""
    return value if value > 0 else otherwise


def _growing(scene: Scene) -> tuple[float, float]:
    """Return the size of what grows with the scale: the footprints, where there are any."""
    parts = [part.footprint.bounds.moved(part.x_mm, part.y_mm) for part in scene.placed]
    box = bounding_box(parts or [scene.bounds])
    return box.width_mm, box.height_mm
