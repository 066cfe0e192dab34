"""The line above the lists of pairs: what is asked for, to be taken off, and how many pairs fit."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from a4s_gui.session import reducers
from a4s_gui.session.filter_chips import Chip, filter_chips
from a4s_gui.ui.core.clipboard import copy_text
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.widgets.buttons import tool_button
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, set_tip
from a4s_gui.ui.widgets.menus import Entry, Item, offer_menu

_GAP_PX = 4


class ChipLine(QWidget):
    """Shows every answered question as a chip, the count of pairs, and a button that clears all."""

    def __init__(self, controller: Controller, clear: QAction, undo: QAction) -> None:
        super().__init__()
        self._controller = controller
        self.chips = ChipRow(controller)
        self.count = text_label(wrap=False)
        self.count.setToolTip("Pairs that match, of all in the catalog")
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("72 of 72 pairs"))
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.clear_button = _text_button(clear, "Clear")
        self.undo_button = _text_button(undo, "Undo")
        margins = (MARGIN_PX, 2, 4, 2)
        items = (self.chips, self.count, self.clear_button, self.undo_button)
        line = QHBoxLayout(self)
        fill_box(line, *items, grow=self.chips, margins=margins, spacing=MARGIN_PX)
        controller.follow(("filter",), self._show)
        self._show()

    def _show(self) -> None:
        controller = self._controller
        self.chips.show_chips(filter_chips(controller.state.filter))
        found, every = len(controller.result.rows), len(controller.catalog.pairs)
        self.count.setText(f"{found} of {every} pairs")


class ChipRow(QWidget):
    """The chips in one row; those that it has no room for are in the menu of the last button."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._chips: tuple[Chip, ...] = ()
        self._cross = icon("close")
        self.buttons: list[QToolButton] = []
        self.rest = QToolButton(self)
        self.rest.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.rest.setMenu(QMenu(self.rest))
        set_tip(self.rest, "More filters; choose one to take it off")
        self.rest.hide()
        self._height_px = self.rest.sizeHint().height()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of a chip; any width will do."""
        return QSize(0, self._height_px)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """Show other chips; a button whose chip is there still keeps the keys."""
        self._chips = chips
        for button in self.buttons[len(chips) :]:
            button.hide()
            button.deleteLater()
        del self.buttons[len(chips) :]
        while len(self.buttons) < len(chips):
            self.buttons.append(self._button())
            number = len(self.buttons) - 1
            self.buttons[-1].clicked.connect(partial(self._take_off, number))
            offer_menu(self.buttons[-1], partial(self._chip_items, number))
        for button, chip in zip(self.buttons, chips, strict=True):
            button.setText(chip.text)
            set_tip(button, f"Take off: {chip.text}")
            button.setAccessibleName(chip.text)
            button.setAccessibleDescription("Take it off")
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def _button(self) -> QToolButton:
        button = tool_button(parent=self)
        button.setIcon(self._cross)
        button.setIconSize(QSize(12, 12))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The cross stands behind the words, as what takes them off.
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _chip_items(self, number: int) -> list[Item]:
        chip = self._chips[number]
        copy = partial(copy_text, self._controller, chip.text, f"Copied: {chip.text}")
        take_off = Entry("&Take off", partial(self._take_off, number))
        return [take_off, "reset", "undo", None, Entry("&Copy", copy), "copy-list-command"]

    def _take_off(self, number: int) -> None:
        self._controller.apply(reducers.set_filter, self._chips[number].without)

    def _lay_out(self) -> None:
        widths = [button.sizeHint().width() for button in self.buttons]
        self.rest.setText(f"+{len(widths)}")
        shown = _fitting(widths, self.width(), self.rest.sizeHint().width())
        left = 0
        for number, (button, width) in enumerate(zip(self.buttons, widths, strict=True)):
            button.setGeometry(left, 0, width, self._height_px)
            button.setVisible(number < shown)
            left += (width + _GAP_PX) if number < shown else 0
        self._list_rest(shown)
        self.rest.setGeometry(left, 0, self.rest.sizeHint().width(), self._height_px)

    def _list_rest(self, shown: int) -> None:
        menu = self.rest.menu()
        menu.clear()
        for number, chip in enumerate(self._chips[shown:], shown):
            menu.addAction(chip.text, partial(self._take_off, number))
        self.rest.setText(f"+{len(self._chips) - shown}")
        self.rest.setVisible(shown < len(self._chips))


def _text_button(action: QAction, text: str) -> QToolButton:
    action.setIconText(text)
    button = tool_button(name=text)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _fitting(widths_px: list[int], room_px: int, rest_px: int) -> int:
    """Return how many of the widths fit, with room for what stands for the others."""
    if sum(widths_px) + _GAP_PX * len(widths_px) <= room_px:
        return len(widths_px)
    room_px -= rest_px
    for number, width in enumerate(widths_px):
        room_px -= width + _GAP_PX
        if room_px < 0:
            return number
    return len(widths_px)
