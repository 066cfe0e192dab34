"""The scene: frozen primitives on layers, from which the window and every file are drawn.

Places and sizes of shapes are millimetres of the part (x to the right, y down). Pen widths, text
heights and arrows are millimetres of the paper; at a scale of n:1 one millimetre of the part is n
millimetres of the paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.geometry.footprint import Footprint, Pad
from a4s_gui.geometry.mating import mirrored
from a4s_gui.geometry.shapes import Rectangle


class Layer(StrEnum):
    """What can be switched on and off, from bottom to top."""

    GRID = "grid"
    STIFFENER = "stiffener"
    COURTYARD = "courtyard"
    COPPER = "copper"
    MASK = "mask"
    PASTE = "paste"
    BODY = "body"
    CENTRE_LINES = "centre-lines"
    NUMBERS = "numbers"
    DIMENSIONS = "dimensions"
    NOTES = "notes"


_RANKS = {layer: rank for rank, layer in enumerate(Layer)}

DEFAULT_LAYERS = frozenset(
    {
        Layer.GRID,
        Layer.COPPER,
        Layer.BODY,
        Layer.CENTRE_LINES,
        Layer.NUMBERS,
        Layer.DIMENSIONS,
        Layer.NOTES,
    }
)


class ColorRole(StrEnum):
    """The role of a colour; a palette says which colour it is."""

    GRID = "grid"
    GRID_MAJOR = "grid-major"
    STIFFENER = "stiffener"
    COURTYARD = "courtyard"
    SOCKET_COPPER = "socket-copper"
    HEADER_COPPER = "header-copper"
    PIN_1 = "pin-1"
    MASK = "mask"
    PASTE = "paste"
    BODY = "body"
    HEADER_BODY = "header-body"
    CENTRE_LINE = "centre-line"
    NUMBER = "number"
    DIMENSION = "dimension"
    TEXT = "text"
    TAPE = "tape"
    COMPARED_1 = "compared-1"
    COMPARED_2 = "compared-2"
    COMPARED_3 = "compared-3"
    COMPARED_4 = "compared-4"
    HIGHLIGHT = "highlight"
    MEASURE = "measure"
    LABEL = "label"
    """What is under a text that lies over the drawing: the background's colour."""


class LineStyle(StrEnum):
    """How a line is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    CHAIN = "chain"
    LONG = "long"
    DOTTED = "dotted"

    @property
    def strokes_mm(self) -> tuple[float, ...]:
        """Lengths of strokes and gaps in turn, in mm of paper; none where the line is solid."""
        return _STROKES_MM.get(self, ())


_STROKES_MM = {
    LineStyle.DASHED: (2.0, 1.0),
    LineStyle.CHAIN: (5.0, 1.0, 0.6, 1.0),
    # With the dashed line on top of the long one and the dotted on top of both, each shows.
    LineStyle.LONG: (4.5, 1.5),
    LineStyle.DOTTED: (0.6, 0.9),
}


@dataclass(frozen=True, slots=True)
class Style:
    """Ink, pen and filling of a shape.

    ``pen_mm`` is the outline's width on paper, 0 for none; ``fill`` the filling's opacity, 0 for
    none and 1 for full.
    """

    ink: ColorRole
    pen_mm: float = 0.0
    fill: float = 0.0
    dash: LineStyle = LineStyle.SOLID


@dataclass(frozen=True, slots=True)
class RectangleItem:
    """A rectangle."""

    layer: Layer
    rect: Rectangle
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line between two points, in mm."""

    layer: Layer
    x1_mm: float
    y1_mm: float
    x2_mm: float
    y2_mm: float
    style: Style


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed polygon, in mm."""

    layer: Layer
    points_mm: tuple[tuple[float, float], ...]
    style: Style


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle by centre and radius, in mm."""

    layer: Layer
    x_mm: float
    y_mm: float
    radius_mm: float
    style: Style


