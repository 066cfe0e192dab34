"""The panel of ordering: from pieces wanted to reels, cartons and lines of a bill of materials."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.catalog.numbers import format_number
from a4s_gui.catalog.orders.bill_of_materials import bom_csv
from a4s_gui.catalog.orders.ordering import Order, OrderUnit
from a4s_gui.catalog.user_numbers import NumberError
from a4s_gui.errors import A4sError
from a4s_gui.report.order_rows import OrderColumn, OrderRow, order_rows
from a4s_gui.session import reducers
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.clipboard import copy_rows, copy_text
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver
from a4s_gui.ui.core.lazy_panel import LazyPanel
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.ordering.bom_lines import BomLines
from a4s_gui.ui.panels.ordering.order_rules_label import OrderRulesLabel
from a4s_gui.ui.panels.ordering.ordering_columns import COLUMNS, copied_orders
from a4s_gui.ui.panels.ordering.ordering_table import OrderingTable
from a4s_gui.ui.panels.ordering.pieces_fields import PiecesFields
from a4s_gui.ui.widgets.labels import SELECTABLE, text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, scrolled, set_tip
from a4s_gui.ui.widgets.tables.table_model import TableModel

_NOTHING_CHOSEN = "Choose a pair in the table to see what to order of it."
_NOTHING_TYPED = "Type how many pieces of each half are wanted, for example 12000."
_REFUSED = "Correct the number above."

_Packaging = tuple[str, OrderUnit]


class OrderingPanel(LazyPanel):
    """Says what to order for so many pieces, in every packaging; the pieces hold for every pair."""

    def __init__(self, controller: Controller, settings: Settings) -> None:
        super().__init__()
        self._controller = controller
        self._looked_at: _Packaging | None = None
        self.orders = TableModel(COLUMNS, self)
        self.pieces = PiecesFields()
        self.problem = ProblemLabel()
        self._saver = FileSaver(controller, settings)
        self.choose_button = QPushButton("Choose th&is pair")
        self.copy_button = QPushButton("Copy tab&le")
        self.copy_bom_button = QPushButton("Copy &BOM lines")
        self.save_bom_button = QPushButton("Save BO&M as CSV…")
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._button_rows = (QHBoxLayout(), QHBoxLayout())
        self._button_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.hint = text_label(_NOTHING_TYPED, dim=True)
        self.wanted = text_label(dim=True)
        self.table = OrderingTable(self.orders)
        self.rest = text_label(dim=True, flags=SELECTABLE)
        """The figures of the selected row with their formulas, where the table has no room."""
        self.bom = BomLines()
        self.rules = OrderRulesLabel()
        self.give_keys_to(self.pieces)
        self._build()
        self._connect()
        self._take_wanted()

    @property
    def row(self) -> OrderRow | None:
        """The row that is selected: its order is what the bill of materials holds."""
        return self.orders.row_at(self.table.user_row())

    @property
    def order(self) -> Order | None:
        """What the bill of materials holds, of both halves."""
        return self.row.order if self.row is not None else None

    def sizeHint(self) -> QSize:
        """Return a size in which every button has room, two by two."""
        width = max(self._widths) + 2 * MARGIN_PX
        return QSize(max(width, self.fontMetrics().averageCharWidth() * 60), 500)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: buttons beneath the fields, any height."""
        width = max(self._widths)
        return QSize(width + 2 * MARGIN_PX, 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beneath the fields, two by two, where there is no room beside them."""
        super().resizeEvent(event)
        fields, *rows = self._widths
        directions = QBoxLayout.Direction
        narrow = fields + sum(rows) + 4 * MARGIN_PX > self.width()
        wanted = directions.TopToBottom if narrow else directions.LeftToRight
        layout = self.layout()
        if layout is not None and self._top.direction() is not wanted:
            for box in (self._top, self._button_row):
                box.setDirection(wanted)
            # Qt forgets to lay out anew where a box within was not laid out yet.
            layout.invalidate()
            layout.activate()

    def update_view(self) -> None:
        """Answer for the pair that is chosen and the pieces that are typed now."""
        self.problem.clear()
        pair, wanted = self._controller.pair, self._read()
        if pair is None:
            self.rules.clear()
            self._show_orders((), _NOTHING_CHOSEN)
            return
        known = self._controller.knowledge.order_rules
        self.rules.show_rules(pair, known)
        if wanted is None:
            self._show_orders((), _NOTHING_TYPED if self.pieces.are_empty else _REFUSED)
        else:
            self._show_orders(order_rows(self._controller.catalog, pair, *wanted, known))

    def show_problem(self, error: A4sError) -> None:
        """Say beneath the fields why nothing can be ordered."""
        self.problem.show_error(error)
        self.rules.clear()
        self._show_orders((), "")

    def copy(self) -> None:
        """Copy the whole table with formulas and sources."""
        copied = "What to order copied, with formulas and sources"
        copy_rows(self._controller, copied_orders(self.orders.rows), copied)

    def copy_bom(self) -> None:
        """Copy the lines of the bill of materials, tabs between the columns."""
        order = self.order
        if order is not None:
            numbers = " and ".join(half.connector.part_number for half in order.halves)
            copy_text(self._controller, self.bom.text, f"BOM lines of {numbers} copied")

    def save_bom(self) -> None:
        """Ask where to save the bill of materials."""
        order = self.order
        if order is not None:
            numbers = "-".join(connector.part_number for connector in order.pair.connectors)
            self._saver.ask(
                self,
                "Save the bill of materials",
                f"{numbers}-bom.csv",
                ["Bill of materials (*.csv)"],
                lambda _path: bom_csv([order]).encode(),
            )

    def choose(self) -> None:
        """Choose the pair of the selected row."""
        if self.order is not None:
            self._controller.apply(reducers.choose_pair, self.order.pair.id)

    def _build(self) -> None:
        for button, tip in (
            (self.choose_button, "Choose the pair of the selected packaging"),
            (self.copy_button, "Copy the table with formulas and sources, for a spreadsheet"),
            (self.copy_bom_button, "Copy these lines, with tabs between the columns"),
            (self.save_bom_button, "Save these lines under a heading as a CSV file"),
        ):
            set_tip(button, tip)
        orders, lines = self._button_rows
        fill_box(orders, self.choose_button, self.copy_button)
        fill_box(lines, self.copy_bom_button, self.save_bom_button)
        fill_box(self._button_row, orders, lines, spacing=4)
        fill_box(self._top, self.pieces, margins=(MARGIN_PX, 4, MARGIN_PX, 4), spacing=4)
        self._top.addStretch(1)
        self._top.addLayout(self._button_row)
        self.problem.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 4)
        for label in (self.wanted, self.hint, self.rest):
            label.setContentsMargins(MARGIN_PX, 2, MARGIN_PX, 2)
        answer = self._answer_area()
        fill_box(QVBoxLayout(self), self._top, self.problem, answer, grow=answer, spacing=0)

    def _answer_area(self) -> QScrollArea:
        inside = QWidget()
        items = (self.wanted, self.hint, self.table, self.rest, self.bom, self.rules)
        fill_box(QVBoxLayout(inside), *items, margins=(0, 0, 0, MARGIN_PX), spacing=4).addStretch(1)
        return scrolled(inside)

    def _connect(self) -> None:
        self.pieces.typed.connect(self._ask)
        self.choose_button.clicked.connect(self.choose)
        self.copy_button.clicked.connect(self.copy)
        self.table.chosen.connect(self.choose)
        self.table.copy_asked.connect(self.copy)
        self.table.row_changed.connect(self._show_bom)
        self.table.columns_fitted.connect(self._show_rest)
        self.copy_bom_button.clicked.connect(self.copy_bom)
        self.save_bom_button.clicked.connect(self.save_bom)
        self._controller.follow(("pair_id", "wanted"), self._take_wanted)
        self._controller.follow(("questions",), self._show_pieces)
        self._show_pieces()
        self._take_wanted()

    def _ask(self) -> None:
        sockets, headers = self.pieces.texts
        self._controller.apply(reducers.ask, sockets=sockets, headers=headers)
        self.refresh()

    def _show_pieces(self) -> None:
        asked = self._controller.state.questions
        if self.pieces.show_texts(asked.sockets, asked.headers):
            self.invalidate()

    @property
    def _widths(self) -> tuple[int, ...]:
        """The least widths of the fields and of each row of buttons."""
        rows = (row.minimumSize().width() for row in self._button_rows)
        return self.pieces.minimumSizeHint().width(), *rows

    def _show_orders(self, rows: tuple[OrderRow, ...], hint: str = "") -> None:
        """Show what to order, or in its place a hint."""
        self.hint.setText(hint)
        self.orders.show_rows(rows)
        self.hint.setVisible(bool(hint))
        self.table.setVisible(bool(rows))
        self.bom.setVisible(bool(rows))
        if rows:
            self.table.fit()
            self.table.go_to(_place_of(self._looked_at, rows))
        self._show_bom()

    def _take_wanted(self) -> None:
        """Fill in how many pieces of the pair's halves a part list means, where it does."""
        state, pair = self._controller.state, self._controller.pair
        names = [f"{part} {format_number(count)}" for part, count in state.wanted.items()]
        self.wanted.setText(f"Pieces by the part list: {', '.join(names)}")
        self.wanted.setVisible(bool(names))
        if pair is not None:
            counts = [state.wanted.get(half.part_number, 0) for half in pair.connectors]
            if any(counts):
                self.pieces.set_pieces(*(count or max(counts) for count in counts))
        self.invalidate()

    def _read(self) -> tuple[int, int] | None:
        """Return the pieces of both halves, ``None`` where there is none or one is refused."""
        if self.pieces.are_empty:
            return None
        try:
            return self.pieces.read()
        except NumberError as error:
            self.problem.show_error(error)
            return None

    def _show_bom(self) -> None:
        row = self.row
        if row is not None:  # while another number is typed it is not forgotten
            self._looked_at = _packaging_of(row)
        self.bom.show_order(row)
        self._show_rest()
        chosen = self._controller.state.pair_id
        self.choose_button.setEnabled(row is not None and row.order.pair.id != chosen)
        for button in (self.copy_button, self.copy_bom_button, self.save_bom_button):
            button.setEnabled(row is not None)

    def _show_rest(self) -> None:
        row = self.row if self.table.is_cut else None
        self.rest.setText("\n".join(_figure_lines(row)) if row is not None else "")
        self.rest.setVisible(row is not None)


def _figure_lines(row: OrderRow) -> list[str]:
    """Return the figures of a row, each with its formula."""
    cells = {column.title: row.cell(column) for column in list(OrderColumn)[1:]}
    words = {title: filter(None, (cell.text, cell.figure.note)) for title, cell in cells.items()}
    return [f"{title}: {'; '.join(parts)}" for title, parts in words.items()]


def _packaging_of(row: OrderRow) -> _Packaging:
    return row.order.pair.id, row.order.unit


def _place_of(wanted: _Packaging | None, rows: tuple[OrderRow, ...]) -> int:
    """Return the row of what was looked at; the pair's own where there is none."""
    packagings = [_packaging_of(row) for row in rows]
    return packagings.index(wanted) if wanted in packagings else 0
