"""The existing part numbers nearest to one that does not exist."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_numbers.part_number import in_plain_characters, normalize, parse

_LONGEST = 20
"""A text of more characters is no misspelt part number; the longest number has 10."""

_MOST_EDITS = 4
"""Beyond so many wrong characters nothing of a number is left to recognise."""

_EDIT_IN_PINS = 4
"""How many pins of difference weigh as much as one wrong character."""

_CHARACTERS = frozenset("AXED0123456789")
"""Those of which part numbers consist."""


def nearest_part_numbers(catalog: Catalog, text: str, most: int = 3) -> tuple[str, ...]:
    """Return the existing numbers nearest to a text, best first; empty where nothing is near.

    Where half and pins can be read, few differing characters elsewhere and few pins more or less
    are near; otherwise those numbers that take the fewest edits.
    """
    wanted = normalize(in_plain_characters(text))
    if len(wanted) > _LONGEST:
        return ()
    shape = re.match(r"(?:AXE)?([56])(E?)([0-9]{2})(.*)", wanted)
    if shape is None:
        worst = min(_MOST_EDITS, len(wanted) // 2)
        # Most lines of a bill of materials are words: each strange character takes an edit.
        if sum(character not in _CHARACTERS for character in wanted) > worst:
            return ()
        likely = (n for n in catalog.part_numbers if abs(len(n) - len(wanted)) <= worst)
        edits = {number: _edits(wanted, number) for number in likely}
        near = sorted((n for n in edits if edits[n] <= worst), key=edits.__getitem__)
        return tuple(near[:most])
    half, is_inspection, pins, rest = shape[1], bool(shape[2]), int(shape[3]), shape[4]

    def distance(number: str) -> int:
        other = _fields(number)
        wrong = (half != other.half) * 2 + (is_inspection != other.is_inspection) * 2
        return _EDIT_IN_PINS * (wrong + _edits(rest, other.ending)) + abs(pins - other.pins)

    return tuple(sorted(catalog.part_numbers, key=distance)[:most])


class _Fields(NamedTuple):
    half: str
    is_inspection: bool
    pins: int
    ending: str


# Lists of thousands of lines ask for the nearest to many of them.
@cache
def _fields(number: str) -> _Fields:
    """Return the fields of a number of the catalog, of which there are some 150."""
    other = parse(number)
    begun = 6 + other.is_inspection  # AXE, half, E of the inspection type, pins
    return _Fields(number[3], other.is_inspection, other.pins, number[begun:])


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
