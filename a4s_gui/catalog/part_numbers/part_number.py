"""Part numbers by the ordering key: read, write and explain.

Whether a possible number is also made is the catalog's to say, see
:mod:`a4s_gui.catalog.part_numbers.lookup`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.part_numbers.ordering_key import KeyField, Option, ordering_key
from a4s_gui.catalog.wording import printable
from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen, replace


class PartNumberError(A4sError):
    """A part number that the ordering key does not allow, or that is not made.

    ``text`` is the number as it was given, ``field`` the name of the field that is wrong, as in
    :func:`explain`, ``reason`` what is wrong with it and what is allowed there. ``nearest`` holds
    the nearest numbers that exist; it is empty until the catalog has been asked.
    """

    def __init__(self, text: str, field: str, reason: str, nearest: tuple[str, ...] = ()) -> None:
        self.text = text
        self.field = field
        self.reason = reason
        self.nearest = nearest
        hint = f"; {self._hint(nearest)}" if nearest else ""
        super().__init__(f"{printable(text) or 'part number'}: {field}: {reason}{hint}")

    def _hint(self, numbers: tuple[str, ...]) -> str:
        return f"nearest: {', '.join(numbers)}"


class AmbiguousNumberError(PartNumberError):
    """A text that may mean several numbers; ``nearest`` holds those."""

    def __init__(self, text: str, choices: tuple[str, ...]) -> None:
        super().__init__(text, "last piece", "it may belong to the number or not", choices)

    def _hint(self, numbers: tuple[str, ...]) -> str:
        return f"write {' or '.join(numbers)}"


@frozen
class PartNumber:
    """One part number, by what its fields mean."""

    half: Half
    product: Product
    pins: int
    mated_heights_mm: tuple[float, ...] = ()
    """The mated heights this half is made for, in mm; empty where none is stated (inspection)."""
    packaging_pitch_mm: int | None = None
    """Pocket pitch of the embossed tape in mm; ``None`` where none is stated (inspection)."""
    former: bool = False
    """Printed with the socket surface digit of 2013, ``4``; today's number carries ``7``."""

    def today(self) -> PartNumber:
        """Return the same part under its present number."""
        return replace(self, former=False)

    def spelled(self) -> Iterator[tuple[KeyField, Option]]:
        """Yield the fields of the number with what stands in each."""
        for field in ordering_key():
            if field.belongs_to(self.half, self.product):
                yield field, field.option_of(getattr(self, field.attribute, None))

    def __str__(self) -> str:
        """Return the number as it is printed, for example ``AXE540127D``."""
        return _printed(self)


@lru_cache(maxsize=1024)
def _printed(part: PartNumber) -> str:
    return "".join(option.characters for _, option in part.spelled())


@frozen
class FieldMeaning:
    """One field of a part number: its name, its characters (may be empty) and what they mean.

    ``source`` is the name of the source in :attr:`a4s_gui.catalog.catalog.Catalog.sources`.
    """

    name: str
    characters: str
    meaning: str
    source: str


def normalize(text: str) -> str:
    """Return ``text`` as the key writes it: capitals, without spaces, hyphens or dashes."""
    if text.isascii():  # nearly always, and ten times as fast
        return "".join(text.split()).replace("-", "").upper()
    kept = (c for c in text if not c.isspace() and unicodedata.category(c) not in ("Pd", "Cf"))
    return "".join(kept).upper().replace("\N{MINUS SIGN}", "")


_LOOKS_LIKE = str.maketrans("\u0410\u0425\u0415\u0430\u0445\u0435\u0391\u03a7\u0395", "AXEaxeAXE")
"""Of Cyrillic, on a keyboard that was left in it, and Greek."""


def in_plain_characters(text: str) -> str:
    """Return ``text`` with full-width characters and their like as the plain ones that are meant.

    Letters of other scripts that look like those of a number are among them. Only to recognise
    what was meant: such a number is not taken for a part number.
    """
    return unicodedata.normalize("NFKC", text).translate(_LOOKS_LIKE)


# The same numbers are read again at every key that is typed, and in every line of a list.
@lru_cache(maxsize=1_024)
def parse(text: str) -> PartNumber:
    """Read a part number; case, spaces and hyphens do not matter.

    A :class:`PartNumberError` names the first field that the ordering key does not allow.
    """
    if not normalize(text):
        series = ordering_key()[0]
        example = f"{series.options[0].characters}540127"
        raise PartNumberError(
            text.strip(), series.name, f"nothing to read; a part number looks like {example}"
        )
    spelled, rest = _spell(text)
    last, ending = spelled[-1]
    if rest:
        found = rest if last.after else ending.characters + rest
        raise _refusal(text, last.name, found, last.after or last.allowed)
    part = PartNumber(**{f.attribute: option.value for f, option in spelled if f.attribute})
    if part.former and ending.characters:
        allowed = f"7 on a socket in 4 mm packaging (suffix {ending.characters})"
        raise _refusal(text, "surface", "4", allowed)
    return part


def _spell(text: str) -> tuple[list[tuple[KeyField, Option]], str]:
    """Return the fields of a number with what stands in each, and what is left behind the last."""
    rest = normalize(text)
    spelled: list[tuple[KeyField, Option]] = []
    known: dict[str, Any] = {}
    for field in ordering_key():
        if not field.belongs_to(known.get("half"), known.get("product")):
            continue
        option = field.option_at(rest)
        if option is None:
            raise _refusal(text, field.name, rest[: field.length], field.allowed)
        spelled.append((field, option))
        known[field.attribute] = option.value
        rest = rest.removeprefix(option.characters)
    return spelled, rest


def explain(part: PartNumber) -> tuple[FieldMeaning, ...]:
    """Return every field of the number in order, with what its characters mean."""
    return tuple(
        FieldMeaning(field.name, option.characters, option.meaning, option.source)
        for field, option in part.spelled()
        if option.meaning
    )


def _refusal(text: str, field: str, found: str, allowed: str) -> PartNumberError:
    what = f"“{printable(found)}” is not possible here" if found else "is missing"
    if not found.isascii():  # full-width letters look as if they were right
        what = f"“{printable(found)}” is not written in plain letters and digits"
    return PartNumberError(text.strip(), field, f"{what}; allowed is {allowed}")
