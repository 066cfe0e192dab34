"""The existing part numbers nearest to one that does not exist."""

from __future__ import annotations

import re

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_number import normalize, parse

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
    wanted = normalize(text)
    if len(wanted) > _LONGEST:
        return ()
    shape = re.match(r"(?:AXE)?([56])(E?)([0-9]{2})(.*)", wanted)
    if shape is None:
        worst = min(_MOST_EDITS, len(wanted) // 2)
        edits = {number: _edits(wanted, number) for number in catalog.part_numbers}
        near = sorted((n for n in edits if edits[n] <= worst), key=edits.__getitem__)
        return tuple(near[:most])
    half, product, pins, rest = shape[1], shape[2], int(shape[3]), shape[4]

    def distance(number: str) -> int:
        other = parse(number)
        ending = number.partition(f"{other.pins:02d}")[2]
        wrong = (half != number[3]) * 2 + (bool(product) != other.is_inspection) * 2
        return _EDIT_IN_PINS * (wrong + _edits(rest, ending)) + abs(pins - other.pins)

    return tuple(sorted(catalog.part_numbers, key=distance)[:most])


def _edits(left: str, right: str) -> int:
    """Return the Levenshtein distance of two short texts."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
