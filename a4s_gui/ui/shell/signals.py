"""Ctrl-C in the terminal closes the window as its own button does."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

_LOOK_IN_MS = 200


@contextmanager
def quit_on_signal(app: QApplication) -> Iterator[list[int]]:
    """Have SIGINT and SIGTERM close all windows meanwhile; yields the signals that have come."""
    came: list[int] = []

    def handle(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        app.quit()

    # Qt's loop waits outside Python, where no handler runs: it looks in on Python now and then.
    ticks = QTimer()
    ticks.timeout.connect(lambda: None)
    ticks.start(_LOOK_IN_MS)
    old = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield came
    finally:
        ticks.stop()
        for number, handler in old.items():
            signal.signal(number, handler)
