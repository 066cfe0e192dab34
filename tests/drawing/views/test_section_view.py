"""The sections show both CAD models' figures to the hundredth, and say what is derived."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.scene import Dimension, Layer, Line, Polygon, Scene, Text
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from tests.drawing.conftest import SceneOf
from tests.drawing.scene_checks import collisions
from tests.every import for_each

PAIRS = load_catalog().pairs
ALONE = {"2.50", "0.66", "0.77", "2.00"}


def labels(scene: Scene) -> list[str]:
    return [item.label.text for item in scene.items if isinstance(item, Dimension)]


def words(scene: Scene) -> str:
    return " ".join(item.text for item in scene.items if isinstance(item, Text))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("AXE640124", {"0.65", "mated 0.80", "gap 0.03", "free 0.80", "overlap 0.62"}),
        (
            "AXE640224",
            {"0.85 derived", "mated 1.00", "gap 0.23 derived", "free 1.00", "overlap 0.62 derived"},
        ),
    ],
)
def test_heights_gap_and_overlap_are_dimensioned(
    scene_of: SceneOf, header: str, expected: set[str]
) -> None:
    scene = scene_of(header, view=View.SECTION)
    assert set(labels(scene)) == {*ALONE, "A 10.50", "A 9.80", *expected}
    assert ("0.15 mm = 0.85 mm" in words(scene)) is ("0.85 derived" in expected)


def test_without_a_mated_height_the_halves_stand_alone_and_it_is_said(scene_of: SceneOf) -> None:
    scene = scene_of("AXE5E4026", view=View.SECTION)
    assert set(labels(scene)) == {*ALONE, "A 10.50", "A 9.80", "0.65 at 0.8 mm"}
    assert "no mated height is stated" in words(scene)
    assert "Mated" not in words(scene).split()


@pytest.mark.parametrize(("header", "mated_mm"), [("AXE640124", 0.8), ("AXE640224", 1.0)])
def test_the_mated_header_stands_on_the_slot_and_on_the_island(
    scene_of: SceneOf, header: str, mated_mm: float
) -> None:
    scene = scene_of(header, view=View.SECTION)
    mould = [i for i in scene.items if isinstance(i, Polygon) and i.style.fill == 0.15]
    socket, turned = (
        next(i for i in reversed(mould) if i.style.ink is ink)
        for ink in (ColorRole.BODY, ColorRole.HEADER_BODY)
    )
    board = max(y for _, y in socket.points_mm)
    above = sorted({round(board - y, 6) for _, y in turned.points_mm})
    assert above[0] == 0.15, "the walls stand on the slot's floor"
    assert 0.66 in above, "and the cavity's floor on the island"
    assert max(above) == round(mated_mm - 0.02, 6)


@for_each("pair", [*PAIRS[::7], PAIRS[-1]], lambda pair: pair.id)
def test_no_text_touches_anything(pair: Pair) -> None:
    for scale in (6, 12, 20, 50):
        scene = build_scene(DrawingSpec(pair, shipped_pattern(), View.SECTION), scale)
        assert collisions(scene) == []
        if scale >= 20:
            assert "left out" not in words(scene)


def test_a_board_is_a_line_with_strokes_behind_it_and_has_no_thickness(scene_of: SceneOf) -> None:
    scene = scene_of("AXE540127", view=View.SECTION, layers=frozenset({Layer.BODY}))
    boards = [item for item in scene.items if isinstance(item, Line) and item.style.pen_mm == 0.35]
    assert len(boards) == 8, "one under each half alone, two around the mated ones, cut twice"
    assert all(line.y1_mm == line.y2_mm for line in boards)
    assert {type(item) for item in scene.items} == {Line, Polygon}
