"""What every sink relies on: the order of the layers, and scenes with some of them."""

from __future__ import annotations

import pytest

from a4s_gui.drawing.scene import Dimension, Layer, LineStyle
from a4s_gui.drawing.spec import View
from tests.drawing.conftest import SceneOf

ORDER = list(Layer)


@pytest.mark.parametrize("view", list(View))
def test_shapes_come_layer_by_layer_the_lowest_first(scene_of: SceneOf, view: View) -> None:
    scene = scene_of("AXE540127", view=view, layers=frozenset(Layer))
    ranks = [ORDER.index(shape.layer) for shape in scene.shapes()]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) >= 4
    parts = [i.parts if isinstance(i, Dimension) else (i,) for i in scene.items]
    whole = [shape for part in parts for shape in part]
    assert len(ranks) == len(whole)
    for layer in Layer:
        assert [s for s in scene.shapes() if s.layer is layer] == [
            s for s in whole if s.layer is layer
        ]


def test_a_scene_of_some_layers_is_the_same_scene_but_for_the_rest(scene_of: SceneOf) -> None:
    scene = scene_of("AXE540127")
    some = scene.only({Layer.BODY, Layer.NOTES})
    assert {item.layer for item in some.items} == {Layer.BODY, Layer.NOTES}
    assert (some.bounds, some.placed, some.title) == (scene.bounds, scene.placed, scene.title)
    assert some.notes == scene.notes
    assert scene.notes


def test_dashes_are_strokes_and_gaps_in_turn() -> None:
    assert LineStyle.SOLID.strokes_mm == ()
    for dash in (LineStyle.DASHED, LineStyle.CHAIN):
        assert len(dash.strokes_mm) % 2 == 0
        assert min(dash.strokes_mm) > 0
    assert LineStyle.DASHED.strokes_mm != LineStyle.CHAIN.strokes_mm
