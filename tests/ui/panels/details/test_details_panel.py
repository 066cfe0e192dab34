"""The details of the chosen pair on the screen: the panel alone, and in its window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.model import Half
from a4s_gui.session import reducers
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.details.details_panel import DetailsPanel
from a4s_gui.ui.shell.main_window import MainWindow

_PAIR, _NEXT = "AXE540127/AXE640124", "AXE544127/AXE644124"


@pytest.fixture
def details(controller: Controller, qtbot: QtBot) -> DetailsPanel:
    """Return the panel, without a window around it, with the whole page of a pair of 40 pins."""
    controller.apply(reducers.choose_pair, _PAIR)
    return _opened(controller, qtbot)


def _opened(controller: Controller, qtbot: QtBot, settings: Settings | None = None) -> DetailsPanel:
    made = DetailsPanel(controller, settings or Settings())
    qtbot.addWidget(made)
    made.resize(made.sizeHint().width(), 500)
    made.show()
    qtbot.waitUntil(lambda: "Complies with RoHS." in _shown(made))
    return made


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


def test_the_chosen_pair_and_its_figures_are_shown_and_copied(
    window: MainWindow, qtbot: QtBot
) -> None:
    for half, number in ((Half.SOCKET, "AXE540127"), (Half.HEADER, "AXE640124")):
        assert window.pair_strip.number_label(half).text() == number
        QTest.mouseClick(window.pair_strip.copy_button(half), Qt.MouseButton.LeftButton)
        assert QApplication.clipboard().text() == number
        assert window.status_line.message.whole == f"{number} copied"
    browser = window.details.browser
    qtbot.waitUntil(lambda: "Tape and reel" in _shown(window.details))
    for text in ("A, overall", "10.50", "9.80", "0.23 × 0.65", "48 N", "5,000", "24.0 mm"):
        assert text in _shown(window.details)
    browser.setFocus()
    QTest.keyClick(browser, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(browser, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "10.50" in QApplication.clipboard().text()
    QTest.mouseClick(window.details.page.copy_button, Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    assert text.startswith("AXE540127 + AXE640124, land pattern “Boards in the field”\n")
    assert "Source: " in text


def test_no_figure_is_broken_however_narrow_the_panel_is(window: MainWindow, qtbot: QtBot) -> None:
    window.controller.apply(reducers.choose_pair, "AXE540127/AXE640224")
    qtbot.waitUntil(lambda: "0.85 derived" in _shown(window.details))
    browser = window.details.browser
    browser.resize(260, browser.height())
    lines = {}
    block = browser.document().begin()
    while block.isValid():
        lines[block.text().replace("\N{NO-BREAK SPACE}", " ").strip()] = block.layout().lineCount()
        block = block.next()
    assert lines["0.23 × 0.65"] == lines["0.85 derived"] == 1
    assert browser.document().size().width() <= browser.viewport().width()


def test_another_choice_shows_other_figures_at_the_same_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "10.50" in _shown(window.details))
    bar = window.details.browser.verticalScrollBar()
    bar.setValue(60)
    window.table.step(1)
    qtbot.waitUntil(lambda: "11.30" in _shown(window.details))
    assert bar.value() == 60
    assert window.pair_strip.number_label(Half.SOCKET).text() == "AXE544127"


def test_words_are_looked_up_by_key_marked_and_copied(window: MainWindow, qtbot: QtBot) -> None:
    details = window.details
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_F, keys)
    assert window.focusWidget() is details.page.search
    QTest.keyClicks(details.page.search, "palladium")
    qtbot.waitUntil(lambda: details.page.found.text() == "1 figure or note found")
    assert "Soldering terminals, socket" in _shown(details)
    assert "Mating cycles" not in _shown(details)
    (mark,) = details.browser.extraSelections()
    assert mark.cursor.selectedText() == "palladium"
    QTest.mouseClick(details.page.copy_button, Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    assert "palladium" in text
    assert "Mating cycles" not in text
    assert window.status_line.message.whole.startswith("1 figure or note copied")
    QTest.keyClick(details.page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Mating cycles" in _shown(details))


def test_a_damaged_file_is_told_in_place(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = Knowledge(window.controller.catalog, tmp_path)
    (tmp_path / "ratings.toml").write_text("[", encoding="utf-8")
    monkeypatch.setattr(window.controller, "_knowledge", broken)
    window.table.step(-5)  # a row whose page was not made ready while the file was whole
    qtbot.waitUntil(lambda: "ratings.toml" in _shown(window.details))
    pair = window.controller.pair
    assert pair is not None
    assert window.pair_strip.number_label(Half.SOCKET).text() == pair.socket.part_number
    QTest.mouseClick(window.details.page.copy_button, Qt.MouseButton.LeftButton)


def test_sources_are_folded_and_stand_in_full_as_tips(details: DetailsPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Ratings" in _shown(details))
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
    details: DetailsPanel, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "Complies with RoHS." in _shown(details))
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
    controller: Controller, qtbot: QtBot
) -> None:
    controller.apply(reducers.choose_pair, _PAIR)
    settings = Settings()
    details = _opened(controller, qtbot, settings)
    explained = ("1.2 N × 40 contacts = 48 N", "MIL-STD-202F", "Specifications, characteristics")
    _follow(details, "source:ratings")
    assert all(words in _shown(details) for words in explained)
    QTest.mouseClick(details.explain_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not any(words in _shown(details) for words in explained))
    assert "1.2 N × 40 contacts = 48 N" in _tip(details, "at most 48 N")
    assert "Source: Panasonic A4S datasheet, 2016" in _shown(details)

    settings.save()
    again = _opened(controller, qtbot)
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
    controller: Controller, qtbot: QtBot
) -> None:
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    details = _opened(controller, qtbot)
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
    qtbot.waitUntil(lambda: "10.50" in _shown(details))
    qtbot.waitUntil(lambda: details.is_ready(coming))
    assert not details.is_ready(rows[-1])
    for pair in rows[-9:]:
        controller.apply(reducers.choose_pair, pair.id)
        details.refresh()
        assert details.is_ready(pair)
    assert not details.is_ready(coming), "of many pages only the last ones are kept"


@pytest.mark.parametrize("part", [0.0, 0.4, 1.0])
def test_a_step_moves_nothing_when_the_rest_of_the_page_is_there(
    details: DetailsPanel, controller: Controller, qtbot: QtBot, part: float
) -> None:
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
