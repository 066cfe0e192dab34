"""The ordering key of A4S part numbers: parse, format and explain.

The key is the datasheet's (2016, ordering information): ``AXE``, half, number of pins, mated
height, function, surface treatment, package. Inspection types read ``AXE5Enn26`` / ``AXE6Enn26``.
Whether a possible number is also made is the catalog's to say, see
:mod:`a4s_gui.catalog.selection.resolve`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.numbers import format_height
from a4s_gui.catalog.wording import printable
from a4s_gui.errors import A4sError

_HALF_DIGIT = {Half.SOCKET: "5", Half.HEADER: "6"}
_SURFACE_DIGIT = {Half.SOCKET: "7", Half.HEADER: "4"}
_FORMER_SOCKET_SURFACE = "4"
_FUNCTION_DIGIT = "2"
_INSPECTION_ENDING = "26"
_HEIGHT_MM = {"1": 0.8, "2": 1.0}
_PACKAGE_PITCH_MM = {"": 8, "D": 4}

# Names of the catalog file's sources, for explain().
_ORDERING = "ordering"
_INSPECTION_TYPES = "product_types_inspection"
_FORMER_SOCKETS = "former_sockets"


class PartNumberError(A4sError):
    """A part number that the ordering key does not allow, or that is not made.

    Attributes
    ----------
    text
        The number as it was given.
    field
        The name of the field that is wrong, as in :func:`explain`.
    reason
        What is wrong with that field and what is allowed there.
    nearest
        The nearest numbers that exist; empty until the catalog has been asked.
    """

    def __init__(self, text: str, field: str, reason: str, nearest: tuple[str, ...] = ()) -> None:
        self.text = text
        self.field = field
        self.reason = reason
        self.nearest = nearest
        hint = f"; nearest: {', '.join(nearest)}" if nearest else ""
        super().__init__(f"{printable(text) or 'part number'}: {field}: {reason}{hint}")


@dataclass(frozen=True, slots=True)
class PartNumber:
    """One part number, field by field."""

    half: Half
    product: Product
    pins: int
    height_digit: str = ""
    """``1`` or ``2``; empty for inspection types, which name no height."""
    package: str = ""
    """Empty for 8 mm packaging (or none stated, inspection), ``D`` for 4 mm."""
    former: bool = False
    """Printed with the socket surface digit of 2013, ``4``; today's number carries ``7``."""

    @property
    def mated_heights_mm(self) -> tuple[float, ...]:
        """The mated heights this half is made for, in mm; empty where none is stated."""
        if self.is_inspection:
            return ()
        if self.half is Half.SOCKET:
            return tuple(_HEIGHT_MM.values())
        return (_HEIGHT_MM[self.height_digit],)

    @property
    def packaging_pitch_mm(self) -> int | None:
        """Pocket pitch of the embossed tape in mm; ``None`` where none is stated."""
        return None if self.is_inspection else _PACKAGE_PITCH_MM[self.package]

    @property
    def is_inspection(self) -> bool:
        """Whether this is a connector for inspection."""
        return self.product is Product.INSPECTION

    def today(self) -> PartNumber:
        """Return the same part under its present number."""
        return replace(self, former=False)

    @property
    def _surface_digit(self) -> str:
        return _FORMER_SOCKET_SURFACE if self.former else _SURFACE_DIGIT[self.half]

    def __str__(self) -> str:
        """Return the number as it is printed, for example ``AXE540127D``."""
        head = f"AXE{_HALF_DIGIT[self.half]}"
        if self.is_inspection:
            return f"{head}E{self.pins:02d}{_INSPECTION_ENDING}"
        ending = f"{self.height_digit}{_FUNCTION_DIGIT}{self._surface_digit}{self.package}"
        return f"{head}{self.pins:02d}{ending}"


@dataclass(frozen=True, slots=True)
class FieldMeaning:
    """One field of a part number: its name, its characters (may be empty) and what they mean.

    ``source`` is the name of the source in :attr:`a4s_gui.catalog.catalog.Catalog.sources`.
    """

    name: str
    characters: str
    meaning: str
    source: str = _ORDERING


def normalize(text: str) -> str:
    """Return ``text`` as the key writes it: capitals, without spaces, hyphens or dashes."""
    kept = (c for c in text if not c.isspace() and unicodedata.category(c) not in ("Pd", "Cf"))
    return "".join(kept).upper().replace("\N{MINUS SIGN}", "")


def in_plain_characters(text: str) -> str:
    """Return ``text`` with full-width characters and their like as the plain ones that are meant.

    Only to recognise what was meant: such a number is not taken for a part number.
    """
    return unicodedata.normalize("NFKC", text)


def parse(text: str) -> PartNumber:
    """Read a part number; case, spaces and hyphens do not matter.

    Raises
    ------
    PartNumberError
        The ordering key does not allow it; the error names the first field that is wrong.
    """
    return _Reader(text).read()


