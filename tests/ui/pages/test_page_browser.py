"""A page that is shown anew: where the keys are then, whatever the page has become."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from a4s_gui.ui.pages.page_browser import MOST_PAGES, PageBrowser

LONG = '<p>words before <a href="a">first</a> and words between <a href="b">last</a> end</p>'


@pytest.fixture
def browser(qtbot: QtBot) -> PageBrowser:
    made = PageBrowser()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
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
    browser.show_html(LONG, "")
    on_last_link(browser)
    browser.show_html(page, "")

    assert browser.textCursor().selectedText() == selected


def test_a_page_that_is_ready_is_not_read_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = PageBrowser()
    qtbot.addWidget(browser)
    browser.make_ready("<p>second</p>")
    browser.show_html("<p>first</p>", "")
    read: list[str] = []
    monkeypatch.setattr(QTextDocument, "setHtml", lambda _self, html: read.append(html))
    browser.show_html("<p>second</p>", "")
    assert browser.toPlainText() == "second"
    browser.show_html("<p>first</p>", "")
    assert browser.toPlainText() == "first"
    assert not read


def test_only_so_many_pages_are_kept(qtbot: QtBot) -> None:
    browser = PageBrowser()
    qtbot.addWidget(browser)
    for number in range(3 * MOST_PAGES):
        browser.show_html(f"<p>{number}</p>", "")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert browser.toPlainText() == str(3 * MOST_PAGES - 1)
    assert len(browser.findChildren(QTextDocument)) <= MOST_PAGES + 1
