"""Opens a window and prints the clock for each stage, when that was on the screen.

start.py bare | start.py a4s SETTINGS
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

if sys.argv[1] == "a4s":  # what the command does before it loads Qt
    import a4s_gui.cli

    gc.disable()
    import a4s_gui.commands.window  # noqa: F401

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

SIZE_PX = (1280, 820)


class _Painted(QObject):
    """Calls back once, when a widget and all in it have been painted."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False


def _say(stage: str) -> None:
    print(stage, time.time_ns(), flush=True)


def bare() -> None:
    """Open the least there is: a window with a label."""
    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("A4S"))
    window.resize(*SIZE_PX)

    def done() -> None:
        _say("window")
        app.quit()

    _Painted(window, done)
    window.show()
    app.exec()


def a4s(settings_file: Path) -> None:
    """Open the program's window as its command does."""
    from a4s_gui.ui.core.settings import Settings
    from a4s_gui.ui.shell.app import make_application, make_window

    app = make_application()
    window = make_window(app, "AXE540127", Settings(settings_file))

    def drawing_done() -> None:
        _say("drawing")
        app.quit()

    def drawing_comes() -> None:
        if window.drawing is not None:
            _Painted(window.drawing.canvas.viewport(), drawing_done)

    window.drawing_ready.connect(drawing_comes)
    _Painted(window, lambda: _say("window"))
    window.show()
    app.exec()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        a4s(Path(sys.argv[2]))
