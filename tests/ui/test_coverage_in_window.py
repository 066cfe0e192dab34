"""docs/coverage.md held to the window: at most two clicks lead from a chosen pair to each place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half, Pair
from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.ui.pages.searched_text import SearchedText
from a4s_gui.ui.panels.design_notes.design_notes_panel import DesignNotesPanel
from a4s_gui.ui.shell.main_window import MainWindow
from tests.catalog.pairs import CATALOG, KNOWLEDGE, inspection, standard
from tests.coverage_rows import ROWS
from tests.ui.conftest import WindowMaker

# Between them they have everything: both heights, both packagings, both product lines.
PAIRS = [standard(40), standard(40, 1.0), standard(40, 0.8, 4), inspection(40)]

PANELS = {"Details": "details", "Design notes": "design-notes"}
IN_PAGES = sorted({p for row in ROWS for p in row.places if p.startswith(("Details", "Design"))})


def entries_of(home: str) -> list[list[str]]:
    """Return the words of one entry of the data; its lines for different pairs are alternatives."""
    file, _, entry = home.partition(": ")
    if file == "a4s.toml":
        return [[CATALOG.sources[entry].table]]
    if file == "ratings.toml":
        lines = [
            line
            for pair in PAIRS
            for group in KNOWLEDGE.ratings.lines(pair)
            for line in group.lines
            if line.id == entry
        ]
        return [[line.name, line.quantity.text] for line in lines]
    if file == "environment.toml":
        return [
            [test.name, test.duration.text, *(c.text for c in test.conditions)]
            for test in KNOWLEDGE.tests
            if test.id == entry
        ]
    if file == "materials.toml":
        return [[part.name, part.material] for part in KNOWLEDGE.materials if part.id == entry]
    groups = {
        "design_notes.toml": KNOWLEDGE.design_notes,
        "features.toml": KNOWLEDGE.features,
        "ordering.toml": KNOWLEDGE.order_rules.notes,
    }
    return [
        [note.text, *(quantity.text for quantity in note.figures)]
        for group in groups.get(file, ())
        for note in group.notes
        if note.id == entry
    ]


def go_to(window: MainWindow, qtbot: QtBot, place: str) -> tuple[SearchedText, int]:
    """Click to a place as a user does; return its page and the number of clicks."""
    panel, _, title = place.partition(" > ")
    name = PANELS[panel]
    clicks = bring_forward(window, name, panel)
    page = page_of(window, name)
    qtbot.waitUntil(lambda: seen(page.jumps))
    spaced = title.replace(" ", "\N{NO-BREAK SPACE}")
    assert f">{spaced}</a>" in page.jumps.text()
    page.jumps.linkActivated.emit(place_in(page, title))
    return page, clicks + 1


def place_in(page: SearchedText, title: str) -> str:
    """Return the address of a part of a page, empty where the page has no such part."""
    return next((part.place for part in page.parts if part.title == title), "")


def page_of(window: MainWindow, name: str) -> SearchedText:
    if name == "details":
        return window.details.page
    panel = window.panels["design-notes"].panel
    assert isinstance(panel, DesignNotesPanel)
    return panel.page


def bring_forward(window: MainWindow, name: str, title: str) -> int:
    """Click a panel's tab unless it is in front; return the number of clicks."""
    if seen(window.docks.dock(name).widget()):
        return 0
    for bar in window.findChildren(QTabBar):
        for tab in range(bar.count()):
            if bar.tabToolTip(tab).startswith(f"{title}: "):
                QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(tab).center())
                return 1
    pytest.fail(f"no tab leads to {title}")


def seen(widget: QWidget) -> bool:
    """Say so for what is on the screen: Qt has the tabs behind others visible, far outside."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return widget.isVisible() and window.rect().intersects(place)


def blocks_of(browser: QTextBrowser, place: str) -> list[QTextBlock]:
    """Return the blocks from one part's heading to the next one's."""
    found: list[QTextBlock] = []
    block = browser.document().begin()
    inside = False
    while block.isValid():
        names = names_in(block)
        if names:
            inside = place in names
        if inside:
            found.append(block)
        block = block.next()
    return found


def names_in(block: QTextBlock) -> list[str]:
    names: list[str] = []
    fragments = block.begin()
    while not fragments.atEnd():
        names += fragments.fragment().charFormat().anchorNames()
        fragments += 1
    return names


def words_in(blocks: list[QTextBlock]) -> str:
    """Return text and tool tips of some blocks."""
    words = []
    for block in blocks:
        words.append(block.text())
        fragments = block.begin()
        while not fragments.atEnd():
            words.append(fragments.fragment().charFormat().toolTip())
            fragments += 1
    return "\n".join(words).replace("\u00a0", " ")


def test_every_place_shows_its_entries_two_clicks_away(make: WindowMaker, qtbot: QtBot) -> None:
    window = make(PAIRS[0].id)
    found: dict[str, list[str]] = {place: [] for place in IN_PAGES}
    for pair in PAIRS:
        window.controller.apply(reducers.choose_pair, pair.id)
        update_view(window, pair)
        for place in IN_PAGES:
            panel, _, title = place.partition(" > ")
            if not place_in(page_of(window, PANELS[panel]), title):
                continue  # nothing is stated of this pair
            window.docks.bring_up("details")  # as a new window has it
            page, clicks = go_to(window, qtbot, place)
            assert clicks <= 2, place
            blocks = blocks_of(page.browser, place_in(page, title))
            heading = page.browser.cursorRect(QTextCursor(blocks[0]))
            assert page.browser.viewport().rect().intersects(heading), place
            found[place].append(words_in(blocks))
    for place, texts in found.items():
        check_entries(place, texts)


def check_entries(place: str, texts: list[str]) -> None:
    """Fail for an entry of which no text of its place tells."""
    entries = [home for row in ROWS if place in row.places for home in row.homes if ": " in home]
    missing = [
        home
        for home in entries
        if not any(
            all(word in text for word in words) for words in entries_of(home) for text in texts
        )
    ]
    # One row may name two places for its entries: each is in one of them at least.
    shared = {h for row in ROWS if place in row.places and len(row.places) > 1 for h in row.homes}
    assert [home for home in missing if home not in shared] == [], place
    assert len(missing) < max(len(entries), 1), place


def update_view(window: MainWindow, pair: Pair) -> None:
    """Lay out at once what the panels would lay out after the next paint."""
    window.details.refresh()
    panel = window.panels["design-notes"].panel
    assert isinstance(panel, DesignNotesPanel)
    panel.refresh()
    assert window.controller.pair == pair


def test_the_other_places_are_in_sight_at_once(make: WindowMaker, qtbot: QtBot) -> None:
    window = make("AXE640124")
    others = {p for row in ROWS for p in row.places} - set(IN_PAGES)
    assert others == {"Drawing", "Pairs table", "Part-number box"}
    assert all(seen(widget) for widget in (window.stage, window.table, window.search))
    assert window.table.pairs_model.rowCount() == len(CATALOG.pairs)
    for half in Half:
        assert window.pair_strip.number_label(half).text()
    window.named_actions[f"view.{View.TAPE}"].trigger()
    assert window.drawing is not None
    qtbot.waitUntil(lambda: window.drawing.scene is not None)  # type: ignore[union-attr]
