"""Two rows of contacts at the series' pitch, found among the pads of a component.

Nothing is taken from names or numbers. Neighbours at the pitch say how the rows run; medians over
all contacts say where they lie, so that one pad that is moved, missing or cut does not move the
frame that it is measured in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from math import atan2, degrees, hypot
from statistics import median

from a4s_gui.boards.geometry_2d import Point, bounds_of_turned, from_quarter_turn, turned
from a4s_gui.boards.model import BoardPad, BoardSide, Component
from a4s_gui.catalog.series import shipped_series
from a4s_gui.frozen import field, frozen, replace
from a4s_gui.geometry.numbering import BOTTOM_ROW, TOP_ROW
from a4s_gui.geometry.shapes import Rectangle, round_mm

Site = tuple[int, int]
"""Row (the upper one is 0) and column (0 at the left end) of a contact, in the part's frame."""
Corner = tuple[int, int]
"""Signs of x and y of a soldering terminal's place, in the part's frame."""

MOST_PADS = 300
_PITCH_TOLERANCE_MM = 0.04
_ALONG_MM, _ACROSS_MM = 0.19, 0.45
"""How far off its place a contact may be and still be taken for it: half the pitch along the row,
and across it less than half the distance of the rows."""
_LEAST_ROWS_MM, _MOST_ROWS_MM = 1.2, 3.4
_LEAST_COLUMNS = 3
_LONE_COLUMNS, _ALIKE = 3.5, 0.25
"""How far from the others a contact without neighbours may be, and its size from theirs: soldering
terminals, which stand there too, are larger."""
_TERMINALS_FROM_MM, _TERMINALS_TO_MM, _TERMINALS_ACROSS_MM = 0.25, 2.2, 2.2
"""Where terminals are looked for, beyond the outermost contact centres and off the long axis."""
_ROUGH_DEG = 3.0


@frozen(slots=False)
class ContactRows:
    """The contacts and terminals of one connector in its own frame, by their sites and corners.

    They are on one ``side`` of the board. ``rotation_deg`` leads from the board to the frame,
    counter-clockwise seen from that side; ``centre_mm`` is the frame's origin on the board, seen
    from there too. The pitch is the measured one; ``strays`` are copper on the same side that is
    neither.
    """

    side: BoardSide
    rotation_deg: float
    centre_mm: Point
    pitch_mm: float
    columns: int
    contacts: Mapping[Site, BoardPad] = field(hash=False)
    terminals: Mapping[Corner, BoardPad] = field(hash=False)
    strays: tuple[BoardPad, ...]
    angles_are_rough: bool = False

    @property
    def pads(self) -> Iterator[BoardPad]:
        """Contacts, then terminals."""
        yield from self.contacts.values()
        yield from self.terminals.values()

    @cached_property
    def contact_rects(self) -> Mapping[Site, Rectangle]:
        """The contact pads' bounding rectangles in the part's frame."""
        return {site: self.rect_of(pad) for site, pad in self.contacts.items()}

    @cached_property
    def terminal_rects(self) -> Mapping[Corner, Rectangle]:
        """The terminal pads' bounding rectangles in the part's frame."""
        return {corner: self.rect_of(pad) for corner, pad in self.terminals.items()}

    def place_of(self, x_mm: float, y_mm: float) -> Point:
        """Return a place on the board (seen from the front) in the part's frame."""
        x, y = own_view(self.side, x_mm, y_mm)
        dx, dy = x - self.centre_mm[0], y - self.centre_mm[1]
        return turned(dx, dy, -self.rotation_deg)

    def board_place(self, x_mm: float, y_mm: float) -> Point:
        """Return a place in the part's frame as one on the board, seen from the front."""
        x, y = turned(x_mm, y_mm, self.rotation_deg)
        return own_view(self.side, self.centre_mm[0] + x, self.centre_mm[1] + y)

    def rect_of(self, pad: BoardPad) -> Rectangle:
        """Return a pad's bounding rectangle in the part's frame."""
        x, y = self.place_of(pad.x_mm, pad.y_mm)
        angle = own_angle(self.side, pad.angle_deg) - self.rotation_deg
        if self.angles_are_rough:
            angle = _squared(angle, -own_angle(self.side, pad.angle_deg) - self.rotation_deg)
        box = bounds_of_turned(x, y, pad.width_mm, pad.height_mm, angle)
        return Rectangle(*map(round_mm, (box.x_mm, box.y_mm, box.width_mm, box.height_mm)))

    def turned_half(self) -> ContactRows:
        """Return the same pads in the frame that is turned by half a turn."""
        last = self.columns - 1
        return replace(
            self,
            rotation_deg=(self.rotation_deg + 180) % 360,
            contacts={(1 - row, last - at): pad for (row, at), pad in self.contacts.items()},
            terminals={(-x, -y): pad for (x, y), pad in self.terminals.items()},
        )


