"""The pair, socket and header views: halves in top view at one scale, the socket above."""

from __future__ import annotations

import math

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.items.assemble import assemble_scene
from a4s_gui.drawing.items.notes import notes
from a4s_gui.drawing.scene import PlacedFootprint, Primitive, Scene
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.half_view import extent_above_mm, extent_below_mm, half_items
from a4s_gui.geometry.footprint import footprint

_BETWEEN_MM = 3.0
"""Free paper between the two halves."""
_STEP_MM = 0.1
"""The distance of the halves is a multiple of this: a round figure, yet no room is wasted."""

_HALVES = {
    View.PAIR: (Half.SOCKET, Half.HEADER),
    View.SOCKET: (Half.SOCKET,),
    View.HEADER: (Half.HEADER,),
}


def pair_scene(spec: DrawingSpec, scale: float, layout_scale: float) -> Scene:
    """Return one or both halves, dimensioned, with notes beneath.

    The first half's centre is the origin, the second stands below on the same axis.
    """
    halves = _HALVES[spec.view]
    placed: list[PlacedFootprint] = []
    for half in halves:
        part = footprint(spec.pair.connector(half), spec.pattern, spec.numbering)
        y_mm = 0.0
        if placed:
            upper = placed[-1]
            room = extent_below_mm(upper.footprint, spec.layers, layout_scale)
            room += extent_above_mm(part, spec.layers, layout_scale) + _BETWEEN_MM / layout_scale
            y_mm = upper.y_mm + math.ceil(room / _STEP_MM) * _STEP_MM
        placed.append(spec.placed(part, y_mm))
    items: list[Primitive] = []
    left_out = 0
    for half_placed in placed:
        found, missing = half_items(half_placed, spec.layers, scale)
        items += found
        left_out += missing
    texts = notes(spec, halves, left_out)
    title = f"{spec.pair.id}, {spec.view}"
    empty = placed[0].footprint.bounds
    return assemble_scene(
        spec, items, texts, scale=scale, empty=empty, title=title, placed=tuple(placed)
    )
