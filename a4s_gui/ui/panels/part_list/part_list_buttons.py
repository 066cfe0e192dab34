"""The buttons beside a pasted list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from a4s_gui.catalog.part_list.line import LineState
from a4s_gui.catalog.part_list.part_list import PartList
from a4s_gui.ui.widgets.layouts import fill_box, scroll_down, set_tip

_PADDING_PX = 18
"""Beside a button's text; Qt would make each as wide as a dialog's."""


class ButtonColumn(QScrollArea):
    """Shows buttons in their whole width, and scrolls them where a screen is too low."""

    def __init__(self, buttons: QWidget) -> None:
        super().__init__()
        self._buttons = buttons
        scroll_down(self, buttons)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def event(self, event: QEvent) -> bool:
        """Follow the buttons when they need more room, or less."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return the width of the buttons, with a scroll bar beside them."""
        bar_px = self.verticalScrollBar().sizeHint().width()
        return QSize(self._buttons.sizeHint().width() + bar_px, super().sizeHint().height())


class PartListButtons(QWidget):
    """What can be done with a list; what the present one leaves nothing to do for is grey."""

    def __init__(self) -> None:
        super().__init__()
        self.paste = _Button("P&aste")
        self.open = _Button("&Open…")
        self.only_listed = QCheckBox("Only &these pairs")
        self.hide_ignored = QCheckBox("Hide i&gnored lines")
        self.next_doubtful = _Button("Next do&ubtful")
        self.clear = _Button("&Clear")
        self.order = _Button("Order these")
        self.export = _Button("E&xport…")
        self.copy = _Button("Cop&y")
        self.save = _Button("&Save…")
        tips: dict[QAbstractButton, str] = {
            self.paste: "Read the list that is on the clipboard (Ctrl+V)",
            self.open: "Read a list from a text, a CSV file, a spreadsheet or a KiCad netlist",
            self.only_listed: "Show only the pairs of this list in the table of pairs",
            self.hide_ignored: "Leave out the lines in which there is no A4S part number",
            self.next_doubtful: "Go to the next doubtful line, to choose what it means",
            self.clear: "Forget this list, or stop reading one; the table shows all pairs",
            self.export: "Write files of the pairs of this list, in one go",
            self.order: "Take the pieces of each part to Ordering, added up over the lines",
            self.copy: "Copy the selected lines, or all, for a spreadsheet",
            self.save: "Save the whole list as text with tabs",
        }
        for button, tip in tips.items():
            set_tip(button, tip)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addLayout(_button_row(self.paste, self.open), 0, 0)
        grid.addWidget(self.only_listed, 1, 0)
        grid.addWidget(self.hide_ignored, 2, 0)
        grid.addLayout(_button_row(self.next_doubtful, self.clear), 3, 0)
        grid.addLayout(_button_row(self.copy, self.save), 4, 0)
        grid.addLayout(_button_row(self.order, self.export), 5, 0)
        grid.setRowStretch(6, 1)

    def sizeHint(self) -> QSize:
        """Leave the room to the list."""
        return self.minimumSizeHint()

    def show_list(self, found: PartList) -> None:
        """Offer what can be done with a list."""
        for button in (self.copy, self.save, self.clear):
            button.setEnabled(bool(found.lines))
        self.order.setEnabled(bool(found.pieces))
        self.next_doubtful.setEnabled(bool(found.of_state(LineState.DOUBTFUL)))
        self.only_listed.setEnabled(bool(found.pair_ids))
        self.export.setEnabled(bool(found.pair_ids))
        self.hide_ignored.setEnabled(bool(found.of_state(LineState.IGNORED)))


class _Button(QPushButton):
    """As wide as its text."""

    def sizeHint(self) -> QSize:
        """Return the size of the text, and what stands beside it."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + _PADDING_PX
        return QSize(width, super().sizeHint().height())


def _button_row(*buttons: QPushButton) -> QHBoxLayout:
    return fill_box(QHBoxLayout(), *buttons, spacing=4)
