"""Makes a button something to be dragged, besides what a click does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication


class DragSource(QObject):
    """Begins a drag when a button is pressed and the mouse moved away; the click is then none."""

    def __init__(self, button: QAbstractButton, begin: Callable[[], None]) -> None:
        super().__init__(button)
        self._button = button
        self._begin = begin
        self._pressed_at: QPointF | None = None
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the mouse on the button."""
        if isinstance(event, QMouseEvent):
            if event.type() is QEvent.Type.MouseButtonPress:
                left = event.button() is Qt.MouseButton.LeftButton
                self._pressed_at = event.position() if left else None
            elif event.type() is QEvent.Type.MouseButtonRelease:
                self._pressed_at = None
            elif event.type() is QEvent.Type.MouseMove and self._moved_far(event.position()):
                self._pressed_at = None
                self._button.setDown(False)
                self._begin()
                return True
        return super().eventFilter(watched, event)

    def _moved_far(self, place: QPointF) -> bool:
        if self._pressed_at is None or not self._button.isEnabled():
            return False
        moved = (place - self._pressed_at).manhattanLength()
        return moved >= QApplication.startDragDistance()
