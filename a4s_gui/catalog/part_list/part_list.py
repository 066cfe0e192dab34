"""Pasted lists: each line of a bill of materials resolved to parts, doubted or passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_list.line import LineState, ListLine
from a4s_gui.catalog.part_list.row_reader import RowReader
from a4s_gui.catalog.part_list.rows import rows_of_text
from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen, replace

MOST_LINES = 5_000


class PartListError(A4sError):
    """A list that cannot be read."""


@frozen
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
    def pieces(self) -> Mapping[str, int]:
        """How many pieces of each part the resolved lines mean that say so, in their order."""
        counts: Counter[str] = Counter()
        for line in self.of_state(LineState.RESOLVED):
            counts.update({part: line.quantity for part in line.parts if line.quantity})
        return counts

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
    meant; a socket alone means its pairs of every mated height. More than ``MOST_LINES`` lines are
    a :class:`PartListError`.
    """
    reading = reading_list(catalog, text)
    while True:
        try:
            next(reading)
        except StopIteration as done:
            found: PartList = done.value
            return found


def reading_list(catalog: Catalog, text: str) -> Generator[tuple[int, int], None, PartList]:
    """Read a list as :func:`read_list` does, a row a step; yield how many of how many are read.

    A line that is doubted takes milliseconds, and a list may have thousands: whoever has other
    things to do as well takes some steps at a time. Raises as :func:`read_list`.
    """
    rows = rows_of_text(text)
    if len(rows) > MOST_LINES:
        raise PartListError(
            f"list: {len(rows):,} lines are more than the {MOST_LINES:,} it may have"
        )
    reader = RowReader(catalog)
    read: list[ListLine] = []
    for row in rows:
        read.append(reader.read(row))
        yield len(read), len(rows)
    return PartList(tuple(with_pairs(catalog, _with_repeats(read))))


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
