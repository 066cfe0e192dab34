"""Figures in sections, each with its sources: what is said, apart from how it looks."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.figure import Figure, cited
from a4s_gui.catalog.model import Pair, Source
from a4s_gui.frozen import frozen
from a4s_gui.geometry.land_pattern.pattern import LandPattern


@frozen
class Row:
    """One line of a section: a figure, or that of each half under one name.

    ``note`` says how the figures are to be read, where the name does not.
    """

    name: str
    figures: tuple[Figure, ...]
    note: str = ""

    @classmethod
    def of(cls, figure: Figure) -> Row:
        """Return a figure as a line of its own, its formula and condition beneath."""
        return cls(figure.name, (figure,), figure.note)

    @property
    def texts(self) -> tuple[str, ...]:
        """The values, without their unit where the section's heading has it: for both halves."""
        if len(self.figures) == 1:
            return (self.figures[0].text,)
        return tuple(figure.number for figure in self.figures)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source once, that of the socket and that of the header in turn."""
        in_turn = zip(*(figure.sources for figure in self.figures), strict=True)
        return tuple(dict.fromkeys(source for sources in in_turn for source in sources))


@frozen
class Section:
    """Rows that belong together.

    ``columns`` heads the values where there are two a row; ``unit`` is then that of them all.
    """

    title: str
    rows: tuple[Row, ...]
    columns: tuple[str, ...] = ()
    unit: str = ""
    note: str = ""

    @classmethod
    def of(cls, title: str, figures: Iterable[Figure], note: str = "") -> Section:
        """Return a section with a row for each figure."""
        return cls(title, tuple(map(Row.of, figures)), note=note)

    @property
    def heading(self) -> str:
        """The title, with the unit where the values name none."""
        return f"{self.title}, {self.unit}" if self.unit else self.title

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the section once, in the order of the rows."""
        return tuple(dict.fromkeys(source for row in self.rows for source in row.sources))


def section_lines(section: Section) -> list[str]:
    """Return a section as lines of plain text, tabs between the columns.

    What is said of a figure stands below it, the sources at the end.
    """
    lines = ["\t".join((section.heading, *section.columns))]
    for row in section.rows:
        lines.append("\t".join((row.name, *row.texts)))
        lines += [f"  {row.note}"] if row.note else []
    lines += [section.note] if section.note else []
    return [*lines, *cited(section.sources)]


def page_text(pair: Pair, pattern: LandPattern, parts: Iterable[Iterable[str]]) -> str:
    """Return parts, each some lines, as plain text about a pair on a land pattern."""
    lines = [f"{pair.numbers}, land pattern “{pattern.title}”"]
    for part in parts:
        lines += ["", *part]
    return "\n".join(lines) + "\n"
