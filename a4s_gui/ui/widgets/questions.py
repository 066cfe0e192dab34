"""Questions before something is lost, which name it as it is: never as markup."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_before(
    parent: QWidget, title: str, text: str, button: str, do: Callable[[], object]
) -> None:
    """Ask whether something is to be done, and do it if so; the window goes on meanwhile.

    The text is shown as it is; ``button`` says what it does, Cancel has the keys.
    """
    cancel = QMessageBox.StandardButton.Cancel
    box = QMessageBox(QMessageBox.Icon.Question, title, text, cancel, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(button, QMessageBox.ButtonRole.DestructiveRole).clicked.connect(do)
    box.setDefaultButton(cancel)
    box.finished.connect(box.deleteLater)
    box.open()
