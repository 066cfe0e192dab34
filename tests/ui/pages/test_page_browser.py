"""A page that is shown anew: where the keys are then, whatever the page has become."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from a4s_gui.ui.pages.page_browser import PageBrowser

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
