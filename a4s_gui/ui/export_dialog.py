"""The export dialog: which view, at what scale, into which file; and the picture to copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import write_whole
from a4s_gui.export.naming import default_name
from a4s_gui.export.png import png_bytes
from a4s_gui.export.registry import DEFAULT_DPI, ExportRequest, Format, formats
from a4s_gui.ui.checked_field import CheckedField, ProblemLabel
from a4s_gui.ui.controller import Controller
from a4s_gui.ui.export_choice import (
    describe_size,
    file_named,
    format_named_by,
    read_dpi,
    read_scale,
    with_suffix,
)
from a4s_gui.ui.export_preview import ExportPreview
from a4s_gui.ui.settings import (
    EXPORT_DPI,
    EXPORT_FOLDER,
    EXPORT_FORMAT,
    EXPORT_SCALE,
    Settings,
)

_NO_PAIR = "no pair is chosen yet; choose one in the table"
_SCALES = ("5:1", "10:1", "20:1", "50:1", "100:1")
_DPIS = ("150", "300", "600", "1200")


def export_drawing(parent: QWidget | None, controller: Controller, settings: Settings) -> None:
    """Open the export dialog for the chosen pair; the controller's message says what came out."""
    if controller.spec is None:
        controller.message.emit(_NO_PAIR)
        return
    dialog = ExportDialog(controller.spec, settings, parent)
    dialog.exec()
    if dialog.saved is not None:
        controller.message.emit(f"Saved {dialog.saved.name} in {dialog.saved.parent}")
    dialog.deleteLater()


def copy_picture(parent: QWidget | None, controller: Controller, settings: Settings) -> None:
    """Copy the chosen pair's drawing to the clipboard, at the scale and dpi of saved pictures."""
    spec = controller.spec
    if spec is None:
        controller.message.emit(_NO_PAIR)
        return
    request = ExportRequest(spec, settings.get(EXPORT_SCALE), settings.get(EXPORT_DPI))
    try:
        with _waiting():
            packed = png_bytes(request)
            image = QImage.fromData(packed)
    except A4sError as error:
        QMessageBox.warning(parent, "Copy picture", f"Nothing was copied: {error}")
        return
    data = QMimeData()
    data.setImageData(image)
    # Qt would pack the image itself when asked, but without its texts.
    data.setData("image/png", packed)
    QGuiApplication.clipboard().setMimeData(data)
    controller.message.emit(
        f"Copied a picture of {image.width()} × {image.height()} px, "
        f"{request.scale:g}:1 at {request.dpi:g} dpi"
    )


