"""The section view: the halves cut across a contact and along the parts, alone and mated.

Each section stands in a cell of its own: across left, along right, one row for each half on its
board and one for the mated pair. Heights go up on the sheet. A board is a line with strokes behind
it, broken off on all sides, since no thickness of one is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from a4s_gui.catalog.model import Connector, Half, Pair
from a4s_gui.catalog.numbers import format_height
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.assemble import assemble_scene
from a4s_gui.drawing.items.captions import caption
from a4s_gui.drawing.items.dimensioning import Dimensioner, DimensionSpec
from a4s_gui.drawing.items.grid import text_boxes
from a4s_gui.drawing.items.notes import describe_pair, dimensions_missing, left_out_note
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import Layer, Line, Polygon, Primitive, Scene
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import FIRST_ROW_MM, OUTLINE_PEN_MM, ROW_MM, THIN_PEN_MM
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.drawing.views.half_view import rows_mm
from a4s_gui.geometry.body import PairHeights, pair_heights
from a4s_gui.geometry.body_figures import body_figures
from a4s_gui.geometry.section import Cut, Profile, mated_profiles, profile
from a4s_gui.geometry.shapes import Rectangle, round_mm

NO_MATED_HEIGHT = (
    "no mated height is stated for connectors for inspection: the section shows each half alone, "
    "the header as it is read at 0.8 mm, and not the mated pair"
)
"""What stands instead of the mated section where there is none."""

_INKS = {Half.SOCKET: ColorRole.BODY, Half.HEADER: ColorRole.HEADER_BODY}
_MOULD_FILL, _METAL_FILL = 0.15, 0.8
_BOARD = Style(ColorRole.TEXT, OUTLINE_PEN_MM)
_STROKE = Style(ColorRole.TEXT, THIN_PEN_MM)
_STROKES_MM, _STROKE_MM = 2.4, 2.0
"""Distance of the strokes behind a board's surface, and how deep they go, on paper."""
_BOARD_BEYOND_MM = 0.4
"""Board shown beyond the part, in mm of the part."""
_CAPTION_MM, _BETWEEN_MM = 6.5, 5.0
"""Room for a caption, and between two cells, on paper."""
_COLUMNS = (1, 2)
"""Columns of dimensions left and right of a section."""
_WORDS = {Cut.ACROSS: "section across a contact", Cut.ALONG: "section along the parts"}


def section_scene(spec: DrawingSpec, scale: float, layout_scale: float) -> Scene:
    """Return the sections of a pair; without a mated height, those of the halves alone.

    The origin is the socket's centre on its board, in the section across.
    """
    heights = pair_heights(spec.pair)
    cells = list(_cells(spec.pair, heights, layout_scale))
    titles = [text for cell in cells for text in _caption(cell, scale)]
    solid = [_solid(cell, scale) for cell in cells]
    dimensioner = Dimensioner(scale, solid, text_boxes(titles, scale))
    if Layer.DIMENSIONS in spec.layers:
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


@dataclass(frozen=True)
class _Cell:
    """One section: what is cut, the place of the lower board's surface, and its dimensions.

    ``high_mm`` is how far parts and boards of its row reach above the lower board. Dimensions are
    (prefix, from, to, suffix) in the profile's own u and z: ``widths`` stand below, those of
    heights ``right`` and ``left``, from the inside out.
    """

    title: str
    cut: Cut
    profiles: tuple[Profile, ...]
    boards_mm: tuple[float, ...]
    high_mm: float
    x_mm: float
    y_mm: float
    widths: tuple[_Span, ...] = ()
    right: tuple[_Span, ...] = ()
    left: tuple[_Span, ...] = ()

    @property
    def half_width_mm(self) -> float:
        """How far the parts reach from the middle."""
        return max(u for part in self.profiles for shape in _shapes(part) for u, _ in shape)

    def point(self, u_mm: float, z_mm: float) -> tuple[float, float]:
        """Return where a point of the section is in the scene."""
        return round_mm(self.x_mm + u_mm), round_mm(self.y_mm - z_mm)


_Span = tuple[str, float, float, str]


