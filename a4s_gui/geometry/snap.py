"""Snapping: which place of what is drawn is meant by a place near it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

from a4s_gui.frozen import frozen
from a4s_gui.geometry.shapes import Rectangle, round_mm


class SnapKind(StrEnum):
    """What kind of place it is."""

    CORNER = "corner"
    MIDDLE = "middle of an edge"
    CENTRE = "centre"
    EDGE = "edge"


_RANKS = {kind: rank for rank, kind in enumerate(SnapKind)}


Place = tuple[float, float]
"""x and y in mm."""


@frozen
class SnapTarget:
    """A rectangle that has places to snap to.

    ``name`` says what it is, as ``socket pad 1``. Of a ``hole``, the circle in the rectangle
    counts: its centre and its four outermost points. Of what is ``only_centre``, nothing else does.
    Of an ``outline``, a closed polygon in mm whose bounding box the rectangle is, its corners and
    edges do. One that is ``broken`` is an open chain, which goes on beyond both of its ends: these
    are no corners, and the first and the last edge have no middle.
    """

    rect: Rectangle
    name: str
    hole: bool = False
    only_centre: bool = False
    outline: tuple[Place, ...] = ()
    broken: bool = False

    @property
    def edges(self) -> Iterator[tuple[Place, Place]]:
        """Each edge of the outline, from a corner to the next."""
        return pairwise(self.outline if self.broken else self.outline + self.outline[:1])

    @property
    def corners(self) -> tuple[Place, ...]:
        """The corners of the outline."""
        return self.outline[1:-1] if self.broken else self.outline

    @property
    def whole_edges(self) -> Iterator[tuple[Place, Place]]:
        """Each edge that ends at two corners."""
        return pairwise(self.corners) if self.broken else self.edges


@frozen
class Snap:
    """A place to measure from or to, in mm: what it is, and of what."""

    x_mm: float
    y_mm: float
    kind: SnapKind
    name: str

    def __str__(self) -> str:
        """Return ``corner of socket pad 1``."""
        return f"{self.kind} of {self.name}"


def snap(targets: Iterable[SnapTarget], x_mm: float, y_mm: float, reach_mm: float) -> Snap | None:
    """Return the nearest corner, edge's middle or centre within reach, else the nearest edge.

    ``None`` where nothing is within ``reach_mm``. Of places equally near, a corner goes before an
    edge's middle and that before a centre; of equal ones the first target's.
    """
    near = [
        target
        for target in targets
        if abs(x_mm - target.rect.x_mm) <= target.rect.width_mm / 2 + reach_mm
        and abs(y_mm - target.rect.y_mm) <= target.rect.height_mm / 2 + reach_mm
    ]
    for places in (_points, _edge_points):
        found = [
            # To the nanometre: rounding dust must not decide between places that are as near.
            (round_mm(math.hypot(place.x_mm - x_mm, place.y_mm - y_mm)), place)
            for target in near
            for place in places(target, x_mm, y_mm)
        ]
        within = [(distance, place) for distance, place in found if distance <= reach_mm]
        if within:
            return min(within, key=lambda entry: (entry[0], _RANKS[entry[1].kind]))[1]
    return None


def _points(target: SnapTarget, _x_mm: float, _y_mm: float) -> Iterator[Snap]:
    rect, name = target.rect, target.name
    for x, y in target.corners:
        yield Snap(x, y, SnapKind.CORNER, name)
    for (x1, y1), (x2, y2) in target.whole_edges:
        yield Snap(round_mm((x1 + x2) / 2), round_mm((y1 + y2) / 2), SnapKind.MIDDLE, name)
    if target.outline:
        return
    yield Snap(rect.x_mm, rect.y_mm, SnapKind.CENTRE, name)
    if target.only_centre:
        return
    for y in (rect.top_mm, rect.bottom_mm):
        yield Snap(rect.x_mm, y, SnapKind.MIDDLE, name)
    for x in (rect.left_mm, rect.right_mm):
        yield Snap(x, rect.y_mm, SnapKind.MIDDLE, name)
    if target.hole:
        return
    for x in (rect.left_mm, rect.right_mm):
        for y in (rect.top_mm, rect.bottom_mm):
            yield Snap(x, y, SnapKind.CORNER, name)


def _edge_points(target: SnapTarget, x_mm: float, y_mm: float) -> Iterator[Snap]:
    """Yield the foot of the perpendicular on each edge."""
    if target.only_centre or target.hole:
        return
    rect, name = target.rect, target.name
    for start, end in target.edges:
        x, y = _foot(start, end, x_mm, y_mm)
        yield Snap(x, y, SnapKind.EDGE, name)
    if target.outline:
        return
    within_x = round_mm(min(max(x_mm, rect.left_mm), rect.right_mm))
    within_y = round_mm(min(max(y_mm, rect.top_mm), rect.bottom_mm))
    for y in (rect.top_mm, rect.bottom_mm):
        yield Snap(within_x, y, SnapKind.EDGE, name)
    for x in (rect.left_mm, rect.right_mm):
        yield Snap(x, within_y, SnapKind.EDGE, name)


def _foot(start: Place, end: Place, x_mm: float, y_mm: float) -> Place:
    """Return the place of an edge that is nearest to a place."""
    (x1, y1), (x2, y2) = start, end
    dx, dy = x2 - x1, y2 - y1
    share = ((x_mm - x1) * dx + (y_mm - y1) * dy) / (dx * dx + dy * dy)
    along = min(max(share, 0.0), 1.0)
    return round_mm(x1 + along * dx), round_mm(y1 + along * dy)
