"""The part of ``show``'s page that goes beyond the pair's own figures."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.knowledge import Knowledge
from a4s_gui.catalog.model import Pair, Source
from a4s_gui.catalog.notes import Note, NoteGroup, notes_for
from a4s_gui.export.knowledge_sections import (
    alternatives_section,
    board_section,
    current_section,
    environment_section,
    material_section,
    ordering_section,
    rating_sections,
)
from a4s_gui.export.sections import Section
from a4s_gui.geometry.board_checks import BoardCheck, board_checks
from a4s_gui.geometry.land_pattern import LandPattern

_WIDTH = 100
"""Characters of a line of running text."""


def knowledge_sections(
    pair: Pair, catalog: Catalog, knowledge: Knowledge, pattern: LandPattern
) -> tuple[Section, ...]:
    """Return the sections of figures that follow those of the pair itself."""
    return (
        *rating_sections(pair, knowledge),
        current_section(pair),
        environment_section(knowledge),
        material_section(knowledge),
        ordering_section(pair, knowledge),
        board_section(pair, pattern),
        alternatives_section(pair, catalog, pattern),
    )


def note_lines(
    pair: Pair, knowledge: Knowledge, pattern: LandPattern, place: Mapping[Source, str]
) -> list[str]:
    """Return features, order rules and design notes as lines of text.

    ``place`` gives the number of the source of each group, see :func:`note_groups`.
    """
    checks = board_checks(knowledge.design_notes, pair, pattern)
    lines: list[str] = []
    for group in note_groups(pair, knowledge):
        lines += ["", f"{group.title}  {place[group.source]}"]
        for note in group.notes:
            lines += _note(note, checks.get(note.id))
    return lines


def note_groups(pair: Pair, knowledge: Knowledge) -> tuple[NoteGroup, ...]:
    """Return every group of notes that concerns a pair, features first."""
    groups = (*knowledge.features, *knowledge.order_rules.notes, *knowledge.design_notes)
    return notes_for(groups, pair)


def _note(note: Note, check: BoardCheck | None) -> list[str]:
    rule = f"{note.rule}: " if note.rule else ""
    halves = f" ({note.halves[0]})" if len(note.halves) == 1 else ""
    lines = wrapped(f"{rule}{note.text}{halves}", "  - ", "    ")
    lines += _each(f"{figure.name} {figure.text}" for figure in note.figures)
    if check is not None:
        lines += wrapped(check.verdict, "    = ", "      ")
        lines += _each(f"{figure.name}: {figure.formula}" for figure in check.figures)
    return lines


def _each(texts: Iterable[str]) -> list[str]:
    return [f"      {text}" for text in texts]


def wrapped(text: str, first: str, others: str) -> list[str]:
    """Return running text as lines of a width that a terminal shows, each with its indent."""
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=others)
