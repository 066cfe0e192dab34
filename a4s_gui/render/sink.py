"""One way through a scene, many places to draw it: what each of these has to take.

Places of shapes are mm of the part, pens and text heights mm of paper, as in the scene.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter
from typing import Protocol

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import (
    Circle,
    Dimension,
    Layer,
    Line,
    Polygon,
    RectangleItem,
    Scene,
    Shape,
    Text,
)
from a4s_gui.drawing.style import Style


class ShapeSink(Protocol):
    """Takes the shapes of a scene, each with its style."""

    def rectangle(self, shape: RectangleItem) -> None:
        """Draw a rectangle."""

    def line(self, shape: Line) -> None:
        """Draw a straight line."""

    def polygon(self, shape: Polygon) -> None:
        """Draw a closed polygon."""

    def circle(self, shape: Circle) -> None:
        """Draw a circle."""

    def text(self, shape: Text) -> None:
        """Draw a line of text."""


class Sink(ShapeSink):
    """Is painted on: layer by layer from the lowest, on each half by half, style after style.

    A sink is derived from this, and overrides what of layers, halves and styles means anything to
    it.
    """

    def begin_layer(self, layer: Layer) -> None:
        """Expect the shapes of a layer."""

    def end_layer(self) -> None:
        """Close the layer: the next one lies above it."""

    def begin_half(self, half: Half | None) -> None:
        """Expect the shapes of a half, or what is neither's alone."""

    def end_half(self) -> None:
        """Close what belongs to the half."""

    def begin_style(self, style: Style) -> None:
        """Expect shapes that are all drawn alike."""

    def end_style(self) -> None:
        """Close what was drawn alike."""


class ModelSink(ShapeSink, Protocol):
    """Keeps what it is given as objects to work with: a dimension is one of them."""

    def dimension(self, dimension: Dimension) -> None:
        """Add a dimension that measures."""


def draw_scene(scene: Scene, sink: Sink) -> None:
    """Paint a scene: its layers from the lowest up, dimensions as the shapes they are made of."""
    for layer, of_layer in groupby(scene.shapes(), attrgetter("layer")):
        sink.begin_layer(layer)
        for half, of_half in groupby(of_layer, attrgetter("half")):
            sink.begin_half(half)
            for style, alike in groupby(of_half, attrgetter("style")):
                sink.begin_style(style)
                for shape in alike:
                    draw_shape(shape, sink)
                sink.end_style()
            sink.end_half()
        sink.end_layer()


def draw_model(scene: Scene, sink: ModelSink) -> None:
    """Hand over a scene's items in their own order, dimensions whole."""
    for item in scene.items:
        if isinstance(item, Dimension):
            sink.dimension(item)
        else:
            draw_shape(item, sink)


def draw_shape(shape: Shape, sink: ShapeSink) -> None:
    """Hand over one shape."""
    # By kind: trying one after the other takes longer, and there are hundreds of shapes a scene.
    getattr(sink, _TAKEN_BY[type(shape)])(shape)


_TAKEN_BY: Mapping[type[Shape], str] = {
    RectangleItem: "rectangle",
    Line: "line",
    Polygon: "polygon",
    Circle: "circle",
    Text: "text",
}
