"""The columns of the pad map: which header pad each socket pad meets."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.numbers import format_number
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.footprint import Footprint
from a4s_gui.geometry.mating import MatedPads
from a4s_gui.session.state import PadKey
from a4s_gui.ui.core.theme import mark_colour
from a4s_gui.ui.widgets.tables.table_model import CENTRE, Column


def _column(title: str, tip: str, text: Callable[[MatedPads], str]) -> Column[MatedPads]:
    """Return a column; rows that do not agree stand out, in a colour that all can tell apart."""

    def color(pads: MatedPads) -> str | None:
        return None if pads.agrees else mark_colour(ColorRole.PIN_1)

    return Column(title, tip, text, CENTRE, color=color)


COLUMNS = (
    _column("Socket", "Pad of the socket", lambda pads: pads.socket.number),
    _column("Header", "Pad of the header that it meets", lambda pads: pads.header.number),
    _column(
        "x",
        "Along the rows from the centre, in mm; the same on both boards",
        lambda pads: format_number(pads.socket.x_mm, 3),
    ),
    _column(
        "Socket y",
        "Across the rows in the top view of the socket's board, in mm, down",
        lambda pads: format_number(pads.socket.y_mm, 3),
    ),
    _column(
        "Header y",
        "Across the rows in the top view of the header's board, in mm, down",
        lambda pads: format_number(pads.header.y_mm, 3),
    ),
    _column(
        "Agrees",
        "Whether both pads have the same number",
        lambda pads: "yes" if pads.agrees else "no",
    ),
)


def net_columns(spec: DrawingSpec) -> tuple[Column[MatedPads], ...]:
    """Return the columns of the nets of both pads; none where no nets are known."""
    if not any(spec.nets.values()):
        return ()
    return (
        _column(
            "Socket net",
            "Net on the socket's pad, on the board that is checked",
            lambda pads: spec.net_of(Half.SOCKET, pads.socket.number),
        ),
        _column(
            "Header net",
            "Net on the header's pad, on the board that is checked",
            lambda pads: spec.net_of(Half.HEADER, pads.header.number),
        ),
    )


def summary(rows: Sequence[MatedPads]) -> str:
    """Return in words how many of the pads that meet have the same number."""
    missing = sum(not row.agrees for row in rows)
    if missing:
        return f"{missing} of {len(rows)} contacts do not meet their own number."
    return f"Pad n meets pad n, for all {len(rows)} contacts." if rows else ""


def pad_keys(parts: Sequence[Footprint], rows: Sequence[MatedPads]) -> list[tuple[PadKey, PadKey]]:
    """Return how each row's pads are selected in the drawing, the socket's and the header's."""
    socket, header = ({pad.number: at for at, pad in enumerate(part.pads)} for part in parts)
    halves = [part.half for part in parts]
    return [
        (PadKey(halves[0], socket[row.socket.number]), PadKey(halves[1], header[row.header.number]))
        for row in rows
    ]
