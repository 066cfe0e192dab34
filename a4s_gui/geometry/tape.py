"""The embossed tape of a packaging, in mm.

Origin at the centre of a pocket; x runs along the tape in the direction of feed, to the right,
and y across it, down; the (first) line of sprocket holes is on the upper side. Widths and
distances across are the datasheet's taping table; what it leaves to the tape standard is named so
below. The pocket's outline is not known and drawn schematically.
"""

from __future__ import annotations

from a4s_gui.catalog.model import Connector, Source, Tape
from a4s_gui.frozen import frozen
from a4s_gui.geometry.shapes import Rectangle, round_mm

HOLE_PITCH_MM = 4.0
HOLE_DIAMETER_MM = 1.5
HOLE_TO_EDGE_MM = 1.75
HOLE_TO_POCKET_ALONG_MM = 2.0
"""Pocket centre to the next hole, along the tape."""
TAPE_STANDARD = Source(
    "JIS C 0806-3 / IEC 60286-3",
    "Embossed tape: hole pitch 4.0, hole 1.5, hole line to edge 1.75, pocket to hole 2.0 mm",
    "The datasheet names JIS C 0806-3:1999 without these figures",
)

_POCKET_CLEARANCE_MM = 0.2


@frozen(slots=False)
class TapeStrip:
    """A length of tape with connectors in its pockets."""

    tape: Tape
    connector: Connector
    outline: Rectangle
    pockets: tuple[Rectangle, ...]
    """Schematic pocket outlines, a little larger than the body."""
    bodies: tuple[Rectangle, ...]
    """The connectors, their rows across the tape."""
    holes_mm: tuple[tuple[float, float], ...]
    """Centres of the sprocket holes."""


def tape_strip(connector: Connector, tape: Tape, length_mm: float) -> TapeStrip:
    """Lay out a strip of about ``length_mm``: a whole number of pockets, the first at x = 0."""
    pitch = tape.pocket_pitch_mm
    count = max(2, int(length_mm // pitch))
    top = -tape.hole_to_pocket_mm - HOLE_TO_EDGE_MM
    outline = Rectangle.from_edges(
        -pitch / 2, top, (count - 0.5) * pitch, round_mm(top + tape.width_mm)
    )
    bodies = tuple(
        Rectangle(i * pitch, 0.0, connector.body_width_mm, connector.body_length_mm)
        for i in range(count)
    )
    lines = [-tape.hole_to_pocket_mm]
    if tape.hole_lines_mm is not None:
        lines.append(round_mm(tape.hole_lines_mm - tape.hole_to_pocket_mm))
    first = HOLE_TO_POCKET_ALONG_MM - HOLE_PITCH_MM * ((outline.width_mm / 2) // HOLE_PITCH_MM + 2)
    xs = [first + i * HOLE_PITCH_MM for i in range(int(outline.width_mm / HOLE_PITCH_MM) + 8)]
    reach = HOLE_DIAMETER_MM / 2
    holes = tuple(
        (x, y)
        for y in lines
        for x in xs
        if outline.left_mm + reach <= x <= outline.right_mm - reach
    )
    pockets = tuple(body.grown(_POCKET_CLEARANCE_MM) for body in bodies)
    return TapeStrip(tape, connector, outline, pockets, bodies, holes)
