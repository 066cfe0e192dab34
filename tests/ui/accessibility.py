"""The window as those have it who cannot see it: what is found by role and name, and done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
Text = QAccessible.Text
_ROWS = (Role.Table, Role.List, Role.Tree)


def interface(widget: QWidget) -> QAccessibleInterface:
    """Return the interface of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(item: QAccessibleInterface) -> str:
    """Return what an item is called."""
    return item.text(Text.Name)


def description(item: QAccessibleInterface) -> str:
    """Return what is said of an item besides."""
    return item.text(Text.Description)


def all_items(item: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield an item and everything in it but the rows of tables and what is hidden."""
    yield item
    if item.role() in _ROWS:
        return
    for place in range(item.childCount()):
        child: Any = item.child(place)
        if child is not None and not child.state().invisible:
            yield from all_items(child)


def find(window: QWidget, role: QAccessible.Role, called: str) -> QAccessibleInterface:
    """Return the item of a role and name; where none is called so, one that begins so."""
    others: list[QAccessibleInterface] = []
    for item in all_items(interface(window)):
        if item.role() is role and not _is_greyed(item):
            if name(item) == called:
                return item
            others.append(item)
    begun = [item for item in others if name(item).startswith(called)]
    assert begun, f"no {role.name} {called}: {sorted(map(name, others))}"
    return begun[0]


def _is_greyed(item: Any) -> bool:
    return bool(item.state().disabled)


def act(item: QAccessibleInterface, action: str) -> None:
    """Do one of the actions that an item offers."""
    actions: Any = item.actionInterface()
    assert isinstance(actions, QAccessibleActionInterface)
    assert action in actions.actionNames(), actions.actionNames()
    actions.doAction(action)


def press(item: QAccessibleInterface) -> None:
    """Press or toggle an item, as a screen reader's user does."""
    actions: Any = item.actionInterface()
    act(item, next(one for one in ("Toggle", "Press") if one in actions.actionNames()))
