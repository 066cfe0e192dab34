"""The dialogs of the Help menu, and those that tell of errors."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from a4s_gui import __version__
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.ui.core.action_spec import ActionSpec
from a4s_gui.ui.core.icons import close_button
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import fill_box, room_on_screen
from a4s_gui.ui.widgets.line_edits import SearchField
from a4s_gui.ui.widgets.menus import plain
from a4s_gui.ui.widgets.tables.row_table import RowTable
from a4s_gui.ui.widgets.tables.table_model import Column, TableModel

_OTHER_KEYS = (
    ("Table", "Arrows", "Choose another pair"),
    ("Table", "Letters and figures", "Go to the part number that begins so, with or without AXE"),
    ("Table", "Ctrl+C", "Copy the selected rows with headings"),
    ("Search line", "Down", "Go on in the table"),
    ("Search line", "Esc", "Clear the search"),
    ("Filters", "Arrows", "Go to another value"),
    ("Filters", "Space", "Pick the value, or leave it out again"),
    ("Drawing", "Wheel", "Zoom around the cursor"),
    ("Drawing", "Drag", "Move the drawing"),
    ("Drawing", "Arrows", "Move the drawing"),
    ("Drawing", "+, -", "Zoom"),
    ("Drawing", "F, Home, double click", "Show the whole drawing"),
    ("Drawing", "Click", "Select a pad and the one it meets; measuring: take a place"),
    ("Drawing", "M", "Measure, or stop measuring"),
    ("Drawing", "Shift", "Measuring: take any place, not the nearest corner or edge"),
    ("Drawing", "Ctrl+C", "Copy the lengths that are measured"),
    ("Drawing", "Esc", "Drop what is measured, stop measuring, select no pad"),
    ("Pad map", "Ctrl+C", "Copy the selected rows, or all, with headings"),
    ("Land pattern", "Up, Down", "Change a figure by a step"),
    ("Land pattern", "Esc", "Take back a figure that is refused"),
    ("Guide", "Ctrl+F", "Search all pages"),
    ("Guide", "Return", "Go to what is found"),
    ("Guide", "Alt+Left, Alt+Right", "Back and forward"),
    ("Guide", "Ctrl++, Ctrl+-, Ctrl+0", "Size of the text"),
    ("Guide", "Esc", "End the search, close the guide"),
)
"""Keys that belong to one panel and so are no actions of the window."""


class AboutDialog(QDialog):
    """Program, versions, data and licences."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About A4S selector")
        picture = QLabel()
        picture.setPixmap(QGuiApplication.windowIcon().pixmap(64, 64))
        by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        self.label = text_label(about_text(catalog), rich=True, flags=by_mouse)
        self.label.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        line = fill_box(QHBoxLayout(), spacing=16)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.label, 1)
        _lay_out(self, line)


class Shortcut(NamedTuple):
    """A key, or several that do the same: where they do it, and what."""

    where: str
    what: str
    keys: str

    def has(self, words: Sequence[str]) -> bool:
        """Return whether it has all words, in small letters, wherever they stand."""
        text = " ".join(self).lower()
        return all(word in text for word in words)


_COLUMNS: tuple[Column[Shortcut], ...] = (
    Column("Where", "The menu of an action, or the place of a key", lambda key: key.where),
    Column("What it does", "What the key does", lambda key: key.what),
    Column("Keys", "Any of these keys does it", lambda key: key.keys),
)


class ShortcutsDialog(QDialog):
    """Every shortcut of the table of actions, and the keys of the panels; both can be searched."""

    def __init__(self, actions: Sequence[ActionSpec[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self._shortcuts = all_shortcuts(actions)
        self.search = SearchField("Search: zoom, copy, Ctrl+K", name="Search the shortcuts")
        self.rows = TableModel(_COLUMNS, self)
        self.table = RowTable("Shortcuts")
        self.table.setModel(self.rows)
        self.rows.show_rows(self._shortcuts)
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.search.textChanged.connect(self._show_found)
        _lay_out(self, self.search, self.table)
        self.search.setFocus()
        width = self.table.horizontalHeader().length() + 60
        high = self.fontMetrics().height() * 36
        self.resize(QSize(width, high).boundedTo(room_on_screen(self)))

    def _show_found(self, text: str) -> None:
        words = text.lower().split()
        self.rows.show_rows(key for key in self._shortcuts if key.has(words))


class ErrorDialog(QDialog):
    """An error that nobody expected: one line, and the details to copy."""

    def __init__(self, summary: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Unexpected error")
        label = text_label(
            "Something went wrong in the program. The window stays usable; "
            "please report the details below.\n\n" + summary
        )
        self.details = QPlainTextEdit(details, readOnly=True)
        self.details.setAccessibleName("Details of the error")
        buttons = _lay_out(self, label, self.details)
        self.copy_button = buttons.addButton(
            "&Copy details", QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        self.resize(640, 420)


def about_text(catalog: Catalog) -> str:
    """Return versions, edition of the data and licences, as rich text."""
    versions = (
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", pyside_version),
        ("pyqtgraph", _pyqtgraph_version()),
    )
    lines = "<br>".join(f"{name} {version}" for name, version in versions)
    series = catalog.series
    return (
        f"<h3>A4S selector {__version__}</h3>"
        "<p>Select A4S board-to-board connector pairs, see them to scale, export the drawing.</p>"
        f"<p>{lines}</p>"
        f"<p>Catalog: {len(catalog.pairs)} pairs of the {series.maker} {series.name} datasheet, "
        f"edition {catalog.edition}. Land patterns: figures of boards in the field, see "
        "the details of each pair.</p>"
        "<p>Program: MIT licence. Drawing font: Roboto, Apache licence 2.0.<br>"
        "Not affiliated with the manufacturer.</p>"
    )


def all_shortcuts(actions: Sequence[ActionSpec[Any]]) -> tuple[Shortcut, ...]:
    """Return the shortcuts of actions, in the order of the menus, and the keys of the panels."""
    native = QKeySequence.SequenceFormat.NativeText
    of_actions = (
        Shortcut(
            plain(spec.menu).replace("/", " > "),
            spec.plain_text,
            ", ".join(QKeySequence(keys).toString(native) for keys in spec.shortcuts),
        )
        for spec in actions
        if spec.shortcuts
    )
    return (*of_actions, *(Shortcut(where, what, keys) for where, keys, what in _OTHER_KEYS))


def _pyqtgraph_version() -> str:
    import pyqtgraph  # noqa: PLC0415 - 0.3 s, and loaded by then

    return str(pyqtgraph.__version__)


def _lay_out(dialog: QDialog, *items: QWidget | QLayout) -> QDialogButtonBox:
    """Put items below each other, the last with all the room, and buttons, which are returned."""
    buttons = close_button()
    buttons.rejected.connect(dialog.reject)
    fill_box(QVBoxLayout(dialog), *items, buttons, grow=items[-1], margins=None)
    return buttons
