"""The one table of panels: docks, late loading, actions and tips are built from it."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from a4s_gui.frozen import frozen
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.ui.core.action_spec import Menu
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.lazy_panel import PanelPlace
from a4s_gui.ui.core.settings import Settings

_Area = Qt.DockWidgetArea


@frozen
class PanelContext:
    """What panels are made of: what is chosen, the user's settings, the land patterns."""

    controller: Controller
    settings: Settings
    library: PatternLibrary


@frozen(kw_only=True)
class PanelSpec:
    """One panel.

    ``factory`` is its class as ``"module:Class"``, imported when the panel is first seen, and made
    of the controller and what it ``needs`` besides, in that order. A panel with a ``menu`` has an
    action of its own name there that brings it up.

    ``tab`` is the title where there is little room for it. ``icon`` stands for a side panel in the
    rail of a narrow window, a file of ``resources/icons`` without its suffix.
    """

    name: str
    title: str
    tab: str = ""
    icon: str = ""
    tip: str
    side: Qt.DockWidgetArea
    factory: str
    needs: tuple[Literal["settings", "library"], ...] = ()
    menu: Menu | None = None
    text: str = ""
    shortcuts: tuple[str, ...] = ()

    @property
    def short_title(self) -> str:
        """The title on a tab."""
        return self.tab or self.title

    @property
    def is_beside(self) -> bool:
        """Whether it stands beside the drawing, where a narrow window has no room for it."""
        return self.side in (_Area.LeftDockWidgetArea, _Area.RightDockWidgetArea)


PANELS: tuple[PanelSpec, ...] = (
    PanelSpec(
        name="filters",
        title="Filters",
        icon="filters",
        tip="Narrow the pairs by pins, height, packaging, product and the board's limits",
        side=_Area.LeftDockWidgetArea,
        factory="a4s_gui.ui.panels.filters.filters_panel:FiltersPanel",
    ),
    PanelSpec(
        name="pairs",
        title="Pairs",
        tip="Choose one of the pairs that the filters leave",
        side=_Area.BottomDockWidgetArea,
        factory="a4s_gui.ui.panels.pairs.pairs_panel:PairsPanel",
    ),
    PanelSpec(
        name="part-list",
        title="Part list",
        tip="Paste part numbers or a bill of materials and see which pairs it means",
        side=_Area.BottomDockWidgetArea,
        factory="a4s_gui.ui.panels.part_list.part_list_panel:PartListPanel",
        needs=("settings",),
        menu=Menu.PAIRS,
        text="Part &list",
        shortcuts=("Ctrl+Shift+L",),
    ),
    PanelSpec(
        name="compare",
        title="Compare",
        tip="Look at up to four pairs side by side",
        side=_Area.BottomDockWidgetArea,
        factory="a4s_gui.ui.panels.compare.compare_panel:ComparePanel",
        needs=("settings",),
        menu=Menu.PAIRS,
        text="Co&mpare",
        shortcuts=("Ctrl+Shift+K",),
    ),
    PanelSpec(
        name="details",
        title="Details",
        icon="details",
        tip="Look at every figure of the pair, with its source",
        side=_Area.RightDockWidgetArea,
        factory="a4s_gui.ui.panels.details.details_panel:DetailsPanel",
        needs=("settings",),
        menu=Menu.DRAWING,
        text="D&etails",
        shortcuts=("Ctrl+I",),
    ),
    PanelSpec(
        name="pad-map",
        title="Pad map",
        tab="Pads",
        icon="pads",
        tip="List which pads meet when the pair is mated",
        side=_Area.RightDockWidgetArea,
        factory="a4s_gui.ui.panels.pad_map.pad_map_panel:PadMapPanel",
        needs=("settings",),
        menu=Menu.DRAWING,
        text="P&ad map",
        shortcuts=("Ctrl+M",),
    ),
    PanelSpec(
        name="land-pattern",
        title="Land pattern",
        tab="Pattern",
        icon="pattern",
        tip="Look at the land pattern and change it: pads, rows, edges, or toe, heel and side",
        side=_Area.RightDockWidgetArea,
        factory="a4s_gui.ui.panels.land_pattern.pattern_panel:PatternPanel",
        needs=("settings", "library"),
        menu=Menu.DRAWING,
        text="Lan&d pattern",
        shortcuts=("Ctrl+L",),
    ),
    PanelSpec(
        name="evidence",
        title="Evidence",
        icon="evidence",
        tip="Look at all readings of the land pattern's figures, and add your own",
        side=_Area.RightDockWidgetArea,
        factory="a4s_gui.ui.panels.evidence.evidence_panel:EvidencePanel",
        menu=Menu.DRAWING,
        text="Eviden&ce",
        shortcuts=("Ctrl+Shift+E",),
    ),
    PanelSpec(
        name="ordering",
        title="Ordering",
        tab="Order",
        icon="order",
        tip="From pieces wanted to reels, cartons and a line for the bill of materials",
        side=_Area.RightDockWidgetArea,
        factory="a4s_gui.ui.panels.ordering.ordering_panel:OrderingPanel",
        needs=("settings",),
        menu=Menu.PAIRS,
        text="&Ordering",
        shortcuts=("Ctrl+B",),
    ),
    PanelSpec(
        name="design-notes",
        title="Design notes",
        tab="Notes",
        icon="notes",
        tip="Look at the rules for board, mounting and use, worked out for the pair",
        side=_Area.RightDockWidgetArea,
        factory="a4s_gui.ui.panels.design_notes.design_notes_panel:DesignNotesPanel",
        menu=Menu.DRAWING,
        text="Desi&gn notes",
        shortcuts=("Ctrl+D",),
    ),
    PanelSpec(
        name="alternatives",
        title="Alternatives",
        icon="alternatives",
        tip="What else fits: other height, packaging, product, fewer and more pins",
        side=_Area.RightDockWidgetArea,
        factory="a4s_gui.ui.panels.alternatives.alternatives_panel:AlternativesPanel",
        menu=Menu.PAIRS,
        text="&Alternatives",
        shortcuts=("Ctrl+Shift+A",),
    ),
    PanelSpec(
        name="boards",
        title="Boards",
        icon="boards",
        tip="Check boards and footprints of others, and whether they mate",
        side=_Area.RightDockWidgetArea,
        factory="a4s_gui.ui.panels.boards.boards_panel:BoardsPanel",
        needs=("settings",),
        menu=Menu.FILE,
        text="Check &boards",
        shortcuts=("Ctrl+Shift+B",),
    ),
)
"""The one table of panels. The first of a side is in front, the others are tabs behind it."""


def make_places(context: PanelContext) -> dict[str, PanelPlace]:
    """Return the place of every panel by its name; none of the panels is made yet."""
    return {spec.name: PanelPlace(partial(_make, spec, context)) for spec in PANELS}


def _make(spec: PanelSpec, context: PanelContext) -> QWidget:
    module, _, name = spec.factory.partition(":")
    needed = (getattr(context, need) for need in spec.needs)
    panel: QWidget = getattr(import_module(module), name)(context.controller, *needed)
    return panel
