"""The cells of the section view: what each shows and dimensions, and where it stands.

Heights go up on the sheet; a cell's place is the middle of its lower board's surface.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import copysign, inf

from a4s_gui.catalog.model import Connector, Half, Pair
from a4s_gui.catalog.numbers import format_height
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.break_lines import GAP_MM
from a4s_gui.drawing.items.captions import caption
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import Break, Text
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.views.half_view import rows_mm
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.body import PairHeights, height_mm
from a4s_gui.geometry.body_figures import body_figures
from a4s_gui.geometry.section import Cut, Profile, mated_profiles, profile
from a4s_gui.geometry.shapes import Rectangle, round_mm

REMARK = "*"
"""What refers to the notes for a remark."""
STROKE_MM = 2.0
"""How deep the strokes behind a board's surface go, on paper."""
BOARD_BEYOND_MM = 0.4
"""Board shown beyond the part, in mm of the part."""
_CAPTION_MM, _BETWEEN_MM = 6.5, 5.0
"""Room for a caption, and between two cells, on paper."""
_COLUMNS = (1, 2)
"""Columns of dimensions left and right of a section."""
_WORDS = {Cut.ACROSS: "section across a contact", Cut.ALONG: "section along the parts"}
_SHORTENED = "section along, shortened"

Shape = tuple[tuple[float, float], ...]
"""The corners of a polygon, in mm."""
Span = tuple[str, float, float, str]
"""Prefix, from, to and suffix of a dimension."""


@frozen(slots=False)
class Cell:
    """One section: what is cut, the place of the lower board's surface, and its dimensions.

    ``high_mm`` is how far parts and boards of its row reach above the lower board. Dimensions are
    (prefix, from, to, suffix) in the profile's own u and z: ``widths`` stand below, those of
    heights ``right`` and ``left``, from the inside out. Of parts that are drawn shortened, both
    ends stand ``inwards_mm`` nearer to the middle, with ``gap_mm`` free between the break lines.
    """

    title: str
    cut: Cut
    profiles: tuple[Profile, ...]
    boards_mm: tuple[float, ...]
    high_mm: float
    x_mm: float = 0.0
    y_mm: float = 0.0
    widths: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()
    left: tuple[Span, ...] = ()
    inwards_mm: float = 0.0
    gap_mm: float = 0.0

    @property
    def half_width_mm(self) -> float:
        """How far the parts reach from the middle, as they are drawn."""
        return max(part.reach_mm for part in self.profiles) - self.inwards_mm

    def point(self, u_mm: float, z_mm: float) -> tuple[float, float]:
        """Return where a point of the section is in the scene."""
        drawn_mm = u_mm - copysign(self.inwards_mm, u_mm)
        return round_mm(self.x_mm + drawn_mm), round_mm(self.y_mm - z_mm)

    @property
    def break_mm(self) -> tuple[float, float] | tuple[()]:
        """The places of the left and the right break line in the scene, none where all is whole."""
        if not self.inwards_mm:
            return ()
        return round_mm(self.x_mm - self.gap_mm / 2), round_mm(self.x_mm + self.gap_mm / 2)

    def ends(self, shape: Shape) -> Iterator[Shape]:
        """Yield what is drawn of a shape at the right and at the left end, from break to break.

        The shape is symmetric, begins on the axis, and is flat where it is broken.
        """
        broken_mm = self.inwards_mm + self.gap_mm / 2
        right = [(u or broken_mm, z) for u, z in shape if u >= 0]
        for side in (1, -1):
            yield tuple(self.point(side * u, z) for u, z in right)


def section_cells(spec: DrawingSpec, heights: PairHeights | None, scale: float) -> list[Cell]:
    """Return the cells of a pair, each clear of the others at a scale of n:1.

    One row for each half and one for the mated pair; where the drawing asks for what stands side by
    side, one row for each cut.
    """
    if spec.side_by_side:
        return list(_rows_of_cuts(spec, heights, scale))
    rows = list(_rows(spec, heights, scale))
    widest = [rows[0][0], *(row[0] for row in rows[2:])]
    apart = {Cut.ACROSS: 0.0, Cut.ALONG: _apart_mm(widest, spec, scale)}
    found: list[Cell] = []
    y_mm = 0.0
    for row in rows:
        if found:
            room_mm = _room_mm(row, spec, scale)
            y_mm = round_mm(y_mm + row[0].high_mm + room_mm / scale)
        found += [replace(cell, x_mm=apart[cell.cut], y_mm=y_mm) for cell in row]
    return found


