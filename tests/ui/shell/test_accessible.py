"""The window for those who cannot see it: names, roles, what is said, and jobs done by them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.selection.query import Facet
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_size import LandMeasure
from a4s_gui.session import reducers
from a4s_gui.session.state import State
from a4s_gui.ui.panels.boards.boards_panel import BoardsPanel
from a4s_gui.ui.panels.compare.compare_panel import ComparePanel
from a4s_gui.ui.panels.filters.value_button import ValueButton
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS, PanelSpec
from tests.boards.synthesis import Placed, board_text, library_pads
from tests.ui.accessibility import Role, act, all_items, description, find, interface, name, press

_QT_NAMES_IT = (Role.PageTabList, Role.ComboBox)
"""Qt names these by what is chosen in them, on Linux at least."""


def _doubles(called: str, said: str) -> bool:
    """Return whether something is said twice: in a name, or in a name and what describes it."""
    words = [word.strip().lower() for word in re.split(r"[,:]", called)]
    rest = said.removeprefix(called).lstrip()
    again = bool(called) and said.startswith(called) and (not rest or rest.startswith(":"))
    return again or len(words) != len(set(words))


def test_controls_have_the_role_of_what_they_are_and_the_drawing_is_described(
    window: MainWindow,
) -> None:
    _the_drawing_is_one_graphic_that_takes_the_keys_and_stays_described(window)
    window.controller.apply(reducers.choose_pair, "AXE540127/AXE640124")
    window.named_actions["view.pair"].trigger()
    _the_views_are_radio_buttons_one_stop_and_walked_by_the_arrows(window)


def _the_views_are_radio_buttons_one_stop_and_walked_by_the_arrows(window: MainWindow) -> None:
    _is_a_check_box_where_it_is_on_or_off_and_a_deed_a_button(window)
    views = [interface(button) for button in window.view_bar.views.buttons]
    assert {item.role() for item in views} == {Role.RadioButton}
    first, second, *_ = window.view_bar.views.buttons
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    assert window.controller.state.view == "socket"
    policies = [button.focusPolicy() for button in window.view_bar.views.buttons]
    assert sum(bool(policy & Qt.FocusPolicy.TabFocus) for policy in policies) == 1
    press(find(window, Role.RadioButton, "Mated"))
    assert window.controller.state.view == "mated"
    checked = [name(item) for item in views if item.state().checked]
    assert checked == ["Mated"]


def _is_a_check_box_where_it_is_on_or_off_and_a_deed_a_button(window: MainWindow) -> None:
    for role, called in (
        (Role.CheckBox, "Measure"),
        (Role.CheckBox, "10 pins"),
        (Role.Button, "Fit"),
        (Role.ButtonMenu, "Layers"),
        (Role.ButtonMenu, "Theme"),
        (Role.EditableText, "Search"),
        (Role.Table, "Pairs"),
    ):
        assert name(find(window, role, called)) == called
    found = find(window, Role.StaticText, "72 of 72 pairs")
    assert description(found) == "Pairs that match, of all in the catalog"
    assert description(find(window, Role.StaticText, "AXE640124")) == "Header part number"


def _drawing_in_words(window: MainWindow) -> str:
    return description(find(window, Role.Graphic, "Drawing"))


def _the_drawing_is_one_graphic_that_takes_the_keys_and_stays_described(
    window: MainWindow,
) -> None:
    assert window.drawing is not None
    named = [item for item in all_items(interface(window.drawing)) if name(item)]
    assert [(item.role(), name(item)) for item in named] == [(Role.Graphic, "Drawing")]
    act(named[0], "SetFocus")
    assert window.drawing.canvas.hasFocus()
    said = _drawing_in_words(window)
    assert said.startswith("AXE540127 + AXE640124: top view of each half's board, ")
    assert "Socket with 40 pads and 4 terminals, pin 1 at the upper left." in said
    assert "Header with 40 pads and 4 terminals, pin 1 at the lower left." in said
    assert said.endswith("The table Pad map has every pad with its place.")
    window.controller.apply(reducers.toggle_below)
    assert "view from below" in _drawing_in_words(window)
    assert "pin 1 at the lower right" in _drawing_in_words(window)
    window.controller.apply(reducers.toggle_below)
    window.named_actions["zoom-in"].trigger()
    scale = f"{window.drawing.viewport.scale:.3g}:1"
    assert scale in _drawing_in_words(window)
    assert scale not in said
    window.controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    assert "with 10 pads" in _drawing_in_words(window)
    window.named_actions["view.tape"].trigger()
    assert "embossed tape and reel" in _drawing_in_words(window)
    assert _drawing_in_words(window).endswith("No pads are shown.")


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Return what is announced from now on, with how urgent it is."""
    told: list[tuple[str, str]] = []

    def keep(event: object) -> None:
        message = getattr(event, "message", None)
        if message is not None:
            told.append((message(), event.politeness().name))  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", keep)
    return told


