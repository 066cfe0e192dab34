"""Dimensions measure what they say, and no text of a drawing touches anything."""

from __future__ import annotations

import numpy as np
import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.bounds import Edges, shape_edges
from a4s_gui.drawing.items.dimensioning import Dimensioner, DimensionSpec
from a4s_gui.drawing.scene import (
    DEFAULT_LAYERS,
    Dimension,
    Layer,
    Line,
    Polygon,
    RectangleItem,
    Scene,
    Text,
)
from a4s_gui.drawing.sheet.sheet import fitting_scale, sheet_around
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.shapes import Rectangle
from tests.every import for_each

PAIRS = load_catalog().pairs
PATTERN = shipped_pattern()


DUST_MM = 1e-9


def overlaps(ones: list[Edges], others: list[Edges]) -> list[tuple[int, int]]:
    """Return the places of those in two lists that overlap: millions in all, hence with numpy."""
    if not ones or not others:
        return []
    one, other = np.array(ones)[:, None], np.array(others)[None, :]
    apart = (one[..., :2] >= other[..., 2:] - DUST_MM) | (other[..., :2] >= one[..., 2:] - DUST_MM)
    return [(int(i), int(j)) for i, j in np.argwhere(~apart.any(axis=-1))]


def collisions(scene: Scene) -> list[str]:
    """Return each text that overlaps another text, a pad, or a line or arrow of a dimension."""
    shapes = list(scene.shapes())
    texts = [(s.text, shape_edges(s, scene.scale)) for s in shapes if isinstance(s, Text)]
    solid = [
        (type(s).__name__, shape_edges(s, scene.scale))
        for s in shapes
        if (isinstance(s, RectangleItem) and s.layer is Layer.COPPER)
        or (isinstance(s, Line | Polygon) and s.layer not in (Layer.GRID, Layer.BODY))
    ]
    for box in shapes:
        if isinstance(box, RectangleItem) and box.layer in (
            Layer.COURTYARD,
            Layer.STIFFENER,
            Layer.MASK,
        ):
            left, top, right, bottom = shape_edges(box, scene.scale)
            edges = (
                (left, top, right, top),
                (left, bottom, right, bottom),
                (left, top, left, bottom),
                (right, top, right, bottom),
            )
            solid += [(box.layer, edge) for edge in edges]
    boxes, hard = [box for _, box in texts], [box for _, box in solid]
    found = [f"{texts[i][0]} / {texts[j][0]}" for i, j in overlaps(boxes, boxes) if i < j]
    return found + [f"{texts[i][0]} / {solid[j]}" for i, j in overlaps(boxes, hard)]


@for_each("pair", PAIRS[::3], lambda pair: pair.id)
@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("layers", [DEFAULT_LAYERS, frozenset(Layer)], ids=["default", "all"])
def test_no_text_touches_anything_at_any_scale(
    pair: Pair, view: View, layers: frozenset[Layer]
) -> None:
    spec = DrawingSpec(pair, PATTERN, view, layers)
    for scale in (1, 1.4, 2, 3.5, 5, 8, 12, 20, 50):
        assert collisions(build_scene(spec, scale)) == []


@for_each("pair", PAIRS, lambda pair: pair.id)
def test_every_dimension_is_there_at_the_export_scale(pair: Pair) -> None:
    scene = build_scene(DrawingSpec(pair, PATTERN), 20)
    dimensions = [item for item in scene.items if isinstance(item, Dimension)]
    socket, header = pair.socket.dimensions_mm, pair.header.dimensions_mm
    labels = [dimension.label.text for dimension in dimensions]
    for half in (socket, header):
        for name in "ABC":
            assert f"{name} {getattr(half, name):.2f}" in labels
    for each_half in ("0.40", "0.23"):  # pitch and width of the contact pads
        assert labels.count(each_half) == 2
    for span in ("2.50", "2.00", "1.60", "1.10", "2.90", "2.40", "0.65", "0.90", "0.45", "0.60"):
        assert span in labels
    assert len(dimensions) == 28
    assert not any("left out" in s.text for s in scene.shapes() if isinstance(s, Text))


@for_each("pair", PAIRS[::7], lambda pair: pair.id)
def test_a_label_says_what_its_arrows_measure(pair: Pair) -> None:
    for item in build_scene(DrawingSpec(pair, PATTERN), 20).items:
        if not isinstance(item, Dimension):
            continue
        assert item.label.text.split()[-1] == f"{item.length_mm:.2f}"
        tips = [p.points_mm[0] for p in item.parts if isinstance(p, Polygon)]
        along = sorted(y if item.vertical else x for x, y in tips)
        assert along[1] - along[0] == pytest.approx(item.length_mm)


def test_a_drawing_without_room_says_that_dimensions_are_missing() -> None:
    scene = build_scene(DrawingSpec(PAIRS[0], PATTERN), 2)
    left_out = [s.text for s in scene.shapes() if isinstance(s, Text) and "left out" in s.text]
    assert len(left_out) == 1


def test_text_that_does_not_fit_between_the_arrows_stands_outside() -> None:
    dimensioner = Dimensioner(10)
    dimensioner.add(DimensionSpec(0, 0.4, 0, -1))
    (dimension,) = dimensioner.placed
    assert shape_edges(dimension.label, 10)[0] > 0.4
    assert dimension.length_mm == 0.4


def test_the_second_choice_of_place_is_taken_when_the_first_is_not_free() -> None:
    dimensioner = Dimensioner(10, solid=[Rectangle(1.5, -1.1, 2.0, 0.5)])
    dimensioner.add(DimensionSpec(0, 0.4, 0, -1))
    (dimension,) = dimensioner.placed
    assert shape_edges(dimension.label, 10)[2] < 0
    assert dimensioner.left_out == 0


@pytest.mark.parametrize("pins", [10, 40, 80])
@pytest.mark.parametrize("paper_mm", [(148, 114), (225, 159), (400, 250)])
def test_a_fitted_view_fits_and_keeps_its_main_dimensions(
    pins: int, paper_mm: tuple[float, float]
) -> None:
    pair = next(pair for pair in PAIRS if pair.pins == pins)
    spec = DrawingSpec(pair, PATTERN, notes_width_mm=paper_mm[0] - 12, brief_notes=True)
    scale = fitting_scale(lambda s: build_scene(spec, s), *paper_mm)
    scene = build_scene(spec, scale)
    sheet = sheet_around(scene)
    assert sheet.width_mm <= paper_mm[0]
    assert sheet.height_mm <= paper_mm[1]
    assert collisions(scene) == []
    labels = {item.label.text[0] for item in scene.items if isinstance(item, Dimension)}
    assert {"A", "C"} <= labels
