"""What to order: the arithmetic at its edges, both packagings, samples and lots."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.model import Pair, Product
from a4s_gui.catalog.orders.bill_of_materials import BOM_COLUMNS, bom_csv, bom_rows, bom_text
from a4s_gui.catalog.orders.ordering import (
    Order,
    OrderError,
    OrderUnit,
    all_orders,
    order,
    orders_side_by_side,
    sample_order,
    smallest_order,
)
from tests.catalog.pairs import CATALOG, KNOWLEDGE, inspection, standard

RULES = KNOWLEDGE.order_rules
EVERY_PAIR = st.sampled_from(CATALOG.pairs)
PIECES = st.integers(0, 10**12) | st.integers(0, 40_000)


def numbers(found: Order) -> tuple[int, int, int, int | None]:
    half = found.socket
    return (half.units, half.pieces, half.excess, half.outer_cartons)


@pytest.mark.parametrize(
    ("packaging_mm", "wanted", "expected"),
    [
        # reels, pieces, excess, outer cartons
        (8, 0, (0, 0, 0, 0)),
        (8, 1, (1, 5_000, 4_999, 1)),
        (8, 4_999, (1, 5_000, 1, 1)),
        (8, 5_000, (1, 5_000, 0, 1)),
        (8, 5_001, (2, 10_000, 4_999, 1)),
        (8, 10_000, (2, 10_000, 0, 1)),
        (8, 10_001, (3, 15_000, 4_999, 2)),
        (8, 12_000, (3, 15_000, 3_000, 2)),
        (4, 1, (1, 15_000, 14_999, 1)),
        (4, 15_000, (1, 15_000, 0, 1)),
        (4, 15_001, (2, 30_000, 14_999, 1)),
        (4, 30_001, (3, 45_000, 14_999, 2)),
        (8, 10**12, (2 * 10**8, 10**12, 0, 10**8)),
    ],
)
def test_reels_and_cartons(
    packaging_mm: int, wanted: int, expected: tuple[int, int, int, int]
) -> None:
    found = order(standard(40, packaging_mm=packaging_mm), wanted)

    assert found.unit is OrderUnit.REEL
    assert numbers(found) == expected
    assert found.header.pieces == found.socket.pieces


def test_each_figure_shows_its_formula() -> None:
    figures = order(standard(40), 12_000).socket.figures

    assert [(f.name, f.text, f.formula) for f in figures] == [
        ("Reels", "3 reels", "12,000 pieces ÷ 5,000 per reel, rounded up = 3"),
        ("Pieces ordered", "15,000 pieces", "3 reels × 5,000 = 15,000"),
        ("Excess", "3,000 pieces", "15,000 − 12,000 = 3,000"),
        (
            "Outer cartons",
            "2 cartons",
            "15,000 pieces ÷ 10,000 per outer carton, rounded up = 2, the last with 5,000",
        ),
    ]
    assert {f.source for f in figures} == {standard(40).sources["packing"]}
    one = order(standard(40), 1).socket.figures[0]
    assert one.formula == "1 piece ÷ 5,000 per reel, rounded up = 1"


@given(EVERY_PAIR, PIECES)
def test_an_order_covers_what_is_wanted_with_less_than_a_unit_over(pair: Pair, wanted: int) -> None:
    for half in order(pair, wanted).halves:
        assert half.pieces >= wanted
        assert half.excess == half.pieces - wanted
        assert half.excess < half.rule.pieces_per_unit
        assert half.pieces == 0 or wanted > 0
        if half.unit is OrderUnit.REEL:
            assert half.pieces == half.units * half.rule.pieces_per_unit
            assert half.outer_cartons is not None
            carton = pair.pieces_per_outer_carton or 0
            assert carton * (
                half.outer_cartons - 1
            ) < half.pieces <= carton * half.outer_cartons or (
                half.pieces == half.outer_cartons == 0
            )


@given(EVERY_PAIR, PIECES)
def test_samples_come_in_whole_units(pair: Pair, wanted: int) -> None:
    half = sample_order(pair, wanted, RULES).socket

    assert half.pieces % 50 == 0
    assert 0 <= half.excess < 50
    assert half.outer_cartons is None


@pytest.mark.parametrize(
    ("wanted", "units", "pieces"), [(0, 0, 0), (1, 1, 50), (50, 1, 50), (51, 2, 100)]
)
def test_sample_units(wanted: int, units: int, pieces: int) -> None:
    found = sample_order(standard(10), wanted, RULES)

    assert (found.unit, found.socket.units, found.socket.pieces) == (
        OrderUnit.SAMPLE,
        units,
        pieces,
    )
    assert "Sample orders" in found.socket.figures[0].source.table


@pytest.mark.parametrize(
    ("wanted", "pieces"), [(0, 0), (1, 50), (50, 50), (51, 51), (10**9, 10**9)]
)
def test_a_lot_of_the_inspection_type_has_a_least_size(wanted: int, pieces: int) -> None:
    found = order(inspection(40), wanted)

    assert found.unit is OrderUnit.LOT
    assert (found.socket.pieces, found.socket.outer_cartons) == (pieces, None)


def test_a_lot_shows_its_formula() -> None:
    assert order(inspection(40), 20).socket.figures[0].formula == (
        "larger of 20 wanted and 50 a lot = 50"
    )
    assert order(inspection(40), 0).socket.figures[0].formula == "nothing wanted = 0"


def test_both_packagings_side_by_side_where_both_exist() -> None:
    both = orders_side_by_side(CATALOG, standard(40), 12_000)
    reverse = orders_side_by_side(CATALOG, standard(40, packaging_mm=4), 12_000)

    assert [found.pair.packaging_pitch_mm for found in both] == [8, 4]
    assert [found.pair.packaging_pitch_mm for found in reverse] == [4, 8]
    assert [numbers(found) for found in both] == [(3, 15_000, 3_000, 2), (1, 15_000, 3_000, 1)]


@pytest.mark.parametrize("pair", [standard(18), standard(40, 1.0), inspection(40)])
def test_one_packaging_stands_alone(pair: Pair) -> None:
    assert [found.pair for found in orders_side_by_side(CATALOG, pair, 100)] == [pair]


def test_samples_are_offered_where_less_than_the_least_is_wanted() -> None:
    def units(pair: Pair, pieces: int) -> list[OrderUnit]:
        return [found.unit for found in all_orders(CATALOG, pair, pieces, RULES)]

    assert units(standard(18), 4_999) == [OrderUnit.REEL, OrderUnit.SAMPLE]
    assert units(standard(18), 5_000) == [OrderUnit.REEL]
    assert units(inspection(18), 49) == [OrderUnit.LOT, OrderUnit.SAMPLE]


@pytest.mark.parametrize(
    ("pair", "pieces", "formula"),
    [
        (standard(40), 5_000, "1 reel = 5,000 pieces"),
        (standard(40, packaging_mm=4), 15_000, "1 reel = 15,000 pieces"),
        (inspection(40), 50, "a lot = at least 50 pieces"),
    ],
)
def test_the_smallest_order(pair: Pair, pieces: int, formula: str) -> None:
    smallest = smallest_order(pair)

    assert (smallest.value, smallest.formula) == (pieces, formula)


@pytest.mark.parametrize("pieces", [-1, 2.5, True, "12", None])
def test_pieces_that_are_no_count_are_refused(pieces: Any) -> None:
    with pytest.raises(OrderError, match="whole number from 0 up"):
        order(standard(40), pieces)
    with pytest.raises(OrderError, match="whole number from 0 up"):
        sample_order(standard(40), pieces, RULES)


def test_the_sample_unit_is_told_in_the_notes_too() -> None:
    notes = {n.id: n for group in RULES.notes for n in group.notes}
    inspection_lot = {
        p.minimum_lot_pieces for p in CATALOG.pairs if p.product is Product.INSPECTION
    }

    assert notes["mounting-samples"].figures[0].value == RULES.sample_unit_pieces == 50
    assert {notes["inspection-lot"].figures[0].low} == inspection_lot == {50}


def test_lines_of_a_bill_of_materials() -> None:
    socket, header = bom_rows([order(standard(40, 1.0), 12_000)])

    assert dict(zip(BOM_COLUMNS, socket, strict=True)) == {
        "Quantity": "12000",
        "Manufacturer": "Panasonic",
        "Part number": "AXE540127",
        "Description": "board-to-FPC socket A4S, 40 contacts, 0.4 mm pitch",
        "Packaging": "embossed tape, 8 mm pitch",
        "Ordered in": "3 reels of 5000",
        "Pieces ordered": "15000",
        "Excess": "3000",
    }
    assert header[2:4] == (
        "AXE640224",
        "board-to-FPC header A4S, 40 contacts, 0.4 mm pitch, mated height 1.0 mm",
    )


def test_a_bill_of_materials_for_the_clipboard_and_as_csv() -> None:
    orders = [
        order(standard(40), 1),
        order(inspection(40), 1),
        sample_order(standard(10), 1, RULES),
    ]
    rows = bom_rows(orders)

    assert [line.split("\t") for line in bom_text(orders).splitlines()] == [list(r) for r in rows]
    head, *read = csv.reader(io.StringIO(bom_csv(orders)))
    assert head[:4] == ["Reference", "Quantity", "Manufacturer", "Manufacturer Part Number"]
    assert head[4:] == list(BOM_COLUMNS[3:])
    assert [tuple(row) for row in read] == [("", *row) for row in rows]
    assert [row[4] for row in rows[::2]] == [
        "embossed tape, 8 mm pitch",
        "not stated",
        "embossed tape, 8 mm pitch, cut",
    ]
    assert "for inspection" in rows[2][3]
    assert [row[5] for row in rows[::2]] == ["1 reel of 5000", "a lot of 50", "1 sample unit of 50"]
