"""What a drawing is asked to show: everything it depends on but its scale."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from a4s_gui.catalog.model import Half, Pair
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.numbering import Numbering


class View(StrEnum):
    """What a drawing shows."""

    PAIR = "pair"
    """Both halves at one scale, the socket above the header, each in its own top view."""
    SOCKET = "socket"
    HEADER = "header"
    MATED = "mated"
    """Both halves on top of each other, as they mate."""
    TAPE = "tape"
    """Both halves in their embossed tape, and the reel."""


@dataclass(frozen=True)
class DrawingSpec:
    """Everything a drawing depends on but its scale."""

    pair: Pair
    pattern: LandPattern
    view: View = View.PAIR
    layers: frozenset[Layer] = DEFAULT_LAYERS
    numbering: Numbering = field(default_factory=Numbering)
    seen_from: Half = Half.SOCKET
    """Above whose board one looks at the mated pair."""
    notes_width_mm: float = 150.0
    """Paper width that the notes may take, where the picture is narrower."""
    brief_notes: bool = False
    """Only the land pattern's origin and the numbering, for a small sheet such as a window."""
    with_title_block: bool = False
    """A title block says what is drawn, how it is numbered and where the land pattern comes from;
    the other notes stand beside it."""
