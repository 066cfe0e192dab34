"""The menus, made from the one table of actions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QMenuBar

from a4s_gui.ui.core.action_spec import Menu
from a4s_gui.ui.shell.actions.table import ACTIONS

_CHECK_LISTS = (Menu.LAYERS, Menu.NUMBERING)
"""Menus in which several things are checked one after the other."""


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
        menu.menuAction().setObjectName(f"menu.{title.replace('&', '').lower()}")
        if above:
            _menu(Menu(above), bar, menus).addMenu(menu)
        else:
            bar.addMenu(menu)
    return menus[place]
