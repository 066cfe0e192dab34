"""The sections show both CAD models' figures to the hundredth, and say what is derived."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.measurement import hidden_before_mm
from a4s_gui.drawing.scene import Dimension, Layer, Line, Polygon, Scene, Text
from a4s_gui.drawing.snap_targets import snap_targets
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.snap import SnapKind, snap
from tests.drawing.conftest import SceneOf
from tests.drawing.scene_checks import collisions
from tests.every import for_pairs

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


@for_pairs(PAIRS)
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


SHORT_MM = 4.5


def true_corners(scene: Scene) -> set[tuple[float, float, str]]:
    """Return every corner to snap to, where it would be if nothing were left out."""
    return {
        (round(x + hidden_of(scene, x, y), 4), round(y, 4), target.name)
        for target in snap_targets(scene)
        for x, y in target.corners
    }


def lengths_by_label(scene: Scene) -> dict[str, float]:
    dimensions = [item for item in scene.items if isinstance(item, Dimension)]
    return {item.label.text: round(item.length_mm, 5) for item in dimensions}


def hidden_of(scene: Scene, x_mm: float, y_mm: float) -> float:
    hidden_mm = hidden_before_mm(scene.breaks, x_mm, y_mm)
    assert hidden_mm is not None
    return hidden_mm


@pytest.mark.parametrize("number", ["AXE580127", "AXE680224", "AXE5E8026", "AXE512127"])
@pytest.mark.parametrize("scale", [5, 12, 40])
def test_shortened_sections_keep_every_true_length(
    scene_of: SceneOf, number: str, scale: float
) -> None:
    whole = scene_of(number, scale, view=View.SECTION)
    short = scene_of(number, scale, view=View.SECTION, longest_mm=SHORT_MM)
    assert [label[:2] for label in labels(short)].count("A ") == 2
    lengths, true = lengths_by_label(short), lengths_by_label(whole)
    assert lengths.items() <= true.items()
    (one,) = short.breaks
    axis_mm = round((one.left_mm + one.right_mm + one.hidden_mm) / 2, 5)
    seen = {corner for corner in true_corners(whole) if abs(corner[0] - axis_mm) > 1e-4}
    assert true_corners(short) == seen
    assert len(seen) > 20
    assert collisions(short) == []
    assert "the true ones" in words(short)
    assert "shortened" in words(short)


def test_beside_one_another_each_section_along_has_its_own_break(scene_of: SceneOf) -> None:
    scene = scene_of("AXE580127", 12, view=View.SECTION, longest_mm=SHORT_MM, side_by_side=True)
    assert len(scene.breaks) == 3
    across, along = 0.0, scene.breaks[0].top_mm + 1.0
    beyond_mm = max(one.right_mm for one in scene.breaks) + 0.1
    assert hidden_before_mm(scene.breaks, beyond_mm, across) == 0.0, "what is cut across is whole"
    assert hidden_before_mm(scene.breaks, beyond_mm, along) == pytest.approx(3 * 14.0)
    first = scene.breaks[0]
    middle_mm = (first.left_mm + first.right_mm) / 2
    assert hidden_before_mm(scene.breaks, middle_mm, along) is None, "nothing is drawn there"


def test_nothing_that_a_break_cuts_off_is_a_place_to_measure_from(scene_of: SceneOf) -> None:
    scene = scene_of("AXE580127", 12, view=View.SECTION, longest_mm=SHORT_MM)
    (one,) = scene.breaks
    targets = snap_targets(scene)
    for reach_mm in (0.02, 0.3):
        for x_mm in (one.left_mm - 0.01, one.right_mm + 0.01):
            for z_mm in range(100):
                found = snap(targets, x_mm, -z_mm / 100, reach_mm)
                assert found is None or found.kind is SnapKind.EDGE


def test_the_ends_of_a_shortened_part_are_to_scale_and_nothing_is_drawn_between(
    scene_of: SceneOf,
) -> None:
    scene = scene_of(
        "AXE580127", view=View.SECTION, longest_mm=SHORT_MM, layers=frozenset({Layer.BODY})
    )
    (one,) = scene.breaks
    for item in scene.items:
        xs = [x for x, _ in item.points_mm] if isinstance(item, Polygon) else []
        if isinstance(item, Line):
            xs = [item.x1_mm, item.x2_mm]
        within = [x for x in xs if one.left_mm + 0.05 < x < one.right_mm - 0.05]
        assert not within or (isinstance(item, Line) and item.half is None), "but for the zigzags"
    ends = [item for item in scene.items if isinstance(item, Polygon) and not item.style.pen_mm]
    towers = {round(abs(p.points_mm[1][0] - p.points_mm[3][0]), 6) for p in ends}
    assert 0.35 in towers, "the socket's end, from the slot outwards"


def test_the_ten_pin_part_has_nothing_to_leave_out(scene_of: SceneOf) -> None:
    assert scene_of("AXE510127", view=View.SECTION, longest_mm=SHORT_MM) == scene_of(
        "AXE510127", view=View.SECTION
    )
