"""A narrow window: the side panels are drawers over the drawing, opened from a rail of icons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS

BESIDE = [spec.name for spec in PANELS if spec.is_beside]


def _place(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(window.docks.drawers.rail.buttons[name], Qt.MouseButton.LeftButton)


def _resize(window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    QTest.qWait(10)


@pytest.fixture
def narrow(window: MainWindow) -> MainWindow:
    """Give a window without room for panels beside the drawing, which is one that is soon made."""
    window.controller.apply(reducers.set_view, View.SOCKET)
    _resize(window, 1024)
    return window


def test_each_panel_opens_over_the_drawing_and_stands_beside_it_where_there_is_room(
    narrow: MainWindow, qtbot: QtBot
) -> None:
    _each_opens_over_the_drawing(narrow, qtbot)
    _all_stand_beside_it(narrow)
    _each_title_stands_once(narrow)
    narrow.docks.dock("filters").close()
    for width in (1000, 1400):
        _resize(narrow, width)
    _each_title_stands_once(narrow)
    assert narrow.docks.dock("filters").isHidden(), "what was closed stays so"
    assert narrow.docks.dock("details").isVisible()


def _each_opens_over_the_drawing(narrow: MainWindow, qtbot: QtBot) -> None:
    assert narrow.stage.width() > 900
    assert not any(narrow.docks.dock(name).isVisible() for name in BESIDE)
    assert narrow.docks.drawers.rail.isVisible()
    for name, button in narrow.docks.drawers.rail.buttons.items():
        assert not button.icon().isNull() or button.text(), name
        assert button.accessibleName(), name
        assert button.toolTip(), name
    for name in BESIDE:
        _open_and_shut(narrow, name, qtbot)
    narrow.named_actions["restore-layout"].trigger()
    QTest.qWait(10)
    drawers = narrow.docks.drawers
    assert (narrow.width(), narrow.docks.narrow, drawers.rail.isVisible()) == (1024, True, True)


def _open_and_shut(narrow: MainWindow, name: str, qtbot: QtBot) -> None:
    drawers, place = narrow.docks.drawers, narrow.panels[name]
    before = _place(narrow.stage, narrow)
    _click(narrow, name)
    assert drawers.open_panel == name
    qtbot.waitUntil(lambda: place.panel.isVisible() and not place.visibleRegion().isEmpty())
    assert place.isEnabled(), name
    assert narrow.rect().contains(_place(drawers.drawer, narrow)), name
    assert place.width() > 200, name
    assert _place(narrow.stage, narrow) == before, name
    _click(narrow, name)
    assert drawers.open_panel == "", name
    assert not drawers.drawer.isVisible(), name


def _all_stand_beside_it(narrow: MainWindow) -> None:
    drawers = narrow.docks.drawers
    _click(narrow, "details")
    assert narrow.drawing is not None
    sizes = QSignalSpy(narrow.drawing.canvas.resized)
    narrow.resize(1500, 900)
    QApplication.processEvents()
    assert not drawers.rail.isVisible()
    assert not drawers.drawer.isVisible()
    assert narrow.docks.dock("details").isVisible()
    assert narrow.docks.dock("details").widget() is narrow.panels["details"]
    assert not narrow.details.visibleRegion().isEmpty()
    assert narrow.rect().contains(_place(narrow.filters, narrow))
    # One with the window, one with all the panels: it was one more for each.
    assert sizes.count() <= 2


def _each_title_stands_once(window: MainWindow) -> None:
    for name in BESIDE:
        dock = window.docks.dock(name)
        in_tab = bool(window.tabifiedDockWidgets(dock))
        assert in_tab is (name != "filters")
        assert (dock.titleBarWidget() is not None) is in_tab, name


def test_a_drawer_is_opened_and_shut_by_key_and_menu_and_leaves_in_sight_what_it_is_for(
    narrow: MainWindow,
) -> None:
    drawers = narrow.docks.drawers
    QTest.keyClick(narrow, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert drawers.open_panel == "details"
    assert narrow.details.isAncestorOf(narrow.focusWidget())
    _is_in_sight(narrow, narrow.pair_strip, narrow.view_bar, narrow.status_line)
    QTest.keyClick(narrow.focusWidget(), Qt.Key.Key_Escape)
    assert drawers.open_panel == ""
    assert narrow.focusWidget() is drawers.rail.buttons["details"]

    narrow.docks.dock("filters").toggleViewAction().trigger()
    assert drawers.open_panel == "filters"
    assert not narrow.docks.dock("filters").isVisible()
    _is_in_sight(narrow, narrow.table, narrow.chip_line)
    narrow.docks.dock("filters").toggleViewAction().trigger()
    assert drawers.open_panel == ""

    _click(narrow, "details")
    narrow.docks.bring_up("compare")
    assert drawers.open_panel == "", "a list that is brought up shuts the drawer"
    _keeps_each_tab_whole_and_each_title_once(narrow)


def _is_in_sight(window: MainWindow, *widgets: QWidget) -> None:
    drawer = _place(window.docks.drawers.drawer, window)
    for widget in widgets:
        assert not drawer.intersects(_place(widget, window)), widget


def _keeps_each_tab_whole_and_each_title_once(window: MainWindow) -> None:
    for width in (1100, 760):  # the least that has panels beside the drawing, and little
        _resize(window, width)
        for name in [spec.name for spec in PANELS if not spec.is_beside]:
            window.docks.bring_up(name)
        QTest.qWait(5)
        _no_tab_is_cut(window)
    _resize(window, 1280)
    assert window.docks.dock("filters").titleBarWidget() is None
    window.docks.dock("details").setFloating(True)
    assert window.docks.dock("details").titleBarWidget() is None, "it is alone now"


def _no_tab_is_cut(window: MainWindow) -> None:
    width = window.width()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for bar in window.findChildren(QTabBar, options=direct):
        upright = bar.shape() is QTabBar.Shape.RoundedEast
        if not bar.isVisible() or (upright and window.docks.narrow):
            continue
        assert window.rect().contains(_place(bar, window)), width
        along = bar.height() if upright else bar.width()
        tabs = [bar.tabRect(tab) for tab in range(bar.count())]
        assert sum(tab.height() if upright else tab.width() for tab in tabs) <= along, width
        assert bar.elideMode() is Qt.TextElideMode.ElideNone, width
    for dock in window.findChildren(QDockWidget):
        if window.tabifiedDockWidgets(dock):
            assert dock.titleBarWidget().height() <= 0, (width, dock.objectName())
