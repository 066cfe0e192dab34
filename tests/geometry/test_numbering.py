"""Pin numbers: where pad 1 stands, both row schemes, both ways to number the header."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.errors import A4sError
from a4s_gui.geometry.footprint import footprints
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import (
    BOTTOM_ROW,
    SCHEMES,
    TOP_ROW,
    HeaderScheme,
    Numbering,
    Pin1,
    RowScheme,
    TerminalScheme,
    scheme_words,
)
from tests.every import for_each

ODD_EVEN, LOOP, ROW_BY_ROW = RowScheme
MATING, SAME = HeaderScheme
UPPER_LEFT, LOWER_LEFT = Pin1
ALL_SCHEMES = [
    Numbering(*schemes) for schemes in product(RowScheme, HeaderScheme, Pin1, TerminalScheme)
]
WORDS = "odd-even, loop, row-by-row, mating, alike, upper-left, lower-left"
OF_CONTACTS = [n for n in ALL_SCHEMES if n.terminals is TerminalScheme.SHARED]


def rows(half: Half, numbering: Numbering, pins: int = 10) -> tuple[list[int], list[int]]:
    """The numbers of both rows, from left to right in the half's own top view."""
    return tuple(  # type: ignore[return-value]
        [numbering.number_at(half, pins, row, column) for column in range(pins // 2)]
        for row in (TOP_ROW, BOTTOM_ROW)
    )


@pytest.mark.parametrize(
    ("numbering", "socket", "header"),
    [
        (
            Numbering(ODD_EVEN, MATING),
            ([1, 3, 5, 7, 9], [2, 4, 6, 8, 10]),
            ([2, 4, 6, 8, 10], [1, 3, 5, 7, 9]),
        ),
        (
            Numbering(ODD_EVEN, SAME),
            ([1, 3, 5, 7, 9], [2, 4, 6, 8, 10]),
            ([1, 3, 5, 7, 9], [2, 4, 6, 8, 10]),
        ),
        (
            Numbering(LOOP, MATING),
            ([1, 2, 3, 4, 5], [10, 9, 8, 7, 6]),
            ([10, 9, 8, 7, 6], [1, 2, 3, 4, 5]),
        ),
        (
            Numbering(LOOP, SAME),
            ([1, 2, 3, 4, 5], [10, 9, 8, 7, 6]),
            ([1, 2, 3, 4, 5], [10, 9, 8, 7, 6]),
        ),
        (
            Numbering(ROW_BY_ROW, MATING),
            ([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]),
            ([6, 7, 8, 9, 10], [1, 2, 3, 4, 5]),
        ),
        (
            Numbering(ODD_EVEN, MATING, LOWER_LEFT),
            ([2, 4, 6, 8, 10], [1, 3, 5, 7, 9]),
            ([1, 3, 5, 7, 9], [2, 4, 6, 8, 10]),
        ),
        (
            Numbering(LOOP, SAME, LOWER_LEFT),
            ([10, 9, 8, 7, 6], [1, 2, 3, 4, 5]),
            ([10, 9, 8, 7, 6], [1, 2, 3, 4, 5]),
        ),
    ],
)
def test_how_numbers_run(
    numbering: Numbering, socket: tuple[list[int], ...], header: tuple[list[int], ...]
) -> None:
    assert rows(Half.SOCKET, numbering) == socket
    assert rows(Half.HEADER, numbering) == header


@pytest.mark.parametrize("numbering", OF_CONTACTS, ids=Numbering.describe)
@pytest.mark.parametrize("half", Half)
def test_every_number_is_given_once(numbering: Numbering, half: Half) -> None:
    for pins in load_catalog().pin_counts:
        top, bottom = rows(half, numbering, pins)

        assert sorted(top + bottom) == list(range(1, pins + 1))


@pytest.mark.parametrize("numbering", OF_CONTACTS, ids=Numbering.describe)
def test_pin_1_stands_where_it_is_said_to(numbering: Numbering) -> None:
    for half in Half:
        top, bottom = rows(half, numbering)
        row = top if numbering.pin_1_of(half) is UPPER_LEFT else bottom
        assert row[0] == 1
    assert numbering.pin_1_of(Half.SOCKET) is numbering.pin_1
    same = numbering.pin_1_of(Half.HEADER) is numbering.pin_1
    assert same is (numbering.header is SAME)


@pytest.mark.parametrize("numbering", ALL_SCHEMES, ids=Numbering.describe)
@for_each("pair", load_catalog().pairs[::9], lambda pair: pair.id)
def test_terminals_of_numbers_of_their_own_run_round_from_pin_1(
    numbering: Numbering, pair: Pair
) -> None:
    socket, header = footprints(pair, shipped_pattern(), numbering)

    expected = {
        TerminalScheme.SHARED: ["MP"] * 4,
        TerminalScheme.SINGLE: ["MP1", "MP2", "MP3", "MP4"],
        TerminalScheme.CONTINUED: [str(pair.pins + place) for place in (1, 2, 3, 4)],
    }[numbering.terminals]
    for part in (socket, header):
        up = part.contacts[0].y_mm < 0
        corners = [(True, up), (False, up), (False, not up), (True, not up)]
        numbers = {(pad.x_mm < 0, pad.y_mm < 0): pad.number for pad in part.terminals}
        assert [numbers[corner] for corner in corners] == expected
        every = [pad.number for pad in part.pads]
        if numbering.terminals is not TerminalScheme.SHARED:
            assert len(set(every)) == len(every) == pair.pins + 4
    if numbering.header is MATING:  # the header turned over, its terminals meet their like
        over = {(pad.x_mm < 0, pad.y_mm > 0): pad.number for pad in header.terminals}
        assert over == {(pad.x_mm < 0, pad.y_mm < 0): pad.number for pad in socket.terminals}


@pytest.mark.parametrize("numbering", OF_CONTACTS, ids=Numbering.describe)
@for_each("pair", load_catalog().pairs[::9], lambda pair: pair.id)
def test_pad_1_stands_at_the_left_end(numbering: Numbering, pair: Pair) -> None:
    socket, header = (half.contacts[0] for half in footprints(pair, shipped_pattern(), numbering))

    assert (socket.number, header.number) == ("1", "1")
    assert (socket.x_mm, header.x_mm) == pytest.approx(
        (-pair.socket.dimensions_mm.B / 2,) * 2, abs=1e-9
    )
    assert (socket.y_mm < 0) == (numbering.pin_1 is UPPER_LEFT)
    assert (header.y_mm < 0) == ((socket.y_mm < 0) == (numbering.header is SAME))


def test_the_default_is_odd_even_from_the_upper_left_and_n_meets_n() -> None:
    assert Numbering() == Numbering(ODD_EVEN, MATING, UPPER_LEFT, TerminalScheme.SHARED)


@pytest.mark.parametrize(
    ("words", "numbering"),
    [
        ([], Numbering()),
        (["loop"], Numbering(LOOP, MATING)),
        (["alike"], Numbering(ODD_EVEN, SAME)),
        ([" Alike", "LOOP "], Numbering(LOOP, SAME)),
        (["odd-even", "mating", "mating"], Numbering()),
        (["upper-left"], Numbering()),
        (["row-by-row", "lower-left"], Numbering(ROW_BY_ROW, MATING, LOWER_LEFT)),
    ],
)
def test_schemes_by_name(words: Sequence[str], numbering: Numbering) -> None:
    assert Numbering.from_words(words) == numbering


@pytest.mark.parametrize("numbering", OF_CONTACTS, ids=Numbering.describe)
def test_names_lead_back_to_the_numbering(numbering: Numbering) -> None:
    words = [numbering.rows, numbering.header, numbering.pin_1]
    assert Numbering.from_words(words) == numbering


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["spiral"],
            f"numbering: “spiral” is unknown; choose from {WORDS}",
        ),
        ([""], f"numbering: “” is unknown; choose from {WORDS}"),
        (["upper-left", "lower-left"], "numbering: upper-left and lower-left exclude each other"),
        (["loop", "odd-even"], "numbering: loop and odd-even exclude each other"),
        (["alike", "mating"], "numbering: alike and mating exclude each other"),
    ],
)
def test_words_that_mean_no_numbering(words: Sequence[str], message: str) -> None:
    with pytest.raises(A4sError) as caught:
        Numbering.from_words(words)

    assert str(caught.value) == message


def test_each_numbering_is_described_in_its_own_words() -> None:
    assert len({numbering.describe() for numbering in ALL_SCHEMES}) == len(ALL_SCHEMES) == 36
    assert Numbering().describe() == (
        "odd/even rows, socket pin 1 upper left, header n meets n, terminals MP"
    )
    other = Numbering(LOOP, SAME, LOWER_LEFT, TerminalScheme.CONTINUED)
    assert other.describe() == (
        "loop, socket pin 1 lower left, header alike in top view, terminals n+1 to n+4"
    )


@pytest.mark.parametrize("numbering", ALL_SCHEMES)
def test_one_scheme_takes_the_place_of_the_one_that_it_excludes(numbering: Numbering) -> None:
    for kind, group in SCHEMES.items():
        held = [scheme for scheme in group if numbering.has(scheme)]
        assert [type(scheme) for scheme in held] == [kind]
        for scheme, words in group.items():
            other = numbering.with_scheme(scheme)
            assert other.has(scheme)
            assert other.with_scheme(held[0]) == numbering
            assert scheme_words(scheme) is words
