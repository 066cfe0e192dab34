"""A small picture of the sheet that an export will hold."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from a4s_gui.drawing.palette import PAPER
from a4s_gui.export.layout import Layout
from a4s_gui.render.qt.painter import paint_sheet

_SIZE = QSize(380, 300)


class ExportPreview(QLabel):
    """Shows a drawing as its sheet looks at a scale, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Preview of the sheet")

    def show_sheet(self, layout: Layout) -> None:
        """Paint a drawing on its sheet."""
        scene, sheet = layout.scene, layout.sheet
        ratio = self.devicePixelRatioF()
        room = self.contentsRect().size() - QSize(16, 16)
        px_per_mm = min(room.width() / sheet.width_mm, room.height() / sheet.height_mm)
        pixmap = QPixmap(
            max(1, round(sheet.width_mm * px_per_mm * ratio)),
            max(1, round(sheet.height_mm * px_per_mm * ratio)),
        )
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(PAPER.background))
        painter = QPainter(pixmap)
        # Half a pixel at least, or thin lines would be the only thing to be seen of a large sheet.
        paint_sheet(painter, scene, sheet, PAPER, px_per_mm, finest_px=0.5 / ratio)
        painter.end()
        self.setPixmap(pixmap)
