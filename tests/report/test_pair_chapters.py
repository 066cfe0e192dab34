"""All that is known of a pair in chapters: complete, searched, as text."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.model import Pair, Product
from a4s_gui.catalog.selection.current_question import CurrentQuestion
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.report.knowledge_sections import answer_section
from a4s_gui.report.pair_chapters import (
    Chapter,
    chapters_as_text,
    count,
    found_chapters,
    pair_chapters,
)
from tests.catalog.pairs import KNOWLEDGE, inspection, standard

PATTERN = shipped_pattern()


def chapters(pair: Pair) -> dict[str, Chapter]:
    found = pair_chapters(pair, KNOWLEDGE, PATTERN)
    assert len({chapter.id for chapter in found}) == len(found)
    return {chapter.title: chapter for chapter in found}


def names(chapter: Chapter) -> list[str]:
    return [row.name for section in chapter.sections for row in section.rows]


def test_a_standard_pair_has_every_chapter_in_order() -> None:
    assert list(chapters(standard(40))) == [
        "Pair",
        "Outline",
        "Land pattern",
        "Ratings",
        "Environment",
        "Materials",
        "Packing",
        "Ordering",
        "Tape and reel",
        "Board area",
        "Features",
    ]


def test_an_inspection_pair_has_no_tape() -> None:
    assert "Tape and reel" not in chapters(inspection(40))


@pytest.mark.parametrize("pair", [standard(10), standard(16, packaging_mm=4), inspection(80)])
def test_nothing_that_is_known_is_left_out(pair: Pair) -> None:
    found = chapters(pair)

    rated = [line.name for group in KNOWLEDGE.ratings.lines(pair) for line in group.lines]
    assert [name for name in names(found["Ratings"]) if name in rated] == rated
    assert names(found["Environment"]) == [test.name for test in KNOWLEDGE.tests]
    assert len(names(found["Materials"])) == len(KNOWLEDGE.materials)
    for title, groups in (
        ("Ordering", KNOWLEDGE.order_rules.notes),
        ("Features", KNOWLEDGE.features),
    ):
        concerned = [note for group in groups for note in group.notes if note.holds_for(pair)]
        shown = [shown.note for group in found[title].groups for shown in group.notes]
        assert shown == concerned


def test_notes_of_the_other_product_are_not_told() -> None:
    for pair in (standard(40), inspection(40)):
        told = [
            shown.note.product
            for chapter in chapters(pair).values()
            for group in chapter.groups
            for shown in group.notes
        ]
        assert set(told) <= {None, pair.product}
        assert Product.STANDARD in told or Product.INSPECTION in told


def test_an_answer_ends_the_ratings() -> None:
    pair = standard(40)
    answer = answer_section(pair, CurrentQuestion(2, 6))
    ratings = pair_chapters(pair, KNOWLEDGE, PATTERN, [answer])[3]

    assert ratings.sections[-1] == answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("palladium", {"Materials": ["Soldering terminals, socket"]}),
        ("MIL-STD", {"Environment": ["Thermal shock"]}),
        ("× 48", {"Ratings": ["Composite insertion force"]}),
        ("detection current", {"Ratings": ["Dielectric strength"]}),
        ("body HEIGHT above", {"Outline": ["Height above board"]}),
        ("carry back", {"Ratings": ["Rated current of all contacts"]}),
    ],
)
def test_words_are_found_in_names_values_conditions_and_headings(
    text: str, expected: dict[str, list[str]]
) -> None:
    found = {c.title: names(c) for c in found_chapters(chapters(standard(40)).values(), text)}

    for title, figures in expected.items():
        assert set(figures) <= set(found[title])
    assert set(found) == set(expected)


def test_words_are_found_in_sources_and_notes() -> None:
    every = chapters(standard(40)).values()

    assert "Land pattern" in [c.title for c in found_chapters(every, "gerber")]
    (features,) = found_chapters(every, "rohs")
    assert [shown.note.id for group in features.groups for shown in group.notes] == ["rohs"]
    assert count([features]) == 1


def test_every_word_has_to_be_there() -> None:
    every = chapters(standard(40)).values()

    assert found_chapters(every, "palladium reflow") == ()
    assert count(found_chapters(every, "")) == count(every)


def test_the_text_for_the_clipboard_has_formulas_notes_and_sources() -> None:
    pair = standard(40)
    text = chapters_as_text(pair, PATTERN, pair_chapters(pair, KNOWLEDGE, PATTERN))

    assert text.startswith("AXE540127 + AXE640124, land pattern “Boards in the field”\n")
    for words in (
        "Composite insertion force\tat most 48 N\n  1.2 N × 40 contacts = 48 N; initial value",
        "Source: Panasonic A4S datasheet, 2016: Specifications, characteristics\n",
        "- Complies with RoHS.\n  Source: Panasonic A4S datasheet, 2016: Applications\n",
        "Thermal shock\t5 cycles",
    ):
        assert words in text
