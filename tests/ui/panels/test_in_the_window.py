"""Panels in the window, which they share: seen or not, in its widths, closed with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.query import Facet
from a4s_gui.drawing.scene import Text
from a4s_gui.drawing.screen.strip import strip_scene
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.report.order_rows import OrderColumn
from a4s_gui.session import reducers
from a4s_gui.session.shown_board import FoundPad, ShownBoard
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.pages.page_browser import PageBrowser
from a4s_gui.ui.panels.boards.boards_panel import BoardsPanel
from a4s_gui.ui.panels.compare.compare_panel import ComparePanel
from a4s_gui.ui.panels.ordering.ordering_panel import OrderingPanel
from a4s_gui.ui.shell.main_window import MainWindow
from tests.ui.conftest import WindowMaker
from tests.ui.contrast import contrast
from tests.ui.file_dialogs import choose_file
from tests.ui.panels.board_files import check_files, drop_files

FOUND, DEVIATING = "found pads", "deviating"
pytestmark = pytest.mark.usefixtures("busy_hand")

_PAIR, _OTHER = "AXE540127/AXE640124", "AXE544127/AXE644124"
_LOOKS = 40  # of one height in turn: settled
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
"""Of a panel what it shows, and what stands there for the window's pair and for the other one."""


def test_no_page_is_cut_off_at_its_first_width_and_a_panel_does_nothing_while_nobody_sees_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    controller = window.controller
    controller.apply(reducers.ask, sockets="12000")
    panels = {name: window.panels[name].panel for name in _SHOWN}

    def shows(name: str, place: int) -> bool:
        shown, *pair = _SHOWN[name]
        return pair[place] in shown(panels[name])

    def bring_up(name: str, place: int) -> None:
        window.docks.bring_up(name)
        qtbot.waitUntil(lambda: shows(name, place))

    def is_unseen(panel: QWidget) -> bool:
        return not panel.isEnabled() or panel.visibleRegion().isEmpty()

    for name in _SHOWN:
        bring_up(name, 0)
    for name, says in (("details", "Tape and reel"), ("design-notes", "Board design")):
        window.docks.bring_up(name)
        (browser,) = panels[name].findChildren(PageBrowser)
        qtbot.waitUntil(partial(_is_whole, browser, says))
    window.docks.bring_up("boards")
    qtbot.waitUntil(lambda: all(map(is_unseen, panels.values())))
    controller.apply(reducers.choose_pair, _OTHER)
    QApplication.processEvents()
    assert not [name for name in _SHOWN if shows(name, 1)]
    for name in _SHOWN:
        bring_up(name, 1)


def _is_whole(browser: PageBrowser, says: str) -> bool:
    # The text makes room for the upright bar only after that has come.
    return says in browser.toPlainText() and browser.horizontalScrollBar().maximum() == 0


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


