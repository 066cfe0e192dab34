"""The table of what to order: values with a bar of what is left over, formulas in small."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from a4s_gui.drawing.style import ColorRole
from a4s_gui.report.order_rows import OrderCell, OrderColumn, OrderRow
from a4s_gui.ui.core.theme import mark_colour
from a4s_gui.ui.widgets.labels import smaller
from a4s_gui.ui.widgets.tables.row_table import RowTable
from a4s_gui.ui.widgets.tables.table_model import ROW_ROLE, TableModel

_PADDING_PX = 6
_ABOVE_PX = 2
_GAP_PX = 8
_BAR_PX = QSize(64, 8)
_GIVE_WAY = (OrderColumn.CARTONS, OrderColumn.PIECES, OrderColumn.EXCESS)
"""Where there is no room these columns go, the first first."""


class OrderingTable(RowTable):
    """Rows to select, as high as they are; Return and a double click choose, Ctrl+C copies."""

    row_changed = Signal()
    """The user is on another row now."""
    chosen = Signal()
    """The pair of the current row is to be chosen."""

    hides_columns = False

    def __init__(self, model: TableModel[OrderRow]) -> None:
        super().__init__("What to order")
        self.is_cut = False
        """Whether columns are hidden or formulas cut, for lack of room."""
        self.setModel(model)
        self.setItemDelegate(_FigureDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        small = QFontMetrics(_small(self.font()))
        self.verticalHeader().setDefaultSectionSize(
            self.fontMetrics().height() + small.height() + 2 * _ABOVE_PX
        )
        self.doubleClicked.connect(self.chosen)
        self.return_pressed.connect(self.chosen)
        self.selectionModel().selectionChanged.connect(self.row_changed)

    def fit(self) -> None:
        """Show formulas whole where there is room for all columns, else cut them first.

        The table gets the height of its rows.
        """
        self._take_back()  # to Qt a hidden heading needs no room
        whole, short = (
            [self._width_px(column, cut=cut) for column in OrderColumn] for cut in (False, True)
        )
        self.is_cut = sum(whole) > self.viewport().width()
        self.fit_columns(short if self.is_cut else whole, _GIVE_WAY)
        left = self.viewport().width() - self.horizontalHeader().length()
        if self.is_cut and left > 0:
            self.setColumnWidth(OrderColumn.ORDER, self.columnWidth(OrderColumn.ORDER) + left)
        self._fit_height()

    def _width_px(self, column: OrderColumn, *, cut: bool) -> int:
        """Return the width of a column's texts; ``cut`` leaves formulas out, never part numbers."""
        heading = self.horizontalHeader().sectionSizeHint(column)
        rows = range(self.model().rowCount())
        cells = [_cell(self.model().index(row, column)) for row in rows]
        widths = [_text_widths(cell, self.font()) for cell in cells if cell is not None]
        only_upper = cut and column is not OrderColumn.PACKAGING
        texts = [upper if only_upper else max(upper, lower) for upper, lower in widths]
        return max(heading, *texts, 0) + 2 * _PADDING_PX + 2

    def _fit_height(self) -> None:
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        height = heads.sizeHint().height() + rows.length()
        if heads.length() > self.width():
            height += self.horizontalScrollBar().sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)


class _FigureDelegate(QStyledItemDelegate):
    """Draws a value, the bar of what is left over, and beneath both the formula in small."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = _cell(index)
        self.initStyleOption(option, index)
        option.text = ""
        # A whole row in the colour of selected text would drown the small formulas.
        if option.state & QStyle.StateFlag.State_Selected:
            option.state &= ~QStyle.StateFlag.State_Selected
            option.backgroundBrush = option.palette.brush(QPalette.ColorRole.Midlight)
        table = option.widget
        style = QStyle.ControlElement.CE_ItemViewItem
        table.style().drawControl(style, option, painter, table)
        if cell is None:
            return
        roles = QPalette.ColorRole
        ink, dim = (option.palette.color(role) for role in (roles.Text, roles.PlaceholderText))
        warning = QColor(mark_colour(ColorRole.PIN_1))
        painter.save()
        inside = option.rect.adjusted(_PADDING_PX, _ABOVE_PX, -_PADDING_PX, -_ABOVE_PX)
        upper, lower = QRect(inside), QRect(inside)
        small = _small(option.font)
        lower.setTop(inside.bottom() + 1 - QFontMetrics(small).height())
        upper.setBottom(lower.top() - 1)
        elided = Qt.TextElideMode.ElideRight
        note = QFontMetrics(small).elidedText(cell.figure.note, elided, lower.width())
        _draw(painter, lower, note, small, dim)
        font = QFont(option.font)
        font.setBold(cell.strong)
        if cell.share is not None:
            top = upper.center().y() - _BAR_PX.height() // 2
            bar = QRect(QPoint(upper.left(), top), _BAR_PX)
            _draw_bar(painter, bar, cell.share, dim, warning if cell.large else dim)
            upper.setLeft(bar.right() + 1 + _GAP_PX)
        _draw(painter, upper, cell.text, font, warning if cell.large else ink)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        cell = _cell(index)
        if cell is None:
            return QSize(0, 0)
        return QSize(max(_text_widths(cell, option.font)) + 2 * _PADDING_PX + 2, 0)


def _cell(index: QModelIndex | QPersistentModelIndex) -> OrderCell | None:
    row = index.data(ROW_ROLE)
    return row.cell(OrderColumn(index.column())) if isinstance(row, OrderRow) else None


def _text_widths(cell: OrderCell, font: QFont) -> tuple[int, int]:
    """Return the widths of a cell's value, with its bar, and of its formula, in pixels."""
    value_font = QFont(font)
    value_font.setBold(cell.strong)
    upper = QFontMetrics(value_font).horizontalAdvance(cell.text)
    if cell.share is not None:
        upper += _GAP_PX + _BAR_PX.width()
    return upper, QFontMetrics(_small(font)).horizontalAdvance(cell.figure.note)


def _draw(painter: QPainter, place: QRect, text: str, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _draw_bar(painter: QPainter, bar: QRect, share: float, frame: QColor, ink: QColor) -> None:
    """Draw what is ordered as a frame and fill what of it is left over, at its right end."""
    painter.setPen(frame)
    painter.drawRect(bar.adjusted(0, 0, -1, -1))
    inside = bar.adjusted(1, 1, -1, -1)
    inside.setLeft(inside.right() + 1 - round(inside.width() * share))
    if inside.width() > 0:
        painter.fillRect(inside, ink)


def _small(font: QFont) -> QFont:
    return smaller(font, 0.88)
