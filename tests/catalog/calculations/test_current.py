"""Currents worked out by hand at 10, 16, 18, 40 and 80 pins, and the question for some contacts."""

from __future__ import annotations

from math import inf, nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.calculations.current import (
    CurrentError,
    contacts_at_full_current,
    contacts_for,
    current_figures,
    enough_current,
    rated_current_in_all,
    shared_current,
)
from a4s_gui.catalog.model import Pair
from tests.catalog.pairs import CATALOG, inspection, standard
from tests.every import for_each

AMPERES = st.integers(1, 80).map(lambda tenths: tenths / 10)


@pytest.mark.parametrize(
    ("pins", "amperes", "formula"),
    [
        (10, 3.0, "smaller of 0.3 A × 10 contacts = 3 A and 5 A in all = 3 A"),
        (16, 4.8, "smaller of 0.3 A × 16 contacts = 4.8 A and 5 A in all = 4.8 A"),
        (18, 5.0, "smaller of 0.3 A × 18 contacts = 5.4 A and 5 A in all = 5 A"),
        (40, 5.0, "smaller of 0.3 A × 40 contacts = 12 A and 5 A in all = 5 A"),
        (80, 5.0, "smaller of 0.3 A × 80 contacts = 24 A and 5 A in all = 5 A"),
    ],
)
def test_current_in_all(pins: int, amperes: float, formula: str) -> None:
    figure = rated_current_in_all(standard(pins))

    assert (figure.value, figure.unit, figure.formula) == (amperes, "A", formula)
    assert figure.source.table == "Specifications, characteristics"


@pytest.mark.parametrize(
    ("pins", "contacts", "formula"),
    [
        (10, 10, "5 A ÷ 0.3 A, rounded down = 16, not fewer than the 10 contacts there are = 10"),
        (16, 16, "5 A ÷ 0.3 A, rounded down = 16, not fewer than the 16 contacts there are = 16"),
        (18, 16, "5 A ÷ 0.3 A, rounded down = 16"),
        (40, 16, "5 A ÷ 0.3 A, rounded down = 16"),
        (80, 16, "5 A ÷ 0.3 A, rounded down = 16"),
    ],
)
def test_contacts_at_full_current(pins: int, contacts: int, formula: str) -> None:
    figure = contacts_at_full_current(standard(pins))

    assert (figure.value, figure.formula) == (contacts, formula)


@pytest.mark.parametrize(
    ("pins", "amperes", "formula"),
    [
        (10, 0.3, "0.3 A: 10 contacts stay within 5 A in all"),
        (16, 0.3, "0.3 A: 16 contacts stay within 5 A in all"),
        # 5 / 18 = 0.27777...: a limit is never rounded up.
        (18, 0.2777, "5 A ÷ 18 contacts, rounded down = 0.2777 A"),
        (40, 0.125, "5 A ÷ 40 contacts = 0.125 A"),
        (80, 0.0625, "5 A ÷ 80 contacts = 0.0625 A"),
    ],
)
def test_current_of_each_contact_when_all_carry_alike(
    pins: int, amperes: float, formula: str
) -> None:
    figure = shared_current(standard(pins))

    assert (figure.value, figure.unit, figure.formula) == (amperes, "A", formula)


@for_each("pair", CATALOG.pairs, lambda pair: pair.id)
def test_all_alike_never_exceeds_either_limit(pair: Pair) -> None:
    share = shared_current(pair).value

    assert isinstance(share, float)
    assert share <= 0.3
    assert share * pair.pins <= 5 + 1e-9
    assert [figure.name for figure in current_figures(pair)] == [
        "Rated current of all contacts",
        "Contacts at full current",
        "Current a contact, all alike",
    ]


