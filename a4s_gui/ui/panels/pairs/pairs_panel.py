"""The panel of pairs: the table, and above it what is said of the search."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.pairs.advice_strip import AdviceStrip
from a4s_gui.ui.panels.pairs.pairs_table import PairsTable
from a4s_gui.ui.widgets.key_focus import KeysInside


class PairsPanel(KeysInside):
    """Shows the rows of the query, and advice where there are none."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = PairsTable(controller)
        self.advice = AdviceStrip(controller)
        self.give_keys_to(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.advice)
        column.addWidget(self.table, 1)
