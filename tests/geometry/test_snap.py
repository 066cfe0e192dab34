"""Snapping in numbers: what is meant by a place near a rectangle."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.geometry.snap import Snap, SnapKind, SnapTarget, snap

PAD = SnapTarget(Rectangle(1.0, -1.0, 0.4, 0.8), "pad")
"""From (0.8, -1.4) to (1.2, -0.6)."""


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((0.82, -1.37), (0.8, -1.4, SnapKind.CORNER)),
        ((1.24, -0.57), (1.2, -0.6, SnapKind.CORNER)),
        ((1.02, -1.43), (1.0, -1.4, SnapKind.MIDDLE)),
        ((0.77, -1.01), (0.8, -1.0, SnapKind.MIDDLE)),
        ((1.04, -0.96), (1.0, -1.0, SnapKind.CENTRE)),
        ((1.22, -0.82), (1.2, -0.82, SnapKind.EDGE)),
        ((1.1, -0.57), (1.1, -0.6, SnapKind.EDGE)),
    ],
)
def test_the_place_that_is_meant(
    place: tuple[float, float], expected: tuple[float, float, SnapKind]
) -> None:
    found = snap([PAD], *place, 0.06)
    assert found == Snap(*expected, "pad")
    assert str(found) == f"{expected[2]} of pad"


@pytest.mark.parametrize("place", [(1.1, -0.8), (2.0, -1.0), (1.27, -0.53), (0.0, 0.0)])
def test_nothing_is_meant_further_away(place: tuple[float, float]) -> None:
    assert snap([PAD], *place, 0.06) is None
    assert snap([], *place, 10) is None


def test_a_point_goes_before_an_edge_that_is_nearer() -> None:
    found = snap([PAD], 0.8, -1.36, 0.06)
    assert found is not None
    assert found.kind is SnapKind.CORNER


def test_the_nearest_of_several_counts_and_the_first_of_equal_ones() -> None:
    other = SnapTarget(Rectangle(1.6, -1.0, 0.4, 0.8), "other")
    found = snap([PAD, other], 1.35, -1.4, 0.3)
    assert found == Snap(1.4, -1.4, SnapKind.CORNER, "other")
    twin = SnapTarget(PAD.rect, "twin")
    assert str(snap([twin, PAD], 1.0, -1.0, 0.1)) == "centre of twin"
    assert str(snap([PAD, twin], 1.0, -1.0, 0.1)) == "centre of pad"


def test_of_places_as_near_a_corner_goes_first() -> None:
    """The corner of one pad is the middle of an edge of another."""
    over = SnapTarget(Rectangle(0.8, -1.2, 0.4, 0.4), "over")
    assert str(snap([over, PAD], 0.8, -1.4, 0.1)) == "corner of pad"


def test_a_hole_has_a_centre_and_four_outermost_points() -> None:
    hole = SnapTarget(Rectangle(0, 0, 1.5, 1.5), "hole", hole=True)
    assert snap([hole], 0.02, 0.02, 0.1) == Snap(0, 0, SnapKind.CENTRE, "hole")
    assert snap([hole], 0.74, 0.05, 0.1) == Snap(0.75, 0, SnapKind.MIDDLE, "hole")
    assert snap([hole], 0.75, 0.75, 0.1) is None
    assert snap([hole], 0.75, 0.4, 0.1) is None


def test_a_centre_alone() -> None:
    centre = SnapTarget(Rectangle(0, 0, 0, 0), "the socket", only_centre=True)
    assert str(snap([centre], 0.05, 0.05, 0.1)) == "centre of the socket"
    assert snap([centre], 0.1, 0.1, 0.1) is None


lengths = st.floats(-20, 20).map(lambda value: round(value, 3))
sizes = st.floats(0.01, 5).map(lambda value: round(value, 3))
rects = st.builds(Rectangle, lengths, lengths, sizes, sizes)


@given(st.lists(rects, max_size=8), lengths, lengths, st.floats(0.001, 2))
def test_what_is_found_is_within_reach_and_on_its_rectangle(
    found_rects: list[Rectangle], x: float, y: float, reach: float
) -> None:
    targets = [SnapTarget(rect, str(number)) for number, rect in enumerate(found_rects)]
    found = snap(targets, x, y, reach)
    if found is None:
        # Then no corner is within reach either.
        for rect in found_rects:
            for corner in (
                (rect.left_mm, rect.top_mm),
                (rect.right_mm, rect.bottom_mm),
            ):
                assert math.dist(corner, (x, y)) > reach - 1e-5
        return
    assert math.dist((found.x_mm, found.y_mm), (x, y)) <= reach + 1e-5
    rect = found_rects[int(found.name)]
    assert rect.contains_point(found.x_mm, found.y_mm)
    on_edge = found.x_mm in (rect.left_mm, rect.right_mm) or found.y_mm in (
        rect.top_mm,
        rect.bottom_mm,
    )
    assert on_edge or found.kind is SnapKind.CENTRE


@given(rects, lengths, lengths)
def test_mirroring_target_and_place_mirrors_what_is_found(
    rect: Rectangle, x: float, y: float
) -> None:
    found = snap([SnapTarget(rect, "")], x, y, 1.0)
    mirrored = snap([SnapTarget(rect.mirrored(), "")], x, -y, 1.0)
    if found is None:
        assert mirrored is None
    else:
        assert mirrored is not None
        assert mirrored.kind is found.kind
        distance = math.dist((found.x_mm, found.y_mm), (x, y))
        assert math.dist((mirrored.x_mm, mirrored.y_mm), (x, -y)) == pytest.approx(
            distance, abs=2e-6
        )
