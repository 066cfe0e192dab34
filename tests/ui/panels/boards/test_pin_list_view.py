"""The other half's pin list, from what is pasted and from a connector that was found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from a4s_gui.boards.reading.tables import read_table
from a4s_gui.boards.search.identify import Searcher
from a4s_gui.geometry.numbering import HeaderScheme, Numbering
from a4s_gui.session import reducers
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.boards.pin_list_view import PinListView

LIST = "1,GND\n2,VBAT\n3,SDA\n"


@pytest.fixture
def view(controller: Controller, qtbot: QtBot) -> PinListView:
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    made = PinListView(controller)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_pasted_list_is_mirrored_as_the_drawing_is_numbered(
    view: PinListView, controller: Controller
) -> None:
    assert not view.copy_list.isEnabled()
    view.pasted.setPlainText(LIST)
    assert view.mirrored.toPlainText().splitlines()[:5] == [
        "part,AXE610124", "pin,net", "1,GND", "2,VBAT", "3,SDA",
    ]  # fmt: skip
    controller.apply(reducers.set_numbering, HeaderScheme.SAME)
    assert view.mirrored.toPlainText().splitlines()[2:6] == ["1,VBAT", "2,GND", "3,", "4,SDA"]
    assert "alike in top view" in view.says.text()


def test_the_list_is_of_the_part_that_is_named(view: PinListView) -> None:
    view.pasted.setPlainText("part,AXE640124\n" + LIST)
    assert view.mirrored.toPlainText().startswith("part,AXE540127\n")
    view.pasted.setPlainText(LIST)
    view.part.setText("AXE620124")
    view.part.textEdited.emit("AXE620124")
    assert view.mirrored.toPlainText().startswith("part,AXE520127\n")


@pytest.mark.parametrize(
    ("pasted", "part", "said"),
    [
        ("1,GND\nnonsense here", "", "list, line 2: expected a pin and its net"),
        (LIST, "AXE999999", "AXE999999"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_line(
    view: PinListView, pasted: str, part: str, said: str
) -> None:
    view.part.setText(part)
    view.pasted.setPlainText(pasted)
    assert said in view.problem.text()
    assert view.mirrored.toPlainText() == ""
    assert not view.copy_pins.isEnabled()


def test_pins_that_a_list_has_twice_and_that_no_part_has_are_not_lost_without_a_word(
    view: PinListView,
) -> None:
    view.pasted.setPlainText("1,GND\n2,VBAT\n2,SDA\n99,SCL\nMP,GND\nMP,GND\n")
    assert view.problem.text().splitlines() == [
        "the list has these pins twice: 2",
        "the list has pins that a part of 10 contacts does not have: 99",
    ]
    assert view.mirrored.toPlainText().splitlines()[2:4] == ["1,GND", "2,VBAT"]
    view.pasted.setPlainText(LIST)
    assert view.problem.text() == ""


def test_both_forms_are_copied(view: PinListView) -> None:
    view.pasted.setPlainText(LIST)
    view.copy_list.click()
    assert QGuiApplication.clipboard().text() == view.mirrored.toPlainText()
    view.copy_pins.click()
    assert QGuiApplication.clipboard().text().startswith("(pin passive line (at -7.62 0 0)")


def test_a_connector_s_nets_are_mirrored_by_its_own_numbers(
    view: PinListView, controller: Controller
) -> None:
    view.pasted.setPlainText("1,MINE\n2,OTHER\n")
    alike = Searcher(controller.catalog, (), Numbering(header=HeaderScheme.SAME))
    header = alike.search([read_table("part,AXE610124\n" + LIST, "h.csv")])
    view.show_connectors(header)
    view.source.setCurrentIndex(1)
    view.source.activated.emit(1)

    assert view.pasted.isReadOnly()
    assert view.mirrored.toPlainText().splitlines()[:4] == [
        "part,AXE510127", "pin,net", "1,VBAT", "2,GND",
    ]  # fmt: skip
    view.source.setCurrentIndex(0)
    view.source.activated.emit(0)
    assert view.pasted.toPlainText() == "1,MINE\n2,OTHER\n"


def test_the_part_can_be_read_in_a_side_column(view: PinListView, controller: Controller) -> None:
    controller.apply(reducers.choose_pair, "AXE540127D/AXE640124D")
    view.resize(300, 400)
    QTest.qWait(10)
    words = view.part.fontMetrics().horizontalAdvance(view.part.placeholderText())
    assert view.part.width() >= words + 12


@pytest.mark.parametrize("text", ["A" * 100_000, "1,GND\n" * 10_000])
def test_a_file_that_is_no_list_is_refused_and_the_list_stays(view: PinListView, text: str) -> None:
    view.pasted.setPlainText(LIST)
    QGuiApplication.clipboard().setText(text)
    view.pasted.setFocus()
    QTest.keyClick(view.pasted, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.pasted.toPlainText() == LIST
    assert "paste a pin and its net per line" in view.problem.text()
    QGuiApplication.clipboard().setText("4,SCL\n")
    view.pasted.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(view.pasted, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.pasted.toPlainText() == f"{LIST}4,SCL\n"
    assert not view.problem.text()
    QGuiApplication.clipboard().clear()
