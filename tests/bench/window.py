"""The whole window under a hand: a step in the table, a filter, a key, each until all is painted.

Every figure is held against a repaint of the same window, unchanged, in the same run. It is the
processor's time that is measured: what others do on the machine does not count.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit

from a4s_gui.catalog.selection.query import Facet
from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.shell.app import collect_garbage, make_application, make_window
from a4s_gui.ui.shell.main_window import MainWindow
from tests.bench.result import Result

_STEPS = 40
_REST_S = 0.25
"""So long a hand rests before a step to the next row: reading it, mostly, takes longer."""
_SETTLED_MS = 800
"""After so long all is made ready that will be."""
_SIZE_PX = (1480, 920)
_LEFT = Qt.MouseButton.LeftButton


def under_a_hand() -> Iterator[Result]:
    """Yield each figure as it is measured."""
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(app, "AXE540127", Settings(Path(folder) / "settings.ini"))
        window.resize(*_SIZE_PX)
        window.show()
        give_up = time.monotonic() + 60
        while window.drawing is None:
            QTest.qWait(20)
            if time.monotonic() > give_up:
                raise TimeoutError("the drawing never comes")
        QTest.qWait(1_000)
        collect_garbage()  # as the program does when the window is there
        yield from _Hand(app, window).results()
        window.close()


class _Hand:
    """Does one thing many times and says how long it took."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self._app = app
        self._window = window
        self._random = random.Random(15)

    def results(self) -> Iterator[Result]:
        yield self._measure("step to the next row", self._step, rest_s=_REST_S)
        yield self._measure("step to any row", self._any_row)
        for view in View:
            self._window.controller.apply(reducers.set_view, view)
            yield self._measure(f"step to any row, {view.words.title}", self._any_row)
        self._window.controller.apply(reducers.set_view, View.PAIR)
        yield self._measure("click on a filter", self._filter, most_p99=4)
        self._window.search.setFocus()
        yield self._measure("key in the search", self._search, most_p99=4)
        self._window.controller.apply(reducers.reset)
        self._window.docks.bring_up("land-pattern")
        QTest.qWait(500)
        yield self._measure("key in a figure of the land pattern", self._figure, most_p99=4)

    def _measure(
        self,
        what: str,
        act: Callable[[int], object],
        *,
        rest_s: float = 0.0,
        most_p99: float = 4,
    ) -> Result:
        took_ms: list[float] = []
        least_ms = self._repaints_ms()
        for number in range(_STEPS):
            if rest_s:
                QTest.qWait(round(rest_s * 1e3))
            begun = time.process_time()
            act(number)
            self._paint()
            took_ms.append((time.process_time() - begun) * 1e3)
        least_ms += self._repaints_ms()
        aim = 2 if "step" in what else None
        return Result.of(what, took_ms, least_ms, aim=aim, aim_p99=most_p99)

    def _repaints_ms(self) -> list[float]:
        """Paint all that the window shows many times, unchanged and at rest.

        Qt leaves out what paints all of its own ground: the drawing, the table and the text of
        *Details* have to be asked.
        """
        QTest.qWait(_SETTLED_MS)
        took_ms: list[float] = []
        for _ in range(_STEPS // 2):
            begun = time.process_time()
            for area in self._window.findChildren(QAbstractScrollArea):
                area.viewport().update()
            self._window.repaint()
            took_ms.append((time.process_time() - begun) * 1e3)
        return took_ms

    def _paint(self) -> None:
        """Have everything painted: the window at once, then panels that follow the first paint."""
        for _ in range(3):
            self._app.processEvents()

    def _step(self, _number: int) -> None:
        QTest.keyClick(self._window.table, Qt.Key.Key_Down)

    def _any_row(self, _number: int) -> None:
        pair = self._random.choice(self._window.controller.result.rows)
        self._window.controller.apply(reducers.choose_pair, pair.id)

    def _filter(self, number: int) -> None:
        buttons = self._window.filters.group(Facet.PINS).buttons
        QTest.mouseClick(buttons[number // 2 % len(buttons)], _LEFT)

    def _search(self, number: int) -> None:
        keys = [*"axe540", *["\b"] * 6]
        key = keys[number % len(keys)]
        if key == "\b":
            QTest.keyClick(self._window.search, Qt.Key.Key_Backspace)
        else:
            QTest.keyClicks(self._window.search, key)

    def _figure(self, number: int) -> None:
        panel = self._window.panels["land-pattern"].panel_as(PatternPanel)
        field = panel.editors["socket.contact_height_mm"].field
        line = field.findChild(QLineEdit) if field is not None else None
        if line is None:
            raise TimeoutError("there is no field for the figure")
        line.setFocus()
        if number % 2:
            QTest.keyClicks(line, "5")
        else:
            QTest.keyClick(line, Qt.Key.Key_Backspace)
