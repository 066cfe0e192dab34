"""Ctrl-C in the terminal closes the window as its own button does."""

from __future__ import annotations

import os
import signal
from types import FrameType, TracebackType
from typing import Self

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

_LOOK_IN_MS = 200


class SignalHandler:
    """While entered, SIGINT and SIGTERM close all windows.

    Qt's loop waits outside Python, where no signal handler runs: the signal's own byte on a pipe
    wakes it.
    """

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.came = False
        """Whether a signal has come."""
        self._ends: tuple[int, ...] = ()
        self._ticks = QTimer()
        self._ticks.timeout.connect(lambda: None)

    def __enter__(self) -> Self:
        """Listen."""
        if os.name == "nt":
            # Qt cannot wait for a pipe there: look in on Python now and then.
            self._ticks.start(_LOOK_IN_MS)
        else:
            self._listen_to_pipe()
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
        self._ticks.stop()
        if self._ends:
            signal.set_wakeup_fd(self._old_fd)
            self._notifier.setEnabled(False)
            for end in self._ends:
                os.close(end)

    def _listen_to_pipe(self) -> None:
        self._ends = os.pipe()
        for end in self._ends:
            os.set_blocking(end, False)
        read, write = self._ends
        self._notifier = QSocketNotifier(read, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._woken)
        self._old_fd = signal.set_wakeup_fd(write, warn_on_full_buffer=False)

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        self.came = True
        self._app.quit()

    def _woken(self) -> None:
        # Being back in Python is enough: the handler runs before this line.
        os.read(self._ends[0], 64)
