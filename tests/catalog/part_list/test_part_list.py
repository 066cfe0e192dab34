"""Pasted lists: each line resolved, doubted with a reason, or passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_list.part_list import (
    MOST_LINES,
    LineState,
    ListLine,
    PartListError,
    read_list,
    reading_list,
)
from a4s_gui.catalog.part_numbers.lookup import find_part
from a4s_gui.catalog.part_numbers.part_number import PartNumber
from a4s_gui.catalog.selection.query import Filter, query
from tests.catalog.pairs import CATALOG, standard

RESOLVED, DOUBTFUL, IGNORED = LineState.RESOLVED, LineState.DOUBTFUL, LineState.IGNORED


def line(text: str) -> ListLine:
    (found,) = read_list(CATALOG, text).lines
    return found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("AXE540127", ["AXE540127"]),
        ("axe 540-127", ["AXE540127"]),
        ("AXE 540 127", ["AXE540127"]),
        ("  AXE540127D  ", ["AXE540127D"]),
        ("J1\tAXE540127\t5", ["AXE540127"]),
        ('5,"AXE640224","conn"', ["AXE640224"]),
        ("J2;AXE6E4026;2", ["AXE6E4026"]),
        ("| AXE510127 | 3 |", ["AXE510127"]),
        ("AXE540127 DNP", ["AXE540127"]),
        ("AXE540127 2", ["AXE540127"]),
        ("AXE540127 2 pcs", ["AXE540127"]),
        ("conn AXE640124 (Panasonic)", ["AXE640124"]),
        ("AXE510127/AXE610124", ["AXE510127", "AXE610124"]),
        ("AXE510127 + AXE610124", ["AXE510127", "AXE610124"]),
        ("AXE534124", ["AXE534127"]),
    ],
)
def test_a_number_is_found_however_it_stands_there(text: str, parts: list[str]) -> None:
    found = line(text)

    assert (found.state, list(found.parts)) == (RESOLVED, parts)
    assert found.text == text.strip()


def test_a_former_number_is_resolved_with_a_note() -> None:
    assert "AXE534124 is the number of 2013" in line("AXE534124").note


@pytest.mark.parametrize(
    ("text", "count"), [("AXE5**127", 22), ("AXE5??127D", 13), ("axe6e**26", 22), ("AXE54*", 4)]
)
def test_wildcards_stand_for_several_parts(text: str, count: int) -> None:
    found = line(text)

    assert (found.state, len(found.parts)) == (RESOLVED, count)


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("AXE538127", "AXE538127: pins: 38 pins are not made", "AXE536127"),
        ("AXE54O127", "AXE54O127: pins: “4O” is not possible here", "AXE540127"),
        ("AXE540128", "AXE540128: surface", "AXE540127"),
        ("AXE518127D", "AXE518127D: package: 18 pins are not supplied", "AXE516127D"),
        ("540127", "540127: a part number begins with AXE", "AXE540127"),
        ("J1\t640224", "640224: a part number begins with AXE", "AXE640224"),
        ("538127", "538127: a part number begins with AXE", "AXE536127"),
        (
            "ＡＸＥ５４０１２７",
            "ＡＸＥ５４０１２７: not written in plain letters and digits",
            "AXE540127",
        ),
        ("AX540127", "AX540127: perhaps a misspelt part number", "AXE540127"),
        ("AXE53412 4", "AXE53412: is the last piece part", "AXE534127"),
        ("AXE5**128", "no part number looks like AXE5**128", None),
        ("AXE", "AXE: half: is missing", None),
    ],
)
def test_a_doubtful_line_says_why_and_what_was_perhaps_meant(
    text: str, reason: str, suggestion: str | None
) -> None:
    found = line(text)

    assert (found.state, found.parts, found.pairs) == (DOUBTFUL, (), ())
    assert found.reason.startswith(reason.partition(":")[0])
    assert reason.partition(": ")[2] in found.reason
    assert next(iter(found.suggestions), None) == suggestion


def test_one_doubtful_number_makes_its_line_doubtful_and_keeps_the_other() -> None:
    found = line("AXE540127, AXE538127")

    assert (found.state, found.parts) == (DOUBTFUL, ("AXE540127",))
    assert "38 pins" in found.reason


@pytest.mark.parametrize(
    "text",
    ["Part\tQty", "RC0402FR-0710KL", "5", "*", "DF40C-30DP-0.4V", "1234567", "connector 0.4 mm"],
)
def test_what_holds_no_part_is_passed_over(text: str) -> None:
    found = line(text)

    assert (found.state, found.parts) == (IGNORED, ())
    assert found.reason == "no A4S part number in it"


def test_lines_keep_their_numbers_and_empty_ones_are_left_out() -> None:
    found = read_list(CATALOG, "Part\n\n  \r\nAXE540127\r\nAXE538127\n")

    assert [(ln.number, ln.state) for ln in found.lines] == [
        (1, IGNORED),
        (4, RESOLVED),
        (5, DOUBTFUL),
    ]
    assert found.summary == "1 resolved, 1 doubtful, 1 ignored"


def test_a_repeated_line_says_which_one_it_repeats() -> None:
    first, _, again = read_list(CATALOG, "AXE540127\nAXE510127\naxe 540 127").lines

    assert (first.note, again.note) == ("", "the same as line 1")
    former = read_list(CATALOG, "AXE534127\nAXE534124").lines[1]
    assert former.note.endswith("; the same as line 1")


def test_a_socket_alone_means_all_its_pairs_and_with_its_header_that_one() -> None:
    low, high = standard(40).id, standard(40, 1.0).id

    assert read_list(CATALOG, "AXE540127").pair_ids == {low, high}
    both = read_list(CATALOG, "AXE540127\nother\nAXE640224")
    assert both.pair_ids == {high}
    assert both.lines[0].pairs == both.lines[2].pairs == (high,)


def test_the_pairs_of_a_list_filter_the_table() -> None:
    found = read_list(CATALOG, "AXE5**127D\nAXE640224")

    rows = query(CATALOG.pairs, Filter(pair_ids=found.pair_ids)).rows
    assert {pair.packaging_pitch_mm for pair in rows} == {4, 8}
    assert len(rows) == 13 + 1


@given(st.lists(st.sampled_from(CATALOG.part_numbers), min_size=1, max_size=12))
def test_every_number_of_a_list_is_found_in_its_pairs(numbers: list[str]) -> None:
    found = read_list(CATALOG, "\n".join(numbers))

    assert [ln.parts for ln in found.lines] == [(number,) for number in numbers]
    for ln, number in zip(found.lines, numbers, strict=True):
        assert set(ln.pairs) <= {pair.id for pair in CATALOG.pairs_of(number)}
        assert ln.pairs
    assert found.pair_ids == {pair for ln in found.lines for pair in ln.pairs}


@given(st.text(max_size=200) | st.text("AXE0123456789D*?,;\t\n ", max_size=80))
def test_any_text_is_read_line_by_line(text: str) -> None:
    found = read_list(CATALOG, text)

    numbers = [ln.number for ln in found.lines]
    assert numbers == sorted(set(numbers))
    for ln in found.lines:
        assert bool(ln.parts) or ln.state is not RESOLVED
        assert bool(ln.reason) == (ln.state is not RESOLVED)
        assert ln.reason.isprintable()


@pytest.mark.parametrize("text", ["", "\n\n", "   \t  "])
def test_nothing_to_read(text: str) -> None:
    found = read_list(CATALOG, text)

    assert (found.lines, found.pair_ids, found.summary) == ((), frozenset(), "nothing to read")


def test_a_list_that_is_too_long_is_refused() -> None:
    with pytest.raises(PartListError, match="5,001 lines are more than the 5,000"):
        read_list(CATALOG, "AXE540127\n" * (MOST_LINES + 1))


def test_the_same_words_are_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def find(catalog: Catalog, number: str) -> PartNumber:
        asked.append(number)
        return find_part(catalog, number)

    monkeypatch.setattr("a4s_gui.catalog.part_list.part_list.find_part", find)

    read_list(CATALOG, "AXE538127\n" * MOST_LINES)

    assert asked == ["AXE538127"]


def test_a_very_long_line_is_answered() -> None:
    found = line("x" * 100_000 + " AXE540127")

    assert found.state is IGNORED


def test_a_list_read_in_steps_is_the_same() -> None:
    text = "AXE540127\n\nAXE640134\nR1"
    reading = reading_list(CATALOG, text)

    assert [next(reading) for _ in range(3)] == [(1, 3), (2, 3), (3, 3)]
    with pytest.raises(StopIteration) as end:
        next(reading)
    assert end.value.value == read_list(CATALOG, text)
