"""The panel of the pad map: the table of the pads that meet, to look up, copy and save."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QPushButton, QVBoxLayout

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.export.tables.pad_tables import pad_map_table
from a4s_gui.geometry.footprint import footprints
from a4s_gui.geometry.mating import pad_map
from a4s_gui.session import reducers
from a4s_gui.session.state import PadKey
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.clipboard import copy_rows
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver
from a4s_gui.ui.core.lazy_panel import LazyPanel
from a4s_gui.ui.core.pad_menu import copy_items
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.pad_map.pad_map_columns import COLUMNS, net_columns, pad_keys, summary
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, row_at_left, set_tip
from a4s_gui.ui.widgets.menus import Item
from a4s_gui.ui.widgets.tables.row_rest import RowRest
from a4s_gui.ui.widgets.tables.row_table import RowTable
from a4s_gui.ui.widgets.tables.table_model import TableModel

_SUFFIX = "padmap.csv"
_GIVE_WAY = (5, 4, 3, 2)
"""Where there is no room whether pads agree goes first, which both numbers say, then places."""
_HEAD_PADDING_PX = 10


class PadMapPanel(LazyPanel):
    """Shows which pads meet when the chosen pair is mated, with the numbering that holds."""

    def __init__(self, controller: Controller, settings: Settings) -> None:
        super().__init__()
        self._controller = controller
        self._showing = False
        self._nets: Mapping[Half, Mapping[str, str]] = {}
        self._keys: list[tuple[PadKey, PadKey]] = []
        self.pad_map = TableModel(COLUMNS, self)
        self.summary, self.numbering = text_label(bold=True), text_label(dim=True)
        self.table = RowTable("Pad map")
        self.table.setModel(self.pad_map)
        self.rest = RowRest(self.table)
        self.copy_button = QPushButton("Copy")
        self.save_button = QPushButton("Save &map as CSV…")
        self.problem = ProblemLabel()
        self._saver = FileSaver(controller, settings, self.problem)
        self.give_keys_to(self.table)
        self._build()
        controller.follow(("pair_id", "numbering", "pattern", "pad", "board"), self.invalidate)
        self.table.selectionModel().selectionChanged.connect(self._choose)

    def sizeHint(self) -> QSize:
        """Return a size in which no place of a pad is cut."""
        return QSize(self.fontMetrics().averageCharWidth() * 62, 500)

    def update_view(self) -> None:
        """Show the map of the pair that is chosen now, and the pad that is selected."""
        self._show_map(self._controller.spec)
        self._show_pad()

    def copy(self) -> None:
        """Copy the selected rows, all where at most one is, with the headings of the CSV file."""
        spec, rows = self._controller.spec, self.table.rows_to_copy()
        if spec is not None:
            head, *lines = pad_map_table(spec)
            copied = f"{len(rows)} rows of the pad map copied, with headings"
            copy_rows(self._controller, [head, *(lines[row] for row in rows)], copied)

    def _build(self) -> None:
        set_tip(self.copy_button, "Copy the selected rows, or all, for a spreadsheet")
        set_tip(self.save_button, "Save the whole pad map as a CSV file")
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self._save)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # nets differ at their ends
        self.table.copy_asked.connect(self.copy)
        self.table.offer_rows(self._row_items)
        self._fit_heads()
        margins = (MARGIN_PX, MARGIN_PX, MARGIN_PX, 4)
        buttons = row_at_left(self.copy_button, self.save_button)
        words = (self.summary, self.numbering, self.problem)
        top = fill_box(QVBoxLayout(), *words, buttons, margins=margins, spacing=4)
        fill_box(QVBoxLayout(self), top, self.table, self.rest, grow=self.table, spacing=0)

    def _show_map(self, spec: DrawingSpec | None) -> None:
        parts = footprints(spec.pair, spec.pattern, spec.numbering) if spec else None
        rows = pad_map(*parts) if parts else ()
        self._keys = pad_keys(parts, rows) if parts else []
        self._showing = True
        if spec is not None and spec.nets != self._nets:
            self._nets = spec.nets
            self.pad_map.show_rows(rows, (*COLUMNS, *net_columns(spec)))
            self._fit_heads()
        else:
            self.pad_map.show_rows(rows)
        self._showing = False
        self.summary.setText(summary(rows))
        self.numbering.setText(f"Numbering: {spec.numbering.describe()}." if spec else "")
        self.copy_button.setEnabled(spec is not None)
        self.save_button.setEnabled(spec is not None)

    def _fit_heads(self) -> None:
        """Leave each column, all being as wide, the room of the longest heading."""
        titles = [column.title for column in self.pad_map.columns]
        widest = max(map(self.fontMetrics().horizontalAdvance, titles)) + _HEAD_PADDING_PX
        self.table.keep_fitted([widest] * len(titles), _GIVE_WAY)

    def _show_pad(self) -> None:
        """Go to the row of the pad that is selected in the drawing."""
        pad = self._controller.state.pad
        row = next((row for row, keys in enumerate(self._keys) if pad in keys), -1)
        if row == self.table.currentIndex().row():
            return
        self._showing = True
        self.table.go_to(row)
        self._showing = False
        if row >= 0:
            self.table.scrollTo(self.table.currentIndex())

    def _choose(self) -> None:
        """Select the pad of the row that the user is on."""
        row = self.table.user_row()
        if row >= 0 and not self._showing:
            socket_pad, _header_pad = self._keys[row]
            self._controller.apply(reducers.select_pad, socket_pad)

    def _row_items(self, index: QModelIndex) -> list[Item]:
        """Return what can be copied of the two pads of a row."""
        keys = self._keys[index.row()] if index.isValid() else ()
        return [item for key in keys for item in copy_items(self._controller, key)]

    def _save(self) -> None:
        spec = self._controller.spec
        if spec is None:
            return
        kind, request = format_for(_SUFFIX), ExportRequest(spec)
        name, filters = kind.file_name(request), [f"{kind.title} (*.csv)"]
        self._saver.ask(self, "Save the pad map", name, filters, lambda _path: kind.write(request))
