"""The panels that are made when they are first seen: what each is made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.late_panel import LatePanel
from a4s_gui.ui.core.settings import Settings


class Panels:
    """Makes the panels beside filters, pairs and details, each once and late.

    Parameters
    ----------
    controller
        Holds what is chosen.
    settings
        Of the user.
    library
        The land patterns that can be drawn.
    """

    def __init__(self, controller: Controller, settings: Settings, library: PatternLibrary) -> None:
        self._controller = controller
        self._settings = settings
        self._library = library
        makers: dict[str, Callable[[], QWidget]] = {
            "design-notes": self._design_notes,
            "land-pattern": self._land_pattern,
            "pad-map": self._pad_map,
            "alternatives": self._alternatives,
            "ordering": self._ordering,
            "compare": self._compare,
            "part-list": self._part_list,
        }
        self.late: dict[str, LatePanel[QWidget]] = {
            name: LatePanel(make) for name, make in makers.items()
        }
        """By their names: what stands in the window until they are seen."""

    # Each is imported with the panel, so that the window opens no slower.

    def _design_notes(self) -> QWidget:
        from a4s_gui.ui.panels.design_notes.design_notes_panel import DesignNotesPanel  # noqa: PLC0415

        return DesignNotesPanel(self._controller)

    def _land_pattern(self) -> QWidget:
        from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel  # noqa: PLC0415

        return PatternPanel(self._controller, self._library)

    def _pad_map(self) -> QWidget:
        from a4s_gui.ui.panels.pad_map.pad_map_panel import PadMapPanel  # noqa: PLC0415

        return PadMapPanel(self._controller, self._settings)

    def _alternatives(self) -> QWidget:
        from a4s_gui.ui.panels.alternatives.alternatives_panel import AlternativesPanel  # noqa: PLC0415

        return AlternativesPanel(self._controller)

    def _ordering(self) -> QWidget:
        from a4s_gui.ui.panels.ordering.ordering_panel import OrderingPanel  # noqa: PLC0415

        return OrderingPanel(self._controller, self._settings)

    def _compare(self) -> QWidget:
        from a4s_gui.ui.panels.compare.compare_panel import ComparePanel  # noqa: PLC0415

        return ComparePanel(self._controller, self._settings)

    def _part_list(self) -> QWidget:
        from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel  # noqa: PLC0415

        return PartListPanel(self._controller, self._settings)
