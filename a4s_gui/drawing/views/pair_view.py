"""The pair, socket and header views: halves at one scale, the socket above the header or left."""

from __future__ import annotations

import math

from a4s_gui.drawing.items.assemble import assemble_scene
from a4s_gui.drawing.items.notes import dimensions_missing, notes
from a4s_gui.drawing.items.part_items import frame
from a4s_gui.drawing.scene import PlacedFootprint, Primitive, Scene
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.views.half_view import (
    extent_above_mm,
    extent_below_mm,
    extent_left_mm,
    extent_right_mm,
    half_items,
)
from a4s_gui.frozen import replace
from a4s_gui.geometry.footprint import footprint
from a4s_gui.geometry.shapes import Rectangle, bounding_box, round_mm

_BETWEEN_MM = 3.0
"""Free paper between the two halves."""
_STEP_MM = 0.1
"""The distance of the halves is a multiple of this: a round figure, yet no room is wasted."""


def pair_scene(spec: DrawingSpec, scale: float, layout_scale: float) -> Scene:
    """Return one or both halves, dimensioned, with notes beneath.

    The first half's centre is the origin, the second stands below or, where the drawing asks for
    that, right of it on the same axis.
    """
    placed = _placed(spec, layout_scale)
    items: list[Primitive] = []
    left_out = 0
    unnumbered: list[str] = []
    for half_placed in placed:
        found, dimensions, numbers = half_items(half_placed, spec, scale)
        items += found
        left_out += dimensions
        unnumbered.append(numbers)
    texts = notes(spec, spec.view.halves, dimensions_missing(spec, left_out), *unnumbered)
    title = f"{spec.pair.id}, {spec.view_name}"
    empty = placed[0].footprint.bounds
    return assemble_scene(
        spec, items, texts, scale=scale, empty=empty, title=title, placed=tuple(placed)
    )


def pair_box(spec: DrawingSpec, layout_scale: float) -> Rectangle:
    """Return the box around the halves as they stand at a scale, without their dimensions."""
    return bounding_box(
        frame(part.footprint, spec.layers).moved(part.x_mm, part.y_mm)
        for part in _placed(spec, layout_scale)
    )


def _placed(spec: DrawingSpec, layout_scale: float) -> list[PlacedFootprint]:
    placed: list[PlacedFootprint] = []
    for half in spec.view.halves:
        part = spec.placed(footprint(spec.pair.connector(half), spec.pattern, spec.numbering))
        if placed:
            part = _beside(placed[-1], part, spec, layout_scale)
        placed.append(part)
    return placed


def _beside(
    first: PlacedFootprint, second: PlacedFootprint, spec: DrawingSpec, scale: float
) -> PlacedFootprint:
    """Return the second half where it and its dimensions stand clear of the first."""
    room = _BETWEEN_MM / scale
    if spec.side_by_side:
        room += extent_right_mm(first, spec, scale) + extent_left_mm(second, spec, scale)
        return replace(second, x_mm=_round_up(room))
    room += extent_below_mm(first, spec, scale) + extent_above_mm(second, spec, scale)
    return replace(second, y_mm=_round_up(room))


def _round_up(room_mm: float) -> float:
    return round_mm(math.ceil(room_mm / _STEP_MM) * _STEP_MM)
