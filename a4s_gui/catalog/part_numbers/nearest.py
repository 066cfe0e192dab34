"""The existing part numbers nearest to one that does not exist."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_numbers.ordering_key import ordering_key, shape_of
from a4s_gui.catalog.part_numbers.part_number import in_plain_characters, normalize

_LONGEST = 20
"""A text of more characters is no misspelt part number; the longest number has 10."""

_MOST_EDITS = 4
"""Beyond so many wrong characters nothing of a number is left to recognise."""

_EDIT_IN_PINS = 4
"""How many pins of difference weigh as much as one wrong character."""


def nearest_part_numbers(catalog: Catalog, text: str, most: int = 3) -> tuple[str, ...]:
    """Return the existing numbers nearest to a text, best first; empty where nothing is near.

    Where half and pins can be read, few differing characters elsewhere and few pins more or less
    are near; otherwise those numbers that take the fewest edits.
    """
    wanted = normalize(in_plain_characters(text))
    if len(wanted) > _LONGEST:
        return ()
    fields = _fields(wanted)
    if fields is None:
        worst = min(_MOST_EDITS, len(wanted) // 2)
        # Most lines of a bill of materials are words: each strange character takes an edit.
        if sum(character not in _characters() for character in wanted) > worst:
            return ()
        likely = (n for n in catalog.part_numbers if abs(len(n) - len(wanted)) <= worst)
        edits = {number: _edits(wanted, number) for number in likely}
        near = sorted((n for n in edits if edits[n] <= worst), key=edits.__getitem__)
        return tuple(near[:most])
    others = {n: other for n in catalog.part_numbers if (other := _fields(n)) is not None}
    return tuple(sorted(others, key=lambda n: _distance(fields, others[n]))[:most])


class _Fields(NamedTuple):
    half: str
    product: str
    pins: str
    ending: str


# Lists of thousands of lines ask for the nearest to many of them, among some 150 numbers.
@lru_cache(maxsize=1_024)
def _fields(number: str) -> _Fields | None:
    """Return the fields of what may be misspelt, with or without its series."""
    found = _shape().match(number)
    return None if found is None else _Fields(*found.groups())


@cache
def _shape() -> re.Pattern[str]:
    fields = (f"({shape_of(name)})" for name in ("half", "product", "pins"))
    return re.compile(f"(?:{shape_of('series')})?{''.join(fields)}(.*)")


@cache
def _characters() -> frozenset[str]:
    """Return those of which part numbers consist."""
    options = (option for field in ordering_key() for option in field.options)
    return frozenset("".join(option.characters for option in options))


def _distance(wanted: _Fields, other: _Fields) -> int:
    wrong = (wanted.half != other.half) * 2 + (wanted.product != other.product) * 2
    edits = wrong + _edits(wanted.ending, other.ending)
    return _EDIT_IN_PINS * edits + abs(int(wanted.pins) - int(other.pins))


# Within one call the same few endings come again and again.
@lru_cache(maxsize=256)
def _edits(left: str, right: str) -> int:
    """Return the Levenshtein distance of two short texts."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
