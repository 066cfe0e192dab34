"""Buttons side by side of which one is down: a small choice that shows all it offers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from a4s_gui.ui.widgets.layouts import fill_box


class Segments(QWidget):
    """Buttons of actions that exclude each other, side by side without a gap."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = [_segment(action) for action in actions]
        fill_box(QHBoxLayout(self), *self.buttons, margins=(2, 2, 2, 2), spacing=0)


def _segment(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAutoRaise(True)  # a frame around each would hide in the dark which one is down
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button
