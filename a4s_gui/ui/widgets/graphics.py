"""Telling a screen reader that a widget is a picture."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

_GRAPHICS: list[QAccessibleWidget] = []
"""Qt frees an interface with its widget; one that Python frees before is a crash."""


def describe_as_graphic(widget: QWidget) -> None:
    """Have a widget that paints be a graphic to a screen reader, of its own name and description.

    To Qt it is any area, which some readers pass over.
    """
    _GRAPHICS[:] = [made for made in _GRAPHICS if isValid(made)]
    _GRAPHICS.append(QAccessibleWidget(widget, QAccessible.Role.Graphic))
    QAccessible.registerAccessibleInterface(_GRAPHICS[-1])
