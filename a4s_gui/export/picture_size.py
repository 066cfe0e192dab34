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
from a4s_gui.export.request import ExportRequest

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


def picture_size(request: ExportRequest) -> PictureSize:
    """Lay a drawing out and count its pixels.

    Raises
    ------
    PictureTooLargeError
        There are too many; the message says how many, and which dpi and scale are possible.
    """
    return size_of(partial(build_scene, request.spec), request.scale, request.dpi)


def size_of(build: Callable[[float], Scene], scale: float, dpi: float) -> PictureSize:
    """Count the pixels of what ``build`` makes at a scale n:1; raise as :func:`picture_size`."""
    size = _measure(build, scale, dpi)
    if not _possible(size):
        raise PictureTooLargeError(
            f"a picture of {size.width_px} x {size.height_px} px is too large; choose "
            + " or ".join(_possible_instead(build, scale, dpi, size.sheet))
        )
    return size


def _measure(build: Callable[[float], Scene], scale: float, dpi: float) -> PictureSize:
    scene = build(scale)
    sheet = sheet_around(scene)
    width_px, height_px = sheet.pixels(dpi)
    return PictureSize(scene, sheet, width_px, height_px)


def _possible(size: PictureSize) -> bool:
    return (
        max(size.width_px, size.height_px) <= LARGEST_SIDE_PX
        and size.width_px * size.height_px <= LARGEST_AREA_PX
    )


def _possible_instead(
    build: Callable[[float], Scene], scale: float, dpi: float, sheet: Sheet
) -> list[str]:
    """Return the largest dpi at this scale and the largest scale at this dpi, if any."""
    by_side = (LARGEST_SIDE_PX - 1) / max(sheet.width_mm, sheet.height_mm)
    by_area = math.sqrt(LARGEST_AREA_PX / (sheet.width_mm * sheet.height_mm))
    lower = math.floor(min(by_side, by_area) * MM_PER_INCH)
    while lower >= DPI_RANGE[0] and not _possible(_measure(build, scale, lower)):
        lower -= 1  # whole pixels are counted upwards
    found = [f"at most {lower} dpi"] if lower >= DPI_RANGE[0] else []
    low, high = math.floor(SCALE_RANGE[0]), math.ceil(scale)
    if _possible(_measure(build, low, dpi)):
        while high - low > 1:
            middle = (low + high) // 2
            if _possible(_measure(build, middle, dpi)):
                low = middle
            else:
                high = middle
        found.append(f"a scale of at most {low}")
    return found or [f"less than {dpi:g} dpi and a scale below {scale:g}"]
