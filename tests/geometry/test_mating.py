"""Which pad meets which: the header lies face down, mirrored about its long axis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.geometry.footprint import footprints
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.mating import mirrored, pad_map
from a4s_gui.geometry.numbering import (
    HeaderScheme,
    Numbering,
    Pin1,
    RowScheme,
    TerminalScheme,
)
from tests.every import for_each

PAIRS = load_catalog().pairs
PATTERNS = [shipped_pattern(name) for name in shipped_pattern_names()]
ANY_PAIR = st.sampled_from(PAIRS)
ANY_PATTERN = st.sampled_from(PATTERNS)
ANY_NUMBERING = st.builds(
    Numbering, *map(st.sampled_from, (RowScheme, HeaderScheme, Pin1, TerminalScheme))
)


def numbers(pair: Pair, numbering: Numbering) -> list[tuple[int, int]]:
    meetings = pad_map(*footprints(pair, PATTERNS[0], numbering))
    return [(int(m.socket.number), int(m.header.number)) for m in meetings]


@given(ANY_PAIR, st.sampled_from(RowScheme), st.sampled_from(Pin1))
def test_numbered_for_mating_n_meets_n(pair: Pair, rows: RowScheme, pin_1: Pin1) -> None:
    numbering = Numbering(rows, HeaderScheme.MATING, pin_1)

    assert numbers(pair, numbering) == [(n, n) for n in range(1, pair.pins + 1)]
    assert all(m.agrees for m in pad_map(*footprints(pair, PATTERNS[0], numbering)))


@given(ANY_PAIR)
def test_numbered_alike_in_odd_and_even_rows_1_meets_2(pair: Pair) -> None:
    found = numbers(pair, Numbering(RowScheme.ODD_EVEN, HeaderScheme.SAME))

    assert found[:4] == [(1, 2), (2, 1), (3, 4), (4, 3)]
    assert found == [(n, n + 1 if n % 2 else n - 1) for n in range(1, pair.pins + 1)]


@given(ANY_PAIR)
def test_numbered_alike_in_a_loop_1_meets_the_last(pair: Pair) -> None:
    found = numbers(pair, Numbering(RowScheme.LOOP, HeaderScheme.SAME))

    assert found == [(n, pair.pins + 1 - n) for n in range(1, pair.pins + 1)]


@given(ANY_PAIR, st.sampled_from(Pin1))
def test_numbered_alike_row_by_row_each_meets_the_other_row(pair: Pair, pin_1: Pin1) -> None:
    found = numbers(pair, Numbering(RowScheme.ROW_BY_ROW, HeaderScheme.SAME, pin_1))

    half = pair.pins // 2
    assert found == [(n, n + half if n <= half else n - half) for n in range(1, pair.pins + 1)]


@given(ANY_PAIR, ANY_NUMBERING)
def test_every_contact_meets_exactly_one(pair: Pair, numbering: Numbering) -> None:
    socket, header = footprints(pair, PATTERNS[0], numbering)
    meetings = pad_map(socket, header)

    assert tuple(m.socket for m in meetings) == socket.contacts
    assert sorted((m.header for m in meetings), key=lambda p: int(p.number)) == list(
        header.contacts
    )
    assert {m.agrees for m in meetings} == {numbering.header is HeaderScheme.MATING}


@given(ANY_PAIR, ANY_PATTERN, ANY_NUMBERING)
def test_contacts_that_meet_overlap_as_mating_halves_must(
    pair: Pair, pattern: LandPattern, numbering: Numbering
) -> None:
    for meeting in pad_map(*footprints(pair, pattern, numbering)):
        lower, upper = meeting.socket.rect, mirrored(meeting.header).rect
        shared_mm = min(lower.bottom_mm, upper.bottom_mm) - max(lower.top_mm, upper.top_mm)

        assert meeting.socket.x_mm == meeting.header.x_mm
        assert lower.overlaps(upper)
        # From the inner edge of the socket's pad to the outer one of the header's, on every board.
        assert shared_mm >= 0.25 - 1e-9


@given(ANY_PAIR, ANY_NUMBERING)
def test_which_contacts_meet_is_no_matter_of_how_far_apart_the_rows_are(
    pair: Pair, numbering: Numbering
) -> None:
    close = replace(
        PATTERNS[0],
        socket=replace(PATTERNS[0].socket, contact_rows_mm=0.9),
        header=replace(PATTERNS[0].header, contact_rows_mm=0.8),
    )
    usual, found = (
        [(m.socket.number, m.header.number) for m in pad_map(*footprints(pair, one, numbering))]
        for one in (PATTERNS[0], close)
    )
    assert found == usual


@given(ANY_PAIR, ANY_PATTERN, ANY_NUMBERING)
def test_mirroring_twice_is_the_identity(
    pair: Pair, pattern: LandPattern, numbering: Numbering
) -> None:
    for half in footprints(pair, pattern, numbering):
        for pad in half.pads:
            assert mirrored(mirrored(pad)) == pad
            assert mirrored(pad).rect == pad.rect.mirrored()
            assert (mirrored(pad).x_mm, mirrored(pad).y_mm) == (pad.x_mm, -pad.y_mm)


@for_each("pair", PAIRS, lambda pair: pair.id)
def test_the_header_lies_within_the_socket(pair: Pair) -> None:
    socket, header = footprints(pair, PATTERNS[0], Numbering())

    assert socket.body.contains(header.body.mirrored())