def test_the_chosen_pair_and_its_figures_are_shown_copied_and_searched_by_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    for half, number in ((Half.SOCKET, "AXE540127"), (Half.HEADER, "AXE640124")):
        assert window.pair_strip.number_label(half).text() == number
        QTest.mouseClick(window.pair_strip.copy_button(half), Qt.MouseButton.LeftButton)
        assert QApplication.clipboard().text() == number
        assert window.status_line.message.whole == f"{number} copied"
    window.docks.bring_up("details")
    browser = window.details.browser
    qtbot.waitUntil(lambda: "Tape and reel" in window.details.browser.toPlainText())
    for text in ("A, overall", "10.50", "9.80", "0.23 × 0.65", "48 N", "5,000", "24.0 mm"):
        assert text in window.details.browser.toPlainText()
    browser.setFocus()
    QTest.keyClick(browser, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(browser, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "10.50" in QApplication.clipboard().text()
    QTest.mouseClick(window.details.page.copy_button, Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    assert text.startswith("AXE540127 + AXE640124, land pattern “Boards in the field”\n")
    assert "Source: " in text

    details = window.details
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_F, keys)
    assert window.focusWidget() is details.page.search
    QTest.keyClicks(details.page.search, "palladium")
    qtbot.waitUntil(lambda: details.page.found.text() == "1 figure or note found")
    assert "Soldering terminals, socket" in details.browser.toPlainText()
    assert "Mating cycles" not in details.browser.toPlainText()
    (mark,) = details.browser.extraSelections()
    assert mark.cursor.selectedText() == "palladium"
    QTest.mouseClick(details.page.copy_button, Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    assert "palladium" in text
    assert "Mating cycles" not in text
    assert window.status_line.message.whole.startswith("1 figure or note copied")
    QTest.keyClick(details.page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Mating cycles" in details.browser.toPlainText())


def test_a_damaged_file_is_told_in_place(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = Knowledge(window.controller.catalog, tmp_path)
    (tmp_path / "ratings.toml").write_text("[", encoding="utf-8")
    monkeypatch.setattr(window.controller, "_knowledge", broken)
    window.docks.bring_up("details")
    window.table.step(-5)  # a row whose page was not made ready while the file was whole
    qtbot.waitUntil(lambda: "ratings.toml" in window.details.browser.toPlainText())
    pair = window.controller.pair
    assert pair is not None
    assert window.pair_strip.number_label(Half.SOCKET).text() == pair.socket.part_number
    QTest.mouseClick(window.details.page.copy_button, Qt.MouseButton.LeftButton)


def test_the_legend_names_what_is_laid_over_the_drawing_and_none_of_it_looks_like_a_pad(
    window: MainWindow,
) -> None:
    controller, view = window.controller, window.drawing
    assert view is not None
    assert controller.pair is not None
    place = Rectangle(0.0, 0.0, 0.2, 0.7)

    def legend() -> set[str]:
        assert view.scene is not None
        strip = strip_scene(view.scene, view.viewport)
        words = strip.items if strip else ()
        return {item.text for item in words if isinstance(item, Text)} & {FOUND, DEVIATING}

    def show(*pads: FoundPad) -> None:
        assert controller.pair is not None
        controller.apply(reducers.show_board, ShownBoard(controller.pair.pins, pads))

    assert legend() == set()
    show(FoundPad(Half.SOCKET, place))
    assert legend() == {FOUND}
    show(FoundPad(Half.SOCKET, place), FoundPad(Half.HEADER, place, deviates=True))
    assert legend() == {FOUND, DEVIATING}
    for view_of, words in ((View.SOCKET, {FOUND}), (View.HEADER, {DEVIATING}), (View.TAPE, set())):
        controller.apply(reducers.set_view, view_of)
        assert legend() == words, view_of
    controller.apply(reducers.show_board, None)
    assert legend() == set()

    for mode in ("light", "dark"):
        window.theme.set_mode(mode)
        palette = window.theme.drawing_palette
        found = {palette.inks[role] for role in (ColorRole.FOUND, ColorRole.DEVIATING)}
        pads = {palette.inks[role] for role in (ColorRole.PIN_1, ColorRole.HEADER_PIN_1)}
        assert not found & pads, mode
        for ink in found:
            assert contrast(QColor(ink), QColor(palette.background)) >= 4.5, mode


def test_in_a_low_window_no_word_of_the_verdict_is_cut(
    window: MainWindow, qtbot: QtBot, boards: tuple[Path, Path]
) -> None:
    window.resize(1008, 660)
    window.docks.bring_up("boards")
    panel = window.panels["boards"].panel_as(BoardsPanel)
    check_files(panel, qtbot, *boards)
    QTest.qWait(50)
    mating, table = panel.found.mating, panel.found.table
    for label in (mating.diagnosis, mating.more):
        assert label.height() >= label.heightForWidth(label.width())
    assert mating.table.height() >= mating.table.height_px_of(3)
    for one in (mating.table, table):
        assert one.horizontalScrollBar().maximum() == 0
    assert "off by contacts 60.0 um" in panel.found.findings.summary.text()
    assert not table.isColumnHidden(2)
    assert table.height() < table.height_px_of(4)  # no more than its two rows take
    panel.found.tabs.setCurrentWidget(panel.found.findings)
    QTest.qWait(50)
    assert panel.found.findings.table.horizontalScrollBar().maximum() == 0
    panel.save_button.menu().actions()[1].trigger()
    choose_file(window, boards[0].with_name("findings.csv"))
    assert window.status_line.message.whole == f"Saved findings.csv in {boards[0].parent}"
    assert window.status_line.open_folder.isVisible()
    panel.clear_button.click()
    QTest.qWait(50)
    empty = panel.found.empty
    assert empty.height() >= empty.heightForWidth(empty.width())


def test_outlines_take_the_height_that_they_need_and_the_next_window_has_all_again(
    window: MainWindow, make: WindowMaker, qtbot: QtBot, boards: tuple[Path, Path]
) -> None:
    window.resize(1280, 720)
    _compare_by_ctrl_k(window, qtbot)
    compared = ["AXE510127/AXE610124", "AXE540127/AXE640224", "AXE580127/AXE680124"]
    window.controller.apply(reducers.compare_pairs, compared)
    window.docks.bring_up("compare")
    panel = window.panels["compare"].panel_as(ComparePanel)
    figures, outlines = panel.shown.buttons
    qtbot.waitUntil(panel.shown.isVisible)
    before = _settled_height(panel, qtbot)
    QTest.mouseClick(outlines, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.picture.scene is not None and panel.picture.scene.scale > 7)
    QTest.mouseClick(figures, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.height() == before)
    assert before < panel.window().height() // 2

    QTest.mouseClick(outlines, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.height() > before)
    checked = window.panels["boards"].panel_as(BoardsPanel)
    drop_files(checked, *boards)
    assert checked.files.whole.startswith("Reading ")
    window.close()  # while boards are read
    second = make(settings=Settings(window._settings.path))
    assert [pair.id for pair in second.controller.compared] == compared
    second.docks.bring_up("compare")
    again = second.panels["compare"].panel_as(ComparePanel)
    qtbot.waitUntil(again.isVisible)
    assert _settled_height(again, qtbot) == before, "it was closed with outlines"


def _compare_by_ctrl_k(window: MainWindow, qtbot: QtBot) -> None:
    """Compare the chosen pair, then all selected rows, and in the end none."""
    window.activateWindow()
    window.controller.apply(reducers.choose_pair, _PAIR)
    window.table.setFocus()
    controller = window.controller
    with qtbot.waitSignal(controller.message) as said:
        window.named_actions["compare-pair"].trigger()
    assert [pair.id for pair in controller.compared] == [_PAIR]
    assert said.args[0].startswith(_PAIR)
    model = window.table.pairs_model
    window.table.step(1)
    window.named_actions["compare-pair"].trigger()
    assert len(controller.compared) == 2
    assert window.table.hasFocus(), "the table stays, to choose the next one"
    controller.apply(reducers.drop_compared, controller.compared[1].id)
    controller.apply(reducers.choose_pair, _PAIR)
    flags = QItemSelectionModel.SelectionFlag
    for row in range(3):
        window.table.selectionModel().select(model.index(row, 0), flags.Select | flags.Rows)
    window.named_actions["compare-pair"].trigger()
    shown = [pair.id for pair in controller.compared]
    assert shown == [_PAIR, *(pair.id for pair in model.rows[:3])]
    panel = window.panels["compare"].panel
    assert isinstance(panel, ComparePanel)
    qtbot.waitUntil(lambda: panel.table.rows.columnCount() == 4)
    for pair_id in shown:
        controller.apply(reducers.drop_compared, pair_id)


def _settled_height(panel: ComparePanel, qtbot: QtBot) -> int:
    """Return the height once the window has put its panels down.

    It does so in several steps: as many looks, with Qt's events done between them, tell that
    they are over however slow the machine is; a pause by the clock does not.
    """
    heights = [-1]

    def is_settled() -> bool:
        heights.append(panel.height())
        return heights[-_LOOKS:] == [heights[-1]] * _LOOKS

    qtbot.waitUntil(is_settled)
    return heights[-1]
