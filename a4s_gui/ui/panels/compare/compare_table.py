"""The table of the comparison as it is seen: headings across, heads to click, cells to copy."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu

from a4s_gui.ui.core.theme import drawing_colours
from a4s_gui.ui.panels.compare.compare_heads import CompareHeads, line_samples
from a4s_gui.ui.panels.compare.compare_model import CompareModel
from a4s_gui.ui.widgets.menus import Entry, Item, build_menu
from a4s_gui.ui.widgets.tables.row_table import RowTable

_WIDEST_COLUMN_PX = 150
_CELL_PADDING_PX = 4
_WIDEST_NAMES_PX = 180


class CompareTable(RowTable):
    """Shows the rows of a comparison; a head, Return or a menu chooses a pair, Delete drops it."""

    chosen = Signal(str)
    """The id of a pair that is to be drawn."""
    dropped = Signal(str)
    """The id of a pair that is to be taken out."""

    has_column_menu = False

    def __init__(self) -> None:
        super().__init__("Comparison")
        self.rows = CompareModel(self)
        self.heads = CompareHeads(self)
        self.setModel(self.rows)
        self.setHorizontalHeader(self.heads)
        self._set_up()
        self.heads.sectionClicked.connect(self._choose)
        self.heads.remove_asked.connect(self._drop)

    def refresh(self) -> None:
        """Bring headings, heads and widths up to date with the rows."""
        self.clearSpans()
        columns = self.rows.columnCount()
        if columns > 1:
            for row in self.rows.headings:
                self.setSpan(row, 0, 1, columns)
        self.heads.name_buttons(tuple(pair.id for pair in self.rows.pairs))
        self.resizeColumnsToContents()
        for column in range(columns):
            width = self.columnWidth(column) + _CELL_PADDING_PX
            self.setColumnWidth(column, min(width, _WIDEST_COLUMN_PX))

    @property
    def whole_width_px(self) -> int:
        """The width at which the names, every pair and the scroll bar beside them are seen."""
        columns = self.heads.length()
        return _WIDEST_NAMES_PX + columns + self.verticalScrollBar().sizeHint().width()

    def show_theme(self, palette: QPalette) -> None:
        """Draw lines in the colours of a palette."""
        samples = line_samples(drawing_colours(palette), self.devicePixelRatioF())
        self.rows.set_look(palette, samples)

    def cells_to_copy(self) -> list[tuple[int, int]]:
        """Return the row and column of each selected cell, none where at most one is selected."""
        cells = [(index.row(), index.column()) for index in self.selectedIndexes()]
        return cells if len(cells) > 1 else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Draw the column's pair with Return, take it out with Delete."""
        column = self.currentIndex().column()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(column)
        elif event.key() == Qt.Key.Key_Delete:
            self._drop(column)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pairs more than half of the width."""
        self.verticalHeader().setFixedWidth(min(_WIDEST_NAMES_PX, self.width() * 2 // 5))
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return a size in which a row of one pair can be read."""
        return QSize(160, 70)

    def context_menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of a cell: copying, and what can be done with its pair."""
        copy = Entry("&Copy", self.copy_asked.emit)
        return build_menu(self, [copy, *self._pair_items(index.column())])

    def head_items(self, column: int) -> list[Item]:
        """Return what can be done with a column's pair."""
        return self._pair_items(column)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAlternatingRowColors(False)
        self.setCornerButtonEnabled(False)
        names = self.verticalHeader()
        names.show()
        names.setAccessibleName("Figures")
        names.setDefaultSectionSize(self.fontMetrics().height() + 5)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setHighlightSections(False)
        names.setSectionsClickable(False)

    def _pair_items(self, column: int) -> list[Item]:
        pair = self.rows.pair_of(column)
        if pair is None:
            return []
        return [
            Entry(f"&Draw {pair.id}", partial(self._choose, column)),
            Entry(f"&Take {pair.id} out", partial(self._drop, column)),
        ]

    def _choose(self, column: int) -> None:
        pair = self.rows.pair_of(column)
        if pair is not None:
            self.chosen.emit(pair.id)

    def _drop(self, column: int) -> None:
        pair = self.rows.pair_of(column)
        if pair is not None:
            self.dropped.emit(pair.id)
