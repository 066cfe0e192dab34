"""Saving and copying what is compared: the table as CSV, the picture as SVG, PNG or PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from a4s_gui.catalog.comparison.compare import Comparison, comparison_csv
from a4s_gui.drawing.views.compare_view import CompareSpec
from a4s_gui.errors import A4sError
from a4s_gui.export.comparison import (
    COMPARISON_FORMATS,
    ComparisonRequest,
    comparison_bytes,
    suffix_of,
)
from a4s_gui.export.registry import format_for
from a4s_gui.session.settings_table import EXPORT_DPI, EXPORT_SCALE
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver
from a4s_gui.ui.core.settings import Settings

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
        self._saver = FileSaver(controller, settings, complain)

    def ask_table(self, comparison: Comparison, *, only_differing: bool) -> QFileDialog:
        """Ask where to save the table; return the open dialog."""

        def save(path: Path) -> None:
            self.table_to(path, comparison, only_differing=only_differing)

        return self._saver.ask(
            self._parent, "Save the comparison", _TABLE_NAME, ["Comparison (*.csv)"], save
        )

    def table_to(self, path: Path, comparison: Comparison, *, only_differing: bool) -> None:
        """Write the rows that differ, or all, as CSV; where that fails, say why."""
        text = comparison_csv(comparison, only_differing=only_differing)
        self._saver.write(path, text.encode)

    def ask_picture(self, spec: CompareSpec) -> QFileDialog:
        """Ask where to save the picture; return the open dialog."""
        filters = [format_for(suffix).name_filter for suffix in COMPARISON_FORMATS]
        first = next(iter(COMPARISON_FORMATS))
        name = f"{ComparisonRequest(spec).stem}.{first}"
        dialog = self._saver.ask(
            self._parent,
            "Save the picture",
            name,
            filters,
            lambda path: self.picture_to(path, spec),
        )
        suffixes = dict(zip(filters, COMPARISON_FORMATS, strict=True))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(suffixes[chosen]))
        return dialog

    def picture_to(self, path: Path, spec: CompareSpec) -> None:
        """Write the picture in the format of the file's suffix; where that fails, say why."""
        self._saver.write(path, lambda: comparison_bytes(self._request(spec), suffix_of(path)))

    def copy_picture(self, spec: CompareSpec) -> None:
        """Copy the picture to the clipboard, at the scale and dpi of saved pictures."""
        try:
            request = self._request(spec)
            image = QImage.fromData(comparison_bytes(request, "png"))
        except A4sError as error:
            self._complain(error)
            return
        QGuiApplication.clipboard().setImage(image)
        self._controller.message.emit(
            f"Copied a picture of {image.width()} × {image.height()} px, "
            f"{request.scale:g}:1 at {request.dpi:g} dpi"
        )

    def _request(self, spec: CompareSpec) -> ComparisonRequest:
        return ComparisonRequest(
            spec, self._settings.get(EXPORT_SCALE), self._settings.get(EXPORT_DPI)
        )
