"""What every view ends with: the grid under its picture, and the notes beneath it."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.drawing.bounds import items_edges, outer_edges, text_boxes
from a4s_gui.drawing.items.grid import grid_lines
from a4s_gui.drawing.items.notes import note_items
from a4s_gui.drawing.scene import Layer, PlacedFootprint, Primitive, Scene
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.geometry.shapes import Rectangle


def assemble_scene(
    spec: DrawingSpec,
    picture: Sequence[Primitive],
    notes: Sequence[str],
    *,
    scale: float,
    empty: Rectangle,
    title: str,
    placed: tuple[PlacedFootprint, ...] = (),
) -> Scene:
    """Return a view's scene: its picture with grid and notes, as far as their layers are shown.

    Where a title block is to take the notes, a paragraph each, or a window's strip, they are only
    handed on; and a window draws the grid itself, for what it shows. ``empty`` is the box to take
    where the picture is empty, in mm of the part; ``placed`` are the footprints in the picture.
    """
    items = [item for item in picture if item.layer in spec.layers]
    edges = [items_edges(items, scale)] if items else []
    drawn = Rectangle.from_edges(*edges[0]) if edges else empty
    shown = tuple(notes) if Layer.NOTES in spec.layers else ()
    if shown and not (spec.with_title_block or spec.brief_notes):
        below = note_items(shown, items, drawn, spec.notes_width_mm, scale)
        items += below
        edges.append(items_edges(below, scale))
    bounds = Rectangle.from_edges(*outer_edges(edges)) if edges else drawn
    has_grid = Layer.GRID in spec.layers
    if has_grid and not spec.brief_notes:
        items[:0] = grid_lines(drawn, scale, text_boxes(items, scale))
    return Scene(
        scale,
        tuple(items),
        bounds,
        placed,
        title,
        shown,
        drawn,
        has_grid=has_grid,
        over=spec.over if placed else (),
    )
