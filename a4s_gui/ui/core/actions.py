"""The one table of actions: menus, tool bar and the list of shortcuts are built from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.numbering import HeaderScheme, RowScheme


class Menu(StrEnum):
    """Where an action stands; a ``/`` leads into a submenu."""

    FILE = "&File"
    PAIRS = "&Pairs"
    VIEW = "&View"
    THEME = "&View/&Theme"
    DRAWING = "&Drawing"
    LAYERS = "&Drawing/&Layers"
    NUMBERING = "&Drawing/&Numbering"
    HELP = "&Help"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    ``section`` parts a menu: a separator stands where it changes. Actions of one ``group`` exclude
    each other. ``icon`` names a file of ``resources/icons`` without its suffix.
    """

    id: str
    menu: Menu
    text: str
    tip: str
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    checkable: bool = False
    group: str = ""
    section: str = ""

    @property
    def plain_text(self) -> str:
        """The text without mnemonic and dots, for lists."""
        return self.text.replace("&", "").removesuffix("…")


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
}

_HEADERS = {
    HeaderScheme.MATING: ("Header: &n meets n", "Pad n of the header meets pad n of the socket"),
    HeaderScheme.ALIKE: (
        "Header: &alike in top view",
        "Both halves are numbered alike in top view; then pad 1 does not meet pad 1",
    ),
}

_THEMES = {
    "system": ("As the &system", "Light or dark as the system is"),
    "light": ("&Light", "Dark on light"),
    "dark": ("&Dark", "Light on dark"),
}


def _views() -> list[ActionSpec]:
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


def _sides() -> list[ActionSpec]:
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


def _layers() -> list[ActionSpec]:
    specs = []
    for layer in Layer:
        text, tip = _LAYERS.get(layer, (layer.value.capitalize(), f"The layer {layer.value}"))
        specs.append(ActionSpec(f"layer.{layer}", Menu.LAYERS, text, tip, checkable=True))
    return specs


def _numberings() -> list[ActionSpec]:
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


