"""The panel of alternatives: what else fits the chosen pair, to choose, to compare, to copy."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.catalog.compare import MOST_PAIRS
from a4s_gui.catalog.derived import counted
from a4s_gui.catalog.model import Pair
from a4s_gui.ui.alternatives_model import (
    COLUMNS,
    FIRST_OF_PAIR,
    AlternativeRow,
    AlternativesModel,
    alternative_rows,
)
from a4s_gui.ui.controller import Controller
from a4s_gui.ui.state import State

_MARGIN_PX = 8
_CELL_PADDING_PX = 14
_NOTHING = "Choose a pair in the table to see what else fits."


class AlternativesPanel(QWidget):
    """Shows other heights, packagings and products, and fewer or more pins, beside the pair."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._stale = True
        self._rows_soon = QTimer(self)
        self._rows_soon.setSingleShot(True)
        self._rows_soon.setInterval(0)
        self._rows_soon.timeout.connect(self._refresh)
        self.alternatives = AlternativesModel(self)
        self.summary = QLabel(_NOTHING)
        self.choose_button = QPushButton("Choose")
        self.compare_button = QPushButton("Compare")
        self.copy_button = QPushButton("Copy")
        self.table = AlternativesTable(self.alternatives, self)
        self.setFocusProxy(self.table)
        self._build()
        self._show_buttons()
        controller.changed.connect(self._changed)

    def sizeHint(self) -> QSize:
        """Return a low and wide size: all rows of a pair and their headings."""
        return QSize(850, self.fontMetrics().height() * 11)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bring the rows up to date after this paint: a panel that nobody sees does nothing."""
        super().paintEvent(event)
        if self._stale:
            self._rows_soon.start()

    def choose(self) -> None:
        """Choose the pair of the current row; there is none where the row gives a reason."""
        row = self._current
        if row is not None and row.pair is not None:
            self._controller.choose_pair(row.pair.id)

    def compare(self) -> None:
        """Set the pair of the current row beside the chosen one, or those compared already."""
        row = self._current
        if row is None or row.pair is None:
            return
        if not self._controller.compared:
            self._controller.compare_pair(row.chosen.id)
        before = self._controller.compared
        self._controller.compare_pair(row.pair.id)
        now = self._controller.compared
        if now != before:
            place = f"{len(now)} of {MOST_PAIRS}"
            self._controller.message.emit(f"{_numbers(row.pair)} is in Compare now, {place}")

    def copy(self) -> None:
        """Copy the selected rows, all where at most one is, with headings and sources."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        if len(rows) < 2:
            rows = list(range(self.alternatives.rowCount()))
        QGuiApplication.clipboard().setText(self.alternatives.as_tsv(rows))
        copied = counted(len(rows), "row")
        self._controller.message.emit(f"{copied} of alternatives copied, with formulas and sources")

    @property
    def _current(self) -> AlternativeRow | None:
        return self.alternatives.row_at(self.table.currentIndex().row())

    def _build(self) -> None:
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        # A long name of a land pattern must not keep the window from shrinking.
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        top = QHBoxLayout()
        top.setContentsMargins(_MARGIN_PX, 2, _MARGIN_PX, 2)
        top.addWidget(self.summary, 1)
        for button, tip, act in (
            (self.choose_button, "Choose the pair of this row (Return, double click)", self.choose),
            (self.compare_button, "Set this pair beside the chosen one, in Compare", self.compare),
            (self.copy_button, "Copy the selected rows, or all, for a spreadsheet", self.copy),
        ):
            button.setToolTip(tip)
            button.setStatusTip(tip)
            button.clicked.connect(act)
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        self.table.chosen.connect(self.choose)
        self.table.copy_asked.connect(self.copy)
        self.table.selectionModel().currentChanged.connect(self._show_buttons)

    def _changed(self, new: State, old: State) -> None:
        if (new.pair_id, new.pattern) != (old.pair_id, old.pattern):
            self._stale = True
            self.update()

    def _refresh(self) -> None:
        self._stale = False
        pair = self._controller.pair
        before = self._current
        rows: tuple[AlternativeRow, ...] = ()
        if pair is None:
            self.summary.setText(_NOTHING)
        else:
            pattern = self._controller.pattern
            rows = alternative_rows(self._controller.catalog, pair, pattern)
            text = f"Beside {_numbers(pair)}, on the land pattern “{pattern.title}”"
            self.summary.setText(text)
            self.summary.setToolTip(text)
        self.alternatives.show_rows(rows)
        self.table.lay_out()
        # Who goes up pin count by pin count stays on that row.
        kinds = [row.kind for row in rows]
        first = next((place for place, row in enumerate(rows) if row.pair is not None), 0)
        here = kinds.index(before.kind) if before is not None and before.kind in kinds else first
        self.table.go_to(here)
        self._show_buttons()

    def _show_buttons(self) -> None:
        row = self._current
        for button in (self.choose_button, self.compare_button):
            button.setEnabled(row is not None and row.pair is not None)
        self.copy_button.setEnabled(self.alternatives.rowCount() > 0)


class AlternativesTable(QTableView):
    """Rows to select; Return and a double click choose, Ctrl+C copies."""

    chosen = Signal()
    copy_asked = Signal()

    def __init__(self, model: AlternativesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_GreyWhereNone(self))
        self.setAccessibleName("Alternatives")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(36)
        self.doubleClicked.connect(self.chosen)

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

    def go_to(self, row: int) -> None:
        """Select one row, whichever keys are held down; ``selectRow`` would heed Ctrl and Shift."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Return; copy and step by whole rows where Qt would by cells."""
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not shifted:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self._model.rowCount() - 1)
        else:
            super().keyPressEvent(event)


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


def _numbers(pair: Pair) -> str:
    return f"{pair.socket.part_number} + {pair.header.part_number}"
