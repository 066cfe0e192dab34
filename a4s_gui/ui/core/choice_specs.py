"""The actions that choose one of a row: views, sides, layers, numberings, themes."""

from __future__ import annotations

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.numbering import HeaderScheme, RowScheme
from a4s_gui.ui.core.action_spec import ActionSpec, Menu

_VIEWS = {
    View.PAIR: ("&Pair", "Both halves at one scale, socket above header"),
    View.SOCKET: ("&Socket", "The socket alone, top view of its board"),
    View.HEADER: ("&Header", "The header alone, top view of its board"),
    View.MATED: ("&Mated", "Both halves on each other, as they mate"),
    View.TAPE: ("&Tape", "Both halves in their embossed tape, and the reel"),
}

_SEEN_FROM = {
    Half.SOCKET: ("From above the socket's &board", "See the mated pair from the socket's side"),
    Half.HEADER: ("From above the header's boa&rd", "See the mated pair from the header's side"),
}

_LAYERS = {
    Layer.GRID: ("&Grid", "Millimetre grid"),
    Layer.STIFFENER: ("FPC &stiffener", "Stiffener on the back of a flexible board"),
    Layer.COURTYARD: ("Court&yard", "Room to keep free of other parts"),
    Layer.COPPER: ("&Copper", "Contact and terminal pads"),
    Layer.MASK: ("Solder &mask", "Openings of the solder mask"),
    Layer.PASTE: ("&Paste", "Openings of the paste stencil"),
    Layer.BODY: ("&Body", "Outline of the connector"),
    Layer.CENTRE_LINES: ("C&entre lines", "Centre lines of the connector"),
    Layer.NUMBERS: ("Pin &numbers", "Numbers of the contacts and the mark of pin 1"),
    Layer.DIMENSIONS: ("&Dimensions", "Dimensions in millimetres"),
    Layer.NOTES: ("N&otes", "Part numbers, sources and the scale bar"),
}

_ROWS = {
    RowScheme.ODD_EVEN: (
        "&Odd and even rows",
        "1, 3, 5 … along one row, 2, 4, 6 … along the other",
    ),
    RowScheme.LOOP: ("&Loop", "1 … n/2 along one row and back along the other"),
    RowScheme.ROW_BY_ROW: ("&Row by row", "1 … n/2 along one row, then along the other"),
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
        text, tip = _VIEWS.get(view, (view.value.capitalize(), f"The {view.value} view"))
        specs.append(
            ActionSpec(
                f"view.{view}",
                Menu.DRAWING,
                text,
                tip,
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
    specs = []
    for layer in Layer:
        text, tip = _LAYERS.get(layer, (layer.value.capitalize(), f"The layer {layer.value}"))
        specs.append(ActionSpec(f"layer.{layer}", Menu.LAYERS, text, tip, checkable=True))
    return specs


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
