"""The query: a frozen filter, and one pure function from filter and catalog to rows and facets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from a4s_gui.catalog.model import Pair, Product
from a4s_gui.catalog.numbers import format_height, pluralize
from a4s_gui.catalog.part_numbers.text_search import text_test
from a4s_gui.catalog.selection.board_limits import (
    NO_LIMITS,
    Limit,
    Limits,
    describe_limit,
    failed_limits,
)
from a4s_gui.catalog.wording import printable
from a4s_gui.frozen import field, frozen, replace

if TYPE_CHECKING:
    from a4s_gui.catalog.selection.limit_feedback import LimitState


@frozen
class Filter:
    """What the user wants. An empty set, ``None`` or an empty text leaves that question open.

    ``limits`` is what the board allows; ``listed`` holds the ids of pairs, of a pasted list for
    example, to which the choice is confined.
    """

    pins: frozenset[int] = frozenset()
    pins_from: int | None = None
    pins_to: int | None = None
    heights_mm: frozenset[float] = frozenset()
    packagings_mm: frozenset[int] = frozenset()
    products: frozenset[Product] = frozenset()
    text: str = ""
    limits: Limits = NO_LIMITS
    pair_ids: frozenset[str] = frozenset()


FacetKey = int | float | Product


class Facet(StrEnum):
    """One question of the filter; the value is the name of its field in :class:`Filter`."""

    PINS = "pins"
    PINS_FROM = "pins_from"
    PINS_TO = "pins_to"
    HEIGHT = "heights_mm"
    PACKAGING = "packagings_mm"
    PRODUCT = "products"

    @property
    def is_bound(self) -> bool:
        """Whether the field holds one value or ``None``; the others hold a set of values."""
        return self in (Facet.PINS_FROM, Facet.PINS_TO)

    @property
    def unanswered(self) -> frozenset[FacetKey] | None:
        """What the field holds while the question is open."""
        return None if self.is_bound else frozenset()


@frozen
class FacetValue:
    """One value that can be picked in a facet.

    ``rows`` is the number of rows that carry it under every other facet and the text;
    ``rows_after_click`` what would be left after picking (or, where ``selected``, unpicking) it.
    Where a click would lead nowhere ``reason`` says why.
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


@frozen
class QueryResult:
    """The pairs that match, in the catalog's order, every facet's values, every limit's effect.

    ``limits`` holds those that are set.
    """

    rows: tuple[Pair, ...]
    facets: Mapping[Facet, tuple[FacetValue, ...]]
    limits: Mapping[Limit, LimitState] = field(default_factory=dict)


def query(pairs: Sequence[Pair], criteria: Filter) -> QueryResult:
    """Apply a filter to the catalog's pairs."""
    # To ask whether a pair matches takes no more than that, see below.
    from a4s_gui.catalog.selection.limit_feedback import limit_states  # noqa: PLC0415

    failed_by = _failed_by(criteria)
    failures = [(pair, failed_by(pair)) for pair in pairs]
    facets = {facet: tuple(_facet_values(failures, criteria, facet)) for facet in Facet}
    rows = tuple(pair for pair, failed in failures if not failed)

    def others_of(limit: Limit) -> str:
        return " and ".join(asked_for(replace(criteria, limits=criteria.limits.without(limit))))

    return QueryResult(rows, facets, limit_states(failures, criteria.limits, others_of))


def toggle(criteria: Filter, facet: Facet, value: FacetKey) -> Filter:
    """Return the filter after a click on one value of a facet: picked, or unpicked if it was."""
    return with_answer(criteria, facet, _after_click(criteria, facet, value))


def with_answer(criteria: Filter, facet: Facet, answer: object) -> Filter:
    """Return the filter in which a facet's field holds another answer."""
    changes: dict[str, Any] = {facet.value: answer}
    return replace(criteria, **changes)


