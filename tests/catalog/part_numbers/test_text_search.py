"""What a typed text finds: numbers whole or in part, former ones, wildcards, plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.part_numbers.text_search import (
    as_searched,
    fits_pattern,
    text_test,
    typed_words,
)

PAIRS = load_catalog().pairs


def found(text: str) -> list[str]:
    test = text_test(text)
    return [pair.id for pair in PAIRS if test(pair)]


ONE_FORMER = ["AXE534127/AXE634124"]
FORTY = ["AXE540127/AXE640124", "AXE540127/AXE640224", "AXE540127D/AXE640124D"]


@pytest.mark.parametrize("text", ["", "  ", "\t\n", ",", " - ", "\N{EN DASH}", "/;"])
def test_a_text_without_a_word_finds_all(text: str) -> None:
    assert len(found(text)) == 72


@pytest.mark.parametrize(
    "text",
    [
        *("AXE540127", "axe540127", "AXE 540 127", "axe-540-127", "540127", "AXE540127/"),
        *("Panasonic AXE540127", "AXE540127.", "(AXE540127)", "769-AXE540127", "A4S AXE540127"),
        *("Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm_Vertical", "AXE540127_2x20.kicad_mod"),
        *("AXE540127 D", "AXE540127-D", "540127 D", "Panasonic AXE540127 D"),
        *("AXE540127,", "E540\N{NO-BREAK SPACE}12", "AXE540\N{EN DASH}127"),
    ],
)
def test_a_socket_is_found_however_it_is_written(text: str) -> None:
    assert found(text) == FORTY


@given(st.sampled_from(PAIRS), st.sampled_from(["/", " ", "+", ", ", " / "]), st.booleans())
def test_both_halves_find_their_pair(pair: Pair, between: str, header_first: bool) -> None:
    numbers = [connector.part_number for connector in pair.connectors]

    assert pair.id in found(between.join(reversed(numbers) if header_first else numbers))


@given(st.sampled_from(PAIRS), st.sampled_from(["pair.png", "mated.pdf", "socket-inkplate-5.svg"]))
def test_the_name_of_a_drawing_finds_its_pair(pair: Pair, rest: str) -> None:
    numbers = "-".join(connector.part_number for connector in pair.connectors)

    assert pair.id in found(f"{numbers}-{rest}")
    assert len(found(f"{numbers}-{rest}")) <= 2  # a number is the beginning of that with a D


@given(st.sampled_from(PAIRS), st.integers(1, 10))
def test_typing_a_number_narrows_with_every_character(pair: Pair, length: int) -> None:
    number = pair.header.part_number

    assert pair.id in found(number)
    assert set(found(number[: length + 1])) <= set(found(number[:length]))


@pytest.mark.parametrize("text", ["AXE534124", "axe 534 124", "AXE534124/AXE634124"])
def test_a_former_number_finds_today_s_part(text: str) -> None:
    assert found(text)[0] == ONE_FORMER[0]
    assert all("AXE534127" in pair_id for pair_id in found(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # whole numbers in packs of 8 mm: 22 at 0.8 mm and 15 at 1.0 mm share 22 sockets
        ("AXE5**127", 37),
        ("AXE5??127", 37),
        ("AXE6??124", 22),
        ("AXE6??224", 15),
        ("*D", 13),
        ("AXE?E*", 22),
        ("AXE54*", 6),
        ("AXE5?0127", 16),
        ("*", 72),
        ("?", 0),
        ("AXE6*24 4*", 0),
    ],
)
def test_wildcards(text: str, count: int) -> None:
    assert len(found(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("40 pins", 4),
        ("40pins", 4),
        ("40 PIN", 4),
        ("12 pins", 4),  # though 12 stands in every standard number
        ("pins 12", 51),  # two words: here it does
        ("0.8 mm", 35),
        ("0.8mm", 35),
        ("1.0", 15),
        ("8 mm", 37),  # the packaging; 0.8 mm is another word
        ("4 mm packaging", 13),
        ("4 mm tape", 13),
        ("24 pins, 0.8 mm, 4 mm tape", 1),  # as the window itself calls a pair
        ("4mm 40 pins", 1),
        ("inspection", 22),
        ("Inspection type", 22),
        ("standard 0.8 mm 8 mm", 22),
        ("mated height", 50),
        ("AXE5 20 pins 1.0", 1),
        ("AXE540 inspection", 0),
        ("40 pins 12 pins", 0),
        ("0,8 mm", 35),
        ("0,8", 35),
        ("0.80 mm", 35),
        ("1 mm", 15),
        ("1,0 mm", 15),
        ("40 pin 1 mm", 1),
        ("40-pin", 4),
        ("40 pins .", 4),
        ("2x20", 4),  # as symbols and footprints are named
        ("40 contacts, 0,8 mm", 2),
        ("socket", 72),
        ("header 40 pins", 4),
        ("Panasonic A4S 1 mm.", 15),
        ("0.4 mm pitch", 72),
        ("Panasonic", 72),
        ("panasonic connector", 72),
        ("1.0m", 15),  # on the way to 1.0 mm
        ("0.8m", 35),
        ("nonsense", 0),
        ("40 bolts", 0),
    ],
)
def test_plain_words(text: str, count: int) -> None:
    assert len(found(text)) == count


def test_a_count_and_its_unit_are_one_word_as_it_was_typed() -> None:
    assert typed_words("axe540127/AXE640124, 12 Contacts 0,8 mm") == [
        *("axe540127", "AXE640124", "12pins", "0.8mm"),
    ]


@pytest.mark.parametrize("text", ["４０", "٤٠ pins", "AXE5４0127"])
def test_digits_of_other_scripts_find_nothing(text: str) -> None:
    assert found(text) == []


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    assert set(found(text)) <= {pair.id for pair in PAIRS}


@given(st.text("ab*?[]!", max_size=8), st.text("ab[]!", max_size=8))
def test_wildcards_fit_as_their_definition_says(pattern: str, text: str) -> None:
    def fits(pattern: str, text: str) -> bool:
        if not pattern:
            return not text
        if pattern[0] == "*":
            return fits(pattern[1:], text) or (bool(text) and fits(pattern, text[1:]))
        return bool(text) and pattern[0] in ("?", text[0]) and fits(pattern[1:], text[1:])

    assert fits_pattern(pattern, text) == fits(pattern, text)


def test_many_stars_do_not_make_the_search_run_away() -> None:
    # Trying every way to share the text among the stars would take longer than anybody lives.
    assert not fits_pattern(200 * "*A" + "B", 300 * "A")
    assert fits_pattern(200 * "*A", 300 * "A")


def test_stars_side_by_side_count_as_one() -> None:
    assert as_searched("axe5***127" + 1_000 * "*") == "AXE5*127*"


@pytest.mark.parametrize("text", [10_000 * "*", 5_000 * "*?", 10_000 * "A", 3_000 * "40 pins "])
def test_very_long_texts_are_answered(text: str) -> None:
    assert len(found(text)) in (0, 4, 72)
