"""The fields of an export of many pairs: views, formats, sheet, names and the folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QGroupBox, QVBoxLayout

from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.export.many.file_names import PLACEHOLDERS, NamePattern
from a4s_gui.export.many.plan import Wanted, in_view, tasks_for
from a4s_gui.export.many.task import Task
from a4s_gui.export.registry import FORMATS, Format
from a4s_gui.export.request import ExportRequest
from a4s_gui.frozen import replace
from a4s_gui.session.settings_table import MANY_FORMATS, MANY_NAME, MANY_VIEWS
from a4s_gui.ui.core.checked_field import CheckedField
from a4s_gui.ui.core.file_dialogs import export_folder
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_choice import folder_of, read_scale
from a4s_gui.ui.dialogs.sheet_form import SCALES, SheetForm
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import add_row, fill_box, set_tip
from a4s_gui.ui.widgets.line_edits import TypedField

T = TypeVar("T")
_LIBRARY, _PACKAGE = "library", "package"
_LIBRARIES = {
    _LIBRARY: "KiCad library: footprints, symbols, models",
    _PACKAGE: "The library as a package for KiCad's content manager",
}
_VIEW_COLUMNS, _FORMAT_COLUMNS = 3, 2
_USUAL_SCALE = "usual"
"""Each view's own, or the one that fits the paper."""


class ManyForm(SheetForm):
    """Asks what is to be written of some pairs; says beneath what was typed why it cannot be.

    ``drawings`` are one a pair, see :func:`drawings_of`; the settings remember the choices, once
    files were written.
    """

    def __init__(self, drawings: Sequence[ExportRequest], settings: Settings) -> None:
        super().__init__(settings, (_USUAL_SCALE, *SCALES))
        self._drawings = drawings
        self.views = _checks({view: view.words.title for view in View}, settings.get(MANY_VIEWS))
        titles = {kind.suffix: f"{kind.title} (.{kind.suffix})" for kind in FORMATS}
        self.formats = _checks({**titles, **_LIBRARIES}, settings.get(MANY_FORMATS))
        self.name, self.folder = TypedField(), TypedField()
        self.name.setText(settings.get(MANY_NAME))
        self.preview = text_label(dim=True)
        self.name_field, self.folder_field = CheckedField(self.name), CheckedField(self.folder)
        self.folder.setText(str(export_folder(settings)))
        self._lay_out()
        self._connect()

    @property
    def chosen_formats(self) -> tuple[Format, ...]:
        """The formats that are chosen, the library aside."""
        return tuple(kind for kind in FORMATS if self.formats[kind.suffix].isChecked())

    @property
    def chosen_folder(self) -> Path:
        """The folder that is named; where there is none an :class:`A4sError`."""
        return folder_of(self.folder.text())

    def check(self) -> bool:
        """Show the fields that count, say in each what is wrong; return whether nothing is."""
        checks = (
            self._check_sheet(self.chosen_formats, self._read_scale),
            self.name_field.check(lambda: NamePattern(self.name.text())),
            self.folder_field.check(lambda: self.chosen_folder),
        )
        return all(checks)

    def tasks(self) -> tuple[Task, ...]:
        """Return what is asked for, a task a file.

        Nothing chosen, or two files of one name, is an :class:`A4sError`.
        """
        views = [view for view, box in self.views.items() if box.isChecked()]
        kinds = self.chosen_formats
        if not views and any(kind.to_scale for kind in kinds):
            raise A4sError("no view is chosen; choose one to draw")
        scale = self._read_scale() if any(kind.to_scale for kind in kinds) else None
        drawings = [self._on_sheet(drawing, kinds) for drawing in self._drawings]
        if scale is not None:
            drawings = [replace(drawing, scale=scale) for drawing in drawings]
        wanted = Wanted(
            [in_view(drawing, view) for drawing in drawings for view in views or (View.PAIR,)],
            kinds,
            NamePattern(self.name.text()),
            usual_scale=scale is None,
            library=self.formats[_LIBRARY].isChecked(),
            package=self.formats[_PACKAGE].isChecked(),
        )
        return tasks_for(wanted, self.chosen_folder)

    def remember(self) -> None:
        """Keep what was asked for, for the next time."""
        settings = self._settings
        self._remember_sheet(self.chosen_folder, self.chosen_formats)
        settings.set(MANY_VIEWS, _chosen(self.views))
        settings.set(MANY_FORMATS, _chosen(self.formats))
        settings.set(MANY_NAME, self.name.text().strip())

    def _read_scale(self) -> float | None:
        """Return the scale of all drawings; ``None`` for the usual one of each."""
        text = self.scale.currentText().strip()
        return None if text in ("", _USUAL_SCALE) else read_scale(text)

    def _lay_out(self) -> None:
        views = _group("Views", self.views.values(), _VIEW_COLUMNS)
        files = _group("Files", self.formats.values(), _FORMAT_COLUMNS)
        fill_box(QVBoxLayout(self), views, files, self._form, spacing=8)
        form = self._form
        self._add_sheet()
        add_row(form, "&Names", self.name, self.name_field)
        form.addRow("", self.preview)
        add_row(form, "F&older", self.folder, self._with_browse(self.folder_field))
        words = [f"{{{name}}}: {known.meaning}" for name, known in PLACEHOLDERS.items()]
        tip = ["{name}: the usual name", *words, "KiCad footprints and the library keep their own."]
        set_tip(self.name, "\n".join(tip))

    def _connect(self) -> None:
        for box in (*self.views.values(), *self.formats.values()):
            box.toggled.connect(self.changed)
        self.paper.currentIndexChanged.connect(self.changed)
        for line in (self.name, self.folder):
            line.textChanged.connect(self.changed)
        self.browse.clicked.connect(self._browse)

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Export many", self.folder.text())
        self.folder.setText(folder or self.folder.text())


def _checks(titles: Mapping[T, str], chosen: tuple[str, ...]) -> dict[T, QCheckBox]:
    """Return a box to check for each of some choices, with those checked that are chosen."""
    boxes = {choice: QCheckBox(title) for choice, title in titles.items()}
    for choice, box in boxes.items():
        box.setChecked(str(choice) in chosen)
    return boxes


def _chosen(boxes: Mapping[T, QCheckBox]) -> tuple[str, ...]:
    return tuple(str(choice) for choice, box in boxes.items() if box.isChecked())


def _group(title: str, boxes: Iterable[QCheckBox], columns: int) -> QGroupBox:
    group = QGroupBox(title)
    grid = QGridLayout(group)
    for place, box in enumerate(boxes):
        grid.addWidget(box, place // columns, place % columns)
    return group
