"""The existing part numbers nearest to one that does not exist."""

from __future__ import annotations

import pytest
from hypothesis import given
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
