"""A notice above the drawing that stays until it is closed, for what the user should not miss."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.widgets.announce import announce
from a4s_gui.ui.widgets.buttons import tool_button
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import fill_box


class NoticeBar(QFrame):
    """Hidden until there is something to say."""

    closed = Signal()
    """The user has closed it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = text_label(flags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setAccessibleDescription("Notice")
        self.close_button = tool_button(tip="Close this notice", name="Close")
        self.close_button.setIcon(icon("close"))
        self.close_button.clicked.connect(self._close)
        line = fill_box(QHBoxLayout(self), self.label, grow=self.label, margins=(8, 4, 4, 4))
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Midlight)
        self.hide()

    def show_message(self, text: str) -> None:
        """Show a notice; an empty one shows nothing."""
        self.setVisible(bool(text))
        self.put(text)
        announce(self.label, text, at_once=True)

    def put(self, text: str) -> None:
        """Say the same in other words or lines; whoever has heard it does not hear it again."""
        self.label.setText(text)
        if self.isVisible():  # before it is, it has no width of its own
            self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the room that the text takes at another width."""
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        """Ask for room for all lines: a main window knows of one line only, and would cut into it.

        Between its docks it goes by least heights, never by the height at a width.
        """
        lines_px = self.heightForWidth(self.width())
        self.setMinimumHeight(max(lines_px, 0))  # -1 while nothing in it is shown

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
