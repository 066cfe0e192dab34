"""The pad map as a table: which header pad each socket pad meets. Selecting a row selects a pad."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from a4s_gui.catalog.delimited import tab_separated
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.palette import LIGHT, Palette
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.style import ColorRole
from a4s_gui.export.tables.pad_tables import Row, pad_map_table
from a4s_gui.geometry.footprint import footprints
from a4s_gui.session.state import PadKey
from a4s_gui.ui.widgets.table_model import Head, Index, TableModel

COLUMNS = (
    Head("Socket", "Pad of the socket"),
    Head("Header", "Pad of the header that it meets"),
    Head("x", "Along the rows from the centre, in mm; the same on both boards"),
    Head("Socket y", "Across the rows in the top view of the socket's board, in mm, down"),
    Head("Header y", "Across the rows in the top view of the header's board, in mm, down"),
    Head("Agrees", "Whether both pads have the same number"),
)
_LENGTHS, _AGREES = (2, 3, 4), 5


class PadMapModel(TableModel):
    """The rows of :func:`~a4s_gui.export.tables.pad_tables.pad_map_table`, in socket order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self._rows: list[Row] = []
        self._headings: Row = ()
        self._keys: list[tuple[PadKey, PadKey]] = []
        self._palette = LIGHT

    @property
    def summary(self) -> str:
        """How many of the pads that meet have the same number, in words."""
        agreeing = sum(self.agrees(row) for row in range(len(self._rows)))
        if agreeing == len(self._rows):
            return f"n meets n, for all {agreeing} contacts." if agreeing else ""
        missing = len(self._rows) - agreeing
        return f"{missing} of {len(self._rows)} contacts do not meet their own number."

    def show_spec(self, spec: DrawingSpec | None) -> None:
        """Show the pad map of a drawing, or none."""
        table = pad_map_table(spec) if spec else []
        if table == [self._headings, *self._rows]:
            return
        self.beginResetModel()
        self._headings = table[0] if table else ()
        self._rows = table[1:]
        self._keys = _keys(spec, self._rows) if spec else []
        self.endResetModel()

    def set_palette(self, palette: Palette) -> None:
        """Mark what does not agree in the colour of pad 1, which all palettes can tell apart."""
        self._palette = palette
        if self._rows:
            last = self.index(len(self._rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.ForegroundRole])

    def agrees(self, row: int) -> bool:
        """Say whether both pads of a row have the same number."""
        return self._rows[row][_AGREES] == "yes"

    def pad_of(self, row: int) -> PadKey | None:
        """Return the socket's pad of a row."""
        return self._keys[row][0] if 0 <= row < len(self._keys) else None

    def row_of(self, pad: PadKey | None) -> int:
        """Return the row of a pad of either half; -1 for terminals, which meet no contact."""
        return next((row for row, keys in enumerate(self._keys) if pad in keys), -1)

    def as_tsv(self, rows: Sequence[int]) -> str:
        """Return some rows as a spreadsheet takes them: tabs, one line of headings."""
        return tab_separated([self._headings, *(self._rows[row] for row in rows)])

    def count_rows(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text; rows that do not agree stand out."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole and not self.agrees(index.row()):
            return QColor(self._palette.inks[ColorRole.PIN_1])
        return None

    def _text(self, row: int, column: int) -> str:
        text = self._rows[row][column]
        return f"{float(text):.3f}".replace("-", "−") if column in _LENGTHS else text


def _keys(spec: DrawingSpec, rows: Sequence[Row]) -> list[tuple[PadKey, PadKey]]:
    """Return the pads of each row, the socket's and the header's."""
    socket, header = (
        {pad.number: index for index, pad in enumerate(part.pads)}
        for part in footprints(spec.pair, spec.pattern, spec.numbering)
    )
    return [
        (PadKey(Half.SOCKET, socket[row[0]]), PadKey(Half.HEADER, header[row[1]])) for row in rows
    ]
