"""The packaging view: both halves in their embossed tape, to scale, and the reel's width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from a4s_gui.catalog.model import Tape
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.assemble import assemble_scene
from a4s_gui.drawing.items.captions import caption
from a4s_gui.drawing.items.dimensioning import dimensioned
from a4s_gui.drawing.items.notes import describe_pair, dimensions_missing, with_left_out
from a4s_gui.drawing.lettering import wrap
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import (
    Align,
    Circle,
    DimensionSpec,
    Layer,
    Line,
    Polygon,
    Primitive,
    RectangleItem,
    Scene,
    Text,
)
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import OUTLINE_PEN_MM, THIN_PEN_MM, row_mm
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.frozen import replace
from a4s_gui.geometry.shapes import Rectangle, bounding_box
from a4s_gui.geometry.tape import (
    HOLE_DIAMETER_MM,
    HOLE_PITCH_MM,
    TAPE_STANDARD,
    TapeStrip,
    tape_strip,
)

_STRIP_MM = 32.0
_REEL_HEIGHT_MM = 18.0
"""Schematic: the reel's diameter is not stated."""
_APART_MM = 4.0
"""Of paper, at least: tapes that touch would be one tape with two kinds of pockets."""
_OUTLINE = Style(ColorRole.TAPE, OUTLINE_PEN_MM)
_HOLE = Style(ColorRole.TAPE, THIN_PEN_MM)
_POCKET = Style(ColorRole.TAPE, THIN_PEN_MM, dash=LineStyle.DASHED)
_BODY = Style(ColorRole.BODY, OUTLINE_PEN_MM)


def tape_scene(spec: DrawingSpec, scale: float, layout_scale: float) -> Scene:
    """Return the tape of both halves and the reel, or a plain statement where none is stated.

    The origin is the first pocket's centre of the socket's tape.
    """
    tape = spec.pair.tape
    if tape is None:
        return _not_stated(spec, scale)
    items: list[Primitive] = []
    left_out = 0
    strips, reel_mm = _places(spec, tape, layout_scale)
    for strip in strips:
        found, missing = _strip_items(strip, spec, scale)
        items += found
        left_out += missing
    items += _reel_items(tape, reel_mm, spec, scale)
    empty = strips[-1].outline
    texts = _notes(spec, tape, left_out)
    title = f"{spec.pair.id}, packaging"
    return assemble_scene(spec, items, texts, scale=scale, empty=empty, title=title)


def tape_box(spec: DrawingSpec, layout_scale: float) -> Rectangle:
    """Return the box around tapes and reel as they stand at a scale, without their dimensions."""
    tape = spec.pair.tape
    if tape is None:
        return Rectangle(0.0, 0.0, 1e-3, 1e-3)  # a sheet of text: nothing grows
    strips, reel_mm = _places(spec, tape, layout_scale)
    return bounding_box([*(strip.outline for strip in strips), _reel(tape, reel_mm)])


def _places(spec: DrawingSpec, tape: Tape, layout_scale: float) -> tuple[list[TapeStrip], float]:
    """Return both strips at their places, and the x of the reel's left edge."""
    side_mm = (_APART_MM if spec.cramped else row_mm(2) + 16.0) / layout_scale
    strips: list[TapeStrip] = []
    x_mm = 0.0
    for connector in spec.pair.connectors:
        strip = _moved(tape_strip(connector, tape, _STRIP_MM), x_mm)
        strips.append(strip)
        # Beside one another stand the strips with their dimensions, or their wider captions.
        caption_mm = items_bounds(_caption(strip, spec, layout_scale), layout_scale).width_mm
        x_mm += max(strip.outline.width_mm + side_mm, caption_mm + 6.0 / layout_scale)
    return strips, x_mm - tape.pocket_pitch_mm / 2


def _moved(strip: TapeStrip, x_mm: float) -> TapeStrip:
    return replace(
        strip,
        outline=strip.outline.moved(x_mm, 0.0),
        pockets=tuple(pocket.moved(x_mm, 0.0) for pocket in strip.pockets),
        bodies=tuple(body.moved(x_mm, 0.0) for body in strip.bodies),
        holes_mm=tuple((x_mm + x, y) for x, y in strip.holes_mm),
    )


