"""Labels of plain or rich text: wrapped, selected, bold, dimmed."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

_MARKUP = re.compile("<|&(?=lt;)")
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

    A ``rich`` text is HTML: what comes from users and files must be plain. ``flags`` say how the
    text can be selected, and links followed; ``None`` is not at all.
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


def never_rich(text: str) -> str:
    """Return a text that is shown as it is where Qt itself looks whether it is HTML.

    Tool tips and message boxes do. A character without width behind each ``<`` makes it no tag.
    """
    return _MARKUP.sub("\\g<0>\u2060", text)


def set_bold(widget: QWidget, *, on: bool = True) -> None:
    """Write a widget's text in bold, or not."""
    font = widget.font()
    font.setBold(on)
    widget.setFont(font)


def smaller(font: QFont, share: float) -> QFont:
    """Return a font at a share of its size that can still be read."""
    small = QFont(font)
    small.setPointSizeF(max(6.0, font.pointSizeF() * share))
    return small
