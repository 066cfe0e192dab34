"""Saving what is compared as a CSV file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from a4s_gui.catalog.compare import Comparison, comparison_csv
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import write_whole
from a4s_gui.ui.controller import Controller
from a4s_gui.ui.settings import EXPORT_FOLDER, Settings

_TABLE_NAME = "a4s-comparison.csv"


class SaveComparison:
    """Asks for a file and writes a comparison there.

    Parameters
    ----------
    parent
        The widget that the dialogs belong to.
    controller
        Says what was saved.
    settings
        Where the folder of saved files is remembered.
    complain
        Is told why a file could not be written.
    """

    def __init__(
        self,
        parent: QWidget,
        controller: Controller,
        settings: Settings,
        complain: Callable[[A4sError], None],
    ) -> None:
        self._parent = parent
        self._controller = controller
        self._settings = settings
        self._complain = complain

    def ask_table(self, comparison: Comparison, *, only_differing: bool) -> QFileDialog:
        """Ask where to save the table; return the open dialog."""

        def save(path: Path) -> None:
            self.table_to(path, comparison, only_differing=only_differing)

        return self._ask("Save the comparison", _TABLE_NAME, ["Comparison (*.csv)"], save)

    def table_to(self, path: Path, comparison: Comparison, *, only_differing: bool) -> None:
        """Write the rows that differ, or all, as CSV; where that fails, say why."""
        text = comparison_csv(comparison, only_differing=only_differing)
        self._write(path, text.encode)

    def _ask(
        self, title: str, name: str, filters: list[str], save: Callable[[Path], None]
    ) -> QFileDialog:
        from a4s_gui.ui.export_form import export_folder  # noqa: PLC0415 - not for looking only

        dialog = QFileDialog(self._parent, title, str(export_folder(self._settings)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(filters)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: save(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        try:
            write_whole(path, make())
        except A4sError as error:
            self._complain(error)
            return
        self._settings.set(EXPORT_FOLDER, str(path.parent))
        self._controller.saved.emit(path)
