"""The palette: everything that can be done or looked up, by typing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from a4s_gui.drawing.spec import View
from a4s_gui.ui.pages.searched_text import SearchedText
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.palette.entries import Entry, found
from a4s_gui.ui.shell.palette.palette_dialog import PaletteDialog
from tests.every import for_each


def with_palette(window: MainWindow, use: Callable[[PaletteDialog], None]) -> None:
    """Open the palette by its keys, use it, and close it where it still stands."""
    used: list[PaletteDialog] = []

    def begin() -> None:
        dialog = QApplication.activePopupWidget()
        assert isinstance(dialog, PaletteDialog)
        used.append(dialog)
        try:
            use(dialog)
        finally:
            dialog.close()

    QTimer.singleShot(0, begin)
    window.named_actions["palette"].trigger()
    assert used


def type_in(dialog: PaletteDialog, text: str) -> None:
    """Put a text into the field, all but its last sign at once: each key looks for all anew."""
    dialog.field.setText(text[:-1])
    QTest.keyClicks(dialog.field, text[-1])


def take(text: str) -> Callable[[PaletteDialog], None]:
    def use(dialog: PaletteDialog) -> None:
        type_in(dialog, text)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    return use


def lines(dialog: PaletteDialog) -> list[tuple[str, str, str]]:
    items = [dialog.list.topLevelItem(i) for i in range(dialog.list.topLevelItemCount())]
    return [(i.text(0), i.text(1), i.text(2)) for i in items if i is not None]


@pytest.mark.own_window
def test_commands_pairs_figures_and_notes_are_found_by_typing(window: MainWindow) -> None:
    _what_cannot_be_done_now_is_not_offered_and_esc_does_nothing(window)
    _a_command_is_found_with_its_keys_and_done(window)
    _a_pair_is_found_by_any_words_of_the_search_line(window)
    _a_figure_is_looked_up_among_the_details_and_a_note_among_the_design_notes(window)


def _what_cannot_be_done_now_is_not_offered_and_esc_does_nothing(window: MainWindow) -> None:
    def look(dialog: PaletteDialog) -> None:
        titles = {title for title, _, _ in lines(dialog)}
        enabled = window.named_actions["turn-over"].isEnabled()
        assert ("Turn over" in titles) is enabled is False
        type_in(dialog, "no such thing at all")
        assert lines(dialog) == []
        assert dialog.nothing.isVisible()

    before = window.controller.state
    with_palette(window, look)
    with_palette(window, _move)
    assert window.controller.state == before


def _move(dialog: PaletteDialog) -> None:
    second = lines(dialog)[1]
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    item = dialog.list.currentItem()
    assert item is not None
    assert item.text(0) == second[0]
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.chosen is None


def _a_command_is_found_with_its_keys_and_done(window: MainWindow) -> None:
    def look(dialog: PaletteDialog) -> None:
        QTest.keyClicks(dialog.field, "mated")
        assert lines(dialog)[0][0] == "Mated"
        assert lines(dialog)[0][2] == "Ctrl+4"
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    with_palette(window, look)
    assert window.controller.state.view is View.MATED


def _a_pair_is_found_by_any_words_of_the_search_line(window: MainWindow) -> None:
    for words, pins in (("AXE560127", 60), ("24 pins", 24), ("axe6 10", 10)):
        with_palette(window, take(words))
        assert window.controller.pair is not None
        assert window.controller.pair.pins == pins, words


def _a_figure_is_looked_up_among_the_details_and_a_note_among_the_design_notes(
    window: MainWindow,
) -> None:
    def look_up_figure(dialog: PaletteDialog) -> None:
        type_in(dialog, "insertion force")
        title, kind, _ = lines(dialog)[0]
        assert "insertion" in title.casefold()
        assert kind.startswith("Figure")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    with_palette(window, look_up_figure)
    assert not window.docks.dock("details").isHidden()
    assert "insertion" in window.details.page.words.casefold()

    def look_up_note(dialog: PaletteDialog) -> None:
        type_in(dialog, "note stiffener")
        assert lines(dialog)[0][1].startswith("Note")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    with_palette(window, look_up_note)
    (page,) = window.panels["design-notes"].panel.findChildren(SearchedText)
    assert page.words
    assert page.browser.toPlainText().count("stiffener")


@for_each(
    "text, nearest",
    [
        ("fit", "Fit"),
        ("copy pic", "Copy picture"),
        ("pic copy", "Copy picture"),
        ("ture", "Copy picture"),
    ],
)
def test_the_nearest_comes_first(text: str, nearest: str) -> None:
    titles = ("Outfit", "Fit", "Copy picture", "Picture", "Something of a picture to copy")
    entries = [Entry("", title, "", lambda: None) for title in titles]
    assert found(entries, text)[0].title == nearest
