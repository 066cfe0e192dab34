"""Where the drawing stands on the screen: pure arithmetic between pixels and millimetres.

Pixels are logical (device independent) ones, from the view's upper left corner, y down.
Millimetres are those of the part, in the scene's coordinates, y down. One number converts both
axes, so that 1 mm is as long in x as in y whatever happens.
"""

from __future__ import annotations

from a4s_gui.drawing.sheet.sheet import MM_PER_INCH
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.shapes import Rectangle

SMALLEST_SCALE, LARGEST_SCALE = 0.2, 2000.0
"""The furthest and the closest one can look: at 2000:1 a contact pad is half a metre wide."""
ZOOM_STEP = 1.25
"""By how much a drawing becomes larger or smaller at a key, and what counts as little."""
LEAST_LETTERING_PX = 8.0
"""Capitals lower than this are not read on a screen."""
_STAYS_IN_VIEW = 0.25
"""Part of the view that the drawing cannot be dragged out of, in each direction."""


@frozen
class Viewport:
    """A view of some pixels on a drawing: its size, what is in its middle and how large.

    ``px_per_mm`` is the length of one millimetre of the part; ``paper_px_per_mm`` that of one
    millimetre of paper on this screen, so that their quotient is n of the scale n:1.
    """

    width_px: float
    height_px: float
    paper_px_per_mm: float
    px_per_mm: float
    centre_x_mm: float = 0.0
    centre_y_mm: float = 0.0

    @property
    def scale(self) -> float:
        """The n of n:1, on the screen."""
        return self.px_per_mm / self.paper_px_per_mm

    @property
    def paper_mm(self) -> tuple[float, float]:
        """Width and height of the view in millimetres of paper."""
        return self.width_px / self.paper_px_per_mm, self.height_px / self.paper_px_per_mm

    @property
    def least_lettering_mm(self) -> float:
        """How high, in mm of paper, the lowest capitals are that can be read."""
        return LEAST_LETTERING_PX / self.paper_px_per_mm

    def area(self) -> Rectangle:
        """Return what the view shows, in mm of the part (not rounded)."""
        return Rectangle(
            self.centre_x_mm,
            self.centre_y_mm,
            self.width_px / self.px_per_mm,
            self.height_px / self.px_per_mm,
        )

    def to_mm(self, x_px: float, y_px: float) -> tuple[float, float]:
        """Return the place on the drawing under a pixel."""
        return (
            self.centre_x_mm + (x_px - self.width_px / 2) / self.px_per_mm,
            self.centre_y_mm + (y_px - self.height_px / 2) / self.px_per_mm,
        )

    def to_px(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """Return the pixel at a place on the drawing."""
        return (
            self.width_px / 2 + (x_mm - self.centre_x_mm) * self.px_per_mm,
            self.height_px / 2 + (y_mm - self.centre_y_mm) * self.px_per_mm,
        )

    def at_scale(self, scale: float) -> Viewport:
        """Return the same middle at a scale of ``scale``:1."""
        return replace(self, px_per_mm=scale * self.paper_px_per_mm)

    def centred(self, x_mm: float, y_mm: float) -> Viewport:
        """Return the view with another place in its middle."""
        return replace(self, centre_x_mm=x_mm, centre_y_mm=y_mm)

    def above(self, strip_px: float) -> Viewport:
        """Return what of the view lies above a strip at its lower edge, at the same scale."""
        shorter = replace(self, height_px=max(1.0, self.height_px - strip_px))
        return shorter.centred(self.centre_x_mm, self.centre_y_mm - self._half_mm(strip_px))

    def with_strip(self, strip_px: float) -> Viewport:
        """Return the view of which this lies above a strip."""
        taller = replace(self, height_px=self.height_px + strip_px)
        return taller.centred(self.centre_x_mm, self.centre_y_mm + self._half_mm(strip_px))

    def _half_mm(self, strip_px: float) -> float:
        return strip_px / 2 / self.px_per_mm

    def panned(self, dx_px: float, dy_px: float) -> Viewport:
        """Return the view after the drawing was dragged by a vector of pixels."""
        return self.centred(
            self.centre_x_mm - dx_px / self.px_per_mm, self.centre_y_mm - dy_px / self.px_per_mm
        )

    def zoomed(self, scale: float, x_px: float, y_px: float) -> Viewport:
        """Return the view at another scale; the place under the pixel stays under it."""
        x_mm, y_mm = self.to_mm(x_px, y_px)
        zoomed = self.at_scale(scale)
        moved_x_mm, moved_y_mm = zoomed.to_mm(x_px, y_px)
        return zoomed.centred(
            zoomed.centre_x_mm + x_mm - moved_x_mm, zoomed.centre_y_mm + y_mm - moved_y_mm
        )

    def holding(self, drawing: Rectangle) -> Viewport:
        """Return the view moved as little as keeps part of a drawing in it."""
        area = self.area()
        return self.centred(
            _held(self.centre_x_mm, area.width_mm, drawing.left_mm, drawing.right_mm),
            _held(self.centre_y_mm, area.height_mm, drawing.top_mm, drawing.bottom_mm),
        )

    def shows(self, rect: Rectangle) -> bool:
        """Return whether any of a rectangle is in the view."""
        return self.area().overlaps(rect)

    def shows_all(self, rect: Rectangle) -> bool:
        """Return whether all of a rectangle is in the view."""
        return self.area().contains(rect)


def screen_px_per_mm(dpi: float) -> float:
    """Return the pixels of one millimetre of paper on a screen of ``dpi`` pixels an inch."""
    return dpi / MM_PER_INCH


def _held(centre_mm: float, extent_mm: float, low_mm: float, high_mm: float) -> float:
    """Return the nearest middle at which the view and ``low_mm`` ... ``high_mm`` overlap enough."""
    overlap_mm = min(extent_mm * _STAYS_IN_VIEW, high_mm - low_mm)
    reach_mm = extent_mm / 2 - overlap_mm
    return min(max(centre_mm, low_mm - reach_mm), high_mm + reach_mm)
