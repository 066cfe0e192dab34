"""Asking for a file to open or to save in, and writing it; the folder is remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import atomic_write, is_folder
from a4s_gui.session.settings_table import EXPORT_FOLDER
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings


def export_folder(settings: Settings) -> Path:
    """Return the folder that a file was last saved in, the user's documents where it is gone."""
    last = settings.get(EXPORT_FOLDER)
    if last and is_folder(Path(last)):
        return Path(last)
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if is_folder(folder) else Path.home()


def ask_to_open(
    parent: QWidget,
    title: str,
    folder: Path,
    filters: Sequence[str],
    read: Callable[[Path], object],
) -> QFileDialog:
    """Let the user choose a file that is there; return the open dialog.

    ``filters`` are kinds of files, as ``Text (*.txt)``; ``read`` is called with the file.
    """
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(filters))
    return _opened(dialog, read)


class FileSaver:
    """Asks for a file and writes it whole or not at all.

    The settings remember its folder. ``problem`` shows why a file could not be written; without it
    that is a message.
    """

    def __init__(
        self, controller: Controller, settings: Settings, problem: ProblemLabel | None = None
    ) -> None:
        self._controller = controller
        self._settings = settings
        self._problem = problem

    def ask(
        self,
        parent: QWidget,
        title: str,
        name: str,
        filters: Sequence[str],
        make: Callable[[Path], bytes],
    ) -> QFileDialog:
        """Let the user choose where to save, and write there; return the open dialog.

        The suffix of the suggested ``name`` is added to names without one; ``filters`` are kinds of
        files, as ``Table (*.csv)``; ``make`` returns what is written into the file that was chosen.
        """
        dialog = QFileDialog(parent, title, str(export_folder(self._settings)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.selectFile(name)
        return _opened(dialog, lambda path: self._write(path, make))

    def _write(self, path: Path, make: Callable[[Path], bytes]) -> None:
        """Make and write a file and remember its folder; where that fails, say why."""
        if self._problem is not None:
            self._problem.clear()
        try:
            atomic_write(path, make(path))
        except A4sError as error:
            self._complain(error)
            return
        self._settings.set(EXPORT_FOLDER, str(path.parent))
        self._controller.saved.emit(path)

    def _complain(self, error: A4sError) -> None:
        if self._problem is not None:
            self._problem.show_error(error)
        else:
            self._controller.message.emit(str(error))


def _opened(dialog: QFileDialog, use: Callable[[Path], object]) -> QFileDialog:
    dialog.fileSelected.connect(lambda name: use(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
