"""The halves cut open: heights, stops, and a header that stands in the socket to 0.00 mm."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.geometry.body import Point
from a4s_gui.geometry.body_figures import body_figures
from a4s_gui.geometry.section import Cut, Profile, mated_profiles, profile
from tests.catalog.pairs import inspection, standard
from tests.every import for_each

PAIRS = [pair for pair in load_catalog().pairs if pair.mated_height_mm is not None]


def heights_at(points: tuple[Point, ...], u_mm: float) -> list[float]:
    """Where a vertical line at u crosses a polygon, from the lowest up."""
    found = []
    for (u, z), (v, w) in zip(points, (*points[1:], points[0]), strict=True):
        if (u <= u_mm < v) or (v <= u_mm < u):
            found.append(z + (w - z) * (u_mm - u) / (v - u))
    return sorted(found)


@pytest.mark.parametrize("cut", Cut)
@for_each("pair", PAIRS, lambda pair: pair.id)
def test_walls_stand_on_the_floor_and_the_cavity_on_the_island(pair: Pair, cut: Cut) -> None:
    found = mated_profiles(pair, cut)
    assert found is not None
    socket, header = found
    known = body_figures()

    lowest = min(z for _, z in header.mould)
    assert lowest == known.socket_inside.slot_floor_mm  # to 0.00 mm
    cavity, island = heights_at(header.mould, 0.1)[0], heights_at(socket.mould, 0.1)[-1]
    assert (cavity, island) == (0.66, 0.66)
    corners = {u for u, _ in (*socket.mould, *header.mould)}  # between them both run straight
    for u in sorted(corner + beside for corner in corners for beside in (-1e-6, 1e-6)):
        below, above = heights_at(socket.mould, u), heights_at(header.mould, u)
        if below and above:
            assert below[-1] <= above[0] + 1e-6, f"the halves run into each other at {u}"


def test_heights_of_each_half_by_itself() -> None:
    def highest(found: Profile) -> float:
        return max(z for _, z in found.mould)

    low, high = standard(40), standard(40, 1.0)
    assert highest(profile(low.socket, Cut.ALONG, 0.8)) == 0.77
    assert highest(profile(low.socket, Cut.ACROSS, 0.8)) == 0.66
    assert highest(profile(low.header, Cut.ACROSS, 0.8)) == 0.65
    assert highest(profile(high.header, Cut.ACROSS, 1.0)) == 0.85
    assert highest(profile(inspection(40).header, Cut.ALONG, None)) == 0.65


@pytest.mark.parametrize("height", [0.8, 1.0])
def test_the_header_s_end_touches_the_slot_s_end(height: float) -> None:
    pair = standard(40, height)
    found = mated_profiles(pair, Cut.ALONG)
    assert found is not None
    socket, header = found

    end_mm = max(u for u, _ in header.mould)
    assert end_mm == pair.header.body_length_mm / 2 == 4.9
    assert (end_mm, 0.15) in socket.mould


def test_leads_lie_on_the_board_and_reach_their_tips() -> None:
    socket, header = (profile(c, Cut.ACROSS, 0.8) for c in standard(40).connectors)

    for found, tip, thick in ((socket, 1.25, 0.08), (header, 1.0, 0.06)):
        assert len(found.metal) == 2
        assert {max(abs(u) for u, _ in lead) for lead in found.metal} == {tip}
        assert all(
            (sign * tip, 0.0) in lead for sign, lead in zip((-1, 1), found.metal, strict=True)
        )
        assert all(
            (sign * tip, thick) in lead for sign, lead in zip((-1, 1), found.metal, strict=True)
        )
    assert profile(standard(40).socket, Cut.ALONG, 0.8).metal == ()


def test_without_a_height_nothing_is_mated() -> None:
    assert mated_profiles(inspection(40), Cut.ACROSS) is None
