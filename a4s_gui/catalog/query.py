"""The query: a frozen filter, and one pure function from filter and catalog to rows and facets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from a4s_gui.catalog.model import Pair, Product
from a4s_gui.catalog.part_number import PartNumberError, normalize, parse


@dataclass(frozen=True, slots=True)
class Filter:
    """What the user wants. An empty set, ``None`` or an empty text leaves that question open."""

    pins: frozenset[int] = frozenset()
    pins_from: int | None = None
    pins_to: int | None = None
    heights_mm: frozenset[float] = frozenset()
    packagings_mm: frozenset[int] = frozenset()
    products: frozenset[Product] = frozenset()
    text: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked for."""
        return self == Filter(text=self.text) and not self.text.strip()


class Facet(StrEnum):
    """One question of the filter; the value is the name of its field in :class:`Filter`."""

    PINS = "pins"
    PINS_FROM = "pins_from"
    PINS_TO = "pins_to"
    HEIGHT = "heights_mm"
    PACKAGING = "packagings_mm"
    PRODUCT = "products"


FacetKey = int | float | Product


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value that can be picked in a facet.

    ``rows`` is the number of rows that carry it under every other facet and the text;
    ``rows_after_click`` what would be left after picking (or, where ``selected``, unpicking) it.
    Where a click would lead nowhere ``enabled`` is false and ``reason`` says why.
    """

    value: FacetKey
    label: str
    selected: bool
    rows: int
    rows_after_click: int
    reason: str = ""

    @property
    def enabled(self) -> bool:
        """Whether a click on the value leads somewhere."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The pairs that match, in the catalog's order, and every facet's values."""

    rows: tuple[Pair, ...]
    facets: Mapping[Facet, tuple[FacetValue, ...]]


def query(pairs: Sequence[Pair], wanted: Filter) -> QueryResult:
    """Apply a filter to the catalog's pairs."""
    facets = {facet: tuple(_facet_values(pairs, wanted, facet)) for facet in Facet}
    return QueryResult(tuple(p for p in pairs if matches(p, wanted)), facets)


def toggle(wanted: Filter, facet: Facet, value: FacetKey) -> Filter:
    """Return the filter after a click on one value of a facet: picked, or unpicked if it was."""
    current = getattr(wanted, facet)
    if facet in _SINGLE:
        return _with(wanted, facet, None if current == value else value)
    return _with(wanted, facet, current ^ {value})


def matches(pair: Pair, wanted: Filter) -> bool:
    """Say whether a pair is what the filter asks for."""
    return matches_text(pair, wanted.text) and all(
        test(pair, getattr(wanted, facet)) for facet, test in _TESTS.items()
    )


def matches_text(pair: Pair, text: str) -> bool:
    """Say whether a typed text means this pair.

    A text matches when it stands in one of the part numbers (case, spaces and hyphens do not
    matter, ``*`` stands for any characters and ``?`` for one) or when each of its words stands in
    the numbers or in the pair's plain description. Former socket numbers find today's.
    """
    words = [word for word in re.split(r"[\s,;/+]+", text) if normalize(word)]
    if not words:
        return True
    numbers = [connector.part_number for connector in pair.connectors]
    whole = _today(normalize(text))
    if any(_stands_in(whole, number) for number in numbers):
        return True
    described = [*numbers, *_description(pair)]
    return all(any(_stands_in(_today(normalize(w)), d) for d in described) for w in words)


def describe(wanted: Filter) -> str:
    """Return what a filter asks for in a few words, for messages."""
    parts = [_describe_facet(wanted, facet) for facet in Facet if _is_set(wanted, facet)]
    if wanted.text.strip():
        parts.append(f"“{wanted.text.strip()}”")
    return " and ".join(parts) or "any choice"


def label(facet: Facet, value: FacetKey) -> str:
    """Return one facet value in words: ``40 pins``, ``0.8 mm``, ``4 mm packaging``."""
    return _LABELS[facet](value)


_SINGLE = (Facet.PINS_FROM, Facet.PINS_TO)

_LABELS: dict[Facet, Callable[[Any], str]] = {
    Facet.PINS: lambda v: f"{v} pins",
    Facet.PINS_FROM: lambda v: f"from {v} pins",
    Facet.PINS_TO: lambda v: f"up to {v} pins",
    Facet.HEIGHT: lambda v: f"{v:.1f} mm mated height",
    Facet.PACKAGING: lambda v: f"{v} mm packaging",
    Facet.PRODUCT: lambda v: f"{v} type",
}