def explain(part: PartNumber) -> tuple[FieldMeaning, ...]:
    """Return every field of the number in order, with what its characters mean."""
    series = FieldMeaning("series", "AXE", "Panasonic narrow-pitch connectors")
    half = FieldMeaning("half", _HALF_DIGIT[part.half], f"{part.half} of A4S, 0.4 mm pitch")
    pins = FieldMeaning(
        "pins", f"{part.pins:02d}", f"{part.pins} contacts in two rows of {part.pins // 2}"
    )
    if part.is_inspection:
        return (series, half, *_explain_inspection(pins))
    return (series, half, pins, *_explain_standard(part))


def _explain_inspection(pins: FieldMeaning) -> tuple[FieldMeaning, ...]:
    ending = "without positioning bosses; the datasheet explains the two digits no further"
    return (
        FieldMeaning("product", "E", "for inspection, 3,000 mating cycles", _INSPECTION_TYPES),
        pins,
        FieldMeaning("ending", _INSPECTION_ENDING, ending, _INSPECTION_TYPES),
    )


def _explain_standard(part: PartNumber) -> tuple[FieldMeaning, ...]:
    heights = " mm and ".join(format_height(height, "") for height in part.mated_heights_mm)
    height = f"for mated height {heights} mm"
    plating = "contact and terminal portions gold over nickel"
    if part.half is Half.SOCKET:
        height = f"for mated heights {heights} mm: the header decides"
        plating += ", with nickel barrier"
    source = _ORDERING
    if part.former:
        today = _SURFACE_DIGIT[part.half]
        plating = f"the socket's surface digit in 2013, today {today}: {plating}"
        source = _FORMER_SOCKETS
    tape = f"embossed tape with {part.packaging_pitch_mm} mm pocket pitch"
    return (
        FieldMeaning("mated height", part.height_digit, height),
        FieldMeaning("function", _FUNCTION_DIGIT, "without positioning bosses"),
        FieldMeaning("surface", part._surface_digit, plating, source),
        FieldMeaning("package", part.package, tape),
    )


class _Reader:
    """Reads one number from left to right and stops at the first field that cannot be."""

    def __init__(self, text: str) -> None:
        self._text = text.strip()
        self._rest = normalize(text)

    def read(self) -> PartNumber:
        if not self._rest:
            raise PartNumberError(
                self._text, "series", "nothing to read; a part number looks like AXE540127"
            )
        self._expect("series", "AXE", "AXE, with which every A4S number begins")
        digit = self._one_of("half", "56", "5 for a socket or 6 for a header")
        half = Half.SOCKET if digit == _HALF_DIGIT[Half.SOCKET] else Half.HEADER
        return self._inspection(half) if self._skip("E") else self._standard(half)

    def _inspection(self, half: Half) -> PartNumber:
        pins = self._pins()
        self._expect("ending", _INSPECTION_ENDING, "26, with which numbers of inspection types end")
        if self._rest:
            self._fail("ending", self._rest, "nothing after 26, the end of an inspection type")
        return PartNumber(half, Product.INSPECTION, pins)

    def _standard(self, half: Half) -> PartNumber:
        pins = self._pins()
        if half is Half.SOCKET:
            height = self._one_of(
                "mated height", "1", "1 on a socket (mated height 0.8 and 1.0 mm)"
            )
        else:
            height = self._one_of(
                "mated height", "12", "1 (mated height 0.8 mm) or 2 (mated height 1.0 mm)"
            )
        self._one_of("function", _FUNCTION_DIGIT, "2 (without positioning bosses)")
        former = False
        if half is Half.SOCKET:
            surface = self._one_of(
                "surface", "74", "7 on a socket (4 on sockets of the 2013 edition)"
            )
            former = surface == _FORMER_SOCKET_SURFACE
        else:
            self._one_of("surface", "4", "4 on a header")
        if former and self._rest == "D":
            self._fail("surface", "4", "7 on a socket in 4 mm packaging (suffix D)")
        package = "D" if self._skip("D") else ""
        if self._rest:
            found = package + self._rest
            self._fail("package", found, "nothing (8 mm packaging) or D (4 mm packaging)")
        return PartNumber(half, Product.STANDARD, pins, height, package, former)

    def _pins(self) -> int:
        found = self._rest[:2]
        if not re.fullmatch("[0-9][02468]", found) or found == "00":
            self._fail("pins", found, "an even number of pins in two digits, as in 10 or 40")
        self._rest = self._rest[2:]
        return int(found)

    def _skip(self, wanted: str) -> bool:
        skipped = self._rest.startswith(wanted)
        self._rest = self._rest.removeprefix(wanted)
        return skipped

    def _one_of(self, field: str, allowed: str, hint: str) -> str:
        found = self._rest[:1]
        if not found or found not in allowed:
            self._fail(field, found, hint)
        self._rest = self._rest[1:]
        return found

    def _expect(self, field: str, wanted: str, hint: str) -> None:
        found = self._rest[: len(wanted)]
        if not self._skip(wanted):
            self._fail(field, found, hint)

    def _fail(self, field: str, found: str, allowed: str) -> None:
        what = f"“{printable(found)}” is not possible here" if found else "is missing"
        if not found.isascii():  # full-width letters look as if they were right
            what = f"“{printable(found)}” is not written in plain letters and digits"
        raise PartNumberError(self._text, field, f"{what}; allowed is {allowed}")
