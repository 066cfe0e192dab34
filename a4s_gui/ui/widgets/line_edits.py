"""Lines of text: what the user types tells itself, Esc clears while the window's own waits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from a4s_gui.ui.widgets.layouts import set_tip

_LONGEST = 4_096
"""Characters that are taken, as many as a path may have: of a pasted file Qt would take 32,767, and
lay them out for a second at each key."""
_LONGEST_SEARCH = 200
"""Nobody searches for more."""
LONGEST_NUMBER = 64
"""Of a field for a number. To undo a pasted file, Qt would keep 24 bytes for each letter of it."""


class TypedField(QLineEdit):
    """A line that tells every text but those that the program shows in it.

    Qt's ``textEdited`` is silent where a screen reader or voice control writes the text whole. What
    is pasted is cut to the ``longest`` text, in characters.
    """

    typed = Signal(str)
    """The text, after the user has changed it."""

    _showing = False

    def __init__(self, longest: int = _LONGEST) -> None:
        super().__init__()
        self.setMaxLength(longest)
        self.textChanged.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show a text that the user has not typed."""
        self._showing = True
        self.setText(text)
        self._showing = False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text; a file is for who stands around: Qt would write its path here."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _tell(self, text: str) -> None:
        if not self._showing:
            self.typed.emit(text)


class ClearingField(TypedField):
    """A line that Esc clears; empty, it leaves Esc to whoever else wants it."""

    @property
    def wants_escape(self) -> bool:
        """Whether Esc does something here."""
        return bool(self.text())

    def take_escape(self) -> None:
        """Do what Esc is for."""
        self.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Watch the own keys, as long as they go here.

        ``event`` would see them as well, but of all that Qt sends to the field PySide6 would make
        objects then, whether it is seen or not.
        """
        super().focusInEvent(event)
        self.installEventFilter(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Watch no keys that go elsewhere."""
        super().focusOutEvent(event)
        self.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Esc for a key, not for the window's shortcut, while there is a use for it."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.wants_escape
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use Esc while there is a use for it."""
        if event.key() == Qt.Key.Key_Escape and self.wants_escape:
            self.take_escape()
        else:
            super().keyPressEvent(event)


class SearchField(ClearingField):
    """A field to search in a text with: a pasted file is cut short.

    ``prompt`` stands in it while it is empty, and names it where ``name`` does not.
    """

    def __init__(self, prompt: str, tip: str = "", *, name: str = "") -> None:
        super().__init__(_LONGEST_SEARCH)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(name or prompt)
        set_tip(self, tip)
        self.setClearButtonEnabled(True)

    def begin(self) -> None:
        """Take the keys, ready to type over what stands there."""
        self.setFocus()
        self.selectAll()

    def minimumSizeHint(self) -> QSize:
        """Return a width in which a word can be read."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, super().minimumSizeHint().height())
