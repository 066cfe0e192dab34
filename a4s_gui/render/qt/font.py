"""Outlines of the bundled drawing font, the same on every machine, with or without fonts.

All needs a ``QGuiApplication``, and raises ``ResourceError`` where the font is missing or damaged.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from threading import local

from PySide6.QtGui import QFont, QPainterPath, QRawFont, QTransform

from a4s_gui.drawing.lettering import FONT_FILE
from a4s_gui.errors import ResourceError
from a4s_gui.resources import resource_path

_PIXEL_SIZE = 256.0
_SHORT = 12
"""Letters of a text that is kept: ``overlap 0.62``. A letter takes 1.8 kB."""


_OPENED = local()
"""The font, opened once by each thread: Qt frees with a thread what its fonts are read by."""


def _raw_font() -> QRawFont:
    font: QRawFont | None = getattr(_OPENED, "font", None)
    if font is None:
        path = resource_path(*FONT_FILE)
        font = QRawFont(str(path), _PIXEL_SIZE, QFont.HintingPreference.PreferNoHinting)
        if not font.isValid():
            raise ResourceError(f"{path}: is not a usable font; install a4s-gui again")
        _OPENED.font = font
    return font


@cache
def _glyph(character: str) -> tuple[QPainterPath, float]:
    """Return outline and advance of one character whose capitals are 1 high."""
    font = _raw_font()
    indexes = font.glyphIndexesForString(character)
    if not indexes:  # Qt leaves out what is never seen, as a byte order mark
        return QPainterPath(), 0.0
    index = indexes[0]
    unit = 1.0 / font.capHeight()
    outline = QTransform.fromScale(unit, unit).map(font.pathForGlyph(index))
    return outline, font.advancesForGlyphIndexes([index])[0].x() * unit


def text_outlines(text: str) -> tuple[QPainterPath, ...]:
    """Return the outlines of a line of text, one a character: base line y = 0, capitals 1 high.

    One path a character, since the raster engine takes ten times as long to fill them joined.
    Whoever paints asks each time and keeps none: a line of notes takes 200 kB.
    """
    return _numbers_outlines(text) if len(text) <= _SHORT else _line_outlines(text)


@lru_cache(maxsize=128)  # numbers and dimensions of a drawing
def _numbers_outlines(text: str) -> tuple[QPainterPath, ...]:
    return _outlines(text)


@lru_cache(maxsize=10)  # its captions and notes
def _line_outlines(text: str) -> tuple[QPainterPath, ...]:
    return _outlines(text)


def _outlines(text: str) -> tuple[QPainterPath, ...]:
    return tuple(_glyph(character)[0].translated(x, 0.0) for character, x in placed_letters(text))


def placed_letters(text: str) -> Iterator[tuple[str, float]]:
    """Yield each character of a line that leaves ink, and where it begins; capitals are 1 high."""
    x = 0.0
    for character in text:
        outline, advance = _glyph(character)
        if not outline.isEmpty():
            yield character, x
        x += advance
