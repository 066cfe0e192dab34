"""The rows that are alike: views, sides, layers, numberings, themes, panels."""

from __future__ import annotations

from functools import partial

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.layer_presets import LayerPreset
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.numbering import (
    HeaderScheme,
    Pin1,
    RowScheme,
    Scheme,
    TerminalScheme,
    scheme_words,
)
from a4s_gui.session import reducers
from a4s_gui.ui.core.action_spec import Menu
from a4s_gui.ui.shell.actions.context import (
    Action,
    applies,
    bring_up,
    holds,
    set_theme,
    shows_mated,
)
from a4s_gui.ui.shell.panels import PANELS

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
"""The letter of a layer's title that is its key in the menu."""

_PRESET_KEYS = {"documentation": "u", "copper": "l", "stencil": "t", "fabrication": "F"}
"""The same for presets of layers."""

_VIEW_KEYS = {View.SECTION: "n"}
"""The same for a view whose first letter another one has."""

_SCHEME_KEYS: dict[Scheme, str] = {
    Pin1.UPPER_LEFT: "u",
    Pin1.LOWER_LEFT: "w",
    RowScheme.ODD_EVEN: "O",
    RowScheme.LOOP: "L",
    RowScheme.ROW_BY_ROW: "R",
    HeaderScheme.MATING: "n",
    HeaderScheme.SAME: "k",
    TerminalScheme.SHARED: "M",
    TerminalScheme.SINGLE: "1",
    TerminalScheme.CONTINUED: "4",
}
"""The letter of a numbering's title that is its key in the menu."""

_THEMES = {
    "system": ("As the &system", "Light or dark as the system is"),
    "light": ("&Light", "Dark on light"),
    "dark": ("&Dark", "Light on dark"),
}


def _with_key(title: str, letter: str) -> str:
    """Return a title with Qt's mark for the key before a letter's first place."""
    return title.replace(letter, f"&{letter}", 1)


def view_action(number: int, view: View) -> Action:
    """Return the action of a view, the ``number``-th."""
    return Action(
        id=f"view.{view}",
        menu=Menu.DRAWING,
        text=_with_key(view.words.title, _VIEW_KEYS.get(view, view.words.title[0])),
        tip=view.words.tip,
        handler=applies(reducers.set_view, view),
        checked=holds(lambda state: state.view is view),
        shortcuts=(f"Ctrl+{number}",),
        group="view",
        section="view",
    )


def side_action(half: Half) -> Action:
    """Return the action of the side of a half's board."""
    text, tip = _SEEN_FROM[half]
    return Action(
        id=f"seen-from.{half}",
        menu=Menu.DRAWING,
        text=text,
        tip=tip,
        handler=applies(reducers.set_seen_from, half),
        checked=holds(lambda state: state.seen_from is half),
        enabled=holds(shows_mated),
        group="seen-from",
        section="mated",
    )


def layer_action(layer: Layer) -> Action:
    """Return the action of a layer."""
    return Action(
        id=f"layer.{layer}",
        menu=Menu.LAYERS,
        text=_with_key(layer.words.title, _LAYER_KEYS[layer]),
        tip=layer.words.tip,
        handler=applies(reducers.toggle_layer, layer),
        checked=holds(lambda state: layer in state.layers),
    )


def preset_action(preset: LayerPreset) -> Action:
    """Return the action of layers that are shown together."""
    return Action(
        id=f"layers.{preset.id}",
        menu=Menu.LAYERS,
        text=_with_key(preset.title, _PRESET_KEYS[preset.id]),
        tip=preset.tip,
        handler=applies(reducers.set_layers, preset.layers),
        checked=holds(lambda state: state.layers == preset.layers),
        section="presets",
    )


def numbering_action(scheme: Scheme) -> Action:
    """Return the action of one scheme of the numbering."""
    words, group = scheme_words(scheme), type(scheme).__name__
    return Action(
        id=f"numbering.{scheme}",
        menu=Menu.NUMBERING,
        text=_with_key(words.title, _SCHEME_KEYS[scheme]),
        tip=words.tip,
        handler=applies(reducers.set_numbering, scheme),
        checked=holds(lambda state: state.numbering.has(scheme)),
        group=group,
        section=group,
    )


def theme_action(mode: str) -> Action:
    """Return the action of a theme: ``system``, ``light`` or ``dark``."""
    text, tip = _THEMES[mode]
    return Action(
        id=f"theme.{mode}",
        menu=Menu.THEME,
        text=text,
        tip=tip,
        handler=partial(set_theme, mode=mode),
        checked=lambda context: context.theme.mode == mode,
        group="theme",
    )


def panel_actions(menu: Menu) -> list[Action]:
    """Return the actions that bring up the panels of a menu."""
    return [
        Action(
            id=spec.name,
            menu=menu,
            text=spec.text,
            tip=spec.tip,
            handler=partial(bring_up, name=spec.name),
            shortcuts=spec.shortcuts,
            section="panels",
        )
        for spec in PANELS
        if spec.menu is menu
    ]
