"""A rough hand: seeded random actions on the whole window, after each of which all agrees."""

from __future__ import annotations

import ctypes
import faulthandler
import gc
import os
import resource
import sys
from collections.abc import Iterator
from math import inf
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QDesktopServices, QDrag, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.logging import _QtMessageCapture
from shiboken6 import isValid

from a4s_gui.catalog.numbers import format_height
from a4s_gui.drawing.items.notes import format_scale
from a4s_gui.session.settings_table import EXPORT_DPI
from a4s_gui.ui.core.lazy_panel import LazyPanel
from a4s_gui.ui.panels.pad_map.pad_map_panel import PadMapPanel
from a4s_gui.ui.shell.app import collect_garbage
from a4s_gui.ui.shell.main_window import MainWindow
from tests.ui.conftest import WindowMaker
from tests.ui.kept import settings_after_the_first_start
from tests.ui.rough_hand import RoughHand

_ACTIONS = int(os.environ.get("A4S_ROUGH_HAND", "2000"))
"""So many that the suite can wait for them; ``make endure`` takes many more."""
_SEED = int(os.environ.get("A4S_ROUGH_SEED", "4"))
_WARM = min(2_000, _ACTIONS // 2)
"""After so many actions everything has been made and kept that ever is."""
_BLOCKS_AN_ACTION = 150
"""Of Python's memory; a panel or dialog that stays has thousands."""
_IS_LONG = _ACTIONS >= 3 * _WARM
_MOST_GROWN_MB = 10.0
"""Once everything is kept that ever is: a short run does not come so far."""
_LONGEST_STEP_S = 0.5 if _IS_LONG else inf
"""Not in the suite, which may run on a machine that does much else."""
_HANGS_S = 120
_MOST_PROBLEMS = 20

Problems = list[str]

# The fonts of the machine may lack a script that is pasted: Qt says so, and draws boxes.
pytestmark = pytest.mark.qt_log_ignore("^OpenType support missing", extend=True)


@pytest.fixture
def harmless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing leave the program, and nothing be saved but beneath the test's folder."""
    monkeypatch.setattr(QFileDialog, "open", QFileDialog.reject)
    for ask in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    # The platform's own loop, which waits for a mouse that nobody holds.
    monkeypatch.setattr(QDrag, "exec", _dropped_nowhere)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


def _dropped_nowhere(drag: QDrag, *_: object) -> Qt.DropAction:
    """End a drag as Qt does: what was dragged, a picture of 30 MB, goes with it."""
    drag.deleteLater()
    return Qt.DropAction.IgnoreAction


@pytest.fixture
def window(make: WindowMaker) -> MainWindow:
    """Return a window that copies small pictures: a large one takes ten steps of a hand."""
    settings = settings_after_the_first_start()
    settings.set(EXPORT_DPI, 96)
    return make("AXE640124", settings)


@pytest.fixture
def problems(monkeypatch: pytest.MonkeyPatch) -> Problems:
    """Return what goes wrong, to which each error in a slot is added when it comes."""
    found: Problems = []
    told = sys.excepthook

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        found.append(repr(error))
        told(kind, error, trace)

    monkeypatch.setattr(sys, "excepthook", report)
    return found


def _disagreements(window: MainWindow) -> Iterator[str]:
    """Yield where table, drawing, panels and status line do not tell the same."""
    controller = window.controller
    pair, rows = controller.pair, controller.result.rows
    if set(window.table.pairs_model.rows) != set(rows):
        yield "the table has other rows"
    if not window.chip_line.count.text().startswith(f"{len(rows)} of "):
        yield f"the count says {window.chip_line.count.text()} for {len(rows)}"
    if any(value.rows < 0 for values in controller.result.facets.values() for value in values):
        yield "a filter leaves less than nothing"
    drawing = window.drawing
    if drawing is None or drawing.scene is None:
        yield "there is no drawing"
    elif window.status_line.scale.text() != format_scale(drawing.viewport.scale):
        yield f"status {window.status_line.scale.text()}, drawing {drawing.viewport.scale}"
    if pair is None or drawing is None or drawing.scene is None:
        return
    if pair.numbers not in window.windowTitle():
        yield f"the title says {window.windowTitle()} for {pair.numbers}"
    selected = window.table.selected_ids()
    if pair in rows and selected and pair.id not in selected:
        yield f"selected {selected}, drawn {pair.id}"
    if drawing.spec != controller.spec:
        yield f"drawn {drawing.spec}, chosen {controller.spec}"
    drawn = {placed.footprint.connector.part_number for placed in drawing.scene.placed}
    if not drawn <= {connector.part_number for connector in pair.connectors}:
        yield f"drawn {drawn}, chosen {pair.id}"
    yield from _behind(window)


def _behind(window: MainWindow) -> Iterator[str]:
    """Yield which panel in front shows what held before."""
    pair, spec = window.controller.pair, window.controller.spec
    assert pair is not None
    assert spec is not None
    for name, place in window.panels.items():
        panel = place.panel
        seen = panel.isVisible() and not panel.visibleRegion().isEmpty()
        if not seen or not isinstance(panel, LazyPanel) or panel._stale:
            continue
        if name == "details" and not window.details.page.words:
            text = window.details.browser.toPlainText()
            if f"{pair.pins} (2 ×" not in text or format_height(pair.mated_height_mm) not in text:
                yield f"the details are of another pair than {pair.id}"
        numbering = f"Numbering: {spec.numbering.describe()}."
        if isinstance(panel, PadMapPanel) and panel.numbering.text() != numbering:
            yield f"the pad map says {panel.numbering.text()}, not {numbering}"


def _drain(window: MainWindow) -> None:
    """Let go of all that can go; drawings that were made ready go with the size they are for."""
    for width in (1480, 1200):
        window.resize(width, 900)
        QApplication.processEvents()
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    QPixmapCache.clear()


def _memory_mb() -> float:
    """Return what the process holds of the machine's memory, without what it has given back."""
    if sys.platform != "linux":
        return 0.0
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # the GNU library's
    if trim is not None:
        trim(0)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def _end(window: MainWindow) -> None:
    """Stop and close what was opened beside the window."""
    many = window.dialogs.pairs_dialog
    if many is not None and many.page.run is not None:
        many.page.run.stop()
        many.page.run.wait()
        while many.is_running:  # it is told by an event; asked before, it would ask whether to stop
            QApplication.processEvents()
    for dialog in window.findChildren(QDialog):
        if isValid(dialog):  # one that waited beneath another may have gone with it
            dialog.close()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def garbage_as_in_the_program() -> Iterator[None]:
    """Have garbage looked for as often as by the program, and afterwards as often as before."""
    often = gc.get_threshold()
    collect_garbage()
    yield
    gc.set_threshold(*often)


@pytest.mark.usefixtures("harmless", "garbage_as_in_the_program")
def test_a_rough_hand_breaks_nothing(
    window: MainWindow, qtlog: _QtMessageCapture, problems: Problems
) -> None:
    hand = RoughHand(window, _SEED)
    made = [place.panel for place in window.panels.values()]  # once for all: that is no growth
    assert len(made) == len(hand.names)
    told, blocks, objects, memory_mb = 0, 0, 0, 0.0
    for count in range(_ACTIONS):
        faulthandler.dump_traceback_later(_HANGS_S, exit=True)
        begun, before = len(hand.steps), len(problems)
        done = hand.act()
        problems += _disagreements(window)
        messages = [r for r in qtlog.records[told:] if not r.ignored and r.matches_level("WARNING")]
        told = len(qtlog.records)
        problems += [message.message for message in messages]
        problems += [
            f"{what} took {taken_s:.2f} s"
            for taken_s, what in hand.steps[begun:]
            if taken_s > _LONGEST_STEP_S
        ]
        for number in range(before, len(problems)):
            problems[number] += f" (action {count} of seed {_SEED}, after {done})"
        if len(problems) > _MOST_PROBLEMS:
            break
        if count == _WARM:
            _drain(window)
            blocks, objects = sys.getallocatedblocks(), len(window.findChildren(QObject))
            memory_mb = _memory_mb()
    faulthandler.cancel_dump_traceback_later()
    _end(window)
    _drain(window)
    slowest = sorted(hand.steps)[-5:]
    grown_mb = _memory_mb() - memory_mb
    print(
        f"{count + 1} actions, {len(hand.steps)} steps, grown by {grown_mb:.1f} MB after {_WARM}; "
        f"the slowest: {', '.join(f'{what} {taken_s:.2f} s' for taken_s, what in slowest)}"
    )
    assert not problems, "\n".join(problems)
    assert sys.getallocatedblocks() - blocks < _BLOCKS_AN_ACTION * _ACTIONS, "memory grows"
    assert not _IS_LONG or grown_mb < _MOST_GROWN_MB
    assert len(window.findChildren(QObject)) < objects + 200
