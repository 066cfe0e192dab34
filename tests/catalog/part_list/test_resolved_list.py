"""What doubtful lines of a list mean once somebody has said it."""

from __future__ import annotations

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.part_list.line import LineState
from a4s_gui.catalog.part_list.part_list import read_list
from a4s_gui.catalog.part_list.resolved_list import ResolvedList

CATALOG = load_catalog()
READ = read_list(CATALOG, "AXE540127\nJ2 AXE640134\nR1 10k")
AMBIGUOUS = READ.lines[1]


def test_a_doubtful_line_means_what_it_is_corrected_to() -> None:
    found = ResolvedList.of(READ).corrected(CATALOG, AMBIGUOUS, "AXE640124")

    line = found.now.lines[1]
    assert line.state is LineState.RESOLVED
    assert line.text == "J2 AXE640134"
    assert line.parts == ("AXE640124",)
    assert AMBIGUOUS.reason in line.note
    assert found.corrections == {2: "AXE640124"}
    # The list names both halves of one pair now, so the socket's other pair is not meant.
    assert READ.pair_ids == {"AXE540127/AXE640124", "AXE540127/AXE640224"}
    assert found.now.pair_ids == {"AXE540127/AXE640124"}


def test_a_correction_is_changed_and_taken_back() -> None:
    once = ResolvedList.of(READ).corrected(CATALOG, AMBIGUOUS, "AXE640124")
    corrected_line = once.now.lines[1]
    other = once.corrected(CATALOG, corrected_line, "AXE640224")

    assert other.now.pair_ids == {"AXE540127/AXE640224"}
    assert other.corrected(CATALOG, corrected_line, "").now == READ


def test_what_was_doubted_is_known_after_the_correction() -> None:
    found = ResolvedList.of(READ).corrected(CATALOG, AMBIGUOUS, "AXE640124")

    assert found.ambiguity(found.now.lines[1]) == AMBIGUOUS
    assert found.ambiguity(found.now.lines[0]) is None
    assert found.ambiguity(None) is None


def test_only_what_is_doubted_can_be_corrected() -> None:
    found = ResolvedList.of(READ).corrected(CATALOG, READ.lines[2], "AXE510127")

    assert found.now == READ
