"""What is printed beside one half: end brackets and the mark at pin 1, clear of pads and body."""

from __future__ import annotations

import math

from a4s_gui.frozen import frozen
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


@frozen
class Silk:
    """Lines of ``SILK_PEN_MM`` and a filled triangle of the same outline, in mm."""

    lines: tuple[tuple[Point, Point], ...]
    pin_1: tuple[Point, Point, Point]


def silk_of(footprint: Footprint) -> Silk:
    """Return the silkscreen of one half, in its top view.

    A bracket at either end, as far out as the clearance asks for, and a triangle that points at
    pin 1 from outside its row. Nothing lies under the body, so all is seen after assembly.
    """
    frame = _frame(footprint)
    left, right = frame.left_mm, frame.right_mm
    top, bottom = frame.top_mm, frame.bottom_mm
    lines: list[tuple[Point, Point]] = []
    for x, inwards in ((left, 1), (right, -1)):
        end = round_mm(x + inwards * _RETURN_MM)
        lines += [((end, top), (x, top)), ((x, top), (x, bottom)), ((x, bottom), (end, bottom))]
    return Silk(tuple(lines), _pin_1(footprint, frame))


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


def _pin_1(footprint: Footprint, frame: Rectangle) -> tuple[Point, Point, Point]:
    """Return the triangle's corners on the middle of its outline; the first points at the pad.

    It stands as far out as the brackets, since the terminals beside pin 1 may reach further than
    its pad, and may reach out of the courtyard: ink needs none.
    """
    pad = next(pad for pad in footprint.contacts if pad.number == "1")
    tip_y, outwards_y = (frame.top_mm, -1) if pad.y_mm < 0 else (frame.bottom_mm, 1)
    base_y = round_mm(tip_y + outwards_y * _MARK_HEIGHT_MM)
    half = _MARK_WIDTH_MM / 2
    return (
        (pad.x_mm, tip_y),
        (round_mm(pad.x_mm - half), base_y),
        (round_mm(pad.x_mm + half), base_y),
    )
