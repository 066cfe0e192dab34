"""Pasted lists: each line of a bill of materials resolved to parts, doubted or passed over."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_numbers.lookup import find_part, former_note
from a4s_gui.catalog.part_numbers.nearest import nearest_part_numbers
from a4s_gui.catalog.part_numbers.part_number import PartNumberError, in_plain_characters, normalize
from a4s_gui.catalog.part_numbers.recognition import (
    is_without_series,
    looks_misspelt,
    numbers_in,
    with_series,
)
from a4s_gui.catalog.part_numbers.text_search import is_pattern, numbers_like
from a4s_gui.catalog.wording import printable
from a4s_gui.errors import A4sError

MOST_LINES = 5_000
_LONGEST_LINE = 1_000
"""Characters of a line that are looked at; a part number further on is not expected."""


_NEARLY_WHOLE = 7
"""From so many characters on, a piece of a number may be meant to be all of it."""


class PartListError(A4sError):
    """A list that cannot be read."""


class LineState(StrEnum):
    """What became of a line."""

    RESOLVED = "resolved"
    DOUBTFUL = "doubtful"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of a list.

    ``parts`` are the part numbers that it means, today's ones, and ``pairs`` the ids of their
    pairs. ``reason`` says why a line is doubted or ignored, ``suggestions`` what may have been
    meant, and ``note`` what else to know: former numbers, repeated lines.
    """

    number: int
    text: str
    state: LineState
    parts: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    reason: str = ""
    suggestions: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PartList:
    """Every line of a pasted text that is not empty."""

    lines: tuple[ListLine, ...]

    def of_state(self, state: LineState) -> tuple[ListLine, ...]:
        """Return the lines of one state."""
        return tuple(line for line in self.lines if line.state is state)

    @property
    def pair_ids(self) -> frozenset[str]:
        """The pairs that the list means: what a filter's ``listed`` takes."""
        return frozenset(pair for line in self.lines for pair in line.pairs)

    @property
    def summary(self) -> str:
        """How many lines became what, in a few words."""
        counts = [(state, len(self.of_state(state))) for state in LineState]
        return (
            ", ".join(f"{count} {state}" for state, count in counts if count) or "nothing to read"
        )


def read_list(catalog: Catalog, text: str) -> PartList:
    """Read a list of parts: one a line, alone or among the columns of a bill of materials.

    Columns are separated by tabs, commas, semicolons or bars. A number may be a former one, or
    stand for several (``AXE5**127``). Where the list names both halves of a pair that pair is
    meant; a socket alone means its pairs of every mated height.

    Raises
    ------
    PartListError
        The list has more than ``MOST_LINES`` lines.
    """
    reading = reading_list(catalog, text)
    while True:
        try:
            next(reading)
        except StopIteration as done:
            found: PartList = done.value
            return found


