"""The boxes around primitives, in mm of the part."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import (
    Circle,
    Dimension,
    Line,
    Polygon,
    Primitive,
    RectangleItem,
    Shape,
    Text,
    shapes_in,
)
from a4s_gui.geometry.shapes import Edges, Rectangle


def shape_edges(shape: Shape, scale: float) -> Edges:
    """Return the box around a shape, without its pen; of a text, around capitals and figures."""
    return _EDGES[type(shape)](shape, scale)


def _rectangle_edges(shape: RectangleItem, _scale: float) -> Edges:
    rect = shape.rect
    x, y, half_w, half_h = rect.x_mm, rect.y_mm, rect.width_mm / 2, rect.height_mm / 2
    return (x - half_w, y - half_h, x + half_w, y + half_h)


def _line_edges(shape: Line, _scale: float) -> Edges:
    left, top, right, bottom = shape.x1_mm, shape.y1_mm, shape.x2_mm, shape.y2_mm
    if left > right:
        left, right = right, left
    if top > bottom:
        top, bottom = bottom, top
    return (left, top, right, bottom)


def _polygon_edges(shape: Polygon, _scale: float) -> Edges:
    xs, ys = zip(*shape.points_mm, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _circle_edges(shape: Circle, _scale: float) -> Edges:
    x, y, r = shape.x_mm, shape.y_mm, shape.radius_mm
    return (x - r, y - r, x + r, y + r)


def _text_edges(shape: Text, scale: float) -> Edges:
    width = text_width_mm(shape.text, shape.height_mm) / scale
    height = shape.height_mm / scale
    before = shape.before * width
    if shape.vertical:
        low = shape.y_mm + before
        return (shape.x_mm - height, low - width, shape.x_mm, low)
    left = shape.x_mm - before
    return (left, shape.y_mm - height, left + width, shape.y_mm)


_EDGES: dict[type, Callable[..., Edges]] = {
    RectangleItem: _rectangle_edges,
    Line: _line_edges,
    Polygon: _polygon_edges,
    Circle: _circle_edges,
    Text: _text_edges,
}
"""By kind: trying one after the other takes longer, and there are hundreds of shapes a scene."""


def items_bounds(items: Iterable[Primitive], scale: float) -> Rectangle:
    """Return the box around primitives, of which there is at least one, in mm of the part."""
    return Rectangle.from_edges(*items_edges(items, scale))


def items_edges(items: Iterable[Primitive], scale: float) -> Edges:
    """Return the same box by its edges, not rounded: boxes of several pieces are joined exactly."""
    # A dimension has its box already: it was placed by that, and has a dozen shapes.
    return outer_edges(
        [item.edges if isinstance(item, Dimension) else shape_edges(item, scale) for item in items]
    )


def text_boxes(items: Iterable[Primitive], scale: float) -> list[Edges]:
    """Return the boxes of all texts among primitives, those of dimensions too."""
    return [shape_edges(shape, scale) for shape in shapes_in(items) if isinstance(shape, Text)]


def outer_edges(boxes: Iterable[Edges]) -> Edges:
    """Return the edges of the smallest box that holds the given ones, at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def grown(edges: Edges, margin: float) -> Edges:
    """Return the edges of a box with a margin more on each side."""
    left, top, right, bottom = edges
    return (left - margin, top - margin, right + margin, bottom + margin)


def meets_any(one: Edges, others: Iterable[Edges]) -> bool:
    """Return whether a box shares an area with any of some others; touching edges do not."""
    left, top, right, bottom = one
    # No call for each: there are hundreds, at every scale that is tried.
    for x1, y1, x2, y2 in others:  # noqa: SIM110 - a generator takes twice as long
        if left < x2 and x1 < right and top < y2 and y1 < bottom:
            return True
    return False
