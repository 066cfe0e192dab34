"""The fields of the export dialog, filled in, and its questions answered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMessageBox

from a4s_gui.export.registry import FORMATS
from a4s_gui.ui.dialogs.export_dialog import ExportDialog

PAIR = "AXE540127/AXE640124"
LEFT = Qt.MouseButton.LeftButton


def type_over(field: QLineEdit | QComboBox, text: str) -> None:
    """Type over what stands there, pasted at once: every key lays the drawing out."""
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    assert line is not None
    line.selectAll()
    line.insert(text)


def pick(dialog: ExportDialog, suffix: str) -> None:
    suffixes = [kind.suffix for kind in FORMATS]
    dialog.form.format.setCurrentIndex(suffixes.index(suffix))


def show_view(dialog: ExportDialog, view: object) -> None:
    dialog.form.view.setCurrentIndex(dialog.form.view.findData(view))


def save(dialog: ExportDialog) -> None:
    QTest.mouseClick(dialog.save_button, LEFT)


def answer(monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton) -> list[str]:
    """Answer the next questions, and return what was asked."""
    asked: list[str] = []

    def question(_parent: object, _title: str, text: str, *_rest: object) -> object:
        asked.append(text)
        return button

    monkeypatch.setattr(QMessageBox, "question", question)
    return asked
