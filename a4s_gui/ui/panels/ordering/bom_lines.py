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
_LINES = 2
_SPARE_PX = 4
"""A line that does not quite fit counts as hidden, and could be scrolled to."""


class BomLines(QWidget):
    """Two lines, one for each half, under a heading that names the packaging."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
    """Text to select and copy, its columns below each other, as high as its lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text_width_px = 0.0
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName("Lines of the bill of materials")
        self.setTextInteractionFlags(SELECTABLE)

    def show_rows(self, text: str, rows: tuple[tuple[str, ...], ...]) -> None:
        """Show lines, each of whose columns is as wide as its longest text."""
        metrics = self.fontMetrics()
        option = QTextOption(self.document().defaultTextOption())
        stops: list[float] = [0.0]
        for cells in zip(*rows, strict=True):
            stops.append(stops[-1] + max(map(metrics.horizontalAdvance, cells)) + _GAP_PX)
        option.setTabs([QTextOption.Tab(stop, QTextOption.TabType.LeftTab) for stop in stops[1:]])
        self.document().setDefaultTextOption(option)
        self.setPlainText(text)
        self._text_width_px = stops[-1]
        self._fit_height()

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets the window shrink."""
        return QSize(1, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the scroll bar where the lines do not fit."""
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        around = 2 * (self.frameWidth() + round(self.document().documentMargin())) + _SPARE_PX
        height = _LINES * self.fontMetrics().lineSpacing() + around
        if self._text_width_px > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)
