"""How high the dock is that a widget stands in: found, and changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QWidget


class DockHeight(QObject):
    """Makes the dock of a widget higher for as long as that is wanted, where it stands in one.

    A window that is closed meanwhile keeps the height that was before: the next one has that.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self._before_px = 0

    def raise_to(self, most_px: int) -> None:
        """Take up to half of the window's height, so many pixels at most."""
        dock, window = self._dock(), self._inside.window()
        if dock is not None:
            self._before_px = dock.height()
            window.installEventFilter(self)
            self._resize(max(self._before_px, min(window.height() // 2, most_px)))

    def put_back(self) -> None:
        """Give the dock the height that it had."""
        if self._before_px:
            self._inside.window().removeEventFilter(self)
            self._resize(self._before_px)
        self._before_px = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give it back before the window keeps where everything is."""
        if event.type() is QEvent.Type.Close:
            self.put_back()
        return super().eventFilter(watched, event)

    def _dock(self) -> QDockWidget | None:
        widget: QWidget | None = self._inside
        while widget is not None and not isinstance(widget, QDockWidget):
            widget = widget.parentWidget()
        return None if widget is None or widget.isFloating() else widget

    def _resize(self, height_px: int) -> None:
        window, dock = self._inside.window(), self._dock()
        if isinstance(window, QMainWindow) and dock is not None:
            # Of docks in tabs Qt takes the height with the tabs, but tells it without them.
            with_tabs = height_px + _tabs_px(window, dock)
            window.resizeDocks([dock], [with_tabs], Qt.Orientation.Vertical)


def _tabs_px(window: QMainWindow, dock: QDockWidget) -> int:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for bar in window.findChildren(QTabBar, options=direct):
        if dock.windowTitle() in map(bar.tabText, range(bar.count())):
            return bar.height()
    return 0
