"""The dialogs that open a part list and save one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from a4s_gui.ui.export_form import export_folder
from a4s_gui.ui.settings import Settings

_NAME = "a4s-part-list.tsv"


def ask_to_open(parent: QWidget, settings: Settings, read: Callable[[Path], None]) -> None:
    """Have the user choose the file of a list."""
    dialog = QFileDialog(parent, "Open a part list", str(export_folder(settings)))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(["Text and tables (*.csv *.txt *.tsv)", "All files (*)"])
    _open(dialog, read)


def ask_to_save(parent: QWidget, settings: Settings, save: Callable[[Path], None]) -> None:
    """Have the user choose where a list is saved."""
    dialog = QFileDialog(parent, "Save the part list", str(export_folder(settings)))
    dialog.setDefaultSuffix("tsv")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["Text with tabs (*.tsv)"])
    dialog.selectFile(_NAME)
    _open(dialog, save)


def _open(dialog: QFileDialog, use: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda name: use(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
