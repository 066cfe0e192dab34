"""Menus where the hand is: lists of entries, made into a menu when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from a4s_gui.frozen import frozen


@frozen
class Entry:
    """One line of a menu.

    Attributes
    ----------
    text
        With Qt's mark for its key; texts of users and files go through :func:`literal`.
    do
        What it does.
    enabled
        Whether it can be used.
    checked
        Whether it is checked; ``None`` for an entry without a check mark.
    """

    text: str
    do: Callable[[], object]
    enabled: bool = True
    checked: bool | None = None


@frozen
class Submenu:
    """A line that leads to further ones."""

    text: str
    items: tuple[Item, ...]


Item = Entry | Submenu | str | None
"""A line; the name of an action or a menu of the window, as ``fit``; ``None`` for a separator."""


def literal(text: str) -> str:
    """Return a text in which Qt takes no ampersand for the mark of a key."""
    return text.replace("&", "&&")


def plain(text: str) -> str:
    """Return a text of Qt's as it is read: without the mark of its key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def paint_edge(widget: QWidget) -> None:
    """Paint an edge that stands out from a dark drawing beneath; call it in ``paintEvent``."""
    painter = QPainter(widget)
    painter.setPen(widget.palette().color(QPalette.ColorRole.Dark))
    painter.drawRect(widget.rect().adjusted(0, 0, -1, -1))
    painter.end()


def build_menu(owner: QWidget, items: Iterable[Item]) -> QMenu:
    """Return a menu of some items, see :func:`add_items`."""
    menu = _EdgedMenu(owner)
    add_items(menu, owner, items)
    return menu


def add_items(menu: QMenu, owner: QWidget, items: Iterable[Item]) -> None:
    """Add items to a menu; separators beside nothing are left out.

    An action that the owner's window has not is left out: a panel alone has no window around it.
    """
    parted = False
    for item in items:
        action = _action(menu, owner, item)
        if action is not None:
            if parted and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(action)
        parted = item is None or (parted and action is None)


def pop_up(menu: QMenu, place: QPoint) -> None:
    """Show a menu at a place of the screen; it is gone when it is shut."""
    menu.aboutToHide.connect(menu.deleteLater)
    if menu.isEmpty():
        menu.deleteLater()
    else:
        menu.popup(place)


def offer_menu(widget: QWidget, items: Callable[[], Iterable[Item]]) -> None:
    """Have a widget open a menu of its own, by the mouse and by key."""

    def open_menu(place: QPoint) -> None:
        pop_up(build_menu(widget, items()), widget.mapToGlobal(place))

    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    widget.customContextMenuRequested.connect(open_menu)


def ask_for_menu(widget: QWidget | None) -> None:
    """Open the menu of a widget, as the menu key does."""
    if widget is not None:
        place = widget.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget, event)


def is_by_key(event: QContextMenuEvent) -> bool:
    """Return whether a menu is asked for by key: its place is then where the keys are."""
    return event.reason() is QContextMenuEvent.Reason.Keyboard


class _EdgedMenu(QMenu):
    """A menu with an edge that stands out from a dark drawing; the style's own does not."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_edge(self)


def _action(menu: QMenu, owner: QWidget, item: Item) -> QAction | None:
    """Return the action of a line, ``None`` where there is none."""
    if item is None:
        return None
    if isinstance(item, str):
        return _named_action(owner, item)
    if isinstance(item, Submenu):
        further = _EdgedMenu(menu)
        further.setTitle(item.text)
        add_items(further, owner, item.items)
        return further.menuAction()
    action = QAction(item.text, menu)
    action.triggered.connect(lambda _checked=False, do=item.do: do())
    action.setEnabled(item.enabled)
    action.setCheckable(item.checked is not None)
    action.setChecked(bool(item.checked))
    return action


def _named_action(owner: QWidget, name: str) -> QAction | None:
    window = owner.window()
    while (above := window.parentWidget()) is not None:  # a panel that floats has a window around
        window = above.window()
    return window.findChild(QAction, name)
