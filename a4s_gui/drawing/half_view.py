"""The pair, socket and header views: each half in the top view of its own board."""

from __future__ import annotations

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Box, Ink, Layer, Placed, Primitive, Scene, Style, items_bounds
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.geometry.footprint import footprint


def halves_scene(spec: DrawingSpec, scale: float, laid_out_at: float) -> Scene:
    halves = {View.SOCKET: [Half.SOCKET], View.HEADER: [Half.HEADER]}.get(spec.view, list(Half))
    placed = []
    items: list[Primitive] = []
    for i, half in enumerate(halves):
        placed.append(
            Placed(
                footprint(spec.pair.connector(half), spec.pattern, spec.numbering), 0.0, i * 12.0
            )
        )
        items.append(
            Box(
                Layer.BODY,
                placed[-1].footprint.body.moved(0, placed[-1].y_mm),
                Style(Ink.BODY, 0.35),
            )
        )
        items += [
            Box(
                Layer.COPPER,
                rect,
                Style(Ink.SOCKET_COPPER if half is Half.SOCKET else Ink.HEADER_COPPER, 0, 1.0),
            )
            for _, rect in placed[-1].pads()
        ]
    items = [item for item in items if item.layer in spec.layers]
    return Scene(
        scale,
        tuple(items),
        items_bounds(items, scale).grown(10 / scale),
        tuple(placed),
        spec.pair.id,
    )
