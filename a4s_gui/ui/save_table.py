"""Saving the pairs that the filters leave as a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from a4s_gui.catalog.model import Pair
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import write_whole
from a4s_gui.export.records import pairs_csv
from a4s_gui.ui.controller import Controller
from a4s_gui.ui.settings import EXPORT_FOLDER, Settings

_NAME = "a4s-pairs.csv"


def save_table(
    parent: QWidget, pairs: Sequence[Pair], controller: Controller, settings: Settings
) -> QFileDialog | None:
    """Ask for a file and save pairs there; return the open dialog, ``None`` without any pair."""
    if not pairs:
        controller.message.emit("There is no pair to save: clear the search or a filter first")
        return None
    from a4s_gui.ui.export_form import export_folder  # noqa: PLC0415 - not for looking only

    dialog = QFileDialog(parent, "Save the table of pairs", str(export_folder(settings)))
    dialog.setDefaultSuffix("csv")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["Table of pairs (*.csv)"])
    dialog.selectFile(_NAME)
    dialog.fileSelected.connect(lambda name: save_to(Path(name), pairs, controller, settings))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def save_to(path: Path, pairs: Sequence[Pair], controller: Controller, settings: Settings) -> None:
    """Write pairs to a CSV file as ``a4s-gui list --csv`` does; where that fails, say why."""
    try:
        write_whole(path, pairs_csv(pairs).encode())
    except A4sError as error:
        controller.message.emit(str(error))
        return
    settings.set(EXPORT_FOLDER, str(path.parent))
    controller.saved.emit(path)
