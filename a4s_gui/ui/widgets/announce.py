"""Telling what happens to those who cannot see it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_Politeness = QAccessible.AnnouncementPoliteness


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have a screen reader say a line that has come up in the window.

    Parameters
    ----------
    widget
        Where it came up.
    text
        The line; an empty one is not said.
    at_once
        Whether it goes before what is being read: what is refused, or went wrong.
    """
    if text:
        event = QAccessibleAnnouncementEvent(widget, text)
        event.setPoliteness(_Politeness.Assertive if at_once else _Politeness.Polite)
        QAccessible.updateAccessibility(event)
