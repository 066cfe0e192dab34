"""The query: a filter only ever narrows, counts are true, and no click ends in an empty list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair, Product
from a4s_gui.catalog.part_numbers import text_search
from a4s_gui.catalog.selection.query import (
    Facet,
    FacetValue,
    Filter,
    QueryResult,
    describe,
    label,
    matches,
    query,
    toggle,
)

PAIRS = load_catalog().pairs
ALL_PINS = sorted({pair.pins for pair in PAIRS})

# What may stand in the search field while somebody types.
TEXTS = st.sampled_from(
    [
        *("", " ", "AXE5", "axe-540", "AXE640224", "AXE534124", "127D", "AXE5**127", "12", "E"),
        *("40 pins", "0.8", "4 mm", "inspection", "standard", "zzz"),
    ]
)
FILTERS = st.builds(
    Filter,
    pins=st.frozensets(st.sampled_from(ALL_PINS), max_size=3),
    pins_from=st.none() | st.integers(0, 90),
    pins_to=st.none() | st.integers(0, 90),
    heights_mm=st.frozensets(st.sampled_from([0.8, 1.0])),
    packagings_mm=st.frozensets(st.sampled_from([4, 8])),
    products=st.frozensets(st.sampled_from(Product)),
    text=TEXTS,
)

OPEN = Filter()
TEST_BY_HAND: dict[Facet, Callable[[Pair, Filter], bool]] = {
    Facet.PINS: lambda p, f: not f.pins or p.pins in f.pins,
    Facet.PINS_FROM: lambda p, f: f.pins_from is None or f.pins_from <= p.pins,
    Facet.PINS_TO: lambda p, f: f.pins_to is None or p.pins <= f.pins_to,
    Facet.HEIGHT: lambda p, f: not f.heights_mm or p.mated_height_mm in f.heights_mm,
    Facet.PACKAGING: lambda p, f: not f.packagings_mm or p.packaging_pitch_mm in f.packagings_mm,
    Facet.PRODUCT: lambda p, f: not f.products or p.product in f.products,
}


def rows(wanted: Filter) -> tuple[Pair, ...]:
    """Return the pairs that match, which are the rows of a query: see below."""
    return tuple(pair for pair in PAIRS if matches(pair, wanted))


@cache
def meant(text: str) -> list[Pair]:
    fits_text = text_search.text_test(text)
    return [pair for pair in PAIRS if fits_text(pair)]


def by_hand(wanted: Filter) -> list[Pair]:
    left = meant(wanted.text)
    for test in TEST_BY_HAND.values():
        left = [pair for pair in left if test(pair, wanted)]
    return left


def value_of(result: QueryResult, facet: Facet, value: object) -> FacetValue:
    (found,) = (v for v in result.facets[facet] if v.value == value)
    return found


def test_an_open_filter_shows_all_in_the_catalogs_order() -> None:
    assert query(PAIRS, OPEN).rows == PAIRS


@given(FILTERS)
def test_the_rows_are_those_that_pass_every_question(wanted: Filter) -> None:
    assert list(query(PAIRS, wanted).rows) == by_hand(wanted)
    assert list(rows(wanted)) == by_hand(wanted)


@given(FILTERS, st.sampled_from([field.name for field in fields(Filter)]))
def test_a_question_only_ever_narrows(wanted: Filter, question: str) -> None:
    without = replace(wanted, **{question: getattr(OPEN, question)})

    assert set(rows(wanted)) <= set(rows(without))


@given(FILTERS, st.integers(0, 90), st.integers(0, 30))
def test_a_tighter_range_of_pins_only_ever_narrows(wanted: Filter, least: int, more: int) -> None:
    wide, narrow = replace(wanted, pins_from=least), replace(wanted, pins_from=least + more)

    assert set(rows(narrow)) <= set(rows(wide))


@given(FILTERS)
def test_every_count_is_what_counting_by_hand_gives(wanted: Filter) -> None:
    result = query(PAIRS, wanted)

    for facet, values in result.facets.items():
        rest = replace(wanted, **{facet: getattr(OPEN, facet)})
        for value in values:
            alone = replace(rest, **{facet: getattr(toggle(OPEN, facet, value.value), facet)})
            assert value.rows == len(by_hand(alone))
            assert value.rows_after_click == len(by_hand(toggle(wanted, facet, value.value)))


@given(FILTERS)
def test_what_can_be_clicked_leads_somewhere_and_what_cannot_says_why(wanted: Filter) -> None:
    for facet, values in query(PAIRS, wanted).facets.items():
        for value in values:
            if value.enabled:
                assert by_hand(toggle(wanted, facet, value.value))
            else:
                assert value.reason.isprintable()
                assert label(facet, value.value) in value.reason
                assert value.rows == 0 or (value.selected and value.rows_after_click == 0)

            # Beside others that are picked, a value without a row of its own would add nothing.
            assert value.enabled == (
                value.rows_after_click > 0 if value.selected else value.rows > 0
            )


@given(st.data())
def test_no_walk_of_clicks_ends_in_an_empty_list(data: st.DataObject) -> None:
    wanted = OPEN
    for _ in range(data.draw(st.integers(1, 8))):
        result = query(PAIRS, wanted)
        clicks = [
            (facet, value.value)
            for facet, values in result.facets.items()
            for value in values
            if value.enabled
        ]
        wanted = toggle(wanted, *data.draw(st.sampled_from(clicks)))

        assert rows(wanted)


@given(FILTERS, st.sampled_from(Facet), st.data())
def test_a_click_marks_and_a_second_one_unmarks(
    wanted: Filter, facet: Facet, data: st.DataObject
) -> None:
    value = data.draw(st.sampled_from(query(PAIRS, wanted).facets[facet]))

    clicked = toggle(wanted, facet, value.value)

    assert value_of(query(PAIRS, clicked), facet, value.value).selected is not value.selected
    if facet not in (Facet.PINS_FROM, Facet.PINS_TO) or getattr(wanted, facet) is None:
        assert toggle(clicked, facet, value.value) == wanted


def test_every_facet_offers_each_value_with_its_count() -> None:
    facets = query(PAIRS, OPEN).facets

    def offered(facet: Facet) -> list[tuple[object, str, int]]:
        return [(v.value, v.label, v.rows) for v in facets[facet]]

    assert offered(Facet.HEIGHT) == [
        (0.8, "0.8 mm mated height", 35),
        (1.0, "1.0 mm mated height", 15),
    ]
    assert offered(Facet.PACKAGING) == [(4, "4 mm packaging", 13), (8, "8 mm packaging", 37)]
    assert offered(Facet.PRODUCT) == [
        (Product.STANDARD, "standard type", 50),
        (Product.INSPECTION, "inspection type", 22),
    ]
    assert [v.value for v in facets[Facet.PINS]] == ALL_PINS
    assert offered(Facet.PINS)[0] == (10, "10 pins", 4)
    assert offered(Facet.PINS_FROM)[-1] == (80, "from 80 pins", 3)
    assert offered(Facet.PINS_TO)[0] == (10, "up to 10 pins", 4)
    assert all(v.enabled and not v.selected for values in facets.values() for v in values)


@pytest.mark.parametrize(
    ("wanted", "facet", "value", "reason"),
    [
        (
            Filter(heights_mm=frozenset({1.0})),
            Facet.PACKAGING,
            4,
            "4 mm packaging: none with 1.0 mm mated height",
        ),
        (
            Filter(products=frozenset({Product.INSPECTION})),
            Facet.HEIGHT,
            0.8,
            "0.8 mm mated height: none with inspection type",
        ),
        (
            Filter(pins=frozenset({16, 18}), text="AXE6"),
            Facet.HEIGHT,
            1.0,
            "1.0 mm mated height: none with 16 or 18 pins",
        ),
        (Filter(text="axe540"), Facet.PINS, 10, "10 pins: none with “axe540”"),
        (
            Filter(pins_from=70, text="AXE580"),
            Facet.PINS,
            10,
            "10 pins: none with from 70 pins and “AXE580”",
        ),
        (Filter(pins_from=20), Facet.PINS_TO, 18, "up to 18 pins: none with from 20 pins"),
        (
            Filter(pins=frozenset({10, 80}), packagings_mm=frozenset({4})),
            Facet.PINS,
            10,
            "without 10 pins nothing would be left",
        ),
        (
            Filter(pins=frozenset({10}), packagings_mm=frozenset({4}), text="AXE680224"),
            Facet.PACKAGING,
            4,
            "without 4 mm packaging there is still nothing with 10 pins and “AXE680224”",
        ),
    ],
)
def test_a_value_that_leads_nowhere_names_what_is_in_its_way(
    wanted: Filter, facet: Facet, value: object, reason: str
) -> None:
    assert value_of(query(PAIRS, wanted), facet, value).reason == reason


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (OPEN, "any choice"),
        (Filter(text="  "), "any choice"),
        (Filter(pins=frozenset({40})), "40 pins"),
        (Filter(pins=frozenset({40, 10, 12})), "10, 12 or 40 pins"),
        (Filter(pins_from=10, pins_to=20), "from 10 pins and up to 20 pins"),
        (Filter(heights_mm=frozenset({1.0, 0.8})), "0.8 or 1.0 mm mated height"),
        (
            Filter(packagings_mm=frozenset({8}), products=frozenset({Product.STANDARD}), text="x "),
            "8 mm packaging and standard type and “x”",
        ),
    ],
)
def test_a_filter_in_words(wanted: Filter, words: str) -> None:
    assert describe(wanted) == words


def test_a_long_text_does_not_flood_the_reasons() -> None:
    result = query(PAIRS, Filter(text=10_000 * "X"))

    assert max(len(v.reason) for values in result.facets.values() for v in values) < 100


def test_a_query_reads_the_text_once_and_asks_each_pair_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    asked: list[Pair] = []

    def counting(text: str) -> Callable[[Pair], bool]:
        read.append(text)

        def test(pair: Pair) -> bool:
            asked.append(pair)
            return pair.pins > 10

        return test

    monkeypatch.setattr("a4s_gui.catalog.selection.query.text_test", counting)

    query(PAIRS, Filter(text="AXE5", pins=frozenset({40})))

    assert asked == list(PAIRS)
    assert set(read) == {"AXE5"}


def test_the_same_text_is_taken_apart_once(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def searched(text: str) -> str:
        taken.append(text)
        return text

    monkeypatch.setattr(text_search, "as_searched", searched)
    text_search.text_test.cache_clear()
    try:
        for pair in PAIRS:
            matches(pair, Filter(text="once only"))
    finally:
        text_search.text_test.cache_clear()

    assert taken == ["once", "only"]
