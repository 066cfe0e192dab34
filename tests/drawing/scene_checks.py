"""What every drawing is held to: no text touches anything, each number is nearest to its pad."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.bounds import Edges, shape_edges
from a4s_gui.drawing.scene import Layer, Line, Polygon, RectangleItem, Scene, Text
from a4s_gui.drawing.style import ColorRole

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
    found = [f"{a} / {b}" for (a, x), (b, y) in combinations(texts, 2) if _overlap(x, y)]
    return found + [f"{a} / {b} {y}" for a, x in texts for b, y in solid if _overlap(x, y)]


def misleading_numbers(scene: Scene) -> list[str]:
    """Return each pin number to which another pad is as near as its own, by colour and text."""
    pads = [
        (item.pad, item.style.ink, shape_edges(item, scene.scale))
        for item in scene.items
        if isinstance(item, RectangleItem) and item.pad
    ]
    found = []
    for text in scene.items:
        if not (isinstance(text, Text) and text.layer is Layer.NUMBERS):
            continue
        left, top, right, bottom = shape_edges(text, scene.scale)
        x, y = (left + right) / 2, (top + bottom) / 2
        at = (x, y, x, y)
        half = _HALF_OF[text.ink]
        named = {(half, text.text, text.ink)}
        own: list[float] = []
        other: list[float] = []
        for pad, ink, edges in pads:
            kind = own if (pad.half, pad.number, ink) in named else other
            kind.append(_distance(at, edges))
        if len(own) != 1 or own[0] >= min(other):
            found.append(f"{half} {text.text}")
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
    return [f"{line} over {pad}" for line in lines for pad in pads if _touch(line, pad)]


def _touch(one: Edges, other: Edges) -> bool:
    return all(one[i] <= other[i + 2] + 1e-9 and other[i] <= one[i + 2] + 1e-9 for i in range(2))


def _overlap(one: Edges, other: Edges) -> bool:
    dust = 1e-9
    return all(one[i] < other[i + 2] - dust and other[i] < one[i + 2] - dust for i in range(2))


def _distance(one: Edges, other: Edges) -> float:
    dx, dy = (max(0.0, one[i] - other[i + 2], other[i] - one[i + 2]) for i in range(2))
    return hypot(dx, dy)
