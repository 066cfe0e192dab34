"""What lies over the drawing: pads that are pointed at or selected, and what is measured."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.drawing.measurement import Measurement, measure_items
from a4s_gui.drawing.scene import Layer, Primitive, RectangleItem, Scene
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.render.qt.painter import ScenePainter
from a4s_gui.ui.canvas.picture import Picture

_HOVERED = Style(ColorRole.HIGHLIGHT, pen_mm=0.5, fill=0.45)
_SELECTED = Style(ColorRole.HIGHLIGHT, pen_mm=0.8, fill=0.75)


def overlay_items(
    selected: Iterable[Rectangle],
    hovered: Iterable[Rectangle],
    measurement: Measurement | None,
    scale: float,
    area: Rectangle,
) -> list[Primitive]:
    """Return the primitives over a drawing at ``scale``:1, of which ``area`` is seen."""
    items: list[Primitive] = [RectangleItem(Layer.COPPER, copper, _SELECTED) for copper in selected]
    items += [RectangleItem(Layer.COPPER, copper, _HOVERED) for copper in hovered]
    if measurement is not None:
        items += measure_items(measurement, scale, area)
    return items


def overlay_painter(items: list[Primitive], picture: Picture) -> ScenePainter:
    """Return what paints them over a picture, through the one painter."""
    viewport = picture.viewport
    scene = Scene(viewport.scale, tuple(items), viewport.area())
    return ScenePainter(scene, picture.look.palette, picture.pixel_mm)
