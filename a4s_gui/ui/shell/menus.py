"""Qt's actions and menus, made from the one table of actions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence, QMouseEvent, QPalette
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from a4s_gui.ui.core.action_spec import ActionSpec, Menu
from a4s_gui.ui.core.actions import ACTIONS
from a4s_gui.ui.core.icons import icon

_CHECK_LISTS = (Menu.LAYERS,)
"""Menus in which several things are checked one after the other."""


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
        action.setCheckable(spec.checkable)
        if spec.group:
            if spec.group not in groups:
                groups[spec.group] = QActionGroup(parent)
            groups[spec.group].addAction(action)
        actions[spec.id] = action
    return actions


def draw_icons(actions: Mapping[str, QAction], palette: QPalette) -> None:
    """Draw every action's icon in the colours of a palette."""
    for spec in ACTIONS:
        if spec.icon:
            actions[spec.id].setIcon(icon(spec.icon, palette))


def fill_menu_bar(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[Menu, QMenu]:
    """Build all menus in the order of the table; return them by their place."""
    menus: dict[Menu, QMenu] = {}
    sections: dict[Menu, str] = {}
    for spec in ACTIONS:
        menu = _menu(spec.menu, bar, menus)
        if sections.get(spec.menu, spec.section) != spec.section:
            menu.addSeparator()
        sections[spec.menu] = spec.section
        menu.addAction(actions[spec.id])
    return menus


class CheckList(QMenu):
    """A menu that stays open while its entries are checked one after the other."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Check the entry under the mouse and stay."""
        action = self.actionAt(event.position().toPoint())
        if _can_check(action):
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Check the current entry with Space and stay; Return checks it and closes."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and _can_check(action):
            action.trigger()
        else:
            super().keyPressEvent(event)


def _can_check(action: QAction | None) -> bool:
    """Say so for an action or none: Qt gives None where there is no entry."""
    return action is not None and action.isCheckable() and action.isEnabled()


def _menu(place: Menu, bar: QMenuBar, menus: dict[Menu, QMenu]) -> QMenu:
    if place not in menus:
        above, _, title = place.rpartition("/")
        kind = CheckList if place in _CHECK_LISTS else QMenu
        menu = kind(title, bar)
        menus[place] = menu
        if above:
            _menu(Menu(above), bar, menus).addMenu(menu)
        else:
            bar.addMenu(menu)
    return menus[place]


def _tool_tip(spec: ActionSpec) -> str:
    if not spec.shortcuts:
        return spec.tip
    keys = QKeySequence(spec.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{spec.tip} ({keys})"