def _rows(
    spec: DrawingSpec, heights: PairHeights | None, scale: float
) -> Iterator[tuple[Cell, ...]]:
    """Yield each half cut across and along, then the mated pair."""
    for across, whole in _worded_rows(spec.pair, heights):
        row = (across, _shortened(whole, spec, scale))
        yield tuple(map(_in_short, row)) if spec.short_remarks else row


def _shortened(cell: Cell, spec: DrawingSpec, scale: float) -> Cell:
    """Return a cell along the parts, drawn no longer than there is room.

    The halves lose as much of their middle as the socket, so that their ends stay where they mate.
    """
    over_mm = spec.pair.socket.body_length_mm - spec.longest_mm
    if over_mm <= 0:
        return cell
    gap_mm = min(GAP_MM / scale, spec.longest_mm / 4)
    return replace(cell, inwards_mm=over_mm / 2, gap_mm=gap_mm)


def _in_short(cell: Cell) -> Cell:
    """Return a cell with an asterisk for each remark, and the mated height in its title.

    That height is what a section is looked at for, and its dimension the first without room.
    """
    right, left = (
        tuple((prefix, low, high, REMARK if words else "") for prefix, low, high, words in spans)
        for spans in (cell.right, cell.left)
    )
    is_mated = len(cell.profiles) > 1
    title = f"{cell.title} at {format_height(cell.high_mm)}" if is_mated else cell.title
    return replace(cell, title=title, right=right, left=left)


def _worded_rows(pair: Pair, heights: PairHeights | None) -> Iterator[tuple[Cell, Cell]]:
    across, along = Cut
    for connector in pair.connectors:
        yield _half_cell(connector, across, heights), _half_cell(connector, along, heights)
    if heights is not None:
        yield _mated_cell(across, pair, heights), _mated_cell(along, pair, heights)


def _rows_of_cuts(spec: DrawingSpec, heights: PairHeights | None, scale: float) -> Iterator[Cell]:
    """Yield socket, header and mated pair beside one another, across and beneath that along."""
    columns = list(_rows(spec, heights, scale))
    high_mm = max(cells[0].high_mm for cells in columns)
    room_mm = high_mm + _room_mm([cell for _, cell in columns], spec, scale) / scale
    for number, cells in enumerate(zip(*columns, strict=True)):
        x_mm = 0.0
        for place, cell in enumerate(cells):
            raised = replace(cell, high_mm=high_mm, y_mm=round_mm(number * room_mm))
            left_mm, right_mm = _sides_mm(raised, spec, scale)
            x_mm += left_mm if place else 0.0
            yield replace(raised, x_mm=round_mm(x_mm))
            x_mm += right_mm + _BETWEEN_MM / scale


def _sides_mm(cell: Cell, spec: DrawingSpec, scale: float) -> tuple[float, float]:
    """Return how far a cell with its dimensions and caption reaches left and right of its x."""
    title = items_bounds(cell_caption(cell, spec, scale), scale)
    side_mm = cell.half_width_mm + BOARD_BEYOND_MM
    left, right = (rows_mm(len(spans), spec) / scale for spans in (cell.left, cell.right))
    return side_mm + left * bool(cell.left), max(side_mm + right, title.right_mm)


def _apart_mm(cells: Iterable[Cell], spec: DrawingSpec, scale: float) -> float:
    """Return from the middle of the sections across, the widest of ``cells``, to those along."""
    across_mm = body_figures().socket.width_mm / 2 + BOARD_BEYOND_MM
    along_mm = min(spec.pair.socket.body_length_mm, spec.longest_mm) / 2 + BOARD_BEYOND_MM
    left, right = (rows_mm(columns, spec) / scale for columns in _COLUMNS)
    captions_mm = (items_bounds(cell_caption(cell, spec, scale), scale).width_mm for cell in cells)
    clear_mm = max(across_mm + right, max(captions_mm) - across_mm)
    return round_mm(clear_mm + _BETWEEN_MM / scale + left + along_mm)


def _title(connector: Connector) -> str:
    return f"{connector.half.capitalize()} {connector.part_number}"


