"""A rough hand: seeded random actions on the whole window, after each of which all agrees."""

from __future__ import annotations

import gc
import os
import random
import sys
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPixmapCache, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS

_ACTIONS = int(os.environ.get("A4S_ROUGH_HAND", "200"))
"""So many that the suite can wait for them; ``make endure`` takes many more."""
_SEED = int(os.environ.get("A4S_ROUGH_SEED", "4"))
_BLOCKS_AN_ACTION = 150
"""Of Python's memory; a panel or dialog that stays has thousands."""
_HOSTILE = (
    "AXE540127",
    "AXE5**127",
    "0,8 mm",
    "",
    "-1",
    "1e400",
    "nan",
    "٣",
    "<b>&amp;</b><a href='x'>y</a>",
    "\x00\x07\u202e\ufeff",
    "(" * 300,
    "A" * 100_000,
    "AXE510127\nAXE999\n\tJ1;AXE540127;4\n",
    "%s%n{0}\\",
    "👩‍🔧" * 20,
)
_KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_A, Qt.Key.Key_5, Qt.Key.Key_Plus, Qt.Key.Key_M, Qt.Key.Key_F),
)
_MODIFIERS = (
    *[Qt.KeyboardModifier.NoModifier] * 4,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_LEFT = Qt.MouseButton.LeftButton


class RoughHand:
    """Does something to a window, whatever it is."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.names = [spec.name for spec in PANELS]
        self.random = random.Random(seed)
        self.acts: Sequence[Callable[[], None]] = (
            self.trigger,
            self.click,
            self.click,
            self.double_click,
            self.drag,
            self.turn_wheel,
            self.press_key,
            self.press_key,
            self.paste,
            self.resize,
            self.move_panel,
        )

    def act(self) -> str:
        """Do one thing and return what it was."""
        act = self.random.choice(self.acts)
        act()
        while QApplication.activePopupWidget() or QApplication.activeModalWidget():
            QTest.qWait(1)
        QApplication.processEvents()
        return act.__name__

    def trigger(self) -> None:
        names = sorted(set(self.window.named_actions) - {"quit", "full-screen"})
        self.window.named_actions[self.random.choice(names)].trigger()

    def click(self) -> None:
        widget = self.some_widget()
        QTest.mouseClick(widget, _LEFT, pos=self.place_in(widget))

    def double_click(self) -> None:
        widget = self.some_widget()
        QTest.mouseDClick(widget, _LEFT, pos=self.place_in(widget))

    def drag(self) -> None:
        widget = self.some_widget()
        QTest.mousePress(widget, _LEFT, pos=self.place_in(widget))
        for _ in range(3):
            QTest.mouseMove(widget, self.place_in(widget))
        QTest.mouseRelease(widget, _LEFT, pos=self.place_in(widget))

    def turn_wheel(self) -> None:
        widget = self.some_widget()
        place = self.place_in(widget)
        event = QWheelEvent(
            QPointF(place),
            QPointF(widget.mapToGlobal(place)),
            QPoint(),
            QPoint(0, self.random.choice((-120, 120, 960))),
            Qt.MouseButton.NoButton,
            self.random.choice(_MODIFIERS),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def press_key(self) -> None:
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, self.random.choice(_KEYS), self.random.choice(_MODIFIERS))

    def paste(self) -> None:
        fields = self.fields()
        if fields:
            QGuiApplication.clipboard().setText(self.random.choice(_HOSTILE))
            field = self.random.choice(fields)
            field.setFocus()
            field.selectAll()
            QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def resize(self) -> None:
        self.window.resize(self.random.randint(700, 1600), self.random.randint(500, 1000))

    def move_panel(self) -> None:
        name = self.random.choice(self.names)
        dock = self.window.docks.dock(name)
        if self.random.random() < 0.5:
            self.window.docks.bring_up(name)
        elif self.random.random() < 0.5:
            dock.setFloating(not dock.isFloating())
        else:
            dock.close()

    def some_widget(self) -> QWidget:
        """Return what lies at some place of the window or of a floating panel."""
        docks = map(self.window.docks.dock, self.names)
        top = self.random.choice([*[self.window] * 4, *(d for d in docks if d.isFloating())])
        place = self.place_in(top)
        return top.childAt(place) or top

    def fields(self) -> list[QLineEdit | QPlainTextEdit]:
        """Return the fields that take text."""
        found: list[QLineEdit | QPlainTextEdit] = [
            *self.window.findChildren(QLineEdit),
            *self.window.findChildren(QPlainTextEdit),
        ]
        return [field for field in found if field.isVisible() and field.isEnabled()]

    def place_in(self, widget: QWidget) -> QPoint:
        return QPoint(self.random.randrange(widget.width()), self.random.randrange(widget.height()))


def _close_what_lies_over() -> None:
    """Close what would keep a hand from the window: menus, lists, dialogs."""
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if over is not None:
        over.close()


@pytest.fixture
def harmless(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """Have what waits for the user be closed soon, and nothing leave the program."""
    monkeypatch.setattr(QFileDialog, "open", lambda _self: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    # Menus and dialogs wait in loops of their own: only a timer comes through to them.
    timer = QTimer(qapp, interval=5)
    timer.timeout.connect(_close_what_lies_over)
    timer.start()
    yield
    timer.stop()
    timer.deleteLater()


def _check(window: MainWindow) -> None:
    """Fail where table, drawing, panels and status line do not tell the same."""
    controller = window.controller
    pair, rows = controller.pair, controller.result.rows
    assert set(window.table.pairs_model.rows) == set(rows)
    assert window.chip_line.count.text().startswith(f"{len(rows)} of ")
    if pair is None:
        return
    assert pair.numbers in window.windowTitle()
    selected = window.table.selected_ids()
    assert not (pair in rows and selected) or pair.id in selected
    assert window.drawing is not None
    scene = window.drawing.scene
    assert scene is not None
    drawn = {placed.footprint.connector.part_number for placed in scene.placed}
    assert drawn <= {connector.part_number for connector in pair.connectors}
    for value in controller.result.facets.values():
        assert all(v.rows >= 0 for v in value)


def _drain() -> int:
    """Return how many blocks of memory Python holds when all that can go is gone."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    QPixmapCache.clear()
    return sys.getallocatedblocks()


@pytest.mark.usefixtures("harmless")
def test_a_rough_hand_breaks_nothing(window: MainWindow) -> None:
    hand = RoughHand(window, _SEED)
    made = [place.panel for place in window.panels.values()]  # once for all: that is no growth
    assert len(made) == len(hand.names)
    half, objects = 0, 0
    for count in range(_ACTIONS):
        done = "nothing"
        try:
            done = hand.act()
            _check(window)
        except Exception as error:
            error.add_note(f"action {count} of seed {_SEED}, after {done}")
            raise
        if count == _ACTIONS // 2:
            half, objects = _drain(), len(window.findChildren(QObject))
    grown = _drain() - half
    assert grown < _BLOCKS_AN_ACTION * _ACTIONS, "memory grows"
    assert len(window.findChildren(QObject)) < objects + _ACTIONS
    QGuiApplication.clipboard().clear()
