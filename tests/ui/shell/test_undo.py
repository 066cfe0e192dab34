"""Undo, redo, back and forward in the window: menus, keys, text fields, restarts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.query import Facet
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import Pin1, RowScheme, Scheme, TerminalScheme
from a4s_gui.session import reducers
from a4s_gui.session.session_text import encode_session
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.details.details_panel import DetailsPanel
from a4s_gui.ui.panels.ordering.ordering_panel import OrderingPanel
from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel
from a4s_gui.ui.shell import session_keeper
from a4s_gui.ui.shell.app import make_window
from a4s_gui.ui.shell.main_window import MainWindow
from tests.ui.conftest import WindowMaker

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.focusWidget(), key, modifiers)


def _undo(window: MainWindow) -> None:
    _press(window, Qt.Key.Key_Z, CONTROL)


def _click(window: MainWindow, facet: Facet, wanted: object) -> None:
    values = window.controller.result.facets[facet]
    value = next(value for value in values if value.value == wanted)
    window.controller.apply(reducers.click_value, facet, value)


def test_menu_and_keys_undo_and_redo_and_lead_back_through_the_pairs(window: MainWindow) -> None:
    _back_and_forward_lead_through_the_pairs(window)
    window.controller.undo()
    _menu_and_keys_undo_and_redo_what_the_menu_names(window)
    window.controller.apply(reducers.reset)
    window.controller.apply(reducers.choose_pair, "AXE540127/AXE640124")
    _a_text_field_undoes_its_typing_first_and_then_the_window(window)


def _menu_and_keys_undo_and_redo_what_the_menu_names(window: MainWindow) -> None:
    _keys_undo_and_redo_from_the_table(window)
    window.controller.undo()
    window.controller.undo()
    undo, redo = window.named_actions["undo"], window.named_actions["redo"]
    assert not undo.isEnabled()
    _click(window, Facet.PINS, 24)
    assert (undo.text(), undo.isEnabled()) == ("&Undo filter: 24 pins", True)
    assert window.windowTitle().startswith("AXE524127 + ")
    undo.trigger()
    assert window.windowTitle().startswith("AXE540127 + AXE640124")
    assert (undo.text(), undo.isEnabled()) == ("&Undo", False)
    assert redo.text() == "&Redo filter: 24 pins"
    redo.trigger()
    assert window.windowTitle().startswith("AXE524127 + ")
    window.controller.apply(reducers.set_text, "a&b")
    assert undo.text() == "&Undo search: a&&b", "the ampersand is no mark of a key"


def _keys_undo_and_redo_from_the_table(window: MainWindow) -> None:
    for name in ("zoom-in", "zoom-out", "fit", "measure"):
        window.named_actions[name].trigger()
    assert window.controller.history.past == (), "zooming is no step"
    window.table.setFocus()
    window.controller.apply(reducers.set_view, View.MATED)
    window.controller.apply(reducers.set_seen_from, Half.HEADER)
    _undo(window)
    _undo(window)
    assert window.controller.state.view is View.PAIR
    _press(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    _press(window, Qt.Key.Key_Y, CONTROL)
    assert window.controller.state.seen_from is Half.HEADER


def _a_text_field_undoes_its_typing_first_and_then_the_window(window: MainWindow) -> None:
    _click(window, Facet.PINS, 24)
    window.search.setFocus()
    QTest.keyClicks(window.search, "127")
    _undo(window)
    assert window.search.text() == ""
    assert window.controller.state.filter.text == ""
    _undo(window)
    assert window.controller.state.filter.pins == frozenset()
    assert window.windowTitle().startswith("AXE540127 + AXE640124")
    assert window.search.hasFocus()

    field = window.filters.fit.fields[Limit.LENGTH].findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    window.controller.apply(reducers.set_view, View.MATED)
    assert QApplication.focusWidget() is field, "with nothing typed in it"
    _undo(window)
    assert window.controller.state.view is View.PAIR


def _back_and_forward_lead_through_the_pairs(window: MainWindow) -> None:
    back, forward = window.named_actions["back"], window.named_actions["forward"]
    assert not back.isEnabled()
    QTest.qWait(450)  # a pair that is passed on the way is none that was looked at
    window.controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    window.table.setFocus()
    _press(window, Qt.Key.Key_Left, ALT)
    assert window.windowTitle().startswith("AXE540127")
    assert (back.isEnabled(), forward.isEnabled()) == (False, True)
    window.search.setFocus()
    _press(window, Qt.Key.Key_Right, ALT)
    assert window.windowTitle().startswith("AXE510127")
    assert not forward.isEnabled()


def _part_list(window: MainWindow) -> PartListPanel:
    return window.panels["part-list"].panel_as(PartListPanel)


def _number(window: MainWindow, scheme: Scheme) -> None:
    window.named_actions[f"numbering.{scheme}"].trigger()


def _type_pieces(window: MainWindow) -> None:
    panel = window.panels["ordering"].panel_as(OrderingPanel)
    panel.pieces.lines[Half.SOCKET].insert("12000")


def _ask_current(window: MainWindow) -> None:
    box = window.panels["details"].panel_as(DetailsPanel).current_box
    box.current.selectAll()  # the limit of the current is asked of the pair too
    QTest.keyClicks(box.current, "2")
    QTest.keyClicks(box.contacts, "8")


def _correct_list(window: MainWindow) -> None:
    panel = _part_list(window)
    panel.read_text("AXE640134\nAXE510127\n")
    QApplication.processEvents()
    panel.table.selectRow(0)
    panel.ambiguity.chosen.emit("AXE640124")


# Each is done on what those before it left.
JOBS: dict[str, Callable[[MainWindow], object]] = {
    "pair": lambda window: window.named_actions["next-pair"].trigger(),
    "filter": lambda window: _click(window, Facet.HEIGHT, 1.0),
    "bound": lambda window: window.controller.apply(reducers.set_bound, Facet.PINS_TO, 20),
    "limit": lambda window: window.controller.apply(reducers.set_limit, Limit.CURRENT, 2.0),
    "search": lambda window: QTest.keyClicks(window.search, "AXE52"),
    "pin": lambda window: window.named_actions["pin-pair"].trigger(),
    "view": lambda window: window.named_actions["view.tape"].trigger(),
    "layer": lambda window: window.named_actions["layer.paste"].trigger(),
    "numbering": lambda window: _number(window, RowScheme.LOOP),
    "pin 1": lambda window: _number(window, Pin1.LOWER_LEFT),
    "terminals": lambda window: _number(window, TerminalScheme.SINGLE),
    "seen from": lambda window: window.controller.apply(reducers.set_seen_from, Half.HEADER),
    "figure": lambda window: window.controller.apply(
        reducers.edit_figures, {"socket.contact_width_mm": 0.25}
    ),
    "land limit": lambda window: window.controller.apply(
        reducers.measure_land, window.controller.pattern
    ),
    "comparison": lambda window: window.named_actions["compare-pair"].trigger(),
    "pieces": _type_pieces,
    "current": _ask_current,
    "list": _correct_list,
}


@pytest.fixture
def make_unshown(qapp: QApplication, qtbot: QtBot) -> WindowMaker:
    """Make windows with the user's settings and sessions, which need no drawing."""

    def make_one(part: str | None = None) -> MainWindow:
        window = make_window(qapp, part)
        qtbot.addWidget(window)
        return window

    return make_one


