"""The fields of an export: view, format, paper, scale, dots per inch and the file's name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog, QLabel

from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.scales import default_scale
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.export.layout import scale_on
from a4s_gui.export.naming import drawing_stem
from a4s_gui.export.registry import FORMATS, Format
from a4s_gui.export.request import ExportRequest
from a4s_gui.frozen import replace
from a4s_gui.session.settings_table import EXPORT_FORMAT, EXPORT_SCALE
from a4s_gui.ui.core.checked_field import CheckedField
from a4s_gui.ui.core.file_dialogs import export_folder
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_choice import (
    file_named,
    folder_named,
    format_named_by,
    read_scale,
    with_suffix,
)
from a4s_gui.ui.dialogs.numbering_fields import NumberingFields
from a4s_gui.ui.dialogs.sheet_form import SheetForm, choice_box
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import add_row
from a4s_gui.ui.widgets.line_edits import TypedField
from a4s_gui.ui.widgets.menus import plain

_FILE, _FOLDER = "&File", "&Folder"


class ExportForm(SheetForm):
    """Fields that follow one another, and say beneath what was typed why it cannot be.

    Fields that do not count for a format are not shown. Name and scale are suggested until the user
    gives their own.
    """

    renamed = Signal()
    """The file has changed."""

    def __init__(
        self, spec: DrawingSpec, settings: Settings, related: tuple[Pair, ...] = ()
    ) -> None:
        super().__init__(settings)
        self._spec = spec
        self._related = related
        self._name_is_ours = self._scale_is_ours = True
        self._asks_folder = False
        self.numbering = NumberingFields(spec.numbering)
        self.view = choice_box((view.words.title, view) for view in View)
        self.format = choice_box((f"{kind.title} (.{kind.suffix})", kind) for kind in FORMATS)
        self.file = TypedField()
        self.file.setMinimumWidth(360)
        self.file_field = CheckedField(self.file)
        self.size_label, self.meaning = QLabel(), text_label()
        self._lay_out()
        self._fill_in()
        for box in (self.view, self.format, self.paper):
            box.currentIndexChanged.connect(self._suggest)
        self.numbering.changed.connect(self._suggest)
        self.scale.typed.connect(self._take_scale)
        self.file.typed.connect(self._take_name)
        self.file.textChanged.connect(self.renamed)
        self.browse.clicked.connect(self._browse)

    @property
    def kind(self) -> Format:
        """The format."""
        kind: Format = self.format.currentData()
        return kind

    @property
    def request(self) -> ExportRequest:
        """What the fields ask for; what cannot be is an :class:`A4sError`."""
        kind, drawing = self.kind, self._drawing
        is_typed = kind.to_scale
        scale = read_scale(self.scale.currentText()) if is_typed else default_scale(drawing.view)
        return self._on_sheet(ExportRequest(drawing, scale, related=self._related), [kind])

    @property
    def path(self) -> Path:
        """The file to write; the folder of the files where several are written.

        Where none is named it is an :class:`A4sError`.
        """
        text = self.file.text()
        return (folder_named if self._asks_folder else file_named)(text, self.kind)

    @property
    def folder(self) -> Path:
        """The folder that is written into; raises as :attr:`path`."""
        return self.path if self._asks_folder else self.path.parent

    def check(self) -> bool:
        """Say in each field what is wrong there; return whether nothing is but for the file."""
        scale = self.scale.currentText()
        return self._check_sheet([self.kind], lambda: read_scale(scale))

    def check_file(self) -> bool:
        """Say what is wrong with the file's name; return whether nothing is."""
        return self.file_field.check(lambda: self.path)

    def describe(self, size: str = "–", meaning: str = "") -> None:
        """Show how large the drawing gets, and what that means."""
        self.size_label.setText(size)
        self.meaning.setText(meaning)

    def remember(self) -> None:
        """Keep what was asked for, for the next time."""
        self._remember_sheet(self.folder, [self.kind])
        self._settings.set(EXPORT_FORMAT, self.kind.suffix)
        if not self._scale_is_ours and not self._needs_own_scale:
            self._settings.set(EXPORT_SCALE, self.request.scale)

    @property
    def _paper(self) -> Paper:
        return Paper(self.paper.currentData()) if self.kind.on_paper else Paper.FIT

    @property
    def _drawing(self) -> DrawingSpec:
        view = View(self.view.currentData())
        return replace(self._spec, view=view, numbering=self.numbering.numbering)

    @property
    def _needs_own_scale(self) -> bool:
        return self._drawing.view is View.TAPE or self._paper is not Paper.FIT

    def _lay_out(self) -> None:
        form = self._form
        self.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow("", text_label(self._spec.pair.numbers, wrap=False, bold=True))
        add_row(form, "&View", self.view)
        add_row(form, "N&umbers", self.numbering)
        add_row(form, "F&ormat", self.format)
        self._add_sheet()
        self._file_label = add_row(form, _FILE, self.file, self._with_browse(self.file_field))
        form.addRow("Size", self.size_label)
        form.addRow("", self.meaning)
        nets = ", nets those of the boards" if any(self._spec.nets.values()) else ""
        form.addRow("", QLabel(f"Layers and land pattern are those of the window{nets}."))

    def _fill_in(self) -> None:
        settings = self._settings
        self.view.setCurrentIndex(self.view.findData(self._spec.view))
        suffix = settings.get(EXPORT_FORMAT)
        suffixes = [kind.suffix for kind in FORMATS]
        self.format.setCurrentIndex(suffixes.index(suffix) if suffix in suffixes else 0)
        folder = export_folder(settings)
        self.file.show_text(str(folder / "drawing"))
        self._suggest()

    def _suggest(self) -> None:
        """Follow view, format and paper with name and scale, until the user has given their own."""
        kind, drawing = self.kind, self._drawing
        self._suggest_file(drawing, kind)
        if self._scale_is_ours:
            scale = self._settings.get(EXPORT_SCALE)
            if self._needs_own_scale:
                scale = scale_on(self._paper, drawing, self.labels.labels)
            with QSignalBlocker(self.scale):  # one change, however many fields follow it
                self.scale.show_text(f"{scale:g}:1")
        self.changed.emit()

    def _suggest_file(self, drawing: DrawingSpec, kind: Format) -> None:
        """Follow with the file's name, or the folder alone where several files are written."""
        path = Path(self.file.text())
        folder = path if self._asks_folder else path.parent
        had_folder, self._asks_folder = self._asks_folder, _files_of(drawing, kind) > 1
        self._file_label.setText(_FOLDER if self._asks_folder else _FILE)
        self.file.setAccessibleName(plain(self._file_label.text()))
        if self._asks_folder:
            self.file.show_text(str(folder))
        elif self._name_is_ours or had_folder:
            self.file.show_text(str(folder / _usual_name(drawing, kind)))
        elif path.name:
            self.file.show_text(str(with_suffix(path, kind)))

    def _take_scale(self) -> None:
        self._scale_is_ours = False

    def _take_name(self, text: str) -> None:
        self._name_is_ours = False
        named = format_named_by(text)
        if named is not None and named is not self.kind:
            self._asks_folder = False
            place = self.file.cursorPosition()
            self.format.setCurrentIndex(FORMATS.index(named))
            self.file.setCursorPosition(place)

    def _browse(self) -> None:
        if self._asks_folder:
            folder = QFileDialog.getExistingDirectory(self, "Export drawing", self.file.text())
            self.file.show_text(folder or self.file.text())
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            "Export drawing",
            self.file.text(),
            ";;".join(kind.name_filter for kind in FORMATS),
            self.kind.name_filter,
            QFileDialog.Option.DontConfirmOverwrite,  # asked when it comes to saving
        )
        if chosen:
            self._take_name(chosen)
            self.file.show_text(str(with_suffix(Path(chosen), self.kind)))


def _files_of(drawing: DrawingSpec, kind: Format) -> int:
    try:
        return len(kind.split(ExportRequest(drawing)))
    except A4sError:  # a view that the format cannot hold, as the dialog says elsewhere
        return 1


def _usual_name(drawing: DrawingSpec, kind: Format) -> str:
    request = ExportRequest(drawing)
    try:
        return kind.file_name(request)
    except A4sError:  # a view that the format cannot hold, as the dialog says elsewhere
        return f"{drawing_stem(request)}.{kind.suffix}"
