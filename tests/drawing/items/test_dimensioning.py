"""Dimensions measure what they say, and no text of a drawing touches anything."""

from __future__ import annotations

from itertools import product

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.bounds import shape_edges
from a4s_gui.drawing.items.dimensioning import Dimensioner
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Dimension, DimensionSpec, Layer, Polygon, Text
from a4s_gui.drawing.sheet.sheet import fitting_scale, sheet_around
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.shapes import Rectangle
from tests.drawing.scene_checks import collisions
from tests.every import for_each, for_pairs, thinned

PAIRS = load_catalog().pairs
PATTERN = shipped_pattern()


@for_pairs(PAIRS)
@pytest.mark.parametrize("view", list(View))
def test_no_text_touches_anything_at_any_scale(pair: Pair, view: View) -> None:
    scales = (1, 1.4, 2, 3.5, 5, 8, 12, 20, 50)
    for layers, scale in thinned(product((DEFAULT_LAYERS, frozenset(Layer)), scales), 5):
        spec = DrawingSpec(pair, PATTERN, view, layers)
        assert collisions(build_scene(spec, scale)) == [], scale


@for_pairs(PAIRS)
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
    for once in ("2.90", "2.40", "2.50", "2.00"):
        assert labels.count(once) == 1
    assert f"{header.C:.2f}" not in labels, "the span of the header's terminal pads is C"
    assert not any("left out" in s.text for s in scene.shapes() if isinstance(s, Text))


@for_each("pair", PAIRS[::7], lambda pair: pair.id)
def test_a_label_says_what_its_arrows_measure(pair: Pair) -> None:
    for item in build_scene(DrawingSpec(pair, PATTERN), 20).items:
        if not isinstance(item, Dimension):
            continue
        assert item.label.text.split()[-1] == f"{item.length_mm:.2f}"
        tips = [p.points_mm[0] for p in item.parts if isinstance(p, Polygon)]
        along = sorted(y if item.spec.vertical else x for x, y in tips)
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
