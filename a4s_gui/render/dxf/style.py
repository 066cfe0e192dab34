"""How a DXF file looks: colours, linetypes, the text and the dimension style."""

from __future__ import annotations

from ezdxf.document import Drawing

from a4s_gui.drawing.standards import (
    ARROW_LENGTH_MM,
    EXTENSION_GAP_MM,
    EXTENSION_OVERSHOOT_MM,
    TEXT_GAP_MM,
    TEXT_MM,
)
from a4s_gui.drawing.style import ColorRole, LineStyle

STYLE = "A4S"
"""Name of the text style and of the dimension style."""
FONT = "arial.ttf"
"""CAD programs bring their own fonts; this one, or one as wide, is everywhere."""
FOREGROUND = 7
DECIMALS = 2
"""Of a dimension that does not say otherwise."""

COLOURS = {
    ColorRole.GRID: 254,
    ColorRole.GRID_MAJOR: 253,
    ColorRole.STIFFENER: 34,
    ColorRole.COURTYARD: 6,
    ColorRole.SOCKET_COPPER: 30,
    ColorRole.HEADER_COPPER: 150,
    ColorRole.PIN_1: 1,
    ColorRole.HEADER_PIN_1: 200,
    ColorRole.MASK: 94,
    ColorRole.PASTE: 8,
    ColorRole.CENTRE_LINE: 8,
    ColorRole.TAPE: 8,
    ColorRole.HIGHLIGHT: 40,
}
"""Colours by AutoCAD's index, which every program knows; what is not named here is FOREGROUND,
black on a light screen or on paper and white on a dark screen."""

_LINETYPES = {LineStyle.DASHED: "A4S_DASHED", LineStyle.CHAIN: "A4S_CHAIN"}


def colour_of(ink: ColorRole) -> int:
    """Return an ink's colour index."""
    return COLOURS.get(ink, FOREGROUND)


def linetype_of(dash: LineStyle) -> str:
    """Return the name of a dash's linetype."""
    return _LINETYPES.get(dash, "CONTINUOUS")


def add_styles(document: Drawing, scale: float) -> None:
    """Add the linetypes, the text style and the dimension style for a plot at ``scale``:1."""
    unit = 1 / scale
    for dash, name in _LINETYPES.items():
        strokes = [length * unit for length in dash.strokes_mm]
        signed = [length if i % 2 == 0 else -length for i, length in enumerate(strokes)]
        document.linetypes.add(name, [sum(strokes), *signed], description=f"{dash}, as on paper")
    document.styles.add(STYLE, font=FONT)
    values = {
        "dimtxt": TEXT_MM * unit,
        "dimasz": ARROW_LENGTH_MM * unit,
        "dimexo": EXTENSION_GAP_MM * unit,
        "dimexe": EXTENSION_OVERSHOOT_MM * unit,
        "dimgap": TEXT_GAP_MM * unit,
        "dimtad": 1,  # above the line
        "dimtih": 0,  # along the line, inside
        "dimtoh": 0,  # and outside
        "dimtofl": 1,  # a line between arrows that stand outside
        "dimtmove": 2,  # a text that is moved takes no leader along
        "dimlunit": 2,  # decimal
        "dimdec": DECIMALS,
        "dimdsep": ord("."),
        "dimzin": 0,  # trailing zeros stay
    }
    document.dimstyles.new(STYLE, dxfattribs={"dimtxsty": STYLE, **values})
    # LibreCAD draws every dimension by the document's values, whatever its style says.
    for name, value in {**values, "dimstyle": STYLE, "dimtxsty": STYLE}.items():
        document.header[f"${name.upper()}"] = value
