"""The one table of actions, and the menus and lists built from it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.ui.core.action_spec import Menu
from a4s_gui.ui.dialogs.help_dialogs import ShortcutsDialog, about_text, all_shortcuts
from a4s_gui.ui.shell.actions.table import ACTIONS
from a4s_gui.ui.shell.main_window import MainWindow


def test_ids_and_shortcuts_are_unique() -> None:
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)
    keys = Counter(QKeySequence(k).toString() for spec in ACTIONS for k in spec.shortcuts)
    assert all(keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_explains_itself() -> None:
    for spec in ACTIONS:
        assert spec.tip
        assert not spec.tip.endswith(".")
        assert spec.text


def test_mnemonics_of_a_menu_are_unique() -> None:
    for menu in Menu:
        letters = Counter(
            spec.text.partition("&")[2][:1].lower() for spec in ACTIONS if spec.menu is menu
        )
        assert [key for key, count in letters.items() if key and count > 1] == [], menu


def test_every_view_and_layer_can_be_chosen() -> None:
    ids = {spec.id for spec in ACTIONS}
    assert {f"view.{view}" for view in View} <= ids
    assert {f"layer.{layer}" for layer in Layer} <= ids


def _leaves(menu: QMenu) -> list[QAction]:
    found = []
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            found += _leaves(inside)
        elif not action.isSeparator():
            found.append(action)
    return found


def test_every_action_stands_in_a_menu(window: MainWindow) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    listed = [
        leaf.objectName() for menu in menus if isinstance(menu, QMenu) for leaf in _leaves(menu)
    ]
    assert {spec.id for spec in ACTIONS} <= set(listed)
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&Pairs", "&View", "&Drawing", "&Help"]


def test_the_bars_have_the_views_in_order_and_the_tools(window: MainWindow) -> None:
    segments = [button.actions()[0].objectName() for button in window.view_bar.views.buttons]
    assert segments == [f"view.{view}" for view in View]
    beside = {action.objectName() for action in window.view_bar.actions()}
    assert {"turn-over", "fit", "zoom-in", "zoom-out", "measure"} <= beside
    above = {action.objectName() for action in window.tool_bar.actions()}
    assert {"export", "copy-picture"} <= above


def test_the_list_of_shortcuts_has_every_one() -> None:
    listed = {row.what: row.keys for row in all_shortcuts(ACTIONS)}
    for spec in ACTIONS:
        for key in spec.shortcuts:
            native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            assert native in listed[spec.plain_text]


def test_a_shortcut_is_found_by_what_it_does_and_by_its_keys(window: MainWindow) -> None:
    window.named_actions["shortcuts"].trigger()
    dialog = window.dialogs.open_help
    assert isinstance(dialog, ShortcutsDialog)
    everything = len(dialog.rows.rows)

    QTest.keyClicks(dialog.search, "add comparison")
    assert [row.keys for row in dialog.rows.rows] == ["Ctrl+K"]
    dialog.search.setText("ctrl+0 drawing")
    assert [row.what for row in dialog.rows.rows] == ["Fit"]

    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert len(dialog.rows.rows) == everything
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_about_names_versions_edition_and_licences(window: MainWindow) -> None:
    text = about_text(window.controller.catalog)
    for words in ("Python 3.", "Qt 6.", "pyqtgraph 0.", "edition 2016", "MIT", "Roboto", "Apache"):
        assert words in text


def test_menus_are_opened_and_closed_by_the_help_actions(window: MainWindow) -> None:
    for name, title in (("shortcuts", "Keyboard shortcuts"), ("about", "About A4S selector")):
        window.named_actions[name].trigger()
        dialog = window.dialogs.open_help
        assert dialog is not None
        assert dialog.windowTitle() == title
        assert dialog.isVisible()
        QTest.qWait(0)
        dialog.reject()
        assert window.dialogs.open_help is None
