"""IPC-D-356A netlists: as KiCad writes them, and as others do."""

from __future__ import annotations

import pytest

from a4s_gui.boards.model import BoardFileError, BoardSide
from a4s_gui.boards.reading.ipc356 import is_ipc356, read_ipc356
from a4s_gui.catalog.model import Half
from tests.boards.conftest import Checked
from tests.boards.synthesis import ROTATIONS, SIDES, Placed, d356, library_pads, nets_for

EAGLE = """C  Comment
P  JOB
P  UNITS CUST 1
P  NNAME1     A LONG NAME
P  NNAMEm0002 ANOTHER ONE
327NNAME1           U4    -1         PA01X 074295Y 034925X0850Y0400R000 S0
327m0002            U4    -6         PA02X 076145Y-034925X0850Y0400R090 S0
317N/C              M3    -1    D3175PA00X 045400Y 030400X0000          S0
317V3               VIA   -     D0711PA00X 045400Y 030400X0000          S0
999
"""


@pytest.mark.parametrize("half", Half)
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("rotation", ROTATIONS)
def test_a_netlist_as_kicad_writes_it(
    checked: Checked, half: Half, side: str, rotation: float
) -> None:
    nets = nets_for(24)
    placed = Placed("J1", library_pads(half, 24), side, 40.0, 30.0, rotation, nets=nets)
    (audit,) = checked(d356(placed)).audits
    found, fit = audit.connector, audit.fit

    assert (found.half, found.pins, found.side, found.reference) == (half, 24, side, "J1")
    assert found.footprint_rotation_deg is None
    assert found.nets == nets
    expected = rotation if side == "front" else (180 - rotation) % 360
    assert found.rotation_deg == pytest.approx(expected, abs=0.1)
    assert fit is not None
    assert fit.contacts_um is not None
    assert fit.contacts_um < 10  # places and sizes are rounded to 2.54 um each
    assert not audit.has_errors


def test_names_units_and_signs_of_other_programs() -> None:
    assert is_ipc356(EAGLE)
    components = {c.reference: c.pads for c in read_ipc356(EAGLE, "n").components}
    front, back = components["U4"]

    assert (front.x_mm, front.y_mm) == pytest.approx((74.295, -34.925))
    assert (front.width_mm, front.height_mm) == pytest.approx((0.85, 0.4))
    assert (front.net, front.side) == ("A LONG NAME", BoardSide.FRONT)
    assert (back.net, back.side, back.angle_deg) == ("ANOTHER ONE", BoardSide.BACK, 90)
    assert back.y_mm == pytest.approx(34.925)
    assert components["M3"][0].net == ""


@pytest.mark.parametrize(
    ("found", "instead", "message"),
    [
        ("CUST 1", "FURLONGS", "n, line 3: expected one of the units CUST 0"),
        ("X 074295", "X abcdef", "n, line 6: expected a place"),
    ],
)
def test_what_is_no_record_is_said_with_its_line(found: str, instead: str, message: str) -> None:
    with pytest.raises(BoardFileError, match=message):
        read_ipc356(EAGLE.replace(found, instead), "n")
