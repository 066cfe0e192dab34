"""A part number while it is typed: fields so far, what may come next, what it may become."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.part_numbers.completion import Completion, complete
from a4s_gui.catalog.part_numbers.lookup import mates_of
from a4s_gui.catalog.part_numbers.part_number import explain, parse
from tests.catalog.pairs import CATALOG

NUMBERS = CATALOG.part_numbers


def completed(text: str, most: int = 200) -> Completion:
    return complete(CATALOG, text, most)


def choices(text: str) -> list[tuple[str, int]]:
    found = completed(text).next_field
    assert found is not None
    return [(choice.characters, choice.parts) for choice in found.choices]


@pytest.mark.parametrize(
    ("text", "typed", "next_field"),
    [
        ("", [], "series"),
        ("AX", [], "series"),
        ("AXE", ["AXE"], "half"),
        ("AXE5", ["AXE", "5"], "pins or product"),
        ("AXE5E", ["AXE", "5", "E"], "pins"),
        ("AXE54", ["AXE", "5"], "pins"),
        ("AXE540", ["AXE", "5", "40"], "mated height"),
        ("AXE5401", ["AXE", "5", "40", "1"], "function"),
        ("AXE54012", ["AXE", "5", "40", "1", "2"], "surface"),
        ("AXE540127", ["AXE", "5", "40", "1", "2", "7"], "package"),
        ("AXE5E40", ["AXE", "5", "E", "40"], "ending"),
    ],
)
def test_each_field_as_it_is_typed(text: str, typed: list[str], next_field: str) -> None:
    found = completed(text)

    assert [field.characters for field in found.fields] == typed
    assert found.next_field is not None
    assert found.next_field.name == next_field
    assert all(field.meaning for field in found.fields)
    assert found.problem == ""


def test_the_next_field_offers_what_is_made_and_no_more() -> None:
    assert choices("AXE") == [("5", 57), ("6", 72)]
    assert choices("AXE54") == [("40", 2), ("44", 2)]
    assert choices("AXE640") == [("1", 2), ("2", 1)]
    assert choices("AXE616") == [("1", 2)]
    assert choices("AXE540127") == [("", 1), ("D", 1)]
    assert ("E", 22) in [(c[:1], parts) for c, parts in choices("AXE6") if c == "E"]


def test_a_choice_is_explained_and_can_be_typed() -> None:
    found = completed("AXE640").next_field
    assert found is not None
    low, high = found.choices

    assert (low.typed, high.typed) == ("AXE6401", "AXE6402")
    assert "0.8 mm" in low.meaning
    assert "1.0 mm" in high.meaning


def test_candidates_are_explained() -> None:
    found = completed("AXE540", most=1)

    assert [(c.part_number, c.meaning) for c in found.candidates] == [
        ("AXE540127", "socket, 40 pins, mated height 0.8/1.0 mm, 8 mm packaging")
    ]
    tester = completed("AXE6E4026").candidates[0]
    assert tester.meaning == "header, 40 pins, for inspection"


@pytest.mark.parametrize("text", ["540127", "axe 540-127", " AXE540127 ", "5401 27"])
def test_writing_does_not_matter_and_the_series_may_be_left_out(text: str) -> None:
    found = completed(text)

    assert (found.typed, found.is_whole) == ("AXE540127", True)
    assert found.mates == ("AXE640124", "AXE640224")


@given(st.sampled_from(NUMBERS), st.integers(0, 10))
def test_every_beginning_of_a_number_leads_to_it(number: str, length: int) -> None:
    found = completed(number[:length])

    assert number in [candidate.part_number for candidate in found.candidates]
    assert found.is_whole == (number[:length] in NUMBERS)
    spelled = "".join(field.characters for field in found.fields)
    assert number.startswith(spelled)
    assert found.problem == ""


@given(st.sampled_from(NUMBERS), st.integers(0, 9))
def test_choosing_what_comes_next_never_leads_astray(number: str, length: int) -> None:
    found = completed(number[:length])

    if found.next_field is None:
        assert found.is_whole
        return
    for choice in found.next_field.choices:
        after = completed(choice.typed)
        assert after.problem == ""
        assert len(after.candidates) >= choice.parts


@given(st.sampled_from(NUMBERS))
def test_a_whole_number_has_all_its_fields_and_its_mates(number: str) -> None:
    found = completed(number)

    assert found.is_whole
    expected = [field for field in explain(parse(number)) if field.characters]
    assert [f for f in found.fields if f.characters] == expected
    assert found.mates == mates_of(CATALOG, number)
    assert found.mates
    assert all(number in mates_of(CATALOG, mate) for mate in found.mates)


def test_a_former_number_becomes_todays() -> None:
    found = completed("axe534124")

    assert [c.part_number for c in found.candidates] == ["AXE534127"]
    assert (found.typed, found.is_whole) == ("AXE534124", True)
    assert found.mates == ("AXE634124",)
    assert "AXE534124 is the number of 2013" in found.note
    assert [f.characters for f in found.fields][:6] == ["AXE", "5", "34", "1", "2", "4"]
    assert completed("AXE53412").note == ""


def test_a_former_number_of_what_is_not_made_stays_a_fault() -> None:
    found = completed("AXE538124")

    assert found.problem.startswith("pins: 38 pins are not made; made are ")
    assert (found.candidates, found.is_whole, found.note) == ((), False, "")


@pytest.mark.parametrize(
    ("text", "count"),
    [("AXE5**127", 22), ("AXE5??127", 22), ("AXE6E*", 22), ("5**127", 22), ("*D", 26)],
)
def test_wildcards_stand_for_several(text: str, count: int) -> None:
    found = completed(text)

    assert len(found.candidates) == count
    assert found.typed in (text, f"AXE{text}")
    assert (found.fields, found.next_field) == ((), None)
    assert found.problem == ""


@pytest.mark.parametrize("number", ["AXE640224", "AXE540127D", "AXE5E4026"])
def test_nothing_follows_a_number_that_ends(number: str) -> None:
    assert completed(number).next_field is None


@pytest.mark.parametrize("text", ["AXE", "AXE*"])
def test_ten_candidates_are_named_unless_more_are_asked_for(text: str) -> None:
    assert len(complete(CATALOG, text).candidates) == 10
    assert len(completed(text, most=3).candidates) == 3
    assert len(completed(text).candidates) == len(NUMBERS)


def test_a_loose_piece_is_asked_about() -> None:
    assert completed("AXE540127 D") == Completion(
        typed="AXE540127D",
        fields=(),
        next_field=None,
        candidates=(),
        problem="last piece: it may belong to the number or not",
        nearest=("AXE540127", "AXE540127D"),
    )


def test_a_wildcard_that_fits_nothing() -> None:
    assert completed("AXE5**128").problem == "no part number looks like AXE5**128"


@pytest.mark.parametrize(
    ("text", "typed", "problem", "nearest"),
    [
        ("AXE7", ["AXE"], "half: “7” is not possible here", ()),
        ("B", [], "series: “B” is not possible here", ()),
        ("AXE541", ["AXE", "5"], "pins: “41” is not possible here", ("AXE540127",)),
        (
            "AXE538",
            ["AXE", "5"],
            "pins: nothing that is made has “38” here; possible: 30, 32, 34, 36",
            ("AXE536127",),
        ),
        (
            "AXE6362",
            ["AXE", "6", "36"],
            "mated height: nothing that is made has “2” here; possible: 1",
            ("AXE636124",),
        ),
        ("AXE636224", ["AXE", "6", "36"], "mated height: 36 pins are not made", ("AXE636124",)),
        ("AXE540128", ["AXE", "5", "40", "1", "2"], "surface: “8” is not", ("AXE540127",)),
        ("AXE5401274", ["AXE", "5", "40", "1", "2", "7"], "package: “4” is", ("AXE540127",)),
        ("AXE518127D", ["AXE", "5", "18", "1", "2", "7"], "package: 18 pins", ("AXE516127D",)),
    ],
)
def test_what_leads_nowhere_names_the_field_and_what_is_near(
    text: str, typed: list[str], problem: str, nearest: tuple[str, ...]
) -> None:
    found = completed(text)

    assert found.typed == text
    assert found.problem.startswith(problem)
    assert [field.characters for field in found.fields] == typed
    assert found.nearest[:1] == nearest
    assert found.candidates == ()
    assert found.next_field is None


@given(st.text(max_size=30) | st.text("AXE0123456789D*? -", max_size=14))
def test_any_text_leads_somewhere_or_says_why_not(text: str) -> None:
    found = completed(text)

    assert bool(found.candidates) != bool(found.problem)
    assert found.problem.isprintable()
    assert len(found.problem) < 300


@pytest.mark.parametrize("text", [10_000 * "A", 10_000 * "5", "AXE540127" * 999, 10_000 * "*"])
def test_very_long_texts_are_answered(text: str) -> None:
    found = completed(text)

    assert len(found.problem) < 300
    assert bool(found.candidates) != bool(found.problem)
