"""The window as a whole: views, layers, panels, theme, what is remembered, sizes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.selection.query import Facet
from a4s_gui.drawing.palette import DARK, LIGHT
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.numbering import RowScheme
from a4s_gui.session import reducers
from a4s_gui.session.settings_table import DRAWING_SCALE
from a4s_gui.ui.canvas.drawing_container import DrawingContainer
from a4s_gui.ui.canvas.drawing_view import DrawingView
from a4s_gui.ui.core import theme
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.core.theme import window_palette
from a4s_gui.ui.shell.app import make_application, make_window
from a4s_gui.ui.shell.main_window import MainWindow
from tests.every import for_each
from tests.golden.pictures import colours
from tests.ui.conftest import WindowMaker

PANELS = ("filters", "pairs", "details")


def _trigger(window: MainWindow, name: str) -> None:
    window.named_actions[name].trigger()


def _drawn(window: MainWindow) -> list[str]:
    """Return the part numbers that stand in the drawing."""
    assert window.drawing is not None
    assert window.drawing.scene is not None
    return [placed.footprint.connector.part_number for placed in window.drawing.scene.placed]


def test_the_window_opens_on_the_part_asked_for_and_goes_on_to_the_next_and_the_one_before(
    window: MainWindow,
) -> None:
    _scale_and_cursor_are_in_the_status_bar(window)
    assert window.windowTitle() == "AXE540127 + AXE640124 – A4S selector"
    rows = window.table.selected_rows()
    assert [window.table.pairs_model.rows[row].id for row in rows] == ["AXE540127/AXE640124"]
    assert _drawn(window) == ["AXE540127", "AXE640124"]
    assert window.drawing is not None
    centre = window.centralWidget()
    assert centre is not None
    assert centre.isAncestorOf(window.drawing)
    assert window.drawing.isVisible()
    _trigger(window, "next-pair")
    assert window.windowTitle().startswith("AXE544127")
    _trigger(window, "previous-pair")
    _trigger(window, "previous-pair")
    assert window.windowTitle().startswith("AXE536127")


def _scale_and_cursor_are_in_the_status_bar(window: MainWindow) -> None:
    fitted = window.status_line.scale.text()
    assert fitted.endswith(":1")
    _trigger(window, "zoom-in")
    larger = window.status_line.scale.text()
    assert float(larger.removesuffix(":1")) > float(fitted.removesuffix(":1"))
    _trigger(window, "fit")
    assert window.status_line.scale.text() == fitted
    _trigger(window, "zoom-out")
    assert window.status_line.scale.text() == fitted, "the whole drawing is the smallest"
    _trigger(window, "zoom-in")
    _trigger(window, "zoom-out")
    assert window.status_line.scale.text() == fitted
    window.status_line.show_cursor((1.2, -0.451))
    assert window.status_line.cursor_place.text() == "x 1.20  y −0.45 mm"
    window.status_line.show_cursor((-0.001, 0.0))
    assert window.status_line.cursor_place.text() == "x 0.00  y 0.00 mm"
    window.status_line.show_cursor(None)
    assert window.status_line.cursor_place.text() == ""


def test_a_pair_outside_the_filters_is_said_to_be_and_what_leads_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    _is_said_to_be_once_the_search_rests(window, qtbot)
    window.controller.apply(reducers.reset)
    window.controller.apply(reducers.choose_pair, "AXE540127/AXE640124")
    _is_said_to_be_pinned_and_let_go(window)
    window.controller.apply(reducers.reset)
    _where_no_pair_is_left_the_drawing_stays_and_one_place_says_why(window, qtbot)


def _is_said_to_be_once_the_search_rests(window: MainWindow, qtbot: QtBot) -> None:
    drawing, bar = window.drawing, window.outside_bar
    assert drawing is not None
    before, usual_ms = drawing.height(), bar.rest.interval()
    bar.rest.setInterval(60_000)  # however slow this machine types
    for text in ("A", "AXE510", "AXE5101", "AXE5", "", "nothing", "noth"):
        window.controller.apply(reducers.set_text, text)
        QApplication.processEvents()
        assert (bar.isHidden(), drawing.height()) == (True, before), text
    assert bar.rest.isActive()
    bar.rest.setInterval(usual_ms)
    window.controller.apply(reducers.set_text, "")
    assert not bar.rest.isActive()

    window.controller.apply(reducers.set_text, "AXE5101")
    qtbot.waitUntil(bar.isVisible)
    assert bar.label.whole == "AXE540127 + AXE640124 is outside the filters"
    assert bar.nearest_button.text() == "Draw AXE510127 + AXE610124"
    assert bar.unpin_button.isHidden()
    bar.nearest_button.click()
    assert bar.isHidden()
    assert window.windowTitle().startswith("AXE510127 + AXE610124 –")


def _is_said_to_be_pinned_and_let_go(window: MainWindow) -> None:
    _trigger(window, "pin-pair")
    assert window.windowTitle() == "AXE540127 + AXE640124 (pinned) – A4S selector"
    window.controller.apply(reducers.set_bound, Facet.PINS_TO, 20)
    bar = window.outside_bar
    assert bar.label.whole == "AXE540127 + AXE640124 is pinned, and outside the filters"
    assert bar.isVisible()
    assert bar.nearest_button.isHidden()
    bar.unpin_button.click()
    assert bar.isHidden()
    assert window.windowTitle().startswith("AXE520127 + AXE620124 –")
    assert not window.named_actions["pin-pair"].isChecked()


def _where_no_pair_is_left_the_drawing_stays_and_one_place_says_why(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.controller.apply(reducers.set_text, "hello")
    bar = window.outside_bar
    qtbot.waitUntil(bar.isVisible)
    assert bar.label.whole.startswith("No pair matches; AXE520127")
    assert bar.nearest_button.isHidden()
    assert window.pairs.advice.isVisible()
    assert window.status_line.message.whole == ""
    bar.clear_button.click()
    assert bar.isHidden()
    assert len(window.controller.result.rows) == 72
    _trigger(window, "part-list")  # the table, with its own advice, is behind it
    QTest.qWait(5)
    window.controller.apply(reducers.set_text, "bye")
    assert "Nothing matches “bye”" in window.status_line.message.whole
    window.controller.apply(reducers.set_text, "")
    assert window.status_line.message.whole == ""


def test_choices_and_layout_are_remembered_but_for_a_part_asked_for(
    make: WindowMaker, own_settings: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    first = make("AXE610124D")
    _trigger(first, "view.header")
    _trigger(first, f"layer.{Layer.PASTE}")
    _trigger(first, f"numbering.{RowScheme.LOOP}")
    _trigger(first, "theme.dark")
    first.docks.dock("details").close()
    first.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, first.docks.dock("filters"))
    first.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    first.table.setColumnWidth(0, 123)
    order = [pair.id for pair in first.table.pairs_model.rows]
    first.resize(1000, 700)
    assert first.drawing is not None
    sizes = QSignalSpy(first.drawing.canvas.resized)
    _trigger(first, "quit")
    assert sizes.count() == 0, "a window that goes away draws nothing anew"
    assert not first.isVisible()
    assert own_settings.exists()
    second = make(width=1000)
    assert second.docks.drawers.rail.isVisible()
    assert not any(second.docks.dock(name).isVisible() for name in ("filters", "details"))
    second.resize(1280, 800)
    assert second.docks.dock("filters").isVisible()
    assert second.controller.state == first.controller.state
    assert second.named_actions["theme.dark"].isChecked()
    assert not second.docks.dock("details").isVisible()
    area = second.dockWidgetArea(second.docks.dock("filters"))
    assert area is Qt.DockWidgetArea.RightDockWidgetArea
    assert [pair.id for pair in second.table.pairs_model.rows] == order
    assert second.table.columnWidth(0) == 123
    assert second.notice.isHidden()
    second.close()
    asked_for = make_window(qapp, "AXE612124")
    qtbot.addWidget(asked_for)
    assert asked_for.windowTitle().startswith("AXE512127 + AXE612124")


def test_damaged_and_former_settings_are_told_in_a_window_on_the_first_pair(
    qapp: QApplication, qtbot: QtBot, own_settings: Path
) -> None:
    own_settings.parent.mkdir(parents=True)
    own_settings.write_text(
        "[window]\ntheme=pink\nlayout=bm9uc2Vuc2U=\n[selection]\npair=AXE599127/AXE699124\n",
        encoding="utf-8",
    )
    window = make_window(qapp)
    qtbot.addWidget(window)
    assert window.windowTitle().startswith("AXE510127 + AXE610124")
    assert not window.notice.isHidden()
    assert "window/theme is “pink”" in window.notice.label.text()
    assert not any(window.docks.dock(name).isHidden() for name in PANELS)
    QTest.mouseClick(window.notice.close_button, Qt.MouseButton.LeftButton)
    assert window.notice.isHidden()


def test_a_first_window_stays_on_the_screen_and_tells_once_that_no_settings_can_be_written(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    make_application()
    window = make_window(qapp, settings=Settings(tmp_path / "file" / "settings.ini"))
    qtbot.addWidget(window)
    assert window.windowTitle().startswith("AXE510127 + AXE610124")
    free = window.screen().availableSize()
    assert window.width() <= free.width() - 16
    assert window.height() <= free.height() - 40, "a title bar would push the status line out"
    assert "cannot be written" in window.notice.label.text()
    assert window.close()


def test_dark_and_light_reach_the_panels_and_the_drawing_and_follow_the_system_unless_chosen(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {}
    for mode, palette in (("dark", DARK), ("light", LIGHT)):
        _trigger(window, f"theme.{mode}")
        assert window.drawing is not None
        canvas = window.drawing.canvas.backgroundBrush().color().name()
        assert canvas == palette.background
        QTest.qWait(0)
        base = window.table.palette().color(QPalette.ColorRole.Base)
        seen[mode] = base.lightness()
        icon = window.named_actions["fit"].icon().pixmap(20, 20).toImage()
        inks = [icon.pixelColor(x, y) for x in range(20) for y in range(20)]
        solid = [ink.lightness() for ink in inks if ink.alpha() > 200]
        assert solid
        assert all(abs(ink - base.lightness()) > 120 for ink in solid)
        _what_leads_to_buttons_without_room_is_seen(window, dark=mode == "dark")
    assert seen["dark"] < 60
    assert seen["light"] > 200
    _theirs_is_the_systems_unless_chosen(window, monkeypatch)
    _a_title_that_comes_back_has_buttons_that_are_seen_in_the_dark(window, qtbot)


def _what_leads_to_buttons_without_room_is_seen(window: MainWindow, *, dark: bool) -> None:
    more = window.view_bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert more is not None
    drawn = more.icon().pixmap(32, 32).toImage()
    places = [(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
    inks = {drawn.pixelColor(*p).name() for p in places if drawn.pixelColor(*p).alpha() == 255}
    assert inks == {window_palette(dark=dark).buttonText().color().name()}


def _theirs_is_the_systems_unless_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    scheme = Qt.ColorScheme

    def system_turns(to: Qt.ColorScheme) -> None:
        monkeypatch.setattr(theme, "system_scheme", lambda: to)
        QApplication.styleHints().colorSchemeChanged.emit(to)

    _trigger(window, "theme.system")
    system_turns(scheme.Dark)
    assert window.theme.dark
    _trigger(window, "theme.light")
    assert not window.theme.dark
    _trigger(window, "theme.system")
    assert window.theme.dark
    system_turns(scheme.Light)
    assert not window.theme.dark


def _is_seen_in_the_dark(dock: QDockWidget) -> bool:
    shut = dock.findChild(QAbstractButton, "qt_dockwidget_closebutton")
    assert shut is not None
    drawn = shut.icon().pixmap(32, 32).toImage()
    places = [(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
    inks = [drawn.pixelColor(*p) for p in places if drawn.pixelColor(*p).alpha() == 255]
    return min(ink.lightness() for ink in inks) > 128


def _a_title_that_comes_back_has_buttons_that_are_seen_in_the_dark(
    window: MainWindow, qtbot: QtBot
) -> None:
    _trigger(window, "theme.dark")
    window.docks.restore(window.docks.saved(7), 7)
    assert _is_seen_in_the_dark(window.docks.dock("filters")), "as at the next start"
    dock = window.docks.dock("pairs")
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    qtbot.waitUntil(lambda: dock.titleBarWidget() is None)
    assert _is_seen_in_the_dark(dock)


def _differ(one: QImage, other: QImage) -> int:
    """Return by how many levels, of 256, the two differ at most."""
    return int(np.abs(colours(one).astype(np.int16) - colours(other)).max())


def test_a_first_window_paints_the_drawing_at_once_and_keeps_it_room_beside_the_hint(
    qapp: QApplication, own_settings: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_application()
    window = make_window(qapp, "AXE540127", Settings(own_settings))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    _its_first_paint_shows_the_drawing_as_the_view_does(window, qtbot, monkeypatch)
    assert window.drawing is not None
    _the_hint_leaves_it_its_room(window, window.drawing, qtbot)
    assert window.close()
    kept = Settings(own_settings)
    assert (kept.message, kept.get(DRAWING_SCALE)) == ("", window.drawing.fitted_scale)


def _its_first_paint_shows_the_drawing_as_the_view_does(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(DrawingContainer, "update_view", lambda _: None)
        window.show()
        QTest.qWait(50)
        painted = window.stage.grab().toImage()
    assert window.drawing is None
    with qtbot.waitSignal(window.drawing_ready, timeout=20_000):
        window.stage.invalidate()
    assert window.drawing is not None
    # As soon as the view has its raster, 25 ms later; Qt blends translucent fills a level or two
    # otherwise where another clip holds.
    qtbot.waitUntil(lambda: _differ(window.stage.grab().toImage(), painted) <= 2)
    colours = {painted.pixel(x, painted.height() // 3) for x in range(painted.width())}
    assert len(colours) > 5, "the drawing, not an empty place"


def _the_hint_leaves_it_its_room(window: MainWindow, drawing: DrawingView, qtbot: QtBot) -> None:
    window.resize(1008, 660)
    assert window.hint.isVisible()
    most_px = 2.5 * window.fontMetrics().height()
    qtbot.waitUntil(lambda: drawing.height() >= 300 and window.hint.height() < most_px)
    window.controller.apply(reducers.choose_pair, "AXE580127/AXE680124")
    window.controller.apply(reducers.set_view, View.TAPE)
    window.resize(640, 480)
    QApplication.processEvents()
    assert drawing.fitted_scale < 1


@for_each(
    "width, height, least",
    [(760, 640, 700), (1024, 660, 950), (1264, 680, 550), (1920, 1200, 1200)],
)
def test_everything_has_room(window: MainWindow, width: int, height: int, least: int) -> None:
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    window.resize(width, height)
    QTest.qWait(10)
    assert (window.width(), window.height()) == (width, height)
    assert window.drawing is not None
    assert window.drawing.width() >= least
    assert window.drawing.height() >= 300
    assert window.drawing.width() > window.filters.width()
    assert window.drawing.width() > window.details.width()
    for bar in window.findChildren(QToolBar):
        overflow = bar.findChild(QToolButton, "qt_toolbar_ext_button")
        assert not isinstance(overflow, QToolButton) or not overflow.isVisible()
    assert window.filters.horizontalScrollBar().maximum() == 0
    for label in (window.chip_line.count, window.status_line.scale):
        assert label.width() >= label.sizeHint().width()
