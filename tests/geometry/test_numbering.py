"""Pin numbers: where pad 1 stands, both row schemes, both ways to number the header."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.errors import A4sError
from a4s_gui.geometry.footprint import footprints
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import BOTTOM_ROW, TOP_ROW, HeaderScheme, Numbering, RowScheme
from tests.every import for_each

ODD_EVEN, LOOP = RowScheme.ODD_EVEN, RowScheme.LOOP
MATING, SAME = HeaderScheme.MATING, HeaderScheme.SAME
ALL_SCHEMES = [Numbering(rows, header) for rows in RowScheme for header in HeaderScheme]


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
    ],
)
def test_how_numbers_run(
    numbering: Numbering, socket: tuple[list[int], ...], header: tuple[list[int], ...]
) -> None:
    assert rows(Half.SOCKET, numbering) == socket
    assert rows(Half.HEADER, numbering) == header


@pytest.mark.parametrize("numbering", ALL_SCHEMES)
@pytest.mark.parametrize("half", Half)
@for_each("pins", load_catalog().pin_counts)
def test_every_number_is_given_once(numbering: Numbering, half: Half, pins: int) -> None:
    top, bottom = rows(half, numbering, pins)

    assert sorted(top + bottom) == list(range(1, pins + 1))


@pytest.mark.parametrize("numbering", ALL_SCHEMES)
@pytest.mark.parametrize("pair", load_catalog().pairs[::9], ids=lambda pair: pair.id)
def test_pad_1_stands_at_the_left_end(numbering: Numbering, pair: Pair) -> None:
    socket, header = (half.contacts[0] for half in footprints(pair, shipped_pattern(), numbering))

    assert (socket.number, header.number) == ("1", "1")
    assert (socket.x_mm, header.x_mm) == pytest.approx(
        (-pair.socket.dimensions_mm.B / 2,) * 2, abs=1e-9
    )
    assert socket.y_mm < 0
    assert (header.y_mm < 0) == (numbering.header is SAME)


def test_the_default_is_odd_even_and_n_meets_n() -> None:
    assert Numbering() == Numbering(ODD_EVEN, MATING)


@pytest.mark.parametrize(
    ("words", "numbering"),
    [
        ([], Numbering()),
        (["loop"], Numbering(LOOP, MATING)),
        (["alike"], Numbering(ODD_EVEN, SAME)),
        ([" Alike", "LOOP "], Numbering(LOOP, SAME)),
        (["odd-even", "mating", "mating"], Numbering()),
    ],
)
def test_schemes_by_name(words: Sequence[str], numbering: Numbering) -> None:
    assert Numbering.from_words(words) == numbering


@pytest.mark.parametrize("numbering", ALL_SCHEMES)
def test_names_lead_back_to_the_numbering(numbering: Numbering) -> None:
    assert Numbering.from_words([numbering.rows, numbering.header]) == numbering


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["spiral"],
            "numbering: “spiral” is unknown; choose from odd-even, loop, mating, alike",
        ),
        ([""], "numbering: “” is unknown; choose from odd-even, loop, mating, alike"),
        (["loop", "odd-even"], "numbering: loop and odd-even exclude each other"),
        (["alike", "mating"], "numbering: alike and mating exclude each other"),
    ],
)
def test_words_that_mean_no_numbering(words: Sequence[str], message: str) -> None:
    with pytest.raises(A4sError) as caught:
        Numbering.from_words(words)

    assert str(caught.value) == message


def test_each_numbering_is_described_in_its_own_words() -> None:
    assert [numbering.describe() for numbering in ALL_SCHEMES] == [
        "odd/even rows, header n meets n",
        "odd/even rows, header alike in top view",
        "loop, header n meets n",
        "loop, header alike in top view",
    ]
