"""How many pixels a drawing takes, and how large it can be. Needs no Qt."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.sheet.scales import DPI_RANGE, SCALE_RANGE
from a4s_gui.drawing.sheet.sheet import MM_PER_INCH, Sheet, sheet_around
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.errors import A4sError
from a4s_gui.export.layout import Layout

LARGEST_SIDE_PX = 32_767
"""Qt's raster painter draws nothing beyond this coordinate."""
LARGEST_AREA_PX = 256_000_000
"""About 1 GB while painting; enough for 80 pins at 20:1 and 1200 dpi."""


class PictureTooLargeError(A4sError):
    """A picture of more pixels than can be painted."""


@dataclass(frozen=True, slots=True)
class PictureSize:
    """A scene on its sheet, and the sheet's size in whole pixels."""

    scene: Scene
    sheet: Sheet
    width_px: int
    height_px: int


def picture_size(layout: Layout) -> PictureSize:
    """Count the pixels of a drawing.

    Raises
    ------
    PictureTooLargeError
        There are too many; the message says how many, and which dpi and scale are possible.
    """
    request = layout.request
    return size_of(layout.scene, partial(build_scene, request.spec), request.dpi)


def size_of(scene: Scene, build: Callable[[float], Scene], dpi: float) -> PictureSize:
    """Count the pixels of a scene that ``build`` makes at any scale; raise as `picture_size`."""
    size = _measure(scene, dpi)
    if not _possible(size):
        raise PictureTooLargeError(
            f"a picture of {size.width_px} x {size.height_px} px is too large; choose "
            + " or ".join(_possible_instead(size, build, dpi))
        )
    return size


def _measure(scene: Scene, dpi: float) -> PictureSize:
    sheet = sheet_around(scene)
    return PictureSize(scene, sheet, *sheet.pixels(dpi))


def _possible(size: PictureSize) -> bool:
    return (
        max(size.width_px, size.height_px) <= LARGEST_SIDE_PX
        and size.width_px * size.height_px <= LARGEST_AREA_PX
    )


def _possible_instead(size: PictureSize, build: Callable[[float], Scene], dpi: float) -> list[str]:
    """Return the largest dpi at this scale and the largest scale at this dpi, if any."""
    scene, sheet, scale = size.scene, size.sheet, size.scene.scale
    by_side = (LARGEST_SIDE_PX - 1) / max(sheet.width_mm, sheet.height_mm)
    by_area = math.sqrt(LARGEST_AREA_PX / (sheet.width_mm * sheet.height_mm))
    lower = math.floor(min(by_side, by_area) * MM_PER_INCH)
    while lower >= DPI_RANGE[0] and not _possible(_measure(scene, lower)):
        lower -= 1  # whole pixels are counted upwards
    found = [f"at most {lower} dpi"] if lower >= DPI_RANGE[0] else []
    low, high = math.floor(SCALE_RANGE[0]), math.ceil(scale)
    if _possible(_measure(build(low), dpi)):
        while high - low > 1:
            middle = (low + high) // 2
            if _possible(_measure(build(middle), dpi)):
                low = middle
            else:
                high = middle
        found.append(f"a scale of at most {low}")
    return found or [f"less than {dpi:g} dpi and a scale below {scale:g}"]
