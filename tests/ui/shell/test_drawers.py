"""A narrow window: the side panels are drawers over the drawing, opened from a rail of icons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS
from tests.ui.conftest import WindowMaker

BESIDE = [spec.name for spec in PANELS if spec.is_beside]


@pytest.fixture
def narrow(make: WindowMaker) -> MainWindow:
    """Return a shown window of 1024 pixels."""
    return make("AXE540127", width=1024)


def _place(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(window.docks.drawers.rail.buttons[name], Qt.MouseButton.LeftButton)


def test_the_drawing_has_the_width(narrow: MainWindow) -> None:
    assert narrow.stage.width() > 900
    assert not any(narrow.docks.dock(name).isVisible() for name in BESIDE)
    assert narrow.docks.drawers.rail.isVisible()


@pytest.mark.parametrize("name", BESIDE)
def test_each_panel_opens_over_the_drawing_and_shuts(
    narrow: MainWindow, qtbot: QtBot, name: str
) -> None:
    drawers, place = narrow.docks.drawers, narrow.panels[name]
    before = _place(narrow.stage, narrow)
    _click(narrow, name)
    assert drawers.open_panel == name
    qtbot.waitUntil(lambda: place.panel.isVisible() and not place.visibleRegion().isEmpty())
    assert place.isEnabled()
    assert narrow.rect().contains(_place(drawers.drawer, narrow))
    assert place.width() > 200
    assert _place(narrow.stage, narrow) == before
    _click(narrow, name)
    assert drawers.open_panel == ""
    assert not drawers.drawer.isVisible()


def test_a_window_that_becomes_wide_gives_the_drawing_one_new_size(
    narrow: MainWindow, qtbot: QtBot
) -> None:
    for name in BESIDE:
        assert narrow.panels[name].panel is not None
    assert narrow.drawing is not None
    sizes = QSignalSpy(narrow.drawing.canvas.resized)
    narrow.resize(1500, 900)
    QApplication.processEvents()
    assert narrow.docks.dock("details").isVisible()
    # One with the window, one with all the panels: it was one more for each.
    assert sizes.count() <= 2


def test_a_rail_button_has_a_picture_or_a_word_and_a_name(narrow: MainWindow) -> None:
    for name, button in narrow.docks.drawers.rail.buttons.items():
        assert not button.icon().isNull() or button.text(), name
        assert button.accessibleName()
        assert button.toolTip()


def test_keys_open_a_drawer_with_the_keys_in_it_and_escape_shuts_it(narrow: MainWindow) -> None:
    QTest.keyClick(narrow, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert narrow.docks.drawers.open_panel == "details"
    assert narrow.details.isAncestorOf(narrow.focusWidget())
    QTest.keyClick(narrow.focusWidget(), Qt.Key.Key_Escape)
    assert narrow.docks.drawers.open_panel == ""
    assert narrow.focusWidget() is narrow.docks.drawers.rail.buttons["details"]


def test_the_table_stays_in_sight_while_pairs_are_filtered(narrow: MainWindow) -> None:
    _click(narrow, "filters")
    drawer = _place(narrow.docks.drawers.drawer, narrow)
    for widget in (narrow.table, narrow.chip_line):
        assert not drawer.intersects(_place(widget, narrow))


def test_the_views_stay_in_sight_while_the_pair_is_read_about(narrow: MainWindow) -> None:
    _click(narrow, "details")
    drawer = _place(narrow.docks.drawers.drawer, narrow)
    for widget in (narrow.pair_strip, narrow.view_bar, narrow.status_line):
        assert not drawer.intersects(_place(widget, narrow))


def test_a_list_that_is_brought_up_shuts_the_drawer(narrow: MainWindow) -> None:
    _click(narrow, "details")
    narrow.docks.bring_up("compare")
    assert narrow.docks.drawers.open_panel == ""


def test_a_wide_window_has_the_panels_beside_the_drawing_again(narrow: MainWindow) -> None:
    _click(narrow, "details")
    narrow.resize(1400, 800)
    QTest.qWait(20)
    assert not narrow.docks.drawers.rail.isVisible()
    assert not narrow.docks.drawers.drawer.isVisible()
    assert narrow.docks.dock("details").widget() is narrow.panels["details"]
    assert not narrow.details.visibleRegion().isEmpty()
    assert narrow.rect().contains(_place(narrow.filters, narrow))


def test_in_a_window_that_becomes_wide_again_each_title_stands_once(make: WindowMaker) -> None:
    window = make("AXE540127", width=1400)
    for width in (1000, 1400, 1000, 1400):
        window.resize(width, 800)
        QTest.qWait(20)
    for name in BESIDE:
        dock = window.docks.dock(name)
        in_tab = bool(window.tabifiedDockWidgets(dock))
        assert in_tab is (name != "filters")
        assert (dock.titleBarWidget() is not None) is in_tab, name


def test_a_panel_that_was_closed_stays_so(make: WindowMaker) -> None:
    window = make("AXE540127", width=1400)
    window.docks.dock("filters").close()
    window.resize(1000, 700)
    window.resize(1400, 700)
    assert window.docks.dock("filters").isHidden()
    assert window.docks.dock("details").isVisible()


def test_the_layout_of_a_wide_window_is_remembered_by_a_narrow_one(make: WindowMaker) -> None:
    first = make("AXE540127", width=1400)
    first.docks.dock("filters").close()
    first.resize(1000, 700)
    first.close()
    second = make("AXE540127", width=1400)
    assert second.docks.dock("filters").isHidden()
    assert second.docks.dock("details").isVisible()


def test_the_entry_of_the_menu_opens_the_drawer(narrow: MainWindow) -> None:
    narrow.docks.dock("filters").toggleViewAction().trigger()
    assert narrow.docks.drawers.open_panel == "filters"
    assert not narrow.docks.dock("filters").isVisible()
    narrow.docks.dock("filters").toggleViewAction().trigger()
    assert narrow.docks.drawers.open_panel == ""


def test_restoring_the_layout_keeps_a_narrow_window_narrow(narrow: MainWindow) -> None:
    narrow.named_actions["restore-layout"].trigger()
    QTest.qWait(20)
    assert narrow.width() == 1024
    assert narrow.docks.narrow
    assert narrow.docks.drawers.rail.isVisible()


@pytest.mark.parametrize("width", [760, 1024, 1280, 1480])
def test_each_title_stands_once_and_no_tab_is_cut(make: WindowMaker, width: int) -> None:
    window = make("AXE540127", width=width)
    for name in [spec.name for spec in PANELS if spec.is_beside is False]:
        window.docks.bring_up(name)
        QTest.qWait(10)
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for bar in window.findChildren(QTabBar, options=direct):
        upright = bar.shape() is QTabBar.Shape.RoundedEast
        if not bar.isVisible() or (upright and window.docks.narrow):
            continue
        assert window.rect().contains(_place(bar, window))
        along = bar.height() if upright else bar.width()
        tabs = [bar.tabRect(tab) for tab in range(bar.count())]
        assert sum(tab.height() if upright else tab.width() for tab in tabs) <= along
        assert bar.elideMode() is Qt.TextElideMode.ElideNone
    for dock in window.findChildren(QDockWidget):
        if window.tabifiedDockWidgets(dock):
            assert dock.titleBarWidget().height() <= 0


def test_a_dock_alone_has_its_title_bar(window: MainWindow) -> None:
    assert window.docks.dock("filters").titleBarWidget() is None
    window.docks.dock("details").setFloating(True)
    assert window.docks.dock("details").titleBarWidget() is None
