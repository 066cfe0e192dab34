"""All that is known of a pair in chapters, as window and ``show`` tell it; searched, as text."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.data.knowledge import Knowledge, matching
from a4s_gui.catalog.model import Pair, Source
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.report.design_notes import ShownGroup, as_shown, group_lines, narrowed
from a4s_gui.report.knowledge_sections import (
    board_section,
    current_section,
    environment_section,
    material_section,
    ordering_section,
    rating_sections,
)
from a4s_gui.report.pair_sections import (
    land_pattern_section,
    outline_section,
    packing_section,
    pair_section,
    tape_section,
)
from a4s_gui.report.sections import Row, Section, page_text, section_lines


@frozen
class Chapter:
    """Sections of figures and groups of rules under one heading; ``id`` names it in links.

    ``in_parts`` says that the sections keep headings of their own, even one that is left of them.
    """

    id: str
    title: str
    sections: tuple[Section, ...]
    groups: tuple[ShownGroup, ...] = ()
    in_parts: bool = False

    @property
    def count(self) -> int:
        """How many figures and rules there are."""
        rows = sum(len(section.rows) for section in self.sections)
        return rows + sum(len(group.notes) for group in self.groups)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source once, in the order of figures and groups."""
        found = dict.fromkeys(source for section in self.sections for source in section.sources)
        return tuple(found | dict.fromkeys(group.source for group in self.groups))


def pair_chapters(
    pair: Pair, knowledge: Knowledge, pattern: LandPattern, answers: Iterable[Section] = ()
) -> tuple[Chapter, ...]:
    """Return all that is known of a pair but its alternatives and design notes.

    ``answers`` are sections that answer questions about current; they end the ratings. Raises as
    :class:`Knowledge`.
    """
    ratings = (*rating_sections(pair, knowledge), current_section(pair), *answers)
    chapters = (
        Chapter("pair", "Pair", (pair_section(pair),)),
        Chapter("outline", "Outline", (outline_section(pair),)),
        Chapter("land-pattern", "Land pattern", (land_pattern_section(pair, pattern),)),
        Chapter("ratings", "Ratings", ratings, in_parts=True),
        Chapter("environment", "Environment", (environment_section(knowledge),)),
        Chapter("materials", "Materials", (material_section(knowledge),)),
        Chapter("packing", "Packing", (packing_section(pair),)),
        Chapter(
            "ordering",
            "Ordering",
            (ordering_section(pair, knowledge),),
            as_shown(knowledge.order_rules.notes, pair),
        ),
        Chapter("tape", "Tape and reel", tape_section(pair)),
        Chapter("board", "Board area", (board_section(pair, pattern),)),
        Chapter("features", "Features", (), as_shown(knowledge.features, pair)),
    )
    return tuple(chapter for chapter in chapters if chapter.count)


def found_chapters(chapters: Iterable[Chapter], text: str) -> tuple[Chapter, ...]:
    """Return the figures and rules in which every word of a text stands, in their chapters.

    Looked at are names, values, formulas, conditions, sources and headings. Chapters and sections
    in which nothing is found are left out.
    """
    found = []
    for chapter in chapters:
        sections = (_found_in(section, chapter.title, text) for section in chapter.sections)
        kept = tuple(section for section in sections if section.rows)
        found.append(replace(chapter, sections=kept, groups=narrowed(chapter.groups, text)))
    return tuple(chapter for chapter in found if chapter.count)


def count(chapters: Iterable[Chapter]) -> int:
    """Return how many figures and rules there are in some chapters."""
    return sum(chapter.count for chapter in chapters)


def chapters_as_text(pair: Pair, pattern: LandPattern, chapters: Iterable[Chapter]) -> str:
    """Return chapters as plain text, tabs between the columns, for mails and notes.

    Formulas and conditions stand below their figures, sources below their sections.
    """
    parts: list[list[str]] = []
    for chapter in chapters:
        parts += map(section_lines, chapter.sections)
        parts += map(group_lines, chapter.groups)
    return page_text(pair, pattern, parts)


@frozen
class _Searched:
    """A row with the words that stand around it."""

    row: Row
    section: Section
    chapter: str

    @property
    def words(self) -> str:
        row, section = self.row, self.section
        sources = map(str, row.sources)
        around = (self.chapter, section.heading, section.note, *section.columns)
        return " ".join((row.name, *row.texts, row.note, *sources, *around))


def _found_in(section: Section, chapter: str, text: str) -> Section:
    every = tuple(_Searched(row, section, chapter) for row in section.rows)
    return replace(section, rows=tuple(found.row for found in matching(every, text)))