def _strip_items(strip: TapeStrip, spec: DrawingSpec, scale: float) -> tuple[list[Primitive], int]:
    title = _caption(strip, spec, scale)
    feed = [] if spec.cramped else list(_feed_arrow(strip, scale, spec.sizes.text_mm))
    wanted = _dimension_specs(strip, scale)
    dimensions = dimensioned(spec, scale, wanted, strip.bodies, [*title, *feed])
    items: list[Primitive] = [
        RectangleItem(Layer.BODY, strip.outline, _OUTLINE),
        *(Circle(Layer.BODY, x, y, HOLE_DIAMETER_MM / 2, _HOLE) for x, y in strip.holes_mm),
        *(RectangleItem(Layer.BODY, pocket, _POCKET) for pocket in strip.pockets),
        *(RectangleItem(Layer.BODY, body, _BODY) for body in strip.bodies),
        *_centre_marks(strip),
        *dimensions.placed,
        *feed,
        *title,
    ]
    return items, dimensions.left_out


def _dimension_specs(strip: TapeStrip, scale: float) -> Iterable[DimensionSpec]:
    tape, outline = strip.tape, strip.outline
    hole_y, lines_mm = -tape.hole_to_pocket_mm, tape.hole_lines_mm
    first, last = strip.bodies[0].x_mm, strip.bodies[-1].x_mm

    def across(name: str, low: float, high: float, feature: float, column: int) -> DimensionSpec:
        line = outline.right_mm + row_mm(column) / scale
        name = f"tape {name}"
        return DimensionSpec(
            low, high, feature, line, vertical=True, prefix=name, decimals=1, outside=-1
        )

    second_column = 2 if lines_mm else 1
    yield across("A", outline.top_mm, outline.bottom_mm, outline.right_mm, second_column)
    yield across("C", hole_y, 0.0, last, 0)
    if lines_mm is not None:
        yield across("B", hole_y, hole_y + lines_mm, last, 1)
    hole = next(x for x, y in strip.holes_mm if y == hole_y)
    above, below = outline.top_mm - row_mm(0) / scale, outline.bottom_mm + row_mm(0) / scale
    yield DimensionSpec(hole, hole + HOLE_PITCH_MM, hole_y, above, decimals=1)
    yield DimensionSpec(first, first + tape.pocket_pitch_mm, 0.0, below, decimals=1)


def _centre_marks(strip: TapeStrip) -> Iterable[Line]:
    style = Style(ColorRole.CENTRE_LINE, THIN_PEN_MM, dash=LineStyle.CHAIN)
    outline = strip.outline
    for y in {0.0, *(y for _, y in strip.holes_mm)}:
        yield Line(Layer.CENTRE_LINES, outline.left_mm, y, outline.right_mm, y, style)


def _feed_arrow(strip: TapeStrip, scale: float, text_mm: float) -> Iterable[Primitive]:
    """Yield the arrow of the feeding direction, below the tape on its right side."""
    outline = strip.outline
    unit = 1 / scale
    y = outline.bottom_mm + (row_mm(1) + 0.6) * unit
    tip = outline.right_mm
    style = Style(ColorRole.TEXT, OUTLINE_PEN_MM)
    yield Line(Layer.NOTES, tip - 14 * unit, y, tip - 3 * unit, y, style)
    points = ((tip, y), (tip - 3 * unit, y - 1.2 * unit), (tip - 3 * unit, y + 1.2 * unit))
    yield Polygon(Layer.NOTES, points, Style(ColorRole.TEXT, fill=1.0))
    place = (tip - 15.5 * unit, y + text_mm / 2 * unit)
    yield Text(Layer.NOTES, *place, "direction of feed", text_mm, Align.RIGHT)


