"""What every export asks of its sheet: paper, title block, scale, dots per inch; and a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QPushButton, QWidget

from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.title_block import UNLABELLED
from a4s_gui.export.registry import Format
from a4s_gui.export.request import ExportRequest
from a4s_gui.frozen import replace
from a4s_gui.session.settings_table import EXPORT_DPI, EXPORT_FOLDER
from a4s_gui.ui.core.checked_field import CheckedField
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_choice import read_dpi
from a4s_gui.ui.dialogs.label_fields import LabelFields
from a4s_gui.ui.widgets.layouts import add_row, fill_box
from a4s_gui.ui.widgets.line_edits import TypedField

SCALES = ("5:1", "10:1", "20:1", "50:1", "100:1")
_DPIS = ("150", "300", "600", "1200")


class SheetForm(QWidget):
    """Fields that say beneath what was typed why it cannot be; those that do not count are hidden.

    The settings remember what was asked for, once a file was written.
    """

    changed = Signal()
    """Something else is asked for."""

    def __init__(self, settings: Settings, scales: Sequence[str] = SCALES) -> None:
        super().__init__()
        self._settings = settings
        self.paper = choice_box(
            ("As large as the drawing" if paper is Paper.FIT else str(paper), paper)
            for paper in Paper
        )
        self.labels = LabelFields(settings)
        self.scale, self.dpi = SuggestingBox(scales), SuggestingBox(_DPIS)
        self.dpi.show_text(f"{settings.get(EXPORT_DPI):g}")
        self.scale_field, self.dpi_field = CheckedField(self.scale), CheckedField(self.dpi)
        self.browse = QPushButton("&Browse…")
        self._form = QFormLayout()
        self.labels.changed.connect(self.changed)
        self.scale.editTextChanged.connect(self.changed)
        self.dpi.editTextChanged.connect(self.changed)

    def _add_sheet(self) -> None:
        """Put the fields of the sheet into the form, beneath what is there."""
        add_row(self._form, "&Paper", self.paper)
        add_row(self._form, "&Title block", self.labels)
        add_row(self._form, "&Scale", self.scale, self.scale_field)
        add_row(self._form, "&Dots per inch", self.dpi, self.dpi_field)

    def _with_browse(self, field: CheckedField) -> QHBoxLayout:
        """Return a row of a place in the file system and the button that chooses it."""
        row = fill_box(QHBoxLayout(), field, grow=field)
        row.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _check_sheet(self, kinds: Sequence[Format], read_scale: Callable[[], object]) -> bool:
        """Show the fields that count, say in each what is wrong; return whether nothing is."""
        on_paper = any(kind.on_paper for kind in kinds)
        to_scale = any(kind.to_scale for kind in kinds)
        in_pixels = any(kind.in_pixels for kind in kinds)
        for row, counts in (
            (self.paper, on_paper),
            (self.labels, on_paper),
            (self.scale_field, to_scale),
            (self.dpi_field, in_pixels),
        ):
            self._form.setRowVisible(row, counts)
        fine = not to_scale or self.scale_field.check(read_scale)
        return (not in_pixels or self.dpi_field.check(self._read_dpi)) and fine

    def _on_sheet(self, drawing: ExportRequest, kinds: Sequence[Format]) -> ExportRequest:
        """Return a drawing on the sheet that is asked for, at its own scale."""
        on_paper = any(kind.on_paper for kind in kinds)
        in_pixels = any(kind.in_pixels for kind in kinds)
        return replace(
            drawing,
            dpi=self._read_dpi() if in_pixels else drawing.dpi,
            paper=Paper(self.paper.currentData()) if on_paper else Paper.FIT,
            labels=self.labels.labels if on_paper else UNLABELLED,
        )

    def _remember_sheet(self, folder: Path, kinds: Sequence[Format]) -> None:
        self._settings.set(EXPORT_FOLDER, str(folder))
        if any(kind.in_pixels for kind in kinds):
            self._settings.set(EXPORT_DPI, self._read_dpi())
        if any(kind.on_paper for kind in kinds):
            self.labels.remember()

    def _read_dpi(self) -> float:
        return read_dpi(self.dpi.currentText())


class SuggestingBox(QComboBox):
    """A field to type in, with the usual values to pick."""

    typed = Signal()
    """The user has typed or picked something."""

    def __init__(self, usual: Sequence[str]) -> None:
        super().__init__()
        self.addItems(list(usual))
        self._line = TypedField()
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type] # it would make 20 of a typed 2
        self.activated.connect(self.typed)
        self._line.typed.connect(self.typed)

    def show_text(self, text: str) -> None:
        """Show a value that the user has not given."""
        self._line.show_text(text)


def choice_box(items: Iterable[tuple[str, object]]) -> QComboBox:
    """Return a choice of texts, each with its data."""
    box = QComboBox()
    for text, value in items:
        box.addItem(text, value)
    return box
