"""The cell that shows a reading on the scale of its figure."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from a4s_gui.drawing.style import ColorRole
from a4s_gui.ui.core.theme import mark_colour
from a4s_gui.ui.panels.evidence.evidence_rows import EvidenceRow
from a4s_gui.ui.widgets.tables.table_model import ROW_ROLE, Index

_STEP_MM = 0.1
_MARK_PX = 4.0
_MARGIN_PX = 6.0


class ValueScale(QStyledItemDelegate):
    """Draws lines 0.1 mm apart, a long one at the drawn figure, and a mark at the reading."""

    span_mm = 1.0
    """From the left end of every scale to its right one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell; that of a figure's own line has only its ground."""
        super().paint(painter, option, index)
        row = index.data(ROW_ROLE)
        if not isinstance(row, EvidenceRow) or row.one is None:
            return
        rect, palette, state = option.rect, option.palette, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter, QRectF(rect), row, _inks(palette, chosen=chosen))
        painter.restore()

    def place_px(self, row: EvidenceRow, value_mm: float, rect: QRectF) -> float:
        """Return where a value stands in a cell; it may be beyond the cell's edges."""
        per_mm = (rect.width() - 2 * _MARGIN_PX) / self.span_mm
        return rect.center().x() + (value_mm - row.middle_mm) * per_mm

    def _paint_scale(
        self, painter: QPainter, rect: QRectF, row: EvidenceRow, inks: tuple[QColor, ...]
    ) -> None:
        faint, drawn, mark = inks
        first = ceil((row.middle_mm - self.span_mm / 2) / _STEP_MM)
        painter.setPen(QPen(faint, 1))
        for number in range(first, first + ceil(self.span_mm / _STEP_MM) + 1):
            x = self.place_px(row, number * _STEP_MM, rect)
            if rect.left() < x < rect.right():
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        x = self.place_px(row, row.drawn_mm, rect)
        painter.setPen(QPen(drawn, 2))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        painter.setPen(QPen(mark, 1.5))
        painter.setBrush(mark if row.is_drawn else Qt.BrushStyle.NoBrush)
        _paint_mark(painter, rect, self.place_px(row, row.one.value_mm if row.one else 0.0, rect))


def _paint_mark(painter: QPainter, rect: QRectF, x: float) -> None:
    """Draw a circle; where the value is off the scale, a triangle that points to it."""
    y, r = rect.center().y(), _MARK_PX
    left, right = rect.left() + _MARGIN_PX, rect.right() - _MARGIN_PX
    if left - r <= x <= right + r:
        painter.drawEllipse(QPointF(x, y), r, r)
        return
    edge, tip = (left, -r) if x < left else (right, r)
    points = (QPointF(edge + tip, y), QPointF(edge - tip, y - r), QPointF(edge - tip, y + r))
    painter.drawPolygon(QPolygonF(points))


def _inks(palette: QPalette, *, chosen: bool) -> tuple[QColor, ...]:
    """Return the colours of lines, of the drawn figure and of marks."""
    if chosen:
        text = palette.color(QPalette.ColorRole.HighlightedText)
        faint = QColor(text)
        faint.setAlpha(80)
        return faint, text, text
    drawn = QColor(mark_colour(ColorRole.MEASURE))
    return palette.color(QPalette.ColorRole.Mid), drawn, palette.color(QPalette.ColorRole.Text)