def test_a_session_is_written_while_the_window_is_open_and_the_one_closed_last_comes_back(
    make_unshown: WindowMaker, own_settings: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_keeper, "_PAUSE_MS", 1)
    folder = own_settings.parent / "sessions"
    last = folder / "last.json"
    one, two = make_unshown("AXE640124"), make_unshown("AXE510127")
    two.controller.apply(reducers.set_view, View.TAPE)
    qtbot.waitUntil(lambda: any(folder.glob("open-*.json")))
    assert '"view": "tape"' in next(folder.glob("open-*.json")).read_text(encoding="utf-8")
    one.controller.apply(reducers.set_view, View.MATED)
    two.close()
    assert last.read_text(encoding="utf-8") == encode_session(two.controller.state)
    one.close()
    third = make_unshown()
    assert third.controller.state == one.controller.state
    third.close()
    _a_newer_one_is_put_aside(last, make_unshown)


def _a_newer_one_is_put_aside(last: Path, make_unshown: WindowMaker) -> None:
    newer = last.read_text(encoding="utf-8").replace('"version": 1', '"version": 99')
    last.write_text(newer, encoding="utf-8")
    window = make_unshown()
    assert "written by a newer version" in window.notice.label.text()
    assert "unread-1.json" in window.notice.label.text()
    assert window.windowTitle().startswith("AXE510127")
    assert (last.parent / "unread-1.json").read_text(encoding="utf-8") == newer