def _cells(pair: Pair, heights: PairHeights | None, scale: float) -> Iterator[_Cell]:
    """Yield the cells of a pair, each clear of the others at a scale of n:1."""
    apart = {Cut.ACROSS: 0.0, Cut.ALONG: _apart_mm(pair, scale)}
    y_mm = 0.0
    for connector in pair.connectors:
        high_mm = _height_mm(connector, heights)
        if connector.half is Half.HEADER:
            y_mm = round_mm(y_mm + high_mm + _room_mm(below=rows_mm(1)) / scale)
        for cut in Cut:
            yield _half_cell(connector, cut, heights, apart[cut], y_mm)
    if heights is None:
        return
    y_mm = round_mm(y_mm + heights.mated_mm + _room_mm(below=rows_mm(1), boards=2) / scale)
    for cut in Cut:
        if both := mated_profiles(pair, cut):
            yield _mated_cell(cut, both, heights, apart[cut], y_mm)


def _apart_mm(pair: Pair, scale: float) -> float:
    """Return from the middle of the sections across to that of the sections along."""
    across_mm = body_figures().socket.width_mm / 2 + _BOARD_BEYOND_MM
    along_mm = pair.socket.body_length_mm / 2 + _BOARD_BEYOND_MM
    title, _ = caption(_title(pair.socket), _WORDS[Cut.ACROSS], PaperCorner(0, 0, scale), 0.0)
    left, right = (rows_mm(columns) / scale for columns in _COLUMNS)
    clear_mm = max(across_mm + right, items_bounds(title, scale).width_mm - across_mm)
    return round_mm(clear_mm + _BETWEEN_MM / scale + left + along_mm)


def _title(connector: Connector) -> str:
    return f"{connector.half.capitalize()} {connector.part_number}"


def _room_mm(below: float, boards: int = 1) -> float:
    """Return the paper between one board's surface and the part of the row beneath it."""
    return boards * _STROKE_MM + below + _BETWEEN_MM + _CAPTION_MM


def _height_mm(connector: Connector, heights: PairHeights | None) -> float:
    if heights is None:
        return body_figures().half(connector.half).height_mm
    return (heights.socket if connector.half is Half.SOCKET else heights.header).value_mm


def _half_cell(
    connector: Connector, cut: Cut, heights: PairHeights | None, x_mm: float, y_mm: float
) -> _Cell:
    half, figures = connector.half, body_figures().half(connector.half)
    mated_mm = heights.mated_mm if heights else None
    cut_half = profile(connector, cut, mated_mm)
    high_mm = _height_mm(connector, heights)
    derived = _height_remark(half, heights)
    if cut is Cut.ALONG:
        width, right = ("A", connector.body_length_mm), [("", 0.0, high_mm, derived)]
    else:
        width = ("", figures.width_mm)
        wall_mm = max(z for _, z in cut_half.mould)
        right = [("", 0.0, wall_mm, derived)]
    return _Cell(
        _title(connector),
        cut,
        (cut_half,),
        (0.0,),
        high_mm,
        x_mm,
        y_mm,
        widths=((width[0], -width[1] / 2, width[1] / 2, ""),),
        right=tuple(right),
    )


def _height_remark(half: Half, heights: PairHeights | None) -> str:
    """Return what stands behind a height that was not read from a part like this one."""
    if half is Half.SOCKET:
        return ""
    if heights is None:
        return f"at {format_height(body_figures().header_inside.read_at_mated_height_mm)}"
    return "derived" if heights.header.derived else ""


def _mated_cell(
    cut: Cut,
    both: tuple[Profile, Profile],
    heights: PairHeights,
    x_mm: float,
    y_mm: float,
) -> _Cell:
    mated_mm, socket_mm = heights.mated_mm, heights.socket.value_mm
    low_mm = round_mm(mated_mm - heights.header.value_mm)
    derived = "derived" if heights.derived else ""
    right: tuple[_Span, ...] = (("mated", 0.0, mated_mm, ""),)
    left: tuple[_Span, ...] = ()
    if cut is Cut.ALONG:
        right = (("gap", socket_mm, mated_mm, ""), ("free", 0.0, mated_mm, ""))
        left = (("overlap", low_mm, socket_mm, derived),)
    return _Cell("Mated", cut, both, (0.0, mated_mm), mated_mm, x_mm, y_mm, right=right, left=left)


