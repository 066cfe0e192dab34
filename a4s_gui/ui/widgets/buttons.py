"""Buttons without a frame."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QWidget

from a4s_gui.ui.widgets.layouts import set_tip


def tool_button(
    text: str = "", tip: str = "", *, name: str = "", parent: QWidget | None = None
) -> QToolButton:
    """Return a button; ``name`` is what it is called where it has an icon alone."""
    button = QToolButton(parent)
    button.setAutoRaise(True)
    button.setText(text)
    set_tip(button, tip)
    if name:
        button.setAccessibleName(name)
    return button
