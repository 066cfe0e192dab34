"""Which pairs carry a current, under a filter and without one."""

from __future__ import annotations

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.selection.board_limits import Limits
from a4s_gui.catalog.selection.current_question import CurrentQuestion, carrying, narrowed
from a4s_gui.catalog.selection.query import Filter, query

CATALOG = load_catalog()
PAIRS = CATALOG.pairs
SMALL = CATALOG.pairs_of("AXE510127")[0]


def test_without_a_number_all_contacts_of_the_pair_are_meant() -> None:
    assert CurrentQuestion(3.0, None).answer(SMALL).enough  # 10 × 0.3 A
    assert not CurrentQuestion(3.01, None).answer(SMALL).enough
    assert not CurrentQuestion(1.0, 3).answer(SMALL).enough


def test_narrowed_to_a_current_the_rest_of_the_filter_holds() -> None:
    held = Filter(pins_to=20, text="0.8mm")
    wanted = narrowed(held, CurrentQuestion(2.0, 7))
    assert (wanted.limits.current_a, wanted.limits.contacts) == (2.0, 7)
    assert (wanted.pins_to, wanted.text) == (20, "0.8mm")


def test_as_many_pairs_as_the_narrowed_filter_leaves() -> None:
    held, question = Filter(pins_to=20), CurrentQuestion(4.0, None)
    found = carrying(PAIRS, held, question)
    assert found.pairs == len(query(PAIRS, narrowed(held, question)).rows) > 0
    assert found.reason == ""


def test_where_no_pair_does_it_says_why_and_whether_the_filter_has_a_part_in_it() -> None:
    alone = carrying(PAIRS, Filter(), CurrentQuestion(5.5, None))
    assert (alone.pairs, alone.filtered) == (0, False)
    assert "5 A" in alone.reason
    for held in (Filter(pins_to=10), Filter(limits=Limits(max_length_mm=4.6))):
        under = carrying(PAIRS, held, CurrentQuestion(4.0, None))
        assert (under.pairs, under.filtered) == (0, True)
        assert under.reason
