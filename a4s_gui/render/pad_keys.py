"""What files call each pad, so that no two of a half are called alike."""

from __future__ import annotations

from collections import Counter

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import PadIdentity


class PadKeys:
    """Tells pads apart by half and number, in the order in which they come.

    Soldering terminals may share a number: of those, each further one is counted.
    """

    def __init__(self) -> None:
        self._seen: Counter[tuple[Half, str]] = Counter()

    def key(self, pad: PadIdentity) -> str:
        """Return ``7``, or ``MP`` and then ``MP-2`` where pads share a number."""
        self._seen[pad.half, pad.number] += 1
        count = self._seen[pad.half, pad.number]
        return pad.number if count == 1 else f"{pad.number}-{count}"
