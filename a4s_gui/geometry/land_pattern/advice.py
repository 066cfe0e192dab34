"""What the datasheet recommends for figures of a land pattern that may be otherwise."""

from __future__ import annotations

STIFFENER_RANGE_MM = (0.5, 1.0)
"""FPC stiffener beyond the land pattern (datasheet, design of devices and PC board patterns)."""


def advice(figure: str, value: float | str) -> str:
    """Return why a possible value of a figure, ``common.stiffener_margin_mm``, is not advisable.

    Empty where nothing speaks against it.
    """
    least, most = STIFFENER_RANGE_MM
    if figure != "common.stiffener_margin_mm" or isinstance(value, str) or least <= value <= most:
        return ""
    return f"The datasheet recommends {least:.1f} to {most:.1f} mm"
