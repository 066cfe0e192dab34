"""The bodies in numbers: what was read, what is derived, and that the halves fit each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Connector, Half, Pair
from a4s_gui.catalog.records import DataError
from a4s_gui.geometry.body import body, pair_heights
from a4s_gui.geometry.body_figures import body_figures, read_body_figures
from a4s_gui.geometry.shapes import Rectangle, round_mm
from a4s_gui.resources import resource_path
from tests.catalog.pairs import inspection, standard
from tests.every import for_each

CONNECTORS = {c.part_number: c for pair in load_catalog().pairs for c in pair.connectors}
FILE = resource_path("catalog", "bodies.toml")


@for_each("connector", CONNECTORS.values(), lambda connector: connector.part_number)
def test_a_body_follows_the_tables(connector: Connector) -> None:
    found, dimensions = body(connector), connector.dimensions_mm

    xs = sorted({lead.foot.x_mm for lead in found.leads})
    assert (xs[0], xs[-1]) == (-round_mm(dimensions.B / 2), round_mm(dimensions.B / 2))
    assert len(found.leads) == connector.pins
    assert {abs(terminal.tab.x_mm) for terminal in found.terminals} == {round_mm(dimensions.C / 2)}
    assert max(x for x, _ in found.mould) == round_mm(dimensions.A / 2)
    tips = {round_mm(2 * lead.foot.bottom_mm) for lead in found.leads if lead.foot.y_mm > 0}
    assert tips == {connector.body_width_mm}
    assert (found.bounds.width_mm, found.bounds.height_mm) == (
        connector.body_length_mm,
        connector.body_width_mm,
    )


def test_the_socket_of_ten_pins_in_numbers() -> None:
    found = body(standard(10).socket)

    assert found.mould[:6] == (
        *((-2.25, -1.04), (-1.9, -1.04), (-1.9, -1.1)),
        *((1.9, -1.1), (1.9, -1.04), (2.25, -1.04)),
    )
    assert len(found.mould) == 12
    assert found.leads[0].foot == Rectangle.from_edges(-0.875, -1.25, -0.725, -1.02)
    assert found.leads[0].bend == Rectangle.from_edges(-0.875, -1.02, -0.725, -0.86)
    right = found.terminals[1]
    assert right.tab == Rectangle.from_edges(1.55, -1.25, 1.85, -1.02)
    assert (right.metal_from_mm, right.metal_to_mm) == (1.432, 2.09)


def test_the_header_of_ten_pins_in_numbers() -> None:
    found = body(standard(10).header)

    assert found.mould[5:10] == (
        *((1.37, -0.64), (1.37, -0.71), (1.75, -0.71)),
        *((1.75, -0.64), (1.9, -0.64)),
    )
    assert found.leads[-1].foot == Rectangle.from_edges(0.725, 0.58, 0.875, 1.0)
    assert found.leads[-1].bend is None
    left = found.terminals[0]
    assert left.tab == Rectangle.from_edges(-1.675, -0.73, -1.525, -0.58)
    assert (left.metal_from_mm, left.metal_to_mm) == (-1.675, -1.525)


@pytest.mark.parametrize(
    ("height", "header", "derived", "gap"), [(0.8, 0.65, False, 0.03), (1.0, 0.85, True, 0.23)]
)
def test_heights_and_what_is_between(
    height: float, header: float, derived: bool, gap: float
) -> None:
    found = pair_heights(standard(40, height))

    assert found is not None
    assert (found.socket.value_mm, found.socket.derived, found.socket.formula) == (0.77, False, "")
    assert (found.header.value_mm, found.header.derived, found.derived) == (
        header,
        derived,
        derived,
    )
    assert (found.gap_mm, found.overlap_mm) == (gap, 0.62)


def test_the_derived_height_says_how() -> None:
    found = pair_heights(standard(40, 1.0))

    assert found is not None
    assert found.header.formula == "mated height 1 mm − slot floor 0.15 mm = 0.85 mm"
    assert "AXE534127" in found.header.source.table


def test_no_height_is_claimed_for_the_inspection_type() -> None:
    assert pair_heights(inspection(40)) is None


@for_each("pair", load_catalog().pairs, lambda pair: pair.id)
def test_the_catalog_s_own_widths_and_heights_are_the_models_too(pair: Pair) -> None:
    heights = pair_heights(pair)

    for connector in pair.connectors:
        figures = body_figures().half(connector.half)
        assert connector.body_width_mm == figures.width_mm
        if connector.body_height_mm is not None:
            assert heights is not None
            one = heights.socket if connector.half is Half.SOCKET else heights.header
            assert one.value_mm == connector.body_height_mm


def test_each_figure_names_its_model() -> None:
    known = body_figures()

    assert known.socket_source.document == "picowalker-hardware (mamba2410)"
    assert known.header_source.document == "H-spi-adapters (martinberlin)"
    assert (known.coplanarity_mm, known.coplanarity_source.note) == (0.08, "One source only")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("cavity_floor_mm = 0.14", "cavity_floor_mm = 0.15", "island's top, 0.14 mm"),
        ("slot_floor_mm = 0.15", "slot_floor_mm = 0.16", "header's height . the slot's floor"),
        ("lead_to_mm = 1.25", "lead_to_mm = -1.25", "lead_to_mm: expected a number from 0 up"),
        ("lead_to_mm = 1.25", "lead_too_mm = 1.25", "lead_to_mm: expected a number, but it is"),
        ("lead_to_mm = 1.25", "lead_to_mm = 1.25\nextra = 1", "extra: expected no such field"),
    ],
)
def test_a_damaged_file_names_the_figure(tmp_path: Path, old: str, new: str, expected: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "bodies.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(DataError, match=expected):
        read_body_figures(path)
