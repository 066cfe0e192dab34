"""The pictures of docs/boards.md: two boards made here, dropped on the panel, and what it says.

QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.pictures.boards docs/images
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.ui.panels.boards.boards_panel import BoardsPanel
from a4s_gui.ui.shell.app import make_application, make_window
from a4s_gui.ui.shell.main_window import MainWindow
from tests.boards.synthesis import Placed, board_text, library_pads

_NETS = (
    "VBAT GND VBAT GND SDA SCL INT RST MOSI MISO SCK CS TX RX D0 D1 D2 D3 CLK CMD EN BL +3V3 GND"
)
_CALM_MS = 400


def main() -> None:
    """Write the pictures into the folder that is named."""
    folder = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CONFIG_HOME"] = place
        app = make_application()
        assert isinstance(app, QApplication)
        window = make_window(app, None)
        window.theme.set_mode("light")
        window.resize(1480, 920)
        window.show()
        _wait(window.drawing_ready)
        _take(window, _boards(Path(place)), folder)
        window.close()


def _boards(folder: Path) -> list[Path]:
    """Write a socket with a pad out of place, and its header numbered as the mirror image."""
    nets = {str(number): net for number, net in enumerate(_NETS.split(), 1)}
    socket, header = (library_pads(half, 24) for half in Half)
    socket[6] = replace(socket[6], y=socket[6].y - 0.06)
    boards = {
        "main.kicad_pcb": Placed("J3", socket, rotation=90, value="AXE524127", nets=nets),
        "display.kicad_pcb": Placed("J1", header, side="back", rotation=180, nets=nets),
    }
    for name, placed in boards.items():
        (folder / name).write_text(board_text(placed), encoding="utf-8")
    return [folder / name for name in boards]


def _take(window: MainWindow, boards: list[Path], folder: Path) -> None:
    window.docks.bring_up("boards")
    panel = window.panels["boards"].panel_as(BoardsPanel)
    panel.read_files(boards)
    _wait(panel.checker.done)
    panel.found.tabs.setCurrentWidget(panel.found.findings)
    panel.found.findings.table.selectRow(0)
    window.controller.apply(reducers.set_view, View.SOCKET)
    _save(window, folder / "boards-findings.png")
    panel.found.tabs.setCurrentWidget(panel.found.mating)
    window.controller.apply(reducers.select_pad, None)
    window.controller.apply(reducers.set_view, View.MATED)
    _save(window, folder / "boards-mating.png")


def _save(window: MainWindow, file: Path) -> None:
    loop = QEventLoop()
    QTimer.singleShot(_CALM_MS, loop.quit)
    loop.exec()
    window.grab().toImage().save(str(file), "PNG", 0)  # type: ignore[call-overload]


def _wait(signal: SignalInstance) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
