"""The panel of alternatives: what else fits the chosen pair, to choose, to compare, to copy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from a4s_gui.catalog.comparison.compared_pairs import MOST_PAIRS
from a4s_gui.catalog.numbers import pluralize
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.report.alternative_rows import AlternativeRow, alternative_rows
from a4s_gui.session import reducers
from a4s_gui.ui.core.clipboard import copy_rows
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.lazy_panel import LazyPanel
from a4s_gui.ui.panels.alternatives.alternatives_columns import COLUMNS, COPIED_COLUMNS, formulas
from a4s_gui.ui.panels.alternatives.alternatives_table import AlternativesTable
from a4s_gui.ui.widgets.labels import SELECTABLE, text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, row_at_left, set_tip, wrapped
from a4s_gui.ui.widgets.tables.table_model import TableModel, copied_rows

_NOTHING = "Choose a pair in the table to see what else fits."

_ANY_HEIGHT = 2**24 - 1
"""What no widget is higher than, to Qt."""


class AlternativesPanel(LazyPanel):
    """Shows other heights, packagings and products, and fewer or more pins, beside the pair."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self.alternatives = TableModel(COLUMNS, self)
        self.summary = text_label(_NOTHING, dim=True)
        self.choose_button = QPushButton("Choose")
        self.compare_button = QPushButton("Compare")
        self.copy_button = QPushButton("Copy")
        self.table = AlternativesTable(self.alternatives, controller)
        self.rest = text_label(flags=SELECTABLE)
        """What the columns say of the current row for which the table has no room."""
        self.give_keys_to(self.table)
        self._build()
        self._show_buttons()
        controller.follow(("pair_id", "pattern"), self.invalidate)

    def sizeHint(self) -> QSize:
        """Return a width in which both part numbers stand beside what they are."""
        return QSize(self.fontMetrics().averageCharWidth() * 60, 500)

    def choose(self) -> None:
        """Choose the pair of the current row; there is none where the row gives a reason."""
        row = self._current
        if row is not None and row.pair is not None:
            self._controller.apply(reducers.choose_pair, row.pair.id)

    def compare(self) -> None:
        """Set the pair of the current row beside the chosen one, or those compared already."""
        row = self._current
        if row is None or row.pair is None:
            return
        if not self._controller.compared:
            self._controller.apply(reducers.compare_pair, row.chosen.id)
        before = self._controller.compared
        self._controller.apply(reducers.compare_pair, row.pair.id)
        now = self._controller.compared
        if now != before:
            place = f"{len(now)} of {MOST_PAIRS}"
            self._controller.message.emit(f"{row.pair.numbers} is in Compare now, {place}")

    def copy(self) -> None:
        """Copy the selected rows, all where at most one is, with headings and sources."""
        rows = [self.alternatives.rows[row] for row in self.table.rows_to_copy()]
        copied = f"{pluralize(len(rows), 'row')} of alternatives copied, with formulas and sources"
        copy_rows(self._controller, copied_rows(COPIED_COLUMNS, rows), copied)

    @property
    def _current(self) -> AlternativeRow | None:
        return self.alternatives.row_at(self.table.user_row())

    def _build(self) -> None:
        # A long name of a land pattern must not keep the window from shrinking.
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        buttons = {
            self.choose_button: ("Choose the pair of this row (Return, double click)", self.choose),
            self.compare_button: ("Compare this pair with the chosen one", self.compare),
            self.copy_button: ("Copy the selected rows, or all, for a spreadsheet", self.copy),
        }
        for button, (tip, act) in buttons.items():
            set_tip(button, tip)
            button.clicked.connect(act)
        margins = (MARGIN_PX, MARGIN_PX, MARGIN_PX, 4)
        row = row_at_left(*buttons)
        top = fill_box(QVBoxLayout(), self.summary, row, margins=margins, spacing=4)
        self.rest.setContentsMargins(*margins)
        self.rest.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        items = (top, self.table, self.rest)
        column = fill_box(QVBoxLayout(self), *items, grow=self.table, spacing=0)
        column.setStretchFactor(self.rest, 1)
        self.table.columns_fitted.connect(self._show_rest)
        self.table.chosen.connect(self.choose)
        self.table.compare_asked.connect(self.compare)
        self.table.copy_asked.connect(self.copy)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self.table.selectionModel().currentChanged.connect(self._go)

    def update_view(self) -> None:
        """Show what else fits the pair that is chosen now."""
        pair = self._controller.pair
        before = self._current
        rows: tuple[AlternativeRow, ...] = ()
        if pair is None:
            self.summary.setText(_NOTHING)
        else:
            pattern = self._controller.pattern
            rows = alternative_rows(self._controller.catalog, pair, pattern)
            text = f"Beside {pair.numbers}, on the land pattern “{pattern.title}”"
            self.summary.setText(text)
            self.summary.setToolTip(wrapped(text))
        self.alternatives.show_rows(rows)
        self.table.lay_out()
        # Who goes up pin count by pin count stays on that row.
        kinds = [row.kind for row in rows]
        first = next((place for place, row in enumerate(rows) if row.pair is not None), 0)
        here = kinds.index(before.kind) if before is not None and before.kind in kinds else first
        self.table.go_to(here)
        self._show_buttons()

    def _go(self) -> None:
        """Show the keys what the tip of a cell shows the mouse: its formulas."""
        self._show_buttons()
        self._show_rest()
        row, column = self._current, self.table.currentIndex().column()
        words = formulas(row, COLUMNS[column]) if row is not None else ""
        if words and self.table.hasFocus():
            self._controller.message.emit(words)

    def _show_rest(self) -> None:
        row = self._current
        if row is not None and row.pair is None:
            text = capitalize_first(row.reason) if self.table.hidden_columns else ""
        else:
            text = "\n".join(self.table.rest())
        self.rest.setText(text)
        # What is told stands beneath the rows, not beneath the room that they leave.
        most = self.table.height_px_of(self.alternatives.rowCount()) if text else _ANY_HEIGHT
        self.table.setMaximumHeight(most)
        self.rest.setVisible(bool(text))

    def _show_buttons(self) -> None:
        row = self._current
        for button in (self.choose_button, self.compare_button):
            button.setEnabled(row is not None and row.pair is not None)
        self.copy_button.setEnabled(self.alternatives.rowCount() > 0)
