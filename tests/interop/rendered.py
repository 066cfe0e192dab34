"""Pictures that librsvg and poppler make of exported files, and how to measure lines in them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QImage

InkArray = npt.NDArray[np.float64]
RSVG, PDFTOPPM, PDFTOCAIRO = "rsvg-convert", "pdftoppm", "pdftocairo"


class Picture:
    """A picture as the ink in each pixel, from 0 to 1, of a known number of pixels a mm."""

    def __init__(self, image: QImage, px_per_mm: float) -> None:
        assert not image.isNull()
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        lines = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), -1)
        self.ink = 1 - lines[:, : grey.width()] / 255
        self.px_per_mm = px_per_mm

    def line_mm(self, near_mm: float, across_mm: float, *, upright: bool) -> float:
        """Return the middle of a line, in mm of paper, to a fraction of a pixel.

        An upright line is looked for within half a millimetre of an x, in the row at a y; a level
        one near a y, in the column at an x.
        """
        across = int(across_mm * self.px_per_mm)
        ink = self.ink[across] if upright else self.ink[:, across]
        first = round((near_mm - 0.5) * self.px_per_mm)
        near = ink[first : round((near_mm + 0.5) * self.px_per_mm)]
        assert near.sum() > 0.5, "there is no line"
        middles = first + np.arange(len(near)) + 0.5
        return float((near * middles).sum() / near.sum() / self.px_per_mm)

    def part(self, left_mm: float, top_mm: float, width_mm: float, height_mm: float) -> InkArray:
        """Return the ink in a rectangle of the paper, which lies on whole pixels or nearly so."""
        left, top, width, height = (
            round(mm * self.px_per_mm) for mm in (left_mm, top_mm, width_mm, height_mm)
        )
        found = self.ink[top : top + height, left : left + width]
        assert found.shape == (height, width)
        return found


def run(*command: str | Path) -> str:
    """Run a program that must have nothing to complain about; return what it says."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def svg_picture(file: Path, dpi: float) -> Picture:
    """Return what librsvg makes of an SVG file."""
    target = file.with_suffix(".svg.png")
    run(
        RSVG,
        "--background-color",
        "white",
        "--dpi-x",
        str(dpi),
        "--dpi-y",
        str(dpi),
        "-o",
        target,
        file,
    )
    return Picture(QImage(str(target)), dpi / 25.4)


def pdf_picture(file: Path, dpi: float, program: str = PDFTOPPM) -> Picture:
    """Return what poppler makes of a PDF file."""
    target = file.with_suffix(".pdf.png")
    run(program, "-png", "-r", str(dpi), "-singlefile", file, target.with_suffix(""))
    return Picture(QImage(str(target)), dpi / 25.4)


def assert_same(one: InkArray, other: InkArray) -> None:
    """Hold two pictures against each other; edges may be shaded differently, nothing else."""
    assert other.mean() > 0.01
    assert one.mean() == pytest.approx(other.mean(), rel=0.03)
    assert (abs(one - other) > 0.5).mean() < 1e-4
