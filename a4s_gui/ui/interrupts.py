"""Ctrl-C in the terminal closes the window as its own button does."""

from __future__ import annotations

import signal
import socket
from types import FrameType, TracebackType
from typing import Self

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication


class Interrupts:
    """While entered, SIGINT and SIGTERM close all windows.

    Qt's loop waits outside Python, where no signal handler runs: the signal's own byte on a socket
    wakes it.
    """

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.came = False
        """Whether a signal has come."""

    def __enter__(self) -> Self:
        """Listen."""
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)  # noqa: FBT003 - positional only
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._woken)
        self._old_fd = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._old = {
            number: signal.signal(number, self._handle)
            for number in (signal.SIGINT, signal.SIGTERM)
        }
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Listen no longer."""
        for number, handler in self._old.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._old_fd)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        self.came = True
        self._app.quit()

    def _woken(self) -> None:
        # Being back in Python is enough: the handler runs before this line.
        self._read.recv(64)
