"""Mask webs, stencil area ratios and joints with their levels, by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.model import Half
from a4s_gui.geometry.design_rules.result import CheckedFigure, Level
from a4s_gui.geometry.design_rules.soldering import area_ratio, joint_checks, mask_web
from a4s_gui.geometry.footprint import PadRole
from a4s_gui.geometry.land_pattern.editing import FigureValue, edited
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.stencil import Opening, stencil_openings
from tests.catalog.pairs import standard

DEFAULT = shipped_pattern()
NO_EDITS: Mapping[str, FigureValue] = MappingProxyType({})


def checks(
    pattern: str = "default", edits: Mapping[str, FigureValue] = NO_EDITS
) -> dict[str, CheckedFigure]:
    chosen = edited(shipped_pattern(pattern), edits)
    webs = (mask_web(half, chosen) for half in Half)
    ratios = (area_ratio(one) for half in Half for one in stencil_openings(half, chosen))
    checked = (*joint_checks(standard(40), chosen), *webs, *ratios)
    return {one.figure.name: one for one in checked}


def test_what_the_default_pattern_comes_to() -> None:
    found = checks()

    assert {name: one.level for name, one in found.items() if one.level is not Level.FINE} == {
        "Socket contact, heel": Level.NOTE,
        "Socket, solder mask between contacts": Level.NOTE,
        "Header, solder mask between contacts": Level.NOTE,
        "Socket contact, stencil area ratio": Level.WARNING,
        "Header contact, stencil area ratio": Level.WARNING,
    }
    assert found["Socket contact, heel"].remark == "the pad begins 0.01 mm under the mould"
    assert all(bool(one.remark) is (one.level is not Level.FINE) for one in found.values())
    assert all(one.figure.formula and one.figure.source.document for one in found.values())


def test_the_transcribed_pad_begins_beside_the_mould() -> None:
    heel = checks("transcribed")["Socket contact, heel"]

    assert (heel.figure.value, heel.level) == (0.07, Level.FINE)


@pytest.mark.parametrize(
    ("figure", "value", "name", "level"),
    [
        ("header.contact_width_mm", 0.14, "Header contact, side", Level.WARNING),
        ("header.contact_rows_mm", 1.34, "Header contact, toe", Level.WARNING),
        ("header.contact_rows_mm", 1.85, "Header contact, heel", Level.NOTE),
        ("header.contact_rows_mm", 1.95, "Header contact, heel", Level.WARNING),
        ("common.mask_margin_mm", 0.03, "Socket, solder mask between contacts", Level.FINE),
        ("common.mask_margin_mm", 0.09, "Socket, solder mask between contacts", Level.WARNING),
        ("common.paste_thickness_um", 100, "Socket contact, stencil area ratio", Level.FINE),
    ],
)
def test_levels(figure: str, value: float, name: str, level: Level) -> None:
    assert checks(edits={figure: value})[name].level is level


def test_the_mask_web_by_hand() -> None:
    web = mask_web(Half.SOCKET, DEFAULT)

    assert web.figure.value == 0.07
    assert web.figure.formula == "pitch 0.4 mm − pad 0.23 mm − 2 × 0.05 mm = 0.07 mm"
    assert web.remark == "many fabricators want 0.1 mm: ask yours"


def opening(share: float = 0.7, thickness_um: float = 120) -> Opening:
    return Opening(Half.SOCKET, PadRole.CONTACT, 0.23, 0.65, share, thickness_um)


def test_area_ratios_by_hand() -> None:
    # 0.1924 x 0.5438 over 2 x 0.7363 x 0.12, over 0.10; 0.23 x 0.455 over 2 x 0.685 x 0.12
    assert opening().area_ratio == pytest.approx(0.59, abs=0.005)
    assert opening(thickness_um=100).area_ratio == pytest.approx(0.71, abs=0.005)
    assert opening().area_ratio_length_cut == pytest.approx(0.64, abs=0.005)
    assert (opening().passing_thickness_um(0.66), opening().passing_share(0.66)) == (107, 0.87)
    assert opening(thickness_um=200).passing_share(0.66) is None
    assert checks()["Socket contact, stencil area ratio"].remark == (
        "more than 0.66 is asked for: 107 µm at this share or 87 % of the pad at this thickness "
        "would pass; with only the length cut it is 0.64"
    )


@given(st.floats(0.3, 1.0), st.integers(60, 200))
def test_what_is_said_to_pass_passes_and_is_the_nearest(share: float, thickness_um: int) -> None:
    thin = opening(share, opening(share, thickness_um).passing_thickness_um(0.66))
    assert thin.area_ratio > 0.66 - 1e-4
    assert opening(share, thin.thickness_um + 1).area_ratio <= 0.66 + 1e-4
    wide = opening(share, thickness_um).passing_share(0.66)
    if wide is not None:
        assert opening(wide, thickness_um).area_ratio > 0.66 - 1e-4
        assert opening(wide - 0.01, thickness_um).area_ratio <= 0.66 + 1e-4
