"""What every sink relies on: the order of the layers, and scenes with some of them."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Dimension, Layer, PadIdentity, RectangleItem, Scene
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.style import LineStyle
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


def pads_of(scene: Scene) -> dict[PadIdentity, RectangleItem]:
    found = [item for item in scene.items if isinstance(item, RectangleItem)]
    return {item.pad: item for item in found if item.pad is not None}


@pytest.mark.parametrize("view", [View.PAIR, View.MATED])
def test_each_pad_of_copper_says_which_it_is_and_its_net(scene_of: SceneOf, view: View) -> None:
    nets = {Half.SOCKET: {"1": "GND", "MP": "SHIELD"}, Half.HEADER: {"40": "SDA"}}
    scene = scene_of("AXE540127", view=view, nets=nets)

    found = pads_of(scene)

    assert len(found) == 2 * 44
    for placed in scene.placed:
        half = placed.footprint.half
        for index, (pad, rect) in enumerate(placed.pads()):
            net = nets[half].get(pad.number, "")
            assert found[PadIdentity(half, index, pad.number, net)].rect == rect


def test_nets_draw_nothing_of_their_own(scene_of: SceneOf) -> None:
    plain = scene_of("AXE540127")
    named = scene_of("AXE540127", nets={Half.SOCKET: {"1": "GND"}})

    assert {identity.net for identity in pads_of(plain)} == {""}
    assert len(named.items) == len(plain.items)
    assert list(map(type, named.items)) == list(map(type, plain.items))


def test_every_layer_has_words_and_the_name_of_its_value() -> None:
    assert len({layer.words.title for layer in Layer}) == len(Layer)
    assert Layer.CENTRE_LINES.label == "Centre lines"
    assert Layer.STIFFENER.label == "Stiffener"
