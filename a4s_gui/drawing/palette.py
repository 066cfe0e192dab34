"""Colours of the inks, for paper and for the light and the dark window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from a4s_gui.drawing.scene import Ink


@dataclass(frozen=True, slots=True)
class Palette:
    """A background and a colour for every ink, each as ``#rrggbb``."""

    background: str
    inks: Mapping[Ink, str]


PAPER = Palette(
    "#ffffff",
    {
        Ink.GRID: "#e9edf0",
        Ink.GRID_MAJOR: "#d5dce1",
        Ink.STIFFENER: "#8a6d3b",
        Ink.COURTYARD: "#b03a9e",
        Ink.SOCKET_COPPER: "#c4622d",
        Ink.HEADER_COPPER: "#2f74b5",
        Ink.PIN_1: "#b3122a",
        Ink.MASK: "#2e8b57",
        Ink.PASTE: "#6b7580",
        Ink.BODY: "#1f2933",
        Ink.HEADER_BODY: "#1c4e80",
        Ink.CENTRE_LINE: "#7b8794",
        Ink.NUMBER: "#1f2933",
        Ink.DIMENSION: "#3e4c59",
        Ink.TEXT: "#1f2933",
        Ink.TAPE: "#52606d",
        Ink.COMPARED_1: "#0f3270",
        Ink.COMPARED_2: "#962806",
        Ink.COMPARED_3: "#12806c",
        Ink.COMPARED_4: "#bb1cc8",
        Ink.HIGHLIGHT: "#e0a100",
        Ink.MEASURE: "#5b2fd6",
        Ink.LABEL: "#ffffff",
    },
)

LIGHT = Palette("#ffffff", PAPER.inks)

DARK = Palette(
    "#14181d",
    {
        Ink.GRID: "#1f262d",
        Ink.GRID_MAJOR: "#2c353e",
        Ink.STIFFENER: "#b8975a",
        Ink.COURTYARD: "#d66fc8",
        Ink.SOCKET_COPPER: "#e08a55",
        Ink.HEADER_COPPER: "#62a5e8",
        Ink.PIN_1: "#ff6b7d",
        Ink.MASK: "#5cc48d",
        Ink.PASTE: "#a3afba",
        Ink.BODY: "#e4e9ee",
        Ink.HEADER_BODY: "#9cc7ef",
        Ink.CENTRE_LINE: "#74808c",
        Ink.NUMBER: "#e4e9ee",
        Ink.DIMENSION: "#b3bdc7",
        Ink.TEXT: "#e4e9ee",
        Ink.TAPE: "#95a1ac",
        Ink.COMPARED_1: "#2f8ff2",
        Ink.COMPARED_2: "#f4701d",
        Ink.COMPARED_3: "#5ff5b0",
        Ink.COMPARED_4: "#e58ac6",
        Ink.HIGHLIGHT: "#ffd24d",
        Ink.MEASURE: "#b79cff",
        Ink.LABEL: "#14181d",
    },
)
