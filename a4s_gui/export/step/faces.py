"""The surface of solids that are put together from boxes: planar faces with loops of corners.

Everything is axis-parallel, so a solid is a set of cells of the grid that its boxes' sides span.
Where a cell has no neighbour there is surface; cells of one plane that touch become one face.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from a4s_gui.frozen import frozen

Index = tuple[int, int, int]
_Cell = tuple[int, int]
_Step = tuple[_Cell, _Cell]


@frozen
class Box:
    """An axis-parallel box by its least and its greatest corner, (x, y, z) in mm."""

    least_mm: tuple[float, float, float]
    most_mm: tuple[float, float, float]


@frozen
class Face:
    """A planar face: its outward normal along ``axis`` and its loops of corners.

    The first loop is the outer one, counter-clockwise seen from outside; the others are holes,
    clockwise.
    """

    axis: int
    outward: int
    loops: tuple[tuple[tuple[float, float, float], ...], ...]


def faces_of(boxes: Sequence[Box]) -> tuple[Face, ...]:
    """Return the surface of the union of boxes, in an order that depends on nothing else."""
    lines = [
        sorted({corner[axis] for box in boxes for corner in (box.least_mm, box.most_mm)})
        for axis in range(3)
    ]
    cells = {cell for box in boxes for cell in _cells_of(box, lines)}
    patches = [
        (axis, outward, level, loops)
        for (axis, outward, level), flat in sorted(_flat_cells(cells).items())
        for loops in _patches(flat)
    ]
    solid = [
        (axis, outward, [[_corner(axis, outward, level, at) for at in loop] for loop in loops])
        for axis, outward, level, loops in patches
    ]
    kept = _corners_that_turn(loop for _, _, loops in solid for loop in loops)
    return tuple(
        Face(
            axis,
            outward,
            tuple(
                tuple(_place(corner, lines) for corner in loop if corner in kept) for loop in loops
            ),
        )
        for axis, outward, loops in solid
    )


def _cells_of(box: Box, lines: Sequence[Sequence[float]]) -> Iterator[Index]:
    spans = [
        range(lines[axis].index(box.least_mm[axis]), lines[axis].index(box.most_mm[axis]))
        for axis in range(3)
    ]
    return product(*spans)  # type: ignore[return-value] # three spans give triples


def _flat_cells(cells: set[Index]) -> dict[tuple[int, int, int], set[_Cell]]:
    """Return the cells' outer sides by axis, outward direction and level on that axis."""
    flat: dict[tuple[int, int, int], set[_Cell]] = defaultdict(set)
    for cell in cells:
        for axis in range(3):
            for outward in (-1, 1):
                neighbour = tuple(
                    at + (outward if here == axis else 0) for here, at in enumerate(cell)
                )
                if neighbour not in cells:
                    level = cell[axis] + (outward > 0)
                    side = (cell[(axis + 1) % 3], cell[(axis + 2) % 3])
                    # Seen from outside of a side that looks down the axis, its axes change places.
                    flat[axis, outward, level].add(side if outward > 0 else side[::-1])
    return flat


def _patches(flat: set[_Cell]) -> Iterator[list[list[_Cell]]]:
    """Yield the loops of each connected patch of cells of one plane, the outer loop first."""
    left = set(flat)
    while left:
        patch = _connected(left, min(left))
        left -= patch
        yield sorted(_loops(patch), key=_area, reverse=True)


def _connected(cells: set[_Cell], start: _Cell) -> set[_Cell]:
    found, ahead = {start}, [start]
    while ahead:
        u, v = ahead.pop()
        for cell in ((u + 1, v), (u - 1, v), (u, v + 1), (u, v - 1)):
            if cell in cells and cell not in found:
                found.add(cell)
                ahead.append(cell)
    return found


def _loops(patch: set[_Cell]) -> list[list[_Cell]]:
    """Return the border of a patch as loops, the patch at the left hand."""
    ahead: dict[_Cell, list[_Cell]] = defaultdict(list)
    for start, end in _border(patch):
        ahead[start].append(end)
    loops = []
    while ahead:
        start = min(ahead)
        # Nothing was gone yet: of several ways all turn alike, and the least is taken.
        loop, at = [start], _take(ahead, start, start)
        while at != start:
            before = loop[-1]
            loop.append(at)
            at = _take(ahead, at, before)
        loops.append(loop)
    return loops


def _border(patch: set[_Cell]) -> Iterator[_Step]:
    for u, v in patch:
        corners = ((u, v), (u + 1, v), (u + 1, v + 1), (u, v + 1))
        beyond = ((u, v - 1), (u + 1, v), (u, v + 1), (u - 1, v))
        for side, cell in enumerate(beyond):
            if cell not in patch:
                yield corners[side], corners[(side + 1) % 4]


def _take(ahead: dict[_Cell, list[_Cell]], at: _Cell, before: _Cell) -> _Cell:
    """Go on along the border; where two ways meet, turn left: around the cell one comes from."""
    ways = ahead[at]
    way = max(sorted(ways), key=lambda end: _turn(before, at, end))
    ways.remove(way)
    if not ways:
        del ahead[at]
    return way


def _turn(before: _Cell, at: _Cell, end: _Cell) -> int:
    (du, dv), (eu, ev) = (at[0] - before[0], at[1] - before[1]), (end[0] - at[0], end[1] - at[1])
    return du * ev - dv * eu


def _area(loop: Sequence[_Cell]) -> int:
    """Return twice the area inside a loop; less than nothing where it runs clockwise."""
    return sum(u * t - v * s for (u, v), (s, t) in pairwise([*loop, loop[0]]))


def _corner(axis: int, outward: int, level: int, at: _Cell) -> Index:
    corner = [0, 0, 0]
    flat = at if outward > 0 else at[::-1]
    corner[axis], corner[(axis + 1) % 3], corner[(axis + 2) % 3] = level, *flat
    return corner[0], corner[1], corner[2]


def _corners_that_turn(loops: Iterable[Sequence[Index]]) -> set[Index]:
    """Return the corners where an edge of any face ends; between them edges run straight on."""
    ways: dict[Index, set[Index]] = defaultdict(set)
    for loop in loops:
        for start, end in pairwise([*loop, loop[0]]):
            step = (end[0] - start[0], end[1] - start[1], end[2] - start[2])
            ways[start].add(step)
            ways[end].add((-step[0], -step[1], -step[2]))
    return {corner for corner, steps in ways.items() if len(steps) != 2 or _bent(steps)}


def _bent(steps: set[Index]) -> bool:
    return any(sum(parts) for parts in zip(*steps, strict=True))


def _place(corner: Index, lines: Sequence[Sequence[float]]) -> tuple[float, float, float]:
    return lines[0][corner[0]], lines[1][corner[1]], lines[2][corner[2]]
