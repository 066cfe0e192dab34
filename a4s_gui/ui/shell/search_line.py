"""The search line: every key narrows the table, and a part number is explained as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from a4s_gui.session import reducers
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.line_edits import SearchField

if TYPE_CHECKING:
    from a4s_gui.session.part_number_help import Suggestion
    from a4s_gui.ui.shell.number_card import NumberCard

_TIP = (
    "Search by part number, whole or in part, or in words such as 40 pins 0.8mm; "
    "the arrow key up explains a part number again"
)
_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons why the keys go elsewhere for a moment only."""


class SearchLine(SearchField):
    """Sends the typed text to the controller at every change."""

    down_pressed = Signal()
    """The user wants to go on in the table."""
    explaining_changed = Signal(bool)
    """Whether the card is there that explains a number."""
    lines_pasted = Signal(str)
    """Several lines were pasted or dropped, a list; they are not in the search line."""

    def __init__(self, controller: Controller) -> None:
        super().__init__("Part number or text, e.g. AXE540127", _TIP, name="Search")
        self._controller = controller
        self._card: NumberCard | None = None
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(controller.state.filter.text)
        self.typed.connect(self.explain)
        self.textChanged.connect(lambda text: controller.apply(reducers.set_text, text))
        controller.follow(("filter",), self._show_text)

    @property
    def card(self) -> NumberCard:
        """The card beneath, on the window to which the line belongs."""
        if self._card is None:
            from a4s_gui.ui.shell.number_card import NumberCard  # noqa: PLC0415 - not at the start

            window: QWidget = self
            while (above := window.parentWidget()) is not None:
                window = above
            self._card = NumberCard(window)
            self._card.chosen.connect(self._commit)
            self._card.text_asked.connect(self._go_on)
            self._card.copy_asked.connect(self.copy_explanation)
        return self._card

    @property
    def is_explaining(self) -> bool:
        """Whether the card is there."""
        return self._card is not None and self._card.isVisible()

    def explain(self) -> None:
        """Explain the part number that is typed, and what it may become."""
        from a4s_gui.session.part_number_help import explain_typed  # noqa: PLC0415 - not at the start

        explained = explain_typed(self._controller.catalog, self.text())
        if explained or self.is_explaining:
            self.card.explain(explained, self)
            self.explaining_changed.emit(self.is_explaining)
        self.setAccessibleDescription(explained.as_text() if explained else "")

    def explain_number(self, number: str, beneath: QWidget) -> None:
        """Explain a part number that stands elsewhere; Esc takes the card away as ever."""
        from a4s_gui.session.part_number_help import explain_typed  # noqa: PLC0415 - as above

        self.setFocus()
        self.card.explain(explain_typed(self._controller.catalog, number), beneath)
        self.setAccessibleDescription(self.card.explained.as_text())

    def stop_explaining(self) -> None:
        """Take the card away."""
        if self._card is not None:
            self._card.hide()
            self.explaining_changed.emit(False)  # noqa: FBT003 - a signal has no names
        self.setAccessibleDescription("")

    def copy_explanation(self) -> None:
        """Copy what the card says as text."""
        QGuiApplication.clipboard().setText(self.card.explained.as_text())
        self._controller.message.emit(f"Explanation of {self.card.explained.typed} copied")

    def minimumSizeHint(self) -> QSize:
        """Return a width in which a part number can be read."""
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 22, hint.height())

    def paste(self) -> None:
        """Paste one line; several are a list, and go where lists are read."""
        text = QGuiApplication.clipboard().text()
        if _is_list(text):
            self.lines_pasted.emit(text)
        else:
            self.insert(text.strip("\r\n"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the card, to the table, or back; leave all other keys to the line."""
        copies_card = self.is_explaining and not self.hasSelectedText()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy) and copies_card:
            self.copy_explanation()
        elif not self._go(event):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Explain again what is clicked on; a list that the middle button pastes is read as one."""
        clipboard = QGuiApplication.clipboard()
        middle = event.button() is Qt.MouseButton.MiddleButton
        if middle and clipboard.supportsSelection():
            selected = clipboard.text(clipboard.Mode.Selection)
            if _is_list(selected):
                self.lines_pasted.emit(selected)
                return
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.hasSelectedText():
            self.explain()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take one line; several are a list."""
        text = event.mimeData().text()
        if _is_list(text):
            event.acceptProposedAction()
            self.lines_pasted.emit(text)
        else:
            super().dropEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show Qt's menu, with this line's own pasting."""
        menu = self.line_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def line_menu(self) -> QMenu:
        """Return the menu of the line."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste)
        return menu

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the card away when the keys go elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.stop_explaining()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the card away with the line."""
        super().hideEvent(event)
        self.stop_explaining()

    @property
    def wants_escape(self) -> bool:
        """Whether Esc does something here: there is a card, or a text."""
        return self.is_explaining or super().wants_escape

    def take_escape(self) -> None:
        """Take the card away before the text."""
        if self.is_explaining:
            self.stop_explaining()
        else:
            super().take_escape()

    def _go(self, event: QKeyEvent) -> bool:
        """Do what a key means for card and table; say whether it means anything."""
        key = event.key()
        if key == Qt.Key.Key_Down:
            if not (self.is_explaining and self.card.step(1)):
                self.stop_explaining()
                self.down_pressed.emit()
        elif key == Qt.Key.Key_Up:
            if self.is_explaining:
                self.card.step(-1)
            else:
                self.explain()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_explaining:
            way = self.card.highlighted
            self.stop_explaining()
            if way is None:
                return False
            self._commit(way)
        else:
            return False
        return True

    def _commit(self, way: Suggestion) -> None:
        """Search for a number of the card, or choose its pair and go on in the table."""
        self.stop_explaining()
        if not way.pair_id:
            self.show_text(way.text)
            return
        self._controller.apply(reducers.choose_pair, way.pair_id)
        if any(pair.id == way.pair_id for pair in self._controller.result.rows):
            self.down_pressed.emit()

    def _go_on(self, text: str) -> None:
        self.show_text(text)
        self.explain()

    def _show_text(self) -> None:
        text = self._controller.state.filter.text
        if text != self.text():
            self.show_text(text)
            self.stop_explaining()


def _is_list(text: str) -> bool:
    return len(text.strip().splitlines()) > 1
