"""The Qt application that painting needs, with or without a window or a display."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

_own: QGuiApplication | None = None


def ensure_gui_application() -> None:
    """Make sure there is a ``QGuiApplication``; where none is, make one that needs no display.

    The platform is named on Qt's command line, which outranks ``QT_QPA_PLATFORM``: a file is
    painted alike wherever the environment would have the window opened.
    """
    global _own  # noqa: PLW0603 # it must live as long as the process
    if QCoreApplication.instance() is None:
        qInstallMessageHandler(_pass_on)
        _own = QGuiApplication(["a4s-gui", "-platform", "offscreen"])
        qInstallMessageHandler(None)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Write what Qt says, but for four lines on a locale without UTF-8: no text of files is its."""
    # Where standard error is closed, print would take standard output.
    if sys.stderr is not None and not text.startswith("Detected locale"):
        print(text, file=sys.stderr)