def reading_list(catalog: Catalog, text: str) -> Generator[tuple[int, int], None, PartList]:
    """Read a list as :func:`read_list` does, a line a step; yield how many of how many are read.

    A line that is doubted takes milliseconds, and a list may have thousands: whoever has other
    things to do as well takes some steps at a time.

    Raises
    ------
    PartListError
        The list has more than ``MOST_LINES`` lines.
    """
    lines = [(i, line.strip()) for i, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST_LINES:
        raise PartListError(
            f"list: {len(lines):,} lines are more than the {MOST_LINES:,} it may have"
        )
    known: dict[str, ListLine] = {}
    read: list[ListLine] = []
    for number, line in lines:
        read.append(replace(_read_line(catalog, line, known), number=number, text=line))
        yield len(read), len(lines)
    return PartList(tuple(with_pairs(catalog, _with_repeats(read))))


_BETWEEN_CELLS = re.compile(r"[\t,;|]")


def _read_line(catalog: Catalog, line: str, known: dict[str, ListLine]) -> ListLine:
    """Read one line; ``known`` remembers what the same words meant before."""
    head = line[:_LONGEST_LINE]
    cells = [cell.strip().strip("\"'").strip() for cell in _BETWEEN_CELLS.split(head)]
    found: list[ListLine] = []
    for cell in cells:
        for numbers in numbers_in(cell):
            key = "\n".join(numbers)
            if key not in known:
                known[key] = _best(numbers, [_read_number(catalog, n) for n in numbers])
            found.append(known[key])
    if found:
        return _joined(found)
    for cell in cells:
        doubt = _doubt(catalog, normalize(cell)) or _doubt_of_characters(catalog, cell)
        if doubt is not None:
            return doubt
    reason = f"no {catalog.series.name} part number in it"
    return ListLine(0, "", LineState.IGNORED, reason=reason)


def _read_number(catalog: Catalog, number: str) -> ListLine:
    if is_pattern(number):
        parts = numbers_like(number, catalog.part_numbers)
        if parts:
            return ListLine(0, "", LineState.RESOLVED, parts)
        return _doubtful(f"no part number looks like {printable(number)}")
    try:
        part = find_part(catalog, number)
    except PartNumberError as error:
        return _doubtful(f"{printable(number)}: {error.field}: {error.reason}", error.nearest)
    note = former_note(part) if part.former else ""
    return ListLine(0, "", LineState.RESOLVED, (str(part.today()),), note=note)


def _best(numbers: Sequence[str], ways: Sequence[ListLine]) -> ListLine:
    """Return what the likeliest way that is a number means, or what is wrong with the first."""
    for number, way in zip(numbers, ways, strict=True):
        if way.state is not LineState.RESOLVED:
            continue
        if number is numbers[0] or len(normalize(numbers[0])) < _NEARLY_WHOLE:
            return way
        # "AXE53412 4" may be a number in two pieces, or one cut short and a quantity.
        reason = f"{printable(number)}: is the last piece part of the number?"
        return replace(
            way, state=LineState.DOUBTFUL, parts=(), reason=reason, suggestions=way.parts
        )
    return ways[0]


def _joined(found: list[ListLine]) -> ListLine:
    """Return one line of several numbers; one that is doubted makes the line doubtful."""
    doubts = [line for line in found if line.state is LineState.DOUBTFUL]
    notes = dict.fromkeys(line.note for line in found if line.note)
    return ListLine(
        0,
        "",
        LineState.DOUBTFUL if doubts else LineState.RESOLVED,
        parts=each_once(line.parts for line in found),
        reason="; ".join(dict.fromkeys(line.reason for line in doubts)),
        suggestions=each_once(line.suggestions for line in doubts),
        note="; ".join(notes),
    )


def _doubt(catalog: Catalog, cell: str) -> ListLine | None:
    """Return what a cell without the series may have meant, ``None`` where nothing."""
    if is_without_series(cell):
        reason = f"{cell}: a part number begins with {catalog.series.prefix}"
        whole = with_series(cell)
        is_made = bool(catalog.pairs_of(whole))
        return _doubtful(reason, (whole,) if is_made else nearest_part_numbers(catalog, cell))
    if looks_misspelt(cell):
        reason = f"{printable(cell)}: perhaps a misspelt part number"
        return _doubtful(reason, nearest_part_numbers(catalog, cell))
    return None


def _doubt_of_characters(catalog: Catalog, cell: str) -> ListLine | None:
    """Return what a cell in full-width characters may have meant, ``None`` where nothing."""
    plain = in_plain_characters(cell)
    if plain == cell:
        return None
    for numbers in numbers_in(plain):
        meant = _read_number(catalog, numbers[0])
        reason = f"{printable(cell)}: not written in plain letters and digits"
        return _doubtful(reason, meant.parts or meant.suggestions)
    return None


def _doubtful(reason: str, suggestions: tuple[str, ...] = ()) -> ListLine:
    return ListLine(0, "", LineState.DOUBTFUL, reason=reason, suggestions=suggestions)


def _with_repeats(lines: Iterable[ListLine]) -> Iterator[ListLine]:
    """Yield the lines, those that name the parts of an earlier one with a note of it."""
    first: dict[tuple[str, ...], int] = {}
    for line in lines:
        earlier = first.setdefault(line.parts, line.number) if line.parts else line.number
        if earlier == line.number:
            yield line
        else:
            again = f"the same as line {earlier}"
            yield replace(line, note=f"{line.note}; {again}" if line.note else again)


def with_pairs(catalog: Catalog, lines: Iterable[ListLine]) -> Iterator[ListLine]:
    """Yield lines with the pairs that they mean: those whose halves are both listed, else all."""
    every = list(lines)
    listed = {part for line in every for part in line.parts}
    for line in every:
        pairs: dict[str, None] = {}
        for part in line.parts:
            of_part = catalog.pairs_of(part)
            whole = [p for p in of_part if all(c.part_number in listed for c in p.connectors)]
            pairs |= dict.fromkeys(pair.id for pair in whole or of_part)
        yield replace(line, pairs=tuple(pairs))


def each_once(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the items of all groups in their first order."""
    return tuple(dict.fromkeys(item for group in groups for item in group))
