"""The design notes of a pair: which there are, what a search leaves, what a copy says."""

from __future__ import annotations

import pytest

from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.report.design_notes import count, narrowed, notes_as_text, shown_groups
from tests.catalog.pairs import KNOWLEDGE, standard

PATTERN = shipped_pattern()
PAIR = standard(40)
GROUPS = shown_groups(PAIR, KNOWLEDGE, PATTERN)
COMPUTED = {n.id for group in KNOWLEDGE.design_notes for n in group.notes if n.computed}


def test_every_rule_of_the_file_is_there_and_the_computed_ones_are_worked_out() -> None:
    every = [note for group in KNOWLEDGE.design_notes for note in group.notes]
    assert [shown.note for group in GROUPS for shown in group.notes] == every
    worked_out = {s.note.id for group in GROUPS for s in group.notes if s.check is not None}
    assert worked_out == COMPUTED


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("ionizer", {"static-on-tape"}),
        ("IONIZER humidity", {"static-on-tape"}),
        ("ionizer stiffener", set()),
        ("polyimide", {"stiffener"}),
        # The group's title counts, and so does what was worked out.
        ("rework once", {"once-only"}),
        ("error wider inspect", {"placement-error"}),
        ("worked out", COMPUTED),
    ],
)
def test_a_search_leaves_the_rules_that_have_every_word(text: str, notes: set[str]) -> None:
    found = narrowed(GROUPS, text)
    assert {shown.note.id for group in found for shown in group.notes} == notes
    assert count(found) == len(notes)
    assert all(group.notes for group in found)


def test_an_empty_search_leaves_everything() -> None:
    assert narrowed(GROUPS, "  ") == GROUPS


def test_a_copy_has_rule_figures_formula_and_sources() -> None:
    text = notes_as_text(PAIR, PATTERN, narrowed(GROUPS, "polyimide"))
    lines = text.splitlines()
    assert lines[0] == "AXE540127 + AXE640124, land pattern “Boards in the field”"
    assert lines[2] == "Board design"
    assert lines[3].startswith("- On an FPC, back the connector")
    assert "  beyond the land pattern, each side: 0.5 to 1 mm" in lines
    # 40 pins: the socket's pads are 10.5 mm long; 0.5 mm more at each end.
    assert "  Socket, smallest stiffener, length: 11.5 mm (10.5 mm + 2 × 0.5 mm = 11.5 mm)" in lines
    assert any(line.startswith("  Source: ") and "rule 7" in line for line in lines)
