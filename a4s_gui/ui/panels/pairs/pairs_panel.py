"""The panel of pairs: the table, what is said of the search, and what to do with several rows."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.pairs.advice_strip import AdviceStrip
from a4s_gui.ui.panels.pairs.pairs_table import PairsTable
from a4s_gui.ui.widgets.key_focus import KeysInside
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, row_at_left, set_tip
from a4s_gui.ui.widgets.tables.row_rest import RowRest


class PairsPanel(KeysInside):
    """Shows the rows of the query, and advice where there are none.

    Where several rows are selected, a button under them exports those.
    """

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.table = PairsTable(controller)
        self.rest = RowRest(self.table)
        self.advice = AdviceStrip(controller)
        self.export_button = QPushButton()
        set_tip(self.export_button, "Write files of the selected pairs, in one go (Ctrl+Shift+S)")
        self.give_keys_to(self.table)
        buttons = row_at_left(self.export_button, margins=(MARGIN_PX, 2, MARGIN_PX, 2))
        parts = (self.advice, self.table, self.rest, buttons)
        fill_box(QVBoxLayout(self), *parts, grow=self.table, spacing=0)
        self.export_button.clicked.connect(self.table.ask_export)
        self.table.selectionModel().selectionChanged.connect(self._show_selected)
        self._show_selected()

    def _show_selected(self) -> None:
        count = len(self.table.selected_rows())
        self.export_button.setText(f"&Export {count} pairs…")
        self.export_button.setVisible(count > 1)
