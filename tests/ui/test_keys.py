"""The keys: each shortcut acts wherever they are, and Tab brings them everywhere and away again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from a4s_gui.session import reducers
from a4s_gui.ui.shell.actions.qt_actions import BoundActions
from a4s_gui.ui.shell.actions.table import ACTIONS
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS
from a4s_gui.ui.widgets.key_focus import WindowKeys

_CTRL = Qt.KeyboardModifier.ControlModifier
_LIST = "AXE510127\nAXE610124\nAXE999\nJ1,AXE540127,1\n"
_PANELS = [spec.name for spec in PANELS]

pytestmark = pytest.mark.usefixtures("busy_hand")


def _fill(window: MainWindow, qtbot: QtBot) -> None:
    """Give every panel something to show."""
    window.controller.apply(
        reducers.compare_pairs, [pair.id for pair in window.controller.catalog.pairs[:2]]
    )
    QGuiApplication.clipboard().setText(_LIST)
    for name in _PANELS:
        window.docks.bring_up(name)
        panel = window.panels[name].panel
        qtbot.waitUntil(panel.isVisible)
    for field in window.panels["ordering"].panel.findChildren(QLineEdit)[:1]:
        field.setText("12000")
    window.panels["part-list"].panel.paste()  # type: ignore[attr-defined]
    QGuiApplication.clipboard().clear()


def _stops(window: QWidget) -> list[QWidget]:
    """Return what can be seen and takes the keys by Tab."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.window() is window
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # Of radio buttons the one that is checked takes them for all: the arrows go on from there.
        and not (isinstance(widget, QAbstractButton) and _is_beside_checked(widget))
    ]


def _is_beside_checked(button: QAbstractButton) -> bool:
    return button.autoExclusive() and not button.isChecked()


def _walk(window: MainWindow, key: Qt.Key) -> list[QWidget]:
    """Press a key from the search line until the keys are there again; return where they were."""
    window.search.setFocus()
    been: list[QWidget] = []
    for _ in range(400):
        here = window.focusWidget()
        assert here is not None
        if been and here is window.search:
            return been
        been.append(here)
        QTest.keyClick(here, key)
    stuck = been[-1]
    pytest.fail(f"the keys never come back, they are in {stuck} {stuck.accessibleName()}")


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}"


def test_tab_reaches_everything_and_leaves_it(window: MainWindow, qtbot: QtBot) -> None:
    _fill(window, qtbot)
    right = [spec.name for spec in PANELS if spec.side is Qt.DockWidgetArea.RightDockWidgetArea]
    lists = [spec.name for spec in PANELS if not spec.is_beside]
    for side, below in zip_longest(right, lists, fillvalue="pairs"):
        for name in (side, below):
            window.docks.bring_up(name)
        qtbot.waitUntil(window.panels[below].panel.isEnabled)
        QTest.qWait(20)
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            been = _walk(window, key)
            missed = [_name(stop) for stop in _stops(window) if stop not in been]
            assert missed == [], (side, below, key, missed)


