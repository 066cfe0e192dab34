"""The panels around the drawing: where they stand at first, and putting them back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget
from shiboken6 import isValid

_Area = Qt.DockWidgetArea
_ROWS_AT_FIRST = 9
_ROWS_ON_A_LOW_SCREEN = 7
_LOW_SCREEN_PX = 900
"""Up to this height the drawing needs the room more than the table below it."""
_PLACES = {
    "filters": ("Filters", _Area.LeftDockWidgetArea),
    "pairs": ("Pairs", _Area.BottomDockWidgetArea),
    "details": ("Details", _Area.RightDockWidgetArea),
    "design-notes": ("Design notes", _Area.RightDockWidgetArea),
    "land-pattern": ("Land pattern", _Area.RightDockWidgetArea),
    "alternatives": ("Alternatives", _Area.BottomDockWidgetArea),
    "ordering": ("Ordering", _Area.BottomDockWidgetArea),
    "compare": ("Compare", _Area.BottomDockWidgetArea),
    "pad-map": ("Pad map", _Area.BottomDockWidgetArea),
    "part-list": ("Part list", _Area.BottomDockWidgetArea),
}
"""Title and side of each panel. The first of a side is in front, the others are tabs behind it."""


class Docks:
    """Filters at the left, pairs below the drawing, the others at the right; all can be moved.

    Parameters
    ----------
    window
        The window that they stand in.
    panels
        What is in each, by its name.
    """

    def __init__(self, window: QMainWindow, panels: Mapping[str, QWidget]) -> None:
        self._window = window
        window.setDockNestingEnabled(True)
        window.setTabPosition(_Area.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        # The side panels are long lists: they get the full height.
        window.setCorner(Qt.Corner.BottomLeftCorner, _Area.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, _Area.RightDockWidgetArea)
        self._docks = {name: self._make(name, panel) for name, panel in panels.items()}
        self.restore()

    def dock(self, name: str) -> QDockWidget:
        """Return one panel by its name, ``filters``, ``pairs`` and so on."""
        return self._docks[name]

    def toggles(self) -> list[QAction]:
        """Return the actions that show and hide the panels."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def bring_up(self, name: str) -> None:
        """Show a panel in front of those that share its place, ready to take the focus."""
        dock = self.dock(name)
        dock.show()
        dock.raise_()
        dock.widget().setEnabled(True)  # Qt says only later that it is in front

    def restore(self) -> None:
        """Put all panels where they are at first, visible and at their first size."""
        first: dict[_Area, QDockWidget] = {}
        for name, dock in self._docks.items():
            area = _PLACES[name][1]
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
            self._window.addDockWidget(area, dock)
            if area in first:
                self._window.tabifyDockWidget(first[area], dock)
            first.setdefault(area, dock)
            dock.show()
        for dock in first.values():
            dock.raise_()
        sides = [self.dock("filters"), self.dock("details")]
        widths = [dock.widget().sizeHint().width() for dock in sides]
        self._window.resizeDocks(sides, widths, Qt.Orientation.Horizontal)
        pairs = self.dock("pairs")
        row = self._window.fontMetrics().height() + 6
        low = self._window.screen().availableSize().height() <= _LOW_SCREEN_PX
        height = row * ((_ROWS_ON_A_LOW_SCREEN if low else _ROWS_AT_FIRST) + 2)
        self._window.resizeDocks([pairs], [height], Qt.Orientation.Vertical)

    def _make(self, name: str, inside: QWidget) -> QDockWidget:
        title = _PLACES[name][0]
        dock = QDockWidget(title, self._window)
        dock.setObjectName(f"{name}-dock")
        dock.setWidget(inside)
        # A tab behind others counts as visible: the keys would go on into it, unseen.
        dock.visibilityChanged.connect(inside.setEnabled)
        dock.visibilityChanged.connect(self._name_tabs)
        dock.toggleViewAction().setStatusTip(f"Show or hide the panel {title}")
        dock.toggleViewAction().triggered.connect(dock.raise_)
        return dock

    def _name_tabs(self) -> None:
        """Name the tabs that Qt has made, for those who cannot see them."""
        if isValid(self._window):  # the last signals come while the window is being taken down
            direct = Qt.FindChildOption.FindDirectChildrenOnly
            for bar in self._window.findChildren(QTabBar, options=direct):
                bar.setAccessibleName("Panels")
                for tab in range(bar.count()):
                    bar.setTabToolTip(tab, bar.tabText(tab))  # a narrow place cuts the names
