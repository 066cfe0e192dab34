"""The search line: every key narrows the table, and part numbers are completed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QWidget

from a4s_gui.ui.controller import Controller
from a4s_gui.ui.search_advice import completions
from a4s_gui.ui.state import State

_LONGEST = 200
"""Characters that are taken; nobody searches for more, and a pasted file would stall the window."""


class SearchLine(QLineEdit):
    """Sends the typed text to the controller at every change."""

    down_pressed = Signal()
    """The user wants to go on in the table."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._numbers = QStringListModel(self)
        completer = QCompleter(self._numbers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setPlaceholderText("Part number or text, e.g. AXE540127")
        self.setAccessibleName("Search")
        self.setToolTip(
            "Search by part number, whole or in part, or in words such as 40 pins 0.8mm"
        )
        self.setStatusTip(self.toolTip())
        self.setClearButtonEnabled(True)
        self.setMaxLength(_LONGEST)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(controller.state.filter.text)
        # Before QLineEdit itself asks the completer, so that it finds the new list.
        self.textEdited.connect(self._complete)
        self.textChanged.connect(controller.set_text)
        controller.changed.connect(self._changed)

    def minimumSizeHint(self) -> QSize:
        """Return a width in which a part number can be read."""
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 22, hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on in the table with the down arrow; clear with Esc."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for clearing while there is something to clear."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def _complete(self, text: str) -> None:
        self._numbers.setStringList(completions(self._controller.catalog, text))

    def _changed(self, new: State, _old: State) -> None:
        if new.filter.text != self.text():
            self.setText(new.filter.text)
