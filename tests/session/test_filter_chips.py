"""Chips: one for everything that is asked for, each leaving the rest when it is taken off."""

from __future__ import annotations

from a4s_gui.catalog.model import Product
from a4s_gui.catalog.selection.board_limits import Limits
from a4s_gui.catalog.selection.query import Filter
from a4s_gui.session.filter_chips import filter_chips

EVERYTHING = Filter(
    pins=frozenset({24, 10}),
    pins_from=10,
    pins_to=40,
    heights_mm=frozenset({0.8}),
    packagings_mm=frozenset({4}),
    products=frozenset({Product.STANDARD}),
    text="AXE5",
    limits=Limits(max_length_mm=9.5, current_a=2.0, contacts=8),
    pair_ids=frozenset({"AXE510127D/AXE610124D"}),
)


def test_nothing_asked_for_has_no_chip() -> None:
    assert filter_chips(Filter()) == ()
    assert filter_chips(Filter(text="  ")) == ()


def test_everything_asked_for_has_a_chip_in_words() -> None:
    assert [chip.text for chip in filter_chips(EVERYTHING)] == [
        "10 pins",
        "24 pins",
        "from 10 pins",
        "up to 40 pins",
        "0.8 mm mated height",
        "4 mm packaging",
        "standard type",
        "body at most 9.5 mm long",
        "2 A",
        "at least 8 contacts",
        "the list of 1 pair",
        "“AXE5”",
    ]


def test_a_chip_taken_off_leaves_the_others() -> None:
    every = filter_chips(EVERYTHING)
    for chip in every:
        left = [other.text for other in filter_chips(chip.without)]
        assert left == [other.text for other in every if other is not chip]


def test_all_taken_off_one_by_one_leave_nothing() -> None:
    criteria = EVERYTHING
    while chips := filter_chips(criteria):
        criteria = chips[0].without
    assert criteria == Filter()
