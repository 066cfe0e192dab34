"""Turning points and rectangles on a board; x right, y down, angles counter-clockwise."""

from __future__ import annotations

from math import cos, radians, sin

from a4s_gui.geometry.shapes import Rectangle

_QUARTER_TURNS = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}

Point = tuple[float, float]


def cos_sin(angle_deg: float) -> Point:
    """Return cosine and sine, exact for quarter turns."""
    angle = angle_deg % 360
    return _QUARTER_TURNS.get(angle) or (cos(radians(angle)), sin(radians(angle)))


def turned(x_mm: float, y_mm: float, angle_deg: float) -> Point:
    """Return a point turned counter-clockwise about the origin."""
    c, s = cos_sin(angle_deg)
    return x_mm * c + y_mm * s, y_mm * c - x_mm * s


def bounds_of_turned(
    x_mm: float, y_mm: float, width_mm: float, height_mm: float, angle_deg: float
) -> Rectangle:
    """Return the axis-parallel bounds of a rectangle that is turned about its own centre."""
    c, s = map(abs, cos_sin(angle_deg))
    return Rectangle(x_mm, y_mm, width_mm * c + height_mm * s, width_mm * s + height_mm * c)


def from_quarter_turn(angle_deg: float) -> float:
    """Return how far an angle is from the nearest quarter turn, -45 to 45."""
    return (angle_deg + 45) % 90 - 45
