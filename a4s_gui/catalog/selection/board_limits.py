"""What the board allows: limits of size, current and contacts, as questions of the filter."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from a4s_gui.catalog.model import Connector, Pair
from a4s_gui.catalog.numbers import exact, format_exact, pluralize
from a4s_gui.frozen import frozen, replace

if TYPE_CHECKING:
    from decimal import Decimal


@frozen
class Size:
    """Length along the rows and width across them, in mm."""

    length_mm: float
    width_mm: float

    @property
    def area_mm2(self) -> float:
        """Length times width, in square millimetres."""
        return round(self.length_mm * self.width_mm, 6)


class Measure(Protocol):
    """What is measured against the limits of size: bodies, or the pads of a land pattern."""

    @property
    def name(self) -> str:
        """What is measured, as it follows a length: ``body``, ``land pattern``."""

    def size(self, connector: Connector) -> Size:
        """Return the size of one half."""


@frozen
class BodyMeasure:
    """Measures bodies: dimension A by the body's width."""

    name: str = "body"

    def size(self, connector: Connector) -> Size:
        """Return the size of one body."""
        return Size(connector.body_length_mm, connector.body_width_mm)


class Limit(StrEnum):
    """One limit; the value is the name of its field in :class:`Limits`."""

    LENGTH = "max_length_mm"
    WIDTH = "max_width_mm"
    CURRENT = "current_a"
    CONTACTS = "contacts"


@frozen
class Limits:
    """What a pair has to fit; ``None`` leaves a question open.

    Both halves have to keep within the sizes. The current is shared evenly by ``contacts``, or by
    as many contacts as it takes where they are not given.
    """

    max_length_mm: float | None = None
    max_width_mm: float | None = None
    current_a: float | None = None
    contacts: int | None = None
    measure: Measure = BodyMeasure()

    def value(self, limit: Limit) -> float | None:
        """Return what one limit is set to."""
        found: float | None = getattr(self, limit)
        return found

    @property
    def are_set(self) -> bool:
        """Whether there is any limit."""
        return any(self.value(limit) is not None for limit in Limit)

    def without(self, limit: Limit) -> Limits:
        """Return the limits with one question left open."""
        return self.with_value(limit, None)

    def with_value(self, limit: Limit, value: float | None) -> Limits:
        """Return the limits with one question answered, or left open."""
        change: dict[str, Any] = {limit.value: value}
        return replace(self, **change)


NO_LIMITS = Limits()


def pair_size(pair: Pair, measure: Measure) -> Size:
    """Return the room that both halves of a pair keep within, in mm."""
    sizes = [measure.size(connector) for connector in pair.connectors]
    return Size(max(s.length_mm for s in sizes), max(s.width_mm for s in sizes))


def failed_limits(pair: Pair, limits: Limits) -> frozenset[str]:
    """Return the limits that a pair does not keep to."""
    return frozenset(
        limit
        for limit, keeps in _TESTS.items()
        if (value := limits.value(limit)) is not None and not keeps(pair, limits, value)
    )


def describe_limit(limits: Limits, limit: Limit) -> str:
    """Return one limit that is set in words: ``body at most 9.5 mm long``, ``2 A``."""
    value = limits.value(limit)
    if value is None:
        return ""
    if limit is Limit.CONTACTS:
        return f"at least {pluralize(int(value), 'contact')}"
    if limit is Limit.CURRENT:
        shared = "" if limits.contacts is None else f" on {pluralize(limits.contacts, 'contact')}"
        return f"{format_exact(value)} A{shared}"
    side = "long" if limit is Limit.LENGTH else "wide"
    return f"{limits.measure.name} at most {format_exact(value)} mm {side}"


def capacity_a(pair: Pair, limits: Limits) -> Decimal:
    """Return what the contacts asked for, or all of them, carry together, in A."""
    contacts = pair.pins if limits.contacts is None else limits.contacts
    each, most = pair.ratings.rated_current_a_per_contact, pair.ratings.rated_current_a_total
    return min(exact(each) * contacts, exact(most))


_TESTS: dict[Limit, Callable[[Pair, Limits, float], bool]] = {
    Limit.LENGTH: lambda pair, limits, mm: pair_size(pair, limits.measure).length_mm <= mm,
    Limit.WIDTH: lambda pair, limits, mm: pair_size(pair, limits.measure).width_mm <= mm,
    Limit.CURRENT: lambda pair, limits, amperes: exact(amperes) <= capacity_a(pair, limits),
    Limit.CONTACTS: lambda pair, _, contacts: pair.pins >= contacts,
}
