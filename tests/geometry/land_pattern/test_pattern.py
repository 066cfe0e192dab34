"""Figures that no board can have are refused by name, with the limit they break."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import inf, nan
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Connector, Half, Pair
from a4s_gui.geometry.footprint import footprint
from a4s_gui.geometry.land_pattern.pattern import (
    CommonFigures,
    HalfPattern,
    LandPattern,
    LandPatternError,
    check_common,
    check_half,
    check_pair,
    check_pattern,
)
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import Numbering
from tests.every import EXPLORES, for_each

DEFAULT = shipped_pattern()
PAIRS = load_catalog().pairs
SIZES = [
    f"{pad}_{size}_mm" for pad in ("contact", "terminal") for size in ("width", "height", "rows")
]


def with_figure(half: Half, figure: str, value: Any) -> HalfPattern:
    return replace(DEFAULT.half(half), **{figure: value})


@pytest.mark.parametrize("half", Half)
def test_the_default_is_possible(half: Half) -> None:
    check_half(half, DEFAULT.half(half))
    check_common(DEFAULT.common)


@pytest.mark.parametrize("half", Half)
@pytest.mark.parametrize("figure", SIZES)
@pytest.mark.parametrize("value", [0, -0.1, nan, inf, -inf])
def test_a_size_is_above_zero(half: Half, figure: str, value: float) -> None:
    with pytest.raises(LandPatternError) as caught:
        check_half(half, with_figure(half, figure, value))

    assert caught.value.field == f"{half}.{figure}"
    assert caught.value.reason == f"{value:g} mm is not a length above 0"
    assert str(caught.value) == f"land pattern: {half}.{figure}: {caught.value.reason}"


@pytest.mark.parametrize("figure", ["contact_paste_ratio", "terminal_paste_ratio"])
@pytest.mark.parametrize("value", [0, -0.7, 1.01, 70, nan, inf])
def test_a_paste_ratio_is_a_share(figure: str, value: float) -> None:
    with pytest.raises(LandPatternError, match="is not above 0 and at most 1") as caught:
        check_half(Half.SOCKET, with_figure(Half.SOCKET, figure, value))

    assert caught.value.field == f"socket.{figure}"
    check_half(Half.SOCKET, with_figure(Half.SOCKET, figure, 1))


@pytest.mark.parametrize(
    ("figure", "possible", "impossible", "pads", "limit"),
    [
        ("contact_width_mm", 0.399, 0.4, "neighbours", "the pitch of 0.4 mm"),
        ("contact_height_mm", 2.249, 2.25, "the two rows of contacts", "their distance of 2.25 mm"),
        (
            *("terminal_height_mm", 1.999, 2.0),
            *("the two terminals of one end", "their distance of 2 mm"),
        ),
    ],
)
def test_pads_that_would_touch(
    figure: str, possible: float, impossible: float, pads: str, limit: str
) -> None:
    check_half(Half.SOCKET, with_figure(Half.SOCKET, figure, possible))
    with pytest.raises(LandPatternError) as caught:
        check_half(Half.SOCKET, with_figure(Half.SOCKET, figure, impossible))

    assert caught.value.field == f"socket.{figure}"
    assert caught.value.reason == f"{pads} would overlap or touch; it must be less than {limit}"


def test_rows_that_come_too_near_are_refused_as_well() -> None:
    with pytest.raises(LandPatternError, match="rows of contacts would overlap or touch"):
        check_half(Half.SOCKET, with_figure(Half.SOCKET, "contact_rows_mm", 0.65))
    with pytest.raises(LandPatternError, match="terminals of one end would overlap or touch"):
        check_half(Half.SOCKET, with_figure(Half.SOCKET, "terminal_rows_mm", 0.9))


@pytest.mark.parametrize(
    ("figure", "impossible", "reason"),
    [
        ("terminal_reference", "D", "'D' is not A, B or C"),
        ("terminal_reference", "", "'' is not A, B or C"),
        ("terminal_offset_mm", inf, "inf mm is not a length"),
        ("terminal_offset_mm", nan, "nan mm is not a length"),
    ],
)
def test_terminals_are_placed_by_a_dimension_and_a_length(
    figure: str, impossible: object, reason: str
) -> None:
    with pytest.raises(LandPatternError) as caught:
        check_half(Half.HEADER, with_figure(Half.HEADER, figure, impossible), PAIRS[0].header)

    assert (caught.value.field, caught.value.reason) == (f"header.{figure}", reason)


def test_terminals_keep_clear_of_the_outermost_contacts() -> None:
    socket = PAIRS[0].socket
    # Contacts end at 1.6 + 0.23 = 1.83 mm; terminals 0.90 mm wide must be more than 2.73 apart.
    check_half(Half.SOCKET, with_figure(Half.SOCKET, "terminal_offset_mm", -1.769), socket)
    with pytest.raises(LandPatternError) as caught:
        check_half(Half.SOCKET, with_figure(Half.SOCKET, "terminal_offset_mm", -1.77), socket)

    assert caught.value.field == "socket.terminal_offset_mm"
    assert caught.value.reason == (
        "the terminals of AXE510127 would overlap or touch other pads; their centres, 2.73 mm "
        "apart, must be more than 2.73 mm apart"
    )


def test_terminals_beyond_the_contacts_keep_clear_of_each_other() -> None:
    outside = replace(DEFAULT.socket, terminal_rows_mm=4.0)  # no contact beside them

    check_half(Half.SOCKET, replace(outside, terminal_offset_mm=-3.5), PAIRS[0].socket)
    with pytest.raises(LandPatternError, match=r"must be more than 0\.9 mm apart"):
        check_half(Half.SOCKET, replace(outside, terminal_offset_mm=-3.6), PAIRS[0].socket)


@pytest.mark.parametrize("half", Half)
@pytest.mark.parametrize(
    ("sizes_mm", "touching_mm", "clear_mm"),
    [
        # contact rows and height, terminal height; terminal rows beyond the contacts
        ((2.0, 0.5, 0.5), 3.0, 3.001),
        ((2.25, 0.65, 0.9), 3.8, 3.801),
        # or between their rows
        ((4.0, 0.5, 0.5), 3.0, 2.999),
        ((4.1, 0.7, 0.9), 2.5, 2.499),
    ],
)
def test_a_terminal_that_touches_a_contact_edge_to_edge_is_refused(
    half: Half, sizes_mm: tuple[float, float, float], touching_mm: float, clear_mm: float
) -> None:
    connector = PAIRS[0].connector(half)
    figures = replace(
        DEFAULT.half(half),
        contact_rows_mm=sizes_mm[0],
        contact_height_mm=sizes_mm[1],
        terminal_height_mm=sizes_mm[2],
        terminal_reference="B",
        terminal_offset_mm=0.0,  # in line with the outermost contacts
    )

    check_half(half, replace(figures, terminal_rows_mm=clear_mm), connector)
    with pytest.raises(LandPatternError, match="would overlap or touch other pads"):
        check_half(half, replace(figures, terminal_rows_mm=touching_mm), connector)


def micrometres(least: int, most: int) -> st.SearchStrategy[float]:
    return st.integers(least, most).map(lambda um: um / 1000)


# Sizes that are possible by themselves, so that terminals and contacts decide.
POSSIBLE = st.builds(
    HalfPattern,
    contact_width_mm=micrometres(50, 399),
    contact_height_mm=micrometres(100, 699),
    contact_rows_mm=micrometres(700, 3_000),
    terminal_width_mm=micrometres(100, 1_500),
    terminal_height_mm=micrometres(100, 699),
    terminal_rows_mm=micrometres(700, 5_000),
    terminal_reference=st.sampled_from("ABC"),
    terminal_offset_mm=micrometres(-3_000, 2_000),
    contact_paste_ratio=st.just(0.7),
    terminal_paste_ratio=st.just(0.7),
)


def refused_figure(half: Half, figures: HalfPattern, connector: Connector) -> str:
    try:
        check_half(half, figures, connector)
    except LandPatternError as error:
        return error.field
    return ""


@settings(max_examples=400 if EXPLORES else 150)
@given(st.sampled_from(PAIRS[:3]), st.sampled_from(Half), POSSIBLE)
def test_pads_that_overlap_on_a_connector_are_refused(
    pair: Pair, half: Half, figures: HalfPattern
) -> None:
    connector = pair.connector(half)
    pattern = LandPattern("", "", "", figures, figures, DEFAULT.common, {})
    pads = [pad.rect for pad in footprint(connector, pattern, Numbering()).pads]
    overlapping = any(a.overlaps(b) for i, a in enumerate(pads) for b in pads[i + 1 :])
    event(f"overlapping: {overlapping}")

    refused = refused_figure(half, figures, connector)
    assert refused in ("", f"{half}.terminal_offset_mm")
    assert refused or not overlapping


@pytest.mark.parametrize(
    ("figure", "value", "reason"),
    [
        ("mask_margin_mm", -0.01, "-0.01 is not a number from 0 up"),
        ("courtyard_margin_mm", nan, "nan is not a number from 0 up"),
        ("stiffener_margin_mm", inf, "inf is not a number from 0 up"),
        ("paste_thickness_um", 0, "0 um is not a thickness above 0"),
    ],
)
def test_common_figures_that_cannot_be(figure: str, value: float, reason: str) -> None:
    common: CommonFigures = replace(DEFAULT.common, **{figure: value})

    with pytest.raises(LandPatternError) as caught:
        check_common(common)

    assert (caught.value.field, caught.value.reason) == (f"common.{figure}", reason)


def test_a_margin_may_be_zero() -> None:
    check_common(replace(DEFAULT.common, mask_margin_mm=0, courtyard_margin_mm=0))


@for_each("pair", PAIRS, lambda pair: pair.id)
def test_both_halves_of_a_pair_are_checked(pair: Pair) -> None:
    check_pair(DEFAULT, pair)
    for half in Half:
        changed: dict[str, Any] = {half: with_figure(half, "terminal_offset_mm", -90.0)}
        near = replace(DEFAULT, **changed)
        for check in (
            partial(check_pair, near, pair),
            partial(check_pattern, near, pair.connectors),
        ):
            with pytest.raises(LandPatternError, match="would overlap or touch other") as caught:
                check()
            assert caught.value.field == f"{half}.terminal_offset_mm"
            assert pair.connector(half).part_number in caught.value.reason


def test_where_the_pads_are_from_is_said_with_or_without_who_made_it() -> None:
    inkplate = shipped_pattern("inkplate-5")

    assert inkplate.provenance(Half.SOCKET) == (
        "not of the manufacturer's drawing; figures of Inkplate 5 V1.2.0 (Soldered Electronics)"
    )
    assert inkplate.provenance(Half.SOCKET, brief=True) == (
        "not of the manufacturer's drawing; figures of Inkplate 5 V1.2.0"
    )
    both = DEFAULT.provenance(*Half)
    assert both.endswith(f"figures of {', '.join(DEFAULT.source_documents(*Half))}")
    assert both.count("GPD_Pocket-mods") == 1
