"""A panel that is made when it is first seen: the window opens no slower for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

P = TypeVar("P", bound=QWidget)


class LatePanel(QWidget, Generic[P]):
    """Holds the room of a panel until it is shown.

    Parameters
    ----------
    make
        Makes the panel.
    """

    def __init__(self, make: Callable[[], P], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._panel: P | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def panel(self) -> P:
        """The panel, made now if it was never seen."""
        if self._panel is None:
            self._panel = self._make()
            self._column.addWidget(self._panel)
        return self._panel

    def sizeHint(self) -> QSize:
        """Return the width that side panels have at first."""
        return QSize(self.fontMetrics().averageCharWidth() * 52, 500)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Make the panel: it is seen now. A tab behind others is shown too, but never painted."""
        if self._panel is None:
            QTimer.singleShot(0, self, lambda: self.panel)
