"""The packaging view: both halves in their embossed tape, to scale, and the reel's width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from a4s_gui.catalog.model import Tape
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.assemble import assemble_scene
from a4s_gui.drawing.items.captions import caption
from a4s_gui.drawing.items.dimensioning import Dimensioner, DimensionSpec
from a4s_gui.drawing.items.grid import text_boxes
from a4s_gui.drawing.items.notes import describe_pair, dimensions_missing, left_out_note
from a4s_gui.drawing.lettering import wrap
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import (
    Align,
    Circle,
    Layer,
    Line,
    Polygon,
    Primitive,
    RectangleItem,
    Scene,
    Text,
)
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import (
    FIRST_ROW_MM,
    OUTLINE_PEN_MM,
    ROW_MM,
    THIN_PEN_MM,
)
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
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
    for strip, x_mm in strips:
        found, missing = _strip_items(strip, x_mm, spec, scale)
        items += found
        left_out += missing
    items += _reel_items(tape, reel_mm, spec, scale)
    items = [item for item in items if item.layer in spec.layers]
    empty = strips[-1][0].outline
    texts = _notes(spec, tape, left_out)
    title = f"{spec.pair.id}, packaging"
    return assemble_scene(spec, items, texts, scale=scale, empty=empty, title=title)


def tape_box(spec: DrawingSpec, layout_scale: float) -> Rectangle:
    """Return the box around tapes and reel as they stand at a scale, without their dimensions."""
    tape = spec.pair.tape
    if tape is None:
        return Rectangle(0.0, 0.0, 1e-3, 1e-3)  # a sheet of text: nothing grows
    strips, reel_mm = _places(spec, tape, layout_scale)
    return bounding_box(
        [*(strip.outline.moved(x_mm, 0.0) for strip, x_mm in strips), _reel(tape, reel_mm)]
    )


def _places(
    spec: DrawingSpec, tape: Tape, layout_scale: float
) -> tuple[list[tuple[TapeStrip, float]], float]:
    """Return both strips with the x of their first pockets, and that of the reel's left edge."""
    side_mm = (0.0 if spec.cramped else 2 * ROW_MM + FIRST_ROW_MM + 16.0) / layout_scale
    strips: list[tuple[TapeStrip, float]] = []
    x_mm = 0.0
    for connector in spec.pair.connectors:
        strip = tape_strip(connector, tape, _STRIP_MM)
        strips.append((strip, x_mm))
        # Beside one another stand the strips with their dimensions, or their wider captions.
        caption_mm = items_bounds(_caption(strip, 0.0, spec, layout_scale), layout_scale).width_mm
        x_mm += max(strip.outline.width_mm + side_mm, caption_mm + 6.0 / layout_scale)
    return strips, x_mm - tape.pocket_pitch_mm / 2


def _strip_items(
    strip: TapeStrip, x0: float, spec: DrawingSpec, scale: float
) -> tuple[list[Primitive], int]:
    title = _caption(strip, x0, spec, scale)
    feed = [] if spec.cramped else list(_feed_arrow(strip, x0, scale, spec.sizes.text_mm))
    dimensioner = Dimensioner(
        scale,
        solid=(body.moved(x0, 0) for body in strip.bodies),
        texts=text_boxes([*title, *feed], scale),
        text_mm=spec.sizes.text_mm,
    )
    if spec.is_dimensioned:
        for wanted in _dimension_specs(strip, x0, scale):
            dimensioner.add(wanted)
    items: list[Primitive] = [
        RectangleItem(Layer.BODY, strip.outline.moved(x0, 0), _OUTLINE),
        *(Circle(Layer.BODY, x0 + x, y, HOLE_DIAMETER_MM / 2, _HOLE) for x, y in strip.holes_mm),
        *(RectangleItem(Layer.BODY, pocket.moved(x0, 0), _POCKET) for pocket in strip.pockets),
        *(RectangleItem(Layer.BODY, body.moved(x0, 0), _BODY) for body in strip.bodies),
        *_centre_marks(strip, x0),
        *dimensioner.placed,
        *feed,
        *title,
    ]
    return items, dimensioner.left_out


