"""docs/coverage.md held to the data and to the datasheet's rules, counted here on their own."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from a4s_gui.catalog.data.notes import Note, NoteGroup
from tests.catalog.pairs import CATALOG, KNOWLEDGE
from tests.coverage_rows import ROOT, ROWS
from tests.every import for_each

DATASHEET = "Panasonic A4S datasheet, 2016"

NOTE_FILES: dict[str, tuple[NoteGroup, ...]] = {
    "design_notes.toml": KNOWLEDGE.design_notes,
    "features.toml": KNOWLEDGE.features,
    "ordering.toml": KNOWLEDGE.order_rules.notes,
}
NOTES = {
    f"{name}: {note.id}": note
    for name, groups in NOTE_FILES.items()
    for group in groups
    for note in group.notes
}

# Each numbered section of the datasheet with how many rules it has.
NUMBERED = {
    "Features": 4,
    "Product types, notes": 2,
    "Connectors for inspection usage, features": 3,
    "Connectors for inspection usage, table of product types, notes": 4,
    "Safety remarks": 3,
    "Design of devices and PC board patterns": 8,
    "Selection of the placement machine and mounting procedures": 6,
    "Soldering, reflow soldering": 10,
    "Soldering, hand soldering": 7,
    "Soldering, solder reworking": 3,
    "Handling single components": 3,
    "Cleaning flux from PC board": 2,
    "Storage of connectors": 4,
    "Other notes": 7,
}

# Sections without numbers, with how many facts are told of each.
UNNUMBERED = {
    "Applications": 2,
    "Connectors for inspection usage, applications": 3,
    "Precautions for mating": 1,
    "Cleaning flux from PC board": 1,
    "Handling the PC board after mounting the connector": 1,
    "Sample orders to confirm proper mounting": 1,
    "Notes, recommended PC board and metal mask patterns": 4,
    "Dimensions and embossed tape dimensions": 2,
    "Embossed tape dimensions": 3,
}

# The rows of the table of characteristics, and the tables themselves.
TABLES = [
    "Ordering information",
    "Product types, 8 mm pitch embossed packaging",
    "Product types, 4 mm pitch embossed packaging",
    *(
        f"Characteristics, {row}"
        for row in (
            "rated current",
            "rated voltage",
            "dielectric strength",
            "insulation resistance",
            "contact resistance",
            "composite insertion force",
            "composite removal force",
            "contact holding force",
            "ambient temperature",
            "soldering heat resistance, reflow",
            "soldering heat resistance, iron",
            "storage temperature",
            "thermal shock, with its profile",
            "humidity",
            "salt water spray",
            "H2S",
            "insertion and removal life",
            "unit weight",
        )
    ),
    "Material and surface treatment, molded portion",
    "Material and surface treatment, contact and post",
    "Material and surface treatment, soldering terminals",
    "Dimensions, socket, dimension table",
    "Dimensions, header 0.8 mm, dimension table",
    "Dimensions, header 1.0 mm, dimension table",
    "Embossed tape, 8 mm pitch, dimension table",
    "Embossed tape, 4 mm pitch, dimension table",
    "Inspection usage, table of product types",
    "Inspection usage, product types (part numbers)",
    "Recommended metal mask patterns",
]

PLACES = {
    "Part-number box",
    "Pairs table",
    "Drawing",
    "Details > Packing",
    "Details > Ratings",
    "Details > Environment",
    "Details > Materials",
    "Details > Outline",
    "Details > Land pattern",
    "Details > Tape and reel",
    "Details > Features",
    "Details > Ordering",
    *(f"Design notes > {group.title}" for group in KNOWLEDGE.design_notes),
}


LISTED = Counter(home for r in ROWS for home in r.homes if ": " in home)
EVERY_ENTRY = [
    *NOTES,
    *(f"ratings.toml: {entry}" for entry in KNOWLEDGE.ratings.ids),
    *(f"environment.toml: {test.id}" for test in KNOWLEDGE.tests),
    *(f"materials.toml: {part.id}" for part in KNOWLEDGE.materials),
    *(
        f"a4s.toml: {name}"
        for name, source in CATALOG.sources.items()
        if source.document == DATASHEET
    ),
]


def test_the_page_lists_every_entry_of_the_data_once_and_no_other() -> None:
    assert Counter(EVERY_ENTRY) == LISTED


def test_files_that_are_named_exist() -> None:
    for home in {home for r in ROWS for home in r.homes if ": " not in home}:
        assert (ROOT / home).is_file() or (ROOT / "resources" / home).is_file(), home


@for_each("table", TABLES)
def test_every_table_has_a_place(table: str) -> None:
    assert [r.datasheet for r in ROWS].count(table) == 1


@pytest.mark.parametrize(("section", "rules"), NUMBERED.items())
def test_every_numbered_rule_has_a_place(section: str, rules: int) -> None:
    head = f"{section}, rule "
    numbers = {
        int(re.match("[0-9]+", r.datasheet.removeprefix(head))[0])  # type: ignore[index]
        for r in ROWS
        if r.datasheet.startswith(head)
    }

    assert numbers == set(range(1, rules + 1))


@pytest.mark.parametrize(("section", "facts"), UNNUMBERED.items())
def test_sections_without_numbers_have_their_places(section: str, facts: int) -> None:
    found = [
        r
        for r in ROWS
        if NOTES.keys() & set(r.homes)
        and (r.datasheet == section or r.datasheet.startswith(f"{section}, "))
        and ", rule " not in r.datasheet
    ]
    longer = [s for s in (*NUMBERED, *UNNUMBERED) if s.startswith(f"{section}, ")]
    found = [r for r in found if not r.datasheet.startswith(tuple(longer) or ("\0",))]

    assert len(found) == facts


def test_no_rule_stands_outside_the_sections_counted_here() -> None:
    sections = tuple({*NUMBERED, *UNNUMBERED})

    assert all(note.source.table.startswith(sections) for note in NOTES.values())


@for_each("entry", NOTES)
def test_a_note_is_listed_under_the_rule_it_follows(entry: str) -> None:
    note: Note = NOTES[entry]
    (found,) = (r for r in ROWS if entry in r.homes)

    assert found.datasheet == note.source.table
    assert found.worked_out == note.computed
    if entry.startswith("design_notes.toml"):
        (title,) = (g.title for g in KNOWLEDGE.design_notes if note in g.notes)
        assert found.places == (f"Design notes > {title}",)


def test_every_row_names_places_of_the_window() -> None:
    assert {place for r in ROWS for place in r.places} <= PLACES
    assert all(r.places and r.homes for r in ROWS)
