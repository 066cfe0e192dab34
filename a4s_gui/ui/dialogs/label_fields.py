"""Fields for what the user says of a framed sheet: project, author, revision."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from a4s_gui.drawing.sheet.title_block import SheetLabels
from a4s_gui.session.settings_table import EXPORT_AUTHOR, EXPORT_PROJECT, EXPORT_REVISION
from a4s_gui.ui.core.settings import Settings
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
        fill_box(QHBoxLayout(self), *self._fields, spacing=4)
        names = ("Project", "Author", "Revision")
        for name, (field, setting) in zip(names, self._fields.items(), strict=True):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.setText(settings.get(setting))
            field.textChanged.connect(self.changed)
        self.setFocusProxy(self.project)

    @property
    def labels(self) -> SheetLabels:
        """What the fields hold."""
        return SheetLabels(*(field.text().strip() for field in self._fields))

    def remember(self) -> None:
        """Keep what they hold for the next time."""
        for field, setting in self._fields.items():
            self._settings.set(setting, field.text().strip())
