"""Widths of the drawing font's characters, so that labels can be laid out without Qt.

The table is taken from the bundled font; a test holds it against the font itself.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache

from a4s_gui.errors import ResourceError
from a4s_gui.frozen import frozen
from a4s_gui.resources import read_resource, resource_path

FONT_FILE = ("fonts", "Roboto-Regular.ttf")
_WIDTHS_FILE = ("fonts", "Roboto-Regular.widths.json")


@frozen(slots=False)
class _Lettering:
    cap_height: float
    advances: dict[str, float]
    widest: float


@cache
def _lettering() -> _Lettering:
    try:
        table = json.loads(read_resource(*_WIDTHS_FILE))
        advances = {str(k): float(v) for k, v in table["advances"].items()}
        return _Lettering(float(table["cap_height"]), advances, max(advances.values()))
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        path = resource_path(*_WIDTHS_FILE)
        raise ResourceError(f"{path}: is damaged ({error}); install a4s-gui again") from error


def text_width_mm(text: str, height_mm: float) -> float:
    """Return the width of one line of text whose capitals are ``height_mm`` high.

    Characters outside the table count as the widest in it.
    """
    return _width(text) * height_mm


@lru_cache(maxsize=4096)
def _width(text: str) -> float:
    """Return the width of a text whose capitals are 1 high."""
    table = _lettering()
    units = sum(table.advances.get(character, table.widest) for character in text)
    return units / table.cap_height


def wrap(text: str, height_mm: float, width_mm: float) -> list[str]:
    """Break a text between words into lines of at most ``width_mm``, where words allow it."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width_mm(longer, height_mm) <= width_mm:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
