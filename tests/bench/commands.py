"""Commands as processes, and the check of a large board, in the processor's time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from a4s_gui.boards.check import CheckOptions, check
from a4s_gui.boards.reading.files import read_board_file
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half
from tests.bench.result import Result
from tests.boards.synthesis import Placed, board_text, library_pads, nets_for

_ROOT = Path(__file__).resolve().parents[2]
_TIMES = 11
_BARE = ("-c", "import argparse, json, tomllib, dataclasses")
_COMMANDS = {
    "list --json": ("-m", "a4s_gui", "list", "--json"),
    "decode AXE540127": ("-m", "a4s_gui", "decode", "AXE540127"),
}
_BOARD_BYTES = 20_000_000
_BOARD_TIMES = 5
_TOKEN = re.compile(rb'[()]|"(?:[^"\\]|\\.)*"|[^\s()"]+', re.DOTALL)


def run_as_processes() -> Iterator[Result]:
    """Yield the figures of commands that need no Qt."""
    with tempfile.TemporaryDirectory() as folder:
        # As for a user: modules compiled once, whatever the environment says of writing bytecode.
        environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for what, command in _COMMANDS.items():
            took_ms: list[float] = []
            least_ms: list[float] = []
            for number in range(_TIMES + 1):
                least, took = (_process_ms(words, environment) for words in (_BARE, command))
                if number:  # the first one compiles
                    least_ms.append(least)
                    took_ms.append(took)
            yield Result(what, median(took_ms), median(least_ms), aim=2.0)


def _process_ms(arguments: tuple[str, ...], environment: dict[str, str]) -> float:
    """Return how much of the processor's time Python takes for something, in ms."""
    command = [sys.executable, *arguments]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return (used.ru_utime + used.ru_stime) * 1e3


def check_board() -> Iterator[Result]:
    """Yield the figure of a board that holds one connector among much else."""
    catalog = load_catalog()
    took_ms: list[float] = []
    least_ms: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "board.kicad_pcb"
        path.write_text(large_board(_BOARD_BYTES), encoding="utf-8")
        for _ in range(_BOARD_TIMES):
            begun = time.process_time()
            tokens = len(_TOKEN.findall(path.read_bytes()))
            least_ms.append((time.process_time() - begun) * 1e3)
            begun = time.process_time()
            result = check([read_board_file(str(path))], catalog, CheckOptions())
            took_ms.append((time.process_time() - begun) * 1e3)
            if len(result.audits) != 1:
                raise OSError(f"{len(result.audits)} connectors found, not one")
        what = f"check of {path.stat().st_size / 1e6:.0f} MB, {tokens / 1e6:.1f} million tokens"
    yield Result(what, median(took_ms), median(least_ms), aim=2.0)


def large_board(size: int) -> str:
    """Return a board of so many bytes: parts, tracks, vias, filled areas, one connector."""
    connector = Placed("J1", library_pads(Half.SOCKET, 40), "back", nets=nets_for(40))
    head, _, tail = board_text(connector).rpartition("  (segment")
    pieces = [head]
    length, number = len(head) + len(tail), 0
    while length < size:
        piece = _others(number)
        pieces.append(piece)
        length += len(piece)
        number += 1
    return "".join([*pieces, "  (segment", tail])


def _others(number: int) -> str:
    """Return a resistor, twenty tracks with their vias, and a filled area, as KiCad writes them."""
    x, y = 10 + number % 300 * 0.7, 10 + number // 300 * 0.7
    uid = f"7c3a{number:04x}-11d2-4c5e-9b7a-{number:012x}"
    pads = "".join(
        f'    (pad "{pad}" smd roundrect (at {side * 0.51:.2f} 0 90) (size 0.54 0.64) '
        f'(layers "F.Cu" "F.Paste" "F.Mask") (roundrect_rratio 0.25) (net {1 + number % 9} '
        f'"/bus/{number % 9}") (tstamp {uid}))\n'
        for pad, side in ((1, -1), (2, 1))
    )
    outline = "".join(
        f"    (fp_line (start {side} -0.47) (end {-side} -0.47) (stroke (width 0.05) (type solid)) "
        f'(layer "F.CrtYd") (tstamp {uid}))\n'
        for side in (-0.93, 0.93)
    )
    tracks = "".join(
        f"  (segment (start {x + i * 0.1:.4f} {y:.4f}) (end {x + i * 0.1 + 0.1:.4f} {y + 0.1:.4f}) "
        f'(width 0.15) (layer "F.Cu") (net {1 + i % 9}) (tstamp {uid}))\n'
        for i in range(20)
    )
    via = (
        f'  (via (at {x:.4f} {y:.4f}) (size 0.4) (drill 0.2) (layers "F.Cu" "B.Cu") '
        f"(net {1 + number % 9}) (tstamp {uid}))\n"
    )
    corners = "".join(f" (xy {x + i * 0.013:.6f} {y + i % 7 * 0.029:.6f})" for i in range(60))
    zone = (
        f'  (zone (net 1) (net_name "GND") (layer "B.Cu") (tstamp {uid}) (hatch edge 0.508)\n'
        f'    (filled_polygon (layer "B.Cu") (pts{corners})))\n'
    )
    return (
        f'  (footprint "Resistor_SMD:R_0402_1005Metric" (layer "F.Cu") (tstamp {uid})\n'
        f'    (at {x:.4f} {y:.4f} 90)\n    (property "Reference" "R{number}" (at 0 -1.17 90) '
        f'(layer "F.SilkS") (tstamp {uid}))\n    (property "Value" "{number % 97}k" (at 0 1.17 90) '
        f'(layer "F.Fab") (tstamp {uid}))\n{outline}{pads}  )\n{tracks}{via}{zone}'
    )