def test_messages_notices_and_refusals_are_announced(
    window: MainWindow, announced: list[tuple[str, str]]
) -> None:
    def refuse(_state: State) -> State:
        raise A4sError("it cannot be")

    window.controller.message.emit("Copied")
    window.notice.show_message("The font is missing")
    window.controller.apply(refuse)
    assert announced == [
        ("Copied", "Polite"),
        ("The font is missing", "Assertive"),
        ("it cannot be", "Polite"),
    ]
    announced.clear()
    window.controller.apply(reducers.set_text, "zzz")
    assert [text for text, _ in announced if text.startswith("Nothing matches “zzz”")]
    window.docks.bring_up("details")
    window.details.current_box.current.setText("many")
    assert any("many" in text and how == "Assertive" for text, how in announced)


def _type(window: QWidget, called: str, text: str) -> None:
    """Put a text into a field, all but its last sign at once: each key asks for all pairs anew."""
    act(find(window, Role.EditableText, called), "SetFocus")
    keys = QApplication.focusWidget()
    assert keys is not None
    QGuiApplication.clipboard().setText(text[:-1])
    QTest.keyClick(keys, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(keys, text[-1])


def _copied() -> str:
    return QGuiApplication.clipboard().text()


def _cells(window: MainWindow, called: str) -> list[str]:
    table = find(window, Role.Table, called)
    return [name(table.child(place)) for place in range(table.childCount())]


def test_a_pair_is_chosen_looked_at_and_asked_for_a_current_and_a_board_is_checked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _choose_a_pair_and_hear_what_its_number_means(window)
    _look_at_the_drawing_and_its_twin_and_ask_for_a_current(window, qtbot)
    _check_a_board(window, qtbot, tmp_path / "main.kicad_pcb")


def _choose_a_pair_and_hear_what_its_number_means(window: MainWindow) -> None:
    _type(window, "Search", "AXE524127")
    assert "pins" in description(find(window, Role.EditableText, "Search"))
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert name(interface(window)).startswith("AXE524127 + ")
    press(find(window, Role.Button, "Clear"))
    press(find(window, Role.CheckBox, "40 pins"))
    assert window.controller.state.filter.pins == {40}
    picked = window.filters.group(Facet.PINS)
    assert [b.value.value for b in picked.buttons if b.isChecked()] == [40]
    press(find(window, Role.CheckBox, "0.8 mm mated height"))
    press(find(window, Role.CheckBox, "4 mm packaging"))
    find(window, Role.StaticText, "1 of 72 pairs")
    assert "AXE540127D" in _cells(window, "Pairs")
    assert name(interface(window)).startswith("AXE540127D + AXE640124D")
    press(find(window, Role.Button, "Clear"))
    find(window, Role.StaticText, "72 of 72 pairs")


def _look_at_the_drawing_and_its_twin_and_ask_for_a_current(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(find(window, Role.RadioButton, "Header"))
    assert window.drawing is not None
    said = description(interface(window.drawing.canvas))
    assert "header, top view of its board" in said
    assert "Header with 40 pads" in said
    window.named_actions["pad-map"].trigger()
    panel = window.panels["pad-map"].panel
    qtbot.waitUntil(panel.isVisible)
    qtbot.waitUntil(lambda: {"Socket", "Header", "x", "40"} <= set(_cells(window, "Pad map")))
    press(find(panel, Role.Button, "Copy"))
    qtbot.waitUntil(lambda: _copied().startswith("socket_pad\theader_pad"))
    window.docks.bring_up("details")
    _type(window, "Current needed", "0.2")
    find(window, Role.StaticText, "Yes.")


def _check_a_board(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    pads = library_pads(Half.SOCKET, 24)
    file.write_text(board_text(Placed("J3", pads, value="AXE524127")))
    panel = window.docks.bring_up("boards")
    qtbot.waitUntil(panel.isVisible)
    assert isinstance(panel, BoardsPanel)
    with qtbot.waitSignal(panel.checker.done):
        panel.read_files([file])
    assert "AXE524127" in _cells(window, "Connectors")


def test_what_is_taken_from_a_menu_or_toggled_without_a_click_is_done(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    item: Any = interface(menu)
    entries = [item.child(place) for place in range(item.childCount())]
    act(next(one for one in entries if name(one) == "Copy AXE540127"), "Press")
    assert _copied() == "AXE540127"
    menu.close()
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    window.resize(900, 600)
    press(find(window, Role.CheckBox, "Pin pair"))
    qtbot.waitUntil(lambda: window.controller.state.pinned)
    press(find(window, Role.CheckBox, "From below (flipped)"))
    qtbot.waitUntil(lambda: window.controller.state.from_below)
    press(find(window, Role.CheckBox, "From below (flipped)"))
    qtbot.waitUntil(lambda: not window.controller.state.from_below)
    press(find(window, Role.CheckBox, "Measure"))
    qtbot.waitUntil(lambda: window.stage.is_measuring)
    press(find(window, Role.CheckBox, "Filters"))
    assert window.docks.drawers.open_panel == "filters"
    press(find(window, Role.RadioButton, "Measure the land pattern"))
    assert isinstance(window.controller.state.filter.limits.measure, LandMeasure)
    press(find(window, Role.CheckBox, "Filters"))
    assert not window.docks.drawers.open_panel


def test_all_that_takes_the_keys_is_named_and_says_once_what_it_is_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    window.resize(1480, 925)
    keys = _tabbed_from_the_search(window, times=5)
    assert isinstance(keys, ValueButton), "the first filter is near"
    assert window.filters.isAncestorOf(keys)
    two = [pair.id for pair in window.controller.catalog.pairs[:2]]
    window.controller.apply(reducers.compare_pairs, two)
    assert not _nameless_or_doubled_in_panels(window, qtbot, PANELS)

    labels = {label.buddy() for label in window.findChildren(QLabel)}
    for box in window.findChildren(QComboBox):
        assert box.accessibleName()
        assert box in labels or description(interface(box)), box.accessibleName()
    window.resize(1280, 800)  # less wide there is no room for figures and outlines
    window.docks.bring_up("compare")
    outlines = "Outlines of the compared pairs"
    panel = window.panels["compare"].panel_as(ComparePanel)
    qtbot.waitUntil(panel.shown.isVisible)
    press(find(window, Role.RadioButton, "Outlines"))
    qtbot.waitUntil(panel.picture.isVisible)
    assert "Longest socket" in description(find(window, Role.Graphic, outlines))

    window.resize(900, 562)
    keys = _tabbed_from_the_search(window, times=1)
    assert keys is window.docks.drawers.rail.buttons["filters"], "in drawers too"
    in_drawers = [spec for spec in PANELS if spec.is_beside]
    assert not _nameless_or_doubled_in_panels(window, qtbot, in_drawers)


def _tabbed_from_the_search(window: MainWindow, *, times: int) -> QWidget:
    """Return where so many tabs lead to, or that first value of a filter among them."""
    window.search.setFocus()
    keys: QWidget = window.search
    for _ in range(times):
        QTest.keyClick(keys, Qt.Key.Key_Tab)
        keys = window.focusWidget()
        if isinstance(keys, ValueButton):
            break
    return keys


def _nameless_or_doubled_in_panels(
    window: MainWindow, qtbot: QtBot, panels: Sequence[PanelSpec]
) -> set[tuple[str, ...]]:
    bad: set[tuple[str, ...]] = set()
    for spec in panels:
        window.docks.bring_up(spec.name)
        qtbot.waitUntil(window.panels[spec.name].panel.isVisible)
        dock_or_drawer = window.panels[spec.name].parentWidget()
        assert dock_or_drawer is not None
        bad |= _nameless_or_doubled(dock_or_drawer)
    return bad | _nameless_or_doubled(window)


def _nameless_or_doubled(widget: QWidget) -> set[tuple[str, ...]]:
    """Return what takes the keys in a widget and has no name, and all that says a word twice."""
    bad: set[tuple[str, ...]] = set()
    for item in all_items(interface(widget)):
        called, said = name(item), description(item)
        state: Any = item.state()
        by_qt = item.role() in _QT_NAMES_IT or isinstance(item.object(), QTabWidget)
        if item.role() is not Role.StaticText and (
            (state.focusable and not called and not by_qt) or _doubles(called, said)
        ):
            bad.add((type(item.object()).__name__, item.role().name, called, said))
    return bad
