"""What looks like a part number, and where several stand in one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.part_numbers.recognition import (
    bare_number,
    is_without_series,
    looks_like_number,
    looks_misspelt,
    numbers_in,
    other_series,
    split_numbers,
    split_pairs,
    with_series,
)
from tests.catalog.pairs import CATALOG

NUMBERS = st.sampled_from(CATALOG.part_numbers)


@given(NUMBERS)
def test_a_number_is_known_with_and_without_its_series(number: str) -> None:
    short = number.removeprefix("AXE")

    assert looks_like_number(number)
    assert looks_like_number(short.lower())
    assert (is_without_series(short), is_without_series(number)) == (True, False)
    assert with_series(short) == with_series(number) == number


@pytest.mark.parametrize("text", ["640127", "511127D", "E54127", "E5E4027", "5401274", "AXE540127"])
def test_what_is_no_whole_number_without_its_series(text: str) -> None:
    assert is_without_series(text) == (text in ("640127", "511127D"))


@pytest.mark.parametrize("text", ["40 pins", "0.8 mm", "inspection", "54", "E54", ""])
def test_words_are_no_number(text: str) -> None:
    assert not looks_like_number(text)


@pytest.mark.parametrize("text", ["AXS40127", "XE540127", "4XE54O127D", "AXES40I27"])
def test_what_is_mistyped_or_scanned_badly(text: str) -> None:
    assert looks_misspelt(text)
    assert not looks_misspelt(f"{text}!")


def test_a_space_may_stand_within_a_number_or_before_a_quantity() -> None:
    assert list(numbers_in("J1 AXE54012 7 and axe640124")) == [
        ["AXE54012", "AXE54012 7"],
        ["axe640124"],
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("https://shop.example/axe540127?ref=bom", [["axe540127"]]),
        ("www.shop.example/axe-540-127?x", [["axe-540-127"]]),
        ("WWW.SHOP.EXAMPLE/AXE540127?x", [["AXE540127"]]),
        ("https://shop.example/series/AXE?reset=1", []),
        ("https://shop.example/AXE*", []),
        ("AXE54?127", [["AXE54?127"]]),
        ("AXE*", [["AXE*"]]),
        ("AXE 5?? 127", [["AXE 5?? 127"]]),
        ("axe_540_127", [["axe540127"]]),
        ("axe540127abcd", [["axe540127abcd"]]),
    ],
)
def test_the_question_mark_of_a_link_is_no_wildcard(text: str, numbers: list[list[str]]) -> None:
    assert list(numbers_in(text)) == numbers


@pytest.mark.parametrize("text", ["AXT624124", "axt624124", "J3,axt524124,2"])
def test_numbers_of_another_series_are_known_in_either_case(text: str) -> None:
    found = other_series(text)
    assert found is not None
    assert found.prefix == "AXT"


@pytest.mark.parametrize(
    "text",
    [
        *("(AXE540127)", '"AXE540127",', "[ AXE540127 ]", "<AXE540127>;", "AXE540127."),
        *("AXE540127, Panasonic", "Panasonic AXE540127", "AXE540127-Panasonic."),
        *("Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm_Vertical", "769-AXE540127", "AXE540127_2x20"),
    ],
)
def test_what_stands_around_a_number_is_taken_off(text: str) -> None:
    assert bare_number(text) == "AXE540127"
    assert bare_number(text.lower()) == "axe540127"


@pytest.mark.parametrize(
    "text",
    ["AXE540127 D", "AXE540127-D", "AXE540127 (D)", "AXE640124, AXE540127", "...", ""],
)
def test_what_may_belong_to_a_number_stays(text: str) -> None:
    assert bare_number(text) == text


def test_pairs_are_told_from_single_numbers() -> None:
    assert split_pairs("AXE1/AXE2, AXE3 AXE4+AXE5") == [
        ["AXE1", "AXE2"],
        ["AXE3"],
        ["AXE4", "AXE5"],
    ]


def test_numbers_are_split_as_people_join_them() -> None:
    assert [n.strip() for n in split_numbers("AXE1/AXE2 + AXE3, AXE4;AXE5 AXE6")] == [
        "AXE1",
        "AXE2",
        "AXE3",
        "AXE4",
        "AXE5",
        "AXE6",
    ]
    assert split_numbers("axe 540 127") == ["axe 540 127"]
    assert split_numbers("") == [""]
