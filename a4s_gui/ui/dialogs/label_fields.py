"""Fields for what the user says of a framed sheet: project, author, revision."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.drawing.sheet.title_block import SheetLabels
from a4s_gui.render.pdf.missing_letters import describe_missing
from a4s_gui.session.settings_table import EXPORT_AUTHOR, EXPORT_PROJECT, EXPORT_REVISION
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import fill_box
from a4s_gui.ui.widgets.line_edits import TypedField

_MOST_LETTERS = 200
"""Three times what the title block has room for; a pasted book would be laid out at every key."""


class LabelFields(QWidget):
    """Three fields in a row, filled with what they held when a file was last written."""

    changed = Signal()
    """One of them holds something else."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.project, self.author, self.revision = (TypedField(_MOST_LETTERS) for _ in range(3))
        self._fields = {
            self.project: EXPORT_PROJECT,
            self.author: EXPORT_AUTHOR,
            self.revision: EXPORT_REVISION,
        }
        self.missing = text_label()
        """Says which letters the sheet cannot show."""
        row = fill_box(QHBoxLayout(), *self._fields, spacing=4)
        fill_box(QVBoxLayout(self), row, self.missing, spacing=2)
        names = ("Project", "Author", "Revision")
        for name, (field, setting) in zip(names, self._fields.items(), strict=True):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.setText(settings.get(setting))
            field.textChanged.connect(self.changed)
        self.setFocusProxy(self.project)
        self.changed.connect(self._show_missing)
        self._show_missing()

    @property
    def labels(self) -> SheetLabels:
        """What the fields hold."""
        return SheetLabels(*(field.text().strip() for field in self._fields))

    def _show_missing(self) -> None:
        missing = describe_missing("".join(field.text() for field in self._fields))
        self.missing.setText(f"{capitalize_first(missing)}." if missing else "")
        self.missing.setVisible(bool(missing))

    def remember(self) -> None:
        """Keep what they hold for the next time."""
        for field, setting in self._fields.items():
            self._settings.set(setting, field.text().strip())
