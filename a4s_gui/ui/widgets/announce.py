"""Telling those who cannot see it what a widget is and what happens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAccessibleWidget

_WINDOW_READ_MS = 500
_GRAPHICS: list[QAccessibleWidget] = []
"""Qt frees an interface with its widget; one that Python frees before is a crash."""


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


def describe_as_graphic(widget: QWidget) -> None:
    """Have a widget that paints be a graphic to a screen reader, of its own name and description.

    To Qt it is any area, which some readers pass over.
    """
    from PySide6.QtGui import QAccessible  # noqa: PLC0415 - as above
    from PySide6.QtWidgets import QAccessibleWidget  # noqa: PLC0415 - as above

    _GRAPHICS[:] = [made for made in _GRAPHICS if isValid(made)]
    _GRAPHICS.append(QAccessibleWidget(widget, QAccessible.Role.Graphic))
    QAccessible.registerAccessibleInterface(_GRAPHICS[-1])
