"""What is asked for as chips, each with the filter that is left when it is taken off."""

from __future__ import annotations

from collections.abc import Iterator

from a4s_gui.catalog.selection.board_limits import Limit, Limits
from a4s_gui.catalog.selection.query import Facet, Filter, describe, label, toggle
from a4s_gui.frozen import frozen, replace


@frozen
class Chip:
    """One answered question in words, and the filter without it."""

    text: str
    without: Filter


def filter_chips(criteria: Filter) -> tuple[Chip, ...]:
    """Return a chip for every value that is picked, every bound, limit, list and search."""
    return (*_facet_chips(criteria), *_limit_chips(criteria), *_other_chips(criteria))


def _facet_chips(criteria: Filter) -> Iterator[Chip]:
    for facet in Facet:
        chosen = getattr(criteria, facet)
        values = sorted(chosen) if isinstance(chosen, frozenset) else [chosen]
        for value in values:
            if value is not None:
                yield Chip(label(facet, value), toggle(criteria, facet, value))


def _limit_chips(criteria: Filter) -> Iterator[Chip]:
    limits = criteria.limits
    for limit in Limit:
        value = limits.value(limit)
        if value is not None:
            alone = Limits(measure=limits.measure).with_value(limit, value)
            yield Chip(
                describe(Filter(limits=alone)), replace(criteria, limits=limits.without(limit))
            )


def _other_chips(criteria: Filter) -> Iterator[Chip]:
    if criteria.pair_ids:
        alone = Filter(pair_ids=criteria.pair_ids)
        yield Chip(describe(alone), replace(criteria, pair_ids=frozenset()))
    if criteria.text.strip():
        yield Chip(describe(Filter(text=criteria.text)), replace(criteria, text=""))
