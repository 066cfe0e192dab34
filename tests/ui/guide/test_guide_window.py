"""The window of the guide: searched, gone through, sized, closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.session import settings_table as table
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.core.theme import Theme
from a4s_gui.ui.guide.guide_pages import Place, read_pages, slug_of
from a4s_gui.ui.guide.guide_window import GuideWindow
from tests.every import for_each
from tests.ui.conftest import WindowMaker
from tests.ui.contrast import contrast

_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settings(own_settings: Path) -> Settings:
    return Settings(own_settings)


@pytest.fixture
def guide(settings: Settings, qtbot: QtBot) -> GuideWindow:
    made = GuideWindow(settings)
    qtbot.addWidget(made)
    made.open_at(Place("choose"))
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _marked(guide: GuideWindow) -> list[str]:
    return [mark.cursor.selectedText().lower() for mark in guide.browser.extraSelections()]


def test_typed_words_are_found_and_return_or_the_arrow_keys_go_to_a_section(
    guide: GuideWindow,
) -> None:
    contents = guide.contents.count()
    QTest.keyClick(guide.browser, Qt.Key.Key_F, _CTRL)
    assert guide.search.hasFocus()
    QTest.keyClicks(guide.search, "turbine")
    assert guide.found.text() == "Nothing has all of these words"
    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.place == Place("choose")

    guide.search.clear()
    QTest.keyClicks(guide.search, "mask web")
    listed = [guide.contents.item(row).text() for row in range(guide.contents.count())]
    assert any("Rules" in text for text in listed)
    assert guide.found.text() == f"{len(listed)} sections"
    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.place == Place("kicad")
    assert set(_marked(guide)) == {"mask", "web"}

    guide.search.setFocus()
    guide.search.setText("mask-web")
    QTest.keyClick(guide.search, Qt.Key.Key_Down)
    assert guide.contents.hasFocus()
    QTest.keyClick(guide.contents, Qt.Key.Key_Return)
    assert guide.place == Place("boards", "rules")
    first = guide.browser.textCursor()
    assert guide.browser.viewport().rect().contains(guide.browser.cursorRect(first).center())
    assert first.block().text() == "mask-web"

    guide.search.setFocus()
    QTest.keyClick(guide.search, Qt.Key.Key_Escape)
    assert guide.isVisible(), "the search alone is ended"
    assert guide.contents.count() == contents
    QTest.keyClick(guide.search, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_links_lead_on_or_into_the_browser_and_back_and_forward_return_to_where_one_was(
    guide: GuideWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    guide.go(Place("window"))
    guide.browser.anchorClicked.emit(QUrl("https://example.org/a"))
    assert opened == ["https://example.org/a"], "what was clicked, and that alone"
    assert guide.place == Place("window")
    guide.browser.anchorClicked.emit(QUrl("#pad-map"))
    assert guide.place == Place("window", "pad-map")
    bar = guide.browser.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    where = bar.value()
    guide.browser.anchorClicked.emit(QUrl("check.md"))
    assert guide.place == Place("check")

    QTest.keyClick(guide.browser, Qt.Key.Key_Left, _ALT)
    assert guide.place == Place("window", "pad-map")
    assert bar.value() == where
    QTest.keyClick(guide.browser, Qt.Key.Key_Left, _ALT)
    QTest.keyClick(guide.browser, Qt.Key.Key_Left, _ALT)
    assert guide.place == Place("choose")
    assert not guide.back_button.isEnabled()
    for _ in range(3):
        QTest.keyClick(guide.browser, Qt.Key.Key_Right, _ALT)
    assert guide.place == Place("check")
    assert not guide.forward_button.isEnabled()


@for_each("place", [s.place for p in read_pages().values() for s in p.sections])
def test_a_heading_is_brought_to_the_top_or_as_far_as_the_page_goes(
    guide: GuideWindow, place: Place
) -> None:
    guide.go(place)
    bar = guide.browser.verticalScrollBar()
    heading = guide.browser.textCursor()
    assert slug_of(heading.block().text()) == place.slug or not place.slug
    top = guide.browser.cursorRect(heading).top()
    assert 0 <= top < 30 or bar.value() == bar.maximum()


def test_nothing_but_the_guides_own_pictures_is_loaded_as_wide_as_fits(guide: GuideWindow) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert guide.browser.loadResource(kind, QUrl("https://example.org/a.png")) is None
    assert guide.browser.loadResource(kind, QUrl("images/none.png")) is None
    assert guide.browser.loadResource(kind, QUrl("images/choose.png")) is not None

    for width in (600, 900):
        guide.resize(width, 600)
        QTest.qWait(0)
        assert guide.browser.horizontalScrollBar().maximum() == 0


def test_the_text_is_sized_and_the_size_is_remembered(
    guide: GuideWindow, settings: Settings, qtbot: QtBot
) -> None:
    before = guide.browser.font().pointSizeF()
    QTest.keyClick(guide.browser, Qt.Key.Key_Plus, _CTRL)
    guide.larger_button.click()
    assert guide.browser.font().pointSizeF() == before + 2
    again = GuideWindow(settings)
    qtbot.addWidget(again)
    assert again.browser.font().pointSizeF() == before + 2
    for _ in range(30):
        QTest.keyClick(guide.browser, Qt.Key.Key_Minus, _CTRL)
    assert guide.browser.font().pointSizeF() == before + (table.GUIDE_ZOOM.least or 0)
    QTest.keyClick(guide.browser, Qt.Key.Key_0, _CTRL)
    assert guide.browser.font().pointSizeF() == before


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, "light")
    yield made
    made.set_mode("light")


def test_in_the_dark_the_page_is_drawn_anew_where_it_was(guide: GuideWindow, theme: Theme) -> None:
    guide.go(Place("commands", "settings"))
    scrolled = guide.browser.verticalScrollBar().value()
    theme.set_mode("dark")
    QApplication.processEvents()
    assert guide.browser.verticalScrollBar().value() == scrolled
    palette = guide.browser.palette()
    block = guide.browser.document().begin()
    grounds = set()
    while block.isValid():
        if block.blockFormat().background().style() is not Qt.BrushStyle.NoBrush:
            grounds.add(block.blockFormat().background().color().name())
        block = block.next()
    assert len(grounds) == 1
    assert contrast(palette.text().color(), QColor(grounds.pop())) > 4.5


def test_three_lines_at_the_first_start_go_away_for_good_and_the_guide_closes_with_the_window(
    make: WindowMaker, own_settings: Path
) -> None:
    first = make(settings=Settings(own_settings))
    assert first.dialogs.guide is None, "it is loaded when it is asked for"
    assert first.hint.isVisible()
    assert len(first.hint.label.text().splitlines()) == 3
    first.named_actions["guide"].trigger()
    guide = first.dialogs.guide
    assert guide is not None
    assert guide.isVisible()
    first.close()
    assert first.dialogs.guide is None
    assert Settings(own_settings).get(table.HINT), "it was not closed: it is there again"

    first.show()
    QTest.mouseClick(first.hint.close_button, Qt.MouseButton.LeftButton)
    assert first.hint.isHidden()
    first.close()
    assert not Settings(own_settings).get(table.HINT)
