"""Connectors found on boards: every side, rotation, numbering and half, against own arithmetic."""

from __future__ import annotations

import cmath
import math
from itertools import product

import pytest

from a4s_gui.boards.model import BoardFileError
from a4s_gui.boards.search.connector import IdentifiedBy
from a4s_gui.catalog.model import Half
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from tests.boards.conftest import Checked
from tests.boards.synthesis import (
    CATALOG,
    LOWER,
    NUMBERINGS,
    ROTATIONS,
    SIDES,
    UPPER,
    LibraryPad,
    Placed,
    board_text,
    library_pads,
    library_text,
)
from tests.every import for_each, thinned


def rotation_from_places(placed: Placed, first: str, last: str) -> float:
    """Return the part's rotation from the places of two pads of one row, seen from its side."""
    by_number = {pad.number: placed.board_place(pad) for pad in placed.pads}
    along = by_number[last] - by_number[first]
    if placed.side == "back":
        along = complex(-along.real, along.imag)
    return math.degrees(-cmath.phase(along)) % 360


@pytest.mark.hypothesis
@for_each(
    "placing",
    thinned(product(Half, SIDES, ROTATIONS, NUMBERINGS, (False, True)), 7),
)
def test_side_rotation_and_numbering_are_found(
    checked: Checked, placing: tuple[Half, str, float, tuple[str, str], bool]
) -> None:
    half, side, rotation, numbering, is_turned = placing
    pads = library_pads(half, 24, numbering)
    if is_turned:  # a library whose pin 1 is at the right
        pads = [LibraryPad(p.number, -p.x, -p.y, p.width, p.height) for p in pads]
    placed = Placed("J1", pads, side, 80.0, -30.0, rotation)
    (audit,) = checked(board_text(placed)).audits
    found = audit.connector

    assert (found.half, found.pins, found.part) == (half, 24, None)
    assert found.identified_by is IdentifiedBy.GEOMETRY
    assert found.side == side
    assert found.scheme is not None
    # The own side is looked at, from where no numbering is another's mirror image.
    assert (found.scheme.rows, found.scheme.pin_1) == numbering
    last = {"odd-even": "23"}.get(numbering[0], "12")
    expected = rotation_from_places(placed, "1", last)
    off = (found.rotation_deg or 0.0) - expected
    assert abs((off + 180) % 360 - 180) < 0.01
    assert found.footprint_rotation_deg == rotation
    assert audit.fit is not None
    assert audit.fit.contacts_um == audit.fit.terminals_um == 0.0


@pytest.mark.hypothesis
@pytest.mark.parametrize(("half", "pins"), thinned(product(Half, CATALOG.pin_counts), 3))
def test_every_size_of_every_pattern_is_named_at_no_distance(
    checked: Checked, half: Half, pins: int
) -> None:
    for name in ("default", "inkplate-5"):
        pads = library_pads(half, pins, UPPER, shipped_pattern(name))
        (audit,) = checked(library_text(pads)).audits

        figures = {n: shipped_pattern(n).half(half) for n in ("default", "inkplate-5")}
        nearest = "default" if figures["default"] == figures[name] else name
        assert (audit.connector.half, audit.connector.pins) == (half, pins)
        assert audit.nearest == nearest
        assert audit.fit is not None
        assert (audit.fit.contacts_um, audit.fit.terminals_um) == (0.0, 0.0)
        assert not audit.has_errors


def test_equal_patterns_are_named_in_order(checked: Checked) -> None:
    (audit,) = checked(library_text(library_pads(Half.HEADER))).audits

    assert audit.nearest == "default"
    assert "inkplate-5" in audit.also_fits


@pytest.mark.parametrize(
    ("value", "name", "by"),
    [
        ("AXE540127", "lib:x", "value"),
        ("axe540124", "lib:x", "value"),  # as sockets were numbered in 2013
        ("Conn", "connectors:PANASONIC_AXE540127D", "footprint"),
    ],
)
def test_a_number_names_the_part(checked: Checked, value: str, name: str, by: str) -> None:
    placed = Placed("J7", library_pads(Half.SOCKET), value=value, name=name)
    (audit,) = checked(board_text(placed)).audits

    part = "AXE540127D" if by == "footprint" else "AXE540127"
    assert audit.connector.part in (part, "AXE540127")
    assert audit.connector.identified_by == by


def test_a_text_that_names_both_halves_means_the_one_that_is_drawn(checked: Checked) -> None:
    placed = Placed("J7", library_pads(Half.HEADER), value="AXE540127 to AXE640124")
    (audit,) = checked(board_text(placed)).audits

    assert audit.connector.part == "AXE640124"


def test_other_series_at_the_same_pitch_are_none_of_ours(checked: Checked) -> None:
    placed = Placed("J1", library_pads(Half.SOCKET), value="AXT540124")

    with pytest.raises(BoardFileError, match="found none"):
        checked(board_text(placed))


def test_rows_without_terminals_are_not_enough_without_a_number(checked: Checked) -> None:
    pads = [pad for pad in library_pads(Half.SOCKET) if pad.number != "MP"]

    with pytest.raises(BoardFileError, match="write the part number into the value"):
        checked(board_text(Placed("J1", pads)))
    (audit,) = checked(board_text(Placed("J1", pads, value="AXE540127"))).audits
    assert audit.connector.part == "AXE540127"


def test_a_ball_grid_and_a_wide_package_are_no_rows(checked: Checked) -> None:
    grid = [LibraryPad(f"A{i}", 0.4 * (i % 6), 0.4 * (i // 6), 0.2, 0.2) for i in range(36)]
    wide = [LibraryPad(str(i), 0.4 * (i % 10), 6.0 * (i // 10), 0.2, 0.8) for i in range(20)]
    socket = Placed("J1", library_pads(Half.SOCKET))
    result = checked(board_text(Placed("U1", grid), socket, Placed("U2", wide)))

    assert [audit.connector.reference for audit in result.audits] == ["J1"]


def test_a_quad_package_at_the_same_pitch_is_no_connector(checked: Checked) -> None:
    """Its other two sides would pass for terminals and stray pads."""
    sides = [
        LibraryPad(str(6 * side + i + 1), x, y, *((0.2, 0.75) if side % 2 else (0.75, 0.2)))
        for side in range(4)
        for i in range(6)
        for x, y in [
            ((-1.43, 0.4 * i - 1), (0.4 * i - 1, 1.43), (1.43, 1 - 0.4 * i), (1 - 0.4 * i, -1.43))[
                side
            ]
        ]
    ]

    with pytest.raises(BoardFileError, match="found none"):
        checked(board_text(Placed("U1", sides)))


def test_terminals_are_named_as_they_are(checked: Checked) -> None:
    pads = library_pads(Half.SOCKET, 40, LOWER, terminals=("41", "42", "43", "44"))
    (audit,) = checked(library_text(pads)).audits

    assert set(audit.connector.terminal_names) == {"41", "42", "43", "44"}
    assert not audit.has_errors
