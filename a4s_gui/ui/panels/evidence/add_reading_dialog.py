"""Adding a reading of one's own: a board, a caliper; each field says why it is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.errors import A4sError
from a4s_gui.export.reading_writer import add_reading
from a4s_gui.geometry.land_pattern.editing import Figure
from a4s_gui.geometry.land_pattern.evidence import figure_label
from a4s_gui.geometry.land_pattern.field_readings import (
    MASK_MARGIN,
    READ_FIGURES,
    Reading,
    ReadingKind,
)
from a4s_gui.geometry.land_pattern.figure_text import read_figure
from a4s_gui.geometry.land_pattern.own_reading import (
    ReadFigure,
    check_document,
    check_read_on,
    check_reading_name,
)
from a4s_gui.geometry.land_pattern.pattern import TERMINAL_REFERENCES, LandPatternError
from a4s_gui.ui.core.checked_field import CheckedField, ProblemLabel
from a4s_gui.ui.widgets.layouts import add_row, fill_box
from a4s_gui.ui.widgets.line_edits import TypedField
from a4s_gui.ui.widgets.questions import save_buttons

_OFFSET = "terminal_offset_mm"


class AddReadingDialog(QDialog):
    """Asks for one figure that was read, and keeps it; where that fails, it says why and stays.

    A name of the ``known`` readings that is chosen again brings its source along; ``figure`` is
    offered first, by its name in a land pattern.
    """

    saved = Signal(str)
    """The name of the figure that was added."""

    def __init__(
        self, folder: Path, known: Sequence[Reading], figure: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._own = {reading.name: reading for reading in known if reading.own}
        self._known = {(reading.name, reading.half): reading for reading in known if reading.own}
        self.setWindowTitle("Add a reading")
        self.name, self.half, self.figure = QComboBox(), QComboBox(), QComboBox()
        self.kind, self.reference = QComboBox(), QComboBox()
        self.document, self.value, self.read_on = TypedField(), TypedField(), TypedField()
        self.problem = ProblemLabel()
        self.buttons = save_buttons(self, self._save)
        self._fields = {field: CheckedField(field) for field in (self.name, self.document)}
        self._value_field = CheckedField(self.value)
        self._read_on_field = CheckedField(self.read_on)
        self._fill(figure)
        self._lay_out()
        self.name.currentTextChanged.connect(self._take_known)
        self.half.currentIndexChanged.connect(self._take_known_half)
        self.figure.currentIndexChanged.connect(self._check)
        self.document.textChanged.connect(self._check)
        self.value.textChanged.connect(self._check)
        self.read_on.textChanged.connect(self._check)
        self._check()

    @property
    def problems(self) -> list[str]:
        """What the fields say is wrong."""
        fields = (*self._fields.values(), self._value_field, self._read_on_field)
        return [field.problem.text() for field in fields if field.problem.text()]

    def _fill(self, figure: str) -> None:
        field = TypedField()
        field.setPlaceholderText("My board, revision B")
        self.name.setLineEdit(field)
        self.name.addItems(list(self._own))
        self.name.setCurrentIndex(-1)
        self.name.setMinimumContentsLength(30)
        for half in Half:
            self.half.addItem(half.capitalize(), half)
        for name in (*READ_FIGURES, MASK_MARGIN):
            label = figure_label(name if name == MASK_MARGIN else f"{Half.SOCKET}.{name}")
            self.figure.addItem(capitalize_first(label.partition(": ")[2]), name)
        for kind in ReadingKind:
            self.kind.addItem(capitalize_first(kind.words), kind)
        self.kind.setCurrentIndex(self.kind.findData(ReadingKind.MEASURED))
        self.reference.addItems(list(TERMINAL_REFERENCES))
        part, _, name = figure.partition(".")
        self.figure.setCurrentIndex(self.figure.findData(figure if part == "common" else name))
        if part == Half.HEADER:
            self.half.setCurrentIndex(1)
        self.document.setPlaceholderText("Caliper, or the board's file")
        self.read_on.setPlaceholderText("Part number, or number of pins; may be empty")

    def _lay_out(self) -> None:
        form = self._form = QFormLayout()
        add_row(form, "&Name", self.name, self._fields[self.name])
        add_row(form, "S&ource", self.document, self._fields[self.document])
        add_row(form, "&What it is", self.kind)
        add_row(form, "&Half", self.half)
        add_row(form, "&Read on", self.read_on, self._read_on_field)
        add_row(form, "&Figure", self.figure)
        add_row(form, "A&dded to", self.reference)
        add_row(form, "&Value, mm", self.value, self._value_field)
        fill_box(QVBoxLayout(self), form, self.problem, self.buttons, margins=None)

    def _take_known(self, name: str) -> None:
        """Bring source and kind of a reading along that is there already."""
        known = self._own.get(name)
        if known is not None:
            self.document.setText(known.source.document)
            self.kind.setCurrentIndex(self.kind.findData(known.kind))
            self._take_known_half()
        self._check()

    def _take_known_half(self) -> None:
        """Bring along what a half was read on, where it was read before; else nothing stands."""
        known = self._known.get((self.name.currentText(), Half(self.half.currentData())))
        self.read_on.setText(known.part or f"{known.pins or ''}" if known else "")
        self._check()

    def _check(self) -> None:
        """Say beneath each field that was filled in why it is refused."""
        self.problem.clear()
        self._form.setRowVisible(self.reference, self.figure.currentData() == _OFFSET)
        name, document, value = self.name.currentText(), self.document.text(), self.value.text()
        read_on, half = self.read_on.text(), Half(self.half.currentData())
        checks: tuple[tuple[CheckedField, str, Callable[[], object]], ...] = (
            (self._fields[self.name], name, lambda: check_reading_name(name)),
            (self._fields[self.document], document, lambda: check_document(document)),
            (self._value_field, value, self._value_mm),
            (self._read_on_field, read_on, lambda: check_read_on(read_on, half)),
        )
        for field, text, check in checks:
            if text:
                field.check(check)
            else:
                field.problem.clear()
        filled = all((name, document, value))
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(filled and not self.problems)

    def _value_mm(self) -> float:
        figure = Figure(self._figure_name, "", "mm")
        try:
            return read_figure(figure, self.value.text())
        except LandPatternError as error:
            raise A4sError(error.reason) from None

    @property
    def _figure_name(self) -> str:
        name: str = self.figure.currentData()
        return name if name == MASK_MARGIN else f"{self.half.currentData()}.{name}"

    def _save(self) -> None:
        offset = self.figure.currentData() == _OFFSET
        try:
            read = ReadFigure(
                self.name.currentText(),
                self.document.text(),
                ReadingKind(self.kind.currentData()),
                Half(self.half.currentData()),
                self._figure_name,
                self._value_mm(),
                self.reference.currentText() if offset else "",
                self.read_on.text(),
            )
            add_reading(self._folder, read)
        except LandPatternError as error:
            label = capitalize_first(figure_label(error.field))
            self.problem.show_error(A4sError(f"{label}: {error.reason}"))
        except A4sError as error:
            self.problem.show_error(error)
        else:
            self.saved.emit(self._figure_name)
            self.accept()
