"""Questions before something is lost, which name it as it is: never as markup; and saving."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QWidget

from a4s_gui.ui.widgets.labels import never_rich


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


def agrees(parent: QWidget, title: str, text: str) -> bool:
    """Ask whether something is to be done, and wait for the answer; No has the keys."""
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    return QMessageBox.question(parent, title, never_rich(text), yes | no, no) == yes


def save_buttons(dialog: QDialog, save: Callable[[], object]) -> QDialogButtonBox:
    """Return the buttons of a dialog that saves something, or is given up."""
    kinds = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
    buttons.accepted.connect(save)
    buttons.rejected.connect(dialog.reject)
    return buttons
