"""The panels around the drawing: where they stand at first, and putting them back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget
from shiboken6 import isValid

from a4s_gui.ui.core.icons import set_frame_icons
from a4s_gui.ui.core.lazy_panel import PanelPlace
from a4s_gui.ui.shell.drawers import Drawers
from a4s_gui.ui.shell.panels import PANELS, PanelSpec

_Area = Qt.DockWidgetArea
_ROWS_AT_FIRST = 9
_ROWS_ON_A_LOW_SCREEN = 5
_LOW_SCREEN_PX = 900
"""Up to this height the drawing needs the room more than the table below it."""
_NARROW_PX = 1100
"""A window narrower than this has no room for a drawing between two panels."""
_NARROW_LINES = 66
"""The same in heights of a line: panels of a large font are wider."""
_WIDEST_PX = 2**24 - 1
"""What no window is wider than, to Qt."""


class _Dock(QDockWidget):
    """A panel's frame. One that floats is a window of its own, and hands on what falls there."""

    def __init__(self, title: str, window: QMainWindow) -> None:
        super().__init__(title, window)
        self._window = window
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what the main window takes."""
        self._window.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Give it to the main window."""
        self._window.dropEvent(event)


class Docks:
    """Filters at the left, what is known of the pair at the right, lists of pairs below.

    All can be moved. In a narrow window those at the sides are drawers over the drawing.
    """

    def __init__(
        self, window: QMainWindow, places: Mapping[str, PanelPlace], drawing: QWidget
    ) -> None:
        self._window = window
        self._places = places
        self._narrow = False
        self._shown_when_wide: list[str] = []
        self._in_front_when_wide: list[str] = []
        self._were_squeezed = False
        self._least_wide_px = 0
        self._arranging = False
        window.setDockNestingEnabled(True)
        window.setTabPosition(_Area.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        # Side by side the tabs of a side would be cut; below each other all have room.
        window.setTabPosition(_Area.LeftDockWidgetArea, QTabWidget.TabPosition.West)
        window.setTabPosition(_Area.RightDockWidgetArea, QTabWidget.TabPosition.East)
        # The side panels are long lists: they get the full height.
        window.setCorner(Qt.Corner.BottomLeftCorner, _Area.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, _Area.RightDockWidgetArea)
        self.drawers = Drawers(window, places, drawing, self._take_back)
        self._docks = {spec.name: self._make(spec) for spec in PANELS}

    @property
    def narrow(self) -> bool:
        """Whether the side panels are drawers."""
        return self._narrow

    def dock(self, name: str) -> QDockWidget:
        """Return one panel by its name, ``filters``, ``pairs`` and so on."""
        return self._docks[name]

    def toggles(self) -> list[QAction]:
        """Return the actions that show and hide the panels."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def bring_up(self, name: str) -> QWidget:
        """Show a panel in front of those that share its side, give it the focus and return it."""
        self.show_in_front(name)
        panel = self._places[name].panel
        panel.setFocus()
        return panel

    def show_in_front(self, name: str) -> None:
        """Show a panel in front of those that share its side; the keys stay where they are."""
        if self._narrow and name in self._beside():
            self.drawers.open(name)
        else:
            dock = self.dock(name)
            self.drawers.shut()
            dock.show()
            dock.raise_()
        self._places[name].setEnabled(True)  # Qt says only later that it is in front

    def fit(self, width_px: int) -> None:
        """Have the side panels as drawers in a narrow window, beside the drawing in a wide one."""
        if not self._narrow:
            self._least_wide_px = self._window.minimumSizeHint().width()
        lines_px = _NARROW_LINES * self._window.fontMetrics().height()
        narrow = width_px < max(_NARROW_PX, lines_px, self._least_wide_px)
        if narrow == self._narrow:
            return
        self.drawers.shut()
        if narrow:
            self._shown_when_wide = [n for n in self._beside() if not self.dock(n).isHidden()]
            self._in_front_when_wide = self._seen_beside()
            self._were_squeezed = self._are_squeezed()
        self._narrow = narrow
        with self.looked_at_once():
            with self._laid_out_once():
                self._swap_sides(narrow=narrow)
            # Qt tells which are in tabs, and puts one in front, only when they are laid out.
            for name in () if narrow else self._in_front_when_wide:
                self.dock(name).raise_()
                if self._were_squeezed:
                    self._widen(self.dock(name))

    def follow_font(self) -> None:
        """Give the side panels room for larger letters, or have them as drawers."""
        self.fit(self._window.width())
        for name in () if self._narrow else self._seen_beside():
            self._widen(self.dock(name))

    def saved(self, version: int) -> QByteArray:
        """Return where everything is in a wide window, for its ``restoreState``.

        Nothing is laid out for that: it is asked for when the window goes away.
        """
        if not self._narrow:
            return self._window.saveState(version)
        self.drawers.shut()
        with self._not_laid_out(), self._not_looked_at():
            self._swap_sides(narrow=False)
            state = self._window.saveState(version)
            self._swap_sides(narrow=True)
        return state

    def restore(self, saved: QByteArray | None = None, version: int = 0) -> None:
        """Put all panels where they were saved; where that is not possible, as at first."""
        with self.looked_at_once():
            if saved is None or not self._window.restoreState(saved, version):
                self._arrange()
        set_frame_icons(self._window)  # Qt has put its own on what it restored

    def _are_squeezed(self) -> bool:
        """Return whether Qt has taken from the side panels what the drawing could not give.

        A window that becomes small at one go is laid out before the side panels leave it.
        """
        centre = self._window.centralWidget()
        if centre is None or not centre.isVisible():
            return False
        return centre.width() <= centre.minimumSizeHint().width()

    def _widen(self, dock: QDockWidget) -> None:
        """Give a panel that is narrower the width that it has at first."""
        least_px = dock.widget().sizeHint().width()
        if dock.isFloating() or dock.width() >= least_px:
            return
        tabs_px = 2 * self._row_px if self._window.tabifiedDockWidgets(dock) else 0
        self._window.resizeDocks([dock], [least_px + tabs_px], Qt.Orientation.Horizontal)

    @property
    def _row_px(self) -> int:
        """How high a row of a table is; twice that is the room for the tabs of a side."""
        return self._window.fontMetrics().height() + 6

    def _swap_sides(self, *, narrow: bool) -> None:
        """Have the rail in place of the side panels, or these in place of the rail."""
        for name in self._shown_when_wide:
            self.dock(name).setVisible(not narrow)
        self.drawers.rail.setVisible(narrow)

    @contextmanager
    def _not_laid_out(self) -> Iterator[None]:
        layout = self._window.layout()
        if layout is not None:
            layout.setEnabled(False)
        try:
            yield
        finally:
            if layout is not None:
                layout.setEnabled(True)

    @contextmanager
    def _laid_out_once(self) -> Iterator[None]:
        """Give the drawing one new size, not one for each dock: it is laid out for each, slowly."""
        with self._not_laid_out():
            yield
        layout = self._window.layout()
        if layout is not None:
            layout.activate()

    @contextmanager
    def looked_at_once(self) -> Iterator[None]:
        """Look at titles and tabs when all is done, not as each of a dozen panels comes or goes."""
        with self._not_looked_at():
            yield
        self._look_at_tabs()

    @contextmanager
    def _not_looked_at(self) -> Iterator[None]:
        """Look at no titles and tabs while panels are put somewhere."""
        before, self._arranging = self._arranging, True
        try:
            yield
        finally:
            self._arranging = before

    def _arrange(self) -> None:
        """Put all panels where they are at first, visible and at their first size."""
        width = self._window.width()
        self.fit(_WIDEST_PX)
        with self._laid_out_once():
            first = self._put_where_at_first()
        sides = [first[_Area.LeftDockWidgetArea], first[_Area.RightDockWidgetArea]]
        row = self._row_px
        # All that are in front, in the order of the Tab key; see _make_seen.
        hints = {
            side: self._places[spec.name].panel.sizeHint()
            for spec in PANELS
            if first[side := spec.side] is self.dock(spec.name)
        }
        widths = [
            hints[side].width() for side in (_Area.LeftDockWidgetArea, _Area.RightDockWidgetArea)
        ]
        widths[1] += 2 * row  # its tabs, which are not made yet
        self._window.resizeDocks(sides, widths, Qt.Orientation.Horizontal)
        pairs = first[_Area.BottomDockWidgetArea]
        low = self._window.screen().availableSize().height() <= _LOW_SCREEN_PX
        height = row * ((_ROWS_ON_A_LOW_SCREEN if low else _ROWS_AT_FIRST) + 2)
        self._window.resizeDocks([pairs], [height], Qt.Orientation.Vertical)
        if self._window.isVisible():
            self.fit(width)

    def _put_where_at_first(self) -> dict[_Area, QDockWidget]:
        """Put all panels on their sides; return those in front."""
        first: dict[_Area, QDockWidget] = {}
        for spec in PANELS:
            dock = self.dock(spec.name)
            if dock.isFloating():  # Qt takes long over one that does not
                dock.setFloating(False)
            self._window.removeDockWidget(dock)
            self._window.addDockWidget(spec.side, dock)
            if spec.side in first:
                self._window.tabifyDockWidget(first[spec.side], dock)
            first.setdefault(spec.side, dock)
            dock.show()
        for dock in first.values():
            dock.raise_()
        return first

    def _make_seen(self) -> None:
        """Make all panels in sight in one order: the Tab key goes through them in that."""
        for place in self._places.values():
            if not place.visibleRegion().isEmpty():
                place.panel.show()

    def _beside(self) -> list[str]:
        return [spec.name for spec in PANELS if spec.is_beside]

    def _seen_beside(self) -> list[str]:
        """Return the side panels that are in front of others, or alone."""
        # Qt moves those that are behind out of the window. What a panel fills is no visible region.
        docks = {name: self.dock(name) for name in self._beside()}
        shown = self._window.rect()
        return [n for n, d in docks.items() if d.isVisible() and shown.intersects(d.geometry())]

    def _make(self, spec: PanelSpec) -> QDockWidget:
        place = self._places[spec.name]
        dock = _Dock(spec.short_title, self._window)
        dock.setObjectName(f"{spec.name}-dock")
        dock.setWidget(place)
        place.seen.connect(self._make_seen)
        # A tab behind others counts as visible: the keys would go on into it, unseen.
        dock.visibilityChanged.connect(place.setEnabled)
        dock.visibilityChanged.connect(self._look_at_tabs)
        dock.topLevelChanged.connect(self._look_at_tabs)
        dock.topLevelChanged.connect(lambda: set_frame_icons(dock))  # Qt has put its own there
        dock.dockLocationChanged.connect(self._look_at_tabs)
        toggle = dock.toggleViewAction()
        toggle.setText(spec.title)
        toggle.setStatusTip(f"Show or hide the panel {spec.title}")
        toggle.triggered.connect(lambda: self._toggled(spec))
        return dock

    def _toggled(self, spec: PanelSpec) -> None:
        """Bring a panel to the front; in a narrow window Qt has shown what belongs in a drawer."""
        dock = self.dock(spec.name)
        if self._narrow and spec.is_beside:
            dock.hide()
            self.drawers.toggle(spec.name)
        else:
            dock.raise_()

    def _take_back(self, name: str) -> None:
        self.dock(name).setWidget(self._places[name])

    def _look_at_tabs(self) -> None:
        """Show each title once, and explain each tab."""
        if isValid(self._window) and not self._arranging:  # the last signals come from its end
            self._show_titles()
            self._name_tabs()

    def _show_titles(self) -> None:
        """Show each title once: a tab has it already, and a bar of its own would say it again."""
        for dock in self._docks.values():
            in_tab = not dock.isFloating() and bool(self._window.tabifiedDockWidgets(dock))
            if in_tab and dock.titleBarWidget() is None:
                dock.setTitleBarWidget(QWidget(dock))
            elif not in_tab and dock.titleBarWidget() is not None:
                dock.titleBarWidget().deleteLater()
                # PySide6's type hints know no None, which brings Qt's own title bar back.
                dock.setTitleBarWidget(None)  # type: ignore[arg-type]
                set_frame_icons(dock)  # a bar that comes back has the style's own

    def _name_tabs(self) -> None:
        """Name the tabs that Qt has made, for those who cannot see them, and explain them."""
        specs = {spec.short_title: spec for spec in PANELS}
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for bar in self._window.findChildren(QTabBar, options=direct):
            bar.setAccessibleName("Panels")
            if bar.elideMode() is not Qt.TextElideMode.ElideNone:  # Qt lays all tabs out for it
                bar.setElideMode(Qt.TextElideMode.ElideNone)
            for tab in range(bar.count()):
                spec = specs[bar.tabText(tab)]
                named = "" if spec.title == spec.short_title else f"{spec.title}: "
                bar.setTabToolTip(tab, f"{named}{spec.tip}")
