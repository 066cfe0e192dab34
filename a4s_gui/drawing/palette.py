"""Colours of the inks, for paper and for the light and the dark window."""

from __future__ import annotations

from collections.abc import Mapping

from a4s_gui.drawing.style import ColorRole
from a4s_gui.frozen import frozen


@frozen
class Palette:
    """A background and a colour for every ink, each as ``#rrggbb``."""

    background: str
    inks: Mapping[ColorRole, str]


PAPER = Palette(
    "#ffffff",
    {
        ColorRole.GRID: "#e9edf0",
        ColorRole.GRID_MAJOR: "#d5dce1",
        ColorRole.STIFFENER: "#8a6d3b",
        ColorRole.COURTYARD: "#b03a9e",
        ColorRole.SOCKET_COPPER: "#b0521f",
        ColorRole.HEADER_COPPER: "#2f74b5",
        ColorRole.PIN_1: "#b3122a",
        ColorRole.HEADER_PIN_1: "#7b1fa2",
        ColorRole.MASK: "#2e8b57",
        ColorRole.PASTE: "#6b7580",
        ColorRole.BODY: "#1f2933",
        ColorRole.HEADER_BODY: "#1c4e80",
        ColorRole.CENTRE_LINE: "#7b8794",
        ColorRole.DIMENSION: "#3e4c59",
        ColorRole.TEXT: "#1f2933",
        ColorRole.TAPE: "#52606d",
        ColorRole.COMPARED_1: "#0f3270",
        ColorRole.COMPARED_2: "#962806",
        ColorRole.COMPARED_3: "#12806c",
        ColorRole.COMPARED_4: "#bb1cc8",
        ColorRole.HIGHLIGHT: "#e0a100",
        ColorRole.MEASURE: "#5b2fd6",
        ColorRole.LABEL: "#ffffff",
    },
)

LIGHT = Palette("#ffffff", PAPER.inks)

DARK = Palette(
    "#14181d",
    {
        ColorRole.GRID: "#1f262d",
        ColorRole.GRID_MAJOR: "#2c353e",
        ColorRole.STIFFENER: "#b8975a",
        ColorRole.COURTYARD: "#d66fc8",
        ColorRole.SOCKET_COPPER: "#e08a55",
        ColorRole.HEADER_COPPER: "#62a5e8",
        ColorRole.PIN_1: "#ff6b7d",
        ColorRole.HEADER_PIN_1: "#cf9bff",
        ColorRole.MASK: "#5cc48d",
        ColorRole.PASTE: "#a3afba",
        ColorRole.BODY: "#e4e9ee",
        ColorRole.HEADER_BODY: "#9cc7ef",
        ColorRole.CENTRE_LINE: "#74808c",
        ColorRole.DIMENSION: "#b3bdc7",
        ColorRole.TEXT: "#e4e9ee",
        ColorRole.TAPE: "#95a1ac",
        ColorRole.COMPARED_1: "#2f8ff2",
        ColorRole.COMPARED_2: "#f4701d",
        ColorRole.COMPARED_3: "#5ff5b0",
        ColorRole.COMPARED_4: "#e58ac6",
        ColorRole.HIGHLIGHT: "#ffd24d",
        ColorRole.MEASURE: "#b79cff",
        ColorRole.LABEL: "#14181d",
    },
)
