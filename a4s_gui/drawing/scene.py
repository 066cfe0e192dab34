"""The scene: frozen primitives on layers, from which the window and every file are drawn.

Places and sizes of shapes are millimetres of the part (x to the right, y down). Pen widths, text
heights and arrows are millimetres of the paper; at a scale of n:1 one millimetre of the part is n
millimetres of the paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.frozen import field, frozen, replace
from a4s_gui.geometry.footprint import Footprint, Pad
from a4s_gui.geometry.shapes import Edges, Rectangle, round_mm


@frozen
class LayerWords:
    """What a layer is called, wherever it is spoken of."""

    title: str
    """In a menu: ``Solder mask``."""
    tip: str
    """What the layer shows: ``Openings of the solder mask``."""
    item: str
    """One thing on it, within a sentence: ``solder-mask opening``."""
    items: str
    """All of them, in a word or two: ``mask openings``."""
    seen: str
    """What of it meets the eye: ``the frames around the pads``."""


class Layer(StrEnum):
    """What can be switched on and off, from bottom to top; the values stand in files."""

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

    @property
    def words(self) -> LayerWords:
        """What the layer is called."""
        return _WORDS[self]

    @property
    def label(self) -> str:
        """The layer's name as SVG and PDF files list it, ``Centre lines``: it never changes."""
        return self.replace("-", " ").capitalize()


_WORDS = {
    Layer.GRID: LayerWords(
        "Grid", "Millimetre grid", "grid line", "grid", "the lines under the drawing"
    ),
    Layer.STIFFENER: LayerWords(
        "FPC stiffener",
        "Stiffener on the back of a flexible board",
        "FPC stiffener",
        "stiffener",
        "the dashed frame around the pads",
    ),
    Layer.COURTYARD: LayerWords(
        "Courtyard",
        "Room to keep free of other parts",
        "courtyard",
        "courtyard",
        "the frame around body and pads",
    ),
    Layer.COPPER: LayerWords(
        "Copper", "Contact and terminal pads", "pad", "pads", "the filled pads"
    ),
    Layer.MASK: LayerWords(
        "Solder mask",
        "Openings of the solder mask",
        "solder-mask opening",
        "mask openings",
        "the frames around the pads",
    ),
    Layer.PASTE: LayerWords(
        "Paste",
        "Openings of the paste stencil",
        "paste opening",
        "stencil openings",
        "the lighter areas within the pads",
    ),
    Layer.BODY: LayerWords(
        "Body", "Outline of the connector", "body", "body", "the connector's outline"
    ),
    Layer.CENTRE_LINES: LayerWords(
        "Centre lines",
        "Centre lines of the connector",
        "centre line",
        "centre lines",
        "the chain lines through the connector",
    ),
    Layer.NUMBERS: LayerWords(
        "Pin numbers",
        "Numbers of the contacts and the mark of pin 1",
        "pin number",
        "pin numbers",
        "the numbers beside the pads and the mark at pin 1",
    ),
    Layer.DIMENSIONS: LayerWords(
        "Dimensions",
        "Dimensions in millimetres",
        "dimension",
        "dimensions",
        "the lengths around the connector",
    ),
    Layer.NOTES: LayerWords(
        "Notes",
        "Part numbers, sources and the scale bar",
        "note",
        "notes",
        "the text around the drawing",
    ),
}

_RANKS = {layer: rank for rank, layer in enumerate(Layer)}

DEFAULT_LAYERS = frozenset(Layer) - {Layer.STIFFENER, Layer.COURTYARD, Layer.MASK, Layer.PASTE}


@frozen
class PadIdentity:
    """Which pad a rectangle of copper is, and the net it is on; empty where that is not known.

    ``index`` is the pad's place among ``Footprint.pads``: soldering terminals share a number.
    """

    half: Half
    index: int
    number: str
    net: str = ""


@frozen
class RectangleItem:
    """A rectangle; ``pad`` says which pad it is, where it is the copper of one.

    ``half`` is the half that a shape belongs to, of every kind of shape; ``None`` where it is
    neither's alone.
    """

    layer: Layer
    rect: Rectangle
    style: Style
    pad: PadIdentity | None = None
    half: Half | None = None


@frozen
class Line:
    """A straight line between two points, in mm."""

    layer: Layer
    x1_mm: float
    y1_mm: float
    x2_mm: float
    y2_mm: float
    style: Style
    half: Half | None = None


@frozen
class Polygon:
    """A closed polygon, in mm."""

    layer: Layer
    points_mm: tuple[tuple[float, float], ...]
    style: Style
    half: Half | None = None


@frozen
class Circle:
    """A circle by centre and radius, in mm."""

    layer: Layer
    x_mm: float
    y_mm: float
    radius_mm: float
    style: Style
    half: Half | None = None


class Align(StrEnum):
    """Which end of a text stands at its anchor."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


_BEFORE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
_LETTERS = {ink: Style(ink, fill=1.0) for ink in ColorRole}


@frozen
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
    half: Half | None = None

    @property
    def style(self) -> Style:
        """How the letters are drawn: filled outlines."""
        return _LETTERS[self.ink]

    @property
    def before(self) -> float:
        """The part of the text's length that stands before its anchor."""
        return _BEFORE[self.align]


