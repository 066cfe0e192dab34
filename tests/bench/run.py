"""Measures start-up, redraw and export against the least that Qt can do, in the same run.

Medians of interleaved runs, as ratios and in milliseconds. Times mean little on a busy machine;
ratios of one run mean more. Nothing here is a test. Arguments name what is measured, as ``board``;
without any it is everything.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import median

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parent.parent
sys.path.insert(0, str(_ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench.result import Result  # noqa: E402 - the tree is found by now

_START_RUNS = 9
_SIZE_PX = (1000, 600)
_PATIENCE_S = 60
_SAVED = _ROOT / "build" / "bench.json"


def main() -> int:
    """Measure everything and print it; 1 where something cannot be measured."""
    print(f"Medians of interleaved runs, platform {os.environ['QT_QPA_PLATFORM']}.")
    print(f"  {'':<46}{'took':>9}{'least':>12}{'ratio':>10}{'p99':>8}")
    measured: list[Result] = []
    wanted = sys.argv[1:]
    for least, measure in _MEASURED:
        if wanted and measure.__name__ not in wanted:
            continue
        print(least)
        try:
            for result in measure():
                print(result, flush=True)
                measured.append(result)
        except (OSError, subprocess.SubprocessError, TimeoutError) as error:
            print(f"cannot be measured: {error}", file=sys.stderr)
            return 1
    _SAVED.parent.mkdir(exist_ok=True)
    _SAVED.write_text(json.dumps([result.as_json() for result in measured], indent=1) + "\n")
    print(f"saved as {_SAVED.relative_to(_ROOT)}")
    return 0


def under_a_hand() -> Iterable[Result]:
    """From a key or a click to everything painted."""
    from tests.bench import window

    return window.under_a_hand()


def start_up() -> list[Result]:
    """From starting Python to the painted window, and to the view that can be moved in it."""
    bare: list[float] = []
    window: list[float] = []
    drawing: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        # As for a user: modules compiled once, whatever the environment says of writing bytecode.
        environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        settings = str(Path(folder) / "settings.ini")
        for run in range(_START_RUNS + 1):
            stages = _started(environment, "bare")
            ours = _started(environment, "a4s", settings)
            if run:  # the first one compiles, and reads everything from the disk
                bare.append(stages["window"])
                window.append(ours["window"])
                drawing.append(ours["drawing"])
    least = median(bare)
    return [
        Result("painted window with the drawing in it", median(window), least, aim=2.5),
        Result("the drawing can be moved", median(drawing), least),
    ]


def _started(environment: dict[str, str], *arguments: str) -> dict[str, float]:
    """Return when each stage was on the screen, in ms from starting the process."""
    begun = time.time_ns()
    done = subprocess.run(
        [sys.executable, str(_HERE / "start.py"), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=True,
    )
    stages = (line.split() for line in done.stdout.splitlines())
    return {name: (int(clock) - begun) / 1e6 for name, clock in stages}


def redraw() -> list[Result]:
    """From choosing a pair to its drawing painted, every pair of the catalog once."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    # isort: split
    import pyqtgraph

    from a4s_gui.catalog.data.load import load_catalog
    from a4s_gui.drawing.spec import DrawingSpec
    from a4s_gui.geometry.land_pattern.reading import shipped_pattern
    from a4s_gui.ui.canvas.drawing_view import DrawingView

    app = QApplication.instance() or QApplication([])
    pattern = shipped_pattern()
    specs = [DrawingSpec(pair, pattern) for pair in load_catalog().pairs]
    view, empty = DrawingView(), pyqtgraph.PlotWidget()
    for widget in (view, empty):
        widget.resize(*_SIZE_PX)
        widget.show()
    view.show_spec(specs[-1])
    app.processEvents()

    def choose(spec: DrawingSpec) -> None:
        view.show_spec(spec)
        view.canvas.viewport().repaint()

    least: list[float] = []
    unprepared: list[float] = []
    for spec in specs[:-1]:
        least.append(_timed(empty.viewport().repaint))
        unprepared.append(_timed(partial(choose, spec)))
    beside: list[float] = []
    for spec in specs[:-1]:
        view.prefetch([spec])
        give_up = time.monotonic() + _PATIENCE_S
        while not view.is_ready(spec):
            QTest.qWait(5)
            if time.monotonic() > give_up:
                raise TimeoutError("a drawing is never made ready")
        least.append(_timed(empty.viewport().repaint))
        beside.append(_timed(partial(choose, spec)))
    view.close()
    empty.close()
    return [
        Result("choosing a pair in a neighbouring row", median(beside), median(least), aim=2),
        Result("choosing any other pair", median(unprepared), median(least), aim=2),
    ]


def dialog() -> Iterable[Result]:
    """From a choice in the export dialog to the new preview."""
    from tests.bench import dialog

    return dialog.preview()


def files() -> Iterable[Result]:
    """Writing one picture, and those of all pairs."""
    from tests.bench import files

    return files.written()


def processes() -> Iterable[Result]:
    """Commands, from starting Python to their end."""
    from tests.bench import commands

    return commands.run_as_processes()


def board() -> Iterable[Result]:
    """A large board of somebody else."""
    from tests.bench import commands

    return commands.check_board()


def memory() -> Iterable[Result]:
    """What the open window holds."""
    from tests.bench import memory

    return memory.held()


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1e3


_MEASURED: tuple[tuple[str, Callable[[], Iterable[Result]]], ...] = (
    ("over a bare PySide6 window, from starting Python", start_up),
    ("over repainting the same window unchanged", under_a_hand),
    (f"over repainting an empty PlotWidget, {_SIZE_PX[0]} x {_SIZE_PX[1]} px", redraw),
    ("over one scene built and painted", dialog),
    ("over a blank image of that size with the same settings; one process after the other", files),
    ("over Python that imports argparse, json, tomllib and dataclasses", processes),
    ("over reading the file and splitting it into tokens", board),
    ("over a window with an empty PlotWidget, in MB", memory),
)

if __name__ == "__main__":
    sys.exit(main())
