"""The dialogs that the window opens: export, saving the table, the pages of the Help menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from a4s_gui.catalog.model import Pair
from a4s_gui.ui.core.action_spec import ActionSpec
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings

if TYPE_CHECKING:
    from a4s_gui.ui.dialogs.taken_picture import PictureDrags


class WindowDialogs:
    """Opens each dialog over the window; their modules are loaded with the first of their kind.

    Parameters
    ----------
    window
        The window that they belong to.
    controller
        Holds what is exported and saved.
    settings
        Where folder, scale and format are remembered.
    """

    def __init__(self, window: QWidget, controller: Controller, settings: Settings) -> None:
        self._window = window
        self._controller = controller
        self._settings = settings
        self._help: QDialog | None = None
        self._drags: PictureDrags | None = None

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

    def copy_picture(self) -> None:
        """Copy the drawing at the scale and dpi of saved pictures."""
        from a4s_gui.ui.dialogs.taken_picture import copy_picture  # noqa: PLC0415 - not at the start

        copy_picture(self._window, self._controller, self._settings)

    def drag_picture(self, source: QWidget) -> None:
        """Drag the drawing out of the window, as a picture and as a file."""
        from a4s_gui.ui.dialogs.taken_picture import PictureDrags  # noqa: PLC0415 - not at the start

        if self._drags is None:
            self._drags = PictureDrags()
        self._drags.drag(source, self._controller, self._settings)

    def print_drawing(self) -> None:
        """Show the drawing as it will be printed, and print it."""
        from a4s_gui.ui.dialogs.print_dialog import print_drawing  # noqa: PLC0415 - not at the start

        print_drawing(self._window, self._controller)

    def show_shortcuts(self, actions: Sequence[ActionSpec[Any]]) -> None:
        """Show the list of keys of all actions."""
        from a4s_gui.ui.dialogs.help_dialogs import ShortcutsDialog  # noqa: PLC0415 - not at the start

        self._open(ShortcutsDialog(actions, self._window))

    def show_about(self) -> None:
        """Show what this is and where its figures come from."""
        from a4s_gui.ui.dialogs.help_dialogs import AboutDialog  # noqa: PLC0415 - not at the start

        self._open(AboutDialog(self._controller.catalog, self._window))

    def _open(self, dialog: QDialog) -> None:
        self._help = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
