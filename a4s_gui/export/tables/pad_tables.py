"""The pads of a pair, and which of them meet, as tables: for CSV files and for copying."""

from __future__ import annotations

from a4s_gui.catalog.delimited import comma_separated
from a4s_gui.catalog.model import Half
from a4s_gui.catalog.numbers import plain_number
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.export.layout import Layout
from a4s_gui.geometry.footprint import Pad, footprints
from a4s_gui.geometry.mating import MatedPads, mirrored, pad_map

Row = tuple[str, ...]

PAD_COLUMNS = (
    "half",
    "part_number",
    "number",
    "role",
    "x_mm",
    "y_mm",
    "width_mm",
    "height_mm",
    "paste_width_mm",
    "paste_height_mm",
)
PAD_MAP_COLUMNS = (
    "socket_pad",
    "header_pad",
    "x_mm",
    "socket_y_mm",
    "header_y_mm",
    "agrees",
    "role",
    "socket_part_number",
    "header_part_number",
    "header_x_mm",
)
NET_COLUMNS = ("socket_net", "header_net")


def pad_table(spec: DrawingSpec) -> list[Row]:
    """Return every pad of both halves under a header row, socket first, in order of numbers.

    Lengths are mm in the top view of each half's own board, origin at its centre, y down; the
    paste opening has the pad's centre. Where nets are known, each pad's stands last.
    """
    with_nets = any(spec.nets.values())
    rows: list[Row] = [(*PAD_COLUMNS, "net") if with_nets else PAD_COLUMNS]
    for part in footprints(spec.pair, spec.pattern, spec.numbering):
        for pad in part.pads:
            paste = part.paste_opening(pad)
            lengths = (pad.x_mm, pad.y_mm, pad.width_mm, pad.height_mm)
            numbers = map(_mm, (*lengths, paste.width_mm, paste.height_mm))
            row = (part.half, part.connector.part_number, pad.number, pad.role, *numbers)
            rows.append((*row, spec.net_of(part.half, pad.number)) if with_nets else row)
    return rows


def pad_map_table(spec: DrawingSpec) -> list[Row]:
    """Return which header pad each socket pad lies over, under a header row.

    The contacts come first, in the order of the socket's numbers, each pad on the one it meets;
    then the soldering terminals, those of one corner together. ``x_mm`` is the socket pad's; each
    ``y_mm`` is in the top view of that half's own board. Where nets are known, both pads' stand
    last.
    """
    socket, header = footprints(spec.pair, spec.pattern, spec.numbering)
    parts = (socket.connector.part_number, header.connector.part_number)
    corners = {_corner(mirrored(pad)): pad for pad in header.terminals}
    facing = [MatedPads(pad, corners[_corner(pad)]) for pad in socket.terminals]
    with_nets = any(spec.nets.values())
    rows: list[Row] = [(*PAD_MAP_COLUMNS, *NET_COLUMNS) if with_nets else PAD_MAP_COLUMNS]
    for mated in (*pad_map(socket, header), *facing):
        upper, lower = mated.socket, mated.header
        places = map(_mm, (upper.x_mm, upper.y_mm, lower.y_mm))
        agrees = "yes" if mated.agrees else "no"
        more = (upper.role, *parts, _mm(lower.x_mm))
        row = (upper.number, lower.number, *places, agrees, *more)
        nets = [
            spec.net_of(half, pad.number) for half, pad in zip(Half, (upper, lower), strict=True)
        ]
        rows.append((*row, *nets) if with_nets else row)
    return rows


def _corner(pad: Pad) -> tuple[bool, bool]:
    return pad.x_mm > 0, pad.y_mm > 0


def pads_bytes(layout: Layout) -> bytes:
    """Return the pad table of the drawn pair as the bytes of a CSV file."""
    return comma_separated(pad_table(layout.request.spec)).encode()


def pad_map_bytes(layout: Layout) -> bytes:
    """Return the pad map of the drawn pair as the bytes of a CSV file."""
    return comma_separated(pad_map_table(layout.request.spec)).encode()


def _mm(value: float) -> str:
    return plain_number(value, 6)
