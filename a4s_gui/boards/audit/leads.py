"""What is left of a pad around the metal soldered to it: toe, heel and side."""

from __future__ import annotations

from a4s_gui.frozen import frozen
from a4s_gui.geometry.body_figures import Metal
from a4s_gui.geometry.shapes import Rectangle, round_mm


@frozen
class Joint:
    """What a pad has beyond its metal, in mm; negative where the metal hangs over.

    ``toe`` is outwards and ``heel`` inwards across the rows, ``side`` the smaller of the two along
    them.
    """

    toe_mm: float
    heel_mm: float
    side_mm: float

    def __str__(self) -> str:
        return f"toe {self.toe_mm:.3f}, heel {self.heel_mm:.3f}, side {self.side_mm:.3f} mm"


def joint(pad: Rectangle, metal: Metal, metal_x_mm: float) -> Joint:
    """Return what a pad, wherever it is, has beyond its metal.

    The pad is in the part's frame: origin at its centre, x along the rows; ``metal_x_mm`` is where
    the metal's own centre is along the rows.
    """
    outer = max(abs(pad.top_mm), abs(pad.bottom_mm))
    inner = outer - pad.height_mm
    half_width = metal.width_mm / 2
    sides = (metal_x_mm - half_width - pad.left_mm, pad.right_mm - metal_x_mm - half_width)
    return Joint(*map(round_mm, (outer - metal.to_mm, metal.from_mm - inner, min(sides))))
