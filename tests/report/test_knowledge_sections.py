"""The sections that window and command line share: every figure with its source and formula."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.selection.current_question import CurrentQuestion
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.report.knowledge_sections import (
    alternatives_section,
    answer_section,
    board_section,
    current_section,
    environment_section,
    material_section,
    ordering_section,
    orders_sections,
    rating_sections,
)
from a4s_gui.report.sections import Row, Section
from tests.catalog.pairs import CATALOG, KNOWLEDGE, inspection, standard

PATTERN = shipped_pattern()


def rows(section: Section) -> dict[str, Row]:
    found = {row.name: row for row in section.rows}
    assert len(found) == len(section.rows), "names are told apart"
    return found


@pytest.mark.parametrize("pair", [standard(40), standard(16, packaging_mm=4), inspection(80)])
def test_every_figure_has_a_value_and_a_source(pair: Pair) -> None:
    every = [
        *rating_sections(pair, KNOWLEDGE),
        current_section(pair),
        board_section(pair, PATTERN),
        environment_section(KNOWLEDGE),
        material_section(KNOWLEDGE),
        ordering_section(pair, KNOWLEDGE),
        *orders_sections(CATALOG, pair, KNOWLEDGE, 12_000),
    ]

    for section in every:
        assert section.title
        for row in rows(section).values():
            assert all(row.texts)
            assert row.sources


def test_ratings_are_grouped_with_formula_and_condition_beneath() -> None:
    groups = {section.title: rows(section) for section in rating_sections(standard(40), KNOWLEDGE)}

    assert list(groups) == ["Electrical", "Mechanical", "Temperature", "Soldering heat"]
    force = groups["Mechanical"]["Composite insertion force"]
    assert force.texts == ("at most 48 N",)
    assert force.note.startswith("1.2 N × 40 contacts = 48 N; initial value")


def test_an_answer_says_yes_or_no_and_why() -> None:
    no = answer_section(standard(40), CurrentQuestion(2, 6))
    yes = answer_section(standard(40), CurrentQuestion(2, 7))

    assert rows(no)["2 A on 6 contacts"].texts == ("no",)
    assert "it takes 7 contacts" in no.note
    assert rows(yes)["2 A on 7 contacts"].texts == ("yes",)


def test_a_test_tells_profile_standard_and_limits() -> None:
    found = rows(environment_section(KNOWLEDGE))

    assert found["Thermal shock"].note == (
        "cold at −55 +0/−3 °C, 30 min; change to hot, at most 5 min; hot at 85 +0/−3 °C, 30 min; "
        "change back to cold at −55 +0/−3 °C, at most 5 min; MIL-STD-202F, method 107G. "
        "Afterwards: insulation resistance at least 100 MΩ, contact resistance at most 90 mΩ. "
        "The signs of the tolerances are as the datasheet's text prints them."
    )
    assert found["Hydrogen sulphide (H₂S)"].texts == ("48 h",)


def test_materials_name_the_half_that_alone_has_them() -> None:
    found = rows(material_section(KNOWLEDGE))

    assert "Soldering terminals, header" in found
    assert len(found) == 6


def test_orders_are_titled_by_what_they_are() -> None:
    def titles(pair: Pair, pieces: int) -> list[str]:
        return [s.title for s in orders_sections(CATALOG, pair, KNOWLEDGE, pieces)]

    assert titles(standard(40), 12_000) == [
        "12,000 pieces of each half, 8 mm packaging",
        "12,000 pieces of each half, 4 mm packaging",
    ]
    assert titles(inspection(40), 1) == [
        "1 piece of each half, inspection type",
        "1 piece of each half, as mounting samples",
    ]


def test_alternatives_tell_what_stays_changes_and_is_added() -> None:
    found = alternatives_section(standard(16), CATALOG, PATTERN)
    by_name = {row.name: row for row in found.rows}

    more = by_name["More pins"]
    assert more.texts == ("AXE518127 + AXE618124",)
    assert more.note.startswith(
        "stays: mated height 0.8 mm, 8 mm packaging, standard type. Changes"
    )
    assert "socket land pattern area +1.16 mm²" in more.note
    assert by_name["Other mated height"].texts == ("none",)
    assert "14 and 20" in by_name["Other mated height"].note
    back = alternatives_section(inspection(40), CATALOG, PATTERN).rows
    assert [row.name for row in back].count("Standard type") == 3