@frozen
class DimensionSpec:
    """What to dimension: two features along one axis, and where the dimension line stands.

    Along x unless ``vertical``: the features are at ``first_mm`` < ``second_mm`` on the measured
    axis and at ``feature_mm`` on the other one, where the dimension line stands at ``line_mm``.
    The text is the length with so many ``decimals``, between ``prefix`` and ``suffix``. ``outside``
    says on which side a text that does not fit between the arrows is tried first: -1 before the
    first feature, +1 behind the second. ``hidden_mm`` of the length are not drawn, where a break
    lies between both features.
    """

    first_mm: float
    second_mm: float
    feature_mm: float
    line_mm: float
    vertical: bool = False
    prefix: str = ""
    decimals: int = 2
    outside: int = 1
    suffix: str = ""
    hidden_mm: float = 0.0

    @property
    def length_mm(self) -> float:
        """The measured length."""
        return self.second_mm - self.first_mm + self.hidden_mm

    @property
    def text(self) -> str:
        """What the drawing says: ``A 10.50``, ``0.85 derived``."""
        return f"{self.prefix} {self.length_mm:.{self.decimals}f} {self.suffix}".strip()

    def place(self, along: float, across: float) -> tuple[float, float]:
        """Return the point that is so far along the measured axis and on the other one."""
        return (across, along) if self.vertical else (along, across)


@frozen
class Dimension:
    """A linear dimension: what it measures, and the primitives that draw it, ``label`` the last.

    ``edges`` are those of the box around them, in mm of the part.
    """

    layer: Layer
    spec: DimensionSpec
    label: Text
    parts: tuple[Line | Polygon | Text, ...]
    edges: Edges

    @property
    def length_mm(self) -> float:
        """The measured length."""
        return self.spec.length_mm


Shape = RectangleItem | Line | Polygon | Circle | Text
Primitive = Shape | Dimension


def shapes_in(items: Iterable[Primitive]) -> Iterator[Shape]:
    """Yield the shapes that primitives are drawn by, in their order."""
    for item in items:
        if isinstance(item, Dimension):
            yield from item.parts
        else:
            yield item


@frozen(slots=False)
class PlacedFootprint:
    """A footprint in a scene: where its centre is, in mm, and from where it is seen.

    A ``mirrored`` half lies face down on the other one: its rows are swapped. ``from_below`` is
    what its board looks like from the other side, as KiCad's flipped view: left and right are
    swapped. ``nets`` are the names of the nets by pad number, as far as they are known.
    """

    footprint: Footprint
    x_mm: float = 0.0
    y_mm: float = 0.0
    mirrored: bool = False
    from_below: bool = False
    nets: Mapping[str, str] = field(default_factory=dict, hash=False)

    def identities(self) -> Iterator[PadIdentity]:
        """Yield which pad each is, and its net, in the order of :meth:`pads`."""
        for index, pad in enumerate(self.footprint.pads):
            net = self.nets.get(pad.number, "")
            yield PadIdentity(self.footprint.half, index, pad.number, net)

    def pads(self) -> tuple[tuple[Pad, Rectangle], ...]:
        """Return each pad with its copper at its place in the scene."""
        return self._copper

    @cached_property
    def _copper(self) -> tuple[tuple[Pad, Rectangle], ...]:
        return tuple(zip(self.footprint.pads, map(self.place, self.footprint.copper), strict=True))

    def place(self, rect: Rectangle) -> Rectangle:
        """Return where a rectangle of the half's own top view stands in the scene."""
        if not (self.x_mm or self.y_mm or self.mirrored or self.from_below):
            return rect
        x_mm, y_mm = self.point(rect.x_mm, rect.y_mm)
        return Rectangle(x_mm, y_mm, rect.width_mm, rect.height_mm)

    def point(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """Return where a point of the half's own top view stands in the scene."""
        x_mm = -x_mm if self.from_below else x_mm
        y_mm = -y_mm if self.mirrored else y_mm
        return round_mm(self.x_mm + x_mm), round_mm(self.y_mm + y_mm)


@frozen
class Break:
    """A strip of a scene, upright between two break lines, that stands for more of the part.

    From ``left_mm`` to ``right_mm`` nothing is drawn; what would be there is longer by
    ``hidden_mm``. It holds for what stands between ``top_mm`` and ``bottom_mm``.
    """

    left_mm: float
    right_mm: float
    hidden_mm: float
    top_mm: float
    bottom_mm: float


@frozen(slots=False)
class Scene:
    """One view of one pair, ready to be drawn at a scale of ``scale``:1.

    ``bounds`` holds everything but the grid; ``placed`` says where the footprints stand, for
    pointing and measuring. ``notes`` are the paragraphs that stand beneath the picture, or that a
    title block is to have beside it. ``picture`` is the box around all but notes and grid, where
    that is another one than ``bounds``. ``breaks`` say where parts are drawn shortened.
    ``has_grid`` says whether a grid lies under it, also where a window draws that itself; ``over``
    are the outlines that a window lays over its pads.
    """

    scale: float
    items: tuple[Primitive, ...]
    bounds: Rectangle
    placed: tuple[PlacedFootprint, ...] = ()
    title: str = ""
    notes: tuple[str, ...] = ()
    picture: Rectangle | None = None
    breaks: tuple[Break, ...] = ()
    has_grid: bool = False
    over: tuple[Style, ...] = ()

    def shapes(self) -> Iterator[Shape]:
        """Return every primitive to draw, the lowest layer first, dimensions taken apart."""
        return shapes_in(sorted(self.items, key=lambda item: _RANKS[item.layer]))

    def only(self, layers: Iterable[Layer]) -> Scene:
        """Return the scene with the primitives of some layers; the bounds stay."""
        kept = frozenset(layers)
        items = tuple(item for item in self.items if item.layer in kept)
        return replace(self, items=items)
