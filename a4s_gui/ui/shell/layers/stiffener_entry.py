"""The stiffener's margin in the list of layers, beside the switch of its layer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget, QWidgetAction

from a4s_gui.geometry.land_pattern.editing import FIGURES
from a4s_gui.session.changes import Change
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.land_pattern.figure_editor import FigureEditor
from a4s_gui.ui.widgets.layouts import fill_box

_FIGURE = next(figure for figure in FIGURES if figure.name == "common.stiffener_margin_mm")
_INDENT_PX = 28
_CAPTION = f"Beyond the pattern, {_FIGURE.unit}"


class StiffenerEntry(QWidgetAction):
    """An editor of the margin as an entry of a menu."""

    def __init__(self, controller: Controller, menu: QMenu) -> None:
        super().__init__(menu)
        box = KeepsKeys()
        self.editor = FigureEditor(controller, _FIGURE)
        # A menu that is open does not grow: the reason has its room from the first.
        problem = self.editor.problem
        policy = problem.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        problem.setSizePolicy(policy)
        problem.setMinimumHeight(2 * problem.fontMetrics().height())
        problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        caption = QLabel(_CAPTION)
        caption.setBuddy(self.editor)
        fill_box(QVBoxLayout(box), caption, self.editor, margins=(_INDENT_PX, 0, 8, 0))
        box.setMinimumWidth(self.editor.fontMetrics().averageCharWidth() * 56)
        self.setDefaultWidget(box)
        controller.follow(("pattern",), self._follow)

    def _follow(self, change: Change) -> None:
        self.editor.show_figure(force=bool(change.fields & {"pattern_name", "pattern_reading"}))


class KeepsKeys(QWidget):
    """Keeps the keys of its fields from the menu around it, which would move on or close."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key that the field has left but those that close the menu."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
