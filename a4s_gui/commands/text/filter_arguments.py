"""Which pairs, on the command line: numbers of pins, mated height, packaging, product line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from typing import Any

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Product
from a4s_gui.catalog.selection.option_names import FACET_OPTIONS
from a4s_gui.catalog.selection.query import Filter
from a4s_gui.catalog.user_numbers import HEIGHT, PACKAGING, NumberKind
from a4s_gui.commands.text.arguments import number, one_word_of

_HEIGHTS = (0.8, 1.0)
_PACKAGINGS = (8, 4)
_FILTERS_HELP = "which pairs; without any, all"
_PINS = r"([0-9]{1,4})(?:-([0-9]{1,4}))?"


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add ``--pins``, ``--height``, ``--packaging`` and ``--product``."""
    group = parser.add_argument_group("filters", _FILTERS_HELP)
    group.add_argument("--pins", type=_pins, metavar="40|10-40|10,20,40", help="number of contacts")
    group.add_argument(
        "--height", type=_one_length_of(_HEIGHTS, HEIGHT), metavar="0.8|1.0", help="mated, in mm"
    )
    group.add_argument(
        "--packaging",
        type=_one_length_of(_PACKAGINGS, PACKAGING),
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
    chosen = {facet: getattr(options, option[2:]) for facet, option in FACET_OPTIONS.items()}
    answers: dict[str, Any] = {f: frozenset({v}) for f, v in chosen.items() if v is not None}
    pins: set[int] = set()
    ranges: list[tuple[int, int]] = options.pins or []
    for low, high in ranges:
        if len(ranges) == 1 and low != high:
            answers |= {"pins_from": low, "pins_to": high}
        else:
            # A range among others counts for what is made in it; its ends keep one that holds
            # nothing from meaning everything.
            made = {count for count in catalog.pin_counts if low <= count <= high}
            pins |= made or {low, high}
    return Filter(pins=frozenset(pins), **answers)


def _pins(text: str) -> list[tuple[int, int]]:
    ranges = []
    for piece in text.split(","):
        match = re.fullmatch(_PINS, piece.strip())
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


def _one_length_of(values: Sequence[float], kind: NumberKind) -> Callable[[str], float]:
    """Return a reader of one of some lengths in mm, whole ones as whole numbers."""

    def read(text: str) -> float:
        value = number(kind)(text)
        if value not in values:
            allowed = " or ".join(map(str, values))
            raise argparse.ArgumentTypeError(f"“{text}” is not possible; choose {allowed}")
        return values[values.index(value)]

    return read
