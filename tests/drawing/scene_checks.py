"""What every drawing is held to: no text touches anything, each number is nearest to its pad."""

from __future__ import annotations

import numpy as np

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.bounds import shape_edges
from a4s_gui.drawing.scene import Layer, Line, Polygon, RectangleItem, Scene, Text
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.shapes import Edges

_HALF_OF = {
    ColorRole.SOCKET_COPPER: Half.SOCKET,
    ColorRole.PIN_1: Half.SOCKET,
    ColorRole.HEADER_COPPER: Half.HEADER,
    ColorRole.HEADER_PIN_1: Half.HEADER,
}


def collisions(scene: Scene) -> list[str]:
    """Return each text that overlaps another text, a pad, or a line or arrow of a dimension."""
    shapes = list(scene.shapes())
    texts = [(s.text, shape_edges(s, scene.scale)) for s in shapes if isinstance(s, Text)]
    solid = [
        (type(s).__name__, shape_edges(s, scene.scale))
        for s in shapes
        if (isinstance(s, RectangleItem) and s.layer is Layer.COPPER)
        or (isinstance(s, Line | Polygon) and s.layer is not Layer.BODY)
    ]
    for box in shapes:
        if isinstance(box, RectangleItem) and box.layer in (
            Layer.COURTYARD,
            Layer.STIFFENER,
            Layer.MASK,
        ):
            left, top, right, bottom = shape_edges(box, scene.scale)
            edges = (
                (left, top, right, top),
                (left, bottom, right, bottom),
                (left, top, left, bottom),
                (right, top, right, bottom),
            )
            solid += [(box.layer, edge) for edge in edges]
    boxes, hard = [box for _, box in texts], [box for _, box in solid]
    found = [f"{texts[i][0]} / {texts[j][0]}" for i, j in _overlaps(boxes, boxes) if i < j]
    return found + [f"{texts[i][0]} / {solid[j]}" for i, j in _overlaps(boxes, hard)]


def misleading_numbers(scene: Scene) -> list[str]:
    """Return each pin number to which another pad is as near as its own, by colour and text."""
    pads = [item for item in scene.items if isinstance(item, RectangleItem) and item.pad]
    edges = np.array([shape_edges(item, scene.scale) for item in pads])
    own = {(i.pad.half, i.pad.number, i.style.ink): n for n, i in enumerate(pads) if i.pad}
    texts = [i for i in scene.items if isinstance(i, Text) and i.layer is Layer.NUMBERS]
    if not texts:
        return []
    boxes = np.array([shape_edges(text, scene.scale) for text in texts])
    middles = ((boxes[:, :2] + boxes[:, 2:]) / 2)[:, None]
    apart = np.maximum(0.0, np.maximum(edges[None, :, :2] - middles, middles - edges[None, :, 2:]))
    distances = np.hypot(apart[..., 0], apart[..., 1])
    found = []
    for text, away in zip(texts, distances, strict=True):
        place = own.get((_HALF_OF[text.ink], text.text, text.ink))
        if place is None or np.count_nonzero(away <= away[place]) > 1:
            found.append(f"{_HALF_OF[text.ink]} {text.text}")
    return found


def extension_lines_on_copper(scene: Scene) -> list[str]:
    """Return each line that runs over a pad, its edges included, and belongs to a dimension."""
    pads = [
        shape_edges(item, scene.scale)
        for item in scene.items
        if isinstance(item, RectangleItem) and item.layer is Layer.COPPER
    ]
    lines = [
        shape_edges(shape, scene.scale)
        for shape in scene.shapes()
        if isinstance(shape, Line) and shape.layer is Layer.DIMENSIONS
    ]
    return [f"{lines[i]} over {pads[j]}" for i, j in _overlaps(lines, pads, dust_mm=-1e-9)]


def _overlaps(
    ones: list[Edges], others: list[Edges], dust_mm: float = 1e-9
) -> list[tuple[int, int]]:
    """Return the places of those in two lists that overlap: millions in all, hence with numpy."""
    if not ones or not others:
        return []
    left, top, right, bottom = np.array(ones).T[..., None]
    from_left, from_top, to_right, to_bottom = np.array(others).T
    beside = (left < to_right - dust_mm) & (from_left < right - dust_mm)
    meeting = beside & (top < to_bottom - dust_mm) & (from_top < bottom - dust_mm)
    return [(int(i), int(j)) for i, j in np.argwhere(meeting)]
