"""Choosing files in the dialogs that a test opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_file(parent: QWidget, path: Path) -> str:
    """Choose a file in the dialog that was opened last; return the name that it had suggested."""
    dialog = parent.findChildren(QFileDialog)[-1]
    assert dialog.isVisible()
    suggested = dialog.selectedFiles()
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    return Path(suggested[0]).name if suggested else ""