@pytest.fixture
def pressed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have actions, all of which can be used, do nothing but set down their id here."""
    ids: list[str] = []
    monkeypatch.setattr(BoundActions, "refresh", lambda _self: None)
    monkeypatch.setattr(BoundActions, "_catch_up", lambda _self: None)
    monkeypatch.setattr(BoundActions, "_run", lambda _self, spec: ids.append(spec.id))
    return ids


@pytest.mark.own_window
def test_every_shortcut_acts_wherever_the_keys_are(
    pressed: list[str], window: MainWindow, qtbot: QtBot
) -> None:
    _fill(window, qtbot)
    tried: set[tuple[str, type[QWidget]]] = set()
    for name in _PANELS:
        window.docks.bring_up(name)
        qtbot.waitUntil(window.panels[name].panel.isEnabled)
        QTest.qWait(20)
        for stop in [*_stops(window.panels[name].panel.window()), window.search]:
            inside = window.panels[name].isAncestorOf(stop) or name == _PANELS[0]
            if inside and (name, type(stop)) not in tried:  # those of a kind claim the same keys
                tried.add((name, type(stop)))
                _press_all(stop, pressed)
    assert len(tried) > 30


def _press_all(stop: QWidget, pressed: list[str]) -> None:
    if isinstance(stop, QLineEdit):
        stop.setText("AXE")  # some keys are claimed only where there is text
        stop.deselect()
    for spec in ACTIONS:
        for keys in spec.shortcuts:
            stop.setFocus()
            pressed.clear()
            QTest.keySequence(stop, QKeySequence(keys))
            assert pressed == [spec.id], (_name(stop), keys)


def test_a_field_keeps_copy_and_undo_while_it_can_use_them(
    make_shortcut_window: ShortcutWindow,
) -> None:
    window, field, acted = make_shortcut_window
    QTest.keyClick(field, Qt.Key.Key_Z, _CTRL)
    QTest.keyClick(field, Qt.Key.Key_C, _CTRL)
    assert acted == ["Ctrl+Z", "Ctrl+C"]
    acted.clear()
    QTest.keyClicks(field, "word")
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, _CTRL)
    assert QGuiApplication.clipboard().text() == "word"
    QTest.keyClick(field, Qt.Key.Key_Z, _CTRL)
    assert (field.text(), acted) == ("", [])
    QTest.keyClick(field, Qt.Key.Key_Z, _CTRL)
    assert acted == ["Ctrl+Z"]
    QGuiApplication.clipboard().clear()
    assert window.focusWidget() is field


ShortcutWindow = tuple[QWidget, QLineEdit, list[str]]


@pytest.fixture
def make_shortcut_window(qtbot: QtBot) -> ShortcutWindow:
    """Return a window with shortcuts that fields know too, a field, and what acted."""
    around = QWidget()
    qtbot.addWidget(around)
    field = QLineEdit(around)
    acted: list[str] = []
    for keys in ("Ctrl+Z", "Ctrl+C"):
        action = QAction(around)
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False, k=keys: acted.append(k))
        around.addAction(action)
    WindowKeys(around, around.actions())
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    field.setFocus()
    return around, field, acted


def test_it_is_seen_where_the_keys_are(window: MainWindow, qtbot: QtBot) -> None:
    _fill(window, qtbot)
    for mode in ("light", "dark"):
        window.named_actions[f"theme.{mode}"].trigger()
        unseen = []
        for name in _PANELS:
            window.docks.bring_up(name)
            qtbot.waitUntil(window.panels[name].panel.isEnabled)
            QTest.qWait(20)
            stops = _stops(window)
            inside = [stop for stop in stops if window.panels[name].isAncestorOf(stop)]
            others = [stop for stop in stops if not _in_a_panel(window, stop)]
            unseen += [
                _name(stop)
                for stop in inside + (others if name == _PANELS[0] else [])
                if _looks(window, stop, on=True) == _looks(window, stop, on=False)
            ]
        assert unseen == [], mode


def _in_a_panel(window: MainWindow, widget: QWidget) -> bool:
    return any(place.isAncestorOf(widget) for place in window.panels.values())


def _around(widget: QWidget) -> Iterator[QWidget]:
    outer = widget.parentWidget()
    while outer is not None:
        yield outer
        outer = outer.parentWidget()


def _looks(window: MainWindow, stop: QWidget, *, on: bool) -> QImage:
    """Return a picture of a widget and a little around it, with the keys or without."""
    for area in _around(stop):
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(stop)
    (stop if on else window.menuBar()).setFocus(Qt.FocusReason.TabFocusReason)
    if isinstance(stop, QLineEdit):
        stop.deselect()
    corner = stop.mapTo(window, QPoint(0, 0))
    return window.grab(QRect(corner, stop.size())).toImage()
