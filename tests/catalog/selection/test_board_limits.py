"""Limits of size, current and contacts: they only narrow, and say why they leave nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.selection.board_limits import BodyMeasure, Limit, Limits, Size, pair_size
from a4s_gui.catalog.selection.query import Facet, Filter, describe, matches, query, toggle
from tests.catalog.pairs import CATALOG, inspection, standard

PAIRS = CATALOG.pairs
BODY = BodyMeasure()
STILL_NONE = ": without it there is still none with "
LENGTHS = st.integers(20, 200).map(lambda tenths: tenths / 10)
LIMITS = st.builds(
    Limits,
    max_length_mm=st.none() | LENGTHS,
    max_width_mm=st.none() | st.sampled_from([2.0, 2.4, 2.5, 3.0]),
    current_a=st.none() | st.sampled_from([0.3, 1.0, 2.1, 3.0, 4.8, 4.9, 5.0, 5.1]),
    contacts=st.none() | st.integers(1, 90),
)
FILTERS = st.builds(
    Filter,
    pins_from=st.none() | st.integers(10, 80),
    heights_mm=st.frozensets(st.sampled_from([0.8, 1.0])),
    packagings_mm=st.frozensets(st.sampled_from([4, 8])),
    text=st.sampled_from(["", "AXE54", "inspection", "zzz"]),
    limits=LIMITS,
    pair_ids=st.frozensets(st.sampled_from([pair.id for pair in PAIRS]), max_size=40),
)


def rows(wanted: Filter) -> tuple[Pair, ...]:
    """Return the pairs that match, which are the rows of a query: see below."""
    return tuple(pair for pair in PAIRS if matches(pair, wanted))


def fits(pair: Pair, limits: Limits) -> bool:
    """The limits once more, by the datasheet's figures."""
    contacts = limits.contacts or pair.pins
    return (
        (limits.max_length_mm is None or limits.max_length_mm >= pair.socket.dimensions_mm.A)
        and (limits.max_width_mm is None or limits.max_width_mm >= 2.5)
        and (limits.contacts is None or pair.pins >= limits.contacts)
        and (limits.current_a is None or round(10 * limits.current_a) <= min(3 * contacts, 50))
    )


@given(LIMITS)
def test_the_rows_are_those_that_keep_to_every_limit(limits: Limits) -> None:
    expected = tuple(pair for pair in PAIRS if fits(pair, limits))

    assert query(PAIRS, Filter(limits=limits)).rows == expected
    assert rows(Filter(limits=limits)) == expected


@given(FILTERS, st.sampled_from(Limit))
def test_a_limit_only_ever_narrows(wanted: Filter, limit: Limit) -> None:
    without = replace(wanted, limits=wanted.limits.without(limit))

    assert set(rows(wanted)) <= set(rows(without))


@given(FILTERS, LENGTHS, LENGTHS)
def test_a_shorter_limit_leaves_no_more(wanted: Filter, one: float, other: float) -> None:
    def at(length: float) -> set[Pair]:
        limits = replace(wanted.limits, max_length_mm=length)
        return set(rows(replace(wanted, limits=limits)))

    assert at(min(one, other)) <= at(max(one, other))


@given(FILTERS)
def test_states_count_what_each_limit_does(wanted: Filter) -> None:
    result = query(PAIRS, wanted)

    assert set(result.limits) == {
        limit for limit in Limit if wanted.limits.value(limit) is not None
    }
    for limit, state in result.limits.items():
        without = replace(wanted, limits=wanted.limits.without(limit))
        assert state.value == wanted.limits.value(limit)
        assert (state.rows, state.rows_without) == (len(result.rows), len(rows(without)))
        assert bool(state.reason) == (state.rows == 0)
        assert state.reason.isprintable()


@given(FILTERS)
def test_the_nearest_value_of_a_limit_leaves_something(wanted: Filter) -> None:
    for limit, state in query(PAIRS, wanted).limits.items():
        assert state.nearest is None or not state.rows
        if state.nearest is not None:
            limits = wanted.limits.with_value(limit, state.nearest)
            assert rows(replace(wanted, limits=limits))


@given(FILTERS)
def test_facets_count_under_the_limits_and_say_when_these_are_in_the_way(wanted: Filter) -> None:
    for facet, values in query(PAIRS, wanted).facets.items():
        rest = replace(wanted, **{facet: getattr(Filter(), facet)})
        possible = [pair for pair in PAIRS if matches(pair, rest)]
        for value in values:
            clicked = toggle(wanted, facet, value.value)
            left = [pair for pair in possible if matches(pair, clicked)]
            assert value.rows_after_click == len(left)
            if value.enabled:
                assert left
            else:
                assert value.reason.isprintable()


