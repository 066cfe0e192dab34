"""One line of text that gives way where there is no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from a4s_gui.ui.widgets.layouts import wrapped


class ElidedLabel(QLabel):
    """Shows as much of a text as there is room for.

    Its tool tip has all of it: where it is cut, and always where there is more to tell.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole, self._more = "", ""
        """The text, shown whole or not, and what stands beneath it in the tool tip."""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, text: str, more: str = "") -> None:
        """Show a text; ``more`` stands beneath it in the tool tip."""
        if (text, more) != (self.whole, self._more):
            self.whole, self._more = text, more
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        width = self.contentsRect().width() - max(self.indent(), 0)
        fitted = metrics.elidedText(self.whole, Qt.TextElideMode.ElideRight, width)
        self.setText(fitted)
        whole = self.whole if fitted != self.whole or self._more else ""
        self.setToolTip(wrapped("\n".join(filter(None, (whole, self._more)))))
