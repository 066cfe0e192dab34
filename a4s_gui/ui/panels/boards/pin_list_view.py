"""The pin list of the other half: from a pasted list, or from a connector that was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.boards.audit.finding import Level
from a4s_gui.boards.audit.number_findings import number_findings
from a4s_gui.boards.mirrored_list import kicad_symbol_pins, mirrored_nets, pin_list_csv
from a4s_gui.boards.reading.tables import read_table
from a4s_gui.boards.search.connector import Found
from a4s_gui.boards.search.identify import Searcher, read_parts
from a4s_gui.errors import A4sError
from a4s_gui.report.board_words import shown_names
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.clipboard import copy_text
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.boards.board_columns import short_name
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, caption_of, fill_box, row_at_left, set_tip
from a4s_gui.ui.widgets.line_edits import TypedField

_PASTED = "a pasted list"
_HOW = "Paste one pin and its net per line, as in\n1,GND\n2,VBAT"
_LONGEST_PART = "AXE540127D"
_FRAME_PX = 20
"""Around the text of a field."""
_MOST_CHARACTERS, _LONGEST_LINE = 50_000, 1_000
"""Of what is pasted: more is no list of 80 pins, and Qt would lay it out for seconds."""


class PinListView(QWidget):
    """Turns the nets of one half into those that its mate has to have.

    Pasted lists, and the other half, are numbered as the drawing is.
    """

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._connectors: tuple[Found, ...] = ()
        self._typed = ""
        self._other: tuple[str, dict[str, str]] | None = None
        self.source, self.part = QComboBox(), TypedField()
        self.pasted, self.mirrored = _PastedLines(), QPlainTextEdit()
        self.says, self.problem = text_label(), ProblemLabel()
        self.copy_list, self.copy_pins = QPushButton("Copy l&ist"), QPushButton("Copy &KiCad pins")
        self._build()
        self.show_connectors(())
        self.source.activated.connect(self._show_source)
        self.pasted.textChanged.connect(self._mirror)
        self.pasted.refused.connect(self.problem.show_error)
        self.part.textChanged.connect(self._mirror)
        self.copy_list.clicked.connect(self._copy_list)
        self.copy_pins.clicked.connect(self._copy_pins)
        controller.follow(("numbering", "pair_id"), self._show_source)

    def show_connectors(self, connectors: Sequence[Found]) -> None:
        """Offer these connectors beside the pasted list; the choice stays where it can."""
        chosen = self.source.currentText()
        self._connectors = tuple(connectors)
        self.source.clear()
        self.source.addItems([_PASTED, *map(short_name, connectors)])
        self.source.setCurrentIndex(max(0, self.source.findText(chosen)))
        self._show_source()

    def _build(self) -> None:
        set_tip(self.source, "Whose nets are mirrored")
        set_tip(self.part, "The part whose pins the pasted list names; empty for the drawn socket")
        set_tip(self.copy_list, "Copy the other half's list as CSV; check reads it, too")
        set_tip(self.copy_pins, "Copy the other half's pins to paste into a symbol of KiCad")
        self.source.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.part.setAccessibleName("Part")
        longest = self.part.fontMetrics().horizontalAdvance(_LONGEST_PART)
        self.part.setMinimumWidth(longest + _FRAME_PX)
        self.pasted.setAccessibleName("Pins and nets")
        self.mirrored.setAccessibleName("The other half's pins and nets")
        self.pasted.setPlaceholderText(_HOW)
        self.pasted.setTabChangesFocus(True)
        self.mirrored.setReadOnly(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        both = QSplitter(Qt.Orientation.Horizontal)
        for field in (self.pasted, self.mirrored):
            field.setFont(font)
            both.addWidget(field)
        top = fill_box(QHBoxLayout(), caption_of(self.source, "Nets of"), spacing=MARGIN_PX)
        top.addWidget(self.source, 2)
        top.addWidget(self.part, 1)
        buttons = row_at_left(self.copy_list, self.copy_pins)
        margins = (MARGIN_PX, 4, MARGIN_PX, 4)
        items = (top, self.says, self.problem, both, buttons)
        fill_box(QVBoxLayout(self), *items, grow=both, margins=margins)

    def _show_source(self) -> None:
        found = self._chosen()
        self.part.setVisible(found is None)
        pair = self._controller.pair
        self.part.setPlaceholderText(pair.socket.part_number if pair else "AXE540127")
        if not self.pasted.isReadOnly():
            self._typed = self.pasted.toPlainText()
        if found is not None:
            self.pasted.setPlainText("\n".join(f"{pin},{net}" for pin, net in found.nets.items()))
        elif self.pasted.isReadOnly():
            self.pasted.setPlainText(self._typed)
        self.pasted.setReadOnly(found is not None)
        self._mirror()

    def _chosen(self) -> Found | None:
        place = self.source.currentIndex() - 1
        return self._connectors[place] if 0 <= place < len(self._connectors) else None

    def _mirror(self) -> None:
        self.problem.clear()
        self._other = None
        try:
            found = self._chosen() or self._pasted()
            if found is not None:
                self._other = (
                    self._mate_of(found),
                    dict(mirrored_nets(found, self._controller.state.numbering)),
                )
                self._name_lost_pins(found)
        except A4sError as error:
            self.problem.show_error(error)
        part, nets = self._other or ("", {})
        numbering = self._controller.state.numbering.describe()
        self.says.setText(f"Its mate {part}, numbered as the drawing: {numbering}" if nets else "")
        self.says.setVisible(bool(nets))
        self.mirrored.setPlainText(pin_list_csv(part, nets) if nets else "")
        self.copy_list.setEnabled(bool(nets))
        self.copy_pins.setEnabled(bool(nets))

    def _name_lost_pins(self, found: Found) -> None:
        """Say which pins of a pasted list the mirrored one does not have."""
        lost = [
            f"{finding.text}: {shown_names(finding.pads)}"
            for finding in (number_findings(found) if found.component is None else ())
            if finding.level is Level.ERROR
        ]
        if lost:
            self.problem.show_error(A4sError("\n".join(lost)))

    def _pasted(self) -> Found | None:
        """Read the pasted list; ``None`` where there is none."""
        text = self.pasted.toPlainText()
        if not text.strip():
            return None
        catalog, numbering = self._controller.catalog, self._controller.state.numbering
        given = self.part.text().strip() or self.part.placeholderText()
        file = read_table(text, "list")
        parts = () if file.pin_list and file.pin_list.part else read_parts(catalog, [given])
        return Searcher(catalog, parts, numbering).search([file])[0]

    def _mate_of(self, found: Found) -> str:
        other = found.half.mate
        drawn, pairs = self._controller.pair, self._controller.catalog.pairs
        every = (drawn, *pairs) if drawn else pairs
        fitting = [pair for pair in every if pair.pins == found.pins]
        own = [pair for pair in fitting if pair.connector(found.half).part_number == found.part]
        return (own or fitting)[0].connector(other).part_number

    def _copy_list(self) -> None:
        if self._other:
            part, nets = self._other
            copy_text(self._controller, pin_list_csv(part, nets), f"Pin list of {part} copied")

    def _copy_pins(self) -> None:
        if self._other:
            part, nets = self._other
            copy_text(self._controller, kicad_symbol_pins(nets), f"KiCad pins of {part} copied")


class _PastedLines(QPlainTextEdit):
    """Takes lines that are pasted or dropped, but no other file that is."""

    refused = Signal(object)
    """The :class:`~a4s_gui.errors.A4sError` that says why a text is not taken."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files to the panel: Qt would write their paths here."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a text that may be a pin list."""
        text = source.text()
        longest = max(map(len, text.splitlines()), default=0)
        if len(text) <= _MOST_CHARACTERS and longest <= _LONGEST_LINE:
            super().insertFromMimeData(source)
            return
        said = f"{len(text):,} characters, {longest:,} in a line, are no list of pins"
        self.refused.emit(A4sError(f"pasted list: {said}; paste a pin and its net per line"))
