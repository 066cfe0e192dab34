"""Figures of a land pattern as they are typed and shown: unit, digits, steps."""

from __future__ import annotations

import re

from a4s_gui.geometry.land_pattern.editing import Figure, FigureValue
from a4s_gui.geometry.land_pattern.pattern import LandPatternError
from a4s_gui.geometry.shapes import round_mm

_NUMBER = re.compile(r"([+-]?)([0-9]*)(?:[.,]([0-9]*))?", re.ASCII)
_MINUS_SIGNS = str.maketrans({"−": "-", "–": "-"})
_PER_SHOWN = {"%": 0.01}
"""What one of a unit is in the pattern: ratios are fractions of 1."""
_STEPS = {"mm": 0.01, "%": 1.0, "µm": 5.0}
_LARGEST = {"mm": 100.0, "%": 100.0, "µm": 1000.0}
"""No figure of this family comes near; more would be a slip of the hand."""
_LEAST_DECIMALS = {"mm": 2}
_EXAMPLES = {"mm": "0.23", "%": "70", "µm": "120"}


def figure_text(figure: Figure, value: FigureValue) -> str:
    """Return a value as its field shows it, without the unit: ``0.90``, ``70``, ``A``."""
    if isinstance(value, str):
        return value
    digits = f"{round(value / _PER_SHOWN.get(figure.unit, 1.0), 6) + 0.0:.6f}"
    whole, _, decimals = digits.partition(".")
    decimals = decimals.rstrip("0").ljust(_LEAST_DECIMALS.get(figure.unit, 0), "0")
    return (f"{whole}.{decimals}" if decimals else whole).replace("-", "−")


def text_with_unit(figure: Figure, value: FigureValue) -> str:
    """Return a value with its unit, as messages show it."""
    return f"{figure_text(figure, value)} {figure.unit}".strip()


def read_figure(figure: Figure, text: str) -> float:
    """Read what was typed in a figure's field; a comma parts decimals as a point does.

    Whether the value is possible for a land pattern is the pattern's own question; what is no
    number of ASCII digits, or one that no such figure can be, is a :class:`LandPatternError`.
    """
    unit = figure.unit
    typed = text.strip().removesuffix(unit).strip()
    found = _NUMBER.fullmatch(typed.translate(_MINUS_SIGNS).replace("- ", "-"))
    if found is None or not (found[2] or found[3]):
        what = f"“{_brief(typed)}” is not a number" if typed else "a number is missing"
        raise LandPatternError(figure.name, f"{what}; type one such as {_EXAMPLES[unit]}")
    value = float(f"{found[1]}{found[2] or '0'}.{found[3] or '0'}")
    largest = _LARGEST[unit]
    if not -largest <= value <= largest:
        raise LandPatternError(figure.name, f"{_brief(typed)} is more than {largest:g} {unit}")
    return round_mm(value * _PER_SHOWN.get(unit, 1.0))


def stepped(figure: Figure, value: float, steps: int) -> float:
    """Return a value so many steps up or down: 0.01 mm, 1 % or 5 µm each."""
    step = _STEPS[figure.unit] * _PER_SHOWN.get(figure.unit, 1.0)
    return round_mm(value + steps * step)


def reason_beneath(figure: Figure, error: LandPatternError, figures: tuple[Figure, ...]) -> str:
    """Return what to say beneath a figure's field: the reason, and whose it is if not its own."""
    if error.field == figure.name:
        return error.reason
    other = next((one for one in figures if one.name == error.field), None)
    return f"{other.label if other else error.field}: {error.reason}"


def _brief(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}…"
