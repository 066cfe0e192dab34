"""Damaged files of every kind end in a result or in the documented error, which names the file."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from a4s_gui.bills.bill_file import list_text
from a4s_gui.boards.check import CheckOptions, check
from a4s_gui.boards.reading.files import read_board_file, read_same_file
from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half
from a4s_gui.catalog.part_list.part_list import read_list
from a4s_gui.geometry.land_pattern.field_readings import read_readings
from a4s_gui.geometry.land_pattern.reading import read_pattern
from a4s_gui.resources import read_resource
from a4s_gui.session.session_store import first_state
from a4s_gui.session.session_text import encode_session
from a4s_gui.session.state import State
from a4s_gui.ui.core.settings import Settings
from tests.bills.workbook import xlsx
from tests.boards.synthesis import CATALOG, Placed, board_text, d356, library_pads, nets_for
from tests.boards.test_damage import PADS, PIN_LIST
from tests.endure.damage import damaged
from tests.endure.trials import count, refusal

_FULL = 100_000
_PLACED = Placed("J1", library_pads(Half.SOCKET, 10), "back", rotation=37.5, nets=nets_for(10))
_FOREIGN = Path(__file__).parent.parent / "bills" / "foreign"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: a good one, and what reads it from a path."""

    name: str
    good: bytes
    read: Callable[[Path], object]
    suffix: str = ""
    named: bool = True
    """Whether an error names the file: what reads a text alone leaves that to its caller."""


def _check(path: Path) -> None:
    check([read_board_file(str(path))], CATALOG, CheckOptions())


def _bill(path: Path) -> None:
    read_list(CATALOG, list_text(path))


def _session(path: Path) -> None:
    first_state(path.read_bytes().decode("utf-8", errors="replace"), CATALOG)


def _settings(path: Path) -> None:
    kept = Settings(path)
    kept.save()
    assert kept.message.isprintable()
    for aside in path.parent.glob("*.damaged*"):
        aside.unlink()


def _knowledge(name: str, path: Path) -> None:
    getattr(Knowledge(CATALOG, path.parent), name)


KINDS = (
    Kind("catalog", read_resource("catalog", "a4s.toml"), load_catalog, ".toml"),
    Kind("pattern", read_resource("land_patterns", "default.toml"), read_pattern, ".toml"),
    Kind("reading", read_resource("readings", "inkplate-5.toml"), read_readings, ".toml"),
    Kind(
        "settings",
        b"[window]\ntheme=dark\nexplained=false\n[export]\nscale=20\ndpi=300\nfolder=/tmp\n",
        _settings,
        ".ini",
    ),
    Kind("session", encode_session(State()).encode(), _session, ".json", named=False),
    Kind("board", board_text(_PLACED).encode(), _check, ".kicad_pcb"),
    Kind("netlist", d356(_PLACED).encode(), _check, ".ipc"),
    Kind("pin list", PIN_LIST, _check, ".csv"),
    Kind("pad list", PADS, _check, ".csv"),
    Kind("same nets", b"GND,0V\nVBAT,BAT+\n", lambda path: read_same_file(str(path)), ".csv"),
    Kind("bill", (_FOREIGN / "altium.csv").read_bytes(), _bill, ".csv"),
    Kind("KiCad bill", (_FOREIGN / "kicad.xml").read_bytes(), _bill, ".xml"),
    Kind("KiCad netlist", (_FOREIGN / "kicad.net").read_bytes(), _bill, ".net"),
    Kind("workbook", xlsx([["Reference", "MPN"], ["J1", "AXE540127"]]), _bill, ".xlsx"),
    *(
        Kind(name, read_resource("catalog", f"{name}.toml"), partial(_knowledge, name), ".toml")
        for name in ("ratings", "materials", "features")
    ),
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_damage_ends_in_a_result_or_in_one_line(kind: Kind, tmp_path: Path) -> None:
    chance = random.Random(kind.name)
    path = tmp_path / f"{kind.name.split()[-1]}{kind.suffix}"
    path.write_bytes(kind.good)
    kind.read(path)  # the undamaged one is no error
    for number in range(count(_FULL)):
        data = damaged(kind.good, chance)
        path.write_bytes(data)
        try:
            said = refusal(partial(kind.read, path))
        except Exception as error:
            raise AssertionError(f"{kind.name}, damage {number}: {error!r}, {data!r}") from error
        fine = said.isprintable() and (not said or not kind.named or path.name in said)
        assert fine, f"{kind.name}, damage {number}: {said!r}, {data!r}"
