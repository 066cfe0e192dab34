"""Boards that KiCad itself made, found and mated as KiCad's own pad positions say."""

from __future__ import annotations

import cmath
import json
import math
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from a4s_gui.boards.check import CheckOptions, CheckResult, check
from a4s_gui.boards.mating import Mating, State, board_offset, mate
from a4s_gui.boards.nets import NetNames
from a4s_gui.boards.reading.files import read_board_file
from a4s_gui.catalog.model import Half
from tests.boards.synthesis import (
    CATALOG,
    NUMBERINGS,
    ROTATIONS,
    SIDES,
    library_pads,
    library_text,
    nets_for,
)
from tests.interop.programs import KiCad

pytestmark = pytest.mark.interop

SCRIPT = Path(__file__).parent / "make_boards.py"
KICAD_6 = 20211014
PINS = 24
MM = 1e6


@dataclass(frozen=True)
class Made:
    """What KiCad placed, by reference, and what the program made of board and netlist."""

    placements: dict[str, dict[str, Any]]
    pads: dict[str, list[dict[str, Any]]]
    board: CheckResult
    netlist: CheckResult


def placements(library: Path) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for half in Half:
        for index, (rows, pin_1) in enumerate(NUMBERINGS):
            name = f"{half}-{index}"
            text = library_text(library_pads(half, PINS, (rows, pin_1)), name, KICAD_6)
            (library / f"{name}.kicad_mod").write_text(text, encoding="utf-8")
            for side in SIDES:
                for rotation in ROTATIONS:
                    count = len(made)
                    made.append(
                        {
                            "library": str(library),
                            "name": name,
                            "reference": f"J{count + 1}",
                            "value": "AXE524127" if half is Half.SOCKET and count % 2 else "Conn",
                            "half": str(half),
                            "numbering": [rows, pin_1],
                            "side": side,
                            "is_flipped_sideways": bool(index % 2),
                            "x": (count % 12) * 20 * MM + 123_456,
                            "y": (count // 12) * 20 * MM - 654_321,
                            "rotation": rotation,
                            "nets": nets_for(PINS, f"{half}_" if count % 3 else ""),
                        }
                    )
    return made


@pytest.fixture(scope="module")
def made(kicad: KiCad, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("boards")
    library = folder / "lib.pretty"
    library.mkdir()
    wanted = placements(library)
    asked, board, netlist = folder / "asked.json", folder / "made.kicad_pcb", folder / "made.d356"
    asked.write_text(json.dumps(wanted), encoding="utf-8")
    run = kicad.python(SCRIPT, asked, board, netlist)
    assert run.returncode == 0, f"KiCad's Python module: is the package kicad there? {run.stderr}"
    read_board, read_netlist = (
        check([read_board_file(str(path))], CATALOG, CheckOptions()) for path in (board, netlist)
    )
    by_reference = {placement["reference"]: placement for placement in wanted}
    return Made(by_reference, json.loads(run.stdout), read_board, read_netlist)


def own_places(made: Made, reference: str) -> tuple[dict[str, complex], float]:
    """Return KiCad's places of the contacts as seen from their own side, and the part's rotation.

    The rotation is that from pin 1's end to the other: the sum of all contacts' places, those of
    pin 1's half taken off, points along it.
    """
    pads = [pad for pad in made.pads[reference] if pad["number"] != "MP"]
    sign = -1 if made.placements[reference]["side"] == "back" else 1
    assert all(pad["is_back"] is (sign < 0) for pad in pads)
    places = {pad["number"]: complex(sign * pad["x"], pad["y"]) / MM for pad in pads}
    centre = sum(places.values()) / len(places)
    axis = cmath.exp(-1j * math.radians(sign * pads[0]["angle"]))
    along = ((places["1"] - centre) / axis).real
    if along > 0:
        axis = -axis
    return {n: (place - centre) / axis for n, place in places.items()}, math.degrees(
        -cmath.phase(axis)
    ) % 360


@pytest.mark.parametrize("source", ["board", "netlist"])
def test_every_side_rotation_and_numbering_of_both_halves(made: Made, source: str) -> None:
    result: CheckResult = getattr(made, source)
    is_board = source == "board"

    assert {one.connector.reference for one in result.audits} == set(made.placements)
    for audit in result.audits:
        found, fit = audit.connector, audit.fit
        meant = made.placements[found.reference]
        places, rotation = own_places(made, found.reference)
        assert (found.half, found.pins, found.side) == (meant["half"], PINS, meant["side"])
        assert found.scheme is not None
        assert [found.scheme.rows, found.scheme.pin_1] == meant["numbering"]
        off = (found.rotation_deg or 0.0) - rotation
        assert abs((off + 180) % 360 - 180) < (0.01 if is_board else 0.1)
        assert fit is not None
        assert fit.contacts_um is not None
        assert fit.contacts_um < (0.01 if is_board else 10)
        assert audit.nearest == "default"
        assert not audit.has_errors
        assert len(places) == PINS
        if is_board:
            assert found.footprint_rotation_deg == meant["rotation"]
            assert found.nets == {
                p["number"]: p["net"] for p in made.pads[found.reference] if p["net"]
            }
            assert found.identified_by == ("value" if meant["value"] != "Conn" else "geometry")


def meeting(made: Made, socket: str, header: str) -> dict[str, str]:
    """Return which header pad each socket pad meets, by KiCad's places alone."""
    sockets, headers = own_places(made, socket)[0], own_places(made, header)[0]
    met = {}
    for number, place in sockets.items():
        (other,) = (
            n
            for n, p in headers.items()
            if abs(p.real - place.real) < 0.01 and (-p.imag > 0) is (place.imag > 0)
        )
        met[number] = other
    return met


def sampled(made: Made) -> list[tuple[Mating, str, str]]:
    by_half = {
        half: [one.connector for one in made.board.audits if one.connector.half is half]
        for half in Half
    }
    chosen = random.Random(5)
    pairs = [
        (socket, header)
        for socket in by_half[Half.SOCKET]
        for header in chosen.sample(by_half[Half.HEADER], 12)
    ]
    return [(mate(s, h, NetNames()), s.reference, h.reference) for s, h in pairs]


def test_what_meets_is_what_kicads_places_say_net_for_net(made: Made) -> None:
    for mating, socket, header in sampled(made):
        expected = meeting(made, socket, header)
        assert {pad.socket_pad: pad.header_pad for pad in mating.pads} == expected
        nets = {ref: made.placements[ref]["nets"] for ref in (socket, header)}
        for pad in mating.pads:
            assert pad.socket_net == nets[socket][pad.socket_pad]
            assert pad.header_net == nets[header][pad.header_pad]
            is_same = pad.socket_net == pad.header_net
            assert pad.state is (State.SAME if is_same else State.DIFFERENT)


def test_the_boards_lie_so_that_kicads_pads_come_together(made: Made) -> None:
    for mating, socket, header in sampled(made):
        offset = board_offset(mating.socket, mating.header)
        assert offset is not None
        turn = cmath.exp(-1j * math.radians(offset.angle_deg))
        places = {
            ref: {p["number"]: complex(p["x"], p["y"]) / MM for p in made.pads[ref]}
            for ref in (socket, header)
        }
        for number, other in meeting(made, socket, header).items():
            place = places[header][other]
            seen = place.conjugate() if offset.is_turned_over else place
            laid = seen * turn + complex(*offset.offset_mm)
            assert abs(laid - places[socket][number]) < 0.26
