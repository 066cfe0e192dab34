"""Measures start-up, redraw and export against the least that Qt can do, in the same run.

Medians of interleaved runs, as ratios and in milliseconds. Times mean little on a busy machine;
ratios of one run mean more. Nothing here is a test.
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

_START_RUNS, _EXPORT_RUNS = 9, 7
_SIZE_PX = (1000, 600)
_PATIENCE_S = 60
_SAVED = _ROOT / "build" / "bench.json"


def main() -> int:
    """Measure everything and print it; 1 where something cannot be measured."""
    print(f"Medians of interleaved runs, platform {os.environ['QT_QPA_PLATFORM']}.")
    print(f"  {'':<46}{'took ms':>9}{'least ms':>12}{'ratio':>10}{'p99':>8}")
    measured: list[Result] = []
    for least, measure in _MEASURED:
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


def export() -> list[Result]:
    """A 40-pin pair at 20:1 and 300 dpi into a PNG file."""
    from PySide6.QtGui import QColor, QImage

    from a4s_gui.catalog.data.load import load_catalog
    from a4s_gui.catalog.selection.resolve import resolve
    from a4s_gui.drawing.spec import DrawingSpec
    from a4s_gui.export.atomic import atomic_write
    from a4s_gui.export.layout import Layout
    from a4s_gui.export.pictures.png import png_bytes
    from a4s_gui.export.request import ExportRequest
    from a4s_gui.geometry.land_pattern.reading import shipped_pattern

    pair = resolve(load_catalog(), ["AXE540127"])[0].pair
    request = ExportRequest(DrawingSpec(pair, shipped_pattern()), scale=20, dpi=300)
    size = QImage.fromData(png_bytes(Layout(request))).size()
    ours: list[float] = []
    blank: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture.png"

        def save_blank() -> None:
            image = QImage(size, QImage.Format.Format_RGB32)
            image.fill(QColor("#ffffff"))
            if not image.save(str(path)):
                raise OSError(f"{path}: cannot be written")

        for _ in range(_EXPORT_RUNS):
            blank.append(_timed(save_blank))
            ours.append(_timed(lambda: atomic_write(path, png_bytes(Layout(request)))))
    what = f"40 pins at 20:1 and 300 dpi, {size.width()} x {size.height()} px"
    return [Result(what, median(ours), median(blank))]


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1e3


_MEASURED: tuple[tuple[str, Callable[[], Iterable[Result]]], ...] = (
    ("over a bare PySide6 window, from starting Python", start_up),
    ("over repainting the same window unchanged", under_a_hand),
    (f"over repainting an empty PlotWidget, {_SIZE_PX[0]} x {_SIZE_PX[1]} px", redraw),
    ("over saving a blank image of the same size", export),
)

if __name__ == "__main__":
    sys.exit(main())