def without_answer(criteria: Filter, facet: Facet) -> Filter:
    """Return the filter with one question left open."""
    return with_answer(criteria, facet, facet.unanswered)


def matches(pair: Pair, criteria: Filter) -> bool:
    """Return whether a pair is what the filter asks for."""
    return not _failed_by(criteria)(pair)


def asked_for(criteria: Filter) -> list[str]:
    """Return each question of a filter that is answered, in words."""
    parts = [_describe_facet(criteria, facet) for facet in _answered(criteria)]
    parts += [text for limit in Limit if (text := describe_limit(criteria.limits, limit))]
    if criteria.pair_ids:
        parts.append(_describe_listed(criteria))
    if criteria.text.strip():
        parts.append(_describe_text(criteria))
    return parts


def _answered(criteria: Filter) -> list[Facet]:
    return [facet for facet in Facet if getattr(criteria, facet) != facet.unanswered]


def describe(criteria: Filter) -> str:
    """Return what a filter asks for in a few words, for messages."""
    return " and ".join(asked_for(criteria)) or "any choice"


def label(facet: Facet, value: FacetKey) -> str:
    """Return one facet value in words: ``40 pins``, ``0.8 mm mated height``, ``4 mm packaging``."""
    return _QUESTIONS[facet].words.format(value_text(value))


def value_text(value: FacetKey) -> str:
    """Return a facet's value alone, as the command line takes it: ``40``, ``0.8``, ``standard``."""
    return format_height(value, "") if isinstance(value, float) else str(value)


def carried_value(pair: Pair, facet: Facet) -> FacetKey | None:
    """Return the value that a pair carries in a facet, ``None`` where none is stated."""
    return _QUESTIONS[facet].value(pair)


_TEXT, _LISTED = "text", "listed"
"""Beside facets and limits, what a pair may fail: it is not what the text means, or not listed."""


def _is_among(value: Any, chosen: Any) -> bool:
    return not chosen or value in chosen


@frozen
class _Question:
    """One facet: its words, the value of a pair, and whether that is what is asked for."""

    words: str
    value: Callable[[Pair], FacetKey | None]
    accepts: Callable[[Any, Any], bool] = _is_among


_QUESTIONS = {
    Facet.PINS: _Question("{} pins", lambda pair: pair.pins),
    Facet.PINS_FROM: _Question(
        "from {} pins", lambda pair: pair.pins, lambda pins, least: least is None or pins >= least
    ),
    Facet.PINS_TO: _Question(
        "up to {} pins", lambda pair: pair.pins, lambda pins, most: most is None or pins <= most
    ),
    Facet.HEIGHT: _Question("{} mm mated height", lambda pair: pair.mated_height_mm),
    Facet.PACKAGING: _Question("{} mm packaging", lambda pair: pair.packaging_pitch_mm),
    Facet.PRODUCT: _Question("{} type", lambda pair: pair.product),
}

_Failures = Sequence[tuple[Pair, frozenset[str]]]
"""Each pair with the questions of the filter that it fails."""


def _failed_by(criteria: Filter) -> Callable[[Pair], frozenset[str]]:
    """Return what tells which questions of a filter a pair fails; open ones are not asked."""
    answers = [
        (facet, _QUESTIONS[facet], getattr(criteria, facet)) for facet in _answered(criteria)
    ]
    is_meant, listed, limits = text_test(criteria.text), criteria.pair_ids, criteria.limits
    is_limited = limits.are_set

    def failed(pair: Pair) -> frozenset[str]:
        found: set[str] = {
            facet
            for facet, question, answer in answers
            if not question.accepts(question.value(pair), answer)
        }
        if not is_meant(pair):
            found.add(_TEXT)
        if listed and pair.id not in listed:
            found.add(_LISTED)
        return frozenset(found | failed_limits(pair, limits) if is_limited else found)

    return failed


