"""What looks like a part number: in a search, in a cell of a table, with its series left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from a4s_gui.catalog.model import OtherSeries, Product
from a4s_gui.catalog.part_numbers.ordering_key import number_shape, shape_of
from a4s_gui.catalog.part_numbers.part_number import in_plain_characters, normalize
from a4s_gui.catalog.series import shipped_series

_GAP = r"[\s_\-\u2010-\u2015\u2212]"
"""What people put between the pieces of a number."""
_BRACKETED = rf"{_GAP}{{0,3}}[(\[]D[)\]]"
"""A lone ``D`` in brackets."""
_PUNCTUATION = " \t\r\n\u00a0.,:;!\"'()[]<>_"
_MOST_CHARACTERS = 40
"""No number, and no pattern that anybody means, is longer."""


def is_one_piece(text: str) -> bool:
    """Return whether a text is letters and digits alone: nothing stands around or within a number.

    The answer spares a command the compiling of all that looks for more.
    """
    return text.isalnum()


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
    return re.fullmatch(_shape(), text) is not None


def looks_misspelt(text: str) -> bool:
    """Return whether a text looks like a number that was mistyped or scanned badly."""
    return _misspelt().fullmatch(text) is not None and other_series(text) is None


def other_series(text: str) -> OtherSeries | None:
    """Return the series of the same maker of which a text holds a number; ``None`` for none."""
    match = _of_other_series().search(text)
    if match is None:
        return None
    return next(s for s in shipped_series().other_series if s.prefix == match[1].upper())


def numbers_in(text: str) -> Iterator[list[str]]:
    """Yield each number of a text, in the ways it may have been written, likeliest first.

    A gap may stand within a number, or before something else: both are tried. Underscore and
    hyphen end a number as a blank does, and the ``?`` of a link is no wildcard.
    """
    is_link = "://" in text or "www." in text.lower()
    for start in _start().finditer(text):
        spellings = (_joined(is_link=is_link), _spaced(is_link=is_link))
        ways = [way.match(text, start.start()) for way in spellings]
        found = list(dict.fromkeys(way[0].replace("_", "") for way in ways if way))
        if found:
            yield found


def bare_number(text: str) -> str:
    """Return a text without what people and programs put around a number.

    That is maker and series, punctuation, and what follows a whole number in the name of a file or
    a footprint: ``Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm_Vertical`` is ``AXE540127``. A lone
    ``D`` behind it stays: it may belong to the number.
    """
    if is_one_piece(text) or before_last_piece(text):
        return text
    inner = without_maker(text.strip(_PUNCTUATION))
    inner = _maker_behind_number().sub("", inner).rstrip(_PUNCTUATION)
    in_name = _in_name().fullmatch(inner)
    return in_name["number"] if in_name else inner or text


def before_last_piece(text: str) -> str:
    """Return the number before a lone ``D``, which may be its suffix or not; empty where none.

    The ``D`` may stand in brackets.
    """
    if is_one_piece(text):
        return ""
    match = _with_loose_suffix().fullmatch(text)
    return match["number"] if match else ""


def with_suffix(text: str) -> str:
    """Return a number as the key writes it, a lone ``D`` in brackets as its suffix.

    ``AXE540127 (D)`` is ``AXE540127D``.
    """
    return normalize(re.sub(r"(?i)[(\[](D)[)\]]", r"\1", text))


def without_maker(text: str) -> str:
    """Return a text without maker and series before a number, and what a distributor puts there."""
    return text if is_one_piece(text) else _before_number().sub("", text)


def split_pairs(text: str) -> list[list[str]]:
    """Split what holds several part numbers into pairs, and those into numbers.

    ``/`` and ``+`` stand between the halves of a pair, and in the names of files a hyphen; ``,``,
    ``;`` and spaces between pairs.
    """
    if is_one_piece(text):
        return [[text]]
    # Spaces may stand within a number, so only those before a new number separate.
    between_pairs = rf"(?i:[,;]|(?<![\s/+])\s+(?={shipped_series().prefix}))"
    pairs = _pieces(without_maker(text), between_pairs)
    return [[bare_number(half) for half in _pieces(pair, between_halves())] for pair in pairs]


def split_numbers(text: str) -> list[str]:
    """Split what holds several part numbers, by ``/ + , ;`` or spaces, into the numbers."""
    return [number for pair in split_pairs(text) for number in pair]


@cache
def between_halves() -> str:
    """Return a regular expression for what stands between the halves of a pair."""
    return rf"(?i:[/+]|[_-](?={shipped_series().prefix}))"


def _pieces(text: str, separator: str) -> list[str]:
    pieces = [piece for piece in re.split(separator, text) if piece.strip()]
    return pieces or [text]


@cache
def _begun() -> re.Pattern[str]:
    """Half, pins and a digit more: the beginning of a number without its series."""
    return re.compile(f"{shape_of('half')}{shape_of('product')}{shape_of('pins')}[0-9]")


@cache
def _shape() -> str:
    """Return a regular expression for all of a number but its series."""
    return f"(?:{'|'.join(map(number_shape, Product))})(?![A-Z0-9*?])"


@cache
def _misspelt() -> re.Pattern[str]:
    prefix = shipped_series().prefix
    series = f"(?:{prefix[:-1]}|4?{prefix[1:]})[A-Z]?"
    digit = "[0-9OISB]"
    return re.compile(rf"{series}(?:{shape_of('half')}|S)(?:E{digit}{{4}}|{digit}{{5,6}}D?)")


@cache
def _of_other_series() -> re.Pattern[str]:
    prefixes = "|".join(series.prefix for series in shipped_series().other_series)
    return re.compile(rf"(?<![A-Z0-9])({prefixes})[0-9][A-Z0-9]{{3,}}", re.IGNORECASE)


@cache
def _start() -> re.Pattern[str]:
    """Return where a number begins: not within a word, unless it is a whole number."""
    prefix = shipped_series().prefix
    follows = rf"[0-9*?]|{_GAP}{{1,3}}(?:{shape_of('half')}|[*?])"
    return re.compile(rf"(?<![A-Z]){prefix}(?={follows})|{prefix}(?={_shape()})", re.IGNORECASE)


@cache
def _joined(*, is_link: bool) -> re.Pattern[str]:
    prefix, wild = shipped_series().prefix, _wild(is_link=is_link)
    number = rf"{prefix}(?=[0-9{wild}])[A-Z0-9{wild}]{{0,{_MOST_CHARACTERS}}}"
    return re.compile(number, re.IGNORECASE)


@cache
def _spaced(*, is_link: bool) -> re.Pattern[str]:
    character = f"[0-9A-Z{_wild(is_link=is_link)}]"
    spaced = rf"(?:{_GAP}{{0,3}}{character}){{5,8}}(?!{character})(?:{_BRACKETED})?"
    return re.compile(shipped_series().prefix + spaced, re.IGNORECASE)


def _wild(*, is_link: bool) -> str:
    return "" if is_link else "*?"


@cache
def _maker() -> str:
    series = shipped_series()
    return f"(?:{re.escape(series.maker)}|{re.escape(series.name)})"


@cache
def _before_number() -> re.Pattern[str]:
    """Maker and series, and a distributor's digits: ``769-AXE540127``."""
    prefix = shipped_series().prefix
    maker = rf"(?<![A-Z0-9]){_maker()}[\s_-]+(?=(?:{_maker()}(?![A-Z0-9])|{prefix}))"
    joined = rf"(?<![^\s,;/+])(?:(?!{prefix})[A-Z0-9.]+[_-])+(?={prefix}{_shape()})"
    return re.compile(f"{maker}|{joined}", re.IGNORECASE)


@cache
def _maker_behind_number() -> re.Pattern[str]:
    return re.compile(rf"(?<![\s_-])[\s_-]+{_maker()}\Z", re.IGNORECASE)


@cache
def _in_name() -> re.Pattern[str]:
    number = rf"(?P<number>{shipped_series().prefix}{_shape()})"
    return re.compile(rf"{number}(?=[_.-])(?!{_GAP}+D\Z)\S*", re.IGNORECASE)


@cache
def _with_loose_suffix() -> re.Pattern[str]:
    number = rf"(?:{shipped_series().prefix}{_GAP}{{0,3}})?{_shape()}"
    return re.compile(rf"(?P<number>{number})(?:{_GAP}+D|{_BRACKETED})", re.IGNORECASE)
