"""Two ways to do a job in the window without a mouse: by keys alone, and as a screen reader does.

Both go by what things are called, so that a job is written once and reads as a job.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from a4s_gui.ui.panels.filters.value_button import ValueButton
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.widgets.menus import plain
from tests.ui.accessibility import Role, act, all_items, interface, name, press

_PAUSE_MS = 15
"""What comes late, as a panel that is made when it is seen, is there after a few of these."""
_PATIENCE = 400
_WALK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down)
_BUTTONS = (Role.Button, Role.CheckBox, Role.RadioButton)


class Hands(ABC):
    """What a job is made of; each does one thing and waits until the window has settled."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def top(self) -> QWidget:
        """The dialog that is open, else the window."""
        return QApplication.activeModalWidget() or self.window

    @abstractmethod
    def do(self, command: str) -> None:
        """Do a command of the menus, as ``Edit > Undo``."""

    @abstractmethod
    def press(self, called: str) -> None:
        """Press a button, or set or take off a choice."""

    @abstractmethod
    def fill(self, called: str, text: str) -> None:
        """Replace what stands in a field."""

    @abstractmethod
    def take_row(self, table: str, begins: str) -> None:
        """Go to the row of a table with a cell of a text."""

    @abstractmethod
    def take_from_menu(self, called: str, entry: str) -> None:
        """Open the menu of a thing and take an entry of it."""


class Keys(Hands):
    """By keys alone: Tab until the thing has them, then what a hand would press."""

    def do(self, command: str) -> None:
        """Press the shortcut that the menu shows."""
        menu, _, entry = command.partition(" > ")
        (lines,) = (a.menu() for a in self.window.menuBar().actions() if _is_called(a, menu))
        assert isinstance(lines, QMenu)
        action = next(line for line in lines.actions() if _is_called(line, entry))
        assert action.isEnabled()
        self._press(action.shortcut())

    def press(self, called: str) -> None:
        """Go there and press the space bar."""
        self._go(called)
        self._press(Qt.Key.Key_Space)

    def fill(self, called: str, text: str) -> None:
        """Go there and type over what stands there."""
        self._go(called)
        self._press(QKeySequence.StandardKey.SelectAll)
        QTest.keyClicks(self._keys_at, text)
        _settle()

    def take_row(self, table: str, begins: str) -> None:
        """Go to the table and type what the row begins with."""
        self._go(table)
        # A letter typed sooner would be added to those of the row before.
        QTest.qWait(QApplication.keyboardInputInterval() + 1)
        QTest.keyClicks(self._keys_at, begins)
        _settle()

    def take_from_menu(self, called: str, entry: str) -> None:
        """Go there, open the menu, and down to the entry."""
        self._go(called)
        self.do("Edit > Context menu")
        menu = _open_menu()
        for _ in menu.actions():
            self._press(Qt.Key.Key_Down)
            if _is_called(menu.activeAction(), entry):
                break
        assert _is_called(menu.activeAction(), entry)
        self._press(Qt.Key.Key_Return)

    def _go(self, called: str) -> None:
        been: list[str] = []
        for _ in range(_PATIENCE):
            if self._is_at(called, been) or self._walk_to(called, been):
                return
            self._press(Qt.Key.Key_Tab, settled=False)
        raise AssertionError(f"the keys never come to {called}: {sorted(set(been))}")

    def _walk_to(self, called: str, been: list[str]) -> bool:
        """Walk through the values of a filter, which are one stop, by the arrows."""
        for arrow in _WALK:
            before: QWidget | None = None
            while isinstance(self._keys_at, ValueButton) and self._keys_at is not before:
                before = self._keys_at
                self._press(arrow, settled=False)
                if self._is_at(called, been):
                    return True
        return False

    def _is_at(self, called: str, been: list[str]) -> bool:
        been.append(name(interface(self._keys_at)))
        return been[-1] == called or been[-1].startswith(f"{called} ")

    @property
    def _keys_at(self) -> QWidget:
        """The widget that has the keys; without a screen no dialog is made active."""
        top = QApplication.activePopupWidget() or self.top
        keys: QWidget | None = top.focusWidget()
        return top if keys is None else keys

    def _press(self, keys: Any, *, settled: bool = True) -> None:
        QTest.keySequence(self._keys_at, QKeySequence(keys))
        if settled:
            _settle()


