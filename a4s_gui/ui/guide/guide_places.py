"""Where the guide is opened: the one table of what can have the keys and the place that fits it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from a4s_gui.ui.guide.guide_pages import FIRST, Place

GUIDE_PLACES = {
    "AboutDialog": "index#where-the-figures-are-from",
    "AddReadingDialog": "window#evidence",
    "AlternativesPanel": "window#alternatives",
    "BoardsPanel": "check",
    "ChipLine": "window#where-what-is",
    "ComparePanel": "window#compare",
    "DesignNotesPanel": "window#design-notes",
    "DetailsPanel": "window#details",
    "DrawingContainer": "window#drawing",
    "ErrorDialog": "commands#what-comes-back",
    "EvidencePanel": "window#evidence",
    "ExportDialog": "exports",
    "FiltersPanel": "window#filters",
    "FindingsView": "boards#rules",
    "ManyDialog": "exports#many-files-in-one-go",
    "MatingView": "boards#mating",
    "OrderingPanel": "order",
    "OutsideBar": "window#filters",
    "PadMapPanel": "window#pad-map",
    "PairStrip": "window#where-what-is",
    "PairsPanel": "window#pairs",
    "PaletteDialog": "window#command-palette",
    "PartListPanel": "bill",
    "PatternPanel": "window#land-pattern",
    "PinListView": "boards#in-the-window",
    "PrintDialog": "window#export",
    "SavePatternDialog": "window#land-pattern",
    "SearchLine": "window#search",
    "ShortcutsDialog": "window#help-and-keys",
    "ViewBar": "window#drawing",
}
"""By the names of classes, so that none is loaded for it; what is within another one goes first."""


def place_of(widget: QWidget | None) -> Place:
    """Return the place that fits a widget or what it stands in; the first page for none."""
    while widget is not None:
        for kind in type(widget).__mro__:
            if kind.__name__ in GUIDE_PLACES:
                return Place.of(GUIDE_PLACES[kind.__name__])
        # PySide6's type hints know no None, which Qt returns for a window.
        widget = widget.parentWidget()
    return Place(FIRST)
