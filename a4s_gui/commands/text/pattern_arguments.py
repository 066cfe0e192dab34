"""The land pattern and how it is numbered, on the command line."""

from __future__ import annotations

import argparse

from a4s_gui.catalog.wording import words_of
from a4s_gui.commands.text.arguments import land_pattern, one_word_of
from a4s_gui.errors import A4sError
from a4s_gui.frozen import replace
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN, shipped_pattern
from a4s_gui.geometry.numbering import NUMBERING_WORDS, Numbering, TerminalScheme
from a4s_gui.user_files import user_pattern_folder


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


def _pattern_names() -> tuple[str, ...]:
    try:
        return PatternLibrary(user_pattern_folder()).names()
    except A4sError:  # for the help text only; using a pattern tells
        return (DEFAULT_PATTERN,)


def _numbering(text: str) -> Numbering:
    return Numbering.from_words(words_of(text))
