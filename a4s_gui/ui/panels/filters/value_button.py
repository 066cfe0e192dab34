"""One value of a facet, to click: its label, how many rows it leads to, whether it is picked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from a4s_gui.catalog.numbers import pluralize
from a4s_gui.catalog.selection.query import FacetValue
from a4s_gui.ui.widgets.labels import smaller
from a4s_gui.ui.widgets.layouts import set_tip

_ROUND_PX = 3.0
_GAP_PX = 6
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ValueButton(QAbstractButton):
    """Shows a facet value; a click changes nothing here, the controller decides.

    It is a small tile (``chip``), for many values side by side, or a line with a check box.
    ``label`` is written on it; the full wording of the value stands in its tool tip.
    """

    arrow_pressed = Signal(int, int)
    """Columns and rows to move the focus by."""

    def __init__(self, value: FacetValue, label: str, *, chip: bool) -> None:
        super().__init__()
        self._chip = chip
        self.setText(label)
        self.setCheckable(True)
        self.toggled.connect(self._pick)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        horizontal = QSizePolicy.Policy.Expanding
        self.setSizePolicy(horizontal, QSizePolicy.Policy.Fixed)
        self._show(value)

    def show_value(self, value: FacetValue) -> None:
        """Show the value as the query gave it."""
        if value != self.value:
            self._show(value)

    def _show(self, value: FacetValue) -> None:
        self.value = value
        self._count = str(value.rows)
        self.setChecked(value.selected)
        self.setEnabled(value.enabled)
        tip = value.reason or _describe(value)
        set_tip(self, tip)
        self.setAccessibleName(value.label)
        self.setAccessibleDescription(value.reason or pluralize(value.rows, "pair"))
        self.update()

    def nextCheckState(self) -> None:
        """Leave the check mark alone: what is picked comes back from the controller."""

    def _pick(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        """Take for a click what a screen reader toggles."""
        if on != self.value.selected:
            self.setChecked(self.value.selected)
            self.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the values with the arrow keys; Return picks as Space does."""
        if event.key() in _ARROWS:
            self.arrow_pressed.emit(*_ARROWS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room the label and a count of two digits take."""
        metrics = self.fontMetrics()
        small = QFontMetrics(self._count_font())
        height = metrics.height() + (8 if self._chip else 6)
        width = metrics.horizontalAdvance(self.text()) + small.horizontalAdvance("00")
        if self._chip:
            return QSize(width + 14, height)
        return QSize(width + self._box_side() + 4 * _GAP_PX, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same as the size hint: nothing is ever cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tile or the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chip:
            self._paint_chip(painter)
        else:
            self._paint_line(painter)
        if self.hasFocus():
            # Drawn here, not by the style: Python would make all of QStyle's enums for it, which
            # takes a tenth of the start.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            role = QPalette.ColorRole.WindowText
            painter.setPen(QPen(self.palette().color(role), 1, Qt.PenStyle.DotLine))
            frame = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
            painter.drawRoundedRect(frame, _ROUND_PX, _ROUND_PX)

    def _paint_chip(self, painter: QPainter) -> None:
        palette = self.palette()
        role = QPalette.ColorRole
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink = palette.color(role.ButtonText)
        if self.isEnabled():
            fill, edge = palette.color(role.Base), palette.color(role.Mid)
            if self.isChecked():
                fill = edge = palette.color(role.Highlight)
                ink = palette.color(role.HighlightedText)
            if self.isDown():
                fill = fill.darker(110)
            elif self.underMouse():
                edge = palette.color(role.Highlight)
            painter.setPen(QPen(edge, 1))
            painter.setBrush(fill)
            painter.drawRoundedRect(frame, _ROUND_PX, _ROUND_PX)
        elif self.isChecked():
            painter.setPen(QPen(palette.color(role.Highlight), 1))
            painter.drawRoundedRect(frame, _ROUND_PX, _ROUND_PX)
        inside = self.rect().adjusted(_GAP_PX, 0, -_GAP_PX + 1, 0)
        self._paint_texts(painter, inside, ink)

    def _paint_line(self, painter: QPainter) -> None:
        palette = self.palette()
        role = QPalette.ColorRole
        if self.isEnabled() and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(role.Midlight))
            painter.drawRoundedRect(QRectF(self.rect()), _ROUND_PX, _ROUND_PX)
        side = self._box_side()
        self._paint_box(painter, QRectF(_GAP_PX, (self.height() - side) // 2, side, side))
        inside = self.rect().adjusted(side + 2 * _GAP_PX, 0, -_GAP_PX, 0)
        self._paint_texts(painter, inside, palette.color(role.ButtonText))

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        """Paint the check box; Fusion's own cannot be seen on a dark panel."""
        palette = self.palette()
        role = QPalette.ColorRole
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
        picked, usable = self.isChecked(), self.isEnabled()
        edge = role.Highlight if picked or (usable and self.underMouse()) else role.Dark
        if edge is role.Dark and not usable:
            edge = role.Mid
        filled = picked and usable
        painter.setPen(QPen(palette.color(edge), 1))
        painter.setBrush(palette.color(role.Highlight if filled else role.Base))
        painter.drawRoundedRect(frame, _ROUND_PX, _ROUND_PX)
        if picked:
            pen = QPen(palette.color(role.HighlightedText if usable else role.Highlight), 1.8)
            painter.setPen(pen)
            side = box.width()
            points = [(0.24, 0.52), (0.43, 0.71), (0.77, 0.3)]
            at = [QPointF(box.x() + x * side, box.y() + y * side) for x, y in points]
            painter.drawPolyline(at)

    def _paint_texts(self, painter: QPainter, inside: QRect, ink: QColor) -> None:
        align = Qt.AlignmentFlag
        painter.setPen(QPen(ink))
        painter.setFont(self.font())
        painter.drawText(inside, align.AlignLeft | align.AlignVCenter, self.text())
        painter.setFont(self._count_font())
        if self.isEnabled() and not (self._chip and self.isChecked()):
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(inside, align.AlignRight | align.AlignVCenter, self._count)

    def _count_font(self) -> QFont:
        return smaller(self.font(), 0.82)

    def _box_side(self) -> int:
        return self.fontMetrics().ascent() + 2


def _describe(value: FacetValue) -> str:
    if value.selected:
        return (
            f"{value.label}: picked, {pluralize(value.rows, 'pair')}; click again to leave it out"
        )
    return f"{value.label}: {pluralize(value.rows, 'pair')}"
