"""One land pattern typed in three ways: the same pads, the same joints, nothing else moved."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.geometry.footprint import PadRole
from a4s_gui.geometry.joints import joints
from a4s_gui.geometry.land_pattern.editing import FIGURES, edited, figure_value
from a4s_gui.geometry.land_pattern.pattern import TERMINAL_REFERENCES, LandPatternError
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.land_pattern.ways import (
    EVERY_FIELD,
    FIELDS,
    WORKED_OUT,
    Way,
    figures_behind,
    typed_edits,
    typed_value,
)

PATTERNS = [shipped_pattern(name) for name in shipped_pattern_names()]
NAMES = [figure.name for figure in WORKED_OUT]
STILL = {"inner": "outer", "outer": "inner", "toe": "heel", "heel": "toe"}
STILL |= {"inwards": "outwards", "outwards": "inwards"}


@pytest.mark.parametrize(
    ("name", "value_mm"),
    [
        ("socket.contact_inner_mm", 1.60),
        ("socket.contact_outer_mm", 2.90),
        ("socket.contact_toe_mm", 0.20),
        ("socket.contact_heel_mm", 0.22),
        ("socket.contact_side_mm", 0.04),
        ("socket.terminal_toe_mm", 0.20),
        ("socket.terminal_heel_mm", 0.47),
        ("socket.terminal_inwards_mm", 0.20),
        ("socket.terminal_outwards_mm", 0.40),
        ("header.contact_heel_mm", 0.03),
        ("header.terminal_outer_mm", 1.66),
        ("header.terminal_toe_mm", 0.10),
        ("header.terminal_heel_mm", 0.28),
        ("header.terminal_inwards_mm", 0.15),
        ("header.terminal_outwards_mm", 0.15),
    ],
)
def test_the_default_s_edges_and_joints_are_those_worked_out_by_hand(
    name: str, value_mm: float
) -> None:
    assert typed_value(shipped_pattern(), name) == value_mm


def test_joints_are_those_of_every_part_in_every_pattern(catalog: Catalog) -> None:
    parts = {c.part_number: c for pair in catalog.pairs for c in pair.connectors}
    assert len(parts) > 60
    for pattern, part in product(PATTERNS, parts.values()):
        for joint in joints(part, pattern):
            half, role = part.half, joint.role
            sides = ("side",) if role is PadRole.CONTACT else ("inwards", "outwards")
            amounts = [side.amount for side in joint.sides] * (len(sides) // len(joint.sides))
            known = dict(zip(sides, amounts, strict=True))
            known |= {"toe": joint.toe.amount, "heel": joint.heel.amount}
            for what, amount in known.items():
                typed = typed_value(pattern, f"{half}.{role}_{what}_mm")
                assert typed == pytest.approx(amount, abs=1e-6)


@pytest.mark.parametrize("reference", TERMINAL_REFERENCES)
def test_the_dimension_that_terminals_are_placed_by_moves_no_joint(
    catalog: Catalog, reference: str
) -> None:
    connectors = [c for pair in catalog.pairs[::9] for c in pair.connectors]
    for pattern, connector in product(PATTERNS, connectors):
        half = connector.half
        span_mm = pattern.half(half).terminal_span_mm(connector.dimensions_mm)
        offset_mm = span_mm - getattr(connector.dimensions_mm, reference)
        other = edited(
            pattern,
            {
                f"{half}.terminal_reference": reference,
                f"{half}.terminal_offset_mm": offset_mm,
            },
        )
        for name in (f"{half}.terminal_inwards_mm", f"{half}.terminal_outwards_mm"):
            there = typed_value(pattern, name)
            assert typed_value(other, name) == pytest.approx(there, abs=1e-6)
            edits = typed_edits(other, name, there)
            assert edits[f"{half}.terminal_offset_mm"] == pytest.approx(offset_mm, abs=1e-6)


def test_typing_what_stands_there_changes_nothing() -> None:
    for pattern, name in product(PATTERNS, (*NAMES, *(figure.name for figure in FIGURES))):
        edits = typed_edits(pattern, name, typed_value(pattern, name))
        assert edits.keys() == set(figures_behind(name))
        assert edits == {one: figure_value(pattern, one) for one in edits}


@given(
    st.sampled_from(PATTERNS),
    st.sampled_from(NAMES),
    st.floats(-0.3, 0.3).map(lambda mm: round(mm, 3)),
)
def test_what_is_typed_stands_there_and_the_other_edge_stays(
    pattern: object, name: str, more_mm: float
) -> None:
    before = next(one for one in PATTERNS if one is pattern)
    wanted = float(typed_value(before, name)) + more_mm
    try:
        after = edited(before, typed_edits(before, name, wanted))
    except LandPatternError:  # pads that would be none, or touch
        return
    assert typed_value(after, name) == pytest.approx(wanted, abs=2e-6)
    pad, _, what = name.removesuffix("_mm").rpartition("_")
    if what in STILL:
        still = f"{pad}_{STILL[what]}_mm"
        assert typed_value(after, still) == pytest.approx(typed_value(before, still), abs=2e-6)
    changed = {
        f.name for f in FIGURES if figure_value(after, f.name) != figure_value(before, f.name)
    }
    assert changed <= set(figures_behind(name))


def test_every_way_can_type_every_pad_and_keeps_one_order() -> None:
    sizes = {f"{half}.{pad}_{size}_mm" for half in Half for pad in PadRole for size in ("width",)}
    sizes |= {
        f"{half}.{pad}_{s}_mm" for half in Half for pad in PadRole for s in ("height", "rows")
    }
    for way in Way:
        reached = {
            one
            for half in Half
            for field in FIELDS[way]
            for one in figures_behind(f"{half}.{field}")
        }
        assert sizes <= reached
        places = [EVERY_FIELD.index(field) for field in FIELDS[way]]
        assert places == sorted(places)
