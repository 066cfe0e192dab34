"""Figures in sections, each with its sources: what is said, apart from how it looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from a4s_gui.catalog.model import Pair, Source
from a4s_gui.geometry.land_pattern.pattern import LandPattern


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: a name, its value or one value a half, and the source of each value.

    ``note`` says how the figure is to be read, where the name does not.
    """

    name: str
    values: tuple[str, ...]
    sources: tuple[Source, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Figures that belong together.

    ``columns`` heads the values where there are two a line; ``unit`` is that of every value which
    names none.
    """

    title: str
    figures: tuple[Figure, ...]
    columns: tuple[str, ...] = ()
    unit: str = ""
    note: str = ""

    @property
    def heading(self) -> str:
        """The title, with the unit where the values name none."""
        return f"{self.title}, {self.unit}" if self.unit else self.title

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the section once, in the order of the figures."""
        return tuple(dict.fromkeys(s for figure in self.figures for s in figure.sources))


def section_lines(section: Section) -> list[str]:
    """Return a section as lines of plain text, tabs between the columns.

    What is said of a figure stands below it, the sources at the end.
    """
    lines = ["\t".join((section.heading, *section.columns))]
    for figure in section.figures:
        lines.append("\t".join((figure.name, *figure.values)))
        lines += [f"  {figure.note}"] if figure.note else []
    lines += [section.note] if section.note else []
    return [*lines, *(f"Source: {source}" for source in section.sources)]


def page_text(pair: Pair, pattern: LandPattern, parts: Iterable[Iterable[str]]) -> str:
    """Return parts, each some lines, as plain text about a pair on a land pattern."""
    lines = [f"{pair.numbers}, land pattern “{pattern.title}”"]
    for part in parts:
        lines += ["", *part]
    return "\n".join(lines) + "\n"
