"""Saving and copying what is compared: the table as CSV, the picture as SVG, PNG or PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from a4s_gui.catalog.comparison.compare import Comparison, comparison_csv
from a4s_gui.drawing.views.compare_view import CompareSpec, compare_scenes
from a4s_gui.errors import A4sError
from a4s_gui.export.comparison import (
    COMPARISON_FORMATS,
    ComparisonRequest,
    comparison_bytes,
    suffix_of,
)
from a4s_gui.export.pictures.picture_size import dpi_to_copy
from a4s_gui.export.registry import format_for
from a4s_gui.frozen import replace
from a4s_gui.session.settings_table import EXPORT_DPI, EXPORT_SCALE
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.clipboard import PICTURE_TYPES, copied_words, picture_data
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver
from a4s_gui.ui.core.settings import Settings

_TABLE_NAME = "a4s-comparison.csv"


class SaveComparison:
    """Asks for a file and writes a comparison there."""

    def __init__(
        self, parent: QWidget, controller: Controller, settings: Settings, problem: ProblemLabel
    ) -> None:
        self._parent = parent
        self._controller = controller
        self._settings = settings
        self._problem = problem
        self._saver = FileSaver(controller, settings, problem)

    def ask_table(self, comparison: Comparison, *, only_differing: bool) -> None:
        """Ask where to save the rows that differ, or all, as CSV."""

        def table(_path: Path) -> bytes:
            return comparison_csv(comparison, only_differing=only_differing).encode()

        filters = ["Comparison (*.csv)"]
        self._saver.ask(self._parent, "Save the comparison", _TABLE_NAME, filters, table)

    def ask_picture(self, spec: CompareSpec) -> None:
        """Ask where to save the picture; its format is that of the file's suffix."""

        def picture(path: Path) -> bytes:
            return comparison_bytes(self._request(spec), suffix_of(path))

        filters = [format_for(suffix).name_filter for suffix in COMPARISON_FORMATS]
        name = f"{ComparisonRequest(spec).stem}.{next(iter(COMPARISON_FORMATS))}"
        dialog = self._saver.ask(self._parent, "Save the picture", name, filters, picture)
        suffixes = dict(zip(filters, COMPARISON_FORMATS, strict=True))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(suffixes[chosen]))

    def copy_picture(self, spec: CompareSpec) -> None:
        """Copy the picture as PNG, SVG and PDF, at the scale and dpi of saved pictures."""
        try:
            request = self._request(spec)
            build = compare_scenes(spec)
            dpi = dpi_to_copy(build(request.scale), build, request.dpi)
            copied = replace(request, dpi=dpi)
            files = {suffix: comparison_bytes(copied, suffix) for suffix in PICTURE_TYPES}
        except A4sError as error:
            self._problem.show_error(error)
            return
        image = QImage.fromData(files["png"])
        QGuiApplication.clipboard().setMimeData(picture_data(files, image))
        self._controller.message.emit(copied_words(image, request.scale, dpi, request.dpi))

    def _request(self, spec: CompareSpec) -> ComparisonRequest:
        return ComparisonRequest(
            spec, self._settings.get(EXPORT_SCALE), self._settings.get(EXPORT_DPI)
        )
