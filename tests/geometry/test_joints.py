"""Joints by hand, from the bodies' leads and each pattern's pads."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.geometry.joints import joints, placement_limits
from a4s_gui.geometry.land_pattern.editing import edited
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from tests.catalog.pairs import standard
from tests.every import for_each

DEFAULT = shipped_pattern()


def by_hand(pattern: str, half: Half) -> dict[str, tuple[float, ...]]:
    """Toe, heel and narrower side of contacts and terminals."""
    found = joints(standard(40).connector(half), shipped_pattern(pattern))
    return {str(j.role): (j.toe.amount, j.heel.amount, j.side.amount) for j in found}


@pytest.mark.parametrize(
    ("pattern", "half", "contact", "terminal"),
    [
        # pad's outer edge - tip; metal from - pad's inner edge; half of pad - metal
        ("default", Half.SOCKET, (0.20, 0.22, 0.04), (0.20, 0.47, 0.20)),
        ("default", Half.HEADER, (0.20, 0.03, 0.04), (0.10, 0.28, 0.15)),
        ("gpd-pocket", Half.HEADER, (0.20, 0.03, 0.04), (0.47, 0.28, 0.15)),
        ("transcribed", Half.SOCKET, (0.20, 0.07, 0.04), (0.20, 0.49, 0.20)),
        ("inkplate-5", Half.SOCKET, (0.35, 0.22, 0.04), (0.40, 0.47, 0.25)),
    ],
)
def test_joints_by_hand(
    pattern: str, half: Half, contact: tuple[float, ...], terminal: tuple[float, ...]
) -> None:
    assert by_hand(pattern, half) == {"contact": contact, "terminal": terminal}


def test_the_socket_s_tab_lies_further_in_than_its_pad() -> None:
    _, terminal = joints(standard(40).socket, DEFAULT)

    assert [(side.name, side.value) for side in terminal.sides] == [
        ("Socket terminal, side, inwards", 0.2),
        ("Socket terminal, side, outwards", 0.4),
    ]
    assert terminal.sides[0].formula == "(0.9 mm − 0.3 mm) / 2 − 0.1 mm = 0.2 mm"


@for_each("pair", load_catalog().pairs, lambda pair: pair.id)
def test_joints_are_the_same_for_every_number_of_pins(pair: Pair) -> None:
    for connector in pair.connectors:
        values = [f.value for joint in joints(connector, DEFAULT) for f in joint.figures]
        first = [
            f.value
            for joint in joints(standard(10).connector(connector.half), DEFAULT)
            for f in joint.figures
        ]
        assert values == first


def test_each_figure_names_body_and_pad() -> None:
    contact, _ = joints(standard(40).header, DEFAULT)

    assert contact.toe.formula == "pad to 1.2 mm − tip 1 mm = 0.2 mm"
    assert contact.toe.source.documents[0] == "H-spi-adapters (martinberlin)"
    assert "dash_connector" in contact.toe.source.document


@pytest.mark.parametrize("half", Half)
def test_what_a_placement_error_does(half: Half) -> None:
    found = placement_limits(half, DEFAULT)

    assert [limit.value for limit in found] == [0.04, 0.115, 0.19, 0.21]
    assert found[3].formula == "0.4 mm − (0.23 mm + 0.15 mm) / 2 = 0.21 mm"


def test_metal_beyond_its_pad_is_negative() -> None:
    narrow = edited(DEFAULT, {"header.contact_width_mm": 0.1, "header.contact_height_mm": 0.2})
    contact, _ = joints(standard(40).header, narrow)

    assert (contact.toe.value, contact.heel.value, contact.side.value) == (-0.025, -0.195, -0.025)
