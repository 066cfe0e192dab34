"""Saving a land pattern of one's own: the name is checked while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from a4s_gui.errors import A4sError
from a4s_gui.export.pattern_writer import save_pattern
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.ui.core.checked_field import CheckedField, ProblemLabel
from a4s_gui.ui.widgets.layouts import caption_of, fill_box
from a4s_gui.ui.widgets.line_edits import TypedField
from a4s_gui.ui.widgets.questions import ask_before, save_buttons


class SavePatternDialog(QDialog):
    """Asks for a name and saves; where that fails, it says why and stays.

    A pattern of one's own offers its own name.
    """

    saved = Signal(str)
    """The name it was saved under."""

    def __init__(
        self, library: PatternLibrary, pattern: LandPattern, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._pattern = pattern
        self.setWindowTitle("Save the land pattern")
        self.name = TypedField()
        self.name.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
        self.problem = ProblemLabel()
        self.buttons = save_buttons(self, self._ask)
        self._checked = CheckedField(self.name)
        caption = caption_of(self.name, "&Name, for this window and for --land-pattern:", "Name")
        parts = (caption, self._checked, self.problem, self.buttons)
        fill_box(QVBoxLayout(self), *parts, margins=None)
        self.name.textChanged.connect(self._check)
        self._save_button = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self._save_button.setEnabled(False)
        if pattern.name in library.own_names():
            self.name.setText(pattern.name)
            self.name.selectAll()

    def _check(self, name: str) -> None:
        self.problem.clear()
        fine = self._checked.check(lambda: self._library.check_new_name(name))
        self._save_button.setEnabled(fine)

    def _ask(self) -> None:
        """Save, after asking where a pattern of that name would be replaced."""
        name = self.name.text()
        taken = {own.lower(): own for own in self._library.own_names()}.get(name.lower())
        if taken is None:
            self._save(name)
            return
        ask_before(
            self,
            "Replace the land pattern?",
            f"You already have a land pattern “{taken}”. Replace it?",
            "&Replace",
            lambda: self._save(taken),
        )

    def _save(self, name: str) -> None:
        try:
            save_pattern(self._library, self._pattern, name)
        except A4sError as error:
            self.problem.show_error(error)
            return
        self.saved.emit(name)
        self.accept()
