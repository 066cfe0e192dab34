"""The one table of actions, the menus and lists built from it, and Numbers, used by the mouse."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer
from a4s_gui.drawing.spec import View
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.numbering import (
    SCHEMES,
    HeaderScheme,
    Numbering,
    Pin1,
    RowScheme,
    Scheme,
    TerminalScheme,
)
from a4s_gui.session import reducers
from a4s_gui.ui.core.action_spec import Menu
from a4s_gui.ui.dialogs.help_dialogs import ShortcutsDialog, about_text, all_shortcuts
from a4s_gui.ui.panels.pad_map.pad_map_panel import PadMapPanel
from a4s_gui.ui.shell.actions.menus import CheckList
from a4s_gui.ui.shell.actions.table import ACTIONS
from a4s_gui.ui.shell.main_window import MainWindow

EVERY = [scheme for group in SCHEMES.values() for scheme in group]
OTHER = (Pin1.LOWER_LEFT, RowScheme.ROW_BY_ROW, HeaderScheme.SAME, TerminalScheme.CONTINUED)


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


def test_every_action_stands_in_a_menu_and_the_bars_have_views_in_order_and_tools(
    window: MainWindow,
) -> None:
    _help_is_opened_and_closed_and_about_names_versions_edition_and_licences(window)
    menus = [action.menu() for action in window.menuBar().actions()]
    listed = [
        leaf.objectName() for menu in menus if isinstance(menu, QMenu) for leaf in _leaves(menu)
    ]
    assert {spec.id for spec in ACTIONS} <= set(listed)
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&Pairs", "&View", "&Drawing", "&Help"]
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


def _help_is_opened_and_closed_and_about_names_versions_edition_and_licences(
    window: MainWindow,
) -> None:
    text = about_text(window.controller.catalog)
    for words in ("Python 3.", "Qt 6.", "pyqtgraph 0.", "edition 2016", "MIT", "Roboto", "Apache"):
        assert words in text
    _a_shortcut_is_found_by_what_it_does_and_by_its_keys(window)
    for name, title in (("shortcuts", "Keyboard shortcuts"), ("about", "About A4S selector")):
        window.named_actions[name].trigger()
        dialog = window.dialogs.open_help
        assert dialog is not None
        assert dialog.windowTitle() == title
        assert dialog.isVisible()
        QTest.qWait(0)
        dialog.reject()
        assert window.dialogs.open_help is None


def _a_shortcut_is_found_by_what_it_does_and_by_its_keys(window: MainWindow) -> None:
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


def _choose(window: MainWindow, *schemes: Scheme) -> None:
    """Choose entries of the menu that the button Numbers opens, which stays open meanwhile."""
    buttons = window.view_bar.findChildren(QToolButton)
    menu = next(button.menu() for button in buttons if button.text() == "Numbers")
    menu.popup(window.mapToGlobal(window.rect().center()))
    for scheme in schemes:
        place = menu.actionGeometry(window.named_actions[f"numbering.{scheme}"]).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        assert menu.isVisible()
    menu.close()


def test_layers_and_numbers_are_chosen_in_menus_that_stay_open_followed_everywhere_and_undone(
    window: MainWindow,
) -> None:
    _layers_are_switched_one_by_one(window)
    window.controller.apply(reducers.set_view, View.PAIR)
    _are_undone_step_by_step(window)
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    for scheme in EVERY:
        _is_an_entry_and_excludes_its_like(window, scheme)
    window.controller.apply(reducers.set_view, View.PAIR)
    _map_files_and_command_follow(window)


def _is_an_entry_and_excludes_its_like(window: MainWindow, scheme: Scheme) -> None:
    _choose(window, *OTHER, scheme)
    numbering = window.controller.state.numbering
    assert numbering.has(scheme)
    for one in EVERY:
        assert window.named_actions[f"numbering.{one}"].isChecked() is numbering.has(one)
    assert sum(map(numbering.has, EVERY)) == len(SCHEMES)


def _map_files_and_command_follow(window: MainWindow) -> None:
    _choose(window, *OTHER)
    numbering = Numbering(
        RowScheme.ROW_BY_ROW, HeaderScheme.SAME, Pin1.LOWER_LEFT, TerminalScheme.CONTINUED
    )
    spec = window.controller.spec
    assert spec is not None
    assert spec.numbering == numbering
    panel = window.panels["pad-map"].panel
    assert isinstance(panel, PadMapPanel)
    panel.refresh()
    assert panel.numbering.text() == f"Numbering: {numbering.describe()}."
    assert [panel.pad_map.index(0, column).data() for column in (0, 1)] == ["1", "21"]
    table = format_for("pads.csv").write(ExportRequest(spec)).decode()
    ends = [line.split(",")[2] for line in table.splitlines() if ",terminal," in line]
    assert sorted(ends) == sorted(["41", "42", "43", "44"] * 2)
    footprint = format_for("kicad_mod").write(ExportRequest(replace(spec, view=View.SOCKET)))
    assert b'(pad "44" ' in footprint
    assert b'(pad "MP"' not in footprint
    window.named_actions["copy-command"].trigger()
    assert (
        QApplication.clipboard()
        .text()
        .endswith(
            "--numbering row-by-row,alike,lower-left --terminals continue "
            "-o AXE540127-AXE640124-pair.png"
        )
    )


def _layers_are_switched_one_by_one(window: MainWindow) -> None:
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    for layer in Layer:
        action = window.named_actions[f"layer.{layer}"]
        assert action.isChecked() == (layer in DEFAULT_LAYERS)
        action.trigger()
        assert (layer in window.controller.state.layers) == (layer not in DEFAULT_LAYERS)
        assert action.isChecked() == (layer not in DEFAULT_LAYERS)
    (menu,) = [menu for menu in window.findChildren(CheckList) if menu.title() == "&Layers"]
    menu.popup(window.mapToGlobal(window.rect().center()))
    action = window.named_actions[f"layer.{Layer.GRID}"]
    place = menu.actionGeometry(action).center()
    assert not action.isChecked()
    for shown in (True, False):
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        assert menu.isVisible()
        assert action.isChecked() is shown
    menu.close()


def _are_undone_step_by_step(window: MainWindow) -> None:
    _choose(window, Pin1.LOWER_LEFT, TerminalScheme.SINGLE)
    undo, redo = window.named_actions["undo"], window.named_actions["redo"]
    assert undo.text() == "&Undo numbering: Terminals: MP1 to MP4"
    undo.trigger()
    assert window.controller.state.numbering == Numbering(pin_1=Pin1.LOWER_LEFT)
    redo.trigger()
    chosen = window.controller.state.numbering
    assert chosen == Numbering(pin_1=Pin1.LOWER_LEFT, terminals=TerminalScheme.SINGLE)
