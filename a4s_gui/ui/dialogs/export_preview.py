"""A small picture of the sheet that an export will hold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QSizePolicy

from a4s_gui.drawing.palette import PAPER
from a4s_gui.export.layout import Layout
from a4s_gui.render.qt.painter import paint_sheet
from a4s_gui.ui.widgets.announce import describe_as_graphic

_SIZE = QSize(380, 300)


class ExportPreview(QFrame):
    """Shows a drawing as its sheet looks at a scale, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._layout: Layout | None = None
        self._picture: QPixmap | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFixedSize(_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Preview of the sheet")
        describe_as_graphic(self)

    def show_sheet(self, layout: Layout | None) -> None:
        """Show a drawing on its sheet, or nothing; what is not seen is not painted."""
        self._layout, self._picture = layout, None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet in the middle of the frame."""
        super().paintEvent(event)
        if self._layout is not None:
            self._picture = self._picture or self._painted(self._layout)
            place = QRectF(QPointF(), self._picture.deviceIndependentSize())
            place.moveCenter(QRectF(self.contentsRect()).center())
            painter = QPainter(self)
            painter.drawPixmap(place.topLeft().toPoint(), self._picture)
            painter.end()

    def _painted(self, layout: Layout) -> QPixmap:
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
        return pixmap
