"""Typing into the search line, as a user does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from a4s_gui.catalog.query import Facet
from a4s_gui.ui.main_window import MainWindow


def _type(window: MainWindow, text: str) -> None:
    window.search.setFocus()
    window.search.selectAll()
    QTest.keyClicks(window.search, text)


def _popup(window: MainWindow) -> QAbstractItemView:
    popup = window.search.completer().popup()
    assert popup is not None
    return popup


def _count(window: MainWindow) -> str:
    return window.status_line.count.text()


def test_every_key_narrows(window: MainWindow) -> None:
    counts = []
    for key in "axe 540127d":
        QTest.keyClicks(window.search, key)
        counts.append(int(_count(window).split(maxsplit=1)[0]))
    assert counts[0] == 72
    assert counts[-1] == 1
    assert counts == sorted(counts, reverse=True)
    assert window.table.pairs_model.pairs[0].id == "AXE540127D/AXE640124D"


def test_one_pair_left_is_drawn_at_once(window: MainWindow) -> None:
    _type(window, "AXE6E1026")
    assert window.windowTitle().startswith("AXE5E1026 + AXE6E1026")


def test_nothing_found_says_which_field_is_wrong_and_a_link_leads_on(window: MainWindow) -> None:
    drawn = window.windowTitle()
    _type(window, "AXE640134")
    assert _count(window) == "0 of 72 pairs"
    assert window.windowTitle() == drawn
    assert window.advice.isVisible()
    assert "function: “3” is not possible here" in window.advice.label.text()
    assert "AXE640124</a>" in window.advice.label.text()
    window.advice.label.linkActivated.emit("0")
    assert window.search.text() == "AXE640124"
    assert _count(window) == "2 of 72 pairs"
    assert not window.advice.isVisible()


def test_filters_in_the_way_are_cleared_by_a_link(window: MainWindow) -> None:
    QTest.mouseClick(window.filters.group(Facet.PINS).buttons[0], Qt.MouseButton.LeftButton)
    _type(window, "AXE640124")
    assert _count(window) == "0 of 72 pairs"
    assert "but not with 10 pins" in window.advice.label.text()
    window.advice.label.linkActivated.emit("0")
    assert _count(window) == "2 of 72 pairs"
    assert window.search.text() == "AXE640124"


def test_the_search_is_cleared_by_a_link(window: MainWindow) -> None:
    _type(window, "hello")
    last = len(window.advice.advice.links) - 1
    window.advice.label.linkActivated.emit(str(last))
    assert window.search.text() == ""
    assert _count(window) == "72 of 72 pairs"


def test_a_former_number_says_so(window: MainWindow) -> None:
    _type(window, "AXE534124")
    assert _count(window) == "2 of 72 pairs"
    assert "now AXE534127" in window.advice.label.text()


def test_markup_is_shown_as_it_is_typed(window: MainWindow) -> None:
    _type(window, "<b>x</b>")
    assert "&lt;b&gt;" in window.advice.label.text()


def test_part_numbers_are_completed(window: MainWindow) -> None:
    _type(window, "e80")
    completer = window.search.completer()
    popup = _popup(window)
    assert popup.isVisible()
    model = completer.completionModel()
    shown = [model.index(i, 0).data() for i in range(model.rowCount())]
    assert shown == ["AXE5E8026", "AXE6E8026"]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert window.search.text() == "AXE5E8026"
    assert _count(window) == "1 of 72 pairs"
    popup.hide()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape])
def test_escape_clears(window: MainWindow, key: Qt.Key) -> None:
    _type(window, "zzz")
    QTest.keyClick(window.search, key)
    assert window.search.text() == ""
    assert _count(window) == "72 of 72 pairs"


def test_down_goes_on_in_the_table(window: MainWindow, qapp: QApplication) -> None:
    _type(window, "zzz")
    _type(window, "127D")
    _popup(window).hide()
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    assert window.focusWidget() is window.table
    assert window.windowTitle().startswith("AXE510127D + AXE610124D")
    QTest.keyClick(window.table, Qt.Key.Key_Down)
    assert window.windowTitle().startswith("AXE512127D + AXE612124D")


def test_return_takes_the_first_pair_unless_the_chosen_one_is_found(window: MainWindow) -> None:
    _type(window, "AXE5**127D")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("AXE510127D + AXE610124D")
    _type(window, "AXE5**127")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("AXE510127 + AXE610124 ")
    assert window.focusWidget() is window.table


def test_a_pasted_file_is_cut(window: MainWindow) -> None:
    window.search.setFocus()
    QApplication.clipboard().setText("AXE540127\n" * 100_000)
    window.search.paste()
    assert len(window.search.text()) == 200


def test_ctrl_f_goes_to_the_search(window: MainWindow) -> None:
    window.table.setFocus()
    window.search.setText("AXE")
    window.named_actions["search"].trigger()
    assert window.focusWidget() is window.search
    assert window.search.selectedText() == "AXE"
    assert window.named_actions["search"].shortcut().toString() == "Ctrl+F"


def test_reset_empties_the_line(window: MainWindow) -> None:
    _type(window, "AXE5")
    QTest.mouseClick(window.filters.reset_button, Qt.MouseButton.LeftButton)
    assert window.search.text() == ""
    assert _count(window) == "72 of 72 pairs"
