"""The dialogs of the Help menu, and those that tell of errors."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from typing import Any

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from a4s_gui import __version__
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.ui.core.action_spec import ActionSpec

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
)
"""Keys that belong to one panel and so are no actions of the window."""


class AboutDialog(QDialog):
    """Program, versions, data and licences."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About A4S selector")
        picture = QLabel()
        picture.setPixmap(QGuiApplication.windowIcon().pixmap(64, 64))
        self.label = QLabel(about_text(catalog))
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setWordWrap(True)
        self.label.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.label, 1)
        _finish(self, QVBoxLayout(self), line)


class ShortcutsDialog(QDialog):
    """Every shortcut of the table of actions, and the keys of the panels."""

    def __init__(self, actions: Sequence[ActionSpec[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.label = QLabel(shortcuts_text(actions))
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        area = QScrollArea()
        area.setWidget(self.label)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        _finish(self, column)
        inside = self.label.sizeHint()
        self.resize(inside.width() + 60, min(inside.height() + 80, 640))


class ErrorDialog(QDialog):
    """An error that nobody expected: one line, and the details to copy."""

    def __init__(self, summary: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Unexpected error")
        label = QLabel(
            "Something went wrong in the program. The window stays usable; "
            "please report the details below.\n\n" + summary
        )
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName("Details of the error")
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self.details, 1)
        buttons = _finish(self, column)
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


def shortcuts_text(actions: Sequence[ActionSpec[Any]]) -> str:
    """Return all shortcuts of actions and panels as a table in rich text."""
    native = QKeySequence.SequenceFormat.NativeText
    lines = [
        (
            spec.menu.partition("/")[0].replace("&", ""),
            ", ".join(QKeySequence(keys).toString(native) for keys in spec.shortcuts),
            spec.plain_text,
        )
        for spec in actions
        if spec.shortcuts
    ]
    rows = []
    last = ""
    for where, keys, what in (*lines, *_OTHER_KEYS):
        if where != last:
            rows.append(f'<tr><td colspan="2" style="padding-top:8px"><b>{where}</b></td></tr>')
            last = where
        rows.append(f'<tr><td style="padding-right:24px">{what}</td><td>{keys}</td></tr>')
    return f"<table>{''.join(rows)}</table>"


def _pyqtgraph_version() -> str:
    import pyqtgraph  # noqa: PLC0415 - 0.3 s, and loaded by then

    return str(pyqtgraph.__version__)


def _finish(
    dialog: QDialog, column: QVBoxLayout, line: QHBoxLayout | None = None
) -> QDialogButtonBox:
    if line is not None:
        column.addLayout(line)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    return buttons