def _room_mm(row: Sequence[Cell], spec: DrawingSpec, scale: float) -> float:
    """Return the paper between the surface of the boards above and the parts of a row."""
    boards = max(len(cell.boards_mm) for cell in row)
    captions = [items_bounds(cell_caption(cell, spec, scale), scale) for cell in row]
    wrapped_mm = max(box.height_mm * scale for box in captions) - spec.sizes.caption_mm
    above_mm = _CAPTION_MM + max(0.0, wrapped_mm)
    return boards * STROKE_MM + rows_mm(1, spec) + _BETWEEN_MM + above_mm


def _half_cell(connector: Connector, cut: Cut, heights: PairHeights | None) -> Cell:
    half, figures = connector.half, body_figures().half(connector.half)
    mated_mm = heights.mated_mm if heights else None
    cut_half = profile(connector, cut, mated_mm)
    high_mm = height_mm(connector, heights)
    derived = _height_remark(half, heights)
    if cut is Cut.ALONG:
        width, right = ("A", connector.body_length_mm), [("", 0.0, high_mm, derived)]
    else:
        width = ("", figures.width_mm)
        wall_mm = max(z for _, z in cut_half.mould)
        right = [("", 0.0, wall_mm, derived)]
    return Cell(
        _title(connector),
        cut,
        (cut_half,),
        (0.0,),
        high_mm,
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


def _mated_cell(cut: Cut, pair: Pair, heights: PairHeights) -> Cell:
    mated_mm, socket_mm = heights.mated_mm, heights.socket.value_mm
    low_mm = round_mm(mated_mm - heights.header.value_mm)
    derived = "derived" if heights.derived else ""
    right: tuple[Span, ...] = (("mated", 0.0, mated_mm, ""),)
    left: tuple[Span, ...] = ()
    if cut is Cut.ALONG:
        right = (("gap", socket_mm, mated_mm, derived), ("free", 0.0, mated_mm, ""))
        left = (("overlap", low_mm, socket_mm, derived),)
    both = mated_profiles(pair, cut) or ()
    return Cell("Mated", cut, both, (0.0, mated_mm), mated_mm, right=right, left=left)


def cell_box(cell: Cell, scale: float) -> Rectangle:
    """Return the box around parts and boards of a cell, which dimensions keep clear of."""
    side_mm = cell.half_width_mm + BOARD_BEYOND_MM
    deep_mm = STROKE_MM / scale
    above_mm = deep_mm if len(cell.boards_mm) > 1 else 0.0
    return Rectangle.from_edges(
        cell.x_mm - side_mm,
        cell.y_mm - cell.high_mm - above_mm,
        cell.x_mm + side_mm,
        cell.y_mm + deep_mm,
    )


def section_breaks(cells: Sequence[Cell], scale: float) -> tuple[Break, ...]:
    """Return what is left out of the sections along the parts; none where these are whole.

    Beneath one another they are broken at the same places; beside one another, those across, which
    stand above, are not concerned.
    """
    broken = [cell for cell in cells if cell.inwards_mm]
    if not broken:
        return ()
    above_mm = max(cell_box(cell, scale).bottom_mm for cell in cells if cell.cut is Cut.ACROSS)
    below_mm = min(cell_box(cell, scale).top_mm for cell in broken)
    top_mm = (above_mm + below_mm) / 2 if above_mm < below_mm else -inf
    found = {cell.break_mm: 2 * cell.inwards_mm for cell in broken}
    return tuple(
        Break(*places, hidden_mm, top_mm, inf) for places, hidden_mm in found.items() if places
    )


def cell_caption(cell: Cell, spec: DrawingSpec, scale: float) -> Sequence[Text]:
    """Return what stands above a cell: what is cut, and where."""
    x_mm = round_mm(cell.x_mm - cell.half_width_mm - BOARD_BEYOND_MM)
    y_mm = round_mm(cell.y_mm - cell.high_mm)
    boards_mm = STROKE_MM * (len(cell.boards_mm) - 1)
    corner = PaperCorner(x_mm, y_mm, scale).at(0.0, -boards_mm - 2.5)
    words = "" if spec.cramped else _SHORTENED if cell.inwards_mm else _WORDS[cell.cut]
    return caption(cell.title, words, corner, 0.0, spec)[0]
