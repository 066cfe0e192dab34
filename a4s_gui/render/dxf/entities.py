"""From a scene's primitives to DXF entities; y is turned up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from ezdxf.document import Drawing
from ezdxf.entities import Insert
from ezdxf.enums import TextEntityAlignment
from ezdxf.layouts import BaseLayout

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.wording import one_line
from a4s_gui.drawing.scene import (
    Align,
    Circle,
    Dimension,
    Line,
    PadIdentity,
    PlacedFootprint,
    Polygon,
    RectangleItem,
    Scene,
    Shape,
    Text,
)
from a4s_gui.drawing.standards import NUMBER_MM
from a4s_gui.drawing.style import LineStyle
from a4s_gui.geometry.shapes import round_mm
from a4s_gui.render.dxf.style import DECIMALS, STYLE, add_styles, colour_of, linetype_of
from a4s_gui.render.pad_keys import PadKeys
from a4s_gui.render.sink import draw_model, draw_shape

_Attributes: TypeAlias = dict[str, Any]
_Place: TypeAlias = tuple[float, float]

_ALIGN = {
    Align.LEFT: TextEntityAlignment.LEFT,
    Align.CENTRE: TextEntityAlignment.CENTER,
    Align.RIGHT: TextEntityAlignment.RIGHT,
}
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_HALF_A_CIRCLE = 1.0
"""As the bulge of an edge."""
_USER_PLACED_TEXT = 128
_MIDDLE_CENTRE = 5


class DxfSink:
    """Draws one scene into the model space of a document.

    What belongs to a half stands in a block named after its part, whose origin is the connector's
    centre, on layers of its own such as ``copper-socket``. Each pad's number, and its net where
    that is known, are attributes of the block's insert, at the pad's centre.

    A layer takes the colour of what is first drawn on it; what has another says so itself. No
    lineweight is set: most readers of a 1:1 model (LibreCAD, QCAD, KiCad's import) take it for
    millimetres of the model, where 0.35 mm is wider than a pad.
    """

    def __init__(self, document: Drawing, scene: Scene) -> None:
        self._document = document
        self._scene = scene
        self._unit = 1 / scene.scale
        self._colours = _layer_colours(scene)
        self._model = document.modelspace()
        self._space: BaseLayout = self._model
        self._origin = (0.0, 0.0)
        self._placed = {placed.footprint.half: placed for placed in scene.placed}
        self._inserts: dict[Half, Insert] = {}
        self._pad_keys = PadKeys()

    def draw(self) -> None:
        """Add styles, layers and every primitive."""
        add_styles(self._document, self._scene.scale)
        for layer, colour in self._colours.items():
            self._document.layers.add(layer, color=colour)
        draw_model(self._scene, self)

    def rectangle(self, shape: RectangleItem) -> None:
        """Add a closed outline with its filling; that of a pad brings the pad's number along."""
        with self._in_block(shape.half):
            self._outline(shape)
            if shape.pad is not None:
                self._number(shape.pad, shape)

    def line(self, shape: Line) -> None:
        """Add a LINE."""
        with self._in_block(shape.half):
            start, end = self._at(shape.x1_mm, shape.y1_mm), self._at(shape.x2_mm, shape.y2_mm)
            self._space.add_line(start, end, dxfattribs=self._attributes(shape))

    def polygon(self, shape: Polygon) -> None:
        """Add a closed outline with its filling; in a dimension, a SOLID, as CAD programs do."""
        if self._space is self._model or len(shape.points_mm) > 4:
            with self._in_block(shape.half):
                self._outline(shape)
        else:
            points = [self._at(x, y) for x, y in shape.points_mm]
            self._space.add_solid(points, dxfattribs=self._attributes(shape))

    def circle(self, shape: Circle) -> None:
        """Add a CIRCLE with its filling."""
        x, y, radius = shape.x_mm, shape.y_mm, shape.radius_mm
        with self._in_block(shape.half):
            self._fill(shape, ((x - radius, y), (x + radius, y)), bulge=_HALF_A_CIRCLE)
            centre = self._at(x, y)
            self._space.add_circle(centre, radius, dxfattribs=self._attributes(shape))

    def text(self, shape: Text) -> None:
        """Add a TEXT."""
        turn = 90 if shape.vertical else 0
        attributes = {"layer": _layer_name(shape), "style": STYLE, "rotation": turn}
        attributes |= self._own_colour(shape)
        height = shape.height_mm * self._unit
        with self._in_block(shape.half):
            entity = self._space.add_text(
                escape_text(shape.text), height=height, dxfattribs=attributes
            )
            entity.set_placement(self._at(shape.x_mm, shape.y_mm), align=_ALIGN[shape.align])

    def dimension(self, dimension: Dimension) -> None:
        """Add a DIMENSION that measures by itself and looks as on the sheet.

        Its picture, the block that every program shows, is drawn from the scene; a program that
        draws it anew after a change finds the same in the dimension style.
        """
        spec = dimension.spec
        base, start, end = (
            (x, -y)
            for x, y in (
                spec.place(spec.second_mm, spec.line_mm),
                spec.place(spec.first_mm, spec.feature_mm),
                spec.place(spec.second_mm, spec.feature_mm),
            )
        )
        styled = self._model.add_linear_dim(
            base=base,
            p1=start,
            p2=end,
            angle=90 if spec.vertical else 0,
            text=f"{escape_text(spec.prefix)} <> {escape_text(spec.suffix)}".strip(),
            dimstyle=STYLE,
            override={} if spec.decimals == DECIMALS else {"dimdec": spec.decimals},
            dxfattribs={"layer": str(dimension.layer)},
        )
        styled.commit()
        entity = styled.dimension
        picture = self._document.blocks.new_anonymous_block(type_char="D")
        self._space = picture
        for part in dimension.parts:
            draw_shape(part, self)
        self._space = self._model
        entity.dxf.geometry = picture.name
        entity.dxf.dimtype |= _USER_PLACED_TEXT
        entity.dxf.attachment_point = _MIDDLE_CENTRE
        entity.dxf.text_midpoint = self._middle(dimension.label)
        entity.dxf.actual_measurement = dimension.length_mm

    @contextmanager
    def _in_block(self, half: Half | None) -> Iterator[None]:
        """Draw into a half's block, by places from its centre; into the model where none is."""
        placed = None if half is None else self._placed.get(half)
        if placed is None:
            yield
            return
        self._space = self._document.blocks.get(self._insert(placed).dxf.name)
        self._origin = placed.x_mm, placed.y_mm
        yield
        self._space, self._origin = self._model, (0.0, 0.0)

    def _insert(self, placed: PlacedFootprint) -> Insert:
        """Return where a half's block is inserted; both are made when first asked for."""
        half = placed.footprint.half
        if half not in self._inserts:
            name = placed.footprint.connector.part_number
            # What is seen from below is another picture of the part than what is seen from above;
            # a half that lies face down, seen from below, shows its own upper side again.
            below = placed.mirrored is not placed.from_below
            block = self._document.blocks.new(f"{name}-from-below" if below else name)
            place = _up(placed.x_mm, placed.y_mm)
            self._inserts[half] = self._model.add_blockref(block.name, place)
        return self._inserts[half]

    def _number(self, pad: PadIdentity, shape: RectangleItem) -> None:
        """Add a pad's number, and its net, to the block: attributes to be read, not seen."""
        key = self._pad_keys.key(pad)
        self._attribute(f"PAD_{key}", pad.number, pad.half, shape)
        if pad.net:
            self._attribute(f"NET_{key}", escape_text(pad.net), pad.half, shape)

    def _attribute(self, tag: str, text: str, half: Half, shape: RectangleItem) -> None:
        look = {"layer": _layer_name(shape), "style": STYLE, "height": NUMBER_MM * self._unit}
        x_mm, y_mm = shape.rect.x_mm, shape.rect.y_mm
        for attribute in (
            self._space.add_attdef(tag, self._at(x_mm, y_mm), text, dxfattribs=look),
            self._inserts[half].add_attrib(tag, text, _up(x_mm, y_mm), look),
        ):
            attribute.is_invisible = True

    def _at(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """Return a place of the scene in the space that is drawn into."""
        return _up(x_mm - self._origin[0], y_mm - self._origin[1])

    def _middle(self, label: Text) -> tuple[float, float]:
        half_mm = label.height_mm / 2 * self._unit
        if label.vertical:
            return (label.x_mm - half_mm, -label.y_mm)
        return (label.x_mm, -label.y_mm + half_mm)

    def _outline(self, shape: RectangleItem | Polygon) -> None:
        corners = _corners(shape)
        self._fill(shape, corners)
        points = [self._at(*corner) for corner in corners]
        self._space.add_lwpolyline(points, close=True, dxfattribs=self._attributes(shape))

    def _fill(self, shape: Shape, corners: Iterable[_Place], bulge: float = 0.0) -> None:
        """Add a hatch, where a shape is filled, before the outline that lies on it."""
        style = shape.style
        if style.fill > 0:
            attributes = {"layer": _layer_name(shape)}
            hatch = self._space.add_hatch(colour_of(style.ink), dxfattribs=attributes)
            path = [(*self._at(*corner), bulge) for corner in corners]
            hatch.paths.add_polyline_path(path, is_closed=True)
            if style.fill < 1:
                hatch.transparency = 1 - style.fill

    def _attributes(self, shape: Shape) -> _Attributes:
        attributes = {"layer": _layer_name(shape)} | self._own_colour(shape)
        if shape.style.dash is not LineStyle.SOLID:
            attributes["linetype"] = linetype_of(shape.style.dash)
        return attributes

    def _own_colour(self, shape: Shape) -> _Attributes:
        colour = colour_of(shape.style.ink)
        return {} if colour == self._colours[_layer_name(shape)] else {"color": colour}


def escape_text(text: str) -> str:
    """Return a text that shows as it is in a TEXT entity.

    None of it is taken for a control sequence, and quotes are those that the fonts of CAD programs
    have.
    """
    return one_line(text).translate(_QUOTES).replace("%%", "%%%%%%").replace("^", "^ ")


def _corners(shape: RectangleItem | Polygon) -> Sequence[_Place]:
    if isinstance(shape, Polygon):
        return shape.points_mm
    left, right = shape.rect.left_mm, shape.rect.right_mm
    top, bottom = shape.rect.top_mm, shape.rect.bottom_mm
    return ((left, bottom), (right, bottom), (right, top), (left, top))


def _up(x_mm: float, y_mm: float) -> tuple[float, float]:
    """Return a place with y turned up, to the nanometre."""
    return round_mm(x_mm), round_mm(-y_mm)


def _layer_name(shape: Shape) -> str:
    """Return ``copper-socket`` for what belongs to a half, ``notes`` for what does not."""
    return str(shape.layer) if shape.half is None else f"{shape.layer}-{shape.half}"


def _layer_colours(scene: Scene) -> Mapping[str, int]:
    """Return the colour of every layer that the scene draws on, from bottom to top."""
    found: dict[str, int] = {}
    for shape in scene.shapes():
        found.setdefault(_layer_name(shape), colour_of(shape.style.ink))
    return found
