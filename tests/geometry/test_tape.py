"""The embossed tape in numbers: widths and distances of the taping table."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.geometry.tape import HOLE_DIAMETER_MM, HOLE_PITCH_MM, TapeStrip, tape_strip
from tests.every import for_each

TAPED = [pair for pair in load_catalog().pairs if pair.tape is not None]
EVERY_TAPED_PAIR = for_each("pair", TAPED, lambda pair: pair.id)


def strip_of(pair: Pair, length_mm: float = 30.0) -> TapeStrip:
    assert pair.tape is not None
    return tape_strip(pair.socket, pair.tape, length_mm)


@EVERY_TAPED_PAIR
def test_the_tape_is_as_wide_as_the_table_says_and_holds_its_connectors(pair: Pair) -> None:
    strip = strip_of(pair)

    assert strip.outline.height_mm == pytest.approx(strip.tape.width_mm)
    for body, pocket in zip(strip.bodies, strip.pockets, strict=True):
        assert pocket.contains(body)
        assert strip.outline.contains(pocket)
        assert (body.width_mm, body.height_mm) == (2.5, pair.socket.dimensions_mm.A)
    assert not any(
        a.overlaps(b) for i, a in enumerate(strip.pockets) for b in strip.pockets[i + 1 :]
    )


@EVERY_TAPED_PAIR
def test_pockets_follow_at_the_packagings_pitch(pair: Pair) -> None:
    xs = [body.x_mm for body in strip_of(pair).bodies]

    assert xs == [i * pair.packaging_pitch_mm for i in range(len(xs))]  # type: ignore[operator]
    assert len(xs) >= 2


@EVERY_TAPED_PAIR
def test_holes_stand_at_their_pitch_in_the_lines_of_the_table(pair: Pair) -> None:
    strip = strip_of(pair)
    lines = sorted({y for _, y in strip.holes_mm})
    first_line = sorted(x for x, y in strip.holes_mm if y == lines[0])

    assert lines[0] == -strip.tape.hole_to_pocket_mm
    assert lines[0] - strip.outline.top_mm == pytest.approx(1.75)
    assert len(lines) == (2 if pair.pins == 80 else 1)
    if len(lines) == 2:
        assert lines[1] - lines[0] == pytest.approx(28.4)
        # Both lines are equally far from the pocket's centre: 28.4 / 2 = 14.2.
        assert lines[1] == pytest.approx(-lines[0])
    steps = {round(b - a, 6) for a, b in itertools.pairwise(first_line)}
    assert steps == {HOLE_PITCH_MM}
    # The middle of a pocket lies midway between two holes.
    assert min(abs(x) for x in first_line) == pytest.approx(HOLE_PITCH_MM / 2)


@given(st.sampled_from(TAPED), st.floats(1, 200))
def test_every_hole_is_whole_and_clear_of_the_pockets(pair: Pair, length_mm: float) -> None:
    strip = strip_of(pair, length_mm)
    radius = HOLE_DIAMETER_MM / 2

    assert strip.holes_mm
    for x, y in strip.holes_mm:
        assert strip.outline.left_mm <= x - radius
        assert x + radius <= strip.outline.right_mm
        assert strip.outline.top_mm <= y - radius
        assert y + radius <= strip.outline.bottom_mm
        assert not any(
            abs(x - p.x_mm) < p.width_mm / 2 + radius and abs(y - p.y_mm) < p.height_mm / 2 + radius
            for p in strip.pockets
        )
