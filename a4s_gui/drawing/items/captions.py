"""What stands above a part: its name and, beside or beneath that, what is seen of it."""

from __future__ import annotations

from a4s_gui.drawing.lettering import text_width_mm, wrap
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import Text
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.style import ColorRole

_BESIDE_MM = 3.0
_LEADING_MM = 1.6
"""Free between two lines."""


def caption(
    title: str, detail: str, corner: PaperCorner, width_mm: float, spec: DrawingSpec
) -> tuple[list[Text], float]:
    """Return a caption that is no wider than it has room, and its height on paper.

    The detail, which may be empty, stands beside the title where there is room for it, else
    beneath. ``corner`` is the left end of the lowest base line; ``width_mm`` is the paper that the
    caption may take, so that it never decides how large a part is drawn, yet at least what the
    drawing says.
    """
    width_mm = max(width_mm, spec.caption_mm)
    sizes = spec.sizes
    beside_mm = text_width_mm(title, sizes.caption_mm) + _BESIDE_MM
    line_mm = sizes.note_mm + _LEADING_MM
    lines = wrap(detail, sizes.note_mm, width_mm)
    places = [(0.0, -line_mm * above) for above in reversed(range(len(lines)))]
    if lines and beside_mm + text_width_mm(detail, sizes.note_mm) <= width_mm:
        lines, places = [detail], [(beside_mm, 0.0)]
    beneath = sum(x_mm == 0.0 for x_mm, _ in places)
    texts = [corner.text(0.0, -line_mm * beneath, title, sizes.caption_mm)]
    for (x_mm, y_mm), line in zip(places, lines, strict=True):
        texts.append(corner.text(x_mm, y_mm, line, sizes.note_mm, ColorRole.DIMENSION))
    return texts, sizes.caption_mm + line_mm * beneath
