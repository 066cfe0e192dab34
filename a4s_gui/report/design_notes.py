"""The rules of design and handling for one pair: in groups, narrowed by a search, as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from a4s_gui.catalog.data.knowledge import Knowledge, matching
from a4s_gui.catalog.data.notes import Note, NoteGroup, notes_for
from a4s_gui.catalog.figure import Figure, cited
from a4s_gui.catalog.model import Pair, Source
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.design_rules.result import DesignRuleResult
from a4s_gui.geometry.design_rules.rules import design_rule_results
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.report.sections import page_text


@frozen
class ShownNote:
    """One rule, with what was worked out for the pair; ``group`` is the title it stands under."""

    note: Note
    group: str
    check: DesignRuleResult | None = None

    @property
    def words(self) -> str:
        """Everything that a search looks at."""
        worked_out = "" if self.check is None else f"worked out {self.check.verdict}"
        return f"{self.group} {self.note.words} {worked_out}"

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that the rule itself states."""
        source = (self.note.source,)
        return tuple(Figure(q.name, q.text, "", source) for q in self.note.figures)


@frozen
class ShownGroup:
    """Rules under one heading."""

    id: str
    title: str
    source: Source
    notes: tuple[ShownNote, ...]


def shown_groups(pair: Pair, knowledge: Knowledge, pattern: LandPattern) -> tuple[ShownGroup, ...]:
    """Return the rules that concern a pair on a land pattern; raises as :class:`Knowledge`."""
    checks = design_rule_results(knowledge.design_notes, pair, pattern)
    return as_shown(knowledge.design_notes, pair, checks)


def as_shown(
    groups: Iterable[NoteGroup],
    pair: Pair,
    checks: Mapping[str, DesignRuleResult] = MappingProxyType({}),
) -> tuple[ShownGroup, ...]:
    """Return the rules of some groups that concern a pair, with their ``checks`` by their ids."""
    return tuple(
        ShownGroup(
            group.id,
            group.title,
            group.source,
            tuple(ShownNote(note, group.title, checks.get(note.id)) for note in group.notes),
        )
        for group in notes_for(groups, pair)
    )


def narrowed(groups: Iterable[ShownGroup], text: str) -> tuple[ShownGroup, ...]:
    """Return the rules in which every word of a text stands, without groups that have none."""
    found = (replace(group, notes=matching(group.notes, text)) for group in groups)
    return tuple(group for group in found if group.notes)


def count(groups: Iterable[ShownGroup]) -> int:
    """Return how many rules there are in some groups."""
    return sum(len(group.notes) for group in groups)


def notes_as_text(pair: Pair, pattern: LandPattern, groups: Iterable[ShownGroup]) -> str:
    """Return rules as plain text, each with its source, for mails and check lists."""
    return page_text(pair, pattern, map(group_lines, groups))


def group_lines(group: ShownGroup) -> list[str]:
    """Return the rules of one group as lines of plain text, each with its source."""
    return [group.title, *(line for shown in group.notes for line in _note_lines(shown))]


def _note_lines(shown: ShownNote) -> list[str]:
    lines = [f"- {shown.note.text}"]
    lines += [f"  {figure.name}: {figure.text}" for figure in shown.figures]
    if shown.check is not None:
        lines.append(f"  Worked out: {shown.check.verdict}")
        lines += [f"  {d.name}: {d.text} ({d.formula})" for d in shown.check.figures]
    sources = [shown.note.source]
    sources += [d.source for d in shown.check.figures] if shown.check is not None else []
    return [*lines, *(f"  {line}" for line in cited(sources))]
