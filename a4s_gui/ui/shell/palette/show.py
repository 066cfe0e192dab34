"""Opens the palette over the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from a4s_gui.errors import A4sError
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.shell.palette.entries import Entry, command_entries, knowledge_entries, pair_entries
from a4s_gui.ui.shell.palette.palette_dialog import PaletteDialog


def choose_from_palette(
    window: QWidget,
    controller: Controller,
    show_figure: Callable[[str], None],
    show_note: Callable[[str], None],
) -> Callable[[], object] | None:
    """Let the user find something, and return what does it; ``None`` where nothing was chosen.

    Named actions of the window are offered. ``show_figure`` and ``show_note`` search for words
    among the details, or the design notes, and show what is found.
    """
    actions = (a for a in window.findChildren(QAction) if a.objectName() not in ("", "palette"))
    entries: list[Entry] = [*command_entries(actions)]
    try:
        entries += knowledge_entries(controller, show_figure, show_note)
    except A4sError as error:  # a file of the program is damaged or missing
        controller.message.emit(str(error))
    dialog = PaletteDialog(entries, partial(pair_entries, controller), window)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)  # the guide can be read beside it
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return None if chosen is None else chosen.run