def _dimension_specs(strip: TapeStrip, x0: float, scale: float) -> Iterable[DimensionSpec]:
    tape, outline = strip.tape, strip.outline.moved(x0, 0)

    def right(column: int) -> float:
        return outline.right_mm + (FIRST_ROW_MM + column * ROW_MM) / scale

    hole_y = -tape.hole_to_pocket_mm
    yield DimensionSpec(
        outline.top_mm,
        outline.bottom_mm,
        outline.right_mm,
        right(2 if tape.hole_lines_mm else 1),
        vertical=True,
        prefix="tape A",
        decimals=1,
        outside=-1,
    )
    last = x0 + strip.bodies[-1].x_mm
    yield DimensionSpec(
        hole_y,
        0.0,
        last,
        right(0),
        vertical=True,
        prefix="tape C",
        decimals=1,
        outside=-1,
    )
    if tape.hole_lines_mm is not None:
        second = hole_y + tape.hole_lines_mm
        yield DimensionSpec(
            hole_y,
            second,
            last,
            right(1),
            vertical=True,
            prefix="tape B",
            decimals=1,
            outside=-1,
        )
    first_row = outline.top_mm - FIRST_ROW_MM / scale
    holes = [x for x, y in strip.holes_mm if y == hole_y]
    yield DimensionSpec(
        x0 + holes[0],
        x0 + holes[0] + HOLE_PITCH_MM,
        hole_y,
        first_row,
        decimals=1,
    )
    yield DimensionSpec(
        x0,
        x0 + tape.pocket_pitch_mm,
        0.0,
        outline.bottom_mm + FIRST_ROW_MM / scale,
        decimals=1,
    )


def _centre_marks(strip: TapeStrip, x0: float) -> Iterable[Line]:
    style = Style(ColorRole.CENTRE_LINE, THIN_PEN_MM, dash=LineStyle.CHAIN)
    outline = strip.outline.moved(x0, 0)
    for y in {0.0, *(y for _, y in strip.holes_mm)}:
        yield Line(Layer.CENTRE_LINES, outline.left_mm, y, outline.right_mm, y, style)


def _feed_arrow(strip: TapeStrip, x0: float, scale: float, text_mm: float) -> Iterable[Primitive]:
    """Yield the arrow of the feeding direction, below the tape on its right side."""
    outline = strip.outline.moved(x0, 0)
    unit = 1 / scale
    y = outline.bottom_mm + (FIRST_ROW_MM + ROW_MM + 0.6) * unit
    tip = outline.right_mm
    style = Style(ColorRole.TEXT, OUTLINE_PEN_MM)
    yield Line(Layer.NOTES, tip - 14 * unit, y, tip - 3 * unit, y, style)
    points = ((tip, y), (tip - 3 * unit, y - 1.2 * unit), (tip - 3 * unit, y + 1.2 * unit))
    yield Polygon(Layer.NOTES, points, Style(ColorRole.TEXT, fill=1.0))
    yield Text(
        Layer.NOTES,
        tip - 15.5 * unit,
        y + text_mm / 2 * unit,
        "direction of feed",
        text_mm,
        Align.RIGHT,
    )


def _caption(strip: TapeStrip, x0: float, spec: DrawingSpec, scale: float) -> Sequence[Text]:
    """Return what stands above a tape, as wide as it and its dimensions, three columns of them."""
    outline, tape = strip.outline.moved(x0, 0), strip.tape
    corner = PaperCorner(outline.left_mm, outline.top_mm, scale).at(0.0, -FIRST_ROW_MM - 7.5)
    title = f"{strip.connector.half.capitalize()} {strip.connector.part_number}"
    detail = "" if spec.cramped else f"Tape {tape.type}, {tape.pieces_per_reel:,} pieces per reel"
    room_mm = outline.width_mm * scale + FIRST_ROW_MM + 2 * ROW_MM
    return caption(title, detail, corner, room_mm, spec)[0]


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
    dimensioner = Dimensioner(scale, text_mm=spec.sizes.text_mm)
    line = rect.top_mm - FIRST_ROW_MM / scale
    width = DimensionSpec(
        rect.left_mm, rect.right_mm, rect.top_mm, line, prefix="reel D", decimals=1
    )
    if spec.is_dimensioned:
        dimensioner.add(width)
    items += dimensioner.placed
    y = rect.top_mm - (FIRST_ROW_MM + 7.5) / scale
    items.append(Text(Layer.NOTES, rect.left_mm, y, "Reel", spec.sizes.caption_mm, Align.LEFT))
    y = rect.bottom_mm + 4.0 / scale
    items.append(
        Text(
            Layer.NOTES,
            rect.left_mm,
            y,
            "diameter schematic",
            spec.sizes.note_mm,
            Align.LEFT,
            ink=ColorRole.DIMENSION,
        )
    )
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
    if missing := left_out_note(dimensions_missing(spec, left_out), feed):
        texts.insert(0 if spec.brief_notes else len(texts), missing)
    return texts


def _not_stated(spec: DrawingSpec, scale: float) -> Scene:
    """Return a sheet that says that the datasheet states no tape for this pair."""
    texts = wrap(
        f"{describe_pair(spec.pair)}: the datasheet states no tape packaging for connectors for "
        "inspection; they are supplied in lots of at least 50 pieces.",
        spec.sizes.text_mm,
        spec.notes_width_mm,
    )
    items = tuple(
        Text(Layer.NOTES, 0.0, i * 4.0 / scale, line, spec.sizes.text_mm, Align.CENTRE)
        for i, line in enumerate(texts)
    )
    return Scene(scale, items, items_bounds(items, scale), (), f"{spec.pair.id}, packaging")
