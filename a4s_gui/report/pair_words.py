"""A pair's height and packaging in the few words that tables have room for."""

from __future__ import annotations

from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import format_height

UNSTATED = "–"
"""What a cell shows where the datasheet states nothing."""


def height_text(pair: Pair) -> str:
    """Return the mated height in mm as a cell has it."""
    return UNSTATED if pair.mated_height_mm is None else format_height(pair.mated_height_mm, "")


def packaging_text(pair: Pair) -> str:
    """Return the pocket pitch of the tape as a cell has it."""
    return UNSTATED if pair.packaging_pitch_mm is None else f"{pair.packaging_pitch_mm} mm"
