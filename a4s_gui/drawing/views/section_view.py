"""The section view: the halves cut across a contact and along the parts, alone and mated.

Each section stands in a cell of its own: across left, along right, one row for each half on its
board and one for the mated pair. Heights go up on the sheet. A board is a line with strokes behind
it, broken off on all sides, since no thickness of one is known.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.numbers import format_height
from a4s_gui.drawing.items.assemble import assemble_scene
from a4s_gui.drawing.items.break_lines import break_line
from a4s_gui.drawing.items.dimensioning import dimensioned
from a4s_gui.drawing.items.notes import describe_pair, dimensions_missing, with_left_out
from a4s_gui.drawing.scene import DimensionSpec, Layer, Line, Polygon, Primitive, Scene
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import METAL_FILL, OUTLINE_PEN_MM, THIN_PEN_MM, row_mm
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.drawing.views.section_cells import (
    BOARD_BEYOND_MM,
    REMARK,
    STROKE_MM,
    Cell,
    Shape,
    cell_box,
    cell_caption,
    section_breaks,
    section_cells,
)
from a4s_gui.frozen import replace
from a4s_gui.geometry.body import PairHeights, pair_heights
from a4s_gui.geometry.body_figures import body_figures
from a4s_gui.geometry.shapes import Rectangle, bounding_box, round_mm

NO_MATED_HEIGHT = (
    "no mated height is stated for connectors for inspection: the section shows each half alone, "
    "the header as it is read at 0.8 mm, and not the mated pair"
)
"""What stands instead of the mated section where there is none."""

_SHORTENED = "Shortened between the break lines: lengths stated or measured are the true ones."
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
    wanted = (
        one
        for cell, around in zip(cells, solid, strict=True)
        for one in _dimension_specs(cell, around, scale)
    )
    dimensions = dimensioned(spec, scale, wanted, solid, titles)
    items: list[Primitive] = [
        *(item for half in Half for cell in cells for item in _profile_items(cell, half, scale)),
        *(item for cell in cells for item in _board_items(cell, scale)),
        *(
            line
            for cell, area in zip(cells, solid, strict=True)
            for x_mm in cell.break_mm
            for line in break_line(x_mm, area, scale)
        ),
        *dimensions.placed,
        *titles,
    ]
    breaks = section_breaks(cells, layout_scale)
    scene = assemble_scene(
        spec,
        items,
        _notes(spec, heights, dimensions.left_out, shortened=bool(breaks)),
        scale=scale,
        empty=Rectangle(0.0, 0.0, spec.pair.socket.body_length_mm, 1.0),
        title=f"{spec.pair.id}, {spec.view_words}",
    )
    return replace(scene, breaks=breaks)


def section_box(spec: DrawingSpec, layout_scale: float) -> Rectangle:
    """Return the box around the sections as they stand at a scale, without their dimensions."""
    cells = section_cells(spec, pair_heights(spec.pair), layout_scale)
    return bounding_box(cell_box(cell, layout_scale) for cell in cells)


def _dimension_specs(cell: Cell, solid: Rectangle, scale: float) -> Iterator[DimensionSpec]:
    half_mm = cell.half_width_mm
    for number, (prefix, low, high, suffix) in enumerate(cell.widths):
        line = solid.bottom_mm + row_mm(number) / scale
        first, second = (cell.point(end, 0.0)[0] for end in (low, high))
        yield DimensionSpec(
            first,
            second,
            cell.y_mm,
            line,
            prefix=prefix,
            suffix=suffix,
            hidden_mm=2 * cell.inwards_mm,
        )
    for side, spans in ((1, cell.right), (-1, cell.left)):
        edge = solid.right_mm if side > 0 else solid.left_mm
        for number, (prefix, low, high, suffix) in enumerate(spans):
            yield DimensionSpec(
                round_mm(cell.y_mm - high),
                round_mm(cell.y_mm - low),
                cell.x_mm + side * half_mm,
                edge + side * row_mm(number) / scale,
                vertical=True,
                prefix=prefix,
                suffix=suffix,
                outside=-1,
            )


def _profile_items(cell: Cell, half: Half, scale: float) -> Iterator[Polygon | Line]:
    """Yield what a cell shows of a half; a group in files, so all cells' parts of it follow."""
    for part in cell.profiles:
        if part.half is half:
            for shape in part.shapes:
                style = Style(_INKS[half], THIN_PEN_MM, METAL_FILL)
                if shape is part.mould:
                    style = Style(_INKS[half], OUTLINE_PEN_MM, _MOULD_FILL)
                if cell.inwards_mm:
                    yield from _broken_items(cell.ends(shape), style, half, scale)
                    continue
                points = tuple(cell.point(u, z) for u, z in shape)
                yield Polygon(Layer.BODY, points, style, half)


def _broken_items(
    ends: Iterable[Shape], style: Style, half: Half, scale: float
) -> Iterator[Polygon | Line]:
    """Yield the filling and the outline of each end of a shape, without a line along the break."""
    filling, outline = replace(style, pen_mm=0.0), replace(style, fill=0.0)
    for points in ends:
        yield Polygon(Layer.BODY, points, filling, half)
        for number, ((x1, y1), (x2, y2)) in enumerate(pairwise(points)):
            # Lines end flat: at a corner each goes on by half a pen, so that none is notched.
            dx, dy = x2 - x1, y2 - y1
            over = style.pen_mm / 2 / scale / math.hypot(dx, dy)
            before = over if number else 0.0
            behind = over if number < len(points) - 2 else 0.0
            start = (x1 - before * dx, y1 - before * dy)
            yield Line(Layer.BODY, *start, x2 + behind * dx, y2 + behind * dy, outline, half)


def _board_items(cell: Cell, scale: float) -> Iterator[Line]:
    """Yield each board's surface, with strokes on the side where the board is."""
    side_mm = cell.half_width_mm + BOARD_BEYOND_MM
    ends = (round_mm(cell.x_mm - side_mm), *cell.break_mm, round_mm(cell.x_mm + side_mm))
    for z_mm in cell.boards_mm:
        for left, right in zip(ends[::2], ends[1::2], strict=True):
            yield from _surface(left, right, cell.point(0.0, z_mm)[1], z_mm, scale)


def _surface(left: float, right: float, y: float, z_mm: float, scale: float) -> Iterator[Line]:
    away = 1 if z_mm == 0 else -1
    yield Line(Layer.BODY, left, y, right, y, _BOARD)
    step, deep = _STROKES_MM / scale, STROKE_MM / scale
    count = max(2, round((right - left) / step))
    places = [left + i * (right - left) / count for i in range(count + 1)]
    for start, end in pairwise(places):
        yield Line(Layer.BODY, end, y, max(start, end - deep), y + away * deep, _STROKE)


def _notes(
    spec: DrawingSpec, heights: PairHeights | None, left_out: int, *, shortened: bool
) -> list[str]:
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
    if shortened:
        found.insert(0, _SHORTENED)
    return with_left_out(spec, found, dimensions_missing(spec, left_out))


def _heights_note(heights: PairHeights, mark: str) -> str:
    free = (
        f"Beside the pair {format_height(heights.mated_mm)} are free between the boards for a "
        "component, its solder and its tolerances."
    )
    if not heights.header.derived:
        return free
    return f"{mark}Header's height derived: {heights.header.formula}, and so is its inside. {free}"
