"""The strip below the drawing on a screen: scale bar, legend and notes, beside the part's picture.

It is laid out as the picture is, in mm of paper at the scale on the screen, but for its own place:
zooming changes the scale bar and no lettering.
"""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.notes import notes_block
from a4s_gui.drawing.lettering import wrap
from a4s_gui.drawing.paper_corner import PaperCorner, shortened
from a4s_gui.drawing.scene import Layer, Primitive, RectangleItem, Scene
from a4s_gui.drawing.screen.viewport import Viewport
from a4s_gui.drawing.standards import GRID_PEN_MM, ON_PAPER
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.geometry.shapes import Rectangle

_SIDE_MM = 4.0
_ABOVE_MM, _BELOW_MM = 3.6, 1.8
"""From the strip's upper edge to the scale bar, and from its last line to the lower edge."""
_MOST_OF_THE_VIEW = 1 / 3
"""Of a strip that would be higher, the notes end earlier, by an ellipsis; at last without a
legend."""
_GROUND = Style(ColorRole.LABEL, fill=1.0)
_EDGE = Style(ColorRole.GRID_MAJOR, GRID_PEN_MM)


def strip_scene(scene: Scene, viewport: Viewport) -> Scene | None:
    """Return the strip of a scene in a view, or ``None`` where the scene has no notes.

    Its ``bounds`` have their upper left corner at the origin, and are as wide as the view.
    """
    if not scene.notes:
        return None
    note_mm = ON_PAPER.at_least(viewport.least_lettering_mm).note_mm
    width_mm, height_mm = viewport.paper_mm
    room_mm = width_mm - 2 * _SIDE_MM
    lines = wrap(" ".join(scene.notes), note_mm, room_mm)
    over = (RectangleItem(Layer.COPPER, viewport.area(), style) for style in scene.over)
    items = (*scene.items, *over)
    while True:
        strip = _laid_out(scene, items, lines, viewport)
        if strip.bounds.height_mm * scene.scale <= height_mm * _MOST_OF_THE_VIEW or not items:
            return strip
        if len(lines) > 1:
            lines = [*lines[:-2], shortened(f"{lines[-2]} {lines[-1]}", note_mm, room_mm)]
        else:
            items = ()


def strip_px(strip: Scene | None, viewport: Viewport) -> float:
    """Return how high a strip is in a view, in pixels."""
    return strip.bounds.height_mm * strip.scale * viewport.paper_px_per_mm if strip else 0.0


def _laid_out(
    scene: Scene, shown: Sequence[Primitive], lines: Sequence[str], viewport: Viewport
) -> Scene:
    scale, sizes = scene.scale, ON_PAPER.at_least(viewport.least_lettering_mm)
    width_mm = viewport.paper_mm[0]
    corner = PaperCorner(0.0, 0.0, scale)
    room_mm = width_mm - 2 * _SIDE_MM
    bar = corner.at(_SIDE_MM, _ABOVE_MM)
    block = notes_block(lines, shown, bar, room_mm, sizes, under_bar=True)
    height_mm = items_bounds(block, scale).bottom_mm * scale + _BELOW_MM
    items: list[Primitive] = [
        corner.box(width_mm, height_mm, _GROUND),
        corner.line(0.0, 0.0, width_mm, 0.0, _EDGE),
        *block,
    ]
    bounds = Rectangle.from_edges(0.0, 0.0, width_mm / scale, height_mm / scale)
    return Scene(scale, tuple(items), bounds, title=scene.title)
