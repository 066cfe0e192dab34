"""Figures that the program works out, each with its formula and where its parts come from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from a4s_gui.catalog.model import Source
from a4s_gui.catalog.wording import NOT_STATED


@dataclass(frozen=True, slots=True)
class Derived:
    """One worked-out figure.

    ``formula`` is the whole calculation with its numbers, as ``1.2 N × 40 contacts = 48 N``;
    where ``value`` is ``None`` it says why there is none.
    """

    name: str
    value: float | None
    unit: str
    formula: str
    source: Source

    @property
    def text(self) -> str:
        """The value with its unit."""
        if self.value is None:
            return NOT_STATED
        # "1 reels" is nothing that people write; a unit's symbol never ends in s but for seconds.
        one = self.value == 1 and len(self.unit) > 2
        return with_unit(
            format_number(self.value), self.unit.removesuffix("s") if one else self.unit
        )


def signed(difference: Derived) -> str:
    """Return a difference with its unit, and a plus sign in front where it is one."""
    return ("+" if (difference.value or 0) > 0 else "") + difference.text


def format_number(value: float) -> str:
    """Return a number as people write it: up to four decimals, thousands apart, a real minus."""
    rounded = round(value, 4) + 0.0
    text = f"{rounded:,.4f}".rstrip("0").rstrip(".") if rounded % 1 else f"{int(rounded):,}"
    return text.replace("-", "−")


def format_mm(value: float) -> str:
    """Return a length as people write it: ``0.23 mm``."""
    return with_unit(format_number(value), "mm")


def format_exact(value: float) -> str:
    """Return a number that was asked for, with all its digits: rounded it could equal a limit."""
    text = f"{exact(value):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_unit(number: str, unit: str) -> str:
    """Return a number in front of its unit; a percent sign and no unit at all stand close."""
    return f"{number} {unit}".rstrip()


def pluralize(number: int, one: str, many: str | None = None) -> str:
    """Return how many there are of something: ``1 reel``, ``2 reels``, ``3 boxes``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def exact(value: float) -> Decimal:
    """Return a number as it is written: ``0.3`` is three tenths, which no float is."""
    return Decimal(str(value))


def rounded_down(value: Decimal, decimals: int = 4) -> float:
    """Return a limit that is never larger than the exact one."""
    return float(value.quantize(Decimal(1).scaleb(-decimals), ROUND_FLOOR))


def rounded_up(pieces: int, unit: int) -> int:
    """Return how many whole units hold some pieces."""
    return -(-pieces // unit)


def is_number(value: object) -> bool:
    """Say whether a value is a finite number; ``True`` and ``False`` are none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def is_count(value: object, least: int) -> bool:
    """Say whether a value is a whole number of at least so many; ``True`` is none."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least
