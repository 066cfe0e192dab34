"""The drawing's standard: pens, text heights and spacings, in millimetres of the paper.

Two pens carry the hierarchy, in the ratio of ISO 128: outlines wide, everything that explains
narrow.
"""

from __future__ import annotations

from a4s_gui.frozen import by_name, frozen

OUTLINE_PEN_MM = 0.35
THIN_PEN_MM = 0.18
GRID_PEN_MM = 0.13
METAL_FILL = 0.8
"""Opacity of cut metal; cut plastic is lighter."""

CAPTION_MM = 2.6
TEXT_MM = 2.0
NOTE_MM = 1.8
NUMBER_MM = 1.5

ARROW_LENGTH_MM = 2.0
ARROW_WIDTH_MM = 0.7
EXTENSION_GAP_MM = 0.6
"""Between a feature and the start of its extension line."""
EXTENSION_OVERSHOOT_MM = 1.0
"""Extension line beyond the dimension line."""
TEXT_GAP_MM = 0.7
"""Between a line and the text standing on it."""
TEXT_BESIDE_MM = 0.9
"""Between an extension line and a text that stands beside it."""
CLEARANCE_MM = 0.35
"""Least distance of a text from anything it does not belong to."""
FIRST_ROW_MM = 4.0
"""Between the part and the first dimension line."""
ROW_MM = 4.8
"""Between neighbouring dimension lines."""
CENTRE_LINE_MM = 1.0
"""Centre line beyond the part."""


@frozen
class TextHeights:
    """Heights of the capitals of a drawing's texts, in mm of the paper."""

    caption_mm: float = CAPTION_MM
    text_mm: float = TEXT_MM
    note_mm: float = NOTE_MM
    number_mm: float = NUMBER_MM

    def at_least(self, least_mm: float) -> TextHeights:
        """Return the heights, those that are lower raised to ``least_mm``."""
        return TextHeights(*(max(height_mm, least_mm) for height_mm in by_name(self).values()))


ON_PAPER = TextHeights()
"""What is printed; a window raises what would be too small to read on its screen."""


def row_mm(row: int) -> float:
    """Return how far from the part a dimension line stands, on paper; the first row is 0."""
    return FIRST_ROW_MM + row * ROW_MM
