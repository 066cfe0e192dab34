"""The framed sheet in numbers: paper, room for everything, nothing over anything else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import product

import pytest

from a4s_gui.drawing.bounds import items_bounds, shape_edges
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer, RectangleItem, Scene, Text
from a4s_gui.drawing.sheet.framed_sheet import DoesNotFitError, framed, largest_scale
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.sheet import Sheet
from a4s_gui.drawing.sheet.title_block import HEIGHT_MM, WIDTH_MM, SheetMetadata
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.numbering import HeaderScheme, Numbering
from a4s_gui.geometry.shapes import Rectangle
from tests.drawing.conftest import spec_of
from tests.drawing.scene_checks import collisions
from tests.every import thinned

ORIGIN = SheetMetadata(dt.date(2026, 3, 4))
NUMBERS = ("AXE510127", "AXE540127", "AXE580127")
SHOWN = ((DEFAULT_LAYERS, HeaderScheme.SAME), (frozenset(Layer), Numbering().header))
EDGE_MM = dict.fromkeys(Paper, 10.0) | {Paper.FIT: 5.0}


def on(paper: Paper, spec: DrawingSpec, limit: float = 20.0) -> tuple[Scene, Sheet]:
    return framed(spec, largest_scale(spec, paper, limit) or 1.0, paper, ORIGIN)


def paper_box(scene: Scene, sheet: Sheet, item: Text | RectangleItem) -> Rectangle:
    left, top, right, bottom = shape_edges(item, scene.scale)
    return Rectangle.from_edges(*sheet.on_paper(left, top), *sheet.on_paper(right, bottom))


def block_of(scene: Scene, sheet: Sheet) -> Rectangle:
    """Return the title block's box on the paper, in mm."""
    boxes = [
        paper_box(scene, sheet, item) for item in scene.items if isinstance(item, RectangleItem)
    ]
    (block,) = [
        box
        for box in boxes
        if (box.width_mm, box.height_mm) == pytest.approx((WIDTH_MM, HEIGHT_MM), abs=1e-3)
    ]
    return block


@pytest.mark.hypothesis
@pytest.mark.parametrize(
    ("paper", "view", "number", "layers", "header"),
    [
        (paper, view, number, *shown)
        for paper, view, number, shown in thinned(product(Paper, View, NUMBERS, SHOWN), 11)
    ],
    ids=lambda value: "" if isinstance(value, frozenset) else str(value),
)
def test_nothing_touches_anything_on_any_paper(
    paper: Paper, view: View, number: str, layers: frozenset[Layer], header: HeaderScheme
) -> None:
    spec = spec_of(number, numbering=Numbering(header=header))
    scene, sheet = on(paper, replace(spec, view=view, layers=layers))
    assert collisions(scene) == []
    frame = Rectangle.from_edges(
        EDGE_MM[paper],
        EDGE_MM[paper],
        sheet.width_mm - EDGE_MM[paper],
        sheet.height_mm - EDGE_MM[paper],
    )
    block = block_of(scene, sheet)
    assert (block.right_mm, block.bottom_mm) == pytest.approx(
        (frame.right_mm, frame.bottom_mm), abs=1e-3
    )
    for item in scene.items:
        if isinstance(item, Text):
            text = paper_box(scene, sheet, item)
            assert frame.contains(text), item.text
            assert block.contains(text) or not block.overlaps(text), item.text


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
@pytest.mark.parametrize("view", list(View))
def test_the_drawing_stands_in_the_middle_with_room_around_it(paper: Paper, view: View) -> None:
    spec = spec_of("AXE540127", view=view)
    scene, sheet = on(paper, spec)
    plain = build_scene(replace(spec, with_title_block=True), scene.scale)
    drawn = plain.bounds
    left, top = sheet.on_paper(drawn.left_mm, drawn.top_mm)
    right, bottom = sheet.on_paper(drawn.right_mm, drawn.bottom_mm)
    assert left == pytest.approx(sheet.width_mm - right, abs=1e-3)
    assert min(left, top) >= 10 + 6 - 1e-3
    assert bottom <= sheet.height_mm - 10 - HEIGHT_MM - 6 + 1e-3
    below = [
        paper_box(scene, sheet, item)
        for item in scene.items
        if isinstance(item, Text) and item not in plain.items
    ]
    assert min(box.top_mm for box in below) > bottom


def test_the_view_is_the_same_as_without_a_sheet() -> None:
    spec = spec_of("AXE540127")
    scene, _ = on(Paper.A3, spec)
    plain = build_scene(spec, 20)
    for layer in set(Layer) - {Layer.NOTES, Layer.GRID}:
        assert [item for item in scene.items if item.layer is layer] == [
            item for item in plain.items if item.layer is layer
        ]
    assert scene.placed == plain.placed


def test_notes_go_with_their_layer_but_the_title_block_stays() -> None:
    spec = spec_of("AXE540127", layers=frozenset({Layer.BODY}))
    scene, sheet = on(Paper.FIT, spec)
    block = block_of(scene, sheet)
    texts = [item for item in scene.items if isinstance(item, Text)]
    assert texts
    assert all(block.contains(paper_box(scene, sheet, text)) for text in texts)


@pytest.mark.parametrize("limit", [30.0, 12.5])
def test_the_largest_scale_is_the_limit_or_a_whole_number(limit: float) -> None:
    spec = spec_of("AXE540127")
    assert largest_scale(spec, Paper.FIT, limit) == limit
    found = largest_scale(spec, Paper.A4, limit)
    assert found == limit or found == int(found or 0)
    for scale in (found or 0, (found or 0) + 1):
        if scale > limit:
            continue
        try:
            framed(spec, scale, Paper.A4, ORIGIN)
        except DoesNotFitError:
            assert scale == (found or 0) + 1


def test_the_scene_is_bounded_by_its_frame() -> None:
    scene, sheet = on(Paper.A4, spec_of("AXE510127"))
    assert scene.bounds.width_mm * scene.scale == pytest.approx(sheet.width_mm - 20, abs=1e-3)
    inside = items_bounds(scene.items, scene.scale)
    assert scene.bounds.grown(1e-4).contains(inside)


def test_on_paper_the_halves_stand_side_by_side_where_they_are_larger_so() -> None:
    spec = spec_of("AXE510127", layers=frozenset(Layer))
    scale = largest_scale(spec, Paper.A4, 200)
    assert scale is not None
    scene, sheet = framed(spec, scale, Paper.A4, ORIGIN)
    first, second = scene.placed
    assert sheet.width_mm > sheet.height_mm
    assert second.x_mm > first.x_mm
    assert second.y_mm == first.y_mm
    assert collisions(scene) == []
