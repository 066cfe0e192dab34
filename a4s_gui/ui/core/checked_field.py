"""A field that says, beneath what was typed, why it cannot be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from a4s_gui.drawing.style import ColorRole
from a4s_gui.errors import A4sError
from a4s_gui.ui.core.theme import mark_colour
from a4s_gui.ui.widgets.announce import announce
from a4s_gui.ui.widgets.layouts import fill_box


class ProblemLabel(QLabel):
    """One message in a warning colour; it takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Return the height of all lines at the present width: a dialog would cut the last ones."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def show_error(self, error: A4sError) -> None:
        """Show what is wrong."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(mark_colour(ColorRole.PIN_1)))
        self.setPalette(palette)
        self.setText(str(error))
        self.show()
        announce(self, str(error), at_once=True)

    def clear(self) -> None:
        """Show nothing: all is well."""
        super().clear()
        self.hide()


class CheckedField(QWidget):
    """A field with room beneath it for the reason why what it holds is refused."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.problem = ProblemLabel()
        fill_box(QVBoxLayout(self), field, self.problem, spacing=2)
        self.setFocusProxy(field)

    def check(self, read: Callable[[], object]) -> bool:
        """Return whether what the field holds can be read; where it cannot, show why."""
        try:
            read()
        except A4sError as error:
            self.problem.show_error(error)
            return False
        self.problem.clear()
        return True
