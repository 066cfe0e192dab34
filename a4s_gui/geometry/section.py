"""Sections through the halves, across a contact and along the axis, in mm.

A profile's points are (u, z): u is y in a section across the rows and x in one along them, z goes
up from the half's own board. A mated header is turned over: its z counts down from its board.
What the two CAD models do not give is drawn schematically and named where it is.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property, lru_cache

from a4s_gui.catalog.model import Connector, Half, Pair
from a4s_gui.frozen import frozen
from a4s_gui.geometry.body import Point
from a4s_gui.geometry.body_figures import BodyFigures, HalfFigures, body_figures
from a4s_gui.geometry.shapes import round_mm


class Cut(StrEnum):
    """Where the halves are cut."""

    ACROSS = "across"
    """Across the rows, through a contact."""
    ALONG = "along"
    """Along the long axis."""


@frozen(slots=False)
class Profile:
    """One half, cut: closed polygons of (u, z) in mm, symmetric about u = 0."""

    half: Half
    mould: tuple[Point, ...]
    metal: tuple[tuple[Point, ...], ...]
    """The leads, in a section across a contact; the spring inside the mould is not known."""

    @property
    def shapes(self) -> tuple[tuple[Point, ...], ...]:
        """The polygons, the mould first."""
        return (self.mould, *self.metal)

    @cached_property
    def reach_mm(self) -> float:
        """How far the half reaches from the middle."""
        return max(u for shape in self.shapes for u, _ in shape)

    def turned_over(self, mated_mm: float) -> Profile:
        """Return the profile face down, its board at ``mated_mm`` above the other one's."""

        def turned(points: tuple[Point, ...]) -> tuple[Point, ...]:
            return tuple((u, round_mm(mated_mm - z)) for u, z in points)

        return Profile(self.half, turned(self.mould), tuple(map(turned, self.metal)))


@lru_cache(maxsize=8)  # both halves of two pairs: a drawing asks at each scale that it tries
def profile(connector: Connector, cut: Cut, mated_mm: float | None) -> Profile:
    """Return one half's profile on its own board; raises as :func:`body_figures`.

    ``mated_mm`` is its pair's mated height, by which a header is as high as it is; without one it
    is as read.
    """
    known = body_figures()
    half = connector.half
    raised = 0.0 if mated_mm is None else mated_mm - known.header_inside.read_at_mated_height_mm
    if half is Half.SOCKET:
        right = _socket_across(known) if cut is Cut.ACROSS else _socket_along(known, connector)
    elif cut is Cut.ACROSS:
        right = _header_across(known, raised)
    else:
        right = _header_along(known, connector, raised)
    metal = _leads(known.half(half)) if cut is Cut.ACROSS else ()
    return Profile(half, _both_sides(right), metal)


def mated_profiles(pair: Pair, cut: Cut) -> tuple[Profile, Profile] | None:
    """Return socket and header, mated, z from the socket's board; ``None`` without a height."""
    mated_mm = pair.mated_height_mm
    if mated_mm is None:
        return None
    header = profile(pair.header, cut, mated_mm)
    return profile(pair.socket, cut, mated_mm), header.turned_over(mated_mm)


def _socket_across(known: BodyFigures) -> list[Point]:
    half, inside = known.socket, known.socket_inside
    over_lead_mm = _over_lead_mm(half)
    return [
        (0.0, half.underside_mm),
        (half.underside_to_mm, half.underside_mm),
        (half.underside_to_mm, over_lead_mm),
        (inside.outer_wall_off_mm, over_lead_mm),
        (inside.outer_wall_off_mm, half.wall_height_mm),
        (inside.slot_top_off_mm, half.wall_height_mm),
        (inside.slot_floor_off_mm, inside.slot_floor_mm),
        (inside.island_foot_off_mm, inside.slot_floor_mm),
        (inside.island_top_off_mm, inside.island_top_mm),
        (0.0, inside.island_top_mm),
    ]


def _socket_along(known: BodyFigures, connector: Connector) -> list[Point]:
    half, inside = known.socket, known.socket_inside
    end_mm, last_mm = connector.body_length_mm / 2, connector.dimensions_mm.B / 2
    slot_end_mm = last_mm + inside.slot_beyond_mm
    return [
        (0.0, half.underside_mm),
        (end_mm, half.underside_mm),
        (end_mm, half.height_mm),
        (slot_end_mm, half.height_mm),
        (slot_end_mm, inside.slot_floor_mm),
        (last_mm + inside.island_foot_beyond_mm, inside.slot_floor_mm),
        (last_mm + inside.island_top_beyond_mm, inside.island_top_mm),
        (0.0, inside.island_top_mm),
    ]


def _header_across(known: BodyFigures, raised_mm: float) -> list[Point]:
    half, inside = known.header, known.header_inside
    over_lead_mm = _over_lead_mm(half)
    return [
        (0.0, half.underside_mm),
        (half.underside_to_mm, half.underside_mm),
        (half.underside_to_mm, over_lead_mm),
        (inside.outer_wall_off_mm, over_lead_mm),
        (inside.outer_wall_off_mm, half.wall_height_mm + raised_mm),
        (inside.cavity_top_off_mm, half.wall_height_mm + raised_mm),
        (inside.cavity_floor_off_mm, inside.cavity_floor_mm + raised_mm),
        (0.0, inside.cavity_floor_mm + raised_mm),
    ]


def _header_along(known: BodyFigures, connector: Connector, raised_mm: float) -> list[Point]:
    half, inside = known.header, known.header_inside
    end_mm, last_mm = connector.body_length_mm / 2, connector.dimensions_mm.B / 2
    return [
        (0.0, half.underside_mm),
        (end_mm - inside.end_from_end_mm, half.underside_mm),
        (end_mm - inside.end_from_end_mm, inside.end_underside_mm),
        (end_mm, inside.end_underside_mm),
        (end_mm, half.height_mm + raised_mm),
        (last_mm + inside.cavity_top_beyond_mm, half.height_mm + raised_mm),
        (last_mm + inside.cavity_floor_beyond_mm, inside.cavity_floor_mm + raised_mm),
        (0.0, inside.cavity_floor_mm + raised_mm),
    ]


def _over_lead_mm(half: HalfFigures) -> float:
    """Return where the mould begins above the lead: schematic, the lead's own rise above it."""
    bent = half.lead_bend_mm < half.lead_from_mm
    return round_mm(half.lead_thickness_mm * (2 if bent else 1))


def _leads(half: HalfFigures) -> tuple[tuple[Point, ...], ...]:
    """Return both leads; a bent one rises by its thickness, which is schematic."""
    thick = half.lead_thickness_mm
    foot = [(half.lead_from_mm, 0.0), (half.lead_to_mm, 0.0), (half.lead_to_mm, thick)]
    if half.lead_bend_mm < half.lead_from_mm:
        rise = [(half.lead_from_mm, thick), (half.lead_bend_mm, 2 * thick)]
        right = [*foot, *rise, (half.lead_bend_mm, thick)]
    else:
        right = [*foot, (half.lead_from_mm, thick)]
    return tuple(tuple((round_mm(sign * u), round_mm(z)) for u, z in right) for sign in (-1, 1))


def _both_sides(right: list[Point]) -> tuple[Point, ...]:
    """Return a whole polygon from its right side, which begins and ends on the axis."""
    left = [(-u, z) for u, z in reversed(right) if u]
    return tuple((round_mm(u), round_mm(z)) for u, z in (*right, *left))
