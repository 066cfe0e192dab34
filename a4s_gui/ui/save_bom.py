"""Saving what is ordered as a bill of materials in a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from a4s_gui.catalog.bill_of_materials import bom_csv
from a4s_gui.catalog.ordering import Order
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import write_whole
from a4s_gui.ui.controller import Controller
from a4s_gui.ui.settings import EXPORT_FOLDER, Settings


def save_bom(
    parent: QWidget, orders: Sequence[Order], controller: Controller, settings: Settings
) -> QFileDialog:
    """Ask for a file and save orders there; return the open dialog."""
    from a4s_gui.ui.export_form import export_folder  # noqa: PLC0415 - not for looking only

    dialog = QFileDialog(parent, "Save the bill of materials", str(export_folder(settings)))
    dialog.setDefaultSuffix("csv")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["Bill of materials (*.csv)"])
    first = orders[0].pair
    dialog.selectFile(f"{first.socket.part_number}-{first.header.part_number}-bom.csv")
    dialog.fileSelected.connect(lambda name: save_to(Path(name), orders, controller, settings))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def save_to(
    path: Path, orders: Sequence[Order], controller: Controller, settings: Settings
) -> None:
    """Write orders to a CSV file, a row for each half; where that fails, say why."""
    try:
        write_whole(path, bom_csv(orders).encode())
    except A4sError as error:
        controller.message.emit(str(error))
        return
    settings.set(EXPORT_FOLDER, str(path.parent))
    controller.saved.emit(path)