_TESTS: dict[Facet, Callable[[Pair, Any], bool]] = {
    Facet.PINS: lambda pair, chosen: not chosen or pair.pins in chosen,
    Facet.PINS_FROM: lambda pair, least: least is None or pair.pins >= least,
    Facet.PINS_TO: lambda pair, most: most is None or pair.pins <= most,
    Facet.HEIGHT: lambda pair, chosen: not chosen or pair.mated_height_mm in chosen,
    Facet.PACKAGING: lambda pair, chosen: not chosen or pair.packaging_pitch_mm in chosen,
    Facet.PRODUCT: lambda pair, chosen: not chosen or pair.product in chosen,
}

_VALUES: dict[Facet, Callable[[Pair], FacetKey | None]] = {
    Facet.PINS: lambda pair: pair.pins,
    Facet.PINS_FROM: lambda pair: pair.pins,
    Facet.PINS_TO: lambda pair: pair.pins,
    Facet.HEIGHT: lambda pair: pair.mated_height_mm,
    Facet.PACKAGING: lambda pair: pair.packaging_pitch_mm,
    Facet.PRODUCT: lambda pair: pair.product,
}


def _facet_values(pairs: Sequence[Pair], wanted: Filter, facet: Facet) -> Iterable[FacetValue]:
    others = [pair for pair in pairs if matches(pair, _without(wanted, facet))]
    values: dict[FacetKey, None] = {}
    for pair in pairs:
        value = _VALUES[facet](pair)
        if value is not None:
            values[value] = None
    for value in sorted(values) if facet is not Facet.PRODUCT else values:
        alone = _with(Filter(), facet, value if facet in _SINGLE else frozenset({value}))
        rows = sum(matches(pair, alone) for pair in others)
        current = getattr(wanted, facet)
        selected = current == value if facet in _SINGLE else value in current
        clicked = toggle(wanted, facet, value)
        after = sum(_TESTS[facet](pair, getattr(clicked, facet)) for pair in others)
        reason = ""
        if selected and after == 0:
            reason = f"without {label(facet, value)} nothing would be left"
        elif not selected and rows == 0:
            reason = _why_nowhere(pairs, wanted, facet, value)
        yield FacetValue(value, label(facet, value), selected, rows, after, reason)


def _why_nowhere(pairs: Sequence[Pair], wanted: Filter, facet: Facet, value: FacetKey) -> str:
    """Say which of the other choices keeps a facet's value from having any row."""
    picked = _with(wanted, facet, value if facet in _SINGLE else frozenset({value}))
    for other in Facet:
        if other is not facet and _is_set(wanted, other):
            lifted = _without(picked, other)
            if any(matches(pair, lifted) for pair in pairs):
                return f"{label(facet, value)}: none with {_describe_facet(wanted, other)}"
    rest = _without(picked, facet)
    return f"{label(facet, value)}: none with {describe(_without(rest, facet))}"


def _describe_facet(wanted: Filter, facet: Facet) -> str:
    current = getattr(wanted, facet)
    if facet in _SINGLE:
        return label(facet, current)
    return " or ".join(label(facet, value) for value in sorted(current))


def _is_set(wanted: Filter, facet: Facet) -> bool:
    return getattr(wanted, facet) not in (None, frozenset())


def _without(wanted: Filter, facet: Facet) -> Filter:
    return _with(wanted, facet, None if facet in _SINGLE else frozenset())


def _with(wanted: Filter, facet: Facet, value: object) -> Filter:
    changes: dict[str, Any] = {facet.value: value}
    return replace(wanted, **changes)


def _description(pair: Pair) -> list[str]:
    words = [f"{pair.pins}PINS", pair.product.upper()]
    if pair.mated_height_mm is not None:
        words.append(f"{pair.mated_height_mm:.1f}MM")
    if pair.packaging_pitch_mm is not None:
        words.append(f"{pair.packaging_pitch_mm}MM")
    return words


def _stands_in(wanted: str, text: str) -> bool:
    if "*" in wanted or "?" in wanted:
        pattern = re.escape(wanted).replace(r"\*", ".*").replace(r"\?", ".")
        return re.fullmatch(pattern, text) is not None
    return wanted in text


def _today(number: str) -> str:
    try:
        return str(parse(number).today())
    except PartNumberError:
        return number
