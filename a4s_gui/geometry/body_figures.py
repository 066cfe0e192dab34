"""What the bodies measure, read from ``resources/catalog/bodies.toml`` and checked against itself.

Lengths are mm; z = 0 on the half's own board. A name in ``_off_mm`` is a distance off the long
axis, one in ``_beyond_mm`` reaches beyond B/2 along the rows, one in ``_end_mm`` is measured from
the part's end, A/2, inwards.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from a4s_gui.catalog.model import Half, Source
from a4s_gui.catalog.records import Record, read_sources, read_toml, source_of
from a4s_gui.frozen import fields, frozen
from a4s_gui.geometry.shapes import round_mm
from a4s_gui.resources import resource_path


@frozen
class HalfFigures:
    """Mould, leads and terminals of one half, in mm; all from one source."""

    width_mm: float
    """Over all, lead tip to lead tip."""
    height_mm: float
    """The highest point above the board."""
    wall_height_mm: float
    mould_width_mm: float
    """Between the contacts."""
    block_width_mm: float
    """At the ends, between ``block_from_end_mm`` and ``block_to_end_mm``."""
    block_from_end_mm: float
    block_to_end_mm: float
    lead_width_mm: float
    lead_thickness_mm: float
    lead_bend_mm: float
    """Where the lead leaves the mould, off the long axis."""
    lead_from_mm: float
    """Where it begins to lie on the board, off the long axis."""
    lead_to_mm: float
    """Its tip, off the long axis."""
    terminal_width_mm: float
    terminal_from_mm: float
    terminal_to_mm: float
    metal_from_end_mm: float
    metal_to_end_mm: float
    underside_mm: float
    underside_to_mm: float


class Metal(NamedTuple):
    """What lies on the board: from and to off the long axis, width along the rows, in mm."""

    from_mm: float
    to_mm: float
    width_mm: float


@frozen
class SocketInside:
    """The slot between the walls and the island in it, in mm."""

    slot_floor_mm: float
    island_top_mm: float
    island_top_off_mm: float
    island_foot_off_mm: float
    slot_floor_off_mm: float
    slot_top_off_mm: float
    outer_wall_off_mm: float
    island_top_beyond_mm: float
    island_foot_beyond_mm: float
    slot_beyond_mm: float


@frozen
class HeaderInside:
    """The cavity between the walls, in mm, as read at one mated height."""

    read_at_mated_height_mm: float
    cavity_floor_mm: float
    cavity_floor_off_mm: float
    cavity_top_off_mm: float
    outer_wall_off_mm: float
    cavity_floor_beyond_mm: float
    cavity_top_beyond_mm: float
    end_underside_mm: float
    end_from_end_mm: float


@frozen
class BodyFigures:
    """All that is known of both bodies beyond the tables of dimensions."""

    socket: HalfFigures
    socket_source: Source
    socket_inside: SocketInside
    header: HalfFigures
    header_source: Source
    header_inside: HeaderInside
    coplanarity_mm: float
    coplanarity_source: Source

    def half(self, half: Half) -> HalfFigures:
        """Return the figures of one half."""
        return self.socket if half is Half.SOCKET else self.header

    def source(self, half: Half) -> Source:
        """Return where the figures of one half come from."""
        return self.socket_source if half is Half.SOCKET else self.header_source


def metal(half: Half, role: str) -> Metal:
    """Return the metal of each ``contact``, or ``terminal``, that is soldered to its pad.

    Raises as :func:`body_figures`.
    """
    body = body_figures().half(half)
    if role == "contact":
        return Metal(body.lead_from_mm, body.lead_to_mm, body.lead_width_mm)
    return Metal(body.terminal_from_mm, body.terminal_to_mm, body.terminal_width_mm)


def read_body_figures(path: Path) -> BodyFigures:
    """Read a file of body figures and check that the halves fit each other.

    A :class:`DataError` refuses a negative figure too, and a header that does not stand with its
    walls on the slot's floor and its cavity on the island at the mated height it was read at.
    """
    root = read_toml(path)
    sources = read_sources(root.record("sources"))
    socket, header = map(root.record, Half)
    inner, coplanarity = root.record("header_inside"), root.record("coplanarity")
    found = BodyFigures(
        socket_source=source_of(socket, sources),
        socket=_read(socket, HalfFigures),
        socket_inside=_read(root.record("socket_inside"), SocketInside),
        header_source=source_of(header, sources),
        header=_read(header, HalfFigures),
        header_inside=_read(inner, HeaderInside),
        coplanarity_mm=coplanarity.positive("value_mm"),
        coplanarity_source=source_of(coplanarity, sources),
    )
    coplanarity.done()
    root.done()
    _check_fit(found, inner)
    return found


@cache
def body_figures() -> BodyFigures:
    """Return the shipped figures.

    A damaged file is a :class:`DataError`, a missing one a :class:`ResourceError`.
    """
    return read_body_figures(resource_path("catalog", "bodies.toml"))


_Kind = TypeVar("_Kind", HalfFigures, SocketInside, HeaderInside)


def _read(record: Record, kind: type[_Kind]) -> _Kind:
    values: dict[str, Any] = {}
    for figure in fields(kind):
        values[figure.name] = value = record.number(figure.name)
        if value < 0:
            record.fail(figure.name, "a number from 0 up")
    record.done()
    return kind(**values)


def _check_fit(found: BodyFigures, inner: Record) -> None:
    """Hold both halves to each other: two models of two origins agree to the hundredth."""
    mated_mm = found.header_inside.read_at_mated_height_mm
    walls_mm = round_mm(mated_mm - found.socket_inside.slot_floor_mm)
    if round_mm(found.header.height_mm - walls_mm):
        inner.fail("read_at_mated_height_mm", "the header's height + the slot's floor")
    island_mm = round_mm(mated_mm - found.socket_inside.island_top_mm)
    if round_mm(found.header_inside.cavity_floor_mm - island_mm):
        inner.fail("cavity_floor_mm", f"mated height − island's top, {island_mm:g} mm")
