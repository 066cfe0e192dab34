"""Labels: of plain or rich text, wrapped, selected, dimmed, and one that gives way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def text_label(
    text: str = "",
    *,
    rich: bool = False,
    wrap: bool = True,
    bold: bool = False,
    dim: bool = False,
    flags: Qt.TextInteractionFlag | None = None,
) -> QLabel:
    """Return a label.

    Parameters
    ----------
    text
        What it shows.
    rich
        Whether the text is HTML; what comes from users and files must be plain.
    wrap
        Whether long lines are broken.
    bold, dim
        How it stands out, or stands back.
    flags
        How the text can be selected, and links followed; ``None`` for not at all.
    """
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if bold:
        set_bold(label)
    if dim:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    if flags is not None:
        label.setTextInteractionFlags(flags)
    return label


def set_bold(widget: QWidget, *, on: bool = True) -> None:
    """Write a widget's text in bold, or not."""
    font = widget.font()
    font.setBold(on)
    widget.setFont(font)


class ElidedLabel(QLabel):
    """One line of text that gives way where there is no room; its tool tip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def whole(self) -> str:
        """The text, shown whole or not."""
        return self._whole

    def show_text(self, text: str, tip: str = "") -> None:
        """Show a text; without a tip of its own it has one where it is cut."""
        self._whole, self._tip = text, tip
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        fitted = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(fitted)
        self.setToolTip(self._tip or (self._whole if fitted != self._whole else ""))
