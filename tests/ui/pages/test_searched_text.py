"""The page that can be searched: words marked, links that jump, nothing that a key cannot do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from a4s_gui.ui.pages.searched_text import Part, SearchedText

_HTML = "".join(
    f'<p><a name="part-{part}"></a><b>Part {part}</b></p>' + "<p>solder</p>" * 30
    for part in range(4)
)
_PARTS = [Part(f"part-{part}", f"Part {part}") for part in range(4)]


@pytest.fixture
def page(qtbot: QtBot) -> SearchedText:
    made = SearchedText("rules")
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    made.show_page([_HTML], _PARTS)
    return made


def test_a_link_brings_its_part_to_the_top(page: SearchedText) -> None:
    assert "Part\xa03" in page.jumps.text()
    page.jumps.linkActivated.emit("part-3")
    top = page.browser.cursorForPosition(page.browser.viewport().rect().topLeft())
    assert page.browser.document().find("Part 3").position() >= top.position()
    assert page.browser.document().find("Part 2").position() < top.position()


def test_links_are_taken_by_key(page: SearchedText) -> None:
    page.jumps.setFocus()
    QTest.keyClick(page.jumps, Qt.Key.Key_Tab)
    QTest.keyClick(page.jumps, Qt.Key.Key_Return)
    assert page.browser.verticalScrollBar().value() > 0


def test_words_are_asked_for_at_every_key_and_esc_clears(page: SearchedText, qtbot: QtBot) -> None:
    asked: list[str] = []
    page.searched.connect(lambda: asked.append(page.words))
    QTest.keyClicks(page.search, " so")
    assert asked == ["", "s", "so"]
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.words == ""
    assert asked[-1] == ""


def test_found_words_are_marked_in_any_case(page: SearchedText) -> None:
    QTest.keyClicks(page.search, "PART 2")
    page.show_page([_HTML], _PARTS, "found")
    marked = [mark.cursor.selectedText() for mark in page.browser.extraSelections()]
    assert marked == ["Part"] * 4 + ["2"]
    assert page.found.isVisible()
    page.search.clear()
    page.show_page([_HTML], _PARTS, "found")
    assert page.browser.extraSelections() == []
    assert not page.found.isVisible()


def test_another_page_stays_at_its_place_and_a_search_begins_at_the_top(page: SearchedText) -> None:
    bar = page.browser.verticalScrollBar()
    bar.setValue(200)
    page.show_page([_HTML], _PARTS)
    assert bar.value() == 200
    QTest.keyClicks(page.search, "solder")
    page.show_page([_HTML], _PARTS)
    assert bar.value() == 0


def test_a_pasted_file_is_cut_short(page: SearchedText) -> None:
    page.search.insert("x" * 100_000)
    assert len(page.words) == 200
