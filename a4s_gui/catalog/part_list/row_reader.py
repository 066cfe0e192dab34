"""One row of a list: the numbers in its cells, which of them count, and what is doubted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_list.columns import Columns, Role, heading, quantity_of
from a4s_gui.catalog.part_list.line import LineState, ListLine, each_once
from a4s_gui.catalog.part_list.rows import Row
from a4s_gui.catalog.part_numbers.lookup import find_part, former_note, refuse_ambiguous
from a4s_gui.catalog.part_numbers.nearest import nearest_part_numbers
from a4s_gui.catalog.part_numbers.part_number import (
    AmbiguousNumberError,
    PartNumberError,
    in_plain_characters,
    normalize,
)
from a4s_gui.catalog.part_numbers.recognition import (
    bare_number,
    is_without_series,
    looks_misspelt,
    numbers_in,
    other_series,
    with_series,
    with_suffix,
)
from a4s_gui.catalog.part_numbers.text_search import is_pattern, numbers_like
from a4s_gui.catalog.wording import first_of, printable
from a4s_gui.frozen import frozen, replace

_BETWEEN_WORDS = re.compile(r"[\t,;|]")
_COUNTED = re.compile(
    r"(?:[x×*]\s?)?([1-9][0-9]{0,6})\s?(?:[x×*]|pcs?\.?|pieces?|stk\.?)?", re.IGNORECASE
)
_NAMED = 3


@frozen
class _Mention:
    """A number in a cell and what it means: parts, or why it is doubted."""

    text: str
    parts: tuple[str, ...] = ()
    reason: str = ""
    suggestions: tuple[str, ...] = ()
    note: str = ""
    is_ambiguous: bool = False


class RowReader:
    """Reads row after row; what a heading says of the columns holds for the rows below it."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._columns = Columns()
        self._known: dict[tuple[str, ...], _Mention] = {}

    def read(self, row: Row) -> ListLine:
        """Return what one row means."""
        return replace(self._read(row), number=row.number, text=row.text)

    def _read(self, row: Row) -> ListLine:
        mentions = [list(self._mentions(cell)) for cell in row.cells]
        if not any(mentions):
            columns = heading(row.cells)
            self._columns = columns or self._columns
            return self._without_number(row.cells)
        clean, others = self._clean(row.cells, mentions)
        claims = list(_claims(row.cells, mentions, clean))
        if not clean or claims:
            every = [mention for of_cell in mentions for mention in of_cell]
            return self._with_quantity(row, _doubted(clean, claims or every))
        parts = each_once(mention.parts for mention in clean)
        notes = list(dict.fromkeys(mention.note for mention in clean if mention.note))
        if others:
            notes.append(f"also named, not counted: {first_of(others, _NAMED)}")
        line = ListLine(0, "", LineState.RESOLVED, parts, note="; ".join(notes))
        if any(is_pattern(mention.text) for mention in clean):
            return line  # how many of each it means, nobody knows
        return self._with_quantity(row, line)

    def _mentions(self, cell: str) -> Iterator[_Mention]:
        for ways in numbers_in(cell):
            key = tuple(ways)
            if key not in self._known:
                self._known[key] = self._meaning(ways)
            yield self._known[key]

    def _meaning(self, ways: Sequence[str]) -> _Mention:
        """Return what a number means in the likeliest way, or what is wrong with it."""
        if is_pattern(ways[0]):
            parts = numbers_like(ways[0], self._catalog.part_numbers)
            reason = "" if parts else f"no part number looks like {printable(ways[0])}"
            return _Mention(ways[0], parts, reason)
        try:
            refuse_ambiguous(self._catalog, ways[-1])
            return self._made(ways[0])
        except AmbiguousNumberError as error:
            return _refused(error)
        except PartNumberError as error:
            for way in ways[1:]:
                with suppress(PartNumberError):
                    return self._made(way)
            return _refused(error)

    def _made(self, number: str) -> _Mention:
        part = find_part(self._catalog, number)
        return _Mention(number, (str(part.today()),), note=former_note(part) if part.former else "")

    def _clean(
        self, cells: Sequence[str], mentions: Sequence[Sequence[_Mention]]
    ) -> tuple[list[_Mention], list[str]]:
        """Return the clean numbers that count, and the parts that are only named beside them.

        What the maker's number says goes before other cells, and those before links and names of
        footprints.
        """
        groups: list[list[_Mention]] = [[], [], []]
        for place, cell in enumerate(cells):
            group = _rank(self._columns, place, cell)
            groups[group] += [mention for mention in mentions[place] if mention.parts]
        counting: list[_Mention] = next((group for group in groups if group), [])
        counted = {part for mention in counting for part in mention.parts}
        every = each_once(mention.parts for group in groups for mention in group)
        return counting, [part for part in every if part not in counted]

    def _with_quantity(self, row: Row, line: ListLine) -> ListLine:
        count, note = quantity_of(self._columns, row.cells)
        if count is None and not note and len(row.cells) == 1:
            count = _count_beside(row.cells[0])
        notes = "; ".join(text for text in (line.note, note) if text)
        return replace(line, quantity=count, note=notes)

    def _without_number(self, cells: Iterable[str]) -> ListLine:
        """Return what a row without a number of the series may mean."""
        name = self._catalog.series.name
        ignored = ListLine(0, "", LineState.IGNORED, reason=f"no {name} part number in it")
        for cell in cells:
            other = other_series(cell)
            if other is not None:
                what = f"{other.prefix} is {self._catalog.series.maker}'s {other.name}, not {name}"
                return replace(ignored, note=what)
            for piece in dict.fromkeys((cell, *_BETWEEN_WORDS.split(cell))):
                doubt = self._doubt(normalize(piece)) or self._doubt_of_characters(piece)
                if doubt is not None:
                    return doubt
        return ignored

    def _doubt(self, cell: str) -> ListLine | None:
        """Return what a cell without the series may have meant, ``None`` where nothing."""
        catalog = self._catalog
        if is_without_series(cell):
            reason = f"{cell}: a part number begins with {catalog.series.prefix}"
            whole = with_series(cell)
            is_made = bool(catalog.pairs_of(whole))
            return _doubtful(reason, (whole,) if is_made else nearest_part_numbers(catalog, cell))
        if looks_misspelt(cell):
            reason = f"{printable(cell)}: perhaps a misspelt part number"
            return _doubtful(reason, nearest_part_numbers(catalog, cell))
        return None

    def _doubt_of_characters(self, cell: str) -> ListLine | None:
        """Return what a cell in full-width characters may have meant, ``None`` where nothing."""
        plain = in_plain_characters(cell)
        if plain == cell:
            return None
        for meant in self._mentions(plain):
            reason = f"{printable(cell)}: not written in plain letters and digits"
            return _doubtful(reason, meant.parts or meant.suggestions)
        return None


