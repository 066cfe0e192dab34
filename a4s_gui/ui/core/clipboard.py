"""Copying text, rows of tables and pictures, and saying so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from a4s_gui.catalog.model import Pair
from a4s_gui.ui.core.controller import Controller

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QImage

    from a4s_gui.session.command_line import Command


PICTURE_TYPES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
"""What a picture is offered as, by suffix: a program takes the first that it understands."""


def copy_text(controller: Controller, text: str, message: str) -> None:
    """Copy a text and tell the user so."""
    QGuiApplication.clipboard().setText(text)
    controller.message.emit(message)


def copy_command(controller: Controller, command: Command) -> None:
    """Copy a command line, and tell the user what it cannot hold."""
    without = f", without {' and '.join(command.without)}" if command.without else ""
    copy_text(controller, command.text, f"Copied{without}: {command.text}")


def copy_rows(controller: Controller, rows: Iterable[Sequence[str]], message: str) -> None:
    """Copy rows as a spreadsheet takes them, tabs between the cells, and tell the user so."""
    from a4s_gui.catalog.delimited import guarded, tab_separated  # noqa: PLC0415 - not at the start

    copy_text(controller, tab_separated(map(guarded, rows)), message)


def picture_data(files: Mapping[str, bytes], image: QImage) -> QMimeData:
    """Return what a clipboard offers of one picture.

    ``files`` has the picture as a file of every suffix in ``PICTURE_TYPES``, ``image`` how it
    looks.
    """
    from PySide6.QtCore import QMimeData  # noqa: PLC0415 - not at the start

    data = QMimeData()
    for suffix, written in files.items():
        data.setData(PICTURE_TYPES[suffix], written)
    # Qt would pack the image itself when asked, but without its texts.
    data.setImageData(image)
    return data


def copied_words(image: QImage, scale: float, dpi: float, usual_dpi: float) -> str:
    """Return what is said of a picture that was copied, and where it has fewer dpi than files."""
    fewer = f", not {usual_dpi:g}: that would be too large to copy" if dpi < usual_dpi else ""
    size = f"{image.width()} × {image.height()} px"
    return f"Copied a picture of {size}, {scale:g}:1 at {dpi:g} dpi{fewer}"


def add_copy_actions(menu: QMenu, controller: Controller, pair: Pair) -> None:
    """Add an action to a menu for each part number of a pair, which copies it."""
    for connector in pair.connectors:
        number = connector.part_number
        menu.addAction(f"Copy {number}").triggered.connect(
            lambda _checked=False, n=number: copy_text(controller, n, f"{n} copied")
        )
