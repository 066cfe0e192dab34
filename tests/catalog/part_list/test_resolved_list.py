"""What doubtful lines of a list mean once somebody has said it."""

from __future__ import annotations

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.part_list.part_list import LineState, read_list
from a4s_gui.catalog.part_list.resolved_list import ResolvedList

CATALOG = load_catalog()
READ = read_list(CATALOG, "AXE540127\nJ2 AXE640134\nR1 10k")
DOUBT = READ.lines[1]


def test_a_doubtful_line_means_what_is_answered() -> None:
    found = ResolvedList.of(READ).answered(CATALOG, DOUBT, "AXE640124")

    line = found.now.lines[1]
    assert line.state is LineState.RESOLVED
    assert line.text == "J2 AXE640134"
    assert line.parts == ("AXE640124",)
    assert DOUBT.reason in line.note
    assert found.answers == {2: "AXE640124"}
    # The list names both halves of one pair now, so the socket's other pair is not meant.
    assert READ.pair_ids == {"AXE540127/AXE640124", "AXE540127/AXE640224"}
    assert found.now.pair_ids == {"AXE540127/AXE640124"}


def test_an_answer_is_changed_and_taken_back() -> None:
    once = ResolvedList.of(READ).answered(CATALOG, DOUBT, "AXE640124")
    answered_line = once.now.lines[1]
    other = once.answered(CATALOG, answered_line, "AXE640224")

    assert other.now.pair_ids == {"AXE540127/AXE640224"}
    assert other.answered(CATALOG, answered_line, "").now == READ


def test_what_was_doubted_is_known_after_the_answer() -> None:
    found = ResolvedList.of(READ).answered(CATALOG, DOUBT, "AXE640124")

    assert found.doubt(found.now.lines[1]) == DOUBT
    assert found.doubt(found.now.lines[0]) is None
    assert found.doubt(None) is None


def test_only_what_is_doubted_can_be_answered() -> None:
    found = ResolvedList.of(READ).answered(CATALOG, READ.lines[2], "AXE510127")

    assert found.now == READ
