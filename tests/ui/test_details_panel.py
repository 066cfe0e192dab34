"""The details of the chosen pair on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.ui.main_window import MainWindow


def _shown(window: MainWindow) -> str:
    return window.details.browser.toPlainText()


def _tip(window: MainWindow, text: str) -> str:
    found = window.details.browser.document().find(text)
    assert not found.isNull()
    return found.charFormat().toolTip()


def test_the_chosen_pair_and_its_figures_are_shown(window: MainWindow, qtbot: QtBot) -> None:
    assert window.details.number_label(Half.SOCKET).text() == "AXE540127"
    assert window.details.number_label(Half.HEADER).text() == "AXE640124"
    qtbot.waitUntil(lambda: "A, overall" in _shown(window))
    for text in ("10.50", "9.80", "0.23 × 0.65", "48 N", "5,000", "24.0 mm"):
        assert text in _shown(window)


def test_sources_stand_beneath_and_in_full_as_tips(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Ratings" in _shown(window))
    assert "Source: Panasonic A4S datasheet, 2016" in _shown(window)
    assert "GPD_Pocket-mods (fenrir-naru)" in _shown(window)
    assert "Panasonic A4S datasheet, 2016: Specifications, characteristics" in _shown(window)
    assert "Gerber paste layers" not in _shown(window), "how boards were read is told in the tips"
    tips = {text: _tip(window, text) for text in ("60 V", "Voltage", "0.77", "2.25")}
    assert "Specifications, characteristics" in tips["60 V"]
    assert "Specifications, characteristics" in tips["Voltage"]
    assert "Two public hardware projects" in tips["0.77"]
    assert "Gerber paste layers" in tips["2.25"]


def test_another_choice_shows_other_figures_at_the_same_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "10.50" in _shown(window))
    bar = window.details.browser.verticalScrollBar()
    bar.setValue(60)
    window.table.step(1)
    qtbot.waitUntil(lambda: "11.30" in _shown(window))
    assert bar.value() == 60
    assert window.details.number_label(Half.SOCKET).text() == "AXE544127"


def test_part_numbers_are_copied_by_their_buttons(window: MainWindow) -> None:
    for half, number in ((Half.SOCKET, "AXE540127"), (Half.HEADER, "AXE640124")):
        QTest.mouseClick(window.details.copy_button(half), Qt.MouseButton.LeftButton)
        assert QApplication.clipboard().text() == number
        assert window.status_line.message.whole == f"{number} copied"


def test_all_figures_are_copied_with_their_sources(window: MainWindow) -> None:
    QTest.mouseClick(window.details.copy_all_button, Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    assert text.startswith("AXE540127 + AXE640124, land pattern “Boards in the field”\n")
    assert "Source: " in text


def test_the_text_can_be_selected_and_copied(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "10.50" in _shown(window))
    browser = window.details.browser
    browser.setFocus()
    QTest.keyClick(browser, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(browser, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "10.50" in QApplication.clipboard().text()


def test_nothing_is_cut_off_at_the_first_width(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Tape and reel" in _shown(window))
    assert window.details.browser.horizontalScrollBar().maximum() == 0
