"""The land patterns in numbers: the boards' figures, and the same rules for every pair."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Connector, Half, Pair
from a4s_gui.geometry.footprint import Footprint, Pad, PadRole, footprint, footprints
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, Pin1, RowScheme
from a4s_gui.geometry.shapes import Rectangle, round_mm
from tests.every import for_each, thinned

CATALOG = load_catalog()
PATTERNS = {name: shipped_pattern(name) for name in shipped_pattern_names()}
NUMBERINGS = [
    Numbering(rows, header, pin_1)
    for rows in RowScheme
    for header in HeaderScheme
    for pin_1 in Pin1
]

CONNECTORS = {c.part_number: c for pair in CATALOG.pairs for c in pair.connectors}
EVERY_HALF = for_each("connector", CONNECTORS.values(), lambda connector: connector.part_number)
OTHERS = [name for name in PATTERNS if name != "default"]
ANY_FOOTPRINT = st.builds(
    footprint,
    st.sampled_from(list(CONNECTORS.values())),
    st.sampled_from(list(PATTERNS.values())),
    st.sampled_from(NUMBERINGS),
)

# Read from the boards, in mm: a pad's size and how far apart the inner and the outer edges of two
# pads are that face each other across the rows; for terminals along the rows as well.
HEADER_CONTACT = (0.23, 0.65, 1.10, 2.40)
BOARDS = [
    (  # board 1, its socket
        *("default", "AXE510127"),
        *((0.23, 0.65, 1.60, 2.90), (0.90, 0.90, 1.10, 2.90), (2.70, 4.50)),
    ),
    (  # board 1, its header; board 2 has the same contacts
        *("gpd-pocket", "AXE610124"),
        *(HEADER_CONTACT, (0.45, 0.90, 0.60, 2.40), (2.75, 3.65)),
    ),
    (  # board 2
        *("default", "AXE610124"),
        *(HEADER_CONTACT, (0.45, 0.53, 0.60, 1.66), (2.75, 3.65)),
    ),
    (  # board 3
        *("inkplate-5", "AXE540127"),
        *((0.23, 0.80, 1.60, 3.20), (1.00, 1.10, 1.10, 3.30), (8.60, 10.60)),
    ),
]


def laid_out(
    number: str, pattern: str = "default", numbering: Numbering | None = None
) -> Footprint:
    return footprint(CONNECTORS[number], PATTERNS[pattern], numbering or Numbering())


def places(pads: tuple[Pad, ...]) -> list[tuple[str, float, float]]:
    return [(pad.number, pad.x_mm, pad.y_mm) for pad in pads]


def test_the_socket_of_ten_pins_in_numbers() -> None:
    socket = laid_out("AXE510127")

    assert places(socket.contacts) == [
        *(("1", -0.8, -1.125), ("2", -0.8, 1.125), ("3", -0.4, -1.125), ("4", -0.4, 1.125)),
        *(("5", 0.0, -1.125), ("6", 0.0, 1.125), ("7", 0.4, -1.125), ("8", 0.4, 1.125)),
        *(("9", 0.8, -1.125), ("10", 0.8, 1.125)),
    ]
    assert places(socket.terminals) == [
        ("MP", -1.8, -1.0),
        ("MP", 1.8, -1.0),
        ("MP", 1.8, 1.0),
        ("MP", -1.8, 1.0),
    ]
    assert {(pad.width_mm, pad.height_mm) for pad in socket.contacts} == {(0.23, 0.65)}
    assert {(pad.width_mm, pad.height_mm) for pad in socket.terminals} == {(0.9, 0.9)}
    assert socket.body == Rectangle(0.0, 0.0, 4.5, 2.5)


def test_the_header_of_ten_pins_in_numbers() -> None:
    header = laid_out("AXE610124")

    # Mated face down, its lower row in top view lies over the socket's upper one.
    assert places(header.contacts)[:4] == [
        ("1", -0.8, 0.875),
        ("2", -0.8, -0.875),
        ("3", -0.4, 0.875),
        ("4", -0.4, -0.875),
    ]
    assert places(header.terminals) == [
        ("MP", -1.6, -0.565),
        ("MP", 1.6, -0.565),
        ("MP", 1.6, 0.565),
        ("MP", -1.6, 0.565),
    ]
    assert {(pad.width_mm, pad.height_mm) for pad in header.contacts} == {(0.23, 0.65)}
    assert {(pad.width_mm, pad.height_mm) for pad in header.terminals} == {(0.45, 0.53)}
    assert header.body == Rectangle(0.0, 0.0, 3.8, 2.0)


@pytest.mark.parametrize(("pattern", "number", "contact", "terminal", "along"), BOARDS)
def test_pads_lie_where_the_boards_have_them(
    pattern: str,
    number: str,
    contact: tuple[float, float, float, float],
    terminal: tuple[float, float, float, float],
    along: tuple[float, float],
) -> None:
    found = laid_out(number, pattern)

    def measured(pads: tuple[Pad, ...]) -> tuple[float, float, float, float]:
        lower = next(pad.rect for pad in pads if pad.y_mm > 0)
        return (lower.width_mm, lower.height_mm, 2 * lower.top_mm, 2 * lower.bottom_mm)

    right = next(pad.rect for pad in found.terminals if pad.x_mm > 0)
    # The boards are to be met within 0.01 mm; the edges that are stated, exactly.
    assert measured(found.contacts) == pytest.approx(contact, abs=1e-6)
    assert measured(found.terminals) == pytest.approx(terminal, abs=1e-6)
    assert (2 * right.left_mm, 2 * right.right_mm) == pytest.approx(along, abs=1e-6)


@EVERY_HALF
def test_every_half_follows_the_rules_of_the_default_pattern(connector: Connector) -> None:
    found = laid_out(connector.part_number)
    dimensions = connector.dimensions_mm
    socket = connector.half is Half.SOCKET

    xs = sorted({pad.x_mm for pad in found.contacts})
    assert (xs[0], xs[-1]) == pytest.approx((-dimensions.B / 2, dimensions.B / 2), abs=1e-9)
    assert [b - a for a, b in pairwise(xs)] == pytest.approx(
        [0.4] * (connector.pins // 2 - 1), abs=1e-9
    )
    assert {abs(pad.y_mm) for pad in found.contacts} == {1.125 if socket else 0.875}
    span_mm = dimensions.A - 0.90 if socket else dimensions.C
    assert {abs(pad.x_mm) for pad in found.terminals} == {round_mm(span_mm / 2)}
    assert {abs(pad.y_mm) for pad in found.terminals} == {1.0 if socket else 0.565}
    if socket:
        assert found.pad_bounds.width_mm == pytest.approx(dimensions.A, abs=1e-9)
    assert (found.body.width_mm, found.body.height_mm) == (dimensions.A, 2.5 if socket else 2.0)


@pytest.mark.hypothesis
@for_each(
    "name, number", [*product(["default"], CONNECTORS), *thinned(product(OTHERS, CONNECTORS), 5)]
)
def test_pads_keep_apart(name: str, number: str) -> None:
    found = laid_out(number, name)
    gap_mm = 0.4 - found.figures.contact_width_mm

    assert gaps(found.pads, found.pads).min() > 0
    assert gaps(found.contacts, found.contacts).min() == pytest.approx(gap_mm, abs=1e-9)
    assert gaps(found.contacts, found.terminals).min() >= gap_mm


def gaps(ones: tuple[Pad, ...], others: tuple[Pad, ...]) -> np.ndarray:
    """Distances of pads' edges along x or y, whichever is larger, in mm; infinite to itself.

    Below 0 two pads overlap.
    """
    one, other = (
        np.array([(r.left_mm, r.top_mm, r.right_mm, r.bottom_mm) for r in (p.rect for p in pads)])
        for pads in (ones, others)
    )
    near = np.maximum(one[:, None, :2], other[None, :, :2])
    far = np.minimum(one[:, None, 2:], other[None, :, 2:])
    apart = (near - far).max(axis=-1)
    same = np.eye(len(ones), dtype=bool) if ones == others else False
    return np.where(same, np.inf, apart)


@given(ANY_FOOTPRINT)
def test_every_contact_has_its_pad_and_every_corner_its_terminal(found: Footprint) -> None:
    numbers = [pad.number for pad in found.contacts]

    assert numbers == [str(n + 1) for n in range(found.connector.pins)]
    assert [pad.number for pad in found.terminals] == ["MP"] * 4
    assert found.pads == (*found.contacts, *found.terminals)
    assert {(pad.x_mm > 0, pad.y_mm > 0) for pad in found.terminals} == {
        (right, low) for right in (False, True) for low in (False, True)
    }


@given(ANY_FOOTPRINT)
def test_the_pattern_is_symmetric_about_both_axes(found: Footprint) -> None:
    pads = {(p.role, p.x_mm, p.y_mm, p.width_mm, p.height_mm) for p in found.pads}

    assert {(role, 0.0 - x, y, w, h) for role, x, y, w, h in pads} == pads
    assert {(role, x, 0.0 - y, w, h) for role, x, y, w, h in pads} == pads


@given(ANY_FOOTPRINT)
def test_the_areas_around_contain_what_they_stand_around(found: Footprint) -> None:
    common = found.pattern.common

    for pad in found.pads:
        assert found.pad_bounds.contains(pad.rect)
        assert found.courtyard.contains(found.mask_opening(pad))
        assert found.mask_opening(pad).contains(pad.rect)
        assert found.stiffener.contains(pad.rect)
    assert found.bounds.contains(found.body)
    margins = [
        (found.courtyard, found.bounds, common.courtyard_margin_mm),
        (found.stiffener, found.pad_bounds, common.stiffener_margin_mm),
        (found.mask_opening(found.pads[0]), found.pads[0].rect, common.mask_margin_mm),
    ]
    for outer, inner, margin_mm in margins:
        assert outer.left_mm == pytest.approx(inner.left_mm - margin_mm, abs=1e-6)
        assert outer.bottom_mm == pytest.approx(inner.bottom_mm + margin_mm, abs=1e-6)


def test_the_default_margins() -> None:
    common = PATTERNS["default"].common

    assert (common.courtyard_margin_mm, common.mask_margin_mm) == (0.5, 0.05)
    assert 0.5 <= common.stiffener_margin_mm <= 1.0
    assert common.paste_thickness_um == 120


@given(ANY_FOOTPRINT)
def test_paste_keeps_the_pads_centre_and_aspect_and_the_stated_share_of_its_area(
    found: Footprint,
) -> None:
    shares = {
        (Half.SOCKET, PadRole.CONTACT): 0.7,
        (Half.SOCKET, PadRole.TERMINAL): 0.7,
        (Half.HEADER, PadRole.CONTACT): 0.7,
        (Half.HEADER, PadRole.TERMINAL): 1.0,
    }
    for pad in found.pads:
        paste = found.paste_opening(pad)
        share = shares[found.half, pad.role]
        assert paste.area_mm2 / pad.rect.area_mm2 == pytest.approx(share, abs=2e-5)
        assert (paste.x_mm, paste.y_mm) == (pad.x_mm, pad.y_mm)
        assert paste.width_mm / paste.height_mm == pytest.approx(
            pad.width_mm / pad.height_mm, abs=2e-5
        )


@given(st.sampled_from(CATALOG.pairs), st.sampled_from(NUMBERINGS))
def test_both_halves_are_laid_out_alike_but_each_in_its_own_view(
    pair: Pair, numbering: Numbering
) -> None:
    socket, header = footprints(pair, PATTERNS["default"], numbering)

    assert (socket.connector, header.connector) == (pair.socket, pair.header)
    assert (socket.half, header.half) == (Half.SOCKET, Half.HEADER)
    assert socket.figures == PATTERNS["default"].socket
    assert header.figures == PATTERNS["default"].header
    assert {pad.x_mm for pad in socket.contacts} == {pad.x_mm for pad in header.contacts}


def test_numbers_state_no_minus_zero() -> None:
    texts = [f"{pad.x_mm} {pad.y_mm}" for c in CONNECTORS for pad in laid_out(c).pads]

    assert not any(text.startswith("-0.0 ") or text.endswith(" -0.0") for text in texts)