def test_a_pattern_that_is_gone_does_not_bar_the_way_back(catalog: Catalog, qtbot: QtBot) -> None:
    there = {"default", "inkplate-5"}

    def load(name: str) -> LandPattern:
        if name not in there:
            raise A4sError(f"land pattern “{name}”: there is none of that name")
        return shipped_pattern(name)

    controller = Controller(catalog, load_pattern=load)
    controller.apply(reducers.set_view, View.MATED)
    controller.apply(reducers.set_pattern, "inkplate-5")
    controller.apply(reducers.set_pattern, "default")
    there.clear()
    with qtbot.waitSignal(controller.message) as told:
        controller.undo()
    assert controller.state.pattern_name == "default"
    assert told.args is not None
    assert "The land pattern stays as it is" in told.args[0]
    controller.undo()
    controller.undo()
    assert controller.state.view is View.PAIR


def test_each_job_is_undone_and_all_come_back_after_a_restart(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    """The last of this module: it closes the window that all share."""
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    for name, job in JOBS.items():
        before, done = window.controller.state, len(window.controller.history.past)
        job(window)
        after = window.controller.state
        assert after != before, name
        while len(window.controller.history.past) > done:
            window.named_actions["undo"].trigger()
        assert window.controller.state == before, name
        while window.controller.history.future:
            window.named_actions["redo"].trigger()
        assert encode_session(window.controller.state) == encode_session(after), name
    window.close()

    second = make_window(qapp, settings=Settings(window._settings.path))
    qtbot.addWidget(second)
    assert encode_session(second.controller.state) == encode_session(window.controller.state)
    assert second.notice.isHidden()
    assert second.controller.pattern.socket.contact_width_mm == 0.25
    assert second.controller.pattern.title.endswith("(edited)")
    _fields_and_list_show_what_came_back_and_what_is_undone(second, qtbot)


def _fields_and_list_show_what_came_back_and_what_is_undone(
    window: MainWindow, qtbot: QtBot
) -> None:
    pieces = window.panels["ordering"].panel_as(OrderingPanel).pieces
    assert pieces.texts == ("12000", "")
    box = window.panels["details"].panel_as(DetailsPanel).current_box
    assert (box.current.text(), box.contacts.text()) == ("2", "8")
    assert box.question is not None
    panel = _part_list(window)
    qtbot.waitUntil(lambda: panel.list_model.rowCount() == 2)
    assert "2 resolved" in panel.summary.text()
    window.controller.apply(reducers.ask, current="", contacts="", sockets="")
    assert (pieces.texts, box.current.text()) == (("", ""), "")
    assert box.question is None
    window.named_actions["undo"].trigger()
    assert (pieces.texts, box.contacts.text()) == (("12000", ""), "8")
    panel.clear()
    assert panel.list_model.rowCount() == 0
    window.named_actions["undo"].trigger()
    assert "2 resolved" in panel.summary.text()
