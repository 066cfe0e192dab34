"""What stands above a part: its name and, beside or beneath that, what is seen of it."""

from __future__ import annotations

from collections.abc import Iterator

from a4s_gui.drawing.lettering import text_width_mm, wrap
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import Text
from a4s_gui.drawing.standards import CAPTION_MM, NOTE_MM
from a4s_gui.drawing.style import ColorRole

_BESIDE_MM = 3.0
_LINE_MM = 3.4
_LEAST_WIDTH_MM = 80.0
"""A caption may take this much, however small the part is drawn: any window has it."""


def caption(
    title: str, detail: str, corner: PaperCorner, width_mm: float
) -> tuple[list[Text], float]:
    """Return a caption that is no wider than it has room, and its height on paper.

    Parameters
    ----------
    title
        What is drawn.
    detail
        How it is seen; beside the title where there is room for it, else beneath.
    corner
        The left end of the caption's lowest base line.
    width_mm
        Of paper, that the caption may take, so that it never decides how large a part is drawn.
    """
    width_mm = max(width_mm, _LEAST_WIDTH_MM)
    beside_mm = text_width_mm(title, CAPTION_MM) + _BESIDE_MM
    if beside_mm + text_width_mm(detail, NOTE_MM) <= width_mm:
        return [_title(title, corner), _detail(detail, corner.at(beside_mm, 0.0))], CAPTION_MM
    lines = wrap(detail, NOTE_MM, width_mm)
    texts = [_title(title, corner.at(0.0, -_LINE_MM * len(lines)))]
    texts += _lines(lines, corner)
    return texts, CAPTION_MM + _LINE_MM * len(lines)


def _lines(lines: list[str], corner: PaperCorner) -> Iterator[Text]:
    for above, line in enumerate(reversed(lines)):
        yield _detail(line, corner.at(0.0, -_LINE_MM * above))


def _title(text: str, corner: PaperCorner) -> Text:
    return corner.text(0.0, 0.0, text, CAPTION_MM)


def _detail(text: str, corner: PaperCorner) -> Text:
    return corner.text(0.0, 0.0, text, NOTE_MM, ColorRole.DIMENSION)
