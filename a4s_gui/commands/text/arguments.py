"""The command line's words: parsers whose complaints are one line, filters, numbers and names."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import Any, NoReturn, TypeVar

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.selection.option_names import FACET_OPTIONS
from a4s_gui.catalog.selection.query import Filter
from a4s_gui.catalog.user_numbers import (
    HEIGHT,
    PACKAGING,
    SCALE,
    NumberError,
    NumberKind,
    read_count,
    read_number,
)
from a4s_gui.catalog.wording import one_of, words_of
from a4s_gui.commands.text.messages import one_line, print_result
from a4s_gui.errors import A4sError
from a4s_gui.frozen import replace
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN, shipped_pattern
from a4s_gui.geometry.numbering import NUMBERING_WORDS, Numbering, TerminalScheme
from a4s_gui.user_files import user_pattern_folder

_HEIGHTS = {0.8: 0.8, 1.0: 1.0}
_PACKAGINGS = {8.0: 8, 4.0: 4}
_FILTERS_HELP = "which pairs; without any, all"
_TO_ONE = re.compile(r"\s*:\s*1\s*\Z")
Number = TypeVar("Number", int, float)
E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
_PINS = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?")


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line and the place where help is."""

    def print_help(self, _file: object = None) -> None:
        """Write the help to standard output, as every result is written.

        Raises
        ------
        ExportError
            It cannot be written there; argparse would keep that to itself.
        """
        print_result(self.format_help())

    def error(self, message: str) -> NoReturn:
        """End the program with status 2."""
        self.exit(2, f"{self.prog}: {one_line(message)}; see {self.prog} --help\n")


