"""What to say of a number while it is typed: its fields, what may follow, what it may become."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import format_height, pluralize
from a4s_gui.catalog.part_numbers.completion import (
    Candidate,
    Choice,
    Completion,
    candidate_of,
    complete,
)
from a4s_gui.catalog.part_numbers.lookup import made_part
from a4s_gui.catalog.part_numbers.part_number import FieldMeaning, normalize
from a4s_gui.catalog.part_numbers.recognition import looks_like_number, split_numbers
from a4s_gui.catalog.part_numbers.text_search import is_pattern, numbers_like
from a4s_gui.catalog.wording import printable
from a4s_gui.frozen import frozen
from a4s_gui.session.search_advice import completions

_ALL = 200
"""More than there are part numbers."""
_SPELT_OUT = 3
"""Of so many choices each is explained; more are only named."""


@frozen
class Suggestion:
    """Something to choose: a text to search for, or where ``pair_id`` is given, that pair."""

    label: str
    meaning: str
    text: str = ""
    pair_id: str = ""


@frozen
class PartNumberHelp:
    """What is known of a typed text; false where it is nothing that the card would help with.

    ``before`` is what stands before the number in the text. ``next_name`` is the field that is
    typed next, ``begun`` what is typed of it, and ``next_choices`` what may stand there. ``remark``
    is about the number as a whole: its problem, that it is a former one, how many a pattern fits.
    """

    typed: str = ""
    before: str = ""
    fields: tuple[FieldMeaning, ...] = ()
    begun: str = ""
    next_name: str = ""
    next_choices: tuple[Choice, ...] = ()
    remark: str = ""
    is_wrong: bool = False
    ways: tuple[Suggestion, ...] = ()
    ways_title: str = ""
    source: str = ""

    def __bool__(self) -> bool:
        return bool(self.fields or self.remark or self.ways)

    def as_text(self) -> str:
        """Return everything as lines to be copied."""
        lines = [self.typed]
        lines += [f"{f.characters or '-'}\t{f.name}\t{f.meaning}" for f in self.fields]
        if self.next_name:
            choices = ", ".join(words for words, _ in self.next_pieces())
            lines.append(f"{self.begun}…\t{self.next_name}\t{choices}")
        lines += [self.remark] if self.remark else []
        lines += [self.ways_title] if self.ways else []
        lines += [f"{way.label}\t{way.meaning}" for way in self.ways]
        lines += [f"Source: {self.source}"] if self.source else []
        return "\n".join(lines) + "\n"

    def next_pieces(self) -> Iterator[tuple[str, str]]:
        """Yield the words of each choice of the next field, and the text it leads to, if any."""
        few = len(self.next_choices) <= _SPELT_OUT
        for choice in self.next_choices:
            words = choice.characters or "nothing more"
            if few or not choice.characters.isdecimal():
                words += f" ({choice.meaning})"
            yield words, self.before + choice.typed if choice.characters else ""


def explain_typed(catalog: Catalog, text: str) -> PartNumberHelp:
    """Explain the part number at the end of a typed text; words are not explained."""
    before, number = _last_number(text)
    if not normalize(number):
        return PartNumberHelp()
    found = complete(catalog, number, most=_ALL)
    if is_pattern(number):
        return _pattern(catalog, found, before)
    if found.problem:
        if looks_like_number(number):
            return _wrong(catalog, found, before)
        return _inside(catalog, number, before)
    return _right(catalog, found, before)


def _last_number(text: str) -> tuple[str, str]:
    """Return what stands before the number that is being typed, and that number."""
    number = split_numbers(text)[-1].strip()
    # Where a maker's name within it was left out, it does not stand in the text as it is.
    return text[: max(text.rfind(number), 0)], number


def _right(catalog: Catalog, found: Completion, before: str) -> PartNumberHelp:
    """Explain the beginning of a number, or a whole one."""
    part = made_part(catalog, found.typed) if found.is_whole else None
    pairs = catalog.pairs_of(str(part.today())) if part else ()
    others = [c for c in found.candidates if c.part_number != found.typed]
    title = "may become"
    if found.is_whole:
        what = "pair" if len(pairs) == 1 else "pairs"
        title = f"mates with {' and '.join(found.mates)}; Return goes to the {what} in the table"
    nexts = found.next_field
    return PartNumberHelp(
        typed=found.typed,
        before=before,
        fields=found.fields,
        begun=found.typed[sum(len(field.characters) for field in found.fields) :],
        next_name=nexts.name if nexts else "",
        next_choices=nexts.choices if nexts else (),
        remark=f"{found.note}." if found.note else "",
        ways=(*(_pair_way(pair) for pair in pairs), *_number_ways(others, before)),
        ways_title=title,
        source=_source(catalog, found.fields),
    )


def _wrong(catalog: Catalog, found: Completion, before: str) -> PartNumberHelp:
    return PartNumberHelp(
        typed=printable(found.typed),
        fields=found.fields,
        remark=found.problem,
        is_wrong=True,
        ways=_number_ways(map(candidate_of, found.nearest), before),
        ways_title="nearest",
        source=_source(catalog, found.fields),
    )


def _pattern(catalog: Catalog, found: Completion, before: str) -> PartNumberHelp:
    numbers = numbers_like(found.typed, catalog.part_numbers)
    pairs = {pair.id for number in numbers for pair in catalog.pairs_of(number)}
    remark = (
        f"{pluralize(len(numbers), 'part number')} like this, in {pluralize(len(pairs), 'pair')}; "
        "* stands for any characters, ? for one"
    )
    return PartNumberHelp(
        typed=printable(found.typed),
        remark=remark if numbers else found.problem,
        is_wrong=not numbers,
        ways=_number_ways(found.candidates, before),
        ways_title="like this",
    )


def _inside(catalog: Catalog, number: str, before: str) -> PartNumberHelp:
    """Name the numbers that hold what is typed: somebody may remember only the end of one."""
    ways = _number_ways(map(candidate_of, completions(catalog, number)), before)
    return PartNumberHelp(typed=printable(number), ways=ways, ways_title="with this in it")


def _number_ways(candidates: Iterable[Candidate], before: str) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(c.part_number, c.meaning, before + c.part_number) for c in candidates)


def _pair_way(pair: Pair) -> Suggestion:
    words = []
    if pair.mated_height_mm is not None:
        words.append(f"mated height {format_height(pair.mated_height_mm)}")
    if pair.packaging_pitch_mm is not None:
        words.append(f"{pair.packaging_pitch_mm} mm packaging")
    return Suggestion(pair.numbers, ", ".join(words) or "for inspection", pair_id=pair.id)


def _source(catalog: Catalog, fields: Sequence[FieldMeaning]) -> str:
    names = dict.fromkeys(field.source for field in fields)
    return "; ".join(f"{s.document}: {s.table}" for s in map(catalog.sources.__getitem__, names))
