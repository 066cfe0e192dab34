"""What is printed beside one half: end brackets and the mark at pin 1, clear of pads and body."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from a4s_gui.geometry.footprint import Footprint
from a4s_gui.geometry.shapes import Rectangle, bounding_box, round_mm

SILK_PEN_MM = 0.12
"""Nominal width of silkscreen lines (KLC F5.1)."""
SILK_CLEARANCE_MM = 0.2
"""Least distance of ink from pads and mask openings (KLC F5.1)."""
_GRID_MM = 0.01
_BODY_CLEARANCE_MM = 0.05
_RETURN_MM = 0.5
"""How far a bracket runs along the rows, the ink's middle to its end."""
_MARK_HEIGHT_MM, _MARK_WIDTH_MM = 0.33, 0.48
"""Pin 1's triangle, to the middle of its outline: as KiCad's own connectors have it."""

Point = tuple[float, float]


def brackets(footprint: Footprint) -> Iterator[tuple[Point, Point]]:
    """Yield the lines of a bracket at either end of one half, in its top view.

    They are as far out as the clearance asks for. Nothing lies under the body, so all is seen after
    assembly.
    """
    frame = _frame(footprint)
    top, bottom = frame.top_mm, frame.bottom_mm
    for x, inwards in ((frame.left_mm, 1), (frame.right_mm, -1)):
        end = round_mm(x + inwards * _RETURN_MM)
        yield from pairwise([(end, top), (x, top), (x, bottom), (end, bottom)])


def round_outward(rect: Rectangle) -> Rectangle:
    """Return the smallest rectangle around ``rect`` whose edges lie on KLC's grid."""
    left, top = (
        math.floor(round(edge / _GRID_MM, 6)) * _GRID_MM for edge in (rect.left_mm, rect.top_mm)
    )
    right, bottom = (
        math.ceil(round(edge / _GRID_MM, 6)) * _GRID_MM for edge in (rect.right_mm, rect.bottom_mm)
    )
    return Rectangle.from_edges(left, top, right, bottom)


def _frame(footprint: Footprint) -> Rectangle:
    """Return the rectangle on which the middle of the ink runs."""
    openings = bounding_box(
        area for pad in footprint.pads for area in (pad.rect, footprint.mask_opening(pad))
    )
    return round_outward(
        bounding_box(
            (
                openings.grown(SILK_CLEARANCE_MM + SILK_PEN_MM / 2),
                footprint.body.grown(_BODY_CLEARANCE_MM + SILK_PEN_MM / 2),
            )
        )
    )


def pin_1_triangle(footprint: Footprint) -> tuple[Point, Point, Point]:
    """Return the corners of a filled triangle that points at pin 1 with the first of them.

    They lie on the middle of its outline, of ``SILK_PEN_MM`` as the brackets. It stands as far out
    as these, since the terminals beside pin 1 may reach further than its pad, and may reach out of
    the courtyard: ink needs none.
    """
    frame = _frame(footprint)
    pad = next(pad for pad in footprint.contacts if pad.number == "1")
    tip_y, outwards_y = (frame.top_mm, -1) if pad.y_mm < 0 else (frame.bottom_mm, 1)
    base_y = round_mm(tip_y + outwards_y * _MARK_HEIGHT_MM)
    half = _MARK_WIDTH_MM / 2
    return (
        (pad.x_mm, tip_y),
        (round_mm(pad.x_mm - half), base_y),
        (round_mm(pad.x_mm + half), base_y),
    )
