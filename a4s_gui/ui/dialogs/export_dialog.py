"""The export dialog: which view, at what scale, into which file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import atomic_write, holds_other
from a4s_gui.export.layout import Layout
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.clipboard import copy_command
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_choice import describe_size
from a4s_gui.ui.dialogs.export_command import command_of
from a4s_gui.ui.dialogs.export_form import ExportForm
from a4s_gui.ui.dialogs.export_preview import ExportPreview
from a4s_gui.ui.dialogs.taken_picture import NO_PAIR
from a4s_gui.ui.dialogs.waiting import waiting
from a4s_gui.ui.widgets.layouts import FittingArea, fill_box, set_tip
from a4s_gui.ui.widgets.questions import agrees, save_buttons

_COPY = "&Copy command"


def export_drawing(parent: QWidget | None, controller: Controller, settings: Settings) -> None:
    """Open the export dialog for the chosen pair; the controller says what was saved."""
    if controller.spec is None:
        controller.message.emit(NO_PAIR)
        return
    related = controller.catalog.related(controller.spec.pair)
    dialog = ExportDialog(controller.spec, settings, related, parent)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)  # the guide can be read beside it
    dialog.command_asked.connect(partial(_copy_command, dialog.form, controller))
    dialog.exec()
    if dialog.saved is not None:
        controller.saved.emit(dialog.saved)
    dialog.deleteLater()


def _copy_command(form: ExportForm, controller: Controller) -> None:
    command = command_of(controller.state, form.request, form.kind, form.path)
    copy_command(controller, command)


class ExportDialog(QDialog):
    """Asks how and where to save one drawing, and saves it.

    A file that cannot be written leaves everything as it was typed.

    The settings remember what was asked, once a file was saved. ``related`` are the pairs that
    share a half with the drawn one, for files that name a half's mates.
    """

    command_asked = Signal()
    """The command that writes the same is to be copied."""

    def __init__(
        self,
        spec: DrawingSpec,
        settings: Settings,
        related: tuple[Pair, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.saved: Path | None = None
        """The file that was written; ``None`` until then."""
        self._layouts: tuple[Layout, ...] = ()
        """What is saved, a file each; none while something is wrong."""
        self.setWindowTitle("Export drawing")
        self.form = ExportForm(spec, settings, related)
        self.preview = ExportPreview()
        self.problem = ProblemLabel()
        self.buttons = save_buttons(self, self._save)
        self.save_button = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self.copy_button = self.buttons.addButton(_COPY, QDialogButtonBox.ButtonRole.ActionRole)
        set_tip(self.copy_button, "Copy the command line that writes the same file")
        self.copy_button.clicked.connect(self._ask_command)
        both = QWidget()
        columns = fill_box(QHBoxLayout(both), spacing=16)
        columns.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        parts = (FittingArea(both), self.problem, self.buttons)
        fill_box(QVBoxLayout(self), *parts, margins=None)
        self.form.changed.connect(self._check)
        self.form.renamed.connect(self._check_file)
        self._check()

    def _ask_command(self) -> None:
        self.command_asked.emit()
        self.copy_button.setText("Command copied")

    def _check(self) -> None:
        """Say what is wrong; where nothing is, how large the drawing gets and how it looks."""
        self.problem.clear()
        self._layouts = self._lay_out() if self.form.check() else ()
        if not self._layouts:
            self.form.describe()
            self.preview.show_sheet(None)
        self._check_file()

    def _check_file(self) -> None:
        if self._layouts:
            self.problem.clear()
        named = self.form.check_file()
        self.copy_button.setText(_COPY)
        for button in (self.save_button, self.copy_button):
            button.setEnabled(named and bool(self._layouts))

    def _lay_out(self) -> tuple[Layout, ...]:
        """Lay out what is asked for, show it, and return what to save; nothing if it cannot be."""
        kind = self.form.kind
        try:
            request = self.form.request
            whole = kind.layout(request)
            layouts = tuple(
                whole if part is request else kind.layout(part) for part in kind.split(request)
            )
            for layout in layouts:
                kind.check(layout)
        except A4sError as error:
            self.problem.show_error(error)
            return ()
        size, meaning = describe_size(whole, kind)
        if len(layouts) > 1:
            names = " and ".join(kind.file_name(layout.request) for layout in layouts)
            meaning = f"Saved in this folder as {names}."
        self.form.describe(size, meaning)
        self.preview.show_sheet(whole)
        return layouts

    def _save(self) -> None:
        """Write what is asked for; where that fails, say why and leave the dialog as it is."""
        self.problem.clear()
        try:
            kind = self.form.kind
            with waiting():
                files = {path: kind.encode(layout) for path, layout in self._files().items()}
            # The same content is no loss.
            other = [path for path, data in files.items() if holds_other(path, data)]
            if not all(map(self._may_replace, other)):
                return
            with waiting():
                for path, data in files.items():
                    atomic_write(path, data)
        except A4sError as error:
            self.problem.show_error(error)
            return
        self.saved = next(iter(files))
        self.form.remember()
        self.accept()

    def _files(self) -> dict[Path, Layout]:
        """Return what to write: the file that is named, or beside it one for each half."""
        kind, form = self.form.kind, self.form
        if len(self._layouts) == 1:
            return {form.path: self._layouts[0]}
        return {form.folder / kind.file_name(part.request): part for part in self._layouts}

    def _may_replace(self, path: Path) -> bool:
        text = f"{path.name} is already in {path.parent}, with other content. Replace it?"
        return agrees(self, "Replace the file?", text)
