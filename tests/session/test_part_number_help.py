"""What the card says of a typed text, without a window."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.selection.query import Filter, query
from a4s_gui.session.part_number_help import PartNumberHelp, explain_typed


@cache
def _catalog() -> Catalog:
    return load_catalog()


def _explained(text: str) -> PartNumberHelp:
    return explain_typed(_catalog(), text)


def _fields(explained: PartNumberHelp) -> list[tuple[str, str]]:
    return [(field.characters, field.name) for field in explained.fields]


@pytest.mark.parametrize(
    "text", ["", "   ", "-", "hello", "40 pins", "40 pins 0.8mm", "٣", "４", "1e9"]
)
def test_nothing_is_said_of_words(text: str) -> None:
    assert not _explained(text)


@pytest.mark.parametrize("text", ["AXE640224", " axe 640-224 ", "640224", "AXE540127/AXE640224"])
def test_a_whole_number_is_set_apart_by_field(text: str) -> None:
    explained = _explained(text)
    assert _fields(explained) == [
        ("AXE", "series"),
        ("6", "half"),
        ("40", "pins"),
        ("2", "mated height"),
        ("2", "function"),
        ("4", "surface"),
    ]
    assert [way.pair_id for way in explained.ways] == ["AXE540127/AXE640224"]
    assert explained.ways_title == "mates with AXE540127; Return goes to the pair in the table"
    assert explained.source == "Panasonic A4S datasheet, 2016: Ordering information"


def test_what_is_begun_belongs_to_the_next_field() -> None:
    explained = _explained("AXE54")
    assert _fields(explained) == [("AXE", "series"), ("5", "half")]
    assert (explained.begun, explained.next_name) == ("4", "pins")
    assert list(explained.next_pieces()) == [
        ("40 (40 contacts in two rows of 20)", "AXE540"),
        ("44 (44 contacts in two rows of 22)", "AXE544"),
    ]
    assert [way.text for way in explained.ways] == [
        "AXE540127",
        "AXE544127",
        "AXE540127D",
        "AXE544127D",
    ]


def test_many_choices_are_named_and_only_the_odd_one_is_explained() -> None:
    words = [words for words, _ in _explained("AXE5").next_pieces()]
    assert words[:3] == ["10", "12", "14"]
    assert words[-1] == "E (for inspection, 3,000 mating cycles)"
    assert len(words) == 23


def test_the_end_of_a_number_leads_nowhere_further() -> None:
    pieces = dict(_explained("AXE540127").next_pieces())
    assert pieces == {
        "nothing more (embossed tape with 8 mm pocket pitch)": "",
        "D (embossed tape with 4 mm pocket pitch)": "AXE540127D",
    }


def test_what_stands_before_the_number_is_kept() -> None:
    explained = _explained("AXE540127 / AXE6402")
    assert [way.text for way in explained.ways] == ["AXE540127 / AXE640224"]
    assert [text for _, text in explained.next_pieces()] == ["AXE540127 / AXE64022"]


def test_a_former_number_names_todays_with_both_sources() -> None:
    explained = _explained("AXE534124")
    assert explained.remark == "AXE534124 is the number of 2013; the same socket is now AXE534127."
    assert explained.ways[0].pair_id == "AXE534127/AXE634124"
    assert "2013" in explained.source


def test_a_wrong_number_says_what_is_right_wrong_and_near() -> None:
    explained = _explained("AXE640134")
    assert explained.is_wrong
    assert _fields(explained)[-1] == ("1", "mated height")
    assert explained.remark.startswith("function: “3” is not possible here; allowed is 2")
    assert explained.ways[0].text == "AXE640124"


@pytest.mark.parametrize(
    ("pattern", "remark"),
    [
        ("AXE5**127", "22 part numbers like this, in 37 pairs"),
        ("AXE5E8026*", "1 part number like this, in 1 pair"),
        ("AXE5**128", "no part number looks like AXE5**128"),
    ],
)
def test_a_pattern_says_how_many_it_fits(pattern: str, remark: str) -> None:
    explained = _explained(pattern)
    assert explained.remark.startswith(remark)
    assert explained.is_wrong is remark.startswith("no ")


def test_the_end_of_a_number_finds_it() -> None:
    assert [way.text for way in _explained("e8026").ways] == ["AXE5E8026", "AXE6E8026"]


@given(st.text(max_size=60) | st.from_regex(r"(AXE)?[56]E?[0-9*?D/ ]{0,9}", fullmatch=True))
def test_any_text_gets_an_answer_whose_ways_lead_on(text: str) -> None:
    explained = _explained(text)
    assert len(explained.remark) < 300
    for way in explained.ways[:3]:
        assert way.pair_id or way.text.endswith(way.label)
        found = Filter(text=way.label if not way.pair_id else way.pair_id)
        assert query(_catalog().pairs, found).rows
    if explained:
        assert explained.as_text().count("\n") < 150


def test_what_may_be_two_numbers_is_asked() -> None:
    found = explain_typed(_catalog(), "AXE540127 D")

    assert (found.is_wrong, "may belong" in found.remark) == (True, True)
    assert [way.text for way in found.ways] == ["AXE540127", "AXE540127D"]


@pytest.mark.parametrize(
    "text", ["Panasonic AXE540127", "AXE540127.", "Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm"]
)
def test_what_stands_around_a_number_does_no_harm(text: str) -> None:
    assert explain_typed(_catalog(), text).typed == "AXE540127"
