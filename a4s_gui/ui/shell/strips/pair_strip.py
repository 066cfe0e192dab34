"""The strip above the drawing: which pair it is, in a few words, and both numbers to copy."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from a4s_gui.catalog.model import Half, Pair, Product
from a4s_gui.catalog.numbers import format_height
from a4s_gui.catalog.selection.query import Facet, label
from a4s_gui.ui.core.clipboard import copy_text
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.shell.strips.number_menu import number_items
from a4s_gui.ui.shell.strips.tool_buttons import name_buttons
from a4s_gui.ui.widgets.buttons import tool_button
from a4s_gui.ui.widgets.elided_label import ElidedLabel
from a4s_gui.ui.widgets.labels import SELECTABLE, text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box
from a4s_gui.ui.widgets.menus import offer_menu


class PairStrip(QWidget):
    """Names the chosen pair once for the whole window."""

    explain_asked = Signal(str, object)
    """A part number is to be explained beneath a widget."""

    def __init__(self, controller: Controller, pin: QAction, compare: QAction) -> None:
        super().__init__()
        self._controller = controller
        self._numbers = {half: _number_label(half) for half in Half}
        self._copy_buttons = {half: self._copy_button(half) for half in Half}
        self.facts = ElidedLabel()
        self.facts.setAccessibleDescription("Pair in brief")
        self.pin_button = QToolButton()
        self.pin_button.setDefaultAction(pin)
        self.pin_button.setAutoRaise(True)
        self.compare_button = QToolButton()
        compare.setIconText("+ Compare")
        self.compare_button.setDefaultAction(compare)
        line = fill_box(QHBoxLayout(self), margins=(MARGIN_PX, 3, 4, 3), spacing=2)
        for half in Half:
            if half is Half.HEADER:
                line.addWidget(QLabel("+"))
            label = self._numbers[half]
            line.addWidget(label)
            line.addWidget(self._copy_buttons[half])
            explain = partial(self._explain, half)
            offer_menu(label, partial(number_items, controller, half, explain))
        line.addSpacing(MARGIN_PX)
        line.addWidget(self.facts, 1)
        line.addWidget(self.pin_button)
        line.addWidget(self.compare_button)
        name_buttons(self)
        controller.follow(("pair_id",), self._show)
        self._show()

    def number_label(self, half: Half) -> QLabel:
        """Return the label with one half's part number."""
        return self._numbers[half]

    def copy_button(self, half: Half) -> QToolButton:
        """Return the button that copies one half's part number."""
        return self._copy_buttons[half]

    def _explain(self, half: Half) -> None:
        label = self._numbers[half]
        self.explain_asked.emit(label.text(), label)

    def _copy_button(self, half: Half) -> QToolButton:
        button = tool_button(tip=f"Copy the {half}'s part number", name=f"Copy {half}")
        button.setIcon(icon("copy"))
        button.clicked.connect(lambda: self._copy(half))
        return button

    def _copy(self, half: Half) -> None:
        pair = self._controller.pair
        if pair is not None:
            number = pair.connector(half).part_number
            copy_text(self._controller, number, f"{number} copied")

    def _show(self) -> None:
        pair = self._controller.pair
        for half in Half:
            self._numbers[half].setText(pair.connector(half).part_number if pair else "–")
            self._copy_buttons[half].setEnabled(pair is not None)
        self.facts.show_text(_facts(pair) if pair else "")


def _number_label(half: Half) -> QLabel:
    number = text_label(wrap=False, bold=True, flags=SELECTABLE)
    number.setAccessibleDescription(f"{half.capitalize()} part number")
    return number


def _facts(pair: Pair) -> str:
    """Return pins, height and packaging, and the product where it is no standard type."""
    facts = [label(Facet.PINS, pair.pins)]
    if pair.mated_height_mm is not None:
        facts.append(format_height(pair.mated_height_mm))
    if pair.packaging_pitch_mm is not None:
        facts.append(f"{pair.packaging_pitch_mm} mm tape")
    if pair.product is not Product.STANDARD:
        facts.append(pair.product.words)
    return "   ".join(facts)
