"""Undo and redo by key: a text field's own while it can use them, else the window's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


class UndoKeys(QObject):
    """Leaves Ctrl+Z to the window where the line that has the keys has nothing to undo.

    Qt's lines take the key in any case, and would keep it from the menu.

    Parameters
    ----------
    parent
        The Qt parent.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the key for a line that cannot use it."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QLineEdit)
            and not _can_use(watched, event)
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Look at the keys of lines that have had them: of all events it would slow the window."""
        if isinstance(new, QLineEdit):
            new.installEventFilter(self)


def _can_use(line: QLineEdit, event: QKeyEvent) -> bool:
    if event.matches(QKeySequence.StandardKey.Undo):
        return line.isUndoAvailable()
    return line.isRedoAvailable() if event.matches(QKeySequence.StandardKey.Redo) else True
