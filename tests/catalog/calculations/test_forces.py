"""Composite forces worked out by hand, with their formulas."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.calculations.forces import composite_forces, insertion_force, removal_force
from a4s_gui.catalog.model import Pair
from tests.catalog.pairs import CATALOG, KNOWLEDGE, inspection, standard
from tests.every import for_each


@pytest.mark.parametrize(
    ("pins", "insertion", "removal"),
    [
        (10, (12.0, "1.2 N × 10 contacts = 12 N"), (1.65, "0.165 N × 10 contacts = 1.65 N")),
        (16, (19.2, "1.2 N × 16 contacts = 19.2 N"), (2.64, "0.165 N × 16 contacts = 2.64 N")),
        (18, (21.6, "1.2 N × 18 contacts = 21.6 N"), (2.97, "0.165 N × 18 contacts = 2.97 N")),
        (40, (48.0, "1.2 N × 40 contacts = 48 N"), (6.6, "0.165 N × 40 contacts = 6.6 N")),
        (80, (96.0, "1.2 N × 80 contacts = 96 N"), (13.2, "0.165 N × 80 contacts = 13.2 N")),
    ],
)
def test_forces(pins: int, insertion: tuple[float, str], removal: tuple[float, str]) -> None:
    pair = standard(pins)
    pushed, pulled = insertion_force(pair), removal_force(pair)

    assert (pushed.value, pushed.formula, pushed.unit) == (*insertion, "N")
    assert (pulled.value, pulled.formula, pulled.unit) == (*removal, "N")
    assert "characteristics" in pushed.source.table


def test_the_inspection_type_has_no_least_removal_force_and_says_why() -> None:
    pulled = removal_force(inspection(40))

    assert pulled.value is None
    assert pulled.text == "not stated"
    assert "inspection" in pulled.formula
    assert "inspection" in pulled.source.table
    assert insertion_force(inspection(40)).value == 48.0


@for_each("pair", CATALOG.pairs, lambda pair: pair.id)
def test_each_force_belongs_to_a_rating_of_the_pair(pair: Pair) -> None:
    shown = {line.id: line for group in KNOWLEDGE.ratings.lines(pair) for line in group.lines}

    for rating, force in composite_forces(pair).items():
        assert shown[rating].formula == force.formula
