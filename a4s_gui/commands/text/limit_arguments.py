"""What the board allows, on the command line: limits of pairs, and questions of ``show``."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from a4s_gui.catalog.selection.board_limits import BodyMeasure, Limits
from a4s_gui.catalog.user_numbers import CONTACTS, CURRENT, LENGTH, PIECES, WIDTH
from a4s_gui.commands.text.arguments import land_pattern, number
from a4s_gui.errors import A4sError

if TYPE_CHECKING:
    from a4s_gui.geometry.land_pattern.pattern import LandPattern
    from a4s_gui.geometry.land_size import LandMeasure


def add_limits(parser: argparse.ArgumentParser, *, draws_pattern: bool = False) -> None:
    """Add ``--max-length``, ``--max-width``, ``--current``, ``--contacts``, ``--land-pattern``.

    ``draws_pattern`` says that the command has a ``--land-pattern`` already, for what it draws;
    where it is given, its pads are what is measured.
    """
    what = "what the board allows; both halves of a pair have to keep to it"
    if draws_pattern:
        what = "what the board allows both bodies of a pair, or the pads of --land-pattern"
    group = parser.add_argument_group("limits", what)
    group.add_argument(
        "--max-length", type=number(LENGTH), metavar="MM", help="longest body, along the rows"
    )
    group.add_argument(
        "--max-width", type=number(WIDTH), metavar="MM", help="widest body, across the rows"
    )
    _add_current(group, "carries so many amperes in all, shared evenly")
    group.add_argument(
        "--contacts",
        type=number(CONTACTS),
        metavar="N",
        help="has at least so many contacts; with --current, these share it",
    )
    if not draws_pattern:
        group.add_argument(
            "--land-pattern",
            type=land_pattern,
            metavar="NAME|FILE",
            help="measure the pads of this land pattern instead of the bodies",
        )


def limits_of(options: argparse.Namespace) -> Limits:
    """Return the limits that the options of :func:`add_limits` ask for."""
    pattern = options.land_pattern
    return Limits(
        max_length_mm=options.max_length,
        max_width_mm=options.max_width,
        current_a=options.current,
        contacts=options.contacts,
        measure=BodyMeasure() if pattern is None else _land_measure(pattern),
    )


def _land_measure(pattern: LandPattern) -> LandMeasure:
    from a4s_gui.geometry.land_size import LandMeasure  # noqa: PLC0415 - bodies need no pads

    return LandMeasure(pattern)


def add_questions(parser: argparse.ArgumentParser) -> None:
    """Add ``--current`` with ``--contacts``, and ``--pieces``."""
    group = parser.add_argument_group("questions", "answered first, with the formula")
    _add_current(group, "is it enough? shared evenly by --contacts N, or by all contacts")
    group.add_argument(
        "--contacts", type=number(CONTACTS), metavar="N", help="how many contacts share --current"
    )
    group.add_argument(
        "--pieces",
        type=number(PIECES),
        metavar="N",
        help="what to order for so many of each half: reels, cartons, excess",
    )


def check_questions(options: argparse.Namespace) -> None:
    """Refuse ``--contacts`` without ``--current``, by an :class:`A4sError`."""
    if options.contacts is not None and options.current is None:
        raise A4sError("--contacts: how much current do they share? add --current A")


def _add_current(group: argparse._ArgumentGroup, help_text: str) -> None:
    group.add_argument("--current", type=number(CURRENT), metavar="A", help=help_text)
