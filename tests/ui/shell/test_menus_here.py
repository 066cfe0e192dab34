"""What can be done with a thing where it is: the menus of the window, by mouse and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.selection.query import Facet
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.footprint import footprint
from a4s_gui.session import reducers
from a4s_gui.session.state import PadKey
from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel
from a4s_gui.ui.shell.main_window import MainWindow

PAD = PadKey(Half.SOCKET, 11)


def _menu(widget: QWidget, place: QPoint | None = None) -> QMenu:
    """Return the menu that a widget opens at a place under the mouse; without, by key."""
    reasons = QContextMenuEvent.Reason
    at = place or widget.rect().center()
    reason = reasons.Mouse if place else reasons.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
    return _open_menu()


def _open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _lines(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def _entry(menu: QMenu, begins: str) -> QAction:
    """Return the first line of a menu, or of one below it, that begins so."""
    for action in menu.actions():
        if action.text().replace("&", "").startswith(begins):
            return action
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            return _entry(below, begins)
    raise LookupError(begins)


def _do(menu: QMenu, begins: str) -> None:
    """Take a line of a menu as the user does: the menu shuts, then it is done."""
    action = _entry(menu, begins)
    assert action.isEnabled()
    menu.close()
    action.trigger()


def _copied() -> str:
    return QGuiApplication.clipboard().text()


def _pad_place(window: MainWindow, key: PadKey) -> QPoint:
    """Point at a pad, and return where it is in the drawing."""
    view = window.drawing
    assert view is not None
    assert view.scene is not None
    placed = next(p for p in view.scene.placed if p.footprint.half is key.half)
    _pad, copper = list(placed.pads())[key.index]
    x_px, y_px = view.viewport.to_px(copper.x_mm, copper.y_mm)
    place = QPoint(round(x_px), round(y_px))
    view.canvas.pointed.emit((float(place.x()), float(place.y())))
    return place


def test_the_drawing_offers_the_windows_own_actions_and_a_pads_own(
    window: MainWindow, qtbot: QtBot
) -> None:
    _the_drawing_offers_the_windows_own_actions(window)
    _the_commands_of_drawing_and_list_are_copied(window)
    window.controller.undo()
    window.controller.undo()
    _a_pad_is_selected_copied_with_units_and_measured_from(window)
    _by_key_the_menu_is_that_of_the_selected_pad_and_leads_to_the_pad_map(window, qtbot)


def _the_drawing_offers_the_windows_own_actions(window: MainWindow) -> None:
    assert window.drawing is not None
    menu = _menu(window.drawing.canvas.viewport(), QPoint(3, 3))
    assert _entry(menu, "Fit") is window.named_actions["fit"]
    assert _entry(menu, "Mated") is window.named_actions["view.mated"]
    assert "Layers" in _lines(menu)
    assert "Numbering" in _lines(menu)
    _do(menu, "Mated")
    assert window.controller.state.view == "mated"


def _the_commands_of_drawing_and_list_are_copied(window: MainWindow) -> None:
    window.named_actions["copy-command"].trigger()
    assert _copied() == (
        "a4s-gui export AXE540127 AXE640124 --view mated -o AXE540127-AXE640124-mated.png"
    )
    window.controller.apply(reducers.set_text, "AXE540127")
    window.named_actions["copy-list-command"].trigger()
    assert _copied() == "a4s-gui list"
    assert window.status_line.message.whole.startswith("Copied, without the search: a4s-gui list")


def _a_pad_is_selected_copied_with_units_and_measured_from(window: MainWindow) -> None:
    assert window.drawing is not None
    place = _pad_place(window, PAD)
    _do(_menu(window.drawing.canvas.viewport(), place), "Select socket pad 12")
    assert window.controller.state.pad == PAD
    _do(_menu(window.drawing.canvas.viewport(), place), "Copy figures of socket pad 12")
    pair = window.controller.pair
    assert pair is not None
    spec = window.controller.spec
    assert spec is not None
    pad = footprint(pair.socket, spec.pattern, spec.numbering).pads[PAD.index]
    assert _copied() == (
        f"Socket pad 12: x {pad.x_mm:g} mm, y {pad.y_mm:g} mm, "
        f"width {pad.width_mm:g} mm, height {pad.height_mm:g} mm"
    )
    _do(_menu(window.drawing.canvas.viewport(), place), "Measure from its centre")
    measured = window.drawing.pointing.measurement
    assert measured is not None
    assert measured.start is not None
    assert str(measured.start) == "centre of socket pad 12"
    assert window.named_actions["measure"].isChecked()


def _by_key_the_menu_is_that_of_the_selected_pad_and_leads_to_the_pad_map(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.drawing is not None
    canvas = window.drawing.canvas
    window.controller.apply(reducers.select_pad, None)
    canvas.setFocus()
    menu = _menu(canvas)
    assert "Fit" in _lines(menu)
    menu.close()
    window.controller.apply(reducers.select_pad, PAD)
    QTest.keyClick(canvas, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = _open_menu()
    assert "Select socket pad 12" in _lines(menu)
    _do(menu, "Show in the pad map")
    qtbot.waitUntil(window.panels["pad-map"].panel.isVisible)
    table = window.panels["pad-map"].panel.table  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(table.selected_rows()))
    _do(_menu(table), "Copy figures of header pad 12")
    assert _copied().startswith("Header pad 12: x ")


def test_filter_values_chips_part_numbers_and_headings_have_menus_of_their_own(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _a_part_number_is_copied_explained_and_looked_up(window, monkeypatch)
    _a_section_of_the_details_is_copied_from_its_heading(window)
    _a_value_is_taken_alone_left_out_or_copied_as_its_chip_is(window)
    _a_greyed_value_has_a_menu_too(window)


def _a_value_is_taken_alone_left_out_or_copied_as_its_chip_is(window: MainWindow) -> None:
    controller = window.controller
    pins = window.filters.group(Facet.PINS).buttons
    for button in pins[:3]:
        button.click()
    three = [button.value.value for button in pins[:3]]
    _do(_menu(pins[0]), "Leave it out")
    assert controller.state.filter.pins == frozenset(three[1:])
    _do(_menu(pins[5]), "Only this one")
    assert controller.state.filter.pins == {pins[5].value.value}
    _do(_menu(pins[5]), "Clear this group")
    assert controller.state.filter.pins == frozenset()
    _do(_menu(pins[0]), "Leave it out")
    assert controller.state.filter.pins == {b.value.value for b in pins[1:] if b.value.rows}
    controller.undo()
    _do(_menu(pins[2]), "Copy")
    assert _copied() == pins[2].value.label
    pins[0].click()
    chip = window.chip_line.chips.buttons[0]
    _do(_menu(chip), "Copy")
    assert _copied() == chip.text()
    _do(_menu(chip), "Take off")
    assert not window.chip_line.chips.buttons


def _a_greyed_value_has_a_menu_too(window: MainWindow) -> None:
    window.controller.apply(reducers.set_text, "AXE5101")
    group = window.filters.group(Facet.PINS)
    grey = next(button for button in group.buttons if not button.isEnabled())
    place, right = grey.mapTo(group, grey.rect().center()), Qt.MouseButton.RightButton
    QTest.mouseClick(group, right, Qt.KeyboardModifier.NoModifier, place)
    menu = _open_menu()
    assert not _entry(menu, "Only this one").isEnabled()
    assert not _entry(menu, "Leave it out").isEnabled()
    menu.close()
    group.buttons[0].click()
    window.controller.apply(reducers.set_text, "nothing")
    chosen = group.buttons[0]
    assert (chosen.isChecked(), chosen.isEnabled()) == (True, False)
    edge = chosen.grab().toImage().pixelColor(chosen.width() // 2, 0)
    assert edge == chosen.palette().highlight().color(), "it is seen to be chosen"


def _a_part_number_is_copied_explained_and_looked_up(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = window.pair_strip.number_label(Half.HEADER)
    _do(_menu(label), "Copy AXE640124")
    assert _copied() == "AXE640124"
    _do(_menu(label), "Copy both numbers")
    assert _copied() == "AXE540127 + AXE640124"
    _do(_menu(label), "Explain the number")
    assert window.search.card.isVisible()
    assert window.search.card.explained.typed == "AXE640124"
    assert not window.search.text()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.search.card.isVisible()
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    _do(_menu(label), "Maker's datasheet page…")
    assert opened == ["https://industrial.panasonic.com/ac/e/"]


def _a_section_of_the_details_is_copied_from_its_heading(window: MainWindow) -> None:
    page = window.details.page
    window.docks.bring_up("details")
    part = page.parts[0]
    page.jump_to(part.place)
    menu = _menu(page.browser.viewport(), QPoint(20, 14))
    assert f"Copy part “{part.title}”" in _lines(menu)
    _do(menu, "Copy part")
    everything = _copied()
    _do(_menu(page.browser.viewport(), QPoint(20, 14)), "Copy all")
    assert len(everything) < len(_copied())


def test_a_line_is_chosen_ordered_copied_and_removed_and_every_table_has_a_menu(
    window: MainWindow, qtbot: QtBot
) -> None:
    _a_line_is_chosen_ordered_copied_and_removed(window, qtbot)
    _every_table_has_a_menu_by_key(window)


def _a_line_is_chosen_ordered_copied_and_removed(window: MainWindow, qtbot: QtBot) -> None:
    window.controller.apply(reducers.set_view, View.SOCKET)  # soon drawn
    panel = window.docks.bring_up("part-list")
    assert isinstance(panel, PartListPanel)
    panel.read_text("Part;Quantity\nAXE510127;2\nAXE610124;2\nAXE540127;7\n")
    qtbot.waitUntil(lambda: bool(panel.list_model.rows))
    panel.table.go_to(3)
    _do(_menu(panel.table), "Copy the line as read")
    assert _copied() == "AXE540127;7"
    panel.table.go_to(1)
    _do(_menu(panel.table), "Choose AXE510127/AXE610124")
    assert window.controller.state.pair_id == "AXE510127/AXE610124"
    _do(_menu(panel.table), "Remove the line")
    qtbot.waitUntil(lambda: len(panel.list_model.rows) == 3)
    assert [line.number for line in panel.list_model.rows] == [1, 3, 4]
    panel.table.go_to(2)
    _do(_menu(panel.table), "Order its parts")
    assert dict(window.controller.state.wanted) == {"AXE540127": 7}
    while window.controller.history.past:
        window.controller.undo()
        if "AXE510127;2" in window.controller.state.part_list.text:
            break
    qtbot.waitUntil(lambda: len(panel.list_model.rows) == 4)
    _a_line_of_several_pairs_lists_them(window, panel, qtbot)


def _a_line_of_several_pairs_lists_them(
    window: MainWindow, panel: PartListPanel, qtbot: QtBot
) -> None:
    panel.read_text("AXE540127\nnothing\nAXE510128\n")
    qtbot.waitUntil(lambda: len(panel.list_model.rows) == 3)
    panel.table.go_to(0)
    menu = _menu(panel.table)
    pairs = panel.list_model.rows[0].pairs
    assert len(pairs) > 1
    _do(menu, f"Choose {pairs[1]}")
    assert window.controller.state.pair_id == pairs[1]
    panel.table.go_to(2)
    _do(_menu(panel.table), "Correct…")
    assert panel.ambiguity.choices.hasFocus()


def _every_table_has_a_menu_by_key(window: MainWindow) -> None:
    for name in ("pairs", "pad-map", "ordering", "alternatives", "compare"):
        window.docks.bring_up(name)
        panel = window.panels[name].panel
        if name == "compare":
            window.controller.apply(reducers.compare_pairs, ["AXE540127/AXE640124"])
        table = window.table if name == "pairs" else panel.table  # type: ignore[attr-defined]
        table.setCurrentIndex(table.model().index(0, 0))
        QTest.qWait(1)
        menu = _menu(table)
        assert any(line.startswith("Copy") for line in _lines(menu)), name
        menu.close()