@pytest.mark.parametrize(
    ("limits", "reasons"),
    [
        (Limits(max_length_mm=3), ["body at most 3 mm long: the shortest is 4.5 mm long"]),
        (
            Limits(max_length_mm=4.49999),
            ["body at most 4.49999 mm long: the shortest is 4.5 mm long"],
        ),
        (Limits(max_width_mm=2), ["body at most 2 mm wide: the narrowest is 2.5 mm wide"]),
        (Limits(contacts=81), ["at least 81 contacts: the most is 80 contacts"]),
        (
            Limits(current_a=5.1),
            ["5.1 A: more than the 5 A that all contacts of a pair carry together"],
        ),
        (
            Limits(current_a=5.00001),
            ["5.00001 A: more than the 5 A that all contacts of a pair carry together"],
        ),
        (
            Limits(current_a=2, contacts=4),
            [
                "2 A on 4 contacts: 4 contacts carry at most 1.2 A; it takes 7 contacts",
                "at least 4 contacts: 4 contacts carry at most 1.2 A; it takes 7 contacts",
            ],
        ),
        (
            Limits(max_length_mm=4.6, contacts=30),
            [
                "body at most 4.6 mm long: the shortest is 8.5 mm long with at least 30 contacts",
                "at least 30 contacts: the most is 10 contacts with body at most 4.6 mm long",
            ],
        ),
        (
            Limits(max_length_mm=3, max_width_mm=2),
            [
                f"body at most 3 mm long{STILL_NONE}body at most 2 mm wide",
                f"body at most 2 mm wide{STILL_NONE}body at most 3 mm long",
            ],
        ),
    ],
)
def test_a_limit_that_leaves_nothing_says_why(limits: Limits, reasons: list[str]) -> None:
    states = query(PAIRS, Filter(limits=limits)).limits.values()

    assert [state.reason for state in states] == reasons


@pytest.mark.parametrize(
    ("limits", "limit", "nearest"),
    [
        (Limits(max_length_mm=3), Limit.LENGTH, 4.5),
        (Limits(max_width_mm=2), Limit.WIDTH, 2.5),
        (Limits(contacts=81), Limit.CONTACTS, 80),
        (Limits(current_a=6), Limit.CURRENT, 5.0),
        (Limits(current_a=2, contacts=4), Limit.CONTACTS, 7),
        (Limits(current_a=2, contacts=4), Limit.CURRENT, 1.2),
        (Limits(current_a=2, contacts=90), Limit.CONTACTS, 80),
    ],
)
def test_what_would_leave_something(limits: Limits, limit: Limit, nearest: float) -> None:
    assert query(PAIRS, Filter(limits=limits)).limits[limit].nearest == nearest


def test_other_choices_are_named_where_they_bound_a_limit() -> None:
    wanted = Filter(pins=frozenset({10}), limits=Limits(current_a=4))

    (state,) = query(PAIRS, wanted).limits.values()

    assert (state.reason, state.nearest) == ("4 A: the most is 3 A with 10 pins", 3.0)


def test_a_value_that_a_limit_hinders_names_it() -> None:
    facets = query(PAIRS, Filter(limits=Limits(max_length_mm=9))).facets

    (value,) = (v for v in facets[Facet.PINS] if v.value == 80)
    assert value.reason == "80 pins: none with body at most 9 mm long"


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(), "any choice"),
        (Limits(max_length_mm=9.5), "body at most 9.5 mm long"),
        (
            Limits(max_width_mm=2.5, current_a=0.3, contacts=1),
            "body at most 2.5 mm wide and 0.3 A on 1 contact and at least 1 contact",
        ),
        (Limits(current_a=2), "2 A"),
    ],
)
def test_limits_in_words(limits: Limits, words: str) -> None:
    assert describe(Filter(limits=limits)) == words


def test_a_limit_that_is_met_exactly_is_met() -> None:
    at_once = Limits(max_length_mm=10.5, max_width_mm=2.5, current_a=5.0, contacts=40)

    assert standard(40) in rows(Filter(limits=at_once))
    # 0.3 A times 7 is 2.1 A, though no float is: 0.3 * 7 < 2.1 must not hold.
    assert rows(Filter(limits=Limits(current_a=2.1, contacts=7))) == PAIRS


def test_sizes() -> None:
    assert BODY.size(standard(40).socket) == Size(10.5, 2.5)
    assert BODY.size(standard(40).header) == Size(9.8, 2.0)
    assert pair_size(standard(40), BODY) == Size(10.5, 2.5)
    assert BODY.size(standard(40).socket).area_mm2 == 26.25


@given(st.frozensets(st.sampled_from([pair.id for pair in PAIRS]), min_size=1))
def test_a_list_confines_the_rows_to_its_pairs(listed: frozenset[str]) -> None:
    result = query(PAIRS, Filter(pair_ids=listed))

    assert {pair.id for pair in result.rows} == listed
    pins = {pair.pins for pair in result.rows}
    for value in result.facets[Facet.PINS]:
        assert value.enabled == (value.value in pins)


def test_a_list_in_words() -> None:
    one, two = standard(40), inspection(40)

    assert describe(Filter(pair_ids=frozenset({one.id, two.id}))) == "the list of 2 pairs"
    facets = query(PAIRS, Filter(pair_ids=frozenset({one.id}))).facets
    (ten,) = (v for v in facets[Facet.PINS] if v.value == 10)
    assert ten.reason == "10 pins: none in the list of 1 pair"
