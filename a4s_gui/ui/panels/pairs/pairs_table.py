"""The table of pairs: pointing, arrow keys, type-ahead, sorting, copying."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import pluralize
from a4s_gui.catalog.part_numbers.part_number import normalize
from a4s_gui.catalog.part_numbers.recognition import with_series
from a4s_gui.session import reducers
from a4s_gui.session.changes import Change
from a4s_gui.ui.core.clipboard import add_copy_actions, copy_rows
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.pairs.pairs_columns import COLUMNS, for_inspection
from a4s_gui.ui.widgets.tables.row_table import RowTable
from a4s_gui.ui.widgets.tables.table_model import TableModel

_CELL_PADDING_PX = 14
_GIVE_WAY = (9, 8, 7, 6, 3)
"""Where there is no room the columns go from the right; height, packaging and numbers stay."""


class PairsTable(RowTable):
    """Shows the rows of the query; the current row is the chosen pair, if it is among them."""

    compare_asked = Signal()
    """The selected pairs are to be compared."""

    unsorted_words = "As in the &catalog"

    def __init__(self, controller: Controller) -> None:
        super().__init__("Pairs")
        self._controller = controller
        self.pairs_model = TableModel(COLUMNS, self, last=for_inspection)
        self._showing = False
        self._typed = ""
        self._since_typed = QElapsedTimer()
        self.setModel(self.pairs_model)
        self._set_up()
        self._show_rows()
        self._fit_columns()
        # By key a row is selected before it is current, by a click of the mouse after it.
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.selectionModel().selectionChanged.connect(self._choose)
        self.pairs_model.layoutChanged.connect(self._keep_visible)
        self.copy_asked.connect(self.copy_rows)
        controller.follow(("filter", "pair_id"), self._follow)

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected pairs, from top to bottom."""
        return [self.pairs_model.rows[row].id for row in self.selected_rows()]

    def ask_export(self) -> None:
        """Ask for files of the selected pairs, of all where at most one is selected."""
        rows = self.rows_to_copy()
        self._controller.export_asked.emit([self.pairs_model.rows[row].id for row in rows])

    def pairs_around(self, most: int) -> list[Pair]:
        """Return the pairs in the rows around the chosen one, the nearest first."""
        pairs, here = self.pairs_model.rows, self._chosen_row()
        near = sorted(range(len(pairs)), key=lambda row: abs(row - here))
        return [pairs[row] for row in near if row != here][:most]

    def copy_rows(self) -> int:
        """Copy the selected rows, all where none is, with headings; return how many."""
        rows = self.selected_rows() or list(range(self.pairs_model.rowCount()))
        copied = f"{pluralize(len(rows), 'row')} copied, with headings"
        copy_rows(self._controller, self.pairs_model.copied_rows(rows), copied)
        return len(rows)

    def step(self, rows: int) -> None:
        """Choose the pair some rows further down (or up), within the table."""
        count = self.pairs_model.rowCount()
        if count == 0:
            return
        here = self._chosen_row()
        row = (0 if rows > 0 else count - 1) if here < 0 else here + rows
        pair = self.pairs_model.row_at(max(0, min(count - 1, row)))
        if pair is not None:
            self._controller.apply(reducers.choose_pair, pair.id)

    def enter(self) -> None:
        """Take the focus, and the first row where none is selected."""
        if not self.selected_rows():
            self.step(1)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows take the first row where none is chosen, and choose the ends by key."""
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.selected_rows():
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not shifted:
            # Qt would go to the first or last column, which means nothing where rows are chosen.
            count = self.pairs_model.rowCount()
            self.step(count if event.key() == Qt.Key.Key_End else -count)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next part number that begins with what is typed, with or without its AXE."""
        fresh = (
            not self._since_typed.isValid()
            or self._since_typed.elapsed() > QApplication.keyboardInputInterval()
        )
        self._since_typed.start()
        self._typed = normalize(search) if fresh else self._typed + normalize(search)
        if not self._typed:
            return
        typed = with_series(self._typed)
        here = max(0, self.currentIndex().row())
        count = self.pairs_model.rowCount()
        for step in range(count):
            row = (here + step) % count
            pair = self.pairs_model.row_at(row)
            if pair and any(c.part_number.startswith(typed) for c in pair.connectors):
                self.setCurrentIndex(self.pairs_model.index(row, self.currentIndex().column()))
                return
        self._controller.message.emit(f"No part number in the table begins with {self._typed}")

    def _set_up(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(36)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def _fit_columns(self) -> None:
        """Give each column the width of its widest text; the sort mark has room beside it."""
        bold = self.font()
        bold.setBold(True)  # as pairs for inspection are written
        plain_metrics, bold_metrics = self.fontMetrics(), QFontMetrics(bold)
        pairs = self._controller.catalog.pairs
        special = [pair for pair in pairs if for_inspection(pair)]
        usual = [pair for pair in pairs if not for_inspection(pair)]
        widths = []
        for column in COLUMNS:
            # Measuring every text takes longer than all the rest of the table.
            longest, longest_bold = (
                max(map(column.text, some), key=len) for some in (usual, special)
            )
            texts = (f"{column.title}  ", longest)
            widest = max(map(plain_metrics.horizontalAdvance, texts))
            widest = max(widest, bold_metrics.horizontalAdvance(longest_bold))
            widths.append(widest + _CELL_PADDING_PX)
        self.keep_fitted(widths, _GIVE_WAY)

    def _follow(self, change: Change) -> None:
        if "filter" in change.fields:
            self._show_rows()
        else:
            self._show_choice()

    def _show_rows(self) -> None:
        self._showing = True
        self.pairs_model.show_rows(self._controller.result.rows)
        self._showing = False
        self._show_choice()

    def _show_choice(self) -> None:
        row = self._chosen_row()
        if row >= 0 and row == self.currentIndex().row() and row in self.selected_rows():
            return
        self._showing = True
        self.go_to(row)
        if row >= 0:
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()
        self._showing = False

    def _keep_visible(self) -> None:
        if self.selected_rows():
            self.scrollTo(self.currentIndex())

    def _choose(self) -> None:
        pair = self.pairs_model.row_at(self.user_row())
        if pair is not None and not self._showing:
            self._controller.apply(reducers.choose_pair, pair.id)

    def _chosen_row(self) -> int:
        """Return the row of the chosen pair, -1 where it is not among them."""
        chosen = self._controller.state.pair_id
        return self.pairs_model.place_of(lambda pair: pair.id == chosen)

    def context_menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of a row: copying, comparing, exporting several."""
        menu = super().context_menu(index)
        pair = self.pairs_model.row_at(index.row())
        if pair is not None:
            add_copy_actions(menu, self._controller, pair)
            menu.addAction("Add to compar&ison").triggered.connect(self.compare_asked)
        count = len(self.selected_rows())
        if count > 1:
            menu.addAction(f"E&xport {count} pairs…").triggered.connect(self.ask_export)
        return menu
