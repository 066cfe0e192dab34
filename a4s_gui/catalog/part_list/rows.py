"""A text as rows of cells: lines of a list, or a table with whichever separator it has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from a4s_gui.frozen import frozen

_SEPARATORS = "\t;,|"
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_JUDGED_CHARACTERS = 50_000
"""Of a text so much is looked at to find its separator."""
_PLACEMENT = re.compile(r"^#[ \t]*Ref[ \t]+Val[ \t]+Package\b", re.MULTILINE)
"""The heading of KiCad's placement files (``.pos``)."""
_EXCEL_SEPARATOR = re.compile(r"\s*sep=(.)[ \t]*\n", re.IGNORECASE)


@frozen
class Row:
    """One row: the number of the line where it begins, its cells, and what it says in one line.

    A cell in quotation marks may go over several ``lines``.
    """

    number: int
    cells: tuple[str, ...]
    text: str
    lines: int = 1


def rows_of_text(text: str) -> tuple[Row, ...]:
    """Return the rows of a text that are not empty.

    A cell in quotation marks may hold separators and line ends, as spreadsheets write them.
    """
    lines = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    if _PLACEMENT.search(lines[:_JUDGED_CHARACTERS]):
        return tuple(_blank_separated(lines))
    stated = _EXCEL_SEPARATOR.match(lines)
    separator = stated[1] if stated else _separator(lines[:_JUDGED_CHARACTERS])
    start = stated.end() if stated else 0
    return tuple(_rows(lines, start, separator))


def without_row(text: str, number: int) -> str:
    """Return a text without the row that begins at a line; other rows keep their numbers."""
    lines = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")).split("\n")
    for row in rows_of_text(text):
        if row.number == number:
            lines[number - 1 : number - 1 + row.lines] = [""] * row.lines
    return "\n".join(lines)


def _blank_separated(text: str) -> Iterator[Row]:
    """Yield the rows of a placement file; KiCad writes underscores for blanks in its cells."""
    for number, line in enumerate(text.split("\n"), 1):
        cells = tuple(line.removeprefix("#").split())
        if cells:
            yield Row(number, cells, line.strip())


def _separator(text: str) -> str:
    """Return the character that parts most lines into equally many cells; a tab where none does."""
    lines = [line for line in text.split("\n") if line.strip()]
    scores: dict[str, tuple[int, int]] = {}
    for separator in _SEPARATORS:
        counts = Counter(len(_cells_of(line, separator)) for line in lines)
        counts.pop(1, None)
        if counts:
            cells, times = counts.most_common(1)[0]
            scores[separator] = (times, cells)
    return max(scores, key=scores.__getitem__, default=_SEPARATORS[0])


def _cells_of(line: str, separator: str) -> list[tuple[str, str, str]]:
    return _cell(separator).findall(line)[:-1]  # the last one is the empty rest


def _cell(separator: str) -> re.Pattern[str]:
    """Return what a cell is: in quotation marks that close at its end, or plain."""
    mark = re.escape(separator)
    quoted = rf'[ ]*+"((?:[^"]|"")*+)"[ ]*+(?=[{mark}\n]|\Z)'
    return re.compile(rf"(?:{quoted}|([^{mark}\n]*))({mark}|\n|\Z)")


def _rows(text: str, start: int, separator: str) -> Iterator[Row]:
    cells: list[str] = []
    number = first = text.count("\n", 0, start) + 1
    begin = start
    for match in _cell(separator).finditer(text, start):
        quoted, plain, end = match.groups()
        cells.append(plain.strip(" \t\"'") if quoted is None else quoted.replace('""', '"').strip())
        number += match[0].count("\n")
        if end == separator:
            continue
        row = " ".join(text[begin : match.start(3)].split("\n")).strip()
        if any(cells):
            yield Row(first, tuple(cells), row, max(1, number - first))
        cells, first, begin = [], number, match.end()
