"""Outlines of the bundled drawing font, the same on every machine, with or without fonts."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtGui import QFont, QPainterPath, QRawFont, QTransform

from a4s_gui.drawing.lettering import FONT_FILE
from a4s_gui.errors import ResourceError
from a4s_gui.resources import resource_path

_PIXEL_SIZE = 256.0


@cache
def _raw_font() -> QRawFont:
    path = resource_path(*FONT_FILE)
    font = QRawFont(str(path), _PIXEL_SIZE, QFont.HintingPreference.PreferNoHinting)
    if not font.isValid():
        raise ResourceError(f"{path}: is not a usable font; install a4s-gui again")
    return font


@cache
def _glyph(character: str) -> tuple[QPainterPath, float]:
    font = _raw_font()
    index = font.glyphIndexesForString(character)[0]
    return font.pathForGlyph(index), font.advancesForGlyphIndexes([index])[0].x()


@lru_cache(maxsize=4096)
def text_path(text: str) -> QPainterPath:
    """Return the outline of a line of text, base line at y = 0, capitals 1 high, y down.

    Needs a ``QGuiApplication``.

    Raises
    ------
    ResourceError
        The font file is missing or damaged.
    """
    unit = 1.0 / _raw_font().capHeight()
    path = QPainterPath()
    path.setFillRule(path.fillRule().WindingFill)
    x = 0.0
    for character in text:
        glyph, advance = _glyph(character)
        path.addPath(glyph.translated(x, 0.0))
        x += advance
    return QTransform.fromScale(unit, unit).map(path)
