"""The two boards of the guide: a socket with a pad out of place, a header that is mirrored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from a4s_gui.catalog.model import Half
from tests.boards.synthesis import Placed, board_text, library_pads

_NETS = (
    "VBAT GND VBAT GND SDA SCL INT RST MOSI MISO SCK CS TX RX D0 D1 D2 D3 CLK CMD EN BL +3V3 GND"
)


def write_example_boards(folder: Path) -> list[Path]:
    """Write ``main.kicad_pcb`` and ``display.kicad_pcb`` into a folder and return them."""
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
