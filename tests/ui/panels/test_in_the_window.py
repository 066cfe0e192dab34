"""Panels in the window, which they share: seen or not, in its widths, closed with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.query import Facet
from a4s_gui.report.order_rows import OrderColumn
from a4s_gui.session import reducers
from a4s_gui.ui.pages.page_browser import PageBrowser
from a4s_gui.ui.panels.ordering.ordering_panel import OrderingPanel
from a4s_gui.ui.shell.main_window import MainWindow
from tests.every import for_each

_FIRST, _OTHER = "AXE540127/AXE640124", "AXE544127/AXE644124"
_SHOWN: dict[str, tuple[Callable[[Any], str], str, str]] = {
    "details": (lambda panel: str(panel.browser.toPlainText()), "10.50", "11.30"),
    "design-notes": (
        lambda panel: str(panel.page.browser.toPlainText()),
        "AXE540127",
        "AXE544127",
    ),
    "alternatives": (
        lambda panel: " ".join(row.chosen.id for row in panel.alternatives.rows[:1]),
        "AXE540127",
        "AXE544127",
    ),
    "ordering": (
        lambda panel: " ".join(row.order.pair.id for row in panel.orders.rows[:1]),
        "AXE540127",
        "AXE544127",
    ),
}
"""Of a panel what it shows, and what stands there for the first pair and for the other one."""


@for_each("name", _SHOWN)
def test_a_panel_does_nothing_while_nobody_sees_it(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    shown, before, after = _SHOWN[name]
    controller, panel = window.controller, window.panels[name].panel
    controller.apply(reducers.ask, sockets="12000")
    controller.apply(reducers.choose_pair, _FIRST)
    window.docks.bring_up(name)
    qtbot.waitUntil(lambda: before in shown(panel))
    window.docks.bring_up("details" if name != "details" else "design-notes")
    qtbot.waitUntil(lambda: not panel.isEnabled() or panel.visibleRegion().isEmpty())
    controller.apply(reducers.choose_pair, _OTHER)
    QApplication.processEvents()
    assert after not in shown(panel)
    window.docks.bring_up(name)
    qtbot.waitUntil(lambda: after in shown(panel))


@for_each("name, says", [("details", "Tape and reel"), ("design-notes", "Board design")])
def test_no_page_is_cut_off_at_its_first_width(
    window: MainWindow, qtbot: QtBot, name: str, says: str
) -> None:
    window.docks.bring_up(name)
    browser = next(iter(window.panels[name].panel.findChildren(PageBrowser)))
    qtbot.waitUntil(lambda: says in browser.toPlainText())
    # The text makes room for the upright bar only after that has come.
    qtbot.waitUntil(lambda: browser.horizontalScrollBar().maximum() == 0)


def test_no_heading_of_what_to_order_is_cut_however_often_the_columns_are_fitted(
    window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    dock, panel = window.docks.dock("ordering"), window.panels["ordering"].panel_as(OrderingPanel)
    sockets = panel.pieces.lines[Half.SOCKET]
    qtbot.waitUntil(lambda: window.focusWidget() is sockets)
    window.resizeDocks([dock], [560], Qt.Orientation.Horizontal)
    window.controller.apply(reducers.ask, sockets="12000", headers="12500")
    table, heads = panel.table, panel.table.horizontalHeader()
    qtbot.waitUntil(lambda: bool(table.hidden_columns))
    for _ in range(3):
        table.fit()
        shown = [one for one in OrderColumn if one not in table.hidden_columns]
        assert table.hidden_columns
        assert all(table.columnWidth(one) >= heads.sectionSizeHint(one) for one in shown)


def test_the_window_says_why_a_value_is_greyed_and_which_limits_leave_nothing(
    window: MainWindow,
) -> None:
    panel = window.filters
    products = panel.group(Facet.PRODUCT).buttons
    inspection = next(b for b in products if b.value.value == Product.INSPECTION)
    QTest.mouseClick(inspection, Qt.MouseButton.LeftButton)
    greyed = next(b for b in panel.group(Facet.HEIGHT).buttons if b.value.value == 0.8)
    assert not greyed.isEnabled()
    group = panel.group(Facet.HEIGHT)
    # A click on a widget that is disabled goes to its parent.
    QTest.mouseClick(group, Qt.MouseButton.LeftButton, pos=greyed.geometry().center())
    assert window.status_line.message.whole == greyed.value.reason
    assert "0.8 mm mated height" in greyed.value.reason
    window.controller.apply(reducers.reset)

    length = panel.fit.fields[Limit.LENGTH].field
    QTest.keyClicks(length, "3")
    QTest.keyClick(length, Qt.Key.Key_Return)
    assert "No pair has body at most 3 mm long" in window.pairs.advice.label.text()
    window.pairs.advice.label.linkActivated.emit("0")
    assert window.chip_line.count.text() == "72 of 72 pairs"
    assert length.text() == ""
