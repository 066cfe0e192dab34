"""Axis-parallel rectangles in millimetres."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.frozen import frozen

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom of a box, in mm: a lighter :class:`Rectangle`."""

_WHOLE = 1.5 * 2**52
"""Added to a number and taken away again, it leaves the nearest whole one."""
_LARGEST_MM = 1e6
_BESIDE_HALF = 0.49


def round_mm(value: float) -> float:
    """Return a length to the nanometre, without the dust of binary fractions and without ``-0``."""
    # The same as by `round`, which goes through decimal text and takes three times as long; but
    # which of two nanometres is nearer to the middle between them only `round` knows.
    if -_LARGEST_MM < value < _LARGEST_MM:
        nm = value * 1e6
        whole_nm = nm + _WHOLE - _WHOLE
        if -_BESIDE_HALF < nm - whole_nm < _BESIDE_HALF:
            return whole_nm / 1e6
    return round(value, 6) + 0.0


@frozen
class Rectangle:
    """A rectangle by its centre and size, in mm; x to the right, y down."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float

    @classmethod
    def from_edges(cls, left: float, top: float, right: float, bottom: float) -> Rectangle:
        """Return the rectangle between four edges, in mm."""
        return cls(
            round_mm((left + right) / 2),
            round_mm((top + bottom) / 2),
            round_mm(right - left),
            round_mm(bottom - top),
        )

    @property
    def left_mm(self) -> float:
        """The smallest x."""
        return round_mm(self.x_mm - self.width_mm / 2)

    @property
    def right_mm(self) -> float:
        """The largest x."""
        return round_mm(self.x_mm + self.width_mm / 2)

    @property
    def top_mm(self) -> float:
        """The smallest y."""
        return round_mm(self.y_mm - self.height_mm / 2)

    @property
    def bottom_mm(self) -> float:
        """The largest y."""
        return round_mm(self.y_mm + self.height_mm / 2)

    @property
    def edges_mm(self) -> Edges:
        """Left, top, right and bottom: the smallest and the largest x and y."""
        x, y, half_w, half_h = self.x_mm, self.y_mm, self.width_mm / 2, self.height_mm / 2
        return (
            round_mm(x - half_w),
            round_mm(y - half_h),
            round_mm(x + half_w),
            round_mm(y + half_h),
        )

    @property
    def area_mm2(self) -> float:
        """Width times height, in square millimetres."""
        return self.width_mm * self.height_mm

    def grown(self, margin_mm: float) -> Rectangle:
        """Return the rectangle with ``margin_mm`` more on each side (less, if negative)."""
        return Rectangle(
            self.x_mm,
            self.y_mm,
            round_mm(self.width_mm + 2 * margin_mm),
            round_mm(self.height_mm + 2 * margin_mm),
        )

    def scaled(self, factor: float) -> Rectangle:
        """Return the rectangle with both sides times ``factor`` about its own centre."""
        return Rectangle(
            self.x_mm,
            self.y_mm,
            round_mm(self.width_mm * factor),
            round_mm(self.height_mm * factor),
        )

    def moved(self, dx_mm: float, dy_mm: float) -> Rectangle:
        """Return the rectangle moved by a vector, in mm."""
        return Rectangle(
            round_mm(self.x_mm + dx_mm), round_mm(self.y_mm + dy_mm), self.width_mm, self.height_mm
        )

    def mirrored(self) -> Rectangle:
        """Return the rectangle mirrored about the x axis, the connector's long axis."""
        return Rectangle(self.x_mm, round_mm(-self.y_mm), self.width_mm, self.height_mm)

    def overlaps(self, other: Rectangle) -> bool:
        """Return whether the two share an area; touching edges do not."""
        return (
            self.left_mm < other.right_mm
            and other.left_mm < self.right_mm
            and self.top_mm < other.bottom_mm
            and other.top_mm < self.bottom_mm
        )

    def contains(self, other: Rectangle) -> bool:
        """Return whether ``other`` lies inside or on the edges of this one."""
        return (
            self.left_mm <= other.left_mm
            and other.right_mm <= self.right_mm
            and self.top_mm <= other.top_mm
            and other.bottom_mm <= self.bottom_mm
        )

    def contains_point(self, x_mm: float, y_mm: float) -> bool:
        """Return whether a point lies inside or on the edges."""
        return self.left_mm <= x_mm <= self.right_mm and self.top_mm <= y_mm <= self.bottom_mm


def bounding_box(rects: Iterable[Rectangle]) -> Rectangle:
    """Return the smallest rectangle that holds the given ones, at least one."""
    lefts, tops, rights, bottoms = zip(*[rect.edges_mm for rect in rects], strict=True)
    return Rectangle.from_edges(min(lefts), min(tops), max(rights), max(bottoms))
