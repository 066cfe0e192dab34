"""What the open window holds of the machine's memory, beside the least that can show a drawing.

memory.py empty | memory.py a4s SETTINGS: opens a window and prints what its process holds, in MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

_ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ROOT))

from tests.bench.result import Result  # noqa: E402 - the tree is found by now

_TIMES = 3
_SIZE_PX = (1480, 920)
_REST_MS = 4_000
"""By then the drawings of the rows beside the chosen one are made ready."""
_PATIENCE_S = 120


def held() -> Iterator[Result]:
    """Yield what the whole program holds, and what of that is its own.

    Of pages that several programs share, each has its part (PSS).
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        empty, window = [], []
        for number in range(_TIMES):
            empty.append(_held_by(environment, "empty"))
            window.append(_held_by(environment, "a4s", str(Path(folder) / f"{number}.ini")))
    yield Result("memory of the open window, MB", median(window), median(empty), 1.3, unit="MB")


def _held_by(environment: dict[str, str], *arguments: str) -> float:
    command = [sys.executable, str(Path(__file__)), *arguments]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=_PATIENCE_S, check=True
    )
    return float(done.stdout)


def own_mb() -> float:
    """Return what this process holds, its part of shared pages among it, in MB."""
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    kilobytes = next(line for line in rollup.splitlines() if line.startswith("Pss:")).split()[1]
    return int(kilobytes) / 1e3


def empty() -> None:
    """Open a window with an empty plot, and say what it holds."""
    import pyqtgraph
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(pyqtgraph.PlotWidget())
    window.resize(*_SIZE_PX)
    window.show()
    app.processEvents()
    QTest.qWait(_REST_MS)
    print(own_mb())


def a4s(settings_file: Path) -> None:
    """Open the program's window, and say what it holds with the drawing in it."""
    from PySide6.QtTest import QTest

    import a4s_gui.cli  # noqa: F401 - what the command loads first
    from a4s_gui.ui.core.settings import Settings
    from a4s_gui.ui.shell.app import make_application, make_window

    app = make_application()
    window = make_window(app, "AXE540127", Settings(settings_file))
    window.resize(*_SIZE_PX)
    window.show()
    while window.drawing is None:
        QTest.qWait(20)
    QTest.qWait(_REST_MS)
    print(own_mb())


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        a4s(Path(sys.argv[2]))
