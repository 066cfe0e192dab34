"""Where the keys go: to one widget of several, and past text fields to the window's shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

_Key = QKeySequence.StandardKey
_Text = QPlainTextEdit | QTextEdit


class KeysInside(QWidget):
    """A widget of several, of which one takes the keys that are given to the whole.

    With Qt's focus proxy the Tab key would enter at that one and never reach what stands before it.
    """

    _first: QWidget | None = None

    def give_keys_to(self, first: QWidget) -> None:
        """Say which widget inside takes the keys."""
        self._first = first

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keys to the widget that takes them, or to this one itself."""
        if self._first is None or not self._first.isEnabled():
            super().setFocus(reason)
        else:
            self._first.setFocus(reason)


class WindowKeys(QObject):
    """Shows where the keys are, and has the window's shortcuts act wherever that is.

    A text field claims what moves or deletes in it on some platforms, as Ctrl+E and Ctrl+K. Of the
    window's shortcuts it keeps undo, redo, copy, cut, paste and select all, while it can use them.
    """

    def __init__(self, window: QWidget, actions: Iterable[QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._actions = {key.toString(): action for action in actions for key in action.shortcuts()}
        self._watched: QWidget | None = None
        self._ring: _FocusRing | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field from claiming a shortcut of the window."""
        if event.type() is QEvent.Type.Resize and self._ring is not None and isValid(self._ring):
            self._ring.cover()
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not _can_use(watched, event)
            and self._is_shortcut(event)
        ):
            event.ignore()
            return True
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Watch the widget that has the keys now, and no other."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._watched = self._ring = None
        if new is None or self._window not in (new.window(), new.window().parentWidget()):
            return
        self._watched = new
        new.installEventFilter(self)
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            # Qt itself marks the widget only where the Tab key led to it, no shortcut.
            new.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if isinstance(new, QAbstractScrollArea | QLabel) and not _is_popup(new):
            self._ring = _FocusRing(new)

    def _is_shortcut(self, event: QKeyEvent) -> bool:
        action = self._actions.get(QKeySequence(event.keyCombination()).toString())
        return action is not None and action.isEnabled()


class _FocusRing(QWidget):
    """A line around a widget of which the style does not show that it has the keys."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.cover()
        self.show()

    def cover(self) -> None:
        """Lie over all of the widget."""
        self.setGeometry(self._around.rect())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line along the edge."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _is_popup(widget: QWidget) -> bool:
    return widget.window().windowType() is Qt.WindowType.Popup


def _can_use(widget: QObject, event: QKeyEvent) -> bool:
    """Return whether a text field has a use of its own for a key: copying, undoing and so on."""
    field = widget.lineEdit() if isinstance(widget, QComboBox | QAbstractSpinBox) else widget
    for key, line, text in _USES:
        if event.matches(key):
            if isinstance(field, QLineEdit):
                return line(field)
            return isinstance(field, _Text) and text(field)
    return False


def _has_text_to_paste() -> bool:
    return bool(QGuiApplication.clipboard().text())


_USES: tuple[tuple[_Key, Callable[[QLineEdit], bool], Callable[[_Text], bool]], ...] = (
    (_Key.Undo, lambda line: line.isUndoAvailable(), lambda t: t.document().isUndoAvailable()),
    (_Key.Redo, lambda line: line.isRedoAvailable(), lambda t: t.document().isRedoAvailable()),
    (_Key.Copy, lambda line: line.hasSelectedText(), lambda t: t.textCursor().hasSelection()),
    (
        _Key.Cut,
        lambda line: line.hasSelectedText() and not line.isReadOnly(),
        lambda t: t.textCursor().hasSelection() and not t.isReadOnly(),
    ),
    (
        _Key.Paste,
        lambda line: _has_text_to_paste() and not line.isReadOnly(),
        lambda t: t.canPaste() and not t.isReadOnly(),
    ),
    (_Key.SelectAll, lambda line: bool(line.text()), lambda t: not t.document().isEmpty()),
)
"""What a line of text and a page of it keep for themselves, and when."""
