"""How primitives look: the role of a colour, the strokes of a line, the pen and the filling."""

from __future__ import annotations

from enum import StrEnum

from a4s_gui.frozen import frozen


class ColorRole(StrEnum):
    """The role of a colour; a palette says which colour it is."""

    GRID = "grid"
    GRID_MAJOR = "grid-major"
    STIFFENER = "stiffener"
    COURTYARD = "courtyard"
    SOCKET_COPPER = "socket-copper"
    HEADER_COPPER = "header-copper"
    PIN_1 = "pin-1"
    """The socket's pad 1; the header's has a colour of its own, as both are seen mated."""
    HEADER_PIN_1 = "header-pin-1"
    MASK = "mask"
    PASTE = "paste"
    BODY = "body"
    HEADER_BODY = "header-body"
    CENTRE_LINE = "centre-line"
    DIMENSION = "dimension"
    TEXT = "text"
    TAPE = "tape"
    COMPARED_1 = "compared-1"
    COMPARED_2 = "compared-2"
    COMPARED_3 = "compared-3"
    COMPARED_4 = "compared-4"
    HIGHLIGHT = "highlight"
    MEASURE = "measure"
    FOUND = "found"
    """A pad as a board has it, over the drawing."""
    DEVIATING = "deviating"
    """One that is off the land pattern, or wrongly numbered: told by its pen, not by a colour that
    any pad or layer has."""
    LABEL = "label"
    """What is under a text that lies over the drawing: the background's colour."""


class LineStyle(StrEnum):
    """How a line is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    CHAIN = "chain"
    LONG = "long"
    DOTTED = "dotted"

    @property
    def strokes_mm(self) -> tuple[float, ...]:
        """Lengths of strokes and gaps in turn, in mm of paper; none where the line is solid."""
        return _STROKES_MM.get(self, ())


_STROKES_MM = {
    LineStyle.DASHED: (2.0, 1.0),
    LineStyle.CHAIN: (5.0, 1.0, 0.6, 1.0),
    # With the dashed line on top of the long one and the dotted on top of both, each shows.
    LineStyle.LONG: (4.5, 1.5),
    LineStyle.DOTTED: (0.6, 0.9),
}


@frozen
class Style:
    """Ink, pen and filling of a shape.

    ``pen_mm`` is the outline's width on paper, 0 for none; ``fill`` the filling's opacity, 0 for
    none and 1 for full.
    """

    ink: ColorRole
    pen_mm: float = 0.0
    fill: float = 0.0
    dash: LineStyle = LineStyle.SOLID
