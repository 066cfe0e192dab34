"""Telling those who cannot see it what a widget is and what happens."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

_WINDOW_READ_MS = 500


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have a screen reader say a line that has come up in the window.

    An empty line is not said. ``at_once`` is for what goes before that which is being read: what is
    refused, or went wrong.
    """
    if text and widget.isVisible():
        _announce(widget, text, at_once=at_once)
    elif text:  # when the window has come up, and been read
        say = partial(_announce, widget, text, at_once=at_once)
        QTimer.singleShot(_WINDOW_READ_MS, widget, say)


def _announce(widget: QWidget, text: str, *, at_once: bool) -> None:
    # Not at the start, which these two take a hundredth of.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

    politeness = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