def command_parser(name: str, description: str) -> Parser:
    """Return the parser of one command."""
    prog = f"a4s-gui {name}" if name else "a4s-gui"
    return Parser(
        prog=prog,
        description=description,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add ``--pins``, ``--height``, ``--packaging`` and ``--product``."""
    group = parser.add_argument_group("filters", _FILTERS_HELP)
    group.add_argument("--pins", type=_pins, metavar="40|10-40|10,20,40", help="number of contacts")
    group.add_argument(
        "--height",
        type=_one_length_of(_HEIGHTS, HEIGHT, "0.8 or 1.0"),
        metavar="0.8|1.0",
        help="mated, in mm",
    )
    group.add_argument(
        "--packaging",
        type=_one_length_of(_PACKAGINGS, PACKAGING, "8 or 4"),
        metavar="8|4",
        help="pocket pitch of the tape, in mm",
    )
    group.add_argument(
        "--product",
        type=one_word_of(Product),
        metavar="|".join(Product),
        help="the standard type, or the one for inspection",
    )


def filter_of(options: argparse.Namespace, catalog: Catalog) -> Filter:
    """Return the filter that the options of :func:`add_filters` ask for."""
    single: dict[str, int] = {}
    pins: set[int] = set()
    ranges: list[tuple[int, int]] = options.pins or []
    for low, high in ranges:
        if len(ranges) == 1 and low != high:
            single = {"pins_from": low, "pins_to": high}
        else:
            # A range among others counts for what is made in it; its ends keep one that holds
            # nothing from meaning everything.
            made = {count for count in catalog.pin_counts if low <= count <= high}
            pins |= made or {low, high}
    chosen = {facet: getattr(options, option[2:]) for facet, option in FACET_OPTIONS.items()}
    answers: dict[str, Any] = {f: frozenset({v}) for f, v in chosen.items() if v is not None}
    return Filter(
        pins=frozenset(pins),
        pins_from=single.get("pins_from"),
        pins_to=single.get("pins_to"),
        **answers,
    )


def add_land_pattern(parser: argparse.ArgumentParser) -> None:
    """Add ``--land-pattern``."""
    parser.add_argument(
        "--land-pattern",
        type=land_pattern,
        metavar="NAME|FILE",
        help=f"a land pattern: {', '.join(_pattern_names())}, one saved in the window, or a file",
    )


def add_pattern_and_numbering(parser: argparse.ArgumentParser) -> None:
    """Add ``--land-pattern``, ``--numbering`` and ``--terminals``."""
    add_land_pattern(parser)
    parser.add_argument(
        "--numbering",
        type=_numbering,
        default=Numbering(),
        metavar="WORDS",
        help=f"of the contacts, separated by commas, from {','.join(NUMBERING_WORDS)}",
    )
    parser.add_argument(
        "--terminals",
        type=one_word_of(TerminalScheme),
        default=TerminalScheme.SHARED,
        metavar="|".join(TerminalScheme),
        help="numbers of the soldering terminals: all MP, MP1 to MP4, or on after the contacts",
    )


def chosen_pattern(options: argparse.Namespace) -> LandPattern:
    """Return the land pattern asked for, or the default one."""
    chosen: LandPattern | None = options.land_pattern
    return shipped_pattern() if chosen is None else chosen


def chosen_numbering(options: argparse.Namespace) -> Numbering:
    """Return the numbering of contacts and terminals asked for."""
    numbering: Numbering = options.numbering
    return replace(numbering, terminals=options.terminals)


def land_pattern(text: str) -> LandPattern:
    """Return a land pattern by its name, shipped or the user's own, or the one a file holds.

    Raises
    ------
    A4sError
        Nothing is called that, or the file is damaged.
    """
    return PatternLibrary(user_pattern_folder()).find_or_read(text)


def number(kind: NumberKind) -> Callable[[str], float]:
    """Return a reader of numbers as the window reads them, for argparse."""
    return partial(_read, kind=kind, reader=read_number)


def count(kind: NumberKind) -> Callable[[str], float]:
    """Return a reader of whole numbers as the window reads them, for argparse."""
    return partial(_read, kind=kind, reader=read_count)


def scale(text: str) -> float:
    """Read a scale, for argparse: ``20`` and ``20:1`` are the same."""
    return _read(_TO_ONE.sub("", text), SCALE, read_number)


def _read(text: str, kind: NumberKind, reader: Callable[[str, NumberKind], Number]) -> Number:
    try:
        return reader(text, kind)
    except NumberError as error:
        raise argparse.ArgumentTypeError(error.reason) from None


def half(text: str) -> Half:
    """Read the name of a half, for argparse."""
    return one_word_of(Half)(text)


def _pattern_names() -> tuple[str, ...]:
    try:
        return PatternLibrary(user_pattern_folder()).names()
    except A4sError:  # for the help text only; using a pattern tells
        return (DEFAULT_PATTERN,)


def _numbering(text: str) -> Numbering:
    return Numbering.from_words(words_of(text))


def _pins(text: str) -> list[tuple[int, int]]:
    ranges = []
    for piece in text.split(","):
        match = _PINS.fullmatch(piece.strip())
        if match is None:
            raise argparse.ArgumentTypeError(
                f"“{text}” is no choice of pins; write 40, 10-40 or 10,20,40"
            )
        low = int(match[1])
        high = int(match[2] or low)
        if low > high:
            raise argparse.ArgumentTypeError(f"“{text}” runs backwards; write {high}-{low}")
        ranges.append((low, high))
    return ranges


def _one_length_of(
    values: Mapping[float, float], kind: NumberKind, allowed: str
) -> Callable[[str], float]:
    """Return a reader of one of some lengths in mm; ``allowed`` names them for the user."""

    def read(text: str) -> float:
        value = number(kind)(text)
        if value not in values:
            raise argparse.ArgumentTypeError(f"“{text}” is not possible; choose {allowed}")
        return values[value]

    return read


def one_word_of(kind: type[E]) -> Callable[[str], E]:
    """Return a reader of one of some words."""
    return complaining(partial(one_of, kind))


def complaining(reader: Callable[[str], T]) -> Callable[[str], T]:
    """Return a reader whose complaint names the option, as argparse does."""

    def read(text: str) -> T:
        try:
            return reader(text)
        except A4sError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return read