class Align(StrEnum):
    """Which end of a text stands at its anchor."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text.

    The anchor is on the base line. ``height_mm`` is the height of the capitals on paper.
    ``vertical`` text is turned a quarter to the left, to be read from the right.
    """

    layer: Layer
    x_mm: float
    y_mm: float
    text: str
    height_mm: float
    align: Align = Align.CENTRE
    vertical: bool = False
    ink: ColorRole = ColorRole.TEXT

    @property
    def before(self) -> float:
        """The part of the text's length that stands before its anchor."""
        return {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[self.align]


@dataclass(frozen=True, slots=True)
class Dimension:
    """A linear dimension: what it measures, and the primitives that draw it.

    It measures from (``x1_mm``, ``y1_mm``) to (``x2_mm``, ``y2_mm``), along x or, where
    ``vertical``, along y; the dimension line stands at ``line_mm`` on the other axis.
    """

    layer: Layer
    x1_mm: float
    y1_mm: float
    x2_mm: float
    y2_mm: float
    line_mm: float
    vertical: bool
    label: Text
    parts: tuple[Line | Polygon | Text, ...]

    @property
    def length_mm(self) -> float:
        """The measured length."""
        if self.vertical:
            return abs(self.y2_mm - self.y1_mm)
        return abs(self.x2_mm - self.x1_mm)


Shape = RectangleItem | Line | Polygon | Circle | Text
Primitive = Shape | Dimension


@dataclass(frozen=True, slots=True)
class PlacedFootprint:
    """A footprint in a scene: where its centre is, in mm, and whether it is seen from below."""

    footprint: Footprint
    x_mm: float = 0.0
    y_mm: float = 0.0
    mirrored: bool = False

    def pads(self) -> Iterator[tuple[Pad, Rectangle]]:
        """Yield each pad with its copper at its place in the scene."""
        for pad in self.footprint.pads:
            seen = mirrored(pad) if self.mirrored else pad
            yield pad, seen.rect.moved(self.x_mm, self.y_mm)

    def pad_at(self, x_mm: float, y_mm: float) -> Pad | None:
        """Return the pad under a point of the scene, if any."""
        return next((pad for pad, rect in self.pads() if rect.contains_point(x_mm, y_mm)), None)


@dataclass(frozen=True)
class Scene:
    """One view of one pair, ready to be drawn at a scale of ``scale``:1.

    ``bounds`` holds everything but the grid; ``placed`` says where the footprints stand, for
    pointing and measuring. ``notes`` are the paragraphs that stand beneath the picture, or that a
    title block is to have beside it. ``picture`` is the box around all but notes and grid, where
    that is another one than ``bounds``.
    """

    scale: float
    items: tuple[Primitive, ...]
    bounds: Rectangle
    placed: tuple[PlacedFootprint, ...] = ()
    title: str = ""
    notes: tuple[str, ...] = ()
    picture: Rectangle | None = None

    def shapes(self) -> Iterator[Shape]:
        """Yield every primitive to draw, the lowest layer first, dimensions taken apart."""
        for item in sorted(self.items, key=lambda item: _RANKS[item.layer]):
            if isinstance(item, Dimension):
                yield from item.parts
            else:
                yield item

    def only(self, layers: Iterable[Layer]) -> Scene:
        """Return the scene with the primitives of some layers; the bounds stay."""
        kept = frozenset(layers)
        items = tuple(item for item in self.items if item.layer in kept)
        return replace(self, items=items)


Edges = tuple[float, float, float, float]
"""Left, top, right and bottom of a box, in mm of the part: a lighter :class:`Rectangle`."""


def shape_edges(shape: Shape, scale: float) -> Edges:
    """Return the box around a shape, without its pen; of a text, around capitals and figures."""
    match shape:
        case RectangleItem():
            half_w, half_h = shape.rect.width_mm / 2, shape.rect.height_mm / 2
            x, y = shape.rect.x_mm, shape.rect.y_mm
            return (x - half_w, y - half_h, x + half_w, y + half_h)
        case Line():
            left, right = sorted((shape.x1_mm, shape.x2_mm))
            top, bottom = sorted((shape.y1_mm, shape.y2_mm))
            return (left, top, right, bottom)
        case Polygon():
            xs = [x for x, _ in shape.points_mm]
            ys = [y for _, y in shape.points_mm]
            return (min(xs), min(ys), max(xs), max(ys))
        case Circle():
            x, y, r = shape.x_mm, shape.y_mm, shape.radius_mm
            return (x - r, y - r, x + r, y + r)
        case Text():
            width = text_width_mm(shape.text, shape.height_mm) / scale
            height = shape.height_mm / scale
            before = shape.before * width
            if shape.vertical:
                low = shape.y_mm + before
                return (shape.x_mm - height, low - width, shape.x_mm, low)
            left = shape.x_mm - before
            return (left, shape.y_mm - height, left + width, shape.y_mm)


def items_bounds(items: Iterable[Primitive], scale: float) -> Rectangle:
    """Return the box around primitives, of which there is at least one, in mm of the part."""
    edges = [
        shape_edges(shape, scale)
        for item in items
        for shape in (item.parts if isinstance(item, Dimension) else (item,))
    ]
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return Rectangle.from_edges(min(lefts), min(tops), max(rights), max(bottoms))
