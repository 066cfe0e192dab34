"""The actions that choose one of a row: views, sides, layers, numberings, themes."""

from __future__ import annotations

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.numbering import HeaderScheme, RowScheme
from a4s_gui.ui.core.action_spec import ActionSpec, Menu

_SEEN_FROM = {
    Half.SOCKET: ("From above the socket's &board", "See the mated pair from the socket's side"),
    Half.HEADER: ("From above the header's boa&rd", "See the mated pair from the header's side"),
}

_LAYER_KEYS = {
    Layer.GRID: "G",
    Layer.STIFFENER: "s",
    Layer.COURTYARD: "y",
    Layer.COPPER: "C",
    Layer.MASK: "m",
    Layer.PASTE: "P",
    Layer.BODY: "B",
    Layer.CENTRE_LINES: "e",
    Layer.NUMBERS: "n",
    Layer.DIMENSIONS: "D",
    Layer.NOTES: "o",
}
"""The letter of a layer's title that is its key in the menu; the views have their first."""

_ROWS = {
    RowScheme.ODD_EVEN: (
        "&Odd and even rows",
        "1, 3, 5 … along one row, 2, 4, 6 … along the other",
    ),
    RowScheme.LOOP: ("&Loop", "1 … n/2 along one row and back along the other"),
}

_HEADERS = {
    HeaderScheme.MATING: ("Header: &n meets n", "Pad n of the header meets pad n of the socket"),
    HeaderScheme.SAME: (
        "Header: &alike in top view",
        "Both halves are numbered alike in top view; then pad 1 does not meet pad 1",
    ),
}

_THEMES = {
    "system": ("As the &system", "Light or dark as the system is"),
    "light": ("&Light", "Dark on light"),
    "dark": ("&Dark", "Light on dark"),
}


def view_actions() -> list[ActionSpec]:
    """Return the actions of the views."""
    specs = []
    for number, view in enumerate(View, 1):
        specs.append(
            ActionSpec(
                f"view.{view}",
                Menu.DRAWING,
                f"&{view.words.title}",
                view.words.tip,
                shortcuts=(f"Ctrl+{number}",),
                checkable=True,
                group="view",
                section="view",
            )
        )
    return specs


def side_actions() -> list[ActionSpec]:
    """Return the actions of the sides."""
    return [
        ActionSpec(
            f"seen-from.{half}",
            Menu.DRAWING,
            *_SEEN_FROM[half],
            checkable=True,
            group="seen-from",
            section="mated",
        )
        for half in Half
    ]


def layer_actions() -> list[ActionSpec]:
    """Return the actions of the layers."""
    return [
        ActionSpec(
            f"layer.{layer}",
            Menu.LAYERS,
            _with_key(layer.words.title, _LAYER_KEYS[layer]),
            layer.words.tip,
            checkable=True,
        )
        for layer in Layer
    ]


def _with_key(title: str, letter: str) -> str:
    """Return a title with Qt's mark for the key before a letter's first place."""
    return title.replace(letter, f"&{letter}", 1)


def numbering_actions() -> list[ActionSpec]:
    """Return the actions of the numberings."""
    rows = [
        ActionSpec(f"rows.{s}", Menu.NUMBERING, *_ROWS[s], checkable=True, group="rows")
        for s in RowScheme
    ]
    headers = [
        ActionSpec(
            f"header.{s}",
            Menu.NUMBERING,
            *_HEADERS[s],
            checkable=True,
            group="header",
            section="header",
        )
        for s in HeaderScheme
    ]
    return rows + headers


def theme_actions() -> list[ActionSpec]:
    """Return the actions of the themes."""
    return [
        ActionSpec(f"theme.{name}", Menu.THEME, text, tip, checkable=True, group="theme")
        for name, (text, tip) in _THEMES.items()
    ]