class Reader(Hands):
    """As a screen reader does: what is found by role and name, and the actions that it offers."""

    def do(self, command: str) -> None:
        """Press the line of the menu bar."""
        menu, _, entry = command.partition(" > ")
        bar = interface(self.window.menuBar())
        lines = next(line for line in _lines(bar) if name(line) == menu)
        self._take_line(lines.child(0), entry)

    def press(self, called: str) -> None:
        """Press or toggle it."""
        press(next(item for item in self._named(called) if item.role() in _BUTTONS))
        _settle()

    def fill(self, called: str, text: str) -> None:
        """Put a text in the place of that which stands there, without a key."""
        field: Any = next(item for item in self._named(called) if item.editableTextInterface())
        field.editableTextInterface().replaceText(0, field.textInterface().characterCount(), text)
        _settle()

    def take_row(self, table: str, begins: str) -> None:
        """Select the cell."""
        rows = next(item for item in self._named(table) if item.role() is Role.Table)
        cells = (rows.child(place) for place in range(rows.childCount()))
        cell = next(one for one in cells if one.role() is Role.Cell and name(one) == begins)
        rows.selectionInterface().clear()
        rows.selectionInterface().select(cell)
        _settle()

    def take_from_menu(self, called: str, entry: str) -> None:
        """Give it the keys, have its menu opened, and press the entry."""
        act(next(item for item in self._named(called) if item.state().focusable), "SetFocus")
        self.do("Edit > Context menu")
        menu = _open_menu()
        self._take_line(interface(menu), entry)
        menu.close()

    def _named(self, called: str) -> Iterator[Any]:
        """Yield what is called so, else what begins so, once there is something."""
        wait_for(lambda: any(name(item).startswith(called) for item in self._items()))
        exact = [item for item in self._items() if name(item) == called]
        begun = (item for item in self._items() if name(item).startswith(called))
        yield from exact or begun

    def _items(self) -> Iterator[Any]:
        return all_items(interface(self.top))

    def _take_line(self, menu: Any, entry: str) -> None:
        line = next(line for line in _lines(menu) if name(line).startswith(entry))
        assert not line.state().disabled
        act(line, "Press")
        _settle()


def in_dialog(hands: Hands, opened: Callable[[], None], job: Callable[[], None]) -> None:
    """Do a job in the dialog that something opens, which may hold up what opened it."""
    failed: list[AssertionError] = []

    def work() -> None:
        try:
            wait_for(QApplication.activeModalWidget)
            job()
        except AssertionError as error:
            failed.append(error)
            hands.top.close()

    QTimer.singleShot(_PAUSE_MS, work)
    opened()
    if failed:
        raise failed[0]
    wait_for(lambda: QApplication.activeModalWidget() is None)
    hands.window.activateWindow()  # as the desktop does; without a screen nobody else would
    QTest.qWaitForWindowActive(hands.window)


def wait_for(something: Callable[[], object]) -> None:
    """Wait until something is so."""
    for _ in range(_PATIENCE):
        if something():
            return
        QTest.qWait(_PAUSE_MS)
    raise AssertionError("nothing comes of it")


def _settle() -> None:
    for _ in range(3):
        QTest.qWait(_PAUSE_MS)


def _open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _lines(menu: Any) -> Iterator[Any]:
    return filter(None, map(menu.child, range(menu.childCount())))


def _is_called(action: QAction, text: str) -> bool:
    return plain(action.text()).startswith(text)
