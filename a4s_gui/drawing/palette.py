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


_INKS = {
    ColorRole.GRID: ("#e9edf0", "#1f262d"),
    ColorRole.GRID_MAJOR: ("#d5dce1", "#2c353e"),
    ColorRole.STIFFENER: ("#8a6d3b", "#b8975a"),
    ColorRole.COURTYARD: ("#b03a9e", "#d66fc8"),
    ColorRole.SOCKET_COPPER: ("#b0521f", "#e08a55"),
    ColorRole.HEADER_COPPER: ("#2f74b5", "#62a5e8"),
    ColorRole.PIN_1: ("#b3122a", "#ff6b7d"),
    ColorRole.HEADER_PIN_1: ("#7b1fa2", "#cf9bff"),
    ColorRole.MASK: ("#2e8b57", "#5cc48d"),
    ColorRole.PASTE: ("#6b7580", "#a3afba"),
    ColorRole.BODY: ("#1f2933", "#e4e9ee"),
    ColorRole.HEADER_BODY: ("#1c4e80", "#9cc7ef"),
    ColorRole.CENTRE_LINE: ("#7b8794", "#74808c"),
    ColorRole.DIMENSION: ("#3e4c59", "#b3bdc7"),
    ColorRole.TEXT: ("#1f2933", "#e4e9ee"),
    ColorRole.TAPE: ("#52606d", "#95a1ac"),
    ColorRole.COMPARED_1: ("#0f3270", "#2f8ff2"),
    ColorRole.COMPARED_2: ("#962806", "#f4701d"),
    ColorRole.COMPARED_3: ("#12806c", "#5ff5b0"),
    ColorRole.COMPARED_4: ("#bb1cc8", "#e58ac6"),
    ColorRole.HIGHLIGHT: ("#e0a100", "#ffd24d"),
    ColorRole.MEASURE: ("#5b2fd6", "#b79cff"),
    ColorRole.FOUND: ("#1f2933", "#e4e9ee"),
    ColorRole.DEVIATING: ("#000000", "#ffffff"),
    ColorRole.LABEL: ("#ffffff", "#14181d"),
}
"""Each ink on a light and on a dark background."""

PAPER = Palette("#ffffff", {role: light for role, (light, _) in _INKS.items()})
LIGHT = PAPER
DARK = Palette("#14181d", {role: dark for role, (_, dark) in _INKS.items()})
