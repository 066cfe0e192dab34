"""The panels that share one place: made when seen, brought to the front, out of the keys' way."""

from __future__ import annotations

from collections import Counter
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.ui.panels.boards.result_view import ResultView
from a4s_gui.ui.panels.land_pattern.pattern_panel import PatternPanel
from a4s_gui.ui.panels.pad_map.pad_map_panel import PadMapPanel
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS, PanelSpec

SEEN_AT_FIRST = ("filters", "pairs", "details")


def _seen(widget: QWidget) -> bool:
    """Say so for what is on the screen: Qt has the tabs behind others visible, far outside."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return widget.isVisible() and window.rect().intersects(place)


@pytest.mark.own_window
def test_letters_that_become_larger_make_the_side_panels_wider(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    window.resize(1600, 900)
    window.docks.restore()
    places = [window.panels[name] for name in ("filters", "details")]
    narrow_px = [place.width() for place in places]
    before, large = qapp.font(), qapp.font()
    large.setPointSize(14)
    qapp.setFont(large)

    def have_room() -> bool:
        areas = [place.findChild(QScrollArea) for place in places]
        cut = [area for area in areas if area and area.horizontalScrollBar().maximum()]
        wide_px = [place.width() for place in places]
        return not cut and all(map(int.__gt__, wide_px, narrow_px))

    try:
        qtbot.waitUntil(have_room)
        scale = window.status_line.scale
        assert scale.width() >= scale.fontMetrics().horizontalAdvance("10.21:1")
    finally:
        qapp.setFont(before)


class _Windows(QObject):
    """Keeps what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_a_panel_behind_is_made_when_it_is_opened_moves_nothing_and_is_no_window_of_its_own(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    """*Part list* raised, *Ordering* widened its dock by some 40 pixels the first time."""
    assert _seen(window.details)
    assert window.findChildren(PatternPanel) == []
    assert window.findChildren(PadMapPanel) == []
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    for size in (QSize(1280, 800), QSize(1480, 900)):
        window.resize(size)
        _no_panel_that_is_opened_moves_the_drawing(window, qapp, qtbot)


def _no_panel_that_is_opened_moves_the_drawing(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    pairs, details = window.docks.dock("pairs"), window.docks.dock("details")
    window.resizeDocks([pairs], [60], Qt.Orientation.Vertical)
    window.resizeDocks([details], [200], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    assert window.drawing is not None
    before = window.drawing.size()
    windows = _Windows()
    qapp.installEventFilter(windows)
    for name, place in window.panels.items():
        window.docks.bring_up(name)
        qtbot.waitUntil(partial(_seen, place.panel))
        assert window.drawing.size() == before, name
    qapp.removeEventFilter(windows)
    assert windows.shown == [], "for a moment"


def test_panels_are_brought_up_by_keys_and_come_back_and_no_letter_with_alt_means_two_things(
    window: MainWindow, qtbot: QtBot
) -> None:
    _hide_close_and_come_back(window)
    for spec in PANELS:
        for shortcut in spec.shortcuts if spec.name != "details" else ():
            _brings_up(window, qtbot, spec, shortcut)
    _no_letter_means_two_things(window, qtbot)


def _hide_close_and_come_back(window: MainWindow) -> None:
    for name in SEEN_AT_FIRST:
        dock = window.docks.dock(name)
        dock.toggleViewAction().trigger()
        assert not dock.isVisible()
        dock.toggleViewAction().trigger()
        assert dock.isVisible()
        dock.close()
        assert not dock.toggleViewAction().isChecked()
    window.tool_bar.hide()
    window.docks.dock("filters").setFloating(True)
    window.named_actions["restore-layout"].trigger()
    areas = [window.dockWidgetArea(window.docks.dock(name)) for name in SEEN_AT_FIRST]
    area = Qt.DockWidgetArea
    assert areas == [area.LeftDockWidgetArea, area.BottomDockWidgetArea, area.RightDockWidgetArea]
    assert all(window.docks.dock(name).isVisible() for name in SEEN_AT_FIRST)
    assert not any(window.docks.dock(name).isFloating() for name in SEEN_AT_FIRST)
    assert window.tool_bar.isVisible()


def _brings_up(window: MainWindow, qtbot: QtBot, spec: PanelSpec, shortcut: str) -> None:
    name, panel = spec.name, window.panels[spec.name].panel
    for front in ("pairs", "details"):
        window.docks.show_in_front(front)
    qtbot.waitUntil(lambda: _seen(window.table) and _seen(window.details) and not _seen(panel))
    QTest.keySequence(window, QKeySequence(shortcut))
    qtbot.waitUntil(lambda: _seen(panel))
    assert _seen(window.details) is (spec.side is not Qt.DockWidgetArea.RightDockWidgetArea)
    assert _seen(window.table) is (spec.side is not Qt.DockWidgetArea.BottomDockWidgetArea)
    assert panel.isAncestorOf(window.focusWidget())
    window.docks.dock(name).close()
    qtbot.waitUntil(lambda: not _seen(panel))
    window.named_actions[name].trigger()
    qtbot.waitUntil(lambda: _seen(panel))
    assert window.panels[name].panel is panel


def _no_letter_means_two_things(window: MainWindow, qtbot: QtBot) -> None:
    """Of those of the window, of a panel below and of one at the right, which may be any two."""
    below, right = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
    inside: dict[str, list[str]] = {}
    in_front: dict[Qt.DockWidgetArea, str] = {}
    for spec in PANELS:
        if spec.side in (below, right):
            panel = window.docks.bring_up(spec.name)
            qtbot.waitUntil(partial(_seen, panel))
            inside[spec.name], in_front[spec.side] = _letters(panel), spec.name
    around = _letters(window)
    for name in in_front.values():
        for letter in inside[name]:
            around.remove(letter)
    around += [_letter(action.text()) for action in window.menuBar().actions()]
    for upper in (spec.name for spec in PANELS if spec.side is right):
        for lower in (spec.name for spec in PANELS if spec.side is below):
            keys = Counter(around + inside[upper] + inside[lower])
            del keys[""]
            assert set(keys.values()) == {1}, (lower, upper, keys)


def _letter(text: str) -> str:
    return QKeySequence.mnemonic(text).toString()


def _letters(widget: QWidget) -> list[str]:
    """Return the letters that are pressed with Alt for what is seen of a widget."""
    labels = [label for label in widget.findChildren(QLabel) if isinstance(label.buddy(), QWidget)]
    buttons = widget.findChildren(QAbstractButton)
    return [_letter(one.text()) for ones in (buttons, labels) for one in ones if _seen(one)]


def test_the_tab_key_reaches_every_part_passes_by_the_panels_behind_and_comes_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    seen = _all_that_tab_reaches(window)
    assert window.table in seen
    assert window.details.browser in seen
    assert "Pins to" in [widget.accessibleName() for widget in seen]
    assert window.filters.reset_button not in seen  # nothing to reset
    assert seen.index(window.table) < seen.index(window.details.browser)
    for name in ("pad-map", "land-pattern"):
        window.named_actions[name].trigger()
        qtbot.waitUntil(partial(_seen, window.panels[name].panel))
    seen = _all_that_tab_reaches(window)
    assert any(map(window.panels["land-pattern"].isAncestorOf, seen))
    assert window.details.browser not in seen


def _all_that_tab_reaches(window: MainWindow) -> list[QWidget]:
    """Return what has the keys in turn, from the search line until it has them again."""
    window.search.setFocus()
    seen: list[QWidget] = []
    for _ in range(300):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert _seen(window.focusWidget())
        if window.focusWidget() is window.search:
            return seen
        seen.append(window.focusWidget())
    pytest.fail("the keys never come back to the search line")


def _an_edit_in_the_panel_is_drawn_and_told_in_the_details(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = window.panels["land-pattern"].panel
    assert isinstance(panel, PatternPanel)
    field = panel.editors["socket.contact_height_mm"].field
    assert field is not None
    field.stepBy(1)
    assert window.drawing is not None
    assert window.drawing.scene is not None
    pattern = window.drawing.scene.placed[0].footprint.pattern
    assert pattern.socket.contact_height_mm == 0.66
    notes = " ".join(window.drawing.scene.notes)
    assert "Boards in the field (edited)" in notes
    assert "Own figure" in notes
    qtbot.waitUntil(lambda: "(edited)" in window.details.browser.toPlainText())


def test_the_drawing_follows_an_edit_of_the_pattern_and_is_turned_over_and_seen_from_below(
    window: MainWindow, qtbot: QtBot
) -> None:
    _an_edit_in_the_panel_is_drawn_and_told_in_the_details(window, qtbot)
    _the_mated_pair_is_turned_over_and_seen_from_below(window)


def _the_mated_pair_is_turned_over_and_seen_from_below(window: MainWindow) -> None:
    names = ("turn-over", "seen-from.socket", "seen-from.header")
    assert not any(window.named_actions[name].isEnabled() for name in names)
    turn_over = window.view_bar.widgetForAction(window.named_actions["turn-over"])
    places = [button.geometry() for button in window.view_bar.findChildren(QToolButton)]
    window.named_actions[f"view.{View.MATED}"].trigger()
    assert all(window.named_actions[name].isEnabled() for name in names)
    QTest.qWait(10)
    # Nothing beside the views has moved.
    assert [b.geometry() for b in window.view_bar.findChildren(QToolButton)] == places
    QTest.mouseClick(turn_over, Qt.MouseButton.LeftButton)
    assert window.controller.state.seen_from is Half.HEADER
    assert window.named_actions["seen-from.header"].isChecked()
    assert window.drawing is not None
    assert window.drawing.scene is not None
    assert "from above the header's board" in window.drawing.scene.title
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    spec = window.controller.spec
    assert spec is not None
    assert spec.seen_from is Half.SOCKET
    assert window.named_actions["seen-from.socket"].isChecked()
    window.controller.apply(reducers.toggle_below)
    assert all(placed.from_below for placed in window.drawing.scene.placed)


def test_a_low_panel_scrolls_as_a_whole_or_what_stands_in_it_and_so_does_the_smallest_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    for spec in PANELS:
        _scrolls_once(window, qtbot, spec)
    _the_smallest_has_one_scroll_bar_and_all_that_a_panel_says(window, qtbot)


def _scrolls_once(window: MainWindow, qtbot: QtBot, spec: PanelSpec) -> None:
    window.docks.bring_up(spec.name)
    dock = window.docks.dock(spec.name)
    dock.setFloating(True)
    place = window.panels[spec.name]
    whole = place.findChild(QScrollArea)
    assert whole is not None

    def scrolls_once() -> bool:
        bars = [
            area.verticalScrollBar().isVisible() and area.isVisible()
            for area in whole.findChildren(QAbstractScrollArea)
        ]
        return not (any(bars) and whole.verticalScrollBar().isVisible())

    def has_size(size: QSize) -> bool:
        return dock.size() == size

    for size in (QSize(340, 300), QSize(900, 260), QSize(600, 320)):
        dock.resize(size)
        qtbot.waitUntil(partial(has_size, size))
        qtbot.waitUntil(scrolls_once)
    dock.setFloating(False)


def _the_smallest_has_one_scroll_bar_and_all_that_a_panel_says(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(640, 480)
    window.docks.show_in_front("pairs")
    qtbot.waitUntil(lambda: window.table.verticalScrollBar().isVisible())
    whole = window.panels["pairs"].findChild(QScrollArea)
    assert whole is not None
    assert not whole.verticalScrollBar().isVisible()
    found = window.docks.bring_up("boards").findChild(ResultView)
    assert found is not None
    qtbot.waitUntil(found.empty.isVisible)
    said = found.empty
    assert said.height() >= said.heightForWidth(said.width()), "it keeps all that it says"


def test_the_panel_in_front_is_there_again_after_a_narrow_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.docks.bring_up("design-notes")
    window.resize(1000, 800)
    assert window.docks.narrow
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: _seen(window.panels["design-notes"]))
    assert not _seen(window.details)


def test_the_side_panels_are_as_wide_as_before_after_a_window_that_was_small_at_one_go(
    window: MainWindow, qtbot: QtBot
) -> None:
    sides = [window.docks.dock(name) for name in ("filters", "details")]
    before = [dock.width() for dock in sides]
    window.resize(700, 520)
    assert window.docks.narrow
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: [dock.width() for dock in sides] == before)
