"""The table of alternatives: rows to select, reasons across the row, a menu for each."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from a4s_gui.ui.panels.alternatives.alternatives_model import (
    COLUMNS,
    FIRST_OF_PAIR,
    AlternativesModel,
)
from a4s_gui.ui.widgets.row_table import RowTable

_CELL_PADDING_PX = 14


class AlternativesTable(RowTable):
    """Rows to select; Return and a double click choose, Ctrl+C copies."""

    chosen = Signal()
    """The pair of the current row is to be chosen."""

    compare_asked = Signal()
    """The pair of the current row is to be compared."""

    text_copied = Signal(str)
    """A part number of the current row is to be copied."""

    def __init__(self, model: AlternativesModel, parent: QWidget | None = None) -> None:
        super().__init__("Alternatives", parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_GreyWhereNone(self))
        self.horizontalHeader().setMinimumSectionSize(36)
        self.doubleClicked.connect(self.chosen)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def lay_out(self) -> None:
        """Give each column the width of its texts, and a reason the room of its whole row."""
        self.clearSpans()
        metrics = self.fontMetrics()
        for number, column in enumerate(COLUMNS):
            texts = [column.title, *(column.text(r, r.pair) for r in self._model.rows if r.pair)]
            texts += [row.title for row in self._model.rows if number < FIRST_OF_PAIR]
            # Bold is wider than the font that is measured here.
            widest = 1.08 * max(map(metrics.horizontalAdvance, texts))
            self.setColumnWidth(number, round(widest) + _CELL_PADDING_PX)
        for place, row in enumerate(self._model.rows):
            if row.pair is None:
                self.setSpan(place, FIRST_OF_PAIR, 1, len(COLUMNS) - FIRST_OF_PAIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Return; step by whole rows where Qt would by cells."""
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not shifted:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self._model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def context_menu(self) -> QMenu:
        """Return the menu of the current row."""
        menu = QMenu(self)
        row = self._model.row_at(self.currentIndex().row())
        pair = None if row is None else row.pair
        if pair is not None:
            menu.addAction("C&hoose").triggered.connect(self.chosen)
            menu.addAction("Add to compar&ison").triggered.connect(self.compare_asked)
            menu.addSeparator()
        menu.addAction("&Copy rows").triggered.connect(self.copy_asked)
        for connector in () if pair is None else pair.connectors:
            number = connector.part_number
            action = menu.addAction(f"Copy {number}")
            action.triggered.connect(lambda _checked=False, n=number: self.text_copied.emit(n))
        return menu

    def _show_menu(self, at: QPoint) -> None:
        menu = self.context_menu()
        menu.exec(self.viewport().mapToGlobal(at))
        menu.deleteLater()


class _GreyWhereNone(QStyledItemDelegate):
    """Draws rows that give a reason in the grey of what is disabled, of the theme that holds."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        row = model.row_at(index.row()) if isinstance(model, AlternativesModel) else None
        if row is not None and row.pair is None:
            option.palette.setCurrentColorGroup(QPalette.ColorGroup.Disabled)
            option.state &= ~QStyle.StateFlag.State_Enabled
