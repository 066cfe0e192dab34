"""A hand that does something to the window, whatever it is, and to all that opens over it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDrag, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS

HOSTILE = (
    "AXE540127",
    "AXE5**127",
    "0,8 mm",
    "",
    "-1",
    "1e400",
    "nan",
    "٣",
    "<b>&amp;</b><a href='x'>y</a><img src='file:///dev/zero'><table><tr><td>" * 20,
    "<!DOCTYPE html><html><body style='font-size:900px'><script>1</script>",
    "\x00\x07\u202e\ufeff",
    "(" * 300,
    "A" * 100_000,
    "AXE510127\nAXE999\n\tJ1;AXE540127;4\n",
    "\n".join(f"J{number};AXE5{number % 9}0127;{number}" for number in range(30)),
    "%s%n{0}\\",
    "👩‍🔧" * 20,
    "مقبس ٤٠ طرفًا",
    "שקע עם \u200f40 פינים",
    "插座 ４０ 针 ＡＸＥ５４０１２７",
    "สายแพ 40 ขา गर्भिका",
    "Z̷͓̈́a̸̱͗l̵̼̆g̶̙͆o̴͚̅" * 30,
    "../../x",
    "1000:1",
    "1200",
)
"""What is pasted: part numbers, wrong numbers, markup, other scripts, 30 lines, long ones."""
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
_DIALOGS = (
    *("export", "export-pairs", "print", "palette", "about", "shortcuts", "guide", "menu-here"),
    *("save-table", "copy-picture"),
)
_LEFT = Qt.MouseButton.LeftButton
_POKES = 3
"""What waits for the user is poked so often, then cancelled."""
_SOON_MS = 2


class RoughHand:
    """Does something to a window, whatever it is.

    Times are the processor's, of the thread that holds the window: what others do on the machine
    does not count, nor what a dialog waits for.
    """

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.names = [spec.name for spec in PANELS]
        self.random = random.Random(seed)
        self.steps: list[tuple[float, str]] = []
        """How long each thing took until the next, in s, and what it was."""
        self.acts: Sequence[Callable[[], None]] = (
            self.trigger,
            self.open_dialog,
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
            self.close_other,
        )
        window.named_actions["quit"].setEnabled(False)  # menus and the palette have it too
        self._pokes_left = 0
        self._count = 0
        self._doing = ""
        self._since_s = time.thread_time()

    def act(self) -> str:
        """Do one thing and return what it was."""
        act = self.random.choice(self.acts)
        self._pokes_left = _POKES
        self._count += 1
        self._lap(act.__name__)
        self._poke_soon()
        act()
        while QApplication.activePopupWidget() or QApplication.activeModalWidget():
            QTest.qWait(1)
        self._count += 1  # no more pokes
        QApplication.processEvents()
        self._lap("")
        return self.steps[-1][1]

    def trigger(self) -> None:
        self._trigger(sorted(set(self.window.named_actions) - {"quit", "full-screen"}))

    def open_dialog(self) -> None:
        self._trigger(_DIALOGS)

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
            QGuiApplication.clipboard().setText(self.random.choice(HOSTILE))
            field = self.random.choice(fields)
            field.setFocus()
            field.selectAll()
            QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def resize(self) -> None:
        self.window.resize(self.random.randint(600, 1600), self.random.randint(450, 1000))

    def move_panel(self) -> None:
        name = self.random.choice(self.names)
        dock = self.window.docks.dock(name)
        if self.random.random() < 0.5:
            self.window.docks.bring_up(name)
        elif self.random.random() < 0.5:
            dock.setFloating(not dock.isFloating())
        else:
            dock.close()

    def close_other(self) -> None:
        """Close a dialog that is open beside the window, or the guide."""
        others = [w for w in self._tops() if isinstance(w, QDialog) or w is self._guide()]
        if others:
            self.random.choice(others).close()

    def some_widget(self) -> QWidget:
        """Return what lies at some place: of what waits for the user, else of any window."""
        top = self._over() or self.random.choice([*[self.window] * 4, *self._tops()])
        place = self.place_in(top)
        return top.childAt(place) or top

    def fields(self) -> list[QLineEdit | QPlainTextEdit]:
        """Return the fields that take text."""
        found: list[QLineEdit | QPlainTextEdit] = []
        over = self._over()
        for top in [over] if over else [self.window, *self._tops()]:
            found += [*top.findChildren(QLineEdit), *top.findChildren(QPlainTextEdit)]
        return [field for field in found if field.isVisible() and field.isEnabled()]

    def place_in(self, widget: QWidget) -> QPoint:
        width, height = max(1, widget.width()), max(1, widget.height())
        return QPoint(self.random.randrange(width), self.random.randrange(height))

    def _trigger(self, names: Sequence[str]) -> None:
        self._doing = self.random.choice(names)
        self.window.named_actions[self._doing].trigger()

    def _poke_soon(self) -> None:
        QTimer.singleShot(_SOON_MS, partial(self._poke, self._count))

    def _poke(self, count: int) -> None:
        """Poke what would keep a hand from the window: menus, lists, dialogs; then cancel it.

        Those wait in loops of their own: only a timer comes through to them, one for each. It runs
        on until the action is over, since a loop may begin late in it.
        """
        if count != self._count:
            return
        self._poke_soon()
        if QGuiApplication.platformName() == "xcb":
            QDrag.cancel()  # of marked text, which Qt itself begins: nobody holds the mouse
        over = self._over()
        if over is None:
            return
        opened = type(over).__name__
        if self._pokes_left <= 0:
            self._lap(f"close {opened}")
            over.close()
            return
        self._pokes_left -= 1
        act = self.random.choice((self.click, self.press_key, self.paste, self.turn_wheel))
        self._lap(f"{act.__name__} in {opened}")
        act()

    def _over(self) -> QWidget | None:
        """Return what waits for the user."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget()

    def _guide(self) -> QWidget | None:
        return self.window.dialogs.guide

    def _tops(self) -> list[QWidget]:
        """Return what else is open, in an order that is the same each time."""
        app = QApplication.topLevelWidgets()
        seen = [w for w in app if w.isVisible() and w.isWindow() and w is not self.window]
        return sorted(seen, key=lambda w: (type(w).__name__, w.objectName(), w.windowTitle()))

    def _lap(self, doing: str) -> None:
        """End one step and begin the next."""
        now_s = time.thread_time()
        if self._doing:
            self.steps.append((now_s - self._since_s, self._doing))
        self._doing, self._since_s = doing, now_s
