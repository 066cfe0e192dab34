"""The panels around the drawing: where they stand at first, and putting them back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

_Area = Qt.DockWidgetArea
_TABLE_ROWS_AT_FIRST = 7


class Docks:
    """Filters at the left, details at the right, pairs below the drawing; all can be moved."""

    def __init__(
        self, window: QMainWindow, filters: QWidget, pairs: QWidget, details: QWidget
    ) -> None:
        self._window = window
        window.setDockNestingEnabled(True)
        # The side panels are long lists: they get the full height.
        window.setCorner(Qt.Corner.BottomLeftCorner, _Area.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, _Area.RightDockWidgetArea)
        self._docks = {
            "filters": (self._make("filters", "Filters", filters), _Area.LeftDockWidgetArea),
            "pairs": (self._make("pairs", "Pairs", pairs), _Area.BottomDockWidgetArea),
            "details": (self._make("details", "Details", details), _Area.RightDockWidgetArea),
        }
        self.restore()

    def dock(self, name: str) -> QDockWidget:
        """Return one panel: ``filters``, ``pairs`` or ``details``."""
        return self._docks[name][0]

    def toggles(self) -> list[QAction]:
        """Return the actions that show and hide the panels."""
        return [dock.toggleViewAction() for dock, _ in self._docks.values()]

    def restore(self) -> None:
        """Put all panels where they are at first, visible and at their first size."""
        for dock, area in self._docks.values():
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
            self._window.addDockWidget(area, dock)
            dock.show()
        sides = [self.dock("filters"), self.dock("details")]
        widths = [dock.widget().sizeHint().width() for dock in sides]
        self._window.resizeDocks(sides, widths, Qt.Orientation.Horizontal)
        pairs = self.dock("pairs")
        row = self._window.fontMetrics().height() + 6
        height = row * (_TABLE_ROWS_AT_FIRST + 2)
        self._window.resizeDocks([pairs], [height], Qt.Orientation.Vertical)

    def _make(self, name: str, title: str, inside: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(f"{name}-dock")
        dock.setWidget(inside)
        dock.toggleViewAction().setStatusTip(f"Show or hide the panel {title}")
        return dock
