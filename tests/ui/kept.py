"""One window for many tests, put back before each to what it shows when it is opened.

A window of its own takes a test longer than all else that it does.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from a4s_gui.session.changes import Change
from a4s_gui.session.settings_table import HINT, THEME
from a4s_gui.session.state import State
from a4s_gui.session.steps.history import History
from a4s_gui.session.steps.trail import Trail
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.pages.searched_text import SearchedText
from a4s_gui.ui.shell.app import make_application, make_window
from a4s_gui.ui.shell.main_window import MainWindow

FIRST_SIZE = QSize(1280, 800)
_PATIENCE_MS = 20_000


class KeptWindow:
    """A shown window, and how to put it back.

    Parameters
    ----------
    window
        The window as it was opened.
    settings
        Its settings.
    """

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        self.window = window
        self._settings = settings
        self._state = window.controller.state
        self._layout = window.saveState()
        self._columns = window.table.saved_columns()

    def put_back(self) -> MainWindow:
        """Return the window with all as at first, but that panels which were made stay made."""
        window = self.window
        self._forget_settings()
        window.search.stop_explaining()
        window.theme.set_mode(THEME.default)
        moved = self._put_back_size()
        begin_again(window.controller, self._state)
        for page in window.findChildren(SearchedText):
            page.search.clear()
        window.table.restore_columns(self._columns)
        window.notice.show_message("")
        window.refusal.hide()
        window.status_line.show_message("")
        window.stage.measure(on=False)
        window.stage.fit()
        QGuiApplication.clipboard().clear()
        window.activateWindow()
        window.search.setFocus()
        # What is asked for again is shown before the test begins.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        if moved:  # panels that were made ask for more room than their empty places did
            self._layout = window.saveState()
        return window

    def _forget_settings(self) -> None:
        file = self._settings._file
        file.clear()
        self._settings.set(HINT, value=False)

    def _put_back_size(self) -> bool:
        """Put the panels where they were; return whether any was not."""
        window = self.window
        window.setWindowState(Qt.WindowState.WindowNoState)
        if window.size() != FIRST_SIZE:
            window.resize(FIRST_SIZE)
        moved = window.saveState() != self._layout
        if moved:
            window.named_actions["restore-layout"].trigger()
        return moved


def begin_again(controller: Controller, state: State) -> None:
    """Show a first choice, with no step to take back and no pair to go back to."""
    controller.apply(lambda _: state)
    assert controller.state == state
    controller._history = History()
    controller._trail = Trail(came_s=controller._clock())
    controller.changed.emit(Change(state, state, frozenset()))


def settings_after_the_first_start() -> Settings:
    """Return the user's settings, with the hint of a first start closed."""
    settings = Settings()
    settings.set(HINT, value=False)
    return settings


def open_window(
    app: QApplication, part: str | None, settings: Settings, size: QSize = FIRST_SIZE
) -> MainWindow:
    """Open a window as the program does, shown and with the drawing in place."""
    make_application()
    window = make_window(app, part, settings)
    window.resize(size)
    shown = QSignalSpy(window.drawing_ready)
    window.show()
    assert shown.count() or shown.wait(_PATIENCE_MS)
    return window


def open_kept(app: QApplication) -> KeptWindow:
    """Open a window on AXE540127/AXE640124 with settings of its own."""
    settings = settings_after_the_first_start()
    return KeptWindow(open_window(app, "AXE640124", settings), settings)
