"""The field of one length or ratio: typed freely, stepped by arrows, keys and wheel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from a4s_gui.ui.widgets.line_edits import LONGEST_NUMBER, TypedField


class FigureField(QAbstractSpinBox):
    """Takes any text: whoever listens says what of it is possible."""

    typed = Signal(str)
    """The text, after the user has changed it."""
    stepped = Signal(int)
    """So many steps up, or down."""
    left = Signal()
    """The user is done: Return, or the focus went on."""
    cancelled = Signal()
    """Escape: what was there before is wanted back."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self._line = TypedField(LONGEST_NUMBER)
        # Qt's own name: by it Qt takes field and line for one thing that a screen reader finds.
        self._line.setObjectName("qt_spinbox_lineedit")
        self.setLineEdit(self._line)
        # Without the focus the wheel scrolls the panel that the field is in.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line.typed.connect(self.typed)
        self.editingFinished.connect(self.left)
        self.setFixedWidth(field_width_px(self))

    def show_text(self, text: str) -> None:
        """Show a text that the user has not typed."""
        self._shown = text
        if self.text() != text:
            self._line.show_text(text)

    def stepBy(self, steps: int) -> None:
        """Ask for a step."""
        self.stepped.emit(steps)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Allow steps up and down at all times."""
        flags = QAbstractSpinBox.StepEnabledFlag
        return flags.StepUpEnabled | flags.StepDownEnabled

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only where the user is; elsewhere the panel scrolls and no figure changes."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Escape, where something was typed; all else is the field's own."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text() == self._shown:
                event.ignore()
            else:
                self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def field_width_px(widget: QWidget) -> int:
    """Return the width that the longest figure needs, with room for buttons beside it."""
    metrics = widget.fontMetrics()
    return metrics.horizontalAdvance("−0.88888") + 2 * metrics.height()
