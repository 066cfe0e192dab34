"""What is said beside the search, without a window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.selection.query import Filter, query
from a4s_gui.session.search_advice import (
    CLEAR_FILTERS,
    CLEAR_SEARCH,
    Advice,
    Link,
    Step,
    advise,
    completions,
)


def _advice(catalog: Catalog, wanted: Filter) -> Advice:
    return advise(catalog, wanted, query(catalog.pairs, wanted).rows)


def _search(*numbers: str) -> tuple[Link, ...]:
    return (*(Link(Step.SEARCH, number) for number in numbers), CLEAR_SEARCH)


@pytest.mark.parametrize("text", ["", "  ", "AXE5", "axe 5401-27", "40 pins", "AXE5**127"])
def test_nothing_is_said_where_something_is_found(catalog: Catalog, text: str) -> None:
    assert not _advice(catalog, Filter(text=text))


def test_a_former_number_says_so_and_is_found(catalog: Catalog) -> None:
    advice = _advice(catalog, Filter(text="axe534124"))
    assert not advice.nothing_found
    assert "AXE534124" in advice.message
    assert "now AXE534127" in advice.message


def test_an_impossible_number_names_the_field_and_the_nearest(catalog: Catalog) -> None:
    advice = _advice(catalog, Filter(text="AXE640134"))
    assert advice.nothing_found
    assert "function: “3” is not possible here" in advice.message
    assert advice.links[0] == Link(Step.SEARCH, "AXE640124")
    assert advice.links[-1] == CLEAR_SEARCH
    for link in advice.links[:-1]:
        assert query(catalog.pairs, Filter(text=link.text)).rows


def test_full_width_characters_are_named_with_the_number_that_is_meant(catalog: Catalog) -> None:
    advice = _advice(catalog, Filter(text="ＡＸＥ５４０１２７"))
    assert "“ＡＸＥ” is not written in plain letters and digits" in advice.message
    assert advice.links[0] == Link(Step.SEARCH, "AXE540127")


def test_a_number_without_its_series_is_read_too(catalog: Catalog) -> None:
    advice = _advice(catalog, Filter(text="640134"))
    assert "function: “3” is not possible here" in advice.message


def test_a_possible_number_that_is_not_made_says_why(catalog: Catalog) -> None:
    advice = _advice(catalog, Filter(text="AXE542127"))
    assert "pins" in advice.message
    assert "42" in advice.message
    assert Link(Step.SEARCH, "AXE540127") in advice.links


def test_filters_that_exclude_what_is_searched_are_named(catalog: Catalog) -> None:
    advice = _advice(catalog, Filter(text="AXE640124", pins=frozenset({10})))
    assert advice.message == "2 pairs match “AXE640124”, but not with 10 pins."
    assert advice.links == (CLEAR_FILTERS, CLEAR_SEARCH)


def test_two_numbers_of_different_pairs_are_told_apart(catalog: Catalog) -> None:
    advice = _advice(catalog, Filter(text="axe510127/AXE640124"))
    assert "AXE510127 and AXE640124 are not the two halves of one pair" in advice.message
    assert advice.links == _search("AXE510127", "AXE640124")


@pytest.mark.parametrize(
    ("text", "word"),
    [("40 pins 0.9", "0.9"), ("hello", "hello"), ("0.5mm", "0.5mm"), ("8 mm, loose, 40", "loose")],
)
def test_the_word_that_leads_nowhere_is_named(catalog: Catalog, text: str, word: str) -> None:
    advice = _advice(catalog, Filter(text=text))
    assert advice.message.startswith(f"Nothing matches “{word}”. ")
    assert advice.links == (CLEAR_SEARCH,)


def test_words_that_exclude_each_other(catalog: Catalog) -> None:
    advice = _advice(catalog, Filter(text="40pins inspection 0.8mm"))
    assert advice.message.startswith("No pair matches all of “40pins inspection 0.8mm”.")


def test_a_pattern_that_no_number_fits(catalog: Catalog) -> None:
    advice = _advice(catalog, Filter(text="AXE5**128"))
    assert advice.message.startswith("No part number looks like “AXE5**128”.")


@given(st.text(max_size=60), st.sampled_from([frozenset[int](), frozenset({10})]))
def test_any_text_that_finds_nothing_gets_one_short_answer(text: str, pins: frozenset[int]) -> None:
    catalog = load_catalog_once()
    wanted = Filter(text=text, pins=pins)
    advice = _advice(catalog, wanted)
    if not query(catalog.pairs, wanted).rows:
        assert advice.nothing_found
        assert advice.links
        assert 0 < len(advice.message) < 400
        assert "\n" not in advice.message


def load_catalog_once(kept: list[Catalog] = []) -> Catalog:  # noqa: B006 - a cache
    if not kept:
        kept.append(load_catalog())
    return kept[0]


@pytest.mark.parametrize(
    ("typed", "first", "count"),
    [
        ("axe 54", "AXE540127", 4),
        ("AXE540127", "AXE540127", 2),
        ("e80", "AXE5E8026", 2),
        ("AXE540127D", None, 0),
        ("", None, 0),
        (" - ", None, 0),
        ("xyz", None, 0),
    ],
)
def test_completions(catalog: Catalog, typed: str, first: str | None, count: int) -> None:
    found = completions(catalog, typed)
    assert len(found) == count
    assert (found[0] if found else None) == first
    assert set(found) <= set(catalog.part_numbers)


def test_completions_are_few(catalog: Catalog) -> None:
    assert len(completions(catalog, "AXE", most=7)) == 7


@pytest.mark.parametrize("text", ["AXE540127 D", "540127-D", "Panasonic AXE540127 D"])
def test_what_may_be_two_numbers_is_asked(catalog: Catalog, text: str) -> None:
    advice = _advice(catalog, Filter(text=text))

    assert not advice.nothing_found
    assert [link.text for link in advice.links] == ["AXE540127", "AXE540127D"]


def test_another_series_is_named(catalog: Catalog) -> None:
    assert "Panasonic's F4S" in _advice(catalog, Filter(text="AXT624124")).message


def test_an_ending_that_was_seen_is_no_misspelling(catalog: Catalog) -> None:
    advice = _advice(catalog, Filter(text="AXE544127A"))

    assert "the ending A was seen" in advice.message
    assert advice.links == _search("AXE544127")
