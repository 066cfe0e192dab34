"""A stencil's openings: whether they let go of the paste (area ratio), and what would pass."""

from __future__ import annotations

import math

from a4s_gui.catalog.model import Half
from a4s_gui.frozen import frozen
from a4s_gui.geometry.footprint import PadRole
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.shapes import round_mm


@frozen
class Opening:
    """The stencil's opening over one kind of pad.

    It keeps the pad's centre and aspect: each side is the pad's times the root of ``share``.
    """

    half: Half
    role: PadRole
    pad_width_mm: float
    pad_height_mm: float
    share: float
    """Opening area over pad area."""
    thickness_um: float

    @property
    def width_mm(self) -> float:
        """Along the rows."""
        return self.pad_width_mm * math.sqrt(self.share)

    @property
    def height_mm(self) -> float:
        """Across the rows."""
        return self.pad_height_mm * math.sqrt(self.share)

    @property
    def area_ratio(self) -> float:
        """Area of the opening over that of its walls, both sides of each edge."""
        return self._ratio(self.width_mm, self.height_mm)

    @property
    def area_ratio_length_cut(self) -> float:
        """The same if only the pad's length were cut to reach the share."""
        return self._ratio(self.pad_width_mm, self.pad_height_mm * self.share)

    def passing_thickness_um(self, wanted: float) -> int:
        """Return the thickest stencil, in whole µm, with an area ratio of more than ``wanted``."""
        return math.ceil(round_mm(self.thickness_um * self.area_ratio / wanted)) - 1

    def passing_share(self, wanted: float) -> float | None:
        """Return the least share, in whole percent, with a ratio of more than ``wanted``.

        ``None`` where even an opening as large as the pad has less.
        """
        # The ratio grows with the opening's sides, those with the root of the share.
        percent = math.floor(round_mm(100 * self.share * (wanted / self.area_ratio) ** 2)) + 1
        return percent / 100 if percent <= 100 else None

    def _ratio(self, width_mm: float, height_mm: float) -> float:
        walls = 2 * (width_mm + height_mm) * self.thickness_um / 1000
        return round(width_mm * height_mm / walls, 4)


def stencil_openings(half: Half, pattern: LandPattern) -> tuple[Opening, Opening]:
    """Return the openings over a half's contact pads and over its terminal pads."""

    def opening(role: PadRole) -> Opening:
        pad, thickness = pattern.half(half).pad(role), pattern.common.paste_thickness_um
        return Opening(half, role, pad.width_mm, pad.height_mm, pad.paste_ratio, thickness)

    return opening(PadRole.CONTACT), opening(PadRole.TERMINAL)
