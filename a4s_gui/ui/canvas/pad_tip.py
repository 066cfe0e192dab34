"""A pad that is pointed at, the one that it meets, and what is said of them. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import PlacedFootprint, Scene
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.frozen import frozen
from a4s_gui.geometry.footprint import Pad, PadRole, footprints
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.mating import MatedPads, pad_map
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.session.state import PadKey

Nets = Mapping[Half, Mapping[str, str]]
"""Names of nets by half and pad number."""

_FIGURES = {
    PadRole.CONTACT: ("contact_width_mm", "contact_height_mm", "contact_rows_mm"),
    PadRole.TERMINAL: (
        "terminal_width_mm",
        "terminal_height_mm",
        "terminal_rows_mm",
        "terminal_offset_mm",
    ),
}
_TIP_PX = 300
"""Titles of documents are long; a tip as wide as they are would cover the drawing."""


@frozen(slots=False)
class HoveredPad:
    """A pad under the cursor: its own place on its board, and its copper's place in the scene."""

    pad: Pad
    placed: PlacedFootprint
    copper: Rectangle

    @property
    def half(self) -> Half:
        """Whose pad it is."""
        return self.placed.footprint.half

    @property
    def key(self) -> PadKey:
        """Which pad of the pair it is, whatever the view."""
        return PadKey(self.half, self.placed.footprint.pads.index(self.pad))


def hovered_pad(scene: Scene, x_mm: float, y_mm: float) -> HoveredPad | None:
    """Return the pad at a place of a scene, if any; the footprint placed last lies on top."""
    for placed in reversed(scene.placed):
        for pad, copper in placed.pads():
            if copper.contains_point(x_mm, y_mm):
                return HoveredPad(pad, placed, copper)
    return None


def pad_by_key(scene: Scene, key: PadKey) -> HoveredPad | None:
    """Return a pad of the pair where a scene shows it."""
    for placed in scene.placed:
        if placed.footprint.half is key.half and key.index < len(placed.footprint.pads):
            pad, copper = list(placed.pads())[key.index]
            return HoveredPad(pad, placed, copper)
    return None


def mated_pads(spec: DrawingSpec, key: PadKey) -> MatedPads | None:
    """Return which pads meet where a contact does, in every view; terminals meet no contact."""
    halves = footprints(spec.pair, spec.pattern, spec.numbering)
    pads = halves[0 if key.half is Half.SOCKET else 1].pads
    if key.index >= len(pads):
        return None
    pad = pads[key.index]
    return next((m for m in pad_map(*halves) if pad is _of(m, key.half)), None)


def coppers_of(scene: Scene, key: PadKey, meeting: MatedPads | None) -> list[Rectangle]:
    """Return where a scene shows a pad and the one that it meets, as far as it does."""
    if meeting is None:
        found = pad_by_key(scene, key)
        return [found.copper] if found else []
    return [
        copper
        for placed in scene.placed
        for pad, copper in placed.pads()
        if pad == _of(meeting, placed.footprint.half)
    ]


def pad_words(spec: DrawingSpec, key: PadKey, meeting: MatedPads | None) -> str:
    """Return a pad and what it meets in a few words, for the status bar."""
    if meeting is not None:
        same = "" if meeting.agrees else ": not the same number"
        return f"Socket pad {meeting.socket.number} meets header pad {meeting.header.number}{same}"
    connector = spec.pair.connector(key.half)
    if key.index < connector.pins:
        return ""
    return f"{key.half.capitalize()}: soldering terminal"


def pad_tip(
    hovered: HoveredPad, meeting: MatedPads | None = None, nets: Nets = MappingProxyType({})
) -> str:
    """Return what is known of a pad and the one it meets, as rich text.

    Numbers, roles, nets, places and sizes, and where the land pattern's figures come from.
    """
    pattern = hovered.placed.footprint.pattern
    pads = [(hovered.half, hovered.pad)]
    lines = []
    if meeting is not None:
        pads = [(half, _of(meeting, half)) for half in Half]
        words = f"Socket {meeting.socket.number} meets header {meeting.header.number}"
        lines.append(f"<b>{words}</b>{'' if meeting.agrees else ', not the same number'}")
    for half, pad in pads:
        role = "soldering terminal" if pad.role is PadRole.TERMINAL else "contact"
        net = nets.get(half, {}).get(pad.number, "")
        lines += [
            f"<b>{half.capitalize()} pad {escape(pad.number)}</b>, {role}",
            *([f"net <b>{escape(net)}</b>"] if net else []),
            f"centre x {pad.x_mm:.3f}, y {pad.y_mm:.3f} mm",
            f"size {pad.width_mm:.2f} × {pad.height_mm:.2f} mm",
        ]
    lines += ["", *map(escape, _documents(pattern, pads))]
    return f'<table width="{_TIP_PX}"><tr><td>{"<br>".join(lines)}</td></tr></table>'


def _documents(pattern: LandPattern, pads: Iterable[tuple[Half, Pad]]) -> Iterable[str]:
    """Return the documents behind some pads, each once."""
    return dict.fromkeys(
        document
        for half, pad in pads
        for figure in _FIGURES[pad.role]
        for document in pattern.source_of(half, figure).documents
    )


def _of(meeting: MatedPads, half: Half) -> Pad:
    return meeting.socket if half is Half.SOCKET else meeting.header
