"""The page that ``show`` puts out: all that is known of a pair. Lists load none of it."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.model import Pair
from a4s_gui.commands.text.knowledge_page import group_lines, wrapped
from a4s_gui.commands.text.text_page import table
from a4s_gui.drawing.items.notes import describe_pair
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.numbering import Numbering
from a4s_gui.report.design_notes import shown_groups
from a4s_gui.report.knowledge_sections import alternatives_section
from a4s_gui.report.pair_chapters import Chapter, pair_chapters
from a4s_gui.report.records import LAND_PATTERN_NOTE
from a4s_gui.report.sections import Row, Section


def pair_page(
    pair: Pair,
    pattern: LandPattern,
    numbering: Numbering,
    catalog: Catalog,
    *,
    asked: Sequence[Section] = (),
) -> str:
    """Return everything that is known of a pair, each figure with the number of its source.

    ``asked`` are sections that answer questions of the user's; they come first.
    """
    knowledge = Knowledge(catalog)
    chapters = [
        Chapter("asked", "Asked", tuple(asked)),
        *pair_chapters(pair, knowledge, pattern),
        Chapter("alternatives", "Alternatives", (alternatives_section(pair, catalog, pattern),)),
        Chapter("design-notes", "Design notes", (), shown_groups(pair, knowledge, pattern)),
    ]
    every = dict.fromkeys(source for chapter in chapters for source in chapter.sources)
    place = {source: f"[{i}]" for i, source in enumerate(every, 1)}

    def cells(row: Row) -> tuple[str, ...]:
        texts = (*row.texts, "")[:2]
        return (f"  {row.name}", *texts, " ".join(place[source] for source in row.sources))

    rows = (row for chapter in chapters for section in chapter.sections for row in section.rows)
    width = max(len(row.name) for row in rows)

    def section_page(section: Section) -> list[str]:
        head = (section.heading.ljust(width + 2), *((*section.columns, "", "")[:2]), "")
        lines = ["", *table([head, *map(cells, section.rows)])]
        for row in section.rows:
            lines += wrapped(f"{row.name}: {row.note}", "  ", "    ") if row.note else []
        return [*lines, *(wrapped(section.note, "  ", "  ") if section.note else [])]

    lines = [describe_pair(pair)]
    for chapter in chapters:
        for section in chapter.sections:
            lines += section_page(section)
        for group in chapter.groups:
            lines += group_lines(group, place)
    lines += ["", LAND_PATTERN_NOTE]
    lines += [f"Numbering: {numbering.describe()}; the parts themselves carry no mark."]
    lines += ["", "Sources", *(f"  {number:>4} {source}" for source, number in place.items())]
    return "\n".join(lines)