def _caption(strip: TapeStrip, spec: DrawingSpec, scale: float) -> Sequence[Text]:
    """Return what stands above a tape, as wide as it and its dimensions, three columns of them."""
    outline, tape = strip.outline, strip.tape
    corner = PaperCorner(outline.left_mm, outline.top_mm, scale).at(0.0, -_above_mm(spec))
    title = f"{strip.connector.half.capitalize()} {strip.connector.part_number}"
    detail = "" if spec.cramped else f"Tape {tape.type}, {tape.pieces_per_reel:,} pieces per reel"
    room_mm = outline.width_mm * scale + row_mm(2)
    return caption(title, detail, corner, room_mm, spec)[0]


def _above_mm(spec: DrawingSpec) -> float:
    """Return how far above what it names a caption stands, on paper: dimensions are between."""
    return 2.0 if spec.cramped else row_mm(0) + 7.5


def _reel_items(tape: Tape, left: float, spec: DrawingSpec, scale: float) -> list[Primitive]:
    """Return the reel from its edge: true width, schematic diameter."""
    rect = _reel(tape, left)
    flange = min(1.5, (tape.reel_width_mm - tape.width_mm) / 2 + 0.1)
    items: list[Primitive] = []
    for at in (rect.left_mm, rect.right_mm - flange):
        side = Rectangle.from_edges(at, rect.top_mm, at + flange, rect.bottom_mm)
        items.append(RectangleItem(Layer.BODY, side, _OUTLINE))
    hub = Rectangle.from_edges(
        rect.left_mm + flange, rect.top_mm + 5, rect.right_mm - flange, rect.bottom_mm - 5
    )
    items.append(RectangleItem(Layer.BODY, hub, _POCKET))
    line = rect.top_mm - row_mm(0) / scale
    width = DimensionSpec(
        rect.left_mm, rect.right_mm, rect.top_mm, line, prefix="reel D", decimals=1
    )
    items += dimensioned(spec, scale, [width]).placed
    corner = PaperCorner(rect.left_mm, rect.top_mm, scale)
    items.append(corner.text(0.0, -_above_mm(spec), "Reel", spec.sizes.caption_mm))
    below_mm = _REEL_HEIGHT_MM * scale + 4.0
    words = "diameter schematic"
    items.append(corner.text(0.0, below_mm, words, spec.sizes.note_mm, ColorRole.DIMENSION))
    return items


def _reel(tape: Tape, left: float) -> Rectangle:
    top = -tape.hole_to_pocket_mm
    return Rectangle.from_edges(left, top, left + tape.reel_width_mm, top + _REEL_HEIGHT_MM)


def _notes(spec: DrawingSpec, tape: Tape, left_out: int) -> list[str]:
    pair = spec.pair
    tape_source = pair.sources["tape"].document
    schematic = (
        "Schematic: pocket outline (its depth is not stated) and reel diameter. The parts carry "
        "no mark of their orientation in the tape; their rows lie across it."
    )
    second = "B hole lines, " if tape.hole_lines_mm is not None else ""
    sources = (
        f"Taping table: A tape width, {second}C hole line to pocket centre, D reel width, pocket "
        f"pitch: {tape_source}. Hole pitch, diameter, edge distance: {TAPE_STANDARD.document}."
    )
    texts = [schematic, sources]
    if not spec.brief_notes:
        texts.insert(
            0,
            f"{describe_pair(pair)}; {pair.pieces_per_reel:,} pieces per reel, "
            f"{pair.pieces_per_outer_carton:,} per outer carton. Lengths in mm.",
        )
    feed = "the direction of feed" if spec.cramped else ""
    return with_left_out(spec, texts, dimensions_missing(spec, left_out), feed)


def _not_stated(spec: DrawingSpec, scale: float) -> Scene:
    """Return a sheet that says that the datasheet states no tape for this pair."""
    texts = wrap(
        f"{describe_pair(spec.pair)}: the datasheet states no tape packaging for connectors for "
        "inspection; they are supplied in lots of at least 50 pieces.",
        spec.sizes.text_mm,
        spec.notes_width_mm,
    )
    items = tuple(
        Text(Layer.NOTES, 0.0, i * 4.0 / scale, line, spec.sizes.text_mm)
        for i, line in enumerate(texts)
    )
    return Scene(scale, items, items_bounds(items, scale), (), f"{spec.pair.id}, packaging")
