"""The lines of a bill of materials, shown as they are copied."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from a4s_gui.catalog.orders.bill_of_materials import BOM_COLUMNS, bom_rows, bom_text
from a4s_gui.report.order_rows import OrderRow
from a4s_gui.ui.widgets.labels import SELECTABLE
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, wrapped

_GAP_PX = 18
_SPARE_PX = 4
"""A line that does not quite fit counts as hidden, and could be scrolled to."""


class BomLines(QWidget):
    """Two lines, one for each half, under a heading that names the packaging."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = QLabel()
        self.lines = _Lines()
        self.text = ""
        """What is copied."""
        self._build()

    def show_order(self, row: OrderRow | None) -> None:
        """Show the lines of one order, or none."""
        self.text = bom_text([row.order]) if row is not None else ""
        rows = bom_rows([row.order]) if row is not None else ()
        self.lines.show_rows(self.text.rstrip("\n"), rows)
        packaging = f", {row.packaging}" if row is not None else ""
        self.heading.setText(f"Bill of materials{packaging}")

    def _build(self) -> None:
        columns = ", ".join(BOM_COLUMNS)
        for widget in (self.heading, self.lines):
            widget.setToolTip(wrapped(f"Columns: {columns}"))
        margins = (MARGIN_PX, 0, MARGIN_PX, 0)
        fill_box(QVBoxLayout(self), self.heading, self.lines, margins=margins, spacing=2)


class _Lines(QPlainTextEdit):
    """Text to select and copy, as high as its lines.

    Its columns stand below each other where there is room for them all; else its lines are broken.
    """

    def __init__(self) -> None:
        super().__init__()
        self._stops_px = [0.0]
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName("Lines of the bill of materials")
        self.setTextInteractionFlags(SELECTABLE)

    def show_rows(self, text: str, rows: tuple[tuple[str, ...], ...]) -> None:
        """Show lines, each of whose columns is as wide as its longest text."""
        metrics = self.fontMetrics()
        self._stops_px = [0.0]
        for cells in zip(*rows, strict=True):
            widest = max(map(metrics.horizontalAdvance, cells))
            self._stops_px.append(self._stops_px[-1] + widest + _GAP_PX)
        self.setPlainText(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets the window shrink."""
        return QSize(1, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other, or break the lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margin_px = round(self.document().documentMargin())
        has_room = self._stops_px[-1] - _GAP_PX <= self.viewport().width() - 2 * margin_px
        option = QTextOption()
        option.setTabStopDistance(_GAP_PX)
        if has_room:
            stops = self._stops_px[1:-1]
            option.setTabs([QTextOption.Tab(stop, QTextOption.TabType.LeftTab) for stop in stops])
        self.document().setDefaultTextOption(option)
        height = 2 * self.frameWidth() + margin_px + _SPARE_PX  # the last block has its own margin
        block = self.document().firstBlock()
        while block.isValid():
            height += round(self.blockBoundingRect(block).height())
            block = block.next()
        if height != self.height():
            self.setFixedHeight(height)
