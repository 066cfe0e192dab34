"""Rules and running text on the page that ``show`` puts out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from a4s_gui.catalog.model import Source
from a4s_gui.report.design_notes import ShownGroup, ShownNote

_WIDTH = 100
"""Characters of a line of running text."""


def wrapped(text: str, first: str, others: str) -> list[str]:
    """Return running text as lines of a width that a terminal shows, each with its indent."""
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=others)


def group_lines(group: ShownGroup, place: Mapping[Source, str]) -> list[str]:
    """Return a group of rules as lines of text; ``place`` gives the number of each source."""
    lines = ["", f"{group.title}  {place[group.source]}"]
    for shown in group.notes:
        lines += _note(shown)
    return lines


def _note(shown: ShownNote) -> list[str]:
    note = shown.note
    rule = f"{note.rule}: " if note.rule else ""
    halves = f" ({note.halves[0]})" if len(note.halves) == 1 else ""
    lines = wrapped(f"{rule}{note.text}{halves}", "  - ", "    ")
    lines += _each(f"{figure.name} {figure.text}" for figure in note.figures)
    if shown.check is not None:
        lines += wrapped(shown.check.verdict, "    = ", "      ")
        lines += _each(f"{figure.name}: {figure.formula}" for figure in shown.check.figures)
    return lines


def _each(texts: Iterable[str]) -> list[str]:
    return [f"      {text}" for text in texts]