def _facet_values(failures: _Failures, criteria: Filter, facet: Facet) -> Iterable[FacetValue]:
    # Few values stand for many pairs: the questions are asked once for each value.
    question, current, itself = _QUESTIONS[facet], getattr(criteria, facet), {facet}
    carried = [question.value(pair) for pair, _ in failures]
    others = Counter(
        value for value, (_, failed) in zip(carried, failures, strict=True) if failed <= itself
    )

    @cache
    def hindered() -> set[tuple[Any, frozenset[str]]]:
        held = zip(carried, failures, strict=True)
        return {(value, failed - itself) for value, (_, failed) in held}

    def count(chosen: object) -> int:
        accepts = question.accepts
        return sum([number for value, number in others.items() if accepts(value, chosen)])

    for value in _offered(carried, facet):
        selected = current == value if facet.is_bound else value in current
        alone, clicked = _asking_for(facet, value), _after_click(criteria, facet, value)
        rows = count(alone)
        after = rows if clicked == alone else count(clicked)
        reason = ""
        if selected and after == 0:
            reason = _why_kept(failures, criteria, facet, value)
        elif not selected and rows == 0:
            reason = _why_nowhere(hindered(), criteria, facet, value)
        yield FacetValue(value, label(facet, value), selected, rows, after, reason)


def _after_click(criteria: Filter, facet: Facet, value: FacetKey) -> Any:
    """Return what a facet holds after a click on a value."""
    current = getattr(criteria, facet)
    if facet.is_bound:
        return None if current == value else value
    return current ^ {value}


def _offered(carried: Iterable[FacetKey | None], facet: Facet) -> list[Any]:
    """Return the values a facet offers, ascending; products in the catalog's order."""
    values: list[Any] = [value for value in dict.fromkeys(carried) if value is not None]
    return values if facet is Facet.PRODUCT else sorted(values)


def _asking_for(facet: Facet, value: FacetKey) -> object:
    """Return what a facet holds that asks for one value alone."""
    return value if facet.is_bound else frozenset({value})


def _why_kept(failures: _Failures, criteria: Filter, facet: Facet, value: FacetKey) -> str:
    """Say why unpicking a value would leave nothing."""
    if any(not failed for _, failed in failures):
        return f"without {label(facet, value)} nothing would be left"
    rest = toggle(criteria, facet, value)
    return f"without {label(facet, value)} there is still nothing with {describe(rest)}"


def _why_nowhere(
    by_value: Iterable[tuple[Any, frozenset[str]]], criteria: Filter, facet: Facet, value: FacetKey
) -> str:
    """Say which of the other choices keeps a facet's value from having any row.

    ``by_value`` are the values that pairs hold, with the other questions that one of them fails.
    """
    alone = _asking_for(facet, value)
    accepts = _QUESTIONS[facet].accepts
    hindered = {failed for held, failed in by_value if accepts(held, alone)}
    name = label(facet, value)
    for other in Facet:
        if {other} in hindered:
            return f"{name}: none with {_describe_facet(criteria, other)}"
    for limit in Limit:
        if {limit} in hindered:
            return f"{name}: none with {describe_limit(criteria.limits, limit)}"
    if {_LISTED} in hindered:
        return f"{name}: none in {_describe_listed(criteria)}"
    if {_TEXT} in hindered:
        return f"{name}: none with {_describe_text(criteria)}"
    return f"{name}: none with {describe(without_answer(criteria, facet))}"


def _describe_facet(criteria: Filter, facet: Facet) -> str:
    current = getattr(criteria, facet)
    if facet.is_bound:
        return label(facet, current)
    *most, last = (value_text(value) for value in sorted(current))
    pair_ids = f"{', '.join(most)} or {last}" if most else last
    return _QUESTIONS[facet].words.format(pair_ids)


def _describe_listed(criteria: Filter) -> str:
    return f"the list of {pluralize(len(criteria.pair_ids), 'pair')}"


def _describe_text(criteria: Filter) -> str:
    return f"“{printable(criteria.text.strip())}”"
