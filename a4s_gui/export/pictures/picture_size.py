"""How many pixels a drawing takes, and how large it can be. Needs no Qt."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.sheet.scales import DPI_RANGE, largest_whole
from a4s_gui.drawing.sheet.sheet import MM_PER_INCH, Sheet, sheet_around
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.errors import A4sError
from a4s_gui.export.layout import Layout
from a4s_gui.frozen import frozen

LARGEST_SIDE_PX = 32_767
"""Qt's raster painter draws nothing beyond this coordinate."""
LARGEST_AREA_PX = 256_000_000
"""About 1 GB while painting; enough for 80 pins at 20:1 and 1200 dpi."""
LARGEST_COPIED_PX = 16_000_000
"""64 MB, painted and packed while the window waits; enough for 80 pins at 20:1 and 300 dpi. Of four
times as many Qt refuses to unpack the picture for those who paste it."""
_COARSEST_COPIED_DPI = 72.0
"""Fewer are no picture to show to anybody."""


class PictureTooLargeError(A4sError):
    """A picture of more pixels than can be painted."""


@frozen
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


def size_of(
    scene: Scene, build: Callable[[float], Scene], dpi: float, largest_px: int = LARGEST_AREA_PX
) -> PictureSize:
    """Count the pixels of a scene that ``build`` makes at any scale; raise as `picture_size`."""
    size = _measure(scene, dpi)
    if not _possible(size, largest_px):
        raise PictureTooLargeError(
            f"a picture of {size.width_px} x {size.height_px} px is too large; choose "
            + " or ".join(_possible_instead(size, build, dpi, largest_px))
        )
    return size


def dpi_to_copy(scene: Scene, build: Callable[[float], Scene], dpi: float) -> float:
    """Return the dpi at which a scene is copied: that asked for, or the most that fit.

    Raises
    ------
    PictureTooLargeError
        None fit; the message says which scale does.
    """
    if _possible(_measure(scene, dpi), LARGEST_COPIED_PX):
        return dpi
    fewer = _most_dpi(_measure(scene, dpi), LARGEST_COPIED_PX)
    if fewer >= _COARSEST_COPIED_DPI:
        return fewer
    size_of(scene, build, min(dpi, _COARSEST_COPIED_DPI), LARGEST_COPIED_PX)
    return dpi


def _measure(scene: Scene, dpi: float) -> PictureSize:
    sheet = sheet_around(scene)
    return PictureSize(scene, sheet, *sheet.pixels(dpi))


def _possible(size: PictureSize, largest_px: int) -> bool:
    return (
        max(size.width_px, size.height_px) <= LARGEST_SIDE_PX
        and size.width_px * size.height_px <= largest_px
    )


def _most_dpi(size: PictureSize, largest_px: int) -> int:
    """Return the largest dpi that is possible at a picture's scale; less than 10 where none is."""
    scene, sheet = size.scene, size.sheet
    by_side = (LARGEST_SIDE_PX - 1) / max(sheet.width_mm, sheet.height_mm)
    by_area = math.sqrt(largest_px / (sheet.width_mm * sheet.height_mm))
    lower = math.floor(min(by_side, by_area) * MM_PER_INCH)
    while lower >= DPI_RANGE[0] and not _possible(_measure(scene, lower), largest_px):
        lower -= 1  # whole pixels are counted upwards
    return lower


def _possible_instead(
    size: PictureSize, build: Callable[[float], Scene], dpi: float, largest_px: int
) -> list[str]:
    """Return the largest dpi at this scale and the largest scale at this dpi, if any."""
    scale = size.scene.scale
    lower = _most_dpi(size, largest_px)
    found = [f"at most {lower} dpi"] if lower >= DPI_RANGE[0] else []
    smaller = largest_whole(scale, lambda whole: _possible(_measure(build(whole), dpi), largest_px))
    if smaller:
        found.append(f"a scale of at most {smaller}")
    return found or [f"less than {dpi:g} dpi and a scale below {scale:g}"]
