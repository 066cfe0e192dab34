"""Keeps what the window holds: a moment after each change, and when it is closed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from a4s_gui.session.session_text import encode_session
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.session_file import SessionFile

_PAUSE_MS = 2_000
"""So long nothing has changed when a session is written: writing waits for the disk."""


class SessionKeeper(QObject):
    """Writes the session of one window."""

    def __init__(self, controller: Controller, session: SessionFile, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._session = session
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.save)
        controller.changed.connect(self._wait)

    def save(self) -> None:
        """Write what the window holds now."""
        if not self._session.save(encode_session(self._controller.state)):
            self._controller.message.emit(self._session.message)

    def _wait(self) -> None:
        self._timer.start()

    def close(self) -> None:
        """Write what the window held last; nothing is written after it."""
        self._timer.stop()
        self._session.close(encode_session(self._controller.state))
