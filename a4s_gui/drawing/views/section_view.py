"""The section view: the halves cut across a contact and along the parts, alone and mated.

Each section stands in a cell of its own: across left, along right, one row for each half on its
board and one for the mated pair. Heights go up on the sheet. A board is a line with strokes behind
it, broken off on all sides, since no thickness of one is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.numbers import format_height
from a4s_gui.drawing.items.assemble import assemble_scene
from a4s_gui.drawing.items.dimensioning import Dimensioner, DimensionSpec
from a4s_gui.drawing.items.grid import text_boxes
from a4s_gui.drawing.items.notes import describe_pair, dimensions_missing, left_out_note
from a4s_gui.drawing.scene import Layer, Line, Polygon, Primitive, Scene
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import FIRST_ROW_MM, METAL_FILL, OUTLINE_PEN_MM, ROW_MM, THIN_PEN_MM
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.drawing.views.section_cells import (
    BOARD_BEYOND_MM,
    REMARK,
    STROKE_MM,
    Cell,
    cell_box,
    cell_caption,
    section_cells,
    shapes_of,
)
from a4s_gui.geometry.body import PairHeights, pair_heights
from a4s_gui.geometry.body_figures import body_figures
from a4s_gui.geometry.shapes import Rectangle, bounding_box, round_mm

NO_MATED_HEIGHT = (
    "no mated height is stated for connectors for inspection: the section shows each half alone, "
    "the header as it is read at 0.8 mm, and not the mated pair"
)
"""What stands instead of the mated section where there is none."""

_INKS = {Half.SOCKET: ColorRole.BODY, Half.HEADER: ColorRole.HEADER_BODY}
_MOULD_FILL = 0.15
_BOARD = Style(ColorRole.TEXT, OUTLINE_PEN_MM)
_STROKE = Style(ColorRole.TEXT, THIN_PEN_MM)
_STROKES_MM = 2.4
"""Distance of the strokes behind a board's surface, on paper."""


def section_scene(spec: DrawingSpec, scale: float, layout_scale: float) -> Scene:
    """Return the sections of a pair; without a mated height, those of the halves alone.

    The origin is the socket's centre on its board, in the section across.
    """
    heights = pair_heights(spec.pair)
    cells = section_cells(spec, heights, layout_scale)
    titles = [text for cell in cells for text in cell_caption(cell, spec, scale)]
    solid = [cell_box(cell, scale) for cell in cells]
    dimensioner = Dimensioner(scale, solid, text_boxes(titles, scale), spec.sizes.text_mm)
    if spec.is_dimensioned:
        for cell, around in zip(cells, solid, strict=True):
            for wanted in _dimension_specs(cell, around, scale):
                dimensioner.add(wanted)
    items: list[Primitive] = [
        *(item for half in Half for cell in cells for item in _profile_items(cell, half)),
        *(item for cell in cells for item in _board_items(cell, scale)),
        *dimensioner.placed,
        *titles,
    ]
    items = [item for item in items if item.layer in spec.layers]
    return assemble_scene(
        spec,
        items,
        _notes(spec, heights, dimensioner.left_out),
        scale=scale,
        empty=Rectangle(0.0, 0.0, spec.pair.socket.body_length_mm, 1.0),
        title=f"{spec.pair.id}, {spec.view_words}",
    )


def section_box(spec: DrawingSpec, layout_scale: float) -> Rectangle:
    """Return the box around the sections as they stand at a scale, without their dimensions."""
    cells = section_cells(spec, pair_heights(spec.pair), layout_scale)
    return bounding_box(cell_box(cell, layout_scale) for cell in cells)


def _dimension_specs(cell: Cell, solid: Rectangle, scale: float) -> Iterator[DimensionSpec]:
    def row(number: int) -> float:
        return (FIRST_ROW_MM + number * ROW_MM) / scale

    half_mm = cell.half_width_mm
    for number, (prefix, low, high, suffix) in enumerate(cell.widths):
        line = solid.bottom_mm + row(number)
        first, second = cell.x_mm + low, cell.x_mm + high
        yield DimensionSpec(first, second, cell.y_mm, line, prefix=prefix, suffix=suffix)
    for side, spans in ((1, cell.right), (-1, cell.left)):
        edge = solid.right_mm if side > 0 else solid.left_mm
        for number, (prefix, low, high, suffix) in enumerate(spans):
            yield DimensionSpec(
                round_mm(cell.y_mm - high),
                round_mm(cell.y_mm - low),
                cell.x_mm + side * half_mm,
                edge + side * row(number),
                vertical=True,
                prefix=prefix,
                suffix=suffix,
                outside=-1,
            )


def _profile_items(cell: Cell, half: Half) -> Iterator[Polygon]:
    """Yield what a cell shows of a half; a group in files, so all cells' parts of it follow."""
    for part in cell.profiles:
        if part.half is half:
            for shape in shapes_of(part):
                style = Style(_INKS[half], THIN_PEN_MM, METAL_FILL)
                if shape is part.mould:
                    style = Style(_INKS[half], OUTLINE_PEN_MM, _MOULD_FILL)
                points = tuple(cell.point(u, z) for u, z in shape)
                yield Polygon(Layer.BODY, points, style, half)


def _board_items(cell: Cell, scale: float) -> Iterator[Line]:
    """Yield each board's surface, with strokes on the side where the board is."""
    for z_mm in cell.boards_mm:
        yield from _surface(cell, z_mm, scale)


def _surface(cell: Cell, z_mm: float, scale: float) -> Iterator[Line]:
    side_mm = cell.half_width_mm + BOARD_BEYOND_MM
    away = 1 if z_mm == 0 else -1
    left, y = cell.point(-side_mm, z_mm)
    right, _ = cell.point(side_mm, z_mm)
    yield Line(Layer.BODY, left, y, right, y, _BOARD)
    step, deep = _STROKES_MM / scale, STROKE_MM / scale
    count = max(2, round((right - left) / step))
    places = [left + i * (right - left) / count for i in range(count + 1)]
    for start, end in pairwise(places):
        yield Line(Layer.BODY, end, y, max(start, end - deep), y + away * deep, _STROKE)


def _notes(spec: DrawingSpec, heights: PairHeights | None, left_out: int) -> list[str]:
    known = body_figures()
    found = []
    if not (spec.brief_notes or spec.with_title_block):
        found.append(f"{describe_pair(spec.pair)}. Lengths in mm.")
    mark = f"{REMARK} " if spec.short_remarks else ""
    if heights is None:
        found.append(f"{mark}{spec.pair.id}: {NO_MATED_HEIGHT}.")
    else:
        found.append(_heights_note(heights, mark))
    models = " and ".join(known.source(half).document for half in Half)
    found.append(
        f"From CAD models: {models}. Leads rise schematically; no board's thickness is known."
        if spec.brief_notes
        else "Sections from CAD models: socket "
        f"{known.source(Half.SOCKET).document}, header {known.source(Half.HEADER).document}. "
        "Schematic: how the leads rise into the mould; the springs in it are not known. Boards "
        "and stiffener are broken off: no thickness of one is known."
    )
    if missing := left_out_note(dimensions_missing(spec, left_out)):
        found.insert(0 if spec.brief_notes else len(found), missing)
    return found


def _heights_note(heights: PairHeights, mark: str) -> str:
    free = (
        f"Beside the pair {format_height(heights.mated_mm)} are free between the boards for a "
        "component, its solder and its tolerances."
    )
    if not heights.header.derived:
        return free
    return f"{mark}Header's height derived: {heights.header.formula}, and so is its inside. {free}"
