"""Numbers as users type them: one strict reader, which refuses in one line what it cannot trust."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from a4s_gui.catalog.numbers import exact, format_number, format_unit
from a4s_gui.catalog.wording import printable
from a4s_gui.errors import A4sError
from a4s_gui.frozen import field, frozen

if TYPE_CHECKING:
    from decimal import Decimal

_MOST_CHARACTERS = 24
"""No number that means something here is longer."""


class NumberError(A4sError):
    """A typed number that is refused; ``reason`` is the line without the name of the field."""

    def __init__(self, name: str, reason: str) -> None:
        self.reason = reason
        super().__init__(f"{name}: {reason}")


@frozen
class NumberKind:
    """What may be typed into one kind of field.

    ``units`` maps each unit that may stand behind the number to its size in the unit of the
    result; the first one is that unit. ``least`` and ``most`` are in it.
    """

    name: str
    units: Mapping[str, str] = field(hash=False)
    least: float
    most: float
    whole: bool = False
    example: str = "1"
    least_is_allowed: bool = True

    @property
    def unit(self) -> str:
        """The unit of the result."""
        return next(iter(self.units), "")

    @property
    def limits(self) -> str:
        """The range that is allowed, in words."""
        low = "from" if self.least_is_allowed else "above"
        return f"{low} {format_number(self.least)} to {format_unit(self.most, self.unit)}"


CURRENT = NumberKind(
    "current", {"A": "1", "mA": "0.001"}, 0, 1000, example="0.5", least_is_allowed=False
)
"""Amperes; milliamperes may be written."""

_CONTACT_WORDS = dict.fromkeys(("contacts", "contact", "pins", "pin"), "1")
_PIECE_WORDS = dict.fromkeys(("pieces", "piece", "pcs", "pc"), "1")
CONTACTS = NumberKind("contacts", _CONTACT_WORDS, 1, 1000, whole=True, example="8")
PIECES = NumberKind("pieces", _PIECE_WORDS, 1, 1_000_000_000, whole=True, example="12000")
LENGTH = NumberKind("length", {"mm": "1"}, 0, 1000, example="9.5", least_is_allowed=False)
HEIGHT = NumberKind("mated height", {"mm": "1"}, 0, 100, example="0.8", least_is_allowed=False)
PACKAGING = NumberKind("packaging", {"mm": "1"}, 1, 100, whole=True, example="8")
SCALE = NumberKind("scale", {}, 1, 1000, example="20")
"""Millimetres on paper per millimetre of the part."""
DPI = NumberKind("resolution", {"dpi": "1"}, 10, 10_000, example="300")
"""Dots per inch."""
JOBS = NumberKind("jobs", {}, 1, 256, whole=True, example="2")
"""Processes at once."""
WIDTH = NumberKind("width", {"mm": "1"}, 0, 1000, example="2.9", least_is_allowed=False)

# Compiled when they are first used, and kept by ``re``: most commands are given no number.
_FORM = r"(?P<number>[0-9][0-9.,' \u00a0\u202f]*|[.,][0-9]+)\s*(?P<unit>[^0-9\s].*)?"
_PLAIN = r"[0-9]+|[0-9]*\.[0-9]+|[0-9]+\."
_THOUSANDS = r"[0-9]{1,3}(?:(?P<mark>[,' \u00a0\u202f])[0-9]{3})(?:(?P=mark)[0-9]{3})*"
_DOTTED_THOUSANDS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"
_COMMA_DECIMAL = r"[0-9]*,[0-9]+"


def read_number(text: str, kind: NumberKind) -> float:
    """Return a typed number in the unit of its kind.

    A unit may stand behind it; thousands may be apart in whole numbers (``12,000``), and a comma
    may stand for the decimal point where it cannot mean thousands (``2,5``). A :class:`NumberError`
    says that nothing is typed, that it is no number, could be read in two ways, or is out of range.
    """
    typed = text.strip()
    _refuse_what_is_no_number(typed, kind)
    match = re.fullmatch(_FORM, typed)
    if match is None:
        raise _refusal(kind, typed, f" is not a number; {_how(kind)}")
    number = _value(match["number"].strip(), typed, kind) * _factor(match["unit"] or "", kind)
    if kind.whole and number % 1:
        raise _refusal(kind, typed, f" is not whole; {_how(kind)}")
    value = float(number)
    low = value < kind.least or (value == kind.least and not kind.least_is_allowed)
    if low or value > kind.most:
        what = "too small" if low else "too large"
        raise _refusal(kind, typed, f" is {what}; allowed is {kind.limits}")
    return value


def read_count(text: str, kind: NumberKind) -> int:
    """Return a typed number of a kind of whole numbers; raises as :func:`read_number`."""
    return int(read_number(text, kind))


def _refuse_what_is_no_number(typed: str, kind: NumberKind) -> None:
    if not typed:
        raise NumberError(kind.name, f"nothing is typed; {_how(kind)}")
    if any(c.isnumeric() and not c.isascii() for c in typed):
        raise _refusal(kind, typed, ": only the digits 0 to 9 can be read here")
    if len(typed) > _MOST_CHARACTERS:
        raise _refusal(kind, typed, f" is too long for a number; {_how(kind)}")
    if re.match(r"[-\u2212\u2010-\u2015]\s*[0-9.,]", typed):
        raise _refusal(kind, typed, f" is below 0; allowed is {kind.limits}")
    if re.match(r"[0-9.]+[eE][-+]?[0-9]", typed):
        raise _refusal(kind, typed, ": write the number without an exponent")


def _value(number: str, typed: str, kind: NumberKind) -> Decimal:
    """Return the number without its unit."""
    if kind.whole and re.fullmatch(_DOTTED_THOUSANDS, number):
        return _dotted(number, typed, kind)
    if re.fullmatch(_PLAIN, number):
        return exact(number)
    if re.fullmatch(_THOUSANDS, number):
        digits = re.sub("[^0-9]", "", number)
        if kind.whole or number.count(",") != 1:
            return exact(digits)
        decimal = number.replace(",", ".")
        raise _refusal(kind, typed, f" could mean two numbers; write {decimal} or {digits}")
    if re.fullmatch(_COMMA_DECIMAL, number):
        return exact(number.replace(",", "."))
    raise _refusal(kind, typed, f" is not a number; {_how(kind)}")


def _dotted(number: str, typed: str, kind: NumberKind) -> Decimal:
    """Return a whole number whose points can only part thousands; refuse one that may be decimal.

    Where a point parts thousands, ``10.000`` is ten thousand: ten pieces would be a wrong order.
    """
    digits = number.replace(".", "")
    if number.count(".") > 1:
        return exact(digits)
    whole, decimals = number.split(".")
    if int(decimals):
        what = f" is not whole; write {digits} if the point parts thousands"
        raise _refusal(kind, typed, what)
    raise _refusal(kind, typed, f" could mean two numbers; write {whole} or {digits}")


def _factor(unit: str, kind: NumberKind) -> Decimal:
    word = unicodedata.normalize("NFKC", unit).strip()
    if not word:
        return exact(1)
    same_case = {name: size for name, size in kind.units.items() if name == word}
    any_case = {n: s for n, s in kind.units.items() if n.casefold() == word.casefold()}
    # "MA" would be megaamperes and "ma" nothing: where case decides, it has to be right.
    found = same_case or (any_case if len(set(kind.units.values())) == 1 else {})
    if not kind.units:
        raise _refusal(kind, unit, f" is no part of a number; {_how(kind)}")
    if not found:
        known = " or ".join(kind.units)
        raise _refusal(kind, unit, f" is not a unit of {kind.name}; write {known}, or none")
    return exact(next(iter(found.values())))


def _refusal(kind: NumberKind, typed: str, what: str) -> NumberError:
    return NumberError(kind.name, f"“{printable(typed)}”{what}")


def _how(kind: NumberKind) -> str:
    unit = f" in {kind.unit}" if kind.unit and not kind.whole else ""
    return f"write a {'whole ' if kind.whole else ''}number{unit}, as in {kind.example}"
