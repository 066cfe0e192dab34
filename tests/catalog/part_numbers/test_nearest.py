"""The existing part numbers nearest to one that does not exist."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from a4s_gui.catalog.part_numbers.nearest import nearest_part_numbers
from tests.catalog.pairs import CATALOG
from tests.every import for_each


@for_each("number", CATALOG.part_numbers)
def test_a_made_number_is_nearest_to_itself(number: str) -> None:
    assert nearest_part_numbers(CATALOG, number)[0] == number


@given(st.sampled_from(CATALOG.part_numbers), st.integers(0, 8), st.sampled_from("OISX#"))
def test_one_wrong_character_is_forgiven(number: str, place: int, wrong: str) -> None:
    typed = number[:place] + wrong + number[place + 1 :]

    # Seven pin counts end in 0: which one AXE5#0127 meant, nobody can tell.
    assert number in nearest_part_numbers(CATALOG, typed, most=8)


@pytest.mark.parametrize("text", ["HELLO", "", "12", 10_000 * "A", "AXE540127" * 3])
def test_nothing_is_near_to_what_is_no_number(text: str) -> None:
    assert nearest_part_numbers(CATALOG, text) == ()


@cache
def edits(left: str, right: str) -> int:
    """Return the Levenshtein distance by its definition."""
    if not left or not right:
        return len(left) + len(right)
    if left[0] == right[0]:
        return edits(left[1:], right[1:])
    return 1 + min(edits(left[1:], right), edits(left, right[1:]), edits(left[1:], right[1:]))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Return a number with characters left out, put in or mistaken, its pins unreadable."""
    text = draw(st.sampled_from(CATALOG.part_numbers))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text) - 1))
        text = text[:place] + draw(st.text("OIAXE157", max_size=2)) + text[place + 1 :]
    assume(not re.match("(AXE)?[56]E?[0-9]{2}", text))
    return text


@given(damaged())
def test_where_no_pins_can_be_read_the_fewest_edits_are_nearest(text: str) -> None:
    found = nearest_part_numbers(CATALOG, text, most=144)

    needed = [edits(text, number) for number in found]
    assert needed == sorted(needed)
    worst = min(4, len(text) // 2)
    assert set(found) == {n for n in CATALOG.part_numbers if edits(text, n) <= worst}


def test_four_strange_characters_are_forgiven_and_five_are_not() -> None:
    assert "AXE540127" in nearest_part_numbers(CATALOG, "####40127", most=144)
    assert nearest_part_numbers(CATALOG, "#####0127") == ()


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("AXE540224", {"AXE540127", "AXE640224"}),
        ("AXE640127", {"AXE640124", "AXE540127"}),
        ("AXE54026", {"AXE540127", "AXE5E4026"}),
        ("AXE5E40127", {"AXE540127", "AXE5E4026"}),
    ],
)
def test_where_one_number_begins_and_another_ends_both_are_near(
    text: str, either: set[str]
) -> None:
    assert either <= set(nearest_part_numbers(CATALOG, text))
