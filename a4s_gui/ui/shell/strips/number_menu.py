"""The menu of a part number in the strip: copying it, explaining it, what its maker says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from a4s_gui.catalog.model import Half
from a4s_gui.ui.core.clipboard import copy_text
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.menus import Entry, Item


def number_items(controller: Controller, half: Half, explain: Callable[[], object]) -> list[Item]:
    """Return what can be done with one part number of the chosen pair."""
    pair = controller.pair
    if pair is None:
        return []
    copy = partial(copy_text, controller)
    number = pair.connector(half).part_number
    address = pair.connector(half).series.datasheet
    open_page = partial(_open_page, address)
    return [
        Entry(f"&Copy {number}", partial(copy, number, f"{number} copied")),
        Entry("Copy &both numbers", partial(copy, pair.numbers, f"{pair.numbers} copied")),
        None,
        Entry("&Explain the number", explain),
        *([Entry("Maker's &datasheet page…", open_page)] if address else []),
        None,
        "pin-pair",
        "compare-pair",
        "alternatives",
        "ordering",
    ]


def _open_page(address: str) -> None:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - not at the start
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - as above

    QDesktopServices.openUrl(QUrl(address))
