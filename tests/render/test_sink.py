"""What every sink is given, in which order: read from one that writes it down."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import (
    Circle,
    Dimension,
    Layer,
    Line,
    Polygon,
    RectangleItem,
    Scene,
    Text,
)
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.render.sink import draw_model, draw_scene
from tests.render.recording_sink import RecordingSink

_THIN, _FULL = Style(ColorRole.BODY, 0.2), Style(ColorRole.TEXT, fill=1.0)
_BOX = Rectangle(0, 0, 1, 1)


def _scene(*items: RectangleItem | Line | Polygon | Circle | Text | Dimension) -> Scene:
    return Scene(20.0, items, _BOX)


def test_shapes_of_one_half_and_style_on_one_layer_come_together() -> None:
    word = Text(Layer.NOTES, 0, 0, "A", 2.0)
    arrow = Polygon(Layer.NOTES, ((0, 0), (1, 0), (0, 1)), _FULL, Half.SOCKET)
    hole, edge = Circle(Layer.BODY, 0, 0, 1, _THIN), Line(Layer.BODY, 0, 0, 1, 1, _THIN)
    sink = RecordingSink()

    draw_scene(_scene(word, hole, arrow, edge), sink)

    assert sink.calls == [
        ("begin layer", Layer.BODY),
        ("begin half", None),
        ("begin style", _THIN),
        ("circle", hole),
        ("line", edge),
        ("end style", None),
        ("end half", None),
        ("end layer", None),
        ("begin layer", Layer.NOTES),
        ("begin half", None),
        ("begin style", _FULL),
        ("text", word),
        ("end style", None),
        ("end half", None),
        ("begin half", Half.SOCKET),
        ("begin style", _FULL),
        ("polygon", arrow),
        ("end style", None),
        ("end half", None),
        ("end layer", None),
    ]


@pytest.mark.parametrize("view", list(View))
def test_every_shape_of_a_view_is_painted_once(
    catalog: Catalog, pattern: LandPattern, view: View
) -> None:
    scene = build_scene(DrawingSpec(catalog.pairs[0], pattern, view, frozenset(Layer)), 20)
    painted, model = RecordingSink(), RecordingSink()

    draw_scene(scene, painted)
    draw_model(scene, model)

    assert painted.items == list(scene.shapes())
    layers = [layer for name, layer in painted.calls if name == "begin layer"]
    assert layers == [layer for layer in Layer if layer in set(layers)]
    assert halves_come_once_a_layer(painted)
    assert model.items == list(scene.items)
    assert not any(name.startswith(("begin", "end")) for name, _ in model.calls)
    assert any(isinstance(item, Dimension) for item in model.items)


def halves_come_once_a_layer(sink: RecordingSink) -> bool:
    """Say whether what belongs to a half is never parted, so that a group of it can have a name."""
    seen: set[object] = set()
    for name, value in sink.calls:
        if name == "begin layer":
            seen = set()
        elif name == "begin half" and value is not None:
            if value in seen:
                return False
            seen.add(value)
    return True
