"""Pairs side by side: every figure, and the rows that differ."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.comparison.compare import ComparedRow, compare, comparison_csv
from a4s_gui.catalog.comparison.compared_pairs import CompareError
from a4s_gui.catalog.figure import Figure, FigureGroup
from a4s_gui.catalog.model import Pair
from tests.catalog.pairs import CATALOG, KNOWLEDGE, inspection, standard

SOME_PAIRS = st.lists(st.sampled_from(CATALOG.pairs), min_size=1, max_size=4, unique_by=id)


def rows(*pairs: Pair) -> dict[tuple[str, str], ComparedRow]:
    return {(row.group, row.name): row for row in compare(pairs, KNOWLEDGE.ratings).rows}


def test_two_heights_differ_in_header_and_height_alone() -> None:
    comparison = compare([standard(40), standard(40, 1.0)], KNOWLEDGE.ratings)

    assert [(row.name, row.texts) for row in comparison.differing] == [
        ("Header", ("AXE640124", "AXE640224")),
        ("Mated height", ("0.8 mm", "1.0 mm")),
        ("Header height above board", ("0.65 mm", "not stated")),
    ]
    assert len(comparison.rows) > 40


def test_two_packagings_differ_in_numbers_and_packing_alone() -> None:
    comparison = compare([standard(40), standard(40, packaging_mm=4)], KNOWLEDGE.ratings)

    assert {row.group for row in comparison.differing} == {"Pair", "Packing", "Tape and reel"}
    assert ("Pieces per reel", ("5,000", "15,000")) in [
        (row.name, row.texts) for row in comparison.differing
    ]


def test_figures_worked_out_are_there() -> None:
    found = rows(standard(18), standard(80))

    assert found["Electrical", "Current a contact, all alike"].texts == ("0.2777 A", "0.0625 A")
    assert found["Mechanical", "Composite insertion force"].texts == (
        "at most 21.6 N",
        "at most 96 N",
    )
    assert found["Outline", "Socket A"].texts == ("6.10 mm", "18.50 mm")


def test_a_worked_out_figure_shows_its_formula_for_each_pair() -> None:
    found = rows(standard(18), standard(80))

    def formulas(group: str, name: str) -> list[str]:
        return [figure.formula for figure in found[group, name].figures if figure]

    assert formulas("Mechanical", "Composite insertion force") == [
        "1.2 N × 18 contacts = 21.6 N",
        "1.2 N × 80 contacts = 96 N",
    ]
    assert formulas("Electrical", "Current a contact, all alike")[1] == (
        "5 A ÷ 80 contacts = 0.0625 A"
    )
    assert formulas("Outline", "Socket A") == ["", ""]


def test_a_figure_keeps_what_it_holds_for() -> None:
    figure = rows(standard(40))["Electrical", "Dielectric strength"].figures[0]
    assert figure is not None
    assert "1 min" in figure.condition


def test_what_one_pair_does_not_state_is_said_so() -> None:
    found = rows(standard(40), inspection(40))

    tape = found["Tape and reel", "Tape width"]
    assert tape.texts == ("24.0 mm", "not stated")
    stated, missing = tape.figures
    assert stated is not None
    assert (stated.source, missing) == (standard(40).sources["tape"], None)
    assert found["Mechanical", "Mating cycles"].texts == ("at most 30", "at most 3,000")
    assert not found["Outline", "Socket A"].differs


@given(SOME_PAIRS)
def test_the_order_of_the_pairs_does_not_matter(pairs: list[Pair]) -> None:
    def differing(order: list[Pair]) -> set[tuple[str, str]]:
        return {(r.group, r.name) for r in compare(order, KNOWLEDGE.ratings).differing}

    assert differing(pairs) == differing(pairs[::-1])
    forwards, backwards = rows(*pairs), rows(*pairs[::-1])
    assert set(forwards) == set(backwards)
    assert all(row.texts == backwards[key].texts[::-1] for key, row in forwards.items())


@given(st.sampled_from(CATALOG.pairs))
def test_a_pair_alone_differs_in_nothing(pair: Pair) -> None:
    comparison = compare([pair], KNOWLEDGE.ratings)

    assert comparison.differing == ()
    keys = [(row.group, row.name) for row in comparison.rows]
    assert len(keys) == len(set(keys))
    groups = [group for group, _ in keys]
    assert groups == sorted(groups, key=groups.index), "a group stands together"
    assert all(figure is not None for row in comparison.rows for figure in row.figures)


def test_further_figures_are_added() -> None:
    def more(pair: Pair) -> tuple[FigureGroup, ...]:
        diagonal = Figure("Diagonal", pair.pins, "mm", (pair.sources["body"],))
        return (FigureGroup("Outline", (diagonal,)),)

    found = compare([standard(10), standard(12)], KNOWLEDGE.ratings, more)

    (row,) = (row for row in found.rows if row.name == "Diagonal")
    assert (row.texts, row.differs) == (("10 mm", "12 mm"), True)
    groups = [row.group for row in found.rows]
    assert groups == sorted(groups, key=groups.index)


def test_as_csv() -> None:
    comparison = compare([standard(40), standard(40, 1.0)], KNOWLEDGE.ratings)
    head, *every = csv.reader(io.StringIO(comparison_csv(comparison)))
    differing = list(csv.reader(io.StringIO(comparison_csv(comparison, only_differing=True))))

    assert head == ["Group", "Figure", "Unit", "AXE540127/AXE640124", "AXE540127/AXE640224"]
    assert {row[1].partition(", at ")[0] for row in every} == {row.name for row in comparison.rows}
    assert ["Electrical", "Rated current a contact, at most", "A", "0.3", "0.3"] in every
    assert ["Temperature", "In use, at least", "°C", "-55", "-55"] in every
    assert ["Temperature", "In use, at most", "°C", "85", "85"] in every
    assert ["Packing", "Pieces per reel", "", "5000", "5000"] in every
    assert ["Outline", "Socket A", "mm", "10.5", "10.5"] in every
    assert len(differing) == 1 + 3


def test_numbers_in_the_csv_are_numbers_in_every_locale() -> None:
    """No mark of thousands, no other minus than ASCII's, no unit beside a number."""
    pairs = [standard(40), inspection(40), standard(80, 1.0)]
    text = comparison_csv(compare(pairs, KNOWLEDGE.ratings))
    words = {"AXE", "standard", "inspection", "embossed", "I", "±"}
    for row in list(csv.reader(io.StringIO(text)))[1:]:
        for cell in filter(None, row[3:]):
            assert re.fullmatch(r"-?\d+(\.\d+)?", cell) or cell.startswith(tuple(words)), row


@pytest.mark.parametrize(
    ("pairs", "reason"),
    [
        ([], "at least one"),
        ([standard(n) for n in (10, 12, 14, 16, 18)], "at most 4 pairs fit side by side, not 5"),
        ([standard(10), standard(12), standard(10)], "AXE510127/AXE610124 is there already"),
    ],
)
def test_what_cannot_stand_side_by_side(pairs: list[Pair], reason: str) -> None:
    with pytest.raises(CompareError, match=reason) as caught:
        compare(pairs, KNOWLEDGE.ratings)
    assert str(caught.value).isprintable()
