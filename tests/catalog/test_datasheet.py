"""Every figure of every pair, against the datasheet's tables typed out on their own."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Connector, Half, Pair, Product
from tests.catalog import datasheet
from tests.every import for_each

CATALOG = load_catalog()
EVERY_PAIR = for_each("pair", CATALOG.pairs, lambda pair: pair.id)


def group(height_mm: float | None, packaging_mm: int | None) -> list[Pair]:
    return [
        pair
        for pair in CATALOG.pairs
        if (pair.mated_height_mm, pair.packaging_pitch_mm) == (height_mm, packaging_mm)
    ]


@pytest.mark.parametrize(
    ("height_mm", "packaging_mm", "pins", "socket", "header"),
    [
        (0.8, 8, datasheet.ALL_PINS, "AXE5{}127", "AXE6{}124"),
        (1.0, 8, datasheet.PINS_AT_1_0_MM, "AXE5{}127", "AXE6{}224"),
        (0.8, 4, datasheet.PINS_IN_4_MM_TAPE, "AXE5{}127D", "AXE6{}124D"),
        (None, None, datasheet.ALL_PINS, "AXE5E{}26", "AXE6E{}26"),
    ],
)
def test_each_group_holds_the_pairs_of_its_table_in_order(
    height_mm: float | None,
    packaging_mm: int | None,
    pins: tuple[int, ...],
    socket: str,
    header: str,
) -> None:
    found = [
        (pair.pins, pair.socket.part_number, pair.header.part_number)
        for pair in group(height_mm, packaging_mm)
    ]

    assert found == [(n, socket.format(n), header.format(n)) for n in pins]


def test_there_are_72_pairs_of_129_parts() -> None:
    assert len(CATALOG.pairs) == 72
    # 22 + 13 + 22 sockets, and a header for each pair.
    assert len(CATALOG.part_numbers) == 57 + 72
    assert len({pair.id for pair in CATALOG.pairs}) == 72
    assert CATALOG.pin_counts == datasheet.ALL_PINS
    assert CATALOG.edition == "2016"


@EVERY_PAIR
def test_outline_dimensions_are_those_of_the_table(pair: Pair) -> None:
    header = datasheet.HEADER_1_0_MM if pair.mated_height_mm == 1.0 else datasheet.HEADER_0_8_MM

    assert astuple(pair.socket.dimensions_mm) == datasheet.SOCKET[pair.pins]
    assert astuple(pair.header.dimensions_mm) == header[pair.pins]


@EVERY_PAIR
def test_outline_dimensions_obey_the_rules_that_every_table_row_obeys(pair: Pair) -> None:
    span_mm = 0.4 * (pair.pins / 2 - 1)

    assert astuple(pair.socket.dimensions_mm) == pytest.approx(
        (span_mm + 2.9, span_mm, span_mm + 1.8), abs=1e-9
    )
    assert astuple(pair.header.dimensions_mm) == pytest.approx(
        (span_mm + 2.2, span_mm, span_mm + 1.6), abs=1e-9
    )


@EVERY_PAIR
def test_each_half_knows_itself_and_its_pair(pair: Pair) -> None:
    def facts(connector: Connector) -> tuple[Half, int, float]:
        return (connector.half, connector.pins, connector.body_length_mm)

    assert facts(pair.socket) == (Half.SOCKET, pair.pins, pair.socket.dimensions_mm.A)
    assert facts(pair.header) == (Half.HEADER, pair.pins, pair.header.dimensions_mm.A)
    assert pair.connector(Half.SOCKET) is pair.socket
    assert pair.connector(Half.HEADER) is pair.header
    assert pair in CATALOG.pairs_of(pair.socket.part_number)
    assert CATALOG.pairs_of(pair.header.part_number) == (pair,)


@EVERY_PAIR
def test_bodies_state_the_heights_that_are_known_and_no_other(pair: Pair) -> None:
    sizes = [(c.body_width_mm, c.body_height_mm) for c in pair.connectors]

    assert (
        sizes
        == {
            0.8: [(2.5, 0.77), (2.0, 0.65)],
            1.0: [(2.5, 0.77), (2.0, None)],
            None: [(2.5, None), (2.0, None)],
        }[pair.mated_height_mm]
    )


@EVERY_PAIR
def test_packing_and_tape_are_those_of_the_packaging(pair: Pair) -> None:
    packing = (pair.pieces_per_reel, pair.pieces_per_outer_carton, pair.minimum_lot_pieces)
    tape = None
    if pair.tape is not None:
        t = pair.tape
        tape = (t.type, t.width_mm, t.hole_lines_mm, t.hole_to_pocket_mm, t.reel_width_mm)
        assert (t.pocket_pitch_mm, t.pieces_per_reel) == (packing_pitch(pair), packing[0])

    if pair.product is Product.INSPECTION:
        assert (packing, tape) == ((None, None, 50), None)
    elif pair.packaging_pitch_mm == 4:
        assert (packing, tape) == ((15_000, 30_000, None), datasheet.tape_4_mm(pair.pins))
    else:
        assert (packing, tape) == ((5_000, 10_000, None), datasheet.tape_8_mm(pair.pins))


def packing_pitch(pair: Pair) -> int:
    return 4 if pair.socket.part_number.endswith("D") else 8


@EVERY_PAIR
def test_ratings_that_hold_for_every_pair(pair: Pair) -> None:
    r = pair.ratings

    assert (r.rated_current_a_per_contact, r.rated_current_a_total) == (0.3, 5.0)
    assert (r.rated_voltage_v, r.dielectric_strength_v_ac, r.dielectric_strength_min) == (
        60,
        150,
        1,
    )
    assert (r.insulation_resistance_mohm, r.contact_resistance_milliohm) == (1000, 90)
    assert (r.contact_holding_force_n, r.reflow_peak_c) == (0.2, 260)
    assert (r.temperature_c_min, r.temperature_c_max) == (-55, 85)
    assert (r.tape_storage_c_min, r.tape_storage_c_max) == (-40, 50)


@pytest.mark.parametrize(
    ("pins", "insertion_n", "removal_n"),
    [(10, 12.0, 1.65), (16, 19.2, 2.64), (18, 21.6, 2.97), (40, 48.0, 6.6), (80, 96.0, 13.2)],
)
def test_forces_are_those_of_one_contact_times_the_contacts(
    pins: int, insertion_n: float, removal_n: float
) -> None:
    pairs = [pair for pair in CATALOG.pairs if pair.pins == pins]
    standard = [pair for pair in pairs if pair.product is Product.STANDARD]

    assert {pair.ratings.insertion_force_n for pair in pairs} == {insertion_n}
    assert {pair.ratings.removal_force_n for pair in standard} == {removal_n}


def test_inspection_types_mate_more_often_but_warrant_no_retention() -> None:
    inspection = [pair.ratings for pair in group(None, None)]
    standard = [p.ratings for p in CATALOG.pairs if p.product is Product.STANDARD]

    assert {(r.mating_cycles, r.removal_force_n) for r in inspection} == {(3000, None)}
    assert {r.mating_cycles for r in standard} == {30}
    assert None not in {r.removal_force_n for r in standard}


def test_weights_are_stated_for_20_pins_alone() -> None:
    weights = {
        (pair.pins, pair.ratings.socket_weight_g, pair.ratings.header_weight_g)
        for pair in CATALOG.pairs
    }

    assert {w for w in weights if w[0] == 20} == {(20, 0.02, 0.01)}
    assert {w[1:] for w in weights if w[0] != 20} == {(None, None)}


@EVERY_PAIR
def test_every_group_of_figures_names_its_source(pair: Pair) -> None:
    groups = {
        "part_numbers",
        "packing",
        "socket_dimensions",
        "header_dimensions",
        "body",
        "ratings",
        "mating_cycles",
    }
    groups |= {"tape"} if pair.tape else set()
    groups |= {"weights"} if pair.ratings.socket_weight_g else set()

    assert set(pair.sources) == groups
    assert all(s.document and s.table for s in pair.sources.values())
    assert all("\n" not in str(source) for source in pair.sources.values())


def test_sources_lead_to_the_right_tables() -> None:
    (wide,) = (pair for pair in CATALOG.pairs if pair.id == "AXE580127/AXE680224")
    (small,) = (pair for pair in CATALOG.pairs if pair.id == "AXE510127D/AXE610124D")
    (tester,) = (pair for pair in CATALOG.pairs if pair.id == "AXE5E1026/AXE6E1026")

    assert "1.0 mm" in wide.sources["header_dimensions"].table
    assert "header (mated height 0.8 mm)" in small.sources["header_dimensions"].table
    assert "8 mm pitch" in wide.sources["tape"].table
    assert "4 mm pitch" in small.sources["tape"].table
    assert "4 mm pitch" in small.sources["part_numbers"].table
    for figures in ("part_numbers", "socket_dimensions", "mating_cycles"):
        assert "inspection" in tester.sources[figures].table
    assert "hardware projects" in wide.sources["body"].document


def test_pairs_and_catalogs_are_values() -> None:
    again = load_catalog()

    assert again == CATALOG
    assert set(again.pairs) == set(CATALOG.pairs)
    assert hash(again) == hash(CATALOG)


def test_an_unknown_part_belongs_to_no_pair() -> None:
    assert CATALOG.pairs_of("AXE538127") == ()
