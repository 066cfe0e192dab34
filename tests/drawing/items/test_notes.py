"""Notes of a drawing: what they say of it is what it shows."""

from __future__ import annotations

from itertools import product

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.numbering import Numbering, Pin1
from tests.drawing.conftest import spec_of
from tests.every import for_each

_SIDES = [*product((View.PAIR, View.SOCKET, View.MATED), Half, (False, True), Pin1)]
"""Whose board one looks at counts for the mated view alone, and may be left from that."""


@for_each("view, seen_from, from_below, pin_1", _SIDES)
def test_pin_1_is_where_the_note_says_unless_it_says_from_where_it_is(
    view: View, seen_from: Half, from_below: bool, pin_1: Pin1
) -> None:
    numbering = Numbering(pin_1=pin_1)
    spec = spec_of(
        "AXE510127", view=view, seen_from=seen_from, from_below=from_below, numbering=numbering
    )
    note = next(note for note in build_scene(spec, 20).notes if note.startswith("Numbering: "))
    says_where = f"socket pin 1 {pin_1.words}," in note
    assert says_where is (_place_of_pin_1(spec) == pin_1.words), note
    assert says_where or f"socket pin 1 {pin_1.words} in top view," in note


def _place_of_pin_1(spec: DrawingSpec) -> str:
    """Return the corner of the drawn socket in which pad 1 is."""
    placed = next(p for p in build_scene(spec, 20).placed if p.footprint.half is Half.SOCKET)
    rect = next(rect for pad, rect in placed.pads() if pad.number == "1")
    row = "upper" if rect.top_mm < placed.y_mm else "lower"
    return f"{row} {'left' if rect.left_mm < placed.x_mm else 'right'}"
