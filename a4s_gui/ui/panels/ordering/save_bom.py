"""Saving what is ordered as a bill of materials in a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from a4s_gui.catalog.orders.bill_of_materials import bom_csv
from a4s_gui.catalog.orders.ordering import Order
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver
from a4s_gui.ui.core.settings import Settings


def save_bom(
    parent: QWidget, orders: Sequence[Order], controller: Controller, settings: Settings
) -> QFileDialog:
    """Ask for a file and save orders there; return the open dialog."""
    first = orders[0].pair
    return FileSaver(controller, settings).ask(
        parent,
        "Save the bill of materials",
        f"{first.socket.part_number}-{first.header.part_number}-bom.csv",
        ["Bill of materials (*.csv)"],
        lambda path: save_to(path, orders, controller, settings),
    )


def save_to(
    path: Path, orders: Sequence[Order], controller: Controller, settings: Settings
) -> None:
    """Write orders to a CSV file, a row for each half; where that fails, say why."""
    FileSaver(controller, settings).write(path, lambda: bom_csv(orders).encode())
