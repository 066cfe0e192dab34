"""The table of the evidence: a reading is taken by Return or a double click."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu

from a4s_gui.ui.panels.evidence.evidence_rows import COLUMNS, EvidenceRow, scale_span_mm
from a4s_gui.ui.panels.evidence.value_scale import ValueScale
from a4s_gui.ui.widgets.tables.row_table import RowTable
from a4s_gui.ui.widgets.tables.table_model import TableModel

_SCALE = 1
"""The column of the scale."""


class EvidenceTable(RowTable):
    """Figures and their readings; a figure's own line goes over the scale's column."""

    taken = Signal()
    """The value of the current reading is wanted in the pattern."""
    removed = Signal()
    """The current figure of one's own is to be removed."""
    whole_removed = Signal()
    """All that was read of its half at the same place is to be removed."""
    looked_at = Signal()
    """The keys have come to the table, or gone."""

    def __init__(self, model: TableModel[EvidenceRow]) -> None:
        super().__init__("Evidence")
        self._model = model
        self.scale = ValueScale(self)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegateForColumn(_SCALE, self.scale)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(_SCALE, self.fontMetrics().averageCharWidth() * 19)
        header.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.ResizeToContents)
        self.doubleClicked.connect(self.taken)
        self.return_pressed.connect(self.taken)

    def lay_out(self) -> None:
        """Give every figure the same scale, and its own line the room of two columns."""
        self.scale.span_mm = scale_span_mm(self._model.rows)
        self.clearSpans()
        for place, row in enumerate(self._model.rows):
            if row.one is None:
                self.setSpan(place, 0, 1, _SCALE + 1)

    @property
    def row(self) -> EvidenceRow | None:
        """The row that the user is on."""
        return self._model.row_at(self.user_row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys have come."""
        super().focusInEvent(event)
        self.looked_at.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys have gone."""
        super().focusOutEvent(event)
        self.looked_at.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove a reading of one's own with Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def context_menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of a row: taking its value, removing what is one's own, copying."""
        menu = super().context_menu(index)
        row = self._model.row_at(index.row())
        if row is not None and row.one is not None:
            menu.addAction("&Use this value").triggered.connect(self.taken)
            if row.one.reading.own:
                menu.addAction("&Remove figure…").triggered.connect(self.removed)
                whole = menu.addAction("Remove &all of this reading…")
                whole.triggered.connect(self.whole_removed)
        return menu
