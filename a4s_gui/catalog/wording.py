"""Words that all layers use alike: what is not stated, and how the user's own are repeated."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen

E = TypeVar("E", bound=StrEnum)

NOT_STATED = "not stated"
"""In place of a figure that neither datasheet nor field boards give."""

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF), " ")

LONGEST_SHOWN = 40
"""Characters of a typed text that a message repeats; what is longer is cut."""


@frozen
class ChoiceWords:
    """What something is called where it is chosen, and what explains it."""

    title: str
    tip: str


def capitalize_first(text: str) -> str:
    """Return a text as it begins a line or a sentence; what follows its first letter stays."""
    return text[:1].upper() + text[1:]


def first_of(texts: Sequence[str], most: int) -> str:
    """Return texts apart by commas; of more than ``most``, how many are left out at the end."""
    more = len(texts) - most
    return ", ".join(texts[:most]) + (f" and {more} more" if more > 0 else "")


def printable(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Return a text as a message can carry it: one line, printable, cut where it is long."""
    head = " ".join(text[: 4 * longest].split())
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in head)
    whole = len(line) <= longest and len(text) <= 4 * longest
    return line if whole else f"{line[: longest - 1]}…"


def cut_inside(text: str, longest: int) -> str:
    """Return a text like :func:`printable`, cut in its middle: names differ at their ends."""
    line = printable(text, len(text))
    if len(line) <= longest:
        return line
    tail = (longest - 1) // 2
    return f"{line[: longest - 1 - tail]}…{line[len(line) - tail :]}"


def one_line(text: str) -> str:
    """Return a text with blanks for control characters, which XML and DXF files cannot hold."""
    return text.translate(_CONTROLS)


def words_of(text: str) -> list[str]:
    """Split a list of words at its commas, in small letters."""
    return [word.strip().lower() for word in text.split(",") if word.strip()]


def one_of(kind: type[E], text: str) -> E:
    """Return the member of some words that a text is, in whatever case; an ``A4sError`` if none."""
    found = next((word for word in kind if word.lower() == text.strip().lower()), None)
    if found is None:
        raise A4sError(f"“{text}” is not possible; choose {' or '.join(kind)}")
    return found
