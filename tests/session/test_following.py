"""Which pair is drawn when the rows are others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair, Product
from a4s_gui.catalog.selection.query import Filter, query
from a4s_gui.session.following import Outside, follow_change, follow_rows, nearest_pair, outside
from a4s_gui.session.state import State


def _pair(catalog: Catalog, pair_id: str) -> Pair:
    return next(pair for pair in catalog.pairs if pair.id == pair_id)


def _kind(pair: Pair | None) -> tuple[object, ...]:
    assert pair is not None
    return pair.mated_height_mm, pair.packaging_pitch_mm, pair.product, pair.pins


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        (Filter(pins=frozenset({40})), (0.8, 8, Product.STANDARD, 40)),
        (Filter(pins_from=26), (0.8, 8, Product.STANDARD, 26)),
        (Filter(pins_to=20), (0.8, 8, Product.STANDARD, 20)),
        (Filter(heights_mm=frozenset({1.0})), (1.0, 8, Product.STANDARD, 24)),
        (Filter(packagings_mm=frozenset({4})), (0.8, 4, Product.STANDARD, 24)),
    ],
)
def test_the_likest_row_is_taken(
    catalog: Catalog, wanted: Filter, kind: tuple[object, ...]
) -> None:
    pair = next(p for p in catalog.pairs if _kind(p) == (0.8, 8, Product.STANDARD, 24))
    assert _kind(nearest_pair(pair, query(catalog.pairs, wanted).rows)) == kind


def test_height_counts_before_packaging_and_that_before_pins(catalog: Catalog) -> None:
    pair = next(p for p in catalog.pairs if _kind(p) == (1.0, 8, Product.STANDARD, 24))
    rows = [p for p in catalog.pairs if p.pins == 80 or p.mated_height_mm == 0.8]
    assert _kind(nearest_pair(pair, rows)) == (1.0, 8, Product.STANDARD, 80)
    pair = next(p for p in catalog.pairs if _kind(p) == (0.8, 4, Product.STANDARD, 24))
    rows = [p for p in catalog.pairs if p.pins == 60 or p.packaging_pitch_mm == 8]
    assert _kind(nearest_pair(pair, rows)) == (0.8, 4, Product.STANDARD, 60)
    assert nearest_pair(pair, []) is None


def test_every_row_is_nearest_to_itself(catalog: Catalog) -> None:
    for pair in catalog.pairs:
        assert nearest_pair(pair, catalog.pairs) is pair


def test_a_search_waits_for_its_end_unless_one_row_is_left(catalog: Catalog) -> None:
    pair = _pair(catalog, "AXE510127/AXE610124")
    old = State(pair_id=pair.id)
    many = State(pair_id=pair.id, filter=Filter(text="AXE540127"))
    rows = query(catalog.pairs, many.filter).rows
    assert len(rows) > 1
    assert follow_change(many, old, pair, rows) is many
    assert follow_rows(many, pair, rows).pair_id == "AXE540127/AXE640124"
    one = State(pair_id=pair.id, filter=Filter(text="AXE640124D"))
    rows = query(catalog.pairs, one.filter).rows
    assert follow_change(one, old, pair, rows).pair_id == "AXE540127D/AXE640124D"


def test_a_pair_chosen_by_its_name_stays_outside_the_filter(catalog: Catalog) -> None:
    wanted = Filter(pins=frozenset({40}))
    pair = _pair(catalog, "AXE510127/AXE610124")
    old, new = State(filter=wanted), State(filter=wanted, pair_id=pair.id)
    rows = query(catalog.pairs, wanted).rows
    assert follow_change(new, old, pair, rows) is new
    assert outside(new, rows) is Outside.CHOSEN


def test_what_is_pinned_or_has_nothing_to_follow_stays(catalog: Catalog) -> None:
    pair = _pair(catalog, "AXE510127/AXE610124")
    pinned = State(pair_id=pair.id, pinned=True)
    rows = query(catalog.pairs, Filter(pins=frozenset({40}))).rows
    assert follow_rows(pinned, pair, rows) is pinned
    assert outside(pinned, rows) is Outside.PINNED
    for state in (pinned, replace(pinned, pinned=False)):
        assert follow_rows(state, pair, ()) is state
        assert outside(state, ()) is Outside.NOTHING_LEFT
        assert outside(state, catalog.pairs) is None
    assert outside(State(), rows) is None


def test_before_the_first_choice_one_row_alone_is_chosen(catalog: Catalog) -> None:
    rows = catalog.pairs
    assert follow_rows(State(), None, rows[:1]).pair_id == rows[0].id
    assert follow_rows(State(), None, rows) == State()
