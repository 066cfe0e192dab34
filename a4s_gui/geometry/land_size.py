"""The size of a land pattern: that of the smallest rectangle around its pads."""

from __future__ import annotations

from functools import lru_cache

from a4s_gui.catalog.model import Connector, Dimensions
from a4s_gui.catalog.numbers import format_mm
from a4s_gui.catalog.selection.board_limits import Size
from a4s_gui.frozen import frozen
from a4s_gui.geometry.land_pattern.pattern import HalfPattern, LandPattern
from a4s_gui.geometry.shapes import round_mm


@frozen
class Extent:
    """Two rows of pads: their centres apart, and the size of one pad in that direction, in mm."""

    pads: str
    apart_mm: float
    pad_mm: float

    @property
    def total_mm(self) -> float:
        """From edge to edge of the pads."""
        return round_mm(self.apart_mm + self.pad_mm)

    @property
    def formula(self) -> str:
        """How the total comes about."""
        return (
            f"{self.pads} {format_mm(self.apart_mm)} apart + pad {format_mm(self.pad_mm)} "
            f"= {format_mm(self.total_mm)}"
        )


def land_size(connector: Connector, pattern: LandPattern) -> Size:
    """Return length and width of one half's land pattern, in mm."""
    return _land_size(pattern.half(connector.half), connector.dimensions_mm)


# A filter asks for every half of the catalog several times, at each key that is typed.
@lru_cache(maxsize=512)
def _land_size(figures: HalfPattern, dimensions: Dimensions) -> Size:
    along, across = extents(figures, dimensions)
    return Size(along.total_mm, across.total_mm)


def extents(figures: HalfPattern, dimensions: Dimensions) -> tuple[Extent, Extent]:
    """Return what reaches furthest along the rows and across them."""
    span_mm = figures.terminal_span_mm(dimensions)
    along = (
        Extent("terminals", span_mm, figures.terminal_width_mm),
        Extent("contacts", dimensions.B, figures.contact_width_mm),
    )
    across = (
        Extent("contact rows", figures.contact_rows_mm, figures.contact_height_mm),
        Extent("terminal rows", figures.terminal_rows_mm, figures.terminal_height_mm),
    )
    return max(along, key=_total), max(across, key=_total)


def _total(reach: Extent) -> float:
    return reach.total_mm


@frozen(slots=False)
class LandMeasure:
    """Measures the land patterns of pairs against a filter's limits of size."""

    pattern: LandPattern
    name: str = "land pattern"

    def size(self, connector: Connector) -> Size:
        """Return the size of one half's land pattern."""
        return land_size(connector, self.pattern)
