"""Qt's actions, made from the one table of actions, and what connects them with the window."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from a4s_gui.debug_log import log
from a4s_gui.drawing.layer_presets import LAYER_INKS
from a4s_gui.ui.core.icons import icon, swatch
from a4s_gui.ui.shell.actions.context import Action, ActionContext
from a4s_gui.ui.shell.actions.table import ACTIONS


def make_actions(parent: QWidget) -> dict[str, QAction]:
    """Return an action for every entry of the table, by its id; none does anything yet."""
    actions = {}
    groups: dict[str, QActionGroup] = {}
    for spec in ACTIONS:
        action = QAction(spec.text, parent)
        action.setObjectName(spec.id)
        action.setToolTip(_tool_tip(spec))
        action.setStatusTip(spec.tip)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setCheckable(spec.checked is not None)
        if spec.group:
            if spec.group not in groups:
                groups[spec.group] = QActionGroup(parent)
            groups[spec.group].addAction(action)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        actions[spec.id] = action
    for layer, ink in LAYER_INKS.items():  # its colour in the drawing
        actions[f"layer.{layer}"].setIcon(swatch(ink))
    return actions


def _tool_tip(spec: Action) -> str:
    if not spec.shortcuts:
        return spec.tip
    keys = QKeySequence(spec.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{spec.tip} ({keys})"


class BoundActions:
    """Runs what the rows say, and keeps the actions checked, enabled and named as the rows say."""

    def __init__(self, actions: Mapping[str, QAction], context: ActionContext) -> None:
        self._actions = actions
        self._context = context
        # After a click the action has been done by then, and nothing is left to do.
        self._soon = QTimer(context.window, singleShot=True, interval=0)
        self._soon.timeout.connect(self._catch_up)
        for spec in ACTIONS:
            actions[spec.id].triggered.connect(partial(self._run, spec))
            actions[spec.id].toggled.connect(self._later)
        self.refresh()

    def refresh(self) -> None:
        """Check, enable and name every action as it holds now."""
        for spec in ACTIONS:
            if spec.named is not None:
                self._actions[spec.id].setText(spec.named(self._context))
            if spec.checked is not None:
                self._actions[spec.id].setChecked(spec.checked(self._context))
            if spec.enabled is not None:
                self._actions[spec.id].setEnabled(spec.enabled(self._context))

    def _later(self) -> None:
        self._soon.start()

    def _catch_up(self) -> None:
        """Do what is shown as done: a screen reader toggles an action's button without a click."""
        for spec in ACTIONS:
            on = self._actions[spec.id].isChecked()
            if (
                spec.checked is not None
                and on != spec.checked(self._context)
                and (on or not spec.group)
            ):
                self._run(spec)

    def _run(self, spec: Action) -> None:
        log("action", spec.id)
        spec.handler(self._context)
        # Qt has checked it by itself; the handler may have come to nothing.
        self.refresh()