def own_view(side: BoardSide, x_mm: float, y_mm: float) -> Point:
    """Return a place as it is seen from one side.

    The back is seen with the board turned over sideways: x changes its sign, y does not.
    """
    return (x_mm if side is BoardSide.FRONT else -x_mm), y_mm


def own_angle(side: BoardSide, angle_deg: float) -> float:
    """Return an angle as it is seen from one side; mirrored, it turns the other way."""
    return angle_deg if side is BoardSide.FRONT else -angle_deg


def _squared(angle_deg: float, other_deg: float) -> float:
    """Return the one of two rough angles that is nearer to a quarter turn, made one if near."""
    best = min(angle_deg, other_deg, key=lambda angle: abs(from_quarter_turn(angle)))
    off = from_quarter_turn(best)
    return best - off if abs(off) <= _ROUGH_DEG else best


def find_contact_rows(component: Component) -> ContactRows | None:
    """Return the rows of contacts of a component, ``None`` where there are no two at the pitch.

    Which of their ends is the left one in their frame is not known yet.
    """
    for side in BoardSide:
        pads = [pad for pad in component.pads if pad.side is side]
        if 2 * _LEAST_COLUMNS <= len(pads) <= MOST_PADS:
            found = _Search(side, pads, component).find()
            if found is not None:
                return found
    return None


class _Search:
    """The search among the pads of one side."""

    def __init__(self, side: BoardSide, pads: Sequence[BoardPad], component: Component) -> None:
        self.side = side
        self.pads = pads
        self.component = component
        self.pitch_mm = shipped_series().pitch_mm
        self.seen = [own_view(side, pad.x_mm, pad.y_mm) for pad in pads]

    def find(self) -> ContactRows | None:
        votes = list(self._neighbours())
        if len(votes) < 2 * (_LEAST_COLUMNS - 1):
            return None
        rotation = self._rotation(votes)
        places = [turned(x, y, -rotation) for x, y in self.seen]
        in_rows = {
            i for pair, angle in votes if abs(_half_turn(angle - rotation)) < 15 for i in pair
        }
        found = _two_rows([(places[i][1], i) for i in in_rows])
        if found is None:
            return None
        rows = self._with_lone_ones(found, places)
        rotation = self._refined(rotation, rows, places)
        return self._frame(rotation, rows)

    def _neighbours(self) -> Iterator[tuple[tuple[int, int], float]]:
        """Yield pads at the pitch from each other, with the angle of the line between them."""
        for (i, (x, y)), (j, (u, v)) in combinations(enumerate(self.seen), 2):
            if abs(hypot(u - x, v - y) - self.pitch_mm) <= _PITCH_TOLERANCE_MM:
                yield (i, j), degrees(atan2(y - v, u - x)) % 180

    def _rotation(self, votes: Sequence[tuple[tuple[int, int], float]]) -> float:
        """Return the commonest angle, to the degree or so."""
        angles = [angle for _, angle in votes]
        (best, _), *_ = Counter(round(angle / 5) * 5 % 180 for angle in angles).most_common(1)
        near = [_half_turn(angle - best) for angle in angles]
        return best + median(off for off in near if abs(off) <= 7.5)

    def _with_lone_ones(
        self, rows: Sequence[list[int]], places: Sequence[Point]
    ) -> Sequence[list[int]]:
        """Return the rows with contacts whose neighbours are all missing: of the others' size."""
        sizes = [sorted((pad.width_mm, pad.height_mm)) for pad in self.pads]
        usual = [median(sizes[i][side] for row in rows for i in row) for side in (0, 1)]
        heights = [median(places[i][1] for i in row) for row in rows]
        in_rows = {i for row in rows for i in row}
        wider = [list(row) for row in rows]
        for i, (x, y) in enumerate(places):
            row = min((0, 1), key=lambda one: abs(y - heights[one]))
            off = min((abs(x - places[j][0]) for j in rows[row]), default=0.0)
            alike = all(abs(a / b - 1) < _ALIKE for a, b in zip(sizes[i], usual, strict=True))
            is_near = off < _LONE_COLUMNS * self.pitch_mm and abs(y - heights[row]) < _ALONG_MM
            off_grid = abs(off - round(off / self.pitch_mm) * self.pitch_mm)
            if i not in in_rows and alike and is_near and off_grid < _ALONG_MM / 2:
                wider[row].append(i)
        return wider

    def _refined(self, rotation: float, rows: Sequence[list[int]], places: list[Point]) -> float:
        """Return the angle exactly: the footprint's own where it fits, else that of the rows."""
        slopes = [
            degrees(atan2(places[i][1] - places[j][1], places[j][0] - places[i][0]))
            for row in rows
            for i, j in combinations(sorted(row, key=lambda i: places[i][0]), 2)
            if places[j][0] - places[i][0] > 1.5 * self.pitch_mm
        ]
        fitted = rotation + (median(slopes) if slopes else 0.0)
        own = self.component.rotation_deg
        if own is not None:
            off = from_quarter_turn(fitted - own_angle(self.side, own))
            return (fitted - off if abs(off) < 0.5 else fitted) % 360
        nearest = round(2 * fitted) / 2  # places in a netlist are rounded; boards turn by 0.5
        return (nearest if abs(nearest - fitted) < 0.1 else fitted) % 360

    def _frame(self, rotation: float, rows: Sequence[list[int]]) -> ContactRows | None:
        places = [turned(x, y, -rotation) for x, y in self.seen]
        heights = [median(places[i][1] for i in row) for row in rows]
        along = sorted(places[i][0] for row in rows for i in row)
        pitch = _pitch(sorted(places[i][0] for i in row) for row in rows)
        phase = _phase(along, pitch)
        columns = [round((x - phase) / pitch) for x in along]
        first, last = min(columns), max(columns)
        if last - first + 1 < _LEAST_COLUMNS:
            return None
        centre = (phase + pitch * (first + last) / 2, sum(heights) / 2)
        sites = self._sites(places, centre, heights, last - first + 1, pitch)
        rest = [i for i in range(len(places)) if i not in set(sites.values())]
        corners = self._corners(rest, places, centre, pitch * (last - first) / 2)
        taken = {*sites.values(), *corners.values()}
        return ContactRows(
            self.side,
            rotation,
            turned(*centre, rotation),
            pitch,
            last - first + 1,
            {site: self.pads[i] for site, i in sorted(sites.items())},
            {corner: self.pads[i] for corner, i in sorted(corners.items())},
            tuple(pad for i, pad in enumerate(self.pads) if i not in taken),
            self.component.angles_are_rough,
        )

    def _sites(
        self,
        places: Sequence[Point],
        centre: Point,
        heights: Sequence[float],
        columns: int,
        pitch: float,
    ) -> dict[Site, int]:
        """Return the pad nearest to each site, of those near enough to be meant for it."""
        found: dict[Site, tuple[float, int]] = {}
        for i, (x, y) in enumerate(places):
            column = round((x - centre[0]) / pitch + (columns - 1) / 2)
            along = x - centre[0] - pitch * (column - (columns - 1) / 2)
            row = TOP_ROW if y < centre[1] else BOTTOM_ROW
            across = y - heights[row]
            if not 0 <= column < columns or abs(along) > _ALONG_MM or abs(across) > _ACROSS_MM:
                continue
            entry = (hypot(along, across), i)
            found[row, column] = min(found.get((row, column), entry), entry)
        return {site: i for site, (_, i) in found.items()}

    def _corners(
        self, rest: Sequence[int], places: Sequence[Point], centre: Point, half_span: float
    ) -> dict[Corner, int]:
        """Return the largest of the other pads at each corner."""
        found: dict[Corner, int] = {}
        for i in sorted(rest, key=lambda i: self.pads[i].width_mm * self.pads[i].height_mm):
            dx, dy = places[i][0] - centre[0], places[i][1] - centre[1]
            is_beside = _TERMINALS_FROM_MM < abs(dx) - half_span < _TERMINALS_TO_MM
            if is_beside and 0 < abs(dy) < _TERMINALS_ACROSS_MM:
                found[1 if dx > 0 else -1, 1 if dy > 0 else -1] = i
        return found


