"""What looks like a part number: in a search, in a cell of a table, with its series left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from a4s_gui.catalog.model import Product
from a4s_gui.catalog.part_numbers.ordering_key import number_shape, shape_of
from a4s_gui.catalog.part_numbers.part_number import in_plain_characters, normalize
from a4s_gui.catalog.series import shipped_series

_BETWEEN_HALVES = r"[/+]"


def with_series(text: str) -> str:
    """Return a typed text with the series in front where somebody left it out."""
    left_out = re.match(shape_of("half"), normalize(text)) is not None
    return shipped_series().prefix + text if left_out else text


def looks_like_number(text: str) -> bool:
    """Return whether somebody who typed this meant a part number and not words."""
    typed = normalize(in_plain_characters(text))
    return typed.startswith(shipped_series().prefix) or _begun().match(typed) is not None


def is_without_series(text: str) -> bool:
    """Return whether a text looks like a whole number whose series was left out."""
    return _without_series().fullmatch(text) is not None


def looks_misspelt(text: str) -> bool:
    """Return whether a text looks like a number that was mistyped or scanned badly."""
    return _misspelt().fullmatch(text) is not None


def numbers_in(cell: str) -> Iterator[list[str]]:
    """Yield each number of a text, in the ways it may have been written, likeliest first.

    A space may stand within a number, or before a quantity: both are tried.
    """
    for match in _joined().finditer(cell):
        spaced = _spaced().match(cell, match.start())
        ways = [match[0], *([spaced[0]] if spaced and spaced[0] != match[0] else [])]
        is_more = len(normalize(match[0])) > len(shipped_series().prefix)
        yield ways if is_more else ways[1:] or ways


def split_pairs(text: str) -> list[list[str]]:
    """Split what holds several part numbers into pairs, and those into numbers.

    ``/`` and ``+`` stand between the halves of a pair, ``,``, ``;`` and spaces between pairs.
    """
    # Spaces may stand within a number, so only those before a new number separate.
    between_pairs = rf"(?i:[,;]|(?<![\s/+])\s+(?={shipped_series().prefix}))"
    return [_pieces(pair, _BETWEEN_HALVES) for pair in _pieces(text, between_pairs)]


def split_numbers(text: str) -> list[str]:
    """Split what holds several part numbers, by ``/ + , ;`` or spaces, into the numbers."""
    return [number for pair in split_pairs(text) for number in pair]


def _pieces(text: str, separator: str) -> list[str]:
    pieces = [piece for piece in re.split(separator, text) if piece.strip()]
    return pieces or [text]


@cache
def _begun() -> re.Pattern[str]:
    """Half, pins and a digit more: the beginning of a number without its series."""
    return re.compile(f"{shape_of('half')}{shape_of('product')}{shape_of('pins')}[0-9]")


@cache
def _without_series() -> re.Pattern[str]:
    return re.compile("|".join(map(number_shape, Product)))


@cache
def _misspelt() -> re.Pattern[str]:
    prefix = shipped_series().prefix
    series = f"(?:{prefix[:-1]}|4?{prefix[1:]})[A-Z]?"
    return re.compile(rf"{series}(?:{shape_of('half')}|S)[0-9OISB]{{3,6}}D?")


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(f"{shipped_series().prefix}[A-Z0-9*?_-]*", re.IGNORECASE)


@cache
def _spaced() -> re.Pattern[str]:
    character = "[0-9A-Z*?]"
    spaced = rf"(?:[ \u00a0-]?{character}){{5,8}}(?!{character})"
    return re.compile(shipped_series().prefix + spaced, re.IGNORECASE)
