"""What stands behind an option, for argparse: words, land patterns, numbers as in the window."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from a4s_gui.catalog.user_numbers import SCALE, NumberError, NumberKind, read_count, read_number
from a4s_gui.catalog.wording import one_of
from a4s_gui.errors import A4sError

if TYPE_CHECKING:
    from a4s_gui.geometry.land_pattern.pattern import LandPattern

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


def number(kind: NumberKind) -> Callable[[str], float]:
    """Return a reader of numbers as the window reads them, for argparse."""
    return partial(_read, kind=kind)


def scale(text: str) -> float:
    """Read a scale, for argparse: ``20`` and ``20:1`` are the same."""
    return _read(re.sub(r"\s*:\s*1\s*\Z", "", text), SCALE)


def _read(text: str, kind: NumberKind) -> float:
    try:
        return read_count(text, kind) if kind.whole else read_number(text, kind)
    except NumberError as error:
        raise argparse.ArgumentTypeError(error.reason) from None


def place(text: str) -> Path:
    """Read a path to write to, for argparse; an empty one is that of a variable nobody set."""
    if not text.strip():
        raise argparse.ArgumentTypeError("the path is empty; name one, or . for this folder")
    return Path(text)


def land_pattern(text: str) -> LandPattern:
    """Return a land pattern by its name, shipped or the user's own, or the one a file holds.

    An :class:`A4sError` says that nothing is called that, or that the file is damaged.
    """
    # Where none is named nobody needs them.
    from a4s_gui.geometry.land_pattern.library import PatternLibrary  # noqa: PLC0415
    from a4s_gui.user_files import user_pattern_folder  # noqa: PLC0415

    return PatternLibrary(user_pattern_folder()).find_or_read(text)


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