def _half_turn(angle_deg: float) -> float:
    """Return the least angle to a whole number of half turns, in -90 to 90."""
    return (angle_deg + 90) % 180 - 90


def _two_rows(heights: Sequence[tuple[float, int]]) -> tuple[list[int], list[int]] | None:
    """Return the pads of the two rows, the upper one first; ``None`` if there are not two."""
    rows: list[list[tuple[float, int]]] = []
    for height, i in sorted(heights):
        if not rows or height - rows[-1][-1][0] > _ACROSS_MM:
            rows.append([])
        rows[-1].append((height, i))
    # A pad off its row is no row; a ball grid has many rows that are alike.
    full = [row for row in rows if 2 * len(row) > max(map(len, rows))]
    if len(full) != 2:
        return None
    distance = median(h for h, _ in full[1]) - median(h for h, _ in full[0])
    if not _LEAST_ROWS_MM <= distance <= _MOST_ROWS_MM:
        return None
    return [i for _, i in full[0]], [i for _, i in full[1]]


def _pitch(rows: Iterable[Sequence[float]]) -> float:
    """Return the measured pitch: over the longest distances that there are."""
    nominal = shipped_series().pitch_mm
    steps = [
        (b - a) / round((b - a) / nominal)
        for row in rows
        for i, a in enumerate(row)
        for b in row[i + max(len(row) // 2, 1) :]
        if round((b - a) / nominal)
    ]
    found = float(median(steps)) if steps else nominal
    return found if abs(found - nominal) <= _PITCH_TOLERANCE_MM else nominal


def _phase(along: Sequence[float], pitch: float) -> float:
    """Return the place of one column, by the median of all contacts."""
    start = along[len(along) // 2]
    offs = [(x - start + pitch / 2) % pitch - pitch / 2 for x in along]
    return start + median(offs)
