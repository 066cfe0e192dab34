"""Pictures held against those that were looked at and accepted, with room for another rasteriser.

``ACCEPT=1 make test ARGS="-k golden"`` writes the accepted ones anew; they are looked at before
they are committed. Where a picture differs, ``build/golden`` has it, and what differs in red.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

ACCEPTED = Path(__file__).parent
BUILD = Path(__file__).parents[2] / "build" / "golden"
ACCEPT = "ACCEPT"

# Another Qt may set the grey of edges otherwise, all over the picture but by little. At 150 dpi, 5
# and 6 that change places on one half turn some 20 of 800,000 pixels by more than a quarter of 255.
MOST_MEAN = 0.3
"""The mean difference of all colours, of 255."""
GREAT = 64
"""A pixel differs when one of its colours does so by more than this, of 255."""
MOST_SHARE = 0.00001
"""The share of pixels that may differ."""

Colours = np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]


@dataclass(frozen=True)
class Difference:
    """How far two pictures of one size are apart."""

    mean: float
    share: float
    red: Colours

    @property
    def tolerable(self) -> bool:
        return self.mean <= MOST_MEAN and self.share <= MOST_SHARE


def colours(image: QImage) -> Colours:
    """Return blue, green and red of each pixel, from the top left."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint8)
    return pixels.reshape(plain.height(), plain.width(), 4)[..., :3].copy()


def difference(actual: Colours, expected: Colours) -> Difference:
    apart = np.abs(actual.astype(np.int16) - expected)
    differs = apart.max(axis=-1) > GREAT
    red = 255 - (255 - expected) // 4
    red[apart.max(axis=-1) > 0] = (160, 160, 255)
    red[differs] = (0, 0, 255)
    return Difference(float(apart.mean()), float(differs.mean()), red)


def check(name: str, image: QImage) -> None:
    """Fail where a picture is not the accepted one; accept it where that is asked for."""
    file = ACCEPTED / f"{name}.png"
    if os.environ.get(ACCEPT):
        write(image, file)
        pytest.skip(f"{file} is accepted; look at it before you commit it")
    accepted = QImage(str(file))
    if problem := _problem(name, image, accepted):
        kept = BUILD / f"{name}-actual.png"
        write(image, kept)
        pytest.fail(f'{problem}; see {kept.parent}, or {ACCEPT}=1 make test ARGS="-k golden"')


def _problem(name: str, image: QImage, accepted: QImage) -> str:
    if accepted.isNull():
        return f"there is no {name}.png yet"
    if image.size() != accepted.size():
        sizes = [f"{i.width()} x {i.height()} px" for i in (image, accepted)]
        return f"{name} is {sizes[0]}, accepted is {sizes[1]}"
    found = difference(colours(image), colours(accepted))
    if found.tolerable:
        return ""
    write(_image(found.red), BUILD / f"{name}-difference.png")
    return f"{name} differs in {found.share:.3%} of its pixels, by {found.mean:.2f} on the whole"


def _image(pixels: Colours) -> QImage:
    height, width, _ = pixels.shape
    opaque = np.concatenate([pixels, np.full((height, width, 1), 255, np.uint8)], axis=-1)
    return QImage(opaque.tobytes(), width, height, QImage.Format.Format_RGB32).copy()


def write(image: QImage, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    assert image.save(str(file), "PNG", 0)  # type: ignore[call-overload]
