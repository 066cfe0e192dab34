"""The heads of the compared pairs: a click chooses a pair, a button takes it out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHeaderView, QTableView, QToolButton

from a4s_gui.drawing.palette import Palette
from a4s_gui.drawing.views.compare_view import COMPARED
from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.widgets.buttons import tool_button
from a4s_gui.ui.widgets.layouts import set_tip

_BUTTON_PX = 20
_SAMPLE_PX = QSize(22, 12)
_SAMPLE_PEN_PX = 2.0
_PX_PER_MM = 3.0
"""Of the strokes in a sample: two of the longest are in it."""


class CompareHeads(QHeaderView):
    """Heads with a button in each."""

    remove_asked = Signal(int)
    """The column that is to be taken out."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.buttons: list[QToolButton] = []
        """Of the columns, from left to right."""
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(48)
        self.setAccessibleName("Compared pairs")
        self.sectionResized.connect(self._place)
        self.geometriesChanged.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)

    def name_buttons(self, names: tuple[str, ...]) -> None:
        """Show a button for each pair, named after the pair that it takes out."""
        while len(self.buttons) < len(names):
            before = self.buttons[-1] if self.buttons else self._table
            self.buttons.append(self._button(len(self.buttons)))
            self.setTabOrder(before, self.buttons[-1])  # else it would be the window's last
        for i, button in enumerate(self.buttons):
            button.setVisible(i < len(names))
            if i < len(names):
                set_tip(button, f"Take {names[i]} out of the comparison")
                button.setAccessibleName(f"Remove {names[i]}")
        self._place()

    def sectionSizeFromContents(self, logical_index: int) -> QSize:
        """Return the room of a head's text, and of the button beside it."""
        return super().sectionSizeFromContents(logical_index) + QSize(_BUTTON_PX, 0)

    def _button(self, column: int) -> QToolButton:
        button = tool_button(parent=self.viewport())
        button.setFixedSize(_BUTTON_PX, _BUTTON_PX)
        button.setIcon(icon("close"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.remove_asked.emit(column))
        return button

    def _place(self) -> None:
        for column, button in enumerate(self.buttons):
            if column < self.count():
                right = self.sectionViewportPosition(column) + self.sectionSize(column)
                button.move(right - _BUTTON_PX - 2, (self.height() - _BUTTON_PX) // 2)


def line_samples(palette: Palette, ratio: float) -> tuple[QPixmap, ...]:
    """Return a piece of every pair's line, as the picture has it, for ``ratio`` pixels to one."""
    found = []
    for ink, dash in COMPARED:
        sample = QPixmap(_SAMPLE_PX * ratio)
        sample.setDevicePixelRatio(ratio)
        sample.fill(Qt.GlobalColor.transparent)
        pen = QPen(QColor(palette.inks[ink]), _SAMPLE_PEN_PX)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash.strokes_mm:
            pen.setDashPattern([mm * _PX_PER_MM / _SAMPLE_PEN_PX for mm in dash.strokes_mm])
        painter = QPainter(sample)
        painter.setPen(pen)
        middle = _SAMPLE_PX.height() // 2
        painter.drawLine(0, middle, _SAMPLE_PX.width(), middle)
        painter.end()
        found.append(sample)
    return tuple(found)
