"""What a text has that the drawing font cannot show, said before a sheet is sent to someone."""

from __future__ import annotations

from a4s_gui.catalog.wording import first_of
from a4s_gui.render.pdf.font import font_subset

_MOST_NAMED = 12


def describe_missing(text: str) -> str:
    """Return, in a line, which letters of a text are boxes on a sheet; empty where none is.

    No other font stands in: which ones there are, and so the file, would differ from machine to
    machine. A :class:`ResourceError` says that the drawing font is missing or damaged.
    """
    letters = {} if text.isascii() else dict.fromkeys(text)
    # One by one: what was asked of a letter is kept, at the next key of a field too.
    missing = [letter for letter in letters if font_subset(letter).glyphs[letter] == 0]
    if not missing:
        return ""
    boxes = "a box stands for it" if len(missing) == 1 else "boxes stand for them"
    return f"the drawing font has no {first_of(missing, _MOST_NAMED)}; {boxes}"
