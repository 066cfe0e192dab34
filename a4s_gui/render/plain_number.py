"""Numbers as text files carry them: short, without exponent, binary dust or ``-0``."""

from __future__ import annotations


def format_number(value: float, digits: int = 4) -> str:
    """Return a number with at most ``digits`` decimals and no more than it needs: ``-0.5``, ``3``.

    Of lengths in mm, four decimals are a tenth of a micrometre.
    """
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
