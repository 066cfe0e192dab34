"""The drawing on the screen in words, for those who cannot see it."""

from __future__ import annotations

from a4s_gui.catalog.numbers import pluralize
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.drawing.items.notes import format_scale
from a4s_gui.drawing.scene import PlacedFootprint, Scene
from a4s_gui.drawing.spec import DrawingSpec


def describe_drawing(spec: DrawingSpec, scene: Scene, scale: float) -> str:
    """Return what is drawn, from where it is seen and how large, with how many pads and pin 1."""
    sentences = [
        f"{spec.pair.numbers}: {spec.view_words}, {format_scale(scale)}",
        "Drawn shortened, its lengths are the true ones" if scene.breaks else "",
        *map(_describe_half, scene.placed),
        f"Land pattern: {spec.pattern.title}" if scene.placed else "",
        "The table Pad map has every pad with its place" if scene.placed else "No pads are shown",
    ]
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def _describe_half(placed: PlacedFootprint) -> str:
    part = placed.footprint
    pads = f"{len(part.contacts)} pads and {pluralize(len(part.terminals), 'terminal')}"
    first = next((rect for pad, rect in placed.pads() if pad.number == "1"), None)
    where = ""
    if first is not None:
        row = "upper" if first.y_mm < placed.y_mm else "lower"
        side = "left" if first.x_mm < placed.x_mm else "right"
        where = f", pin 1 at the {row} {side}"
    return capitalize_first(f"{part.half} with {pads}{where}")
