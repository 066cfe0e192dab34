"""Saving the pairs that the filters leave as a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from a4s_gui.catalog.model import Pair
from a4s_gui.report.records import pairs_csv
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver
from a4s_gui.ui.core.settings import Settings

_NAME = "a4s-pairs.csv"


def save_table(
    parent: QWidget, pairs: Sequence[Pair], controller: Controller, settings: Settings
) -> QFileDialog | None:
    """Ask for a file and save pairs there; return the open dialog, ``None`` without any pair."""
    if not pairs:
        controller.message.emit("There is no pair to save: clear the search or a filter first")
        return None
    return FileSaver(controller, settings).ask(
        parent,
        "Save the table of pairs",
        _NAME,
        ["Table of pairs (*.csv)"],
        lambda path: save_to(path, pairs, controller, settings),
    )


def save_to(path: Path, pairs: Sequence[Pair], controller: Controller, settings: Settings) -> None:
    """Write pairs to a CSV file as ``a4s-gui list --csv`` does; where that fails, say why."""
    FileSaver(controller, settings).write(path, lambda: pairs_csv(pairs).encode())
