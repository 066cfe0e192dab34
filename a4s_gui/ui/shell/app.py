"""Starting the window: application, fonts, colours, data, and what is said where they fail."""

from __future__ import annotations

import gc
import sys
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from a4s_gui import __version__
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.drawing.lettering import FONT_FILE
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.resources import resource_path
from a4s_gui.session import settings_table as table
from a4s_gui.session.session_store import first_state
from a4s_gui.session.session_text import SessionError
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.icons import program_icon
from a4s_gui.ui.core.session_file import SessionFile
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.core.theme import Theme
from a4s_gui.ui.shell.crash import CrashReporter
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.signals import quit_on_signal
from a4s_gui.ui.widgets.labels import never_rich
from a4s_gui.user_files import user_pattern_folder, user_session_folder

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""

_STARTED_MS = 2000
_LOOK_AFTER = (10_000, 10, 1)
"""So many new objects, net, are made between two searches for garbage; every tenth looks at those
that have outlived one, every twentieth at all since the start: dialogs are garbage of that kind."""
_UNSEEN_PLATFORMS = ("offscreen", "minimal")


def run(part: str | None = None, view: View | None = None) -> int:
    """Open the window and return the exit status once it is closed.

    ``part`` is the pair to open on: its id, or one or both of its part numbers. The view is that of
    the last window where none is given. An impossible part is an :class:`A4sError` before a window
    opens, a damaged file of the program one after a dialog has said so.
    """
    app = make_application()
    try:
        window = make_window(app, part, view=view)
    except A4sError as error:
        if part is None:
            show_fatal(error)
        raise
    CrashReporter(window).install()
    window.show()
    QTimer.singleShot(_STARTED_MS, collect_garbage)
    with quit_on_signal(app) as signals:
        status = app.exec()
    if app.platformName() in _UNSEEN_PLATFORMS:
        app.clipboard().clear()  # a picture that nobody can paste would end Qt by a fault
    return INTERRUPTED if signals else status


def make_application() -> QApplication:
    """Return the application, made where there is none, with its name, style and font."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # As Qt's own option: setStyle() returns the style, for which Python would make all of
        # QStyle's enumerations.
        app = QApplication([*sys.argv[:1], "-style=Fusion"])
    app.setApplicationName("a4s-gui")
    app.setApplicationDisplayName("A4S selector")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("a4s-gui")
    _make_text_readable(app)
    return app


def make_window(
    app: QApplication,
    part: str | None = None,
    settings: Settings | None = None,
    *,
    view: View | None = None,
) -> MainWindow:
    """Return the window with everything it needs, not yet shown; raises as :func:`run`."""
    catalog = load_catalog()
    pair_id = _pair_id(catalog, part) if part else None
    app.setWindowIcon(program_icon())
    settings = settings or Settings()
    theme = Theme(app, settings.get(table.THEME))
    library = PatternLibrary(user_pattern_folder())
    session = SessionFile(user_session_folder(settings.path))
    opening = partial(
        first_state, catalog=catalog, pair_id=pair_id, view=view, load_pattern=library.find
    )
    try:
        state, lost = opening(session.read())
    except SessionError as error:
        session.put_aside(str(error))
        state, lost = opening("")
    controller = Controller(catalog, state, library.find)
    window = MainWindow(controller, settings, theme, library, session)
    notices = filter(None, (settings.message, session.message, lost))
    window.notice.show_message("\n".join(notices))
    return window


def _pair_id(catalog: Catalog, part: str) -> str:
    from a4s_gui.catalog.selection.resolve import resolve  # noqa: PLC0415 - mostly none is given

    return resolve(catalog, [part])[0].pair.id


def collect_garbage() -> None:
    """Look for garbage again, now that the window is there, in what is made from now on."""
    gc.freeze()
    # A step makes some thousand objects that live on and none that need looking for: eight searches
    # took a millisecond.
    gc.set_threshold(*_LOOK_AFTER)
    gc.enable()


def show_fatal(error: A4sError) -> None:
    """Show why the window cannot open, where somebody can see it and close it."""
    if QApplication.platformName() in _UNSEEN_PLATFORMS:
        return
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not for a window that opens

    box = QMessageBox(QMessageBox.Icon.Critical, "A4S selector", never_rich(str(error)))
    box.exec()


def _make_text_readable(app: QApplication) -> None:
    """Use the drawing's font where the system has none at all: text would be boxes."""
    if QFontInfo(app.font()).family():
        return
    number = QFontDatabase.addApplicationFont(str(resource_path(*FONT_FILE)))
    families = QFontDatabase.applicationFontFamilies(number)
    if families:
        font = QFont(app.font())
        font.setFamily(families[0])
        app.setFont(font)
