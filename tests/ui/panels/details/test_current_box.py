"""Is the current enough: typed, answered for each pair, and the pairs that can."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.calculations.current import RETURN_NOTE
from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.current_question import CurrentQuestion
from a4s_gui.session import reducers
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.details.current_box import CurrentBox
from tests.every import for_each
from tests.ui.panels.conftest import show_once

PAIR = "AXE540127/AXE640124"
SMALL = "AXE510127/AXE610124"


@pytest.fixture
def box(controller: Controller, qtbot: QtBot) -> CurrentBox:
    controller.apply(reducers.choose_pair, PAIR)
    made = CurrentBox(controller)
    qtbot.addWidget(made)
    controller.changed.connect(made.refresh)
    made.resize(300, 300)
    show_once(made)
    return made


def ask(box: CurrentBox, amperes: str, contacts: str = "") -> None:
    for field, text in ((box.current, amperes), (box.contacts, contacts)):
        type_into(field, text)


def type_into(field: QLineEdit, text: str) -> None:
    """Type over what stands there, pasted at once: every key asks anew."""
    field.setFocus()
    field.selectAll()
    field.insert(text)


def test_nothing_is_answered_before_something_is_asked(box: CurrentBox) -> None:
    assert box.question is None
    assert not box.answer.isVisible()
    assert not box.pairs_button.isVisible()
    assert not box.problem.isVisible()
    assert box.contacts.placeholderText() == "all"


def test_yes_with_reason_formula_source_and_the_return(box: CurrentBox) -> None:
    ask(box, "0.5", "4")
    assert box.answer.text() == (
        "<b>Yes.</b> 0.125 A on each of 4 contacts is within 0.3 A, and 0.5 A in all within 5 A."
    )
    reasons = box.reasons.text()
    assert "maller of 0.3 A × 4 contacts = 1.2 A and 5 A in all = 1.2 A ≥ 0.5 A" in reasons
    assert "Source: Panasonic A4S datasheet, 2016: Specifications, characteristics" in reasons
    assert RETURN_NOTE in reasons


def test_no_with_what_it_takes(box: CurrentBox) -> None:
    ask(box, "2", "6")
    assert box.answer.text().startswith("<b>No.</b>")
    assert "it takes 7 contacts" in box.answer.text()


def test_milliamperes_and_all_contacts(box: CurrentBox) -> None:
    ask(box, "3000 mA")
    assert "0.075 A on each of 40 contacts" in box.answer.text()


def test_the_question_stays_for_the_next_pair(box: CurrentBox, controller: Controller) -> None:
    ask(box, "4", "20")
    assert box.answer.text().startswith("<b>Yes.</b>")
    controller.apply(reducers.choose_pair, SMALL)
    assert box.answer.text() == "<b>No.</b> This pair has only 10 contacts, not 20."
    assert (box.current.text(), box.contacts.text()) == ("4", "20")


@for_each(
    "amperes, contacts, reason",
    [
        ("abc", "4", "current: “abc” is not a number"),
        ("-0.5", "4", "current: “-0.5” is below 0"),
        ("0", "4", "current: “0” is too small"),
        ("1e9", "4", "current: “1e9”: write the number without an exponent"),
        ("99999", "4", "current: “99999” is too large"),
        ("٣", "4", "current: “٣”: only the digits 0 to 9"),
        ("０.５", "4", "current: “０.５”: only the digits 0 to 9"),
        ("0.5 V", "4", "current: “V” is not a unit of current"),
        ("", "4", "current: nothing is typed"),
        ("0.5", "four", "contacts: “four” is not a number"),
        ("0.5", "-4", "contacts: “-4” is below 0"),
        ("0.5", "0", "contacts: “0” is too small"),
        ("0.5", "2.5", "contacts: “2.5” is not whole"),
        ("0.5", "1000000", "contacts: “1000000” is too large"),
        ("0.5", "４", "contacts: “４”: only the digits 0 to 9"),
    ],
)
def test_what_cannot_be_read_is_refused_in_place_and_answers_nothing(
    box: CurrentBox, amperes: str, contacts: str, reason: str
) -> None:
    ask(box, "0.5", "4")
    assert not box.problem.isVisible(), "what was refused before is gone"
    assert box.answer.isVisible()
    ask(box, amperes, contacts)
    assert box.problem.isVisible()
    assert box.problem.text().startswith(reason)
    assert box.question is None
    assert not box.answer.isVisible()
    assert not box.pairs_button.isVisible()


def test_escape_clears_a_field(box: CurrentBox) -> None:
    QTest.keyClicks(box.current, "0.5")
    assert box.answer.isVisible()
    QTest.keyClick(box.current, Qt.Key.Key_Escape)
    assert box.current.text() == ""
    assert not box.answer.isVisible()
    assert not box.problem.isVisible()


def test_the_pairs_that_can_are_shown_and_all_again(
    box: CurrentBox, controller: Controller
) -> None:
    ask(box, "4", "20")
    expected = [p for p in controller.catalog.pairs if p.pins >= 20]
    assert box.pairs_button.text().replace("&", "") == f"Show the {len(expected)} pairs that can"
    QTest.mouseClick(box.pairs_button, Qt.MouseButton.LeftButton)
    assert list(controller.result.rows) == expected
    assert controller.pair is not None
    assert controller.pair.id == PAIR
    assert box.pairs_button.text().replace("&", "") == "Show all pairs again"
    QTest.mouseClick(box.pairs_button, Qt.MouseButton.LeftButton)
    assert len(controller.result.rows) == len(controller.catalog.pairs)


def test_no_click_ends_in_an_empty_table(box: CurrentBox, controller: Controller) -> None:
    ask(box, "6")
    assert box.pairs_button.text() == "No pair can"
    assert not box.pairs_button.isEnabled()
    assert "more than the 5 A that all contacts of a pair carry" in box.pairs_button.toolTip()
    ask(box, "4", "20")
    controller.apply(reducers.set_text, "AXE510")
    assert box.pairs_button.text() == "No pair can under these filters"
    assert not box.pairs_button.isEnabled()
    assert "AXE510" in box.pairs_button.toolTip()


def test_without_room_the_formula_is_in_the_tip(box: CurrentBox) -> None:
    ask(box, "0.5", "4")
    assert box.reasons.isVisible()
    box.set_brief(brief=True)
    assert not box.reasons.isVisible()
    assert "1.2 A ≥ 0.5 A" in box.answer.toolTip()
    assert box.answer.isVisible()


def test_the_current_typed_among_the_filters_is_asked_here_too(
    box: CurrentBox, controller: Controller
) -> None:
    controller.apply(reducers.set_limit, Limit.CONTACTS, 8)
    assert box.question is None
    controller.apply(reducers.set_limit, Limit.CURRENT, 2.0)
    assert box.question == CurrentQuestion(2.0, 8)
    assert (box.current.text(), box.contacts.text()) == ("2", "8")
    controller.apply(reducers.clear_limits)
    assert box.question == CurrentQuestion(2.0, 8)
    ask(box, "1500 mA", "10")
    QTest.mouseClick(box.pairs_button, Qt.MouseButton.LeftButton)
    assert box.current.text() == "1500 mA"
