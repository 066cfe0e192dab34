"""The pad under the cursor, and what a tool tip says of it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Placed, Scene
from a4s_gui.geometry.footprint import Pad, PadRole
from a4s_gui.geometry.shapes import Rect

_FIGURES = {
    PadRole.CONTACT: ("contact_width_mm", "contact_height_mm", "contact_rows_mm"),
    PadRole.TERMINAL: (
        "terminal_width_mm",
        "terminal_height_mm",
        "terminal_rows_mm",
        "terminal_offset_mm",
    ),
}


@dataclass(frozen=True)
class HoveredPad:
    """A pad under the cursor: its own place on its board, and its copper's place in the scene."""

    pad: Pad
    placed: Placed
    copper: Rect

    @property
    def half(self) -> Half:
        """Whose pad it is."""
        return self.placed.footprint.half


def hovered_pad(scene: Scene, x_mm: float, y_mm: float) -> HoveredPad | None:
    """Return the pad at a place of a scene, if any; the footprint placed last lies on top."""
    for placed in reversed(scene.placed):
        for pad, copper in placed.pads():
            if copper.contains_point(x_mm, y_mm):
                return HoveredPad(pad, placed, copper)
    return None


def pad_tip(hovered: HoveredPad) -> str:
    """Return what is known of a pad, as rich text: number, role, place, size and sources."""
    pad, half = hovered.pad, hovered.half
    pattern = hovered.placed.footprint.pattern
    role = "soldering terminal" if pad.role is PadRole.TERMINAL else "contact"
    documents = dict.fromkeys(
        pattern.source_of(half, figure).document for figure in _FIGURES[pad.role]
    )
    lines = [
        f"<b>{half.capitalize()} pad {escape(pad.number)}</b>, {role}",
        f"centre x {pad.x_mm:.3f}, y {pad.y_mm:.3f} mm",
        f"size {pad.width_mm:.2f} × {pad.height_mm:.2f} mm",
        "",
        *(escape(document) for document in documents),
    ]
    return "<br>".join(lines)
