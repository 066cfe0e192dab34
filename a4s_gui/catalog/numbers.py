"""Numbers: exact and rounded ones, and how all pages, tables and messages write them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeGuard

from a4s_gui.catalog.wording import NOT_STATED

if TYPE_CHECKING:
    from decimal import Decimal

HEIGHT_DECIMALS = 1
"""Decimals of a mated height, as in the datasheet."""


def format_number(value: float | Decimal, decimals: int | None = None) -> str:
    """Return a number as people write it: thousands apart, a real minus, never ``-0``.

    ``decimals`` are written all of them; where it is not given, up to four as they are needed.
    """
    rounded = round(float(value), 4 if decimals is None else decimals) + 0.0
    if decimals is not None:
        text = f"{rounded:,.{decimals}f}"
    else:
        text = f"{rounded:,.4f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")


def plain_number(value: float, decimals: int = 4) -> str:
    """Return a number as programs read it: short, no thousands marks, no exponent, never ``-0``.

    It has at most so many ``decimals``: of lengths in mm, four are a tenth of a micrometre.
    """
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def format_unit(value: float | Decimal | None, unit: str, decimals: int | None = None) -> str:
    """Return a number with its unit, as :func:`format_number` writes it; ``None`` in words."""
    return NOT_STATED if value is None else with_unit(format_number(value, decimals), unit)


def format_mm(value_mm: float | None) -> str:
    """Return a length as people write it: ``0.23 mm``; ``None`` in words."""
    return format_unit(value_mm, "mm")


def format_a(amperes: float | Decimal) -> str:
    """Return a current as people write it: ``0.5 A``."""
    return format_unit(amperes, "A")


def format_height(height_mm: float | None, unit: str = "mm") -> str:
    """Return a mated height as the datasheet writes it: ``0.8 mm``; ``None`` in words.

    ``unit`` is empty where the unit stands elsewhere.
    """
    return format_unit(height_mm, unit, HEIGHT_DECIMALS)


def format_exact(value: float | Decimal) -> str:
    """Return a number that was asked for, with all its digits: rounded it could equal a limit."""
    text = f"{exact(float(value)):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_unit(number: str, unit: str) -> str:
    """Return a number in front of its unit, or alone where it has none."""
    return f"{number} {unit}".rstrip()


def pluralize(number: int, one: str, many: str | None = None) -> str:
    """Return how many there are of something: ``1 reel``, ``2 reels``, ``3 boxes``."""
    return f"{format_number(number)} {one if number == 1 else many or one + 's'}"


def exact(value: float | str) -> Decimal:
    """Return a number as it is written: ``0.3`` is three tenths, which no float is."""
    from decimal import Decimal  # noqa: PLC0415 - most commands and the first window need none

    return Decimal(str(value))


def rounded_down(value: Decimal) -> float:
    """Return a limit to four decimals that is never larger than the exact one."""
    return float(value.quantize(exact("0.0001"), "ROUND_FLOOR"))


def rounded_up(pieces: int, unit: int) -> int:
    """Return how many whole units hold some pieces."""
    return -(-pieces // unit)


def is_number(value: object) -> TypeGuard[float]:
    """Return whether a value is a finite number; ``True`` and ``False`` are none."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number that no float holds
        return False


def is_count(value: object, least: int) -> bool:
    """Return whether a value is a whole number of at least so many; ``True`` is none."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least
