"""The fields of an export: view, format, paper, scale, dots per inch and the file's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.scales import DEFAULT_DPI, default_scale
from a4s_gui.drawing.sheet.title_block import UNLABELLED
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.export.layout import scale_on
from a4s_gui.export.naming import drawing_stem
from a4s_gui.export.registry import FORMATS, Format
from a4s_gui.export.request import ExportRequest
from a4s_gui.frozen import replace
from a4s_gui.session.settings_table import EXPORT_DPI, EXPORT_FOLDER, EXPORT_FORMAT, EXPORT_SCALE
from a4s_gui.ui.core.checked_field import CheckedField
from a4s_gui.ui.core.file_dialogs import export_folder
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_choice import (
    file_named,
    folder_named,
    format_named_by,
    read_dpi,
    read_scale,
    with_suffix,
)
from a4s_gui.ui.dialogs.label_fields import LabelFields
from a4s_gui.ui.dialogs.numbering_fields import NumberingFields
from a4s_gui.ui.widgets.layouts import add_row
from a4s_gui.ui.widgets.line_edits import TypedField
from a4s_gui.ui.widgets.menus import plain

SCALES = ("5:1", "10:1", "20:1", "50:1", "100:1")
_FILE, _FOLDER = "&File", "&Folder"
DPIS = ("150", "300", "600", "1200")


class ExportForm(QWidget):
    """Fields that follow one another, and say beneath what was typed why it cannot be.

    Fields that do not count for a format are not shown. Name and scale are suggested until the user
    gives their own.
    """

    changed = Signal()
    """What is to be drawn has changed, and perhaps the file."""
    renamed = Signal()
    """The file has changed."""

    def __init__(
        self, spec: DrawingSpec, settings: Settings, related: tuple[Pair, ...] = ()
    ) -> None:
        super().__init__()
        self._spec = spec
        self._related = related
        self._settings = settings
        self._name_is_ours = self._scale_is_ours = True
        self._asks_folder = False
        self.numbering = NumberingFields(spec.numbering)
        self.view = _choice((view.words.title, view) for view in View)
        self.format = _choice((f"{kind.title} (.{kind.suffix})", kind) for kind in FORMATS)
        self.paper = paper_box()
        self.scale, self.dpi = SuggestingBox(SCALES), SuggestingBox(DPIS)
        self.labels = LabelFields(settings)
        self.file = TypedField()
        self.file.setMinimumWidth(360)
        self.browse = QPushButton("&Browse…")
        self.size_label, self.meaning = QLabel(), QLabel()
        self.meaning.setWordWrap(True)
        self._scale_field, self._dpi_field, self._file_field = (
            CheckedField(self.scale),
            CheckedField(self.dpi),
            CheckedField(self.file),
        )
        self.scale_problem = self._scale_field.problem
        self.dpi_problem = self._dpi_field.problem
        self.file_problem = self._file_field.problem
        self._lay_out()
        self._fill_in()
        for box in (self.view, self.format, self.paper):
            box.currentIndexChanged.connect(self._suggest)
        self.numbering.changed.connect(self._suggest)
        self.scale.typed.connect(self._take_scale)
        self.scale.editTextChanged.connect(self.changed)
        self.dpi.editTextChanged.connect(self.changed)
        self.labels.changed.connect(self.changed)
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
        """What the fields ask for.

        Raises
        ------
        A4sError
            A field holds something that cannot be.
        """
        kind, drawing = self.kind, self._drawing
        scale = default_scale(drawing.view)
        return ExportRequest(
            drawing,
            read_scale(self.scale.currentText()) if kind.to_scale else scale,
            read_dpi(self.dpi.currentText()) if kind.in_pixels else DEFAULT_DPI,
            paper=self._paper,
            labels=self.labels.labels if kind.on_paper else UNLABELLED,
            related=self._related,
        )

    @property
    def path(self) -> Path:
        """The file to write; the folder of the files where several are written.

        Raises
        ------
        A4sError
            None is named.
        """
        text = self.file.text()
        return (folder_named if self._asks_folder else file_named)(text, self.kind)

    @property
    def folder(self) -> Path:
        """The folder that is written into; raises as :attr:`path`."""
        return self.path if self._asks_folder else self.path.parent

    def check(self) -> bool:
        """Say in each field what is wrong there; return whether nothing is but for the file."""
        kind = self.kind
        self._form.setRowVisible(self.paper, kind.on_paper)
        self._form.setRowVisible(self.labels, kind.on_paper)
        self._form.setRowVisible(self._scale_field, kind.to_scale)
        self._form.setRowVisible(self._dpi_field, kind.in_pixels)
        scale, dpi = self.scale.currentText(), self.dpi.currentText()
        fine = not kind.to_scale or self._scale_field.check(lambda: read_scale(scale))
        return (not kind.in_pixels or self._dpi_field.check(lambda: read_dpi(dpi))) and fine

    def check_file(self) -> bool:
        """Say what is wrong with the file's name; return whether nothing is."""
        return self._file_field.check(lambda: self.path)

    def describe(self, size: str = "–", meaning: str = "") -> None:
        """Show how large the drawing gets, and what that means."""
        self.size_label.setText(size)
        self.meaning.setText(meaning)

    def remember(self) -> None:
        """Keep what was asked for, for the next time."""
        settings, request = self._settings, self.request
        settings.set(EXPORT_FOLDER, str(self.folder))
        settings.set(EXPORT_FORMAT, self.kind.suffix)
        if not self._scale_is_ours and not self._needs_own_scale:
            settings.set(EXPORT_SCALE, request.scale)
        if self.kind.in_pixels:
            settings.set(EXPORT_DPI, request.dpi)
        if self.kind.on_paper:
            self.labels.remember()

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
        file = QHBoxLayout()
        file.addWidget(self._file_field, 1)
        file.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignTop)
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        pair = self._spec.pair
        form.addRow("", QLabel(f"<b>{pair.numbers}</b>"))
        add_row(form, "&View", self.view)
        add_row(form, "N&umbers", self.numbering)
        add_row(form, "F&ormat", self.format)
        add_row(form, "&Paper", self.paper)
        add_row(form, "&Title block", self.labels)
        add_row(form, "&Scale", self.scale, self._scale_field)
        add_row(form, "&Dots per inch", self.dpi, self._dpi_field)
        self._file_label = add_row(form, _FILE, self.file, file)
        form.addRow("Size", self.size_label)
        form.addRow("", self.meaning)
        form.addRow("", QLabel("Layers and land pattern are those of the window."))

    def _fill_in(self) -> None:
        settings = self._settings
        self.view.setCurrentIndex(self.view.findData(self._spec.view))
        suffix = settings.get(EXPORT_FORMAT)
        suffixes = [kind.suffix for kind in FORMATS]
        self.format.setCurrentIndex(suffixes.index(suffix) if suffix in suffixes else 0)
        self.dpi.show_text(f"{settings.get(EXPORT_DPI):g}")
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


def paper_box() -> QComboBox:
    """Return a choice of papers; the data of each entry is a ``Paper``."""
    return _choice(
        ("As large as the drawing" if paper is Paper.FIT else str(paper), paper) for paper in Paper
    )


def _choice(items: Iterable[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    for text, value in items:
        box.addItem(text, value)
    return box


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
