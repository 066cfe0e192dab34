"""The panels around the drawing: where they stand at first, and putting them back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget
from shiboken6 import isValid

from a4s_gui.ui.core.lazy_panel import PanelPlace
from a4s_gui.ui.shell.panels import PANELS, PanelSpec

_Area = Qt.DockWidgetArea
_ROWS_AT_FIRST = 9
_ROWS_ON_A_LOW_SCREEN = 7
_LOW_SCREEN_PX = 900
"""Up to this height the drawing needs the room more than the table below it."""


class Docks:
    """Filters at the left, pairs below the drawing, the others at the right; all can be moved.

    Parameters
    ----------
    window
        The window that they stand in.
    places
        The place of each panel by its name.
    """

    def __init__(self, window: QMainWindow, places: Mapping[str, PanelPlace]) -> None:
        self._window = window
        self._places = places
        window.setDockNestingEnabled(True)
        window.setTabPosition(_Area.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        # The side panels are long lists: they get the full height.
        window.setCorner(Qt.Corner.BottomLeftCorner, _Area.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, _Area.RightDockWidgetArea)
        self._docks = {spec.name: self._make(spec) for spec in PANELS}
        self.restore()

    def dock(self, name: str) -> QDockWidget:
        """Return one panel by its name, ``filters``, ``pairs`` and so on."""
        return self._docks[name]

    def toggles(self) -> list[QAction]:
        """Return the actions that show and hide the panels."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def bring_up(self, name: str) -> None:
        """Show a panel in front of those that share its side, and give it the focus."""
        self.show_in_front(name)
        self._places[name].panel.setFocus()

    def show_in_front(self, name: str) -> None:
        """Show a panel in front of those that share its side; the keys stay where they are."""
        dock = self.dock(name)
        dock.show()
        dock.raise_()
        self._places[name].setEnabled(True)  # Qt says only later that it is in front

    def restore(self) -> None:
        """Put all panels where they are at first, visible and at their first size."""
        first: dict[_Area, QDockWidget] = {}
        for spec in PANELS:
            dock = self.dock(spec.name)
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
            self._window.addDockWidget(spec.side, dock)
            if spec.side in first:
                self._window.tabifyDockWidget(first[spec.side], dock)
            first.setdefault(spec.side, dock)
            dock.show()
        for dock in first.values():
            dock.raise_()
        sides = [first[_Area.LeftDockWidgetArea], first[_Area.RightDockWidgetArea]]
        widths = [dock.widget().sizeHint().width() for dock in sides]
        self._window.resizeDocks(sides, widths, Qt.Orientation.Horizontal)
        pairs = first[_Area.BottomDockWidgetArea]
        row = self._window.fontMetrics().height() + 6
        low = self._window.screen().availableSize().height() <= _LOW_SCREEN_PX
        height = row * ((_ROWS_ON_A_LOW_SCREEN if low else _ROWS_AT_FIRST) + 2)
        self._window.resizeDocks([pairs], [height], Qt.Orientation.Vertical)

    def _make(self, spec: PanelSpec) -> QDockWidget:
        place = self._places[spec.name]
        dock = QDockWidget(spec.title, self._window)
        dock.setObjectName(f"{spec.name}-dock")
        dock.setWidget(place)
        # A tab behind others counts as visible: the keys would go on into it, unseen.
        dock.visibilityChanged.connect(place.setEnabled)
        dock.visibilityChanged.connect(self._name_tabs)
        dock.toggleViewAction().setStatusTip(f"Show or hide the panel {spec.title}")
        dock.toggleViewAction().triggered.connect(dock.raise_)
        return dock

    def _name_tabs(self) -> None:
        """Name the tabs that Qt has made, for those who cannot see them, and explain them."""
        tips = {spec.title: spec.tip for spec in PANELS}
        if isValid(self._window):  # the last signals come while the window is being taken down
            direct = Qt.FindChildOption.FindDirectChildrenOnly
            for bar in self._window.findChildren(QTabBar, options=direct):
                bar.setAccessibleName("Panels")
                for tab in range(bar.count()):
                    title = bar.tabText(tab)  # a narrow place cuts it
                    bar.setTabToolTip(tab, f"{title}: {tips[title]}")
