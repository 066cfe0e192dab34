"""The panel of the pad map: the table of the pads that meet, to look up, copy and save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.session import reducers
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver
from a4s_gui.ui.core.lazy_panel import LazyPanel
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.core.theme import drawing_colours
from a4s_gui.ui.panels.pad_map.pad_map_model import PadMapModel
from a4s_gui.ui.widgets.row_table import RowTable

_SUFFIX = "padmap.csv"
_MARGIN_PX = 8


class PadMapPanel(LazyPanel):
    """Shows which pads meet when the chosen pair is mated, with the numbering that holds.

    Parameters
    ----------
    controller
        Holds the pair and its numbering.
    settings
        Where the folder of saved files is remembered.
    parent
        The Qt parent.
    """

    def __init__(
        self, controller: Controller, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._showing = False
        self._shown: object = None
        self.pad_map = PadMapModel(self)
        self.summary, self.numbering = QLabel(), QLabel()
        self.table = RowTable("Pad map")
        self.copy_button = QPushButton("&Copy")
        self.save_button = QPushButton("&Save as CSV…")
        self.problem = ProblemLabel()
        self._saver = FileSaver(controller, settings, self.problem.show_error)
        self.setFocusProxy(self.table)
        self._build()
        controller.follow(("pair_id", "numbering", "pattern", "pad"), self.invalidate)
        self.table.selectionModel().selectionChanged.connect(self._choose)

    def sizeHint(self) -> QSize:
        """Return the size of the side panels."""
        return QSize(self.fontMetrics().averageCharWidth() * 52, 500)

    def update_view(self) -> None:
        """Show the map of the pair that is chosen now, and the pad that is selected."""
        spec = self._controller.spec
        shown = (spec.pair, spec.pattern, spec.numbering) if spec else ()
        if shown != self._shown:  # another model would drop the rows that the user has selected
            self._shown = shown
            self._show_map(spec)
        self.pad_map.set_palette(drawing_colours(self.palette()))
        self._show_pad()

    def copy(self) -> None:
        """Copy the selected rows, all where at most one is, with headings."""
        rows = self.table.rows_to_copy()
        QGuiApplication.clipboard().setText(self.pad_map.as_tsv(rows))
        self._controller.message.emit(f"{len(rows)} rows of the pad map copied, with headings")

    def save_to(self, path: Path) -> None:
        """Write the pad map to a CSV file; where that fails, say why."""
        spec = self._controller.spec
        if spec is None:
            return
        self.problem.clear()
        self._saver.write(path, lambda: format_for(_SUFFIX).write(ExportRequest(spec)))

    def _build(self) -> None:
        for label in (self.summary, self.numbering):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        font = self.summary.font()
        font.setBold(True)
        self.summary.setFont(font)
        self.numbering.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.copy_button.setToolTip("Copy the selected rows, or all, for a spreadsheet")
        self.save_button.setToolTip("Save the whole pad map as a CSV file")
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self._save)
        self.table.setModel(self.pad_map)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.copy_asked.connect(self.copy)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.summary, self.numbering, self.problem):
            words.addWidget(label)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, 4)
        top.addLayout(words, 1)
        for button in (self.copy_button, self.save_button):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)

    def _show_map(self, spec: DrawingSpec | None) -> None:
        self._showing = True
        self.pad_map.show_spec(spec)
        self._showing = False
        self.summary.setText(self.pad_map.summary)
        self.numbering.setText(f"Numbering: {spec.numbering.describe()}." if spec else "")
        self.copy_button.setEnabled(spec is not None)
        self.save_button.setEnabled(spec is not None)

    def _show_pad(self) -> None:
        """Go to the row of the pad that is selected in the drawing."""
        row = self.pad_map.row_of(self._controller.state.pad)
        if row == self.table.currentIndex().row():
            return
        self._showing = True
        self.table.go_to(row)
        self._showing = False
        if row >= 0:
            self.table.scrollTo(self.table.currentIndex())

    def _choose(self) -> None:
        """Select the pad of the row that the user is on."""
        row = self.table.currentIndex().row()
        pad = self.pad_map.pad_of(row)
        selected = self.table.selectionModel().isRowSelected(row, QModelIndex())
        if pad is not None and selected and not self._showing:
            self._controller.apply(reducers.select_pad, pad)

    def _save(self) -> None:
        spec = self._controller.spec
        if spec is None:
            return
        kind = format_for(_SUFFIX)
        name = kind.file_name(ExportRequest(spec))
        self._saver.ask(self, "Save the pad map", name, [f"{kind.title} (*.csv)"], self.save_to)
