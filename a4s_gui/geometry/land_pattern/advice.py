"""What the datasheet recommends for figures of a land pattern that may be otherwise."""

from __future__ import annotations

from a4s_gui.catalog.series import shipped_series


def advice(figure: str, value: float | str) -> str:
    """Return why a possible value of a figure, by its name, is not advisable; empty if it is."""
    if figure != "common.stiffener_margin_mm" or isinstance(value, str):
        return ""
    wanted = shipped_series().stiffener
    if wanted.least_mm <= value <= wanted.most_mm:
        return ""
    return f"The datasheet recommends {wanted.least_mm:.1f} to {wanted.most_mm:.1f} mm"
