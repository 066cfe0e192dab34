"""The details of the chosen pair on the screen: the panel alone, and in its window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.session import reducers
from a4s_gui.session.settings_table import EXPLAINED
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.details.details_panel import DetailsPanel
from tests.every import for_each
from tests.ui.kept import begin_again
from tests.ui.panels.conftest import Keeper, take_up

_PAIR, _NEXT = "AXE540127/AXE640124", "AXE544127/AXE644124"
AT_FIRST = State(pair_id=_PAIR)


@pytest.fixture(scope="module")
def controller(catalog: Catalog, qapp: QApplication) -> Controller:
    return Controller(catalog, AT_FIRST)


@pytest.fixture(scope="module")
def kept(controller: Controller, kept_settings: Settings, keep: Keeper) -> DetailsPanel:
    made = DetailsPanel(controller, kept_settings)
    made.resize(made.sizeHint().width(), 500)
    keep(made)
    return made


@pytest.fixture
def details(kept: DetailsPanel, controller: Controller, qtbot: QtBot) -> DetailsPanel:
    """Return the panel, shared with the other tests, with the whole page of a pair of 40 pins."""
    take_up(kept)
    kept.page.search.clear()
    kept._unfolded.clear()
    kept.explain_button.setChecked(EXPLAINED.default)
    kept.resize(kept.sizeHint().width(), 500)
    begin_again(controller, AT_FIRST)
    QApplication.processEvents()
    kept.browser.go_to_top()
    _wait_for_all(kept, qtbot)
    return kept


def _wait_for_all(details: DetailsPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Complies with RoHS." in _shown(details))


def _shown(details: DetailsPanel) -> str:
    return details.browser.toPlainText()


def _tip(details: DetailsPanel, text: str) -> str:
    found = details.browser.document().find(text)
    assert not found.isNull()
    return found.charFormat().toolTip()


def _search(details: DetailsPanel, text: str) -> None:
    details.page.search.setText(text)


def _follow(details: DetailsPanel, address: str) -> None:
    """Click a link in the text, which has to be there."""
    assert f'href="{address}"' in details.browser.toHtml()
    details.browser.anchorClicked.emit(QUrl(address))


def test_no_figure_is_broken_however_narrow_the_panel_is(
    details: DetailsPanel, controller: Controller, qtbot: QtBot
) -> None:
    controller.apply(reducers.choose_pair, "AXE540127/AXE640224")
    qtbot.waitUntil(lambda: "0.85 derived" in _shown(details))
    browser = details.browser
    details.resize(details.minimumSizeHint())
    browser.resize(260, browser.height())
    lines = {}
    block = browser.document().begin()
    while block.isValid():
        lines[block.text().replace("\N{NO-BREAK SPACE}", " ").strip()] = block.layout().lineCount()
        block = block.next()
    assert lines["0.23 × 0.65"] == lines["0.85 derived"] == 1
    assert browser.document().size().width() <= browser.viewport().width()


def test_another_choice_shows_other_figures_at_the_same_place(
    details: DetailsPanel, controller: Controller, qtbot: QtBot
) -> None:
    assert "10.50" in _shown(details)
    bar = details.browser.verticalScrollBar()
    bar.setValue(60)
    controller.apply(reducers.choose_pair, _NEXT)
    qtbot.waitUntil(lambda: "11.30" in _shown(details))
    assert bar.value() == 60


def test_sources_are_folded_and_stand_in_full_as_tips(details: DetailsPanel, qtbot: QtBot) -> None:
    assert "Source\n" in _shown(details)
    assert "Source: " not in _shown(details)
    assert "Product types, 8 mm pitch embossed packaging" in _tip(details, "Source")
    _follow(details, "source:ratings")
    qtbot.waitUntil(lambda: "Source: Panasonic A4S datasheet, 2016" in _shown(details))
    assert "GPD_Pocket-mods (fenrir-naru)" not in _shown(details)
    _follow(details, "source:land-pattern")
    assert "GPD_Pocket-mods (fenrir-naru)" in _shown(details)
    assert "Panasonic A4S datasheet, 2016: Specifications, characteristics" in _shown(details)
    assert "Gerber paste layers" not in _shown(details), "how boards were read is told in the tips"
    tips = {text: _tip(details, text) for text in ("60 V", "Voltage", "0.77", "2.25")}
    assert "Specifications, characteristics" in tips["60 V"]
    assert "Specifications, characteristics" in tips["Voltage"]
    assert "Two public hardware projects" in tips["0.77"]
    assert "Gerber paste layers" in tips["2.25"]


def test_everything_that_is_known_stands_below_its_heading_to_which_one_click_leads(
    details: DetailsPanel,
) -> None:
    text = _shown(details)
    places = [
        text.index(words)
        for words in (
            "\nPair\n",
            "Mated height",
            "Outline, mm",
            "Land pattern: ",
            "Ratings",
            "Electrical",
            "at most 48 N",
            "−55 to 85",
            "Environmental tests",
            "Thermal shock",
            "Materials and plating",
            "palladium under a gold flash over nickel",
            "Pieces per reel",
            "Mounting samples",
            "JIS C 0806-3:1999",
            "Tape type",
            "Board area",
            "Features, standard type",
        )
    ]
    assert places == sorted(places)

    for title, place in (("Environment", "environment"), ("Features", "features")):
        assert f">{title}</a>" in details.page.jumps.text()
        details.page.jumps.linkActivated.emit(place)
        found = details.browser.document().find("Thermal shock" if place[0] == "e" else "slim pair")
        top = details.browser.cursorRect(found).top()
        assert 0 < top < details.browser.viewport().height()


def test_formulas_conditions_and_tables_can_be_hidden_and_stay_so(
    details: DetailsPanel, controller: Controller, kept_settings: Settings, qtbot: QtBot
) -> None:
    explained = ("1.2 N × 40 contacts = 48 N", "MIL-STD-202F", "Specifications, characteristics")
    _follow(details, "source:ratings")
    assert all(words in _shown(details) for words in explained)
    QTest.mouseClick(details.explain_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not any(words in _shown(details) for words in explained))
    assert "1.2 N × 40 contacts = 48 N" in _tip(details, "at most 48 N")
    assert "Source: Panasonic A4S datasheet, 2016" in _shown(details)

    kept_settings.save()
    again = DetailsPanel(controller, Settings(kept_settings.path))
    qtbot.addWidget(again)
    again.refresh()
    assert not again.explain_button.isChecked()
    assert "Mating cycles" in _shown(again)
    assert "rate at most 200 an hour" not in _shown(again)


def test_the_search_looks_at_conditions_that_are_not_shown_and_says_where_nothing_is_found(
    details: DetailsPanel, qtbot: QtBot
) -> None:
    details.explain_button.setChecked(False)
    _search(details, "icing")
    qtbot.waitUntil(lambda: details.page.found.text() == "3 figures and notes found")
    assert "neither icing nor condensation" in _shown(details)
    assert _shown(details).index("Ratings") < _shown(details).index("Temperature")

    _search(details, "<b>zzz")
    qtbot.waitUntil(lambda: "No figure or note has “<b>zzz”." in _shown(details))
    assert details.page.found.text() == "Nothing found"
    assert not details.page.copy_button.isEnabled()
    _follow(details, "clear:")
    assert "Mating cycles" in _shown(details)
    assert details.page.copy_button.isEnabled()


def test_a_chapter_is_copied_by_the_link_in_its_heading(
    details: DetailsPanel, controller: Controller, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.message) as told:
        _follow(details, "copy:ratings")
    assert told.args == ["Ratings copied, with formulas and sources"]
    text = QApplication.clipboard().text()
    assert "1.2 N × 40 contacts = 48 N" in text
    assert "Source: Panasonic A4S datasheet, 2016: Specifications, characteristics" in text
    assert "Outline" not in text


def test_an_answer_about_current_stands_among_the_ratings_and_follows_pairs_and_filters(
    details: DetailsPanel, controller: Controller, qtbot: QtBot
) -> None:
    box = details.current_box
    QTest.keyClicks(box.current, "2")
    QTest.keyClicks(box.contacts, "6")
    qtbot.waitUntil(lambda: "2 A on 6 contacts" in _shown(details))
    assert _shown(details).index("2 A on 6 contacts") < _shown(details).index("Environmental tests")
    controller.apply(reducers.choose_pair, _NEXT)
    qtbot.waitUntil(lambda: "11.30" in _shown(details))
    assert box.current.text() == "2"
    box.contacts.setText("44")
    assert box.answer.text().startswith("<b>Yes.</b>")
    controller.apply(reducers.choose_pair, _PAIR)
    qtbot.waitUntil(lambda: "has only 40 contacts, not 44" in box.answer.text())

    box.current.setText("4")
    box.contacts.setText("20")
    controller.apply(reducers.set_text, "AXE510")
    qtbot.waitUntil(lambda: box.pairs_button.text() == "No pair can under these filters")


def test_another_pair_is_shown_while_the_keys_are_on_the_last_link(
    details: DetailsPanel, controller: Controller, qtbot: QtBot
) -> None:
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    qtbot.waitUntil(lambda: "4.50" in _shown(details))
    browser = details.browser
    browser.setFocus()
    QTest.keyClick(browser, Qt.Key.Key_Backtab)
    assert browser.textCursor().selectedText() == "Source"

    controller.apply(reducers.choose_pair, "AXE512127/AXE612124")
    controller.apply(reducers.choose_pair, "AXE514127/AXE614124")
    qtbot.waitUntil(lambda: "5.30" in _shown(details))
    assert browser.textCursor().selectedText() == "Source"


def test_the_page_of_the_next_row_is_ready_before_it_is_chosen(
    details: DetailsPanel, controller: Controller, qtbot: QtBot
) -> None:
    rows, here = controller.result.rows, controller.pair
    assert here is not None
    coming = rows[rows.index(here) + 1]
    qtbot.waitUntil(lambda: details.is_ready(coming))
    assert not details.is_ready(rows[-1])
    for pair in rows[-9:]:
        controller.apply(reducers.choose_pair, pair.id)
        details.refresh()
        assert details.is_ready(pair)
    assert not details.is_ready(coming), "of many pages only the last ones are kept"


@for_each("part", [0.0, 0.4, 1.0])
def test_a_step_moves_nothing_when_the_rest_of_the_page_is_there(
    details: DetailsPanel, controller: Controller, qtbot: QtBot, part: float
) -> None:
    details.setUpdatesEnabled(True)
    controller.apply(reducers.choose_pair, _PAIR)
    _wait_for_all(details, qtbot)
    browser = details.browser
    bar = browser.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > browser.document().size().height() - 2 * bar.pageStep())
    bar.setValue(round(part * bar.maximum()))
    where = bar.value()
    controller.apply(reducers.choose_pair, _NEXT)
    qtbot.waitUntil(lambda: "11.30" in _shown(details))
    seen_first = browser.viewport().grab().toImage()
    qtbot.waitUntil(lambda: "Complies with RoHS." in _shown(details))
    assert browser.viewport().grab().toImage() == seen_first
    assert bar.value() == where
