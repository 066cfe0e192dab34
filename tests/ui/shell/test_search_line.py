"""Typing into the search line, as a user does."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.selection.query import Facet
from a4s_gui.drawing.spec import View
from a4s_gui.session import reducers
from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel
from a4s_gui.ui.shell.main_window import MainWindow


def _type(window: MainWindow, text: str) -> None:
    """Put a text into the line, all but its last sign at once: each key asks for all pairs anew.

    Signs that no key of the test's keyboard gives are pasted too.
    """
    last = text[-1] if text[-1].isascii() else ""
    _paste(window, text.removesuffix(last))
    QTest.keyClicks(window.search, last)


def _paste(window: MainWindow, text: str) -> None:
    window.search.setFocus()
    window.search.selectAll()
    QApplication.clipboard().setText(text)
    _key_paste(window)


def _ways(window: MainWindow) -> list[str]:
    ways = window.search.card.ways
    return [ways.item(row).text() for row in range(ways.count())]


def _fields(window: MainWindow) -> str:
    """Return what the card says of the number, as it is read."""
    document = QTextDocument()
    document.setHtml(window.search.card.fields.text())
    return document.toPlainText().replace("\xa0", " ")


def _count(window: MainWindow) -> str:
    return window.chip_line.count.text()


def test_every_key_narrows_and_one_pair_left_is_drawn_at_once(window: MainWindow) -> None:
    counts = []
    for key in "axe 540127d":
        QTest.keyClicks(window.search, key)
        counts.append(int(_count(window).split(maxsplit=1)[0]))
    assert counts[0] == 72
    assert counts[-1] == 1
    assert counts == sorted(counts, reverse=True)
    assert window.table.pairs_model.rows[0].id == "AXE540127D/AXE640124D"
    assert window.windowTitle().startswith("AXE540127D + AXE640124D")
    _type(window, "AXE6E1026")
    assert window.windowTitle().startswith("AXE5E1026 + AXE6E1026")


def test_what_finds_nothing_is_explained_and_a_link_leads_on(window: MainWindow) -> None:
    _nothing_found_says_which_field_is_wrong_and_a_link_leads_on(window)
    _what_is_wrong_stands_beside_what_is_right(window)
    _a_former_number_is_explained_with_todays(window)
    window.search.clear()
    _filters_in_the_way_and_the_search_are_cleared_by_a_link(window)


def _nothing_found_says_which_field_is_wrong_and_a_link_leads_on(window: MainWindow) -> None:
    drawn = window.windowTitle()
    _type(window, "AXE640134")
    assert _count(window) == "0 of 72 pairs"
    assert window.windowTitle() == drawn
    assert window.search.is_explaining
    assert not window.pairs.advice.isVisible()  # the card says it: one place at a time
    assert "function" not in window.status_line.message.whole
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.pairs.advice.isVisible()
    assert "function: “3” is not possible here" in window.pairs.advice.label.text()
    assert "AXE640124</a>" in window.pairs.advice.label.text()
    window.pairs.advice.label.linkActivated.emit("0")
    assert window.search.text() == "AXE640124"
    assert _count(window) == "2 of 72 pairs"
    assert not window.pairs.advice.isVisible()


def _what_is_wrong_stands_beside_what_is_right(window: MainWindow) -> None:
    _type(window, "AXE640134")
    assert "for mated height 0.8 mm" in _fields(window)
    assert "function: “3” is not possible here; allowed is 2" in _fields(window)
    assert _ways(window)[0].startswith("AXE640124 ")


def _a_former_number_is_explained_with_todays(window: MainWindow) -> None:
    _type(window, "AXE534124")
    assert _count(window) == "2 of 72 pairs"
    assert "now AXE534127" in window.pairs.advice.label.text()
    assert "AXE534124 is the number of 2013; the same socket is now AXE534127." in _fields(window)
    assert _ways(window)[0].startswith("AXE534127 + AXE634124 ")


def _filters_in_the_way_and_the_search_are_cleared_by_a_link(window: MainWindow) -> None:
    QTest.mouseClick(window.filters.group(Facet.PINS).buttons[0], Qt.MouseButton.LeftButton)
    _type(window, "AXE640124")
    assert _count(window) == "0 of 72 pairs"
    assert "but not with 10 pins" in window.pairs.advice.label.text()
    window.pairs.advice.label.linkActivated.emit("0")
    assert _count(window) == "2 of 72 pairs"
    assert window.search.text() == "AXE640124"
    _type(window, "<b>x</b>")
    assert "&lt;b&gt;" in window.pairs.advice.label.text(), "markup is shown as it is typed"
    last = len(window.pairs.advice.advice.links) - 1
    window.pairs.advice.label.linkActivated.emit(str(last))
    assert window.search.text() == ""
    assert _count(window) == "72 of 72 pairs"


def test_what_the_card_offers_is_taken_by_keys_and_by_the_mouse(window: MainWindow) -> None:
    _part_numbers_are_completed(window)
    _a_choice_of_the_next_field_is_clicked(window)
    _a_number_of_the_card_is_clicked(window)
    _a_pair_of_the_card_is_chosen_though_a_filter_hides_it(window)


def _part_numbers_are_completed(window: MainWindow) -> None:
    _type(window, "e80")
    assert window.search.is_explaining
    assert _ways(window) == [
        "AXE5E8026   socket, 80 pins, for inspection",
        "AXE6E8026   header, 80 pins, for inspection",
    ]
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    QTest.keyClick(window.search, Qt.Key.Key_Up)
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.search.text() == "AXE5E8026"
    assert window.focusWidget() is window.search
    assert not window.search.is_explaining
    assert _count(window) == "1 of 72 pairs"


def _a_choice_of_the_next_field_is_clicked(window: MainWindow) -> None:
    _type(window, "AXE54")
    window.search.card.fields.linkActivated.emit("1")
    assert window.search.text() == "AXE544"
    assert window.search.is_explaining
    assert "44 contacts in two rows of 22" in _fields(window)


def _a_number_of_the_card_is_clicked(window: MainWindow) -> None:
    _type(window, "AXE5E10")
    ways = window.search.card.ways
    place = ways.visualItemRect(ways.item(0)).center()
    modifier = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(ways.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    assert window.search.text() == "AXE5E1026"
    assert window.focusWidget() is window.search
    assert not window.search.is_explaining


def _a_pair_of_the_card_is_chosen_though_a_filter_hides_it(window: MainWindow) -> None:
    _type(window, "AXE540127")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(window.search, key)
    assert window.windowTitle().startswith("AXE540127 + AXE640224")
    assert window.focusWidget() is window.table
    window.search.clear()
    QTest.mouseClick(window.filters.group(Facet.PINS).buttons[0], Qt.MouseButton.LeftButton)
    _type(window, "AXE580127")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(window.search, key)
    assert window.windowTitle().startswith("AXE580127 + AXE680124")
    assert window.controller.state.filter.pins == {10}
    assert window.focusWidget() is window.search, "it is not in the table"


def test_return_and_down_go_on_in_the_table_that_another_tab_hides(
    window: MainWindow, qapp: QApplication
) -> None:
    _return_takes_the_nearest_pair_unless_the_chosen_one_is_found(window)
    _down_goes_on_in_the_table(window, qapp)
    _the_search_brings_up_the_table_that_another_tab_hides(window, qapp)


def _return_takes_the_nearest_pair_unless_the_chosen_one_is_found(window: MainWindow) -> None:
    _type(window, "AXE5**127D")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("AXE540127D + AXE640124D")
    _type(window, "AXE52*127")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("AXE528127 + AXE628124 ")
    assert window.focusWidget() is window.table


def _down_goes_on_in_the_table(window: MainWindow, qapp: QApplication) -> None:
    _type(window, "zzz")
    _type(window, "127D")
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == "127D"
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    assert window.focusWidget() is window.table
    assert window.windowTitle().startswith("AXE510127D + AXE610124D")
    QTest.keyClick(window.table, Qt.Key.Key_Down)
    assert window.windowTitle().startswith("AXE512127D + AXE612124D")


def _the_search_brings_up_the_table_that_another_tab_hides(
    window: MainWindow, qapp: QApplication
) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_Return):
        _it_is_brought_up_by(key, window, qapp)


def _it_is_brought_up_by(key: Qt.Key, window: MainWindow, qapp: QApplication) -> None:
    window.search.clear()
    window.docks.bring_up("compare")
    qapp.processEvents()
    assert window.table.visibleRegion().isEmpty()
    window.search.setFocus()

    QTest.keyClick(window.search, key)
    qapp.processEvents()

    assert not window.table.visibleRegion().isEmpty()
    assert window.search.hasFocus() == (key == Qt.Key.Key_1)


def test_one_line_is_searched_and_several_that_are_pasted_or_dropped_are_a_part_list(
    window: MainWindow, qtbot: QtBot
) -> None:
    _a_long_pasted_line_is_cut(window)
    window.search.clear()
    _dropped_lines_go_to_the_part_list(window)
    _one_pasted_line_is_searched_and_several_go_to_the_part_list(window, qtbot)


def _a_long_pasted_line_is_cut(window: MainWindow) -> None:
    window.search.setFocus()
    QApplication.clipboard().setText("AXE540127 " * 100_000 + "\n")
    window.search.paste()
    assert len(window.search.text()) == 200


def _dropped_lines_go_to_the_part_list(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("AXE540127\nAXE610124")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window.search, enter)
    drop = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window.search, drop)
    panel = window.panels["part-list"].panel
    assert isinstance(panel, PartListPanel)
    assert panel.list_model.rowCount() == 2


def _menu_paste(window: MainWindow) -> None:
    menu = window.search.line_menu()
    next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    menu.deleteLater()


def _key_paste(window: MainWindow) -> None:
    QTest.keyClick(window.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _one_pasted_line_is_searched_and_several_go_to_the_part_list(
    window: MainWindow, qtbot: QtBot
) -> None:
    for paste in (_menu_paste, _key_paste):
        _is_pasted(paste, window, qtbot)


def _is_pasted(paste: Callable[[MainWindow], None], window: MainWindow, qtbot: QtBot) -> None:
    window.search.setFocus()
    QApplication.clipboard().setText("AXE640224\n")
    paste(window)
    assert window.search.text() == "AXE640224"
    assert "for mated height 1.0 mm" in _fields(window)
    assert _count(window) == "1 of 72 pairs"
    window.search.clear()
    QApplication.clipboard().setText("AXE540127\nAXE640124\nR1\n")
    with qtbot.waitSignal(window.controller.message) as told:
        paste(window)
    assert told.args == ["Several lines were pasted; they go to the part list"]
    assert window.search.text() == ""
    panel = window.panels["part-list"].panel
    assert isinstance(panel, PartListPanel)
    assert panel.summary.text() == "2 resolved, 1 ignored; pairs meant: 1"
    assert panel.table.hasFocus()
    panel.clear()


def test_each_field_is_explained_as_it_is_typed_and_copied_but_no_words(window: MainWindow) -> None:
    _each_field_is_explained_as_it_is_typed(window)
    _a_pattern_says_how_many_it_fits(window)
    _any_number_gets_an_answer(window)
    _nothing_is_explained_of_words(window)
    _the_explanation_is_copied_by_link_and_key(window)


def _each_field_is_explained_as_it_is_typed(window: MainWindow) -> None:
    _type(window, "axe")
    assert "Panasonic narrow-pitch connectors" in _fields(window)
    assert "5 (socket of A4S, 0.4 mm pitch), 6 (header" in _fields(window)
    QTest.keyClicks(window.search, "54")
    assert "socket of A4S" in _fields(window)
    assert "4…" in _fields(window)
    assert "40 (40 contacts in two rows of 20), 44 (" in _fields(window)
    assert len(_ways(window)) == 4
    QTest.keyClicks(window.search, "0127")
    assert "contact and terminal portions gold over nickel, with nickel barrier" in _fields(window)
    assert "nothing more (embossed tape with 8 mm pocket pitch), D (" in _fields(window)
    assert _ways(window)[:2] == [
        "AXE540127 + AXE640124   mated height 0.8 mm, 8 mm packaging",
        "AXE540127 + AXE640224   mated height 1.0 mm, 8 mm packaging",
    ]
    assert "Mates with AXE640124 and AXE640224; Return goes to the pairs in the table:" in _fields(
        window
    )
    QTest.keyClick(window.search, Qt.Key.Key_Backspace)
    assert "nothing more" not in _fields(window)


def _a_pattern_says_how_many_it_fits(window: MainWindow) -> None:
    _type(window, "AXE5**127")
    assert "22 part numbers like this, in 37 pairs" in _fields(window)
    assert _count(window) == "37 of 72 pairs"
    assert len(_ways(window)) == 22


def _any_number_gets_an_answer(window: MainWindow) -> None:
    for typed in ("AXE54٣", "AXE5４0127", "AXE5" + "9" * 101, "AXE-5-"):
        _paste(window, typed)
        assert window.search.is_explaining, typed
        assert "socket of A4S" in _fields(window), typed


def _nothing_is_explained_of_words(window: MainWindow) -> None:
    for typed in ("٣", "４", "-", "hello", "40 pins 0.8mm", "1e99", "   "):
        _paste(window, typed)
        assert not window.search.is_explaining, typed


def _the_explanation_is_copied_by_link_and_key(window: MainWindow) -> None:
    _type(window, "AXE640124")
    window.search.card.foot.linkActivated.emit("copy")
    copied = QApplication.clipboard().text()
    assert copied.splitlines()[:4] == [
        "AXE640124",
        "AXE\tseries\tPanasonic narrow-pitch connectors",
        "6\thalf\theader of A4S, 0.4 mm pitch",
        "40\tpins\t40 contacts in two rows of 20",
    ]
    assert "mates with AXE540127" in copied
    assert "Source: Panasonic A4S datasheet, 2016: Ordering information" in copied
    QApplication.clipboard().setText("")
    QTest.keyClick(window.search, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == copied


def test_the_whole_window_takes_another_theme_while_a_number_is_explained(
    window: MainWindow, qtbot: QtBot
) -> None:
    _type(window, "AXE5")
    assert window.search.is_explaining
    QApplication.processEvents()
    window.named_actions["theme.dark"].trigger()
    qtbot.waitUntil(lambda: window.palette().base().color() == window.theme.palette.base().color())
    docks = [(name, window.docks.dock(name)) for name in window.panels]
    dark = window.palette().window().color()
    left = [name for name, dock in docks if dock.palette().window().color() != dark]
    window.named_actions["theme.light"].trigger()
    assert left == []


def test_the_card_lies_in_the_window_and_goes_with_the_keys_escape_and_a_reset(
    window: MainWindow,
) -> None:
    _escape_takes_the_card_away_then_the_text(window)
    _the_card_goes_with_the_keys_and_with_a_reset(window)
    _the_card_lies_in_the_window_and_leaves_the_table(window)


def _escape_takes_the_card_away_then_the_text(window: MainWindow) -> None:
    _type(window, "AXE5")
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.search.is_explaining
    assert window.search.text() == "AXE5"
    QTest.keyClick(window.search, Qt.Key.Key_Up)
    assert window.search.is_explaining
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""
    assert _count(window) == "72 of 72 pairs"
    _type(window, "zzz")
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == "", "there was no card to take away"


def _the_card_goes_with_the_keys_and_with_a_reset(window: MainWindow) -> None:
    _type(window, "AXE5")
    QTest.keyClick(window.search, Qt.Key.Key_Tab)
    assert not window.search.is_explaining
    window.named_actions["search"].trigger()
    assert window.focusWidget() is window.search
    assert window.search.selectedText() == "AXE5"
    assert window.named_actions["search"].shortcut().toString() == "Ctrl+F"
    _type(window, "AXE5")
    window.controller.apply(reducers.reset)
    assert not window.search.is_explaining
    _type(window, "AXE5")
    QTest.mouseClick(window.filters.reset_button, Qt.MouseButton.LeftButton)
    assert window.search.text() == ""
    assert _count(window) == "72 of 72 pairs"


def _the_card_lies_in_the_window_and_leaves_the_table(window: MainWindow) -> None:
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    window.resize(1024, 600)
    for text in ("AXE", "AXE540127", "AXE534124", "AXE5**127", "AXE541"):
        _it_has_room(window, text)


def _it_has_room(window: MainWindow, text: str) -> None:
    _paste(window, text)
    card = window.search.card
    assert window.rect().contains(card.geometry())
    line = card.fontMetrics().lineSpacing()
    assert card.height() <= 16 * line
    top = card.geometry().top()
    assert top >= window.search.mapTo(window, window.search.rect().bottomLeft()).y()
    parts = [part for part in (card.fields, card.ways, card.foot) if part.isVisible()]
    assert all(card.rect().contains(part.geometry()) for part in parts)
    for upper, lower in pairwise(parts):
        assert upper.geometry().bottom() < lower.geometry().top()
    assert card.fields.height() >= card.fields.heightForWidth(card.fields.width())
    assert card._put_parts(card.width(), 14 * line) <= 14 * line, "fewer ways where it is too high"