def _themes() -> list[ActionSpec]:
    return [
        ActionSpec(f"theme.{name}", Menu.THEME, text, tip, checkable=True, group="theme")
        for name, (text, tip) in _THEMES.items()
    ]


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "export",
        Menu.FILE,
        "&Export drawing…",
        "Save the drawing to a file at a true scale",
        icon="export",
        shortcuts=("Ctrl+E", "Ctrl+S"),
    ),
    ActionSpec(
        "copy-picture",
        Menu.FILE,
        "&Copy picture",
        "Copy the drawing to the clipboard as a picture",
        icon="copy",
        shortcuts=("Ctrl+Shift+C",),
    ),
    ActionSpec(
        "quit",
        Menu.FILE,
        "&Quit",
        "Close the window",
        shortcuts=("Ctrl+Q",),
        section="quit",
    ),
    ActionSpec(
        "search",
        Menu.PAIRS,
        "&Search",
        "Go to the search line",
        icon="search",
        shortcuts=("Ctrl+F",),
    ),
    ActionSpec(
        "reset",
        Menu.PAIRS,
        "&Reset filters and search",
        "Show all pairs again; the chosen pair stays",
        icon="reset",
        shortcuts=("Ctrl+R",),
    ),
    ActionSpec(
        "previous-pair",
        Menu.PAIRS,
        "&Previous pair",
        "Choose the pair above in the table",
        shortcuts=("Alt+Up",),
        section="step",
    ),
    ActionSpec(
        "next-pair",
        Menu.PAIRS,
        "&Next pair",
        "Choose the pair below in the table",
        shortcuts=("Alt+Down",),
        section="step",
    ),
    ActionSpec(
        "alternatives",
        Menu.PAIRS,
        "&Alternatives",
        "What else fits: other height, packaging, product, fewer and more pins",
        shortcuts=("Ctrl+Shift+A",),
        section="panels",
    ),
    ActionSpec(
        "ordering",
        Menu.PAIRS,
        "&Ordering",
        "From pieces wanted to reels, cartons and a line for the bill of materials",
        shortcuts=("Ctrl+B",),
        section="panels",
    ),
    ActionSpec(
        "part-list",
        Menu.PAIRS,
        "Part &list",
        "Paste part numbers or a bill of materials and see which pairs it means",
        shortcuts=("Ctrl+Shift+L",),
        section="panels",
    ),
    ActionSpec(
        "compare-pair",
        Menu.PAIRS,
        "Add to compar&ison",
        "Set the chosen pair beside those that are compared",
        shortcuts=("Ctrl+K",),
        section="compare",
    ),
    ActionSpec(
        "compare",
        Menu.PAIRS,
        "Co&mpare",
        "Look at up to four pairs side by side",
        shortcuts=("Ctrl+Shift+K",),
        section="compare",
    ),
    ActionSpec(
        "copy-rows",
        Menu.PAIRS,
        "&Copy rows",
        "Copy the selected rows, with a line of headings, for a spreadsheet",
        shortcuts=("Ctrl+Shift+R",),
        section="copy",
    ),
    ActionSpec(
        "save-table",
        Menu.PAIRS,
        "Save &table as CSV…",
        "Save the pairs in the table, in the order shown, as a CSV file",
        section="copy",
    ),
    ActionSpec(
        "restore-layout",
        Menu.VIEW,
        "&Restore layout",
        "Put all panels back where they were at first",
        section="layout",
    ),
    *_themes(),
    ActionSpec(
        "full-screen",
        Menu.VIEW,
        "&Full screen",
        "Use the whole screen",
        shortcuts=("F11",),
        checkable=True,
        section="screen",
    ),
    *_views(),
    *_sides(),
    ActionSpec(
        "turn-over",
        Menu.DRAWING,
        "Turn o&ver",
        "See the mated pair from above the other half's board",
        icon="turn-over",
        shortcuts=("Ctrl+T",),
        section="mated",
    ),
    ActionSpec(
        "details",
        Menu.DRAWING,
        "D&etails",
        "Look at every figure of the pair, with its source",
        shortcuts=("Ctrl+I",),
        section="panels",
    ),
    ActionSpec(
        "find-figure",
        Menu.DRAWING,
        "Loo&k up a figure",
        "Search all that is known of the pair: figures, conditions, materials, notes",
        shortcuts=("Ctrl+Shift+F",),
        section="panels",
    ),
    ActionSpec(
        "design-notes",
        Menu.DRAWING,
        "Desi&gn notes",
        "Look at the rules for board, mounting and use, worked out for the pair",
        shortcuts=("Ctrl+D",),
        section="panels",
    ),
    ActionSpec(
        "land-pattern",
        Menu.DRAWING,
        "Lan&d pattern",
        "Look at the figures of the land pattern and change them",
        shortcuts=("Ctrl+L",),
        section="panels",
    ),
    ActionSpec(
        "pad-map",
        Menu.DRAWING,
        "P&ad map",
        "List which pads meet when the pair is mated",
        shortcuts=("Ctrl+M",),
        section="panels",
    ),
    ActionSpec(
        "fit",
        Menu.DRAWING,
        "&Fit",
        "Show the whole drawing",
        icon="fit",
        shortcuts=("Ctrl+0",),
        section="zoom",
    ),
    ActionSpec(
        "zoom-in",
        Menu.DRAWING,
        "Zoom &in",
        "Show the drawing larger",
        icon="zoom-in",
        shortcuts=("Ctrl++", "Ctrl+="),
        section="zoom",
    ),
    ActionSpec(
        "zoom-out",
        Menu.DRAWING,
        "Zoom &out",
        "Show the drawing smaller",
        icon="zoom-out",
        shortcuts=("Ctrl+-",),
        section="zoom",
    ),
    ActionSpec(
        "measure",
        Menu.DRAWING,
        "Meas&ure",
        "Measure between two places that you click; Shift frees the snap, Esc ends",
        icon="measure",
        shortcuts=("M",),
        checkable=True,
        section="measure",
    ),
    ActionSpec(
        "copy-measure",
        Menu.DRAWING,
        "&Copy lengths",
        "Copy dx, dy and distance of what is measured",
        icon="copy",
        section="measure",
    ),
    *_layers(),
    *_numberings(),
    ActionSpec(
        "shortcuts",
        Menu.HELP,
        "&Keyboard shortcuts",
        "List every shortcut",
        shortcuts=("F1",),
    ),
    ActionSpec(
        "about", Menu.HELP, "&About", "Versions, catalog edition and licences", section="about"
    ),
)
"""The one table of actions, in the order of the menus."""
