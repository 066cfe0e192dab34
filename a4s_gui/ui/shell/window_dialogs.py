"""What the window opens: dialogs to export and save, the guide, the pages of the Help menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from a4s_gui.catalog.model import Pair
from a4s_gui.errors import A4sError
from a4s_gui.ui.core.action_spec import ActionSpec
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings

if TYPE_CHECKING:
    from a4s_gui.ui.dialogs.many.many_dialog import ManyDialog
    from a4s_gui.ui.dialogs.taken_picture import PictureDrags
    from a4s_gui.ui.guide.guide_window import GuideWindow

_GUIDE_KEY = "F1"


class WindowDialogs(QObject):
    """Opens each dialog over the window; their modules are loaded with the first of their kind."""

    def __init__(self, window: QWidget, controller: Controller, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._settings = settings
        self._help: QDialog | None = None
        self.guide: GuideWindow | None = None
        """The window of the guide; ``None`` until it is first opened."""
        self._many: ManyDialog | None = None
        self._drags: PictureDrags | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._offer_guide)

    @property
    def open_help(self) -> QDialog | None:
        """The dialog of the Help menu that is open."""
        shown = self._help is not None and isValid(self._help) and self._help.isVisible()
        return self._help if shown else None

    def save_table(self, pairs: Sequence[Pair]) -> None:
        """Ask where to save pairs, in their order, as a CSV file like ``list --csv``."""
        from a4s_gui.report.records import pairs_csv  # noqa: PLC0415 - not for looking only
        from a4s_gui.ui.core.file_dialogs import FileSaver  # noqa: PLC0415 - as above

        if not pairs:
            reason = "There is no pair to save: clear the search or a filter first"
            self._controller.message.emit(reason)
            return
        FileSaver(self._controller, self._settings).ask(
            self._window,
            "Save the table of pairs",
            "a4s-pairs.csv",
            ["Table of pairs (*.csv)"],
            lambda _path: pairs_csv(pairs).encode(),
        )

    def export(self) -> None:
        """Ask how and where to save the drawing."""
        from a4s_gui.ui.dialogs.export_dialog import export_drawing  # noqa: PLC0415 - not at the start

        export_drawing(self._window, self._controller, self._settings)

    def export_pairs(self, ids: Sequence[str]) -> None:
        """Ask what to write of some pairs, and write it beside the window; one run at a time."""
        from a4s_gui.ui.dialogs.many.many_dialog import ManyDialog, drawings_of  # noqa: PLC0415 - not at the start

        controller = self._controller
        running = self.pairs_dialog
        if running is not None and running.is_running:
            running.raise_()
            running.activateWindow()
            controller.message.emit("Files are being written; stop that first, or wait for its end")
            return
        pairs = [pair for pair in controller.catalog.pairs if pair.id in set(ids)]
        if not pairs:
            controller.message.emit("There is no pair to export: clear the search or a filter")
            return
        drawings = drawings_of(pairs, controller.catalog, controller.state, controller.pattern)
        dialog = ManyDialog(drawings, self._settings, self._window)
        dialog.said.connect(controller.message)
        dialog.finished.connect(dialog.deleteLater)
        if self.pairs_dialog is not None:
            self.pairs_dialog.close()
        self._many = dialog
        dialog.show()

    @property
    def pairs_dialog(self) -> ManyDialog | None:
        """The dialog that exports many pairs, while there is one."""
        return self._many if self._many is not None and isValid(self._many) else None

    def may_close(self) -> bool:
        """Return whether the window may close: the user is asked while files are written."""
        return self.pairs_dialog is None or self.pairs_dialog.may_stop()

    def copy_picture(self) -> None:
        """Copy the drawing at the scale and dpi of saved pictures."""
        from a4s_gui.ui.dialogs.taken_picture import copy_picture  # noqa: PLC0415 - not at the start

        copy_picture(self._window, self._controller, self._settings)

    def show_guide(self) -> None:
        """Open the guide at the place that fits what has the keys."""
        # None of it is loaded at the start.
        from a4s_gui.ui.guide.guide_places import place_of  # noqa: PLC0415
        from a4s_gui.ui.guide.guide_window import GuideWindow  # noqa: PLC0415

        place = place_of(QApplication.focusWidget())
        try:
            self.guide = self.guide or GuideWindow(self._settings)
        except A4sError as error:  # a page is missing
            self._controller.message.emit(str(error))
        else:
            self.guide.open_at(place)

    def close_guide(self) -> None:
        """Close the guide with the window, whose child it is not: dialogs would keep it shut."""
        if self.guide is not None:
            self.guide.close()
            self.guide.deleteLater()
            self.guide = None

    def drag_picture(self, source: QWidget) -> None:
        """Drag the drawing out of the window, as a picture and as a file."""
        from a4s_gui.ui.dialogs.taken_picture import PictureDrags  # noqa: PLC0415 - not at the start

        if self._drags is None:
            self._drags = PictureDrags()
        self._drags.drag(source, self._controller, self._settings)

    def print_drawing(self) -> None:
        """Show the drawing as it will be printed, and print it."""
        from a4s_gui.ui.dialogs.print_dialog import print_drawing  # noqa: PLC0415 - not at the start

        print_drawing(self._window, self._controller, self._settings)

    def show_shortcuts(self, actions: Sequence[ActionSpec[Any]]) -> None:
        """Show the list of keys of all actions."""
        from a4s_gui.ui.dialogs.help_dialogs import ShortcutsDialog  # noqa: PLC0415 - not at the start

        self._open(ShortcutsDialog(actions, self._window))

    def show_about(self) -> None:
        """Show what this is and where its figures come from."""
        from a4s_gui.ui.dialogs.help_dialogs import AboutDialog  # noqa: PLC0415 - not at the start

        self._open(AboutDialog(self._controller.catalog, self._window))

    def _offer_guide(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Have the key of the guide in a dialog, which the window's own shortcuts do not reach."""
        dialog = new.window() if new is not None else None
        owner = dialog.parentWidget() if isinstance(dialog, QDialog) else None
        if dialog is None or owner is None or owner.window() is not self._window:
            return
        if dialog.findChild(QShortcut, _GUIDE_KEY) is None:
            shortcut = QShortcut(QKeySequence(_GUIDE_KEY), dialog)
            shortcut.setObjectName(_GUIDE_KEY)
            shortcut.activated.connect(self.show_guide)

    def _open(self, dialog: QDialog) -> None:
        self._help = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
