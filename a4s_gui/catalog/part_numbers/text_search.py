"""Which pairs a typed text means: part numbers whole or in part, and plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from functools import lru_cache

from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import format_height
from a4s_gui.catalog.part_numbers.part_number import PartNumberError, normalize, parse


@lru_cache(maxsize=16)
def text_test(text: str) -> Callable[[Pair], bool]:
    """Return the question whether a typed text means a pair.

    A text matches when it stands in one of the part numbers (case, spaces and hyphens do not
    matter; with ``*`` for any characters or ``?`` for one it must fit a whole number) or when each
    of its words does so or begins a word of the pair's plain description: ``40 pins``, ``0.8 mm``,
    ``4 mm packaging``, ``inspection``. Former socket numbers find today's. An empty text matches
    all.
    """
    # "12 pins" is one word; "12" alone stands in nearly every number.
    joined = re.sub(r"([0-9])\s+(pins?|mm)\b", r"\1\2", text, flags=re.IGNORECASE)
    words = list(dict.fromkeys(as_searched(word) for word in re.split(r"[\s,;/+]+", joined)))
    words = [word for word in words if word]
    whole = as_searched(text)

    def test(pair: Pair) -> bool:
        numbers = [connector.part_number for connector in pair.connectors]
        if any(_stands_in(whole, number) for number in numbers):
            return True
        described = _description(pair)
        return all(
            any(_stands_in(word, number) for number in numbers)
            or any(description.startswith(word) for description in described)
            for word in words
        )

    return test if words else _any_pair


def is_pattern(text: str) -> bool:
    """Return whether a text stands for several numbers: ``*`` for any characters, ``?`` for one."""
    return "*" in text or "?" in text


def numbers_like(pattern: str, numbers: Iterable[str]) -> tuple[str, ...]:
    """Return the part numbers that a pattern fits from end to end, in their order."""
    wanted = re.sub(r"\*+", "*", normalize(pattern))
    return tuple(number for number in numbers if fits_pattern(wanted, number))


def _any_pair(_pair: Pair) -> bool:
    return True


def as_searched(text: str) -> str:
    """Return a text as it is looked for: as the ordering key writes it, former numbers as today."""
    number = re.sub(r"\*+", "*", normalize(text))
    try:
        return str(parse(number).today())
    except PartNumberError:
        return number


def _description(pair: Pair) -> list[str]:
    words = [f"{pair.pins}PINS", "PINS", pair.product.upper(), "TYPE"]
    if pair.mated_height_mm is not None:
        words += [f"{format_height(pair.mated_height_mm, '')}MM", "MATED", "HEIGHT"]
    if pair.packaging_pitch_mm is not None:
        words += [f"{pair.packaging_pitch_mm}MM", "PACKAGING"]
    return words


def _stands_in(wanted: str, number: str) -> bool:
    return fits_pattern(wanted, number) if is_pattern(wanted) else wanted in number


def fits_pattern(pattern: str, text: str) -> bool:
    """Return whether a pattern with ``*`` and ``?`` fits the whole text; a bracket is a bracket."""
    return fnmatchcase(text, pattern.replace("[", "[[]"))
