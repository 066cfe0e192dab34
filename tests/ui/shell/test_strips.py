"""The strips around the drawing: the pair, its views, the chips of what is asked for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.selection.query import Facet
from a4s_gui.drawing.scene import Text
from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.ui.shell.main_window import MainWindow


def _click(button: QToolButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _pick(window: MainWindow, facet: Facet, number: int = 0) -> None:
    values = [value for value in window.controller.result.facets[facet] if not value.selected]
    window.controller.apply(reducers.click_value, facet, values[number])


def _texts(window: MainWindow) -> list[str]:
    return [button.text() for button in window.chip_line.chips.buttons if button.isVisible()]


def test_strips_name_the_pair_once_and_what_is_asked_for_and_keep_room_for_words(
    window: MainWindow, qtbot: QtBot
) -> None:
    _every_filter_is_a_chip_or_listed_without_room_and_taken_off(window)
    window.controller.apply(reducers.reset)
    window.controller.apply(reducers.choose_pair, "AXE540127/AXE640124")
    _the_pair_is_named_once_with_its_numbers_to_copy_and_set_down_to_compare(window)
    _the_bar_keeps_words_where_there_is_room_and_leads_tab_last_to_buttons_without_any(
        window, qtbot
    )


def _the_pair_is_named_once_with_its_numbers_to_copy_and_set_down_to_compare(
    window: MainWindow,
) -> None:
    strip = window.pair_strip
    assert strip.facts.whole.split("   ") == ["40 pins", "0.8 mm", "8 mm tape"]
    for half, number in ((Half.SOCKET, "AXE540127"), (Half.HEADER, "AXE640124")):
        assert strip.number_label(half).text() == number
        _click(strip.copy_button(half))
        assert QApplication.clipboard().text() == number
    window.controller.apply(reducers.choose_pair, "AXE5E4026/AXE6E4026")
    assert strip.facts.whole.split("   ") == ["40 pins", "For inspection"]
    _click(strip.compare_button)
    assert window.controller.state.compared == ("AXE5E4026/AXE6E4026",)


def _every_filter_is_a_chip_or_listed_without_room_and_taken_off(window: MainWindow) -> None:
    assert not window.chip_line.clear_button.isEnabled(), "there is nothing to clear"
    for facet in (Facet.HEIGHT, Facet.PACKAGING):
        _pick(window, facet)
    assert _texts(window) == ["0.8 mm mated height", "4 mm packaging"]
    assert window.chip_line.count.text() == f"{len(window.controller.result.rows)} of 72 pairs"
    _click(window.chip_line.chips.buttons[0])
    assert _texts(window) == ["4 mm packaging"]
    assert window.controller.state.filter.heights_mm == frozenset()
    _click(window.chip_line.clear_button)
    assert _texts(window) == []
    assert not window.chip_line.clear_button.isEnabled()
    assert window.chip_line.count.text() == "72 of 72 pairs"
    for _ in range(9):
        _pick(window, Facet.PINS)
    chips = window.chip_line.chips
    shown = len(_texts(window))
    assert 0 < shown < 9
    assert chips.rest.isVisible()
    assert chips.rest.text() == f"+{9 - shown}"
    assert chips.rest.geometry().right() <= chips.width()
    listed = chips.rest.menu().actions()
    assert len(listed) == 9 - shown
    listed[-1].trigger()
    assert len(window.controller.state.filter.pins) == 8


def _the_bar_keeps_words_where_there_is_room_and_leads_tab_last_to_buttons_without_any(
    window: MainWindow, qtbot: QtBot
) -> None:
    _menus_of_the_bar_keep_their_words_wherever_there_is_room(window)
    bar = window.view_bar
    more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert more is not None
    most_px = bar.maximumWidth()
    bar.setMaximumWidth(bar.views.width() + 140)
    qtbot.waitUntil(more.isVisible)
    assert (more.accessibleName(), more.toolTip()[:6]) == ("More", "More: ")
    been = []
    bar.views.buttons[0].setFocus()
    while bar.isAncestorOf(here := window.focusWidget()):
        been.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    bar.setMaximumWidth(most_px)
    assert len(been) > 2
    assert been[-1] is more


def _menus_of_the_bar_keep_their_words_wherever_there_is_room(window: MainWindow) -> None:
    bar, high = window.view_bar, window.view_bar.height()
    menus = [b for b in bar.findChildren(QToolButton) if b.text() in ("Layers", "Numbers")]
    bar.resize(2000, high)
    with_words = bar.sizeHint().width()
    for width, style in (
        (with_words, Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
        (with_words - 1, Qt.ToolButtonStyle.ToolButtonIconOnly),
    ):
        bar.resize(width, high)
        assert [button.toolButtonStyle() for button in menus] == [style] * 2


def test_each_view_is_shown_by_its_action_and_nothing_beside_the_views_moves(
    window: MainWindow,
) -> None:
    window.controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    # Without words, and with them but no room to spare.
    for width, views in ((640, [View.MATED, View.TAPE]), (760, View)):
        window.resize(width, width * 5 // 8)
        QTest.qWait(5)
        buttons = [b for b in window.view_bar.findChildren(QToolButton) if b.isVisible()]
        places = [button.geometry() for button in buttons]
        for view in views:
            window.named_actions[f"view.{view}"].trigger()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # unpainted
            assert [button.geometry() for button in buttons] == places
            _is_shown(window, view)
    segments = window.view_bar.views.buttons
    assert [button.text() for button in segments] == [view.words.title for view in View]
    for button in segments:
        assert button.width() >= button.sizeHint().width()


def _is_shown(window: MainWindow, view: View) -> None:
    assert window.controller.state.view is view
    assert window.drawing is not None
    assert window.drawing.scene is not None
    texts = [s.text for s in window.drawing.scene.shapes() if isinstance(s, Text)]
    for half, number in ((View.SOCKET, "AXE510127"), (View.HEADER, "AXE610124")):
        other = {View.SOCKET: View.HEADER, View.HEADER: View.SOCKET}[half]
        assert any(number in text for text in texts) == (view is not other)
    checked = [v for v in View if window.named_actions[f"view.{v}"].isChecked()]
    assert checked == [view]
