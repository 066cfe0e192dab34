"""The halves as plain solids: mould, leads and the terminals' metal, from the bodies' figures.

Millimetres, x along the rows, y across them and *up* as three-dimensional programs have it (a
footprint's y runs down), z up from the half's own board. All sides are axis-parallel: slopes of
0.05 mm and less are steps at their narrower end, so that the solids never reach further than the
parts do. What no figure says is drawn plain: the springs inside the mould are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a4s_gui.catalog.model import Connector, Half, Pair
from a4s_gui.export.step.faces import Box
from a4s_gui.export.step.part21 import Solid
from a4s_gui.geometry.body import body, height_mm, pair_heights
from a4s_gui.geometry.body_figures import BodyFigures, HalfFigures, body_figures
from a4s_gui.geometry.shapes import Rectangle, round_mm

_MOULD = (0.17, 0.17, 0.18)
_METAL = (0.83, 0.69, 0.22)


def half_solids(connector: Connector, height_mm: float) -> tuple[Solid, ...]:
    """Return one half on its own board, ``height_mm`` high; raises as :func:`body_figures`."""
    known = body_figures()
    shape = body(connector)
    mould = _socket_mould if connector.half is Half.SOCKET else _header_mould
    name = connector.part_number
    thickness_mm = shape.figures.lead_thickness_mm
    return (
        Solid(f"{name} mould", _MOULD, tuple(mould(known, connector, height_mm))),
        *(
            Solid(f"{name} lead {place}", _METAL, (_flat(lead.foot, thickness_mm),))
            for place, lead in enumerate(shape.leads, 1)
        ),
        *(
            Solid(f"{name} terminal {place}", _METAL, (_flat(terminal.tab, thickness_mm),))
            for place, terminal in enumerate(shape.terminals, 1)
        ),
    )


def mated_solids(pair: Pair, mated_mm: float) -> tuple[Solid, ...]:
    """Return both halves of a pair, the header face down at ``mated_mm``, in the socket's frame."""
    heights = pair_heights(pair)
    socket, header = (half_solids(half, height_mm(half, heights)) for half in pair.connectors)
    return (*socket, *(_turned_over(solid, mated_mm) for solid in header))


def _socket_mould(known: BodyFigures, connector: Connector, height_mm: float) -> Iterator[Box]:
    """Yield base, two side walls, two end towers and the island between the slots."""
    figures, inside = known.socket, known.socket_inside
    end, row = connector.body_length_mm / 2, connector.dimensions_mm.B / 2
    slot_end = row + inside.slot_beyond_mm
    middle, block = figures.mould_width_mm / 2, figures.block_width_mm / 2
    floor, wall = inside.slot_floor_mm, figures.wall_height_mm
    yield from _raised(figures, (-slot_end, slot_end), middle, floor)
    for side in (-1, 1):
        yield _box(
            (-slot_end, slot_end), _side(side, inside.slot_top_off_mm, middle), (floor, wall)
        )
        yield from _raised(figures, _side(side, slot_end, end), block, height_mm)
    island = row + inside.island_top_beyond_mm
    off = inside.island_top_off_mm
    yield _box((-island, island), (-off, off), (floor, inside.island_top_mm))


def _header_mould(known: BodyFigures, connector: Connector, height_mm: float) -> Iterator[Box]:
    """Yield the cavity's floor, two walls and two ends, whose blocks are wider than the walls."""
    figures, inside = known.header, known.header_inside
    end, row = connector.body_length_mm / 2, connector.dimensions_mm.B / 2
    middle, block = figures.mould_width_mm / 2, figures.block_width_mm / 2
    raised = height_mm - figures.height_mm
    floor = inside.cavity_floor_mm + raised
    foot_end = end - inside.end_from_end_mm
    cavity = row + inside.cavity_top_beyond_mm
    yield from _raised(figures, (-foot_end, foot_end), middle, floor)
    for side in (-1, 1):
        wall = _side(side, inside.cavity_top_off_mm, middle)
        yield _box((-foot_end, foot_end), wall, (floor, height_mm))
        yield _box(_side(side, cavity, foot_end), (-middle, middle), (floor, height_mm))
        over = (inside.end_underside_mm, height_mm)
        yield _box(_side(side, foot_end, end), (-middle, middle), over)
        blocks = _side(side, end - figures.block_from_end_mm, end - figures.block_to_end_mm)
        yield _box(blocks, (-block, block), over)


def _raised(
    figures: HalfFigures, along: tuple[float, float], wide: float, top: float
) -> Iterator[Box]:
    """Yield mould that is on the board between the metal, and above the metal further out."""
    narrow = figures.underside_to_mm
    yield _box(along, (-narrow, narrow), (figures.underside_mm, top))
    yield _box(along, (-wide, wide), (figures.lead_thickness_mm, top))


def _turned_over(solid: Solid, mated_mm: float) -> Solid:
    """Return a solid turned over about the long axis, its board at ``mated_mm``."""

    def turned(box: Box) -> Box:
        (x1, y1, z1), (x2, y2, z2) = box.least_mm, box.most_mm
        return _box((x1, x2), (-y2, -y1), (mated_mm - z2, mated_mm - z1))

    return Solid(solid.name, solid.colour, tuple(turned(box) for box in solid.boxes))


def _flat(outline: Rectangle, thickness_mm: float) -> Box:
    """Return what lies on the board inside an outline of the top view."""
    y = (-outline.bottom_mm, -outline.top_mm)
    return _box((outline.left_mm, outline.right_mm), y, (0.0, thickness_mm))


def _side(side: int, near: float, far: float) -> tuple[float, float]:
    """Return what lies between two distances from the middle, at one side of it."""
    return (near, far) if side > 0 else (-far, -near)


def _box(x: Sequence[float], y: Sequence[float], z: Sequence[float]) -> Box:
    (x1, x2), (y1, y2), (z1, z2) = (tuple(map(round_mm, span)) for span in (x, y, z))
    return Box((x1, y1, z1), (x2, y2, z2))
