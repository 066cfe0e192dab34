"""The Qt application that painting needs, with or without a window or a display."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

_own: QGuiApplication | None = None


def ensure_gui_application() -> None:
    """Make sure there is a ``QGuiApplication``; where none is, make one that needs no display.

    The platform is named on Qt's command line, which outranks ``QT_QPA_PLATFORM``: a file is
    painted alike wherever the environment would have the window opened.
    """
    global _own  # noqa: PLW0603 # it must live as long as the process
    if QCoreApplication.instance() is None:
        _own = QGuiApplication(["a4s-gui", "-platform", "offscreen"])
