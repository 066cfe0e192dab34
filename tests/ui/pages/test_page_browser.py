"""A page that is shown anew: where the keys are then, whatever the page has become."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.ui.pages.page_browser import PageBrowser

LONG = '<p>words before <a href="a">first</a> and words between <a href="b">last</a> end</p>'


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def browser(window: QWidget, qtbot: QtBot) -> PageBrowser:
    """A browser beside a field that has the keys."""
    field, made = QLineEdit(window), PageBrowser(window)
    made.resize(300, 200)
    with qtbot.waitExposed(window):
        window.show()
    field.setFocus()
    return made


def on_last_link(browser: PageBrowser) -> None:
    browser.setFocus()
    browser.focusNextPrevChild(False)
    assert browser.textCursor().selectedText() == "last"


@pytest.mark.parametrize(
    ("page", "selected"),
    [
        (LONG, "last"),
        (LONG.replace("first", "1"), "last"),
        (f"<p>more words</p>{LONG}", "last"),
        ('<table><tr><td>a</td></tr></table><a href="a">only</a>', "only"),
        ("<p>no link at all, and longer than the page was before it was shown anew</p>", ""),
        ("", ""),
    ],
)
def test_the_keys_go_on_from_the_link_or_from_nowhere(
    browser: PageBrowser, page: str, selected: str
) -> None:
    browser.show_pieces([LONG], "")
    on_last_link(browser)
    browser.show_pieces([page], "")

    assert browser.textCursor().selectedText() == selected


PIECES = [f'<p><a name="part-{part}"></a>{part}</p>' + "<p>text</p>" * 30 for part in range(6)]


def whole(browser: PageBrowser) -> bool:
    return browser.toPlainText().count("text") == 6 * 30


def step(browser: PageBrowser) -> None:
    """Show another page, scrolled down somewhat, the keys elsewhere: no event comes until then."""
    browser.show_pieces(PIECES, "")
    browser.verticalScrollBar().setValue(100)
    browser.show_pieces(PIECES, "", sight_first=True)


def test_what_is_in_sight_comes_first_and_the_rest_at_rest(
    browser: PageBrowser, qtbot: QtBot
) -> None:
    step(browser)
    bar = browser.verticalScrollBar()
    seen_first = browser.viewport().grab().toImage()
    reach = (bar.maximum(), bar.pageStep(), bar.value())
    assert not whole(browser)
    assert bar.value() == 100
    qtbot.waitUntil(lambda: whole(browser))
    assert browser.viewport().grab().toImage() == seen_first
    assert (bar.maximum(), bar.pageStep(), bar.value()) == reach


def test_no_piece_is_written_that_is_out_of_sight(browser: PageBrowser, qtbot: QtBot) -> None:
    browser.show_pieces(PIECES, "")
    written: list[str] = []

    def pieces() -> Iterator[str]:
        for piece in PIECES:
            written.append(piece)
            yield piece

    browser.show_pieces(pieces(), "", sight_first=True)
    assert len(written) == 1
    qtbot.waitUntil(lambda: written == PIECES)


@pytest.mark.parametrize(
    "use",
    [
        lambda browser: browser.verticalScrollBar().setValue(101),
        lambda browser: browser.setFocus(),
        lambda browser: QTest.mousePress(browser.viewport(), Qt.MouseButton.LeftButton),
        lambda browser: browser.scrollToAnchor("part-5"),
        lambda browser: browser.resize(200, 200),
        lambda browser: browser.resize(300, 1_500),
        lambda browser: browser.part_at(None),
    ],
)
def test_whoever_uses_the_page_has_all_of_it(
    browser: PageBrowser, use: Callable[[PageBrowser], object]
) -> None:
    step(browser)
    assert not whole(browser)
    use(browser)
    assert whole(browser)


def test_a_page_that_is_used_or_searched_is_read_at_once(browser: PageBrowser) -> None:
    browser.show_pieces(PIECES, "")
    browser.show_pieces(PIECES, "text", sight_first=True)
    assert whole(browser)
    assert len(browser.extraSelections()) == 6 * 30
    browser.setFocus()
    browser.show_pieces(PIECES, "", sight_first=True)
    assert whole(browser)


def test_a_page_that_follows_a_short_one_is_read_at_once(browser: PageBrowser) -> None:
    browser.show_pieces(["<p>nothing</p>"], "")
    browser.show_pieces(PIECES, "", sight_first=True)
    assert whole(browser)


def test_no_page_is_kept_behind_the_one_that_is_shown(browser: PageBrowser) -> None:
    for number in range(5):
        browser.show_pieces([f"<p>{number}</p>"], "")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert browser.toPlainText() == "4"
    assert len(browser.findChildren(QTextDocument)) == 1
