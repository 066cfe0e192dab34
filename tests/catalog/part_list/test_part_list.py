"""Pasted lists: each line resolved, doubted with a reason, or passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_list.line import LineState, ListLine
from a4s_gui.catalog.part_list.part_list import (
    MOST_LINES,
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
        (
            "\u0410\u0425\u0415640124D",  # in Cyrillic
            "\u0410\u0425\u0415640124D: not written in plain letters and digits",
            "AXE640124D",
        ),
        ("AX540127", "AX540127: perhaps a misspelt part number", "AXE540127"),
        ("AXE53412 4", "AXE53412 4: last piece: it may belong to the number", "AXE534127"),
        ("AXE540127 D", "AXE540127 D: last piece: it may belong to the number", "AXE540127"),
        ("AXE540127-D", "AXE540127-D: last piece", "AXE540127"),
        ("AXE540127 (D)", "AXE540127 (D): last piece: it may belong to the number", "AXE540127"),
        ("J1\tAXE540127(D)", "AXE540127(D): last piece", "AXE540127"),
        ("axe 540127 [d]", "axe 540127 [d]: last piece", "AXE540127"),
        ("AXE640224 D", "AXE640224 D: last piece", "AXE640224"),
        ("AXE544127A", "AXE544127A: package: the ending A was seen", "AXE544127"),
        ("AXE644224A", "AXE644224A: package: the ending A was seen", "AXE644224"),
        ("AXE5**128", "no part number looks like AXE5**128", None),
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
    [
        *("Part\tQty", "RC0402FR-0710KL", "5", "*", "DF40C-30DP-0.4V", "1234567"),
        *("connector 0.4 mm", "AXE", "an axe", "taxes, 5 % VAT", "relaxed; 500", "axe 500 g"),
        *("PICAXE-20M2", "AX5043", "AX5043-1-TW30", "AXELITE", "Axel 5"),
    ],
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

    monkeypatch.setattr("a4s_gui.catalog.part_list.row_reader.find_part", find)

    read_list(CATALOG, "AXE538127\n" * 100)

    assert asked == ["AXE538127"]


@pytest.mark.parametrize("text", ["x" * 100_000 + " AXE540127", "C" * 100_000 + ",AXE540127"])
def test_nothing_of_a_very_long_line_is_dropped(text: str) -> None:
    assert line(text).parts == ("AXE540127",)


def test_a_number_behind_hundreds_of_references_is_found_and_they_are_counted() -> None:
    references = " ".join(f"J{number}" for number in range(1, 260))
    found = read_list(CATALOG, f'References,Value\n"{references}",AXE540127').lines[1]

    assert (found.parts, found.quantity) == (("AXE540127",), 259)


@pytest.mark.parametrize(
    "text",
    [
        "J1,AXE540127,Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm_Vertical,1",
        '"J1","AXE540127","https://shop.invalid/AXE540127?qs=abc"',
        '"J1","AXE540127","https://shop.invalid/AXE5*?qs=abc&AXE538127"',
        "255-5318-1-ND,AXE540127,Panasonic Electric Works,10",
        "AXE540127TR,AXE540127,5",
        "AXE540127-ND;AXE540127",
        "769-AXE540127",
        "Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm_Vertical",
        "Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm_Vertical.kicad_mod",
        "AXE540127_socket",
        "AXE540127,AXE534127A-look-alike",
        "AXE540127.",
        "Panasonic AXE540127",
    ],
)
def test_a_clean_number_decides_whatever_stands_beside_it(text: str) -> None:
    found = line(text)

    assert (found.state, found.parts) == (RESOLVED, ("AXE540127",))


def test_the_name_of_a_drawing_means_both_halves() -> None:
    found = line("AXE540127-AXE640124-pair.png")

    assert (found.parts, found.pairs) == (("AXE540127", "AXE640124"), (standard(40).id,))


def test_the_maker_s_number_goes_before_what_other_columns_name() -> None:
    found = read_list(
        CATALOG,
        "Value;Footprint;MPN;Qty\n"
        "AXE534127;Panasonic_A4S_AXE520127_2x10;AXE540127;3\n"
        "AXE534127;Panasonic_A4S_AXE520127_2x10;;4\n",
    ).lines

    assert [(ln.parts, ln.quantity) for ln in found[1:]] == [
        (("AXE540127",), 3),
        (("AXE534127",), 4),
    ]
    assert found[1].note == "also named, not counted: AXE534127, AXE520127"


@pytest.mark.parametrize("text", ["AXT624124", "J3,AXT524124,2", "AXK5S60047YG"])
def test_another_series_of_the_maker_is_no_misspelling(text: str) -> None:
    found = line(text)

    assert (found.state, found.parts, found.suggestions) == (IGNORED, (), ())
    assert "Panasonic" in found.note
    assert found.note.endswith("not A4S")
    assert "Panasonic's" in found.note


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("AXE540127", None),
        ("AXE540127,5", 5),
        ("J1\tAXE540127\t5", 5),
        ("J1\tAXE540127", 1),
        ("J1,J2;AXE540127", 2),
        ("J1-J4;AXE540127", 4),
        ("AXE540127 500", 500),
        ("5x AXE540127", 5),
        ("AXE540127 x 12", 12),
        ("AXE540127 2 pcs", 2),
        ("1;2;AXE540127", None),
        ("AXE5**127,5", None),
    ],
)
def test_quantities_without_a_heading(text: str, quantity: int | None) -> None:
    assert line(text).quantity == quantity


@pytest.mark.parametrize(
    ("head", "row", "quantity", "note"),
    [
        ("Qty;MPN", "1,000;AXE540127", 1000, ""),
        ("Qty;MPN", "5.00;AXE540127", 5, ""),
        ("Order Qty.;Mfr. #:", "7 pcs;AXE540127", 7, ""),
        ("Menge;Herstellernummer", "7;AXE540127", 7, ""),
        ("Menge;Herstellernummer", "7,00 Stk.;AXE540127", 7, ""),
        ("Qty;MPN", "7 EA;AXE540127", 7, ""),
        ("Qty;MPN", "7 m;AXE540127", None, "quantity “7 m” is no whole number"),
        ("Qty;MPN", "some;AXE540127", None, "quantity “some” is no whole number"),
        ("Ref;Qty;MPN", "J1 J2;3;AXE540127", 3, "quantity 3, but 2 references"),
        ("Ref;MPN", "J1, J3-J5;AXE540127", 4, ""),
        ("Ref;Value;DNP", "J1;AXE540127;DNP", 0, "not fitted, so not counted"),
        ("Ref;Value;DNP", "J1;AXE540127;", 1, ""),
        ("Ref;MPN;Qty", "3x AXE540127", 3, ""),
        ("Ref;MPN;Qty", "AXE540127 500", 500, ""),
        ("Ref;MPN;Qty", "J8 AXE540127 x4", None, ""),
    ],
)
def test_quantities_by_their_heading(head: str, row: str, quantity: int | None, note: str) -> None:
    found = read_list(CATALOG, f"Bill of a board\n{head}\n{row}\n").lines[-1]

    assert (found.quantity, found.note) == (quantity, note)


def test_pieces_are_added_up_over_the_lines() -> None:
    found = read_list(CATALOG, "AXE540127,5\nAXE540127,2\nAXE640124,4\nAXE538127,9\nAXE510127")

    assert found.pieces == {"AXE540127": 7, "AXE640124": 4}


def test_a_list_read_in_steps_is_the_same() -> None:
    text = "AXE540127\n\nAXE640134\nR1"
    reading = reading_list(CATALOG, text)

    assert [next(reading) for _ in range(3)] == [(1, 3), (2, 3), (3, 3)]
    with pytest.raises(StopIteration) as end:
        next(reading)
    assert end.value.value == read_list(CATALOG, text)


@pytest.mark.parametrize(
    "text", ["AXE540127 D", "AXE510127, AXE540127 D", "AXE540127D, AXE540127 D"]
)
def test_a_lone_d_is_read_alike_in_brackets_and_without(text: str) -> None:
    plain, bracketed = line(text), line(text.replace(" D", " (D)"))

    assert plain.state is bracketed.state
    assert (plain.parts, plain.suggestions) == (bracketed.parts, bracketed.suggestions)
    assert plain.reason.replace(" D:", " (D):") == bracketed.reason