def _solid(cell: _Cell, scale: float) -> Rectangle:
    """Return the box around parts and boards of a cell, which dimensions keep clear of."""
    side_mm = cell.half_width_mm + _BOARD_BEYOND_MM
    deep_mm = _STROKE_MM / scale
    above_mm = deep_mm if len(cell.boards_mm) > 1 else 0.0
    return Rectangle.from_edges(
        cell.x_mm - side_mm,
        cell.y_mm - cell.high_mm - above_mm,
        cell.x_mm + side_mm,
        cell.y_mm + deep_mm,
    )


def _dimension_specs(cell: _Cell, solid: Rectangle, scale: float) -> Iterator[DimensionSpec]:
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


def _caption(cell: _Cell, scale: float) -> Sequence[Primitive]:
    x_mm, y_mm = cell.point(-cell.half_width_mm - _BOARD_BEYOND_MM, cell.high_mm)
    boards_mm = _STROKE_MM * (len(cell.boards_mm) - 1)
    corner = PaperCorner(x_mm, y_mm, scale).at(0.0, -boards_mm - 2.5)
    return caption(cell.title, _WORDS[cell.cut], corner, 0.0)[0]


def _profile_items(cell: _Cell, half: Half) -> Iterator[Polygon]:
    """Yield what a cell shows of a half; a group in files, so all cells' parts of it follow."""
    for part in cell.profiles:
        if part.half is half:
            for shape in _shapes(part):
                style = Style(_INKS[half], THIN_PEN_MM, _METAL_FILL)
                if shape is part.mould:
                    style = Style(_INKS[half], OUTLINE_PEN_MM, _MOULD_FILL)
                points = tuple(cell.point(u, z) for u, z in shape)
                yield Polygon(Layer.BODY, points, style, half)


def _shapes(part: Profile) -> tuple[tuple[tuple[float, float], ...], ...]:
    return (part.mould, *part.metal)


def _board_items(cell: _Cell, scale: float) -> Iterator[Line]:
    """Yield each board's surface, with strokes on the side where the board is."""
    for z_mm in cell.boards_mm:
        yield from _surface(cell, z_mm, scale)


def _surface(cell: _Cell, z_mm: float, scale: float) -> Iterator[Line]:
    side_mm = cell.half_width_mm + _BOARD_BEYOND_MM
    away = 1 if z_mm == 0 else -1
    left, y = cell.point(-side_mm, z_mm)
    right, _ = cell.point(side_mm, z_mm)
    yield Line(Layer.BODY, left, y, right, y, _BOARD)
    step, deep = _STROKES_MM / scale, _STROKE_MM / scale
    count = max(2, round((right - left) / step))
    places = [left + i * (right - left) / count for i in range(count + 1)]
    for start, end in pairwise(places):
        yield Line(Layer.BODY, end, y, max(start, end - deep), y + away * deep, _STROKE)


def _notes(spec: DrawingSpec, heights: PairHeights | None, left_out: int) -> list[str]:
    known = body_figures()
    found = []
    if not (spec.brief_notes or spec.with_title_block):
        found.append(f"{describe_pair(spec.pair)}. Lengths in mm.")
    if heights is None:
        found.append(f"{spec.pair.id}: {NO_MATED_HEIGHT}.")
    else:
        found.append(_heights_note(heights))
    found.append(
        "Sections from CAD models: socket "
        f"{known.source(Half.SOCKET).document}, header {known.source(Half.HEADER).document}. "
        "Schematic: how the leads rise into the mould; the springs in it are not known. Boards "
        "and stiffener are broken off: no thickness of one is known."
    )
    if missing := left_out_note(dimensions_missing(left_out)):
        found.append(missing)
    return found


def _heights_note(heights: PairHeights) -> str:
    free = (
        f"Beside the pair {format_height(heights.mated_mm)} are free between the boards for a "
        "component, its solder and its tolerances."
    )
    if not heights.header.derived:
        return free
    return f"Header's height derived: {heights.header.formula}, and so is its inside. {free}"
