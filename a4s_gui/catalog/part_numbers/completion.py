"""A part number while it is typed: what is read so far, what may come next, what it may become."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Product
from a4s_gui.catalog.numbers import format_height
from a4s_gui.catalog.part_numbers.lookup import (
    find_bare,
    former_note,
    made_part,
    mates_of,
    refuse_ambiguous,
)
from a4s_gui.catalog.part_numbers.part_number import (
    AmbiguousNumberError,
    FieldMeaning,
    PartNumberError,
    explain,
    normalize,
    parse,
)
from a4s_gui.catalog.part_numbers.recognition import bare_number, with_series, without_maker
from a4s_gui.catalog.part_numbers.text_search import is_pattern, numbers_like
from a4s_gui.catalog.wording import printable
from a4s_gui.frozen import frozen

_LONGEST = 12
"""No number, however it is written, has more characters."""


@frozen
class Choice:
    """What may stand in the next field: its characters (may be empty: the number ends there).

    ``typed`` is the whole number with them; ``parts`` how many part numbers that are made go on
    that way.
    """

    characters: str
    meaning: str
    typed: str
    parts: int


@frozen
class NextField:
    """The field that is typed next, or that has been begun, with everything that is made.

    Of inspection types it may be another field than of standard ones.
    """

    names: tuple[str, ...]
    choices: tuple[Choice, ...]

    @property
    def name(self) -> str:
        """The field in words."""
        return " or ".join(self.names)


@frozen
class Candidate:
    """A part number that the text may become, with its meaning in a line."""

    part_number: str
    meaning: str


@frozen
class Completion:
    """What is known of a typed text.

    ``fields`` are those that are typed completely. ``next_field`` is ``None`` where nothing can
    follow. ``is_whole`` tells that the text is a number that is made, which may still go on;
    ``mates`` are then the numbers that it mates with. ``problem`` says what is wrong where the
    text leads to no number, with the numbers nearest to it in ``nearest``; ``note`` is about
    former numbers.
    """

    typed: str
    fields: tuple[FieldMeaning, ...]
    next_field: NextField | None
    candidates: tuple[Candidate, ...]
    is_whole: bool = False
    mates: tuple[str, ...] = ()
    problem: str = ""
    nearest: tuple[str, ...] = ()
    note: str = ""


def complete(catalog: Catalog, text: str, most: int = 10) -> Completion:
    """Read a part number as far as it is typed; an empty text may become any number.

    Case, spaces and hyphens do not matter, and the series may be left out: ``540`` means
    ``AXE540``. A former number is completed to today's; ``*`` and ``?`` stand for any characters
    and for one. No more than ``most`` candidates are named; the choices of the next field are
    complete.
    """
    number = bare_number(without_maker(text))
    typed = with_series(normalize(number))
    try:
        refuse_ambiguous(catalog, number)
    except AmbiguousNumberError as error:
        problem = f"{error.field}: {error.reason}"
        return Completion(typed, (), None, (), problem=problem, nearest=error.nearest)
    if is_pattern(typed):
        return _like(catalog, typed, most)
    numbers = _going_on(catalog, typed)
    if not numbers:
        return _former(catalog, typed) or _wrong(catalog, typed)
    spelled = {number: _explained(number) for number in numbers}
    place = _place(spelled[numbers[0]], typed)
    return Completion(
        typed=typed,
        fields=spelled[numbers[0]][:place],
        next_field=_next_field(spelled, place, typed),
        candidates=tuple(map(candidate_of, numbers[:most])),
        is_whole=typed in spelled,
        mates=mates_of(catalog, typed),
    )


def _going_on(catalog: Catalog, typed: str) -> list[str]:
    return [number for number in catalog.part_numbers if number.startswith(typed)]


def _like(catalog: Catalog, pattern: str, most: int) -> Completion:
    """Return the numbers that a pattern stands for."""
    numbers = numbers_like(pattern, catalog.part_numbers)
    problem = "" if numbers else f"no part number looks like {printable(pattern)}"
    candidates = tuple(map(candidate_of, numbers[:most]))
    return Completion(pattern, (), None, candidates, problem=problem)


def _former(catalog: Catalog, typed: str) -> Completion | None:
    """Return what a former number is today, ``None`` where the text is none."""
    part = made_part(catalog, typed)
    if part is None or not part.former:
        return None
    today = str(part.today())
    return Completion(
        typed=typed,
        fields=explain(part),
        next_field=None,
        candidates=(candidate_of(today),),
        is_whole=True,
        mates=mates_of(catalog, today),
        note=former_note(part),
    )


@lru_cache(maxsize=256)
def _explained(number: str) -> tuple[FieldMeaning, ...]:
    return explain(parse(number))


def _place(fields: Sequence[FieldMeaning], typed: str) -> int:
    """Return how many fields of a number are typed completely."""
    length = 0
    for place, field in enumerate(fields):
        length += len(field.characters)
        # The last field may be empty: it is not there before somebody says that nothing follows.
        if length > len(typed) or (length == len(typed) and not field.characters):
            return place
    return len(fields)


def _next_field(
    spelled: dict[str, tuple[FieldMeaning, ...]], place: int, prefix: str
) -> NextField | None:
    """Return the field at a place with everything that may stand there."""
    choices: dict[str, Choice] = {}
    names: dict[str, None] = {}
    for fields in spelled.values():
        if place >= len(fields):
            continue
        field = fields[place]
        typed = "".join(f.characters for f in fields[: place + 1])
        known = choices.get(typed)
        parts = 1 if known is None else known.parts + 1
        choices[typed] = Choice(field.characters, field.meaning, typed, parts)
        names[field.name] = None
    if not choices or set(choices) == {prefix}:
        return None
    return NextField(tuple(names), tuple(choices.values()))


def candidate_of(number: str) -> Candidate:
    """Return a number with its meaning in a line."""
    part = parse(number)
    words = [f"{part.half}, {part.pins} pins"]
    if part.product is Product.INSPECTION:
        words.append("for inspection")
    else:
        heights = "/".join(format_height(height, "") for height in part.mated_heights_mm)
        words += [f"mated height {heights} mm", f"{part.packaging_pitch_mm} mm packaging"]
    return Candidate(number, ", ".join(words))


def _wrong(catalog: Catalog, typed: str) -> Completion:
    """Return what is wrong with a text that no number begins with."""
    try:
        find_bare(catalog, typed)
    except PartNumberError as error:
        field, reason, nearest = error.field, error.reason, error.nearest
    else:  # pragma: no cover
        raise AssertionError(typed)
    right = next(
        typed[:n] for n in range(min(len(typed), _LONGEST), -1, -1) if _going_on(catalog, typed[:n])
    )
    spelled = {number: _explained(number) for number in _going_on(catalog, right)}
    fields = next(iter(spelled.values()))
    place = _place(fields, right)
    possible = _next_field(spelled, place, right)
    if possible is not None and field not in possible.names:
        # The key has no complaint before a later field; it is only not made.
        begun = typed[len("".join(f.characters for f in fields[:place])) :]
        listed = ", ".join(dict.fromkeys(c.characters for c in possible.choices if c.characters))
        field = possible.name
        reason = f"nothing that is made has “{printable(begun)}” here; possible: {listed}"
    problem = f"{field}: {reason}"
    return Completion(typed, fields[:place], None, (), problem=problem, nearest=nearest)
