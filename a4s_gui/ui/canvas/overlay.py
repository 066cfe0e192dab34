"""What lies over the drawing: pads that are pointed at or selected, and what is measured."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.items.measured import measure_items
from a4s_gui.drawing.items.over_labels import OverLabels
from a4s_gui.drawing.measurement import Measurement
from a4s_gui.drawing.scene import Layer, Primitive, RectangleItem, Scene
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.render.qt.painter import ScenePainter
from a4s_gui.session.shown_board import FoundPad
from a4s_gui.ui.canvas.picture import Picture

_FOUND = Style(ColorRole.FOUND, pen_mm=0.25, dash=LineStyle.DASHED)
_DEVIATING = Style(ColorRole.DEVIATING, pen_mm=0.6)
_AROUND = Style(ColorRole.LABEL, pen_mm=1.2)
"""Beneath the outline of a pad that deviates: on copper no one colour is seen as well as beside."""
_HOVERED = Style(ColorRole.HIGHLIGHT, pen_mm=0.5, fill=0.45)
_SELECTED = Style(ColorRole.HIGHLIGHT, pen_mm=0.8, fill=0.75)


def overlay_items(
    selected: Iterable[Rectangle],
    hovered: Iterable[Rectangle],
    measurement: Measurement | None,
    labels: OverLabels,
) -> list[Primitive]:
    """Return the primitives over a drawing; ``labels`` places what is written there."""
    items: list[Primitive] = [RectangleItem(Layer.COPPER, copper, _SELECTED) for copper in selected]
    items += [RectangleItem(Layer.COPPER, copper, _HOVERED) for copper in hovered]
    if measurement is not None:
        items += measure_items(measurement, labels)
    return items


def found_styles(pads: Iterable[FoundPad], halves: Collection[Half]) -> tuple[Style, ...]:
    """Return how the pads that a board has of some halves are outlined, each way once."""
    deviates = {pad.deviates for pad in pads if pad.half in halves}
    return tuple(_DEVIATING if one else _FOUND for one in sorted(deviates))


def found_items(scene: Scene, pads: Iterable[FoundPad]) -> list[Primitive]:
    """Return the outlines of pads that a board has, over the halves that a scene shows."""
    every = list(pads)
    items: list[Primitive] = []
    for placed in scene.placed:
        for pad in (pad for pad in every if pad.half is placed.footprint.half):
            styles = (_AROUND, _DEVIATING) if pad.deviates else (_FOUND,)
            rect = placed.place(pad.rect)
            items += [RectangleItem(Layer.COPPER, rect, style) for style in styles]
    return items


class Overlay:
    """Paints primitives over a picture, through the one painter, but not over its strip."""

    def __init__(self, items: list[Primitive], picture: Picture) -> None:
        clear = picture.clear_mm
        scene = Scene(picture.viewport.scale, tuple(items), clear)
        self._clear = QRectF(clear.left_mm, clear.top_mm, clear.width_mm, clear.height_mm)
        self._painter = ScenePainter(scene, picture.look.palette, picture.pixel_mm)

    def paint(self, painter: QPainter) -> None:
        """Paint; the painter's unit is 1 mm of the part."""
        painter.save()
        painter.setClipRect(self._clear)
        self._painter.paint(painter)
        painter.restore()
