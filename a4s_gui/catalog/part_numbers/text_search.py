"""Which pairs a typed text means: part numbers whole or in part, and plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from functools import cache, lru_cache

from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.numbers import format_height
from a4s_gui.catalog.part_numbers.part_number import PartNumberError, normalize, parse
from a4s_gui.catalog.part_numbers.recognition import (
    bare_number,
    before_last_piece,
    between_halves,
    without_maker,
)

_PUNCTUATION = ".,:;!\"'()<>"


@lru_cache(maxsize=16)
def text_test(text: str) -> Callable[[Pair], bool]:
    """Return the question whether a typed text means a pair.

    A text matches when it stands in one of the part numbers (case, spaces and hyphens do not
    matter; with ``*`` for any characters or ``?`` for one it must fit a whole number) or when each
    of its words does so or begins a word of the pair's plain description: ``40 pins``, ``2x20``,
    ``0.8 mm``, ``4 mm tape``, ``inspection``. Former socket numbers find today's, and the names of
    the program's own files what is in them. Where a lone ``D`` may be a number's suffix or not,
    both numbers are found. An empty text matches all.
    """
    if not text.strip():
        return _any_pair
    typed = without_maker(text)
    typed = before_last_piece(typed.strip()) or typed
    words = _words(typed)
    whole = _as_number(typed)

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


# Compiled when they are first used, and kept by ``re``: no command searches.
_DECIMAL_COMMA = r"(?<![0-9])([0-9]),([0-9])(?![0-9])"
_COUNTED = r"(?i)([0-9])[\s-]{0,9}(?:(mm)|(?:pins?|contacts?|positions?|ways?))\b"
_LENGTH = r"([0-9]{1,4}(?:\.[0-9]{1,4})?)MM"


def typed_words(text: str) -> list[str]:
    """Return the words of a search as they were typed, a count or length and its unit as one."""
    # "12 pins" is one word; "12" alone stands in nearly every number.
    decimal = re.sub(_DECIMAL_COMMA, r"\1.\2", text)
    joined = re.sub(_COUNTED, lambda m: f"{m[1]}{m[2] or 'pins'}", decimal)
    return [word for word in re.split(rf"[\s,;]+|{between_halves()}", joined) if word]


def _words(text: str) -> list[str]:
    """Return the words of a search, each once and as it is looked for."""
    return [word for word in dict.fromkeys(map(as_searched, typed_words(text))) if word]


def is_pattern(text: str) -> bool:
    """Return whether a text stands for several numbers: ``*`` for any characters, ``?`` for one."""
    return "*" in text or "?" in text


def numbers_like(pattern: str, numbers: Iterable[str]) -> tuple[str, ...]:
    """Return the part numbers that a pattern fits from end to end, in their order."""
    wanted = normalize(pattern)
    return tuple(number for number in numbers if fits_pattern(wanted, number))


def _any_pair(_pair: Pair) -> bool:
    return True


def as_searched(text: str) -> str:
    """Return a word as it is looked for: as the ordering key writes it, former numbers as today."""
    number = _as_number(bare_number(text).strip(_PUNCTUATION))
    length = re.fullmatch(_LENGTH, number)
    return f"{float(length[1]):g}MM" if length else number


def _as_number(text: str) -> str:
    number = re.sub(r"\*+", "*", normalize(text))
    try:
        return str(parse(number).today())
    except PartNumberError:
        return number


@cache
def _description(pair: Pair) -> tuple[str, ...]:
    """Return the words of a pair, kept: each key in the search asks for those of every pair."""
    series = pair.series
    words = [f"{pair.pins}PINS", f"2X{pair.pins // 2}", "PINS", *map(str.upper, Half)]
    words += [pair.product.upper(), "TYPE"]
    words += [series.maker.upper(), series.name, f"{series.pitch_mm:g}MM", "PITCH", "CONNECTOR"]
    if pair.mated_height_mm is not None:
        height = pair.mated_height_mm
        words += [f"{format_height(height, '')}MM", f"{height:g}MM", "MATED", "HEIGHT"]
    if pair.packaging_pitch_mm is not None:
        words += [f"{pair.packaging_pitch_mm}MM", "PACKAGING", "TAPE"]
    return tuple(words)


def _stands_in(wanted: str, number: str) -> bool:
    return fits_pattern(wanted, number) if is_pattern(wanted) else wanted in number


def fits_pattern(pattern: str, text: str) -> bool:
    """Return whether a pattern with ``*`` and ``?`` fits the whole text; a bracket is a bracket."""
    return fnmatchcase(text, pattern.replace("[", "[[]"))
