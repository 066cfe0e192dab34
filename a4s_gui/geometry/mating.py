"""How the two halves lie on each other: the header is mated face down.

Seen from above the socket's board, the header is the mirror image, about the long axis, of what
its own board shows from above: the left end stays left, the rows swap.
"""

from __future__ import annotations

from a4s_gui.frozen import frozen
from a4s_gui.geometry.footprint import Footprint, Pad
from a4s_gui.geometry.shapes import round_mm


@frozen
class MatedPads:
    """One line of the pad map: the socket's contact pad and the header's that it meets."""

    socket: Pad
    header: Pad

    @property
    def agrees(self) -> bool:
        """Whether both carry the same number."""
        return self.socket.number == self.header.number


def mirrored(pad: Pad) -> Pad:
    """Return a pad as seen from above the other half's board: mirrored about the long axis."""
    return Pad(pad.number, pad.role, pad.x_mm, round_mm(-pad.y_mm), pad.width_mm, pad.height_mm)


def pad_map(socket: Footprint, header: Footprint) -> tuple[MatedPads, ...]:
    """Return which contact pads meet when the pair is mated, in the order of the socket's numbers.

    Two contacts meet when they stand at the same place along the rows and on the same side of the
    long axis, the header being mirrored. The two must be the halves of one pair.
    """
    header_pads = {}
    for pad in header.contacts:
        seen = mirrored(pad)
        header_pads[seen.x_mm, seen.y_mm > 0] = pad
    return tuple(MatedPads(pad, header_pads[pad.x_mm, pad.y_mm > 0]) for pad in socket.contacts)