@pytest.mark.parametrize(
    ("asked", "expected", "why"),
    [
        # pins, amperes, contacts; enough, capacity, contacts needed
        ((40, 2.0, 7), (True, 2.1, 7), "0.2857 A on each of 7 contacts is within 0.3 A"),
        ((40, 2.1, 7), (True, 2.1, 7), "0.3 A on each of 7 contacts is within 0.3 A"),
        ((40, 2.0, 6), (False, 1.8, 7), "0.3333 A on each of 6 contacts is more than 0.3 A"),
        ((40, 0.3, 1), (True, 0.3, 1), "0.3 A on each of 1 contact is within 0.3 A"),
        ((40, 0.31, 1), (False, 0.3, 2), "is more than 0.3 A; it takes 2 contacts."),
        ((40, 5.0, 17), (True, 5.0, 17), "within 0.3 A, and 5 A in all within 5 A."),
        ((40, 5.0, 16), (False, 4.8, 17), "is more than 0.3 A; it takes 17 contacts."),
        ((40, 5.1, 40), (False, 5.0, None), "5.1 A is more than the 5 A that all contacts"),
        ((10, 3.3, 10), (False, 3.0, 11), "it takes 11 contacts, and this pair has 10."),
        ((10, 1.0, 11), (False, 3.3, 4), "This pair has only 10 contacts, not 11."),
        ((16, 4.8, 16), (True, 4.8, 16), "4.8 A in all within 5 A."),
        ((18, 5.0, 18), (True, 5.0, 17), "0.2778 A on each of 18 contacts"),
        ((80, 24.0, 80), (False, 5.0, None), "24 A is more than the 5 A that all contacts"),
        ((40, 5.00001, 40), (False, 5.0, None), "5.00001 A is more than the 5 A that all"),
        ((40, 0.30001, 1), (False, 0.3, 2), "0.30001 A on each of 1 contact is more than 0.3 A"),
        ((40, 0.6000002, 2), (False, 0.6, 3), "0.3000001 A on each of 2 contacts is more than"),
        ((40, 2e-6, 40), (True, 5.0, 1), "0.00000005 A on each of 40 contacts is within 0.3 A"),
    ],
)
def test_enough_current(
    asked: tuple[int, float, int], expected: tuple[bool, float, int | None], why: str
) -> None:
    pins, amperes, contacts = asked
    answer = enough_current(standard(pins), amperes, contacts)

    assert (answer.enough, answer.capacity_a, answer.contacts_needed) == expected
    assert why in answer.why


def test_an_answer_shows_its_formula_and_source() -> None:
    answer = enough_current(standard(18), 5.0, 18)

    assert answer.enough
    assert answer.formula == "smaller of 0.3 A × 18 contacts = 5.4 A and 5 A in all = 5 A ≥ 5 A"
    assert answer.source == inspection(18).sources["ratings"]
    refused = enough_current(standard(18), 5.01, 18)
    assert refused.formula.endswith("= 5 A < 5.01 A")
    barely = enough_current(standard(18), 5.00001, 18)
    assert barely.formula.endswith("= 5 A < 5.00001 A")


@given(st.sampled_from(CATALOG.pairs), AMPERES, st.integers(1, 100))
def test_what_is_needed_is_enough_and_one_less_is_not(
    pair: Pair, amperes: float, more: int
) -> None:
    needed = contacts_for(pair, amperes)

    if needed is None:
        assert amperes > 5
        assert not enough_current(pair, amperes, more).enough
        return
    assert enough_current(pair, amperes, needed).enough == (needed <= pair.pins)
    if needed > 1:
        assert not enough_current(pair, amperes, needed - 1).enough


@given(st.sampled_from(CATALOG.pairs), AMPERES, st.integers(1, 79), st.integers(1, 79))
def test_more_contacts_carry_no_less(pair: Pair, amperes: float, few: int, more: int) -> None:
    many = min(few + more, pair.pins)
    few = min(few, many)

    if enough_current(pair, amperes, few).enough:
        assert enough_current(pair, amperes, many).enough


@pytest.mark.parametrize("amperes", [0, -1, -0.3, nan, inf, 10**400, True, "2", None])
def test_a_current_that_is_none_is_refused(amperes: Any) -> None:
    with pytest.raises(CurrentError, match="above 0") as caught:
        enough_current(standard(40), amperes, 8)
    assert str(caught.value).isprintable()
    with pytest.raises(CurrentError):
        contacts_for(standard(40), amperes)


@pytest.mark.parametrize("contacts", [0, -1, 2.5, True, "8", None])
def test_contacts_that_are_none_are_refused(contacts: Any) -> None:
    with pytest.raises(CurrentError, match="from 1 up"):
        enough_current(standard(40), 1.0, contacts)


def test_huge_questions_are_answered() -> None:
    assert not enough_current(standard(40), 1e12, 10**9).enough
    assert "is more than the 5 A" in enough_current(standard(40), 1e40, 8).why
