"""Figures that come in many shapes: a value, a limit, a range, a value with its tolerance."""

from __future__ import annotations

from collections.abc import Mapping

from a4s_gui.catalog.numbers import format_number, with_unit
from a4s_gui.catalog.records import Record
from a4s_gui.catalog.wording import NOT_STATED
from a4s_gui.frozen import frozen


@frozen
class Quantity:
    """One figure with its name and unit.

    Either ``value`` is given, with ``plus`` and ``minus`` where a tolerance is stated, or one or
    both of ``low`` (at least) and ``high`` (at most). Nothing is given where the figure is not
    stated for the part in question.
    """

    name: str
    unit: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    plus: float | None = None
    minus: float | None = None

    @property
    def is_stated(self) -> bool:
        """Whether there is a figure at all."""
        return any(part is not None for part in (self.value, self.low, self.high))

    @property
    def text(self) -> str:
        """The figure with its unit: ``0.2 to 0.3 mm``, ``at most 5 s``, ``40 ±2 °C``."""
        if self.value is not None:
            tolerance = self._tolerance()
            # A tolerance alone, as of all dimensions, is written without the nought.
            value = "" if tolerance and self.value == 0 else format_number(self.value)
            return with_unit(f"{value} {tolerance}".strip(), self.unit)
        if self.low is not None and self.high is not None:
            return with_unit(f"{format_number(self.low)} to {format_number(self.high)}", self.unit)
        if self.low is not None:
            return f"at least {with_unit(format_number(self.low), self.unit)}"
        if self.high is not None:
            return f"at most {with_unit(format_number(self.high), self.unit)}"
        return NOT_STATED

    def _tolerance(self) -> str:
        if self.plus is None or self.minus is None:
            return ""
        if self.plus == self.minus:
            return f"±{format_number(self.plus)}"
        return f"+{format_number(self.plus)}/−{format_number(self.minus)}"

    def __str__(self) -> str:
        return f"{self.name}: {self.text}" if self.name else self.text


_PARTS = ("value", "low", "high")


def read_quantity(
    entry: Record, figures: Mapping[str, float | None] | None = None, *, named: bool = True
) -> Quantity:
    """Read one figure of a data file; ``named`` where its name stands with it.

    ``value``, ``low`` and ``high`` are numbers; where ``figures`` is given, a text there names the
    figure of the catalog that is meant, so that no figure stands in two files. ``tolerance`` is a
    number for both directions, ``plus`` and ``minus`` are numbers for one each. A
    :class:`DataError` says that no part is given, or that parts exclude each other.
    """
    name = entry.text("name") if named else ""
    unit = entry.text_or("unit")
    found = {part: _read_part(entry, part, figures) for part in _PARTS if entry.offers(part)}
    if not found:
        entry.fail("value", "a number, or low and high")
    if "value" in found and len(found) > 1:
        entry.fail("value", "either a value, or low and high")
    low, high = found.get("low"), found.get("high")
    if low is not None and high is not None and low >= high:
        entry.fail("high", f"a number above low, {low:g}")
    plus, minus = _read_tolerance(entry)
    if plus is not None and "value" not in found:
        entry.fail("value", "a number, to which the tolerance belongs")
    return Quantity(name, unit, **found, plus=plus, minus=minus)


def read_quantities(
    record: Record, field: str, figures: Mapping[str, float | None] | None = None
) -> tuple[Quantity, ...]:
    """Read a list of figures with their names, empty where the field is absent."""
    entries = record.records_or_empty(field, "figure")
    return tuple(whole_quantity(entry, figures) for entry in entries)


def whole_quantity(
    entry: Record, figures: Mapping[str, float | None] | None = None, *, named: bool = True
) -> Quantity:
    """Read a figure as :func:`read_quantity` does, of a table that holds nothing else."""
    quantity = read_quantity(entry, figures, named=named)
    entry.done()
    return quantity


def _read_part(
    entry: Record, part: str, figures: Mapping[str, float | None] | None
) -> float | None:
    if figures is not None and entry.holds_text(part):
        return figures[entry.choice(part, tuple(figures), "a number or the name of a rating")]
    return entry.number(part)


def _read_tolerance(entry: Record) -> tuple[float | None, float | None]:
    if entry.offers("tolerance"):
        both = entry.positive("tolerance")
        return both, both
    if not entry.offers("plus") and not entry.offers("minus"):
        return None, None
    plus, minus = entry.number("plus"), entry.number("minus")
    for part, value in (("plus", plus), ("minus", minus)):
        if value < 0:
            entry.fail(part, "a number from 0 up")
    return plus, minus
