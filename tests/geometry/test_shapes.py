"""Rectangles in millimetres, to the nanometre and without minus zero."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.geometry.shapes import Rectangle, bounding_box, round_mm

LENGTHS = st.integers(-30_000, 30_000).map(lambda um: um / 1000)
SIZES = st.integers(1, 20_000).map(lambda um: 2 * um / 1000)
RECTS = st.builds(Rectangle, LENGTHS, LENGTHS, SIZES, SIZES)


HALF_NANOMETRES = st.integers(-(10**9), 10**9).map(lambda n: n / 2e6)


@given(st.floats(-1e3, 1e3) | st.floats(allow_nan=False) | HALF_NANOMETRES)
def test_rounding_is_to_the_nanometre_and_never_minus_zero(value: float) -> None:
    rounded = round_mm(value)

    assert rounded == round(value, 6)
    assert round_mm(rounded) == rounded
    assert rounded != 0 or math.copysign(1, rounded) == 1


def test_dust_of_binary_fractions_is_swept_away() -> None:
    assert round_mm(0.1 + 0.2) == 0.3
    assert str(round_mm(-1e-9)) == "0.0"
    assert str(round_mm(-0.0)) == "0.0"


@given(RECTS)
def test_edges_lead_back_to_the_rectangle(rect: Rectangle) -> None:
    edges = (rect.left_mm, rect.top_mm, rect.right_mm, rect.bottom_mm)

    assert Rectangle.from_edges(*edges) == rect
    assert rect.contains(rect)
    assert rect.overlaps(rect)
    assert rect.contains_point(rect.right_mm, rect.top_mm)


@given(RECTS, RECTS)
def test_the_box_around_two_contains_both_and_touches_them(
    one: Rectangle, other: Rectangle
) -> None:
    box = bounding_box((one, other))

    assert box.contains(one)
    assert box.contains(other)
    assert box.left_mm in (one.left_mm, other.left_mm)
    assert box.bottom_mm in (one.bottom_mm, other.bottom_mm)


@given(RECTS, RECTS)
def test_overlap_is_mutual_and_moving_away_ends_it(one: Rectangle, other: Rectangle) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    beside = one.moved(one.width_mm, 0.0)
    assert not one.overlaps(beside)
    assert one.overlaps(beside.moved(-0.001, 0.0))


@given(RECTS, st.integers(0, 2_000).map(lambda um: um / 1000))
def test_growing_and_shrinking_by_the_same_is_the_identity(
    rect: Rectangle, margin_mm: float
) -> None:
    grown = rect.grown(margin_mm)

    assert grown.contains(rect)
    assert grown.grown(-margin_mm) == rect


@given(RECTS)
def test_mirroring_keeps_x_and_swaps_up_and_down(rect: Rectangle) -> None:
    mirror = rect.mirrored()

    assert mirror.mirrored() == rect
    assert (mirror.left_mm, mirror.right_mm) == (rect.left_mm, rect.right_mm)
    assert (mirror.top_mm, mirror.bottom_mm) == (round_mm(-rect.bottom_mm), round_mm(-rect.top_mm))


@given(RECTS)
def test_scaling_both_sides_by_a_root_scales_the_area(rect: Rectangle) -> None:
    half = rect.scaled(0.5**0.5)

    assert abs(half.area_mm2 - rect.area_mm2 / 2) <= 1e-6 * (rect.width_mm + rect.height_mm)
    assert (half.x_mm, half.y_mm) == (rect.x_mm, rect.y_mm)
