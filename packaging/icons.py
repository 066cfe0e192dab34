"""Draws the program's icon as a PNG; run by the Python that has Qt: icons.py SVG SIZE PNG ..."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def draw(svg: str, size_px: int, png: str) -> None:
    """Draw a square picture on a transparent ground; end the program where that fails."""
    renderer = QSvgRenderer(svg)
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if not renderer.isValid() or not image.save(png):
        raise SystemExit(f"{png}: cannot be drawn from {svg}")


if __name__ == "__main__":
    app = QGuiApplication(["icons", "-platform", "offscreen"])
    source, *wanted = sys.argv[1:]
    for size, target in zip(wanted[::2], wanted[1::2], strict=True):
        draw(source, int(size), target)
