"""A sink that writes down what it is given: the test double for all that is drawn on."""

from __future__ import annotations

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import (
    Circle,
    Dimension,
    Layer,
    Line,
    Polygon,
    Primitive,
    RectangleItem,
    Shape,
    Text,
)
from a4s_gui.drawing.style import Style
from a4s_gui.render.sink import Sink


class RecordingSink(Sink):
    """Keeps every call as ``(name, argument)``, and the items by themselves in ``items``."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, object]] = []
        self.items: list[Primitive] = []

    def begin_layer(self, layer: Layer) -> None:
        self.calls.append(("begin layer", layer))

    def end_layer(self) -> None:
        self.calls.append(("end layer", None))

    def begin_half(self, half: Half | None) -> None:
        self.calls.append(("begin half", half))

    def end_half(self) -> None:
        self.calls.append(("end half", None))

    def begin_style(self, style: Style) -> None:
        self.calls.append(("begin style", style))

    def end_style(self) -> None:
        self.calls.append(("end style", None))

    def rectangle(self, shape: RectangleItem) -> None:
        self._take("rectangle", shape)

    def line(self, shape: Line) -> None:
        self._take("line", shape)

    def polygon(self, shape: Polygon) -> None:
        self._take("polygon", shape)

    def circle(self, shape: Circle) -> None:
        self._take("circle", shape)

    def text(self, shape: Text) -> None:
        self._take("text", shape)

    def dimension(self, dimension: Dimension) -> None:
        self._take("dimension", dimension)

    def _take(self, name: str, item: Shape | Dimension) -> None:
        self.calls.append((name, item))
        self.items.append(item)