class ExportDialog(QDialog):
    """Asks how and where to save one drawing, and saves it.

    A value that cannot be is refused in its field, with the reason; a file that cannot be written
    leaves everything as it was typed.

    Parameters
    ----------
    spec
        The drawing, with layers and numbering as in the window.
    settings
        Where scale, dpi, format and folder are remembered, once a file was saved.
    parent
        The window.
    """

    def __init__(
        self, spec: DrawingSpec, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spec = spec
        self._settings = settings
        self._name_is_ours = True
        self.saved: Path | None = None
        """The file that was written; ``None`` until then."""
        self.setWindowTitle("Export drawing")
        self.view = QComboBox()
        for view in View:
            self.view.addItem(view.capitalize(), view)
        self.format = QComboBox()
        for kind in formats():
            self.format.addItem(f"{kind.title} (.{kind.suffix})", kind)
        self.scale = _suggesting(_SCALES)
        self.dpi = _suggesting(_DPIS)
        self.file = QLineEdit()
        self.file.setMinimumWidth(360)
        self.browse = QPushButton("&Browse…")
        self.size_label, self.meaning = QLabel(), QLabel()
        self.preview = ExportPreview()
        self.problem = ProblemLabel()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._fields = {field: CheckedField(field) for field in (self.scale, self.dpi, self.file)}
        self._lay_out()
        self._fill_in()
        self.view.currentIndexChanged.connect(self._rename)
        self.format.currentIndexChanged.connect(self._rename)
        self.scale.editTextChanged.connect(self._check)
        self.dpi.editTextChanged.connect(self._check)
        self.file.textEdited.connect(self._take_name)
        self.file.textChanged.connect(self._check)
        self.browse.clicked.connect(self._browse)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self._check()

    @property
    def request(self) -> ExportRequest:
        """What the fields ask for.

        Raises
        ------
        A4sError
            A field holds something that cannot be.
        """
        dpi = read_dpi(self.dpi.currentText()) if self._kind.in_pixels else DEFAULT_DPI
        return ExportRequest(self._drawing, read_scale(self.scale.currentText()), dpi)

    @property
    def _kind(self) -> Format:
        kind: Format = self.format.currentData()
        return kind

    @property
    def _drawing(self) -> DrawingSpec:
        return replace(self._spec, view=View(self.view.currentData()))

    def _lay_out(self) -> None:
        pair = self._spec.pair
        heading = QLabel(f"<b>{pair.socket.part_number} + {pair.header.part_number}</b>")
        file = QHBoxLayout()
        file.addWidget(self._fields[self.file], 1)
        file.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignTop)
        form = self._form = QFormLayout()
        form.addRow("", heading)
        for text, widget, field in (
            ("&View", self.view, self.view),
            ("F&ormat", self.format, self.format),
            ("&Scale", self.scale, self._fields[self.scale]),
            ("&Dots per inch", self.dpi, self._fields[self.dpi]),
            ("&File", self.file, file),
        ):
            label = QLabel(text)
            label.setBuddy(widget)
            widget.setAccessibleName(text.replace("&", ""))
            form.addRow(label, field)
        form.addRow("Size", self.size_label)
        form.addRow("", self.meaning)
        form.addRow("", QLabel("Layers and numbering are those of the window."))
        columns = QHBoxLayout()
        columns.addLayout(form, 1)
        columns.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        everything = QVBoxLayout(self)
        everything.addLayout(columns)
        everything.addWidget(self.problem)
        everything.addWidget(self.buttons)

    def _fill_in(self) -> None:
        settings = self._settings
        self.view.setCurrentIndex(self.view.findData(self._spec.view))
        suffix = settings.get(EXPORT_FORMAT)
        suffixes = [kind.suffix for kind in formats()]
        self.format.setCurrentIndex(suffixes.index(suffix) if suffix in suffixes else 0)
        self.scale.setEditText(f"{settings.get(EXPORT_SCALE):g}:1")
        self.dpi.setEditText(f"{settings.get(EXPORT_DPI):g}")
        folder = Path(settings.get(EXPORT_FOLDER) or _documents())
        if not folder.is_dir():
            folder = _documents()
        self.file.setText(str(folder / default_name(self._drawing, self._kind.suffix)))

    def _rename(self) -> None:
        """Follow view and format with the file's name, until the user has given one."""
        path = Path(self.file.text())
        if self._name_is_ours:
            path = path.with_name(default_name(self._drawing, self._kind.suffix))
        elif path.name:
            path = with_suffix(path, self._kind)
        self.file.setText(str(path))
        self._check()

    def _take_name(self, text: str) -> None:
        self._name_is_ours = False
        named = format_named_by(text)
        if named is not None and named is not self._kind:
            place = self.file.cursorPosition()
            self.format.setCurrentIndex(formats().index(named))
            self.file.setCursorPosition(place)

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            "Export drawing",
            self.file.text(),
            ";;".join(f"{kind.title} (*.{kind.suffix})" for kind in formats()),
            f"{self._kind.title} (*.{self._kind.suffix})",
            QFileDialog.Option.DontConfirmOverwrite,  # asked when it comes to saving
        )
        if chosen:
            self._take_name(chosen)
            self.file.setText(str(with_suffix(Path(chosen), self._kind)))

    def _check(self) -> None:
        """Say what is wrong in each field; where nothing is, how large the drawing gets."""
        kind = self._kind
        self._form.setRowVisible(self._fields[self.dpi], kind.in_pixels)
        self.problem.clear()
        fine = self._fields[self.scale].check(lambda: read_scale(self.scale.currentText()))
        if kind.in_pixels:
            fine &= self._fields[self.dpi].check(lambda: read_dpi(self.dpi.currentText()))
        named = self._fields[self.file].check(lambda: file_named(self.file.text(), kind))
        if fine:
            request = self.request
            self.preview.show_sheet(request.spec, request.scale)
            fine &= self._describe(request, kind)
        else:
            self.size_label.setText("–")
            self.meaning.clear()
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(fine and named)

    def _describe(self, request: ExportRequest, kind: Format) -> bool:
        try:
            size, meaning = describe_size(request, kind)
        except A4sError as error:
            self.size_label.setText("–")
            self.meaning.clear()
            self.problem.say(error)
            return False
        self.size_label.setText(size)
        self.meaning.setText(meaning)
        return True

    def _save(self) -> None:
        """Write the file; where that fails, say why and leave the dialog as it is."""
        self.problem.clear()
        kind = self._kind
        try:
            request = self.request
            path = file_named(self.file.text(), kind)
            if path.exists() and not self._may_replace(path):
                return
            with _waiting():
                write_whole(path, kind.writer(request))
        except A4sError as error:
            self.problem.say(error)
            return
        self.saved = path
        self._remember(request, path)
        self.accept()

    def _may_replace(self, path: Path) -> bool:
        answer = QMessageBox.question(
            self,
            "Replace the file?",
            f"{path.name} is already in {path.parent}. Replace it?",
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.No,
        )
        return answer == QMessageBox.StandardButton.Yes

    def _remember(self, request: ExportRequest, path: Path) -> None:
        settings = self._settings
        settings.set(EXPORT_FOLDER, str(path.parent))
        settings.set(EXPORT_FORMAT, self._kind.suffix)
        settings.set(EXPORT_SCALE, request.scale)
        if self._kind.in_pixels:
            settings.set(EXPORT_DPI, request.dpi)


def _suggesting(texts: Sequence[str]) -> QComboBox:
    """Return a field to type in, with the usual values to pick."""
    box = QComboBox(editable=True)
    box.addItems(list(texts))
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setCompleter(None)  # type: ignore[arg-type] # it would complete 2 to 20 while typing
    return box


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if folder.is_dir() else Path.home()


@contextmanager
def _waiting() -> Iterator[None]:
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