def _rank(columns: Columns, place: int, cell: str) -> int:
    """Return 0 for a cell with the maker's number, 1 for any other, 2 for links and the like."""
    role = columns.role(place)
    if role is Role.PART:
        return 0
    return 2 if role is Role.DESCRIPTION or "://" in cell or bare_number(cell) != cell else 1


def _claims(
    cells: Sequence[str], mentions: Sequence[Sequence[_Mention]], clean: Sequence[_Mention]
) -> Iterator[_Mention]:
    """Yield what is wrong in cells that hold only numbers, where it is no clean one and more.

    ``AXE540127TR`` beside ``AXE540127`` is a distributor's; ``AXE538127`` there is a part too.
    """
    known = tuple(normalize(mention.text) for mention in clean)
    for cell, of_cell in zip(cells, mentions, strict=True):
        for mention in () if "://" in cell else of_cell:
            number = with_suffix(mention.text)
            is_beside_words = len(of_cell) == 1 and with_suffix(cell) != number
            is_known = number in known if mention.is_ambiguous else number.startswith(known)
            if not (mention.parts or is_beside_words or is_known):
                yield mention


def _refused(error: PartNumberError) -> _Mention:
    reason = f"{printable(error.text)}: {error.field}: {error.reason}"
    is_ambiguous = isinstance(error, AmbiguousNumberError)
    return _Mention(error.text, (), reason, error.nearest, is_ambiguous=is_ambiguous)


def _doubted(clean: Iterable[_Mention], doubts: Sequence[_Mention]) -> ListLine:
    reason = "; ".join(dict.fromkeys(mention.reason for mention in doubts if mention.reason))
    line = _doubtful(reason, each_once(mention.suggestions for mention in doubts))
    return replace(line, parts=each_once(mention.parts for mention in clean))


def _doubtful(reason: str, suggestions: tuple[str, ...]) -> ListLine:
    return ListLine(0, "", LineState.DOUBTFUL, reason=reason, suggestions=suggestions)


def _count_beside(cell: str) -> int | None:
    """Return the count in a line such as ``AXE540127 5 pcs`` or ``5 x AXE540127``."""
    for ways in numbers_in(cell):
        before, _, after = cell.partition(ways[0])
        counts = [_COUNTED.fullmatch(text.strip()) for text in (before, after) if text.strip()]
        return int(counts[0][1]) if len(counts) == 1 and counts[0] else None
    return None
