"""What a pair takes of its boards: worked out by hand, and held against the pads themselves."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.selection.board_limits import BodyMeasure, Limit, Limits
from a4s_gui.catalog.selection.query import Filter, describe, query
from a4s_gui.geometry.board_area import added_board, board_figures
from a4s_gui.geometry.footprint import footprint
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.land_size import LandMeasure, land_size
from a4s_gui.geometry.numbering import Numbering
from tests.catalog.pairs import CATALOG, inspection, standard
from tests.every import for_each, thinned

DEFAULT = shipped_pattern()


def added(pair: Pair, other: Pair) -> tuple[Figure, ...]:
    boards = added_board(pair, other, DEFAULT)
    assert list(boards) == list(Half)
    return tuple(figure for board in boards.values() for figure in board.figures)


def named(figures: tuple[Figure, ...]) -> dict[str, Figure]:
    found = {figure.name: figure for figure in figures}
    assert len(found) == len(figures)
    return found


@pytest.mark.hypothesis
@for_each("name, pair", thinned(product(shipped_pattern_names(), CATALOG.pairs), 5))
def test_a_land_pattern_is_as_large_as_its_pads_reach(name: str, pair: Pair) -> None:
    pattern = shipped_pattern(name)

    for connector in pair.connectors:
        bounds = footprint(connector, pattern, Numbering()).pad_bounds
        size = land_size(connector, pattern)
        assert (size.length_mm, size.width_mm) == (bounds.width_mm, bounds.height_mm)


@pytest.mark.parametrize(
    ("pins", "socket", "header"),
    [
        # length, width, area of the land pattern; the socket's length is A, the header's C + 0.45
        (10, (4.5, 2.9, 13.05), (3.65, 2.4, 8.76)),
        (16, (5.7, 2.9, 16.53), (4.85, 2.4, 11.64)),
        (18, (6.1, 2.9, 17.69), (5.25, 2.4, 12.6)),
        (40, (10.5, 2.9, 30.45), (9.65, 2.4, 23.16)),
        (80, (18.5, 2.9, 53.65), (17.65, 2.4, 42.36)),
    ],
)
def test_land_patterns_by_hand(
    pins: int, socket: tuple[float, float, float], header: tuple[float, float, float]
) -> None:
    found = named(board_figures(standard(pins), DEFAULT).figures)

    for half, expected in (("Socket", socket), ("Header", header)):
        assert [
            found[f"{half} land pattern {name}"].value for name in ("length", "width", "area")
        ] == list(expected)


@pytest.mark.parametrize(
    ("pins", "socket", "header"),
    [(10, 11.25, 7.6), (16, 14.25, 10.0), (18, 15.25, 10.8), (40, 26.25, 19.6), (80, 46.25, 35.6)],
)
def test_body_areas_by_hand(pins: int, socket: float, header: float) -> None:
    found = named(board_figures(standard(pins), DEFAULT).figures)

    assert (found["Socket body area"].value, found["Header body area"].value) == (socket, header)


def test_every_figure_shows_its_formula_and_source() -> None:
    found = named(board_figures(standard(40), DEFAULT).figures)

    assert {name: figure.formula for name, figure in found.items()} == {
        "Socket body area": "10.5 mm × 2.5 mm = 26.25 mm²",
        "Socket land pattern length": "terminals 9.6 mm apart + pad 0.9 mm = 10.5 mm",
        "Socket land pattern width": "contact rows 2.25 mm apart + pad 0.65 mm = 2.9 mm",
        "Socket land pattern area": "10.5 mm × 2.9 mm = 30.45 mm²",
        "Header body area": "9.8 mm × 2 mm = 19.6 mm²",
        "Header land pattern length": "terminals 9.2 mm apart + pad 0.45 mm = 9.65 mm",
        "Header land pattern width": "contact rows 1.75 mm apart + pad 0.65 mm = 2.4 mm",
        "Header land pattern area": "9.65 mm × 2.4 mm = 23.16 mm²",
    }
    land = found["Socket land pattern area"].source
    assert "GPD_Pocket-mods" in land.document
    assert "default" in land.table
    assert "datasheet" in found["Socket body area"].source.document


def test_the_longer_toes_of_another_board_count() -> None:
    found = named(board_figures(standard(40), shipped_pattern("inkplate-5")).figures)

    assert found["Socket land pattern width"].value == 3.3
    assert found["Socket land pattern width"].formula == (
        "terminal rows 2.2 mm apart + pad 1.1 mm = 3.3 mm"
    )


@pytest.mark.parametrize(
    ("pins", "other", "length", "socket_areas", "header_areas"),
    [
        # body area, land pattern area: 0.2 mm a pin, times 2.5 and 2.9, 2.0 and 2.4 mm
        (10, 12, 0.4, (1.0, 1.16), (0.8, 0.96)),
        (16, 18, 0.4, (1.0, 1.16), (0.8, 0.96)),
        (18, 16, -0.4, (-1.0, -1.16), (-0.8, -0.96)),
        (40, 44, 0.8, (2.0, 2.32), (1.6, 1.92)),
        (80, 70, -2.0, (-5.0, -5.8), (-4.0, -4.8)),
    ],
)
def test_what_another_number_of_pins_adds(
    pins: int,
    other: int,
    length: float,
    socket_areas: tuple[float, float],
    header_areas: tuple[float, float],
) -> None:
    found = named(added(standard(pins), standard(other)))

    for half, areas in (("Socket", socket_areas), ("Header", header_areas)):
        for measure, area in zip(("body", "land pattern"), areas, strict=True):
            assert found[f"{half} {measure}, added length"].value == length
            assert found[f"{half} {measure}, added area"].value == area


def test_what_is_added_shows_its_formula() -> None:
    found = named(added(standard(40), standard(36)))

    assert found["Socket body, added length"].formula == "9.7 mm − 10.5 mm = −0.8 mm"
    assert found["Header land pattern, added area"].formula == ("21.24 mm² − 23.16 mm² = −1.92 mm²")


@given(st.sampled_from(CATALOG.pairs), st.sampled_from(CATALOG.pairs))
def test_what_one_adds_the_other_saves(one: Pair, other: Pair) -> None:
    there = [figure.value for figure in added(one, other)]
    back = [figure.value for figure in added(other, one)]

    for value, saved in zip(there, back, strict=True):
        assert isinstance(value, float)
        assert -value == saved
    assert (one.pins == other.pins) == (not any(there))


def test_the_same_outline_takes_the_same_board() -> None:
    for other in (standard(40, 1.0), standard(40, packaging_mm=4), inspection(40)):
        assert not any(figure.value for figure in added(standard(40), other))


def test_limits_may_measure_the_land_pattern() -> None:
    land = Limits(max_width_mm=2.6, measure=LandMeasure(DEFAULT))
    result = query(CATALOG.pairs, Filter(limits=land))

    assert result.rows == ()
    assert result.limits[Limit.WIDTH].reason == (
        "land pattern at most 2.6 mm wide: the narrowest is 2.9 mm wide"
    )
    assert describe(Filter(limits=land)) == "land pattern at most 2.6 mm wide"
    body = Limits(max_width_mm=2.6, measure=BodyMeasure())
    assert len(query(CATALOG.pairs, Filter(limits=body)).rows) == 72


@given(st.sampled_from(CATALOG.pairs), st.sampled_from(shipped_pattern_names()))
def test_a_pair_keeps_to_its_own_size_and_to_nothing_less(pair: Pair, name: str) -> None:
    measure = LandMeasure(shipped_pattern(name))
    longest = max(measure.size(c).length_mm for c in pair.connectors)

    def left(length: float) -> bool:
        limits = Limits(max_length_mm=length, measure=measure)
        return pair in query([pair], Filter(limits=limits)).rows

    assert left(longest)
    assert not left(longest - 0.001)


def test_a_measure_names_what_it_measures() -> None:
    assert [m.name for m in (BodyMeasure(), LandMeasure(DEFAULT))] == ["body", "land pattern"]
    assert LandMeasure(DEFAULT) == LandMeasure(shipped_pattern())
    assert {half: LandMeasure(DEFAULT).size(standard(10).connector(half)) for half in Half} == {
        Half.SOCKET: land_size(standard(10).socket, DEFAULT),
        Half.HEADER: land_size(standard(10).header, DEFAULT),
    }
