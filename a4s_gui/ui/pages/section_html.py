"""Chapters of figures and rules as a page of rich text."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from html import escape

from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Source
from a4s_gui.report.design_notes import ShownGroup, ShownNote
from a4s_gui.report.pair_chapters import Chapter
from a4s_gui.report.sections import Row, Section
from a4s_gui.ui.pages.page_html import (
    SOURCE,
    TABLE,
    Colours,
    heading,
    link,
    rule_text,
    small_print,
    tip,
)

_LONG_VALUE = 24
"""Characters from which a value has a line of its own."""

_APART = "&nbsp;&nbsp;"
"""Between two columns that have no room left."""

_LONGEST_TABLES = 160
"""Characters of all tables of a section; more of them stay in the tool tip."""


def chapters_html(
    chapters: Iterable[Chapter],
    colours: Colours,
    *,
    explained: bool,
    unfolded: Collection[str] = (),
) -> Iterator[str]:
    """Yield the page, piece by piece; the name of each chapter's place is its id.

    Parameters
    ----------
    chapters
        What is shown. A link ``copy:`` with the chapter's id stands in each heading.
    colours
        Those of the theme.
    explained
        Formulas and conditions stand below the figures, and the tables behind them in the sources;
        else they are tool tips only.
    unfolded
        The ids of the chapters whose sources are read in full. Where they are folded a link
        ``source:`` with the chapter's id stands for them, and its tool tip has them.
    """
    writer = _Writer(colours, explained=explained, unfolded=unfolded)
    return itertools.chain.from_iterable(map(writer.chapter, chapters))


class _Writer:
    """Writes the parts of one page."""

    def __init__(self, colours: Colours, *, explained: bool, unfolded: Collection[str]) -> None:
        self._colours = colours
        self._explained = explained
        self._unfolded = unfolded

    def chapter(self, chapter: Chapter) -> Iterator[str]:
        """Yield a heading and what stands below it."""
        yield self._heading(chapter)
        sections = chapter.sections
        for i, section in enumerate(sections):
            yield self._section(section, chapter)
            # What several sections in a row are taken from is said once, below the last of them.
            following = sections[i + 1] if i + 1 < len(sections) else None
            cited = self._cited(section.sources)
            if following is None or self._cited(following.sources) != cited:
                yield self._citation(section.sources, chapter)
        for group in chapter.groups:
            yield self._group(group, chapter)

    def _heading(self, chapter: Chapter) -> str:
        named = _named_by_its_section(chapter) and not chapter.groups
        title = chapter.sections[0].heading if named else chapter.title
        return heading(chapter.id, title, self._colours)

    def _section(self, section: Section, chapter: Chapter) -> str:
        dim = self._colours.dim
        two = len(section.columns) == 2
        # The widths keep the columns of all sections of one kind below each other.
        widths = (44, 28, 28) if two else (60, 40)
        head = "" if _named_by_its_section(chapter) else _subheading(section.heading)
        head_cell = f'<td width="{widths[1]}%" align="right" style="color:{dim}">{_APART}'
        columns = "".join(f"{head_cell}{escape(column)}</td>" for column in section.columns)
        under = f"<tr><td></td>{columns}</tr>" if columns else ""
        rows = "".join(self._row(row, widths) for row in section.rows)
        note = small_print(escape(section.note), self._colours) if section.note else ""
        return f"{head}{TABLE}{under}{rows}</table>{note}"

    def _row(self, row: Row, widths: Sequence[int]) -> str:
        about = tip(row.sources, row.note)
        dim = self._colours.dim
        name = f'<span title="{about}" style="color:{dim}">{escape(row.name)}</span>'
        across = f'<td colspan="{len(widths)}"'
        values = [self._value(*value, about) for value in zip(row.texts, row.figures, strict=True)]
        if any(len(text) > _LONG_VALUE for text in row.texts):
            rows = f"<tr>{across}>{name}</td></tr><tr>{across}>{'; '.join(values)}</td></tr>"
        else:
            cell = f'<td width="{widths[1]}%" align="right">{_APART}'
            cells = "".join(f"{cell}{value}</td>" for value in values)
            rows = f'<tr><td width="{widths[0]}%">{name}</td>{cells}</tr>'
        if self._explained and row.note:
            note = f'<small><span title="{about}">{escape(row.note)}</span></small>'
            rows += f'<tr>{across} style="color:{dim}">{note}</td></tr>'
        return rows

    def _value(self, value: str, figure: Figure, about: str) -> str:
        text = escape(value)
        if len(value) <= _LONG_VALUE:
            text = text.replace(" ", "&nbsp;")
        if not figure.is_stated:
            text = f'<i style="color:{self._colours.dim}">{text}</i>'
        return f'<span title="{about}">{text}</span>'

    def _group(self, group: ShownGroup, chapter: Chapter) -> str:
        notes = "".join(self._note(note) for note in group.notes)
        return f"{_subheading(group.title)}{notes}{self._citation((group.source,), chapter)}"

    def _note(self, shown: ShownNote) -> str:
        text = rule_text(shown.note, self._colours)
        rows = "".join(self._row(Row.of(figure), (70, 30)) for figure in shown.figures)
        table = f"{TABLE}{rows}</table>" if rows else ""
        return f'<p style="margin-top:4px; margin-bottom:0">{text}</p>{table}'

    def _citation(self, sources: Sequence[Source], chapter: Chapter) -> str:
        every = "\n".join(map(str, sources))
        fold = link(f"{SOURCE}{chapter.id}", "Source", self._colours, every)
        if chapter.id not in self._unfolded:
            return small_print(fold, self._colours)
        cited = "; ".join(map(escape, self._cited(sources)))
        return small_print(f"{fold}: {cited}", self._colours)

    def _cited(self, sources: Sequence[Source]) -> tuple[str, ...]:
        """Return each document once; where all is explained, with its tables."""
        tables: dict[str, list[str]] = {}
        for source in sources:
            # A figure that several documents agree on names them in one source.
            for document in source.documents:
                tables.setdefault(document, [])
                if source.table not in tables[document]:
                    tables[document].append(source.table)
        if not self._explained:
            return tuple(tables)
        if sum(map(len, itertools.chain(*tables.values()))) > _LONGEST_TABLES:
            return tuple(tables)
        return tuple(f"{document}: {', '.join(names)}" for document, names in tables.items())


def _named_by_its_section(chapter: Chapter) -> bool:
    """Return whether one heading is enough: “Outline, mm” says the chapter's title too."""
    return len(chapter.sections) == 1 and not chapter.in_parts


def _subheading(title: str) -> str:
    return f'<p style="margin-top:7px; margin-bottom:1px"><b>{escape(title)}</b></p>'
