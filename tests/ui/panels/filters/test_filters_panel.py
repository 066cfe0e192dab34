"""The filter panel, clicked as a user clicks it: no click ends in an empty list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.selection.query import Facet, Filter
from a4s_gui.session import reducers
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.filters.filters_panel import BoundBox, FiltersPanel
from a4s_gui.ui.panels.filters.value_button import ValueButton
from tests.every import thinned

NAMED = (Facet.HEIGHT, Facet.PACKAGING, Facet.PRODUCT)
COUNTED = (Facet.PINS, *NAMED)
GROUPS = tuple(facet for facet in Facet if not facet.is_bound)
LEFT = Qt.MouseButton.LeftButton


def _buttons(panel: FiltersPanel) -> list[ValueButton]:
    return [button for facet in GROUPS for button in panel.group(facet).buttons]


def _button(panel: FiltersPanel, facet: Facet, value: object) -> ValueButton:
    return next(b for b in panel.group(facet).buttons if b.value.value == value)


def _bound(panel: FiltersPanel, name: str) -> BoundBox:
    return next(b for b in panel.findChildren(BoundBox) if b.accessibleName() == name)


def test_every_value_stands_there_with_its_count(panel: FiltersPanel) -> None:
    assert [b.text() for b in panel.group(Facet.PINS).buttons] == [
        str(n)
        for n in (
            *(10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30),
            *(32, 34, 36, 40, 44, 50, 54, 60, 64, 70, 80),
        )
    ]
    counts = {b.text(): b.value.rows for f in NAMED for b in panel.group(f).buttons}
    assert counts == {
        "0.8 mm": 35,
        "1.0 mm": 15,
        "4 mm tape pitch": 13,
        "8 mm tape pitch": 37,
        "Standard": 50,
        "For inspection": 22,
    }
    assert sum(b.value.rows for b in panel.group(Facet.PINS).buttons) == 72
    assert _button(panel, Facet.PINS, 40).accessibleName() == "40 pins"
    assert _button(panel, Facet.PINS, 40).accessibleDescription() == "4 pairs"


@pytest.mark.hypothesis
def test_no_two_clicks_end_in_an_empty_list(panel: FiltersPanel, controller: Controller) -> None:
    count = len(_buttons(panel))
    walked = 0
    for first in thinned(range(count), 2):
        controller.apply(reducers.reset)
        QTest.mouseClick(_buttons(panel)[first], LEFT)
        assert controller.result.rows
        # What is left does not depend on the order.
        for second in thinned(range(first, count), 8):
            button = _buttons(panel)[second]
            promised = button.value.rows_after_click
            enabled = button.isEnabled()
            before = controller.state
            QTest.mouseClick(button, LEFT)
            assert controller.result.rows
            if enabled:
                assert len(controller.result.rows) == promised
                QTest.mouseClick(button, LEFT)
                assert controller.state.filter == before.filter
            else:
                assert controller.state == before
            walked += 1
    assert walked >= count * (count + 1) // 32 >= 28 * 29 // 32


def test_every_greyed_value_says_why(panel: FiltersPanel, controller: Controller) -> None:
    greyed = 0
    values = [(f, value) for f in COUNTED for value in controller.result.facets[f]]
    for facet, value in values:
        controller.apply(reducers.reset)
        controller.apply(reducers.click_value, facet, value)
        for button in (b for f in COUNTED for b in panel.group(f).buttons):
            if not button.isEnabled():
                greyed += 1
                assert "none with" in button.toolTip()
                assert button.statusTip() == button.toolTip()
                assert button.accessibleDescription() == button.toolTip()
    # By the product tables: 7 pin counts lack 1.0 mm and 9 lack 4 mm packaging (16, both ways 32),
    # 1.0 mm comes in 8 mm packaging only (both ways 2), inspection names neither (both ways 8).
    assert greyed == 32 + 2 + 8


def test_picking_and_leaving_out_again(seen: FiltersPanel, controller: Controller) -> None:
    button = _button(seen, Facet.PINS, 40)
    QTest.mouseClick(button, LEFT)
    assert button.isChecked()
    assert {pair.pins for pair in controller.result.rows} == {40}
    QTest.mouseClick(_button(seen, Facet.PINS, 44), LEFT)
    assert {pair.pins for pair in controller.result.rows} == {40, 44}
    QTest.mouseClick(button, LEFT)
    assert not button.isChecked()
    assert {pair.pins for pair in controller.result.rows} == {44}


def test_the_check_mark_follows_the_state_and_not_the_click(
    panel: FiltersPanel, controller: Controller
) -> None:
    button = _button(panel, Facet.HEIGHT, 1.0)
    controller.apply(reducers.click_value, Facet.HEIGHT, button.value)
    assert button.isChecked()
    controller.apply(reducers.reset)
    assert not button.isChecked()


def test_from_and_to_narrow_and_offer_only_what_leads_somewhere(
    panel: FiltersPanel, controller: Controller
) -> None:
    low, high = _bound(panel, "Pins from"), _bound(panel, "Pins to")
    low.setFocus()
    row = low.findText("60")
    while low.currentIndex() != row:
        QTest.keyClick(low, Qt.Key.Key_Down)
        assert controller.result.rows
    assert controller.state.filter == Filter(pins_from=60)
    model = high.model()
    possible = [
        high.itemText(i)
        for i in range(high.count())
        if model.flags(model.index(i, 0)) & Qt.ItemFlag.ItemIsEnabled
    ]
    assert possible == ["any", "60", "64", "70", "80"]
    tip = model.index(high.findText("54"), 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "up to 54 pins: none with from 60 pins"
    QTest.keyClick(high, Qt.Key.Key_Down)
    assert controller.state.filter == Filter(pins_from=60, pins_to=60)


def test_any_leaves_one_question_open(seen: FiltersPanel, controller: Controller) -> None:
    QTest.mouseClick(_button(seen, Facet.PINS, 40), LEFT)
    QTest.mouseClick(_button(seen, Facet.HEIGHT, 0.8), LEFT)
    controller.apply(reducers.set_bound, Facet.PINS_FROM, 20)
    height = seen.group(Facet.HEIGHT).clear_button
    assert height.isVisible()
    assert not seen.group(Facet.PACKAGING).clear_button.isVisible()
    QTest.mouseClick(height, LEFT)
    assert controller.state.filter == Filter(pins=frozenset({40}), pins_from=20)
    QTest.mouseClick(seen.group(Facet.PINS).clear_button, LEFT)
    assert controller.state.filter == Filter()
    assert _bound(seen, "Pins from").currentText() == "any"


def test_reset_opens_everything(panel: FiltersPanel, controller: Controller) -> None:
    assert not panel.reset_button.isEnabled()
    QTest.mouseClick(_button(panel, Facet.PACKAGING, 4), LEFT)
    controller.apply(reducers.set_text, "AXE54")
    QTest.mouseClick(panel.reset_button, LEFT)
    assert controller.state.filter == Filter()
    assert not panel.reset_button.isEnabled()


def test_arrows_walk_the_values_and_space_picks(
    panel: FiltersPanel, controller: Controller
) -> None:
    first = _button(panel, Facet.PINS, 10)
    first.setFocus()
    for key, value in (
        (Qt.Key.Key_Right, 12),
        (Qt.Key.Key_Down, 22),
        (Qt.Key.Key_Left, 20),
        (Qt.Key.Key_Up, 10),
    ):
        QTest.keyClick(_focused(panel), key)
        assert _focused(panel) is _button(panel, Facet.PINS, value)
    QTest.keyClick(_focused(panel), Qt.Key.Key_Space)
    assert {pair.pins for pair in controller.result.rows} == {10}
    QTest.keyClick(_focused(panel), Qt.Key.Key_Return)
    assert len(controller.result.rows) == 72


def test_arrows_pass_over_greyed_values(panel: FiltersPanel) -> None:
    QTest.mouseClick(_button(panel, Facet.PACKAGING, 4), LEFT)
    _button(panel, Facet.PINS, 16).setFocus()
    QTest.keyClick(_focused(panel), Qt.Key.Key_Right)
    assert not _button(panel, Facet.PINS, 18).isEnabled()
    assert _focused(panel) is _button(panel, Facet.PINS, 20)


def test_each_group_is_one_stop_of_the_tab_key(panel: FiltersPanel) -> None:
    stops = [b for b in _buttons(panel) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == len(GROUPS)
    QTest.mouseClick(_button(panel, Facet.PINS, 40), LEFT)
    stops = [b for b in _buttons(panel) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert _button(panel, Facet.PINS, 40) in stops
    assert len(stops) == len(GROUPS)


def test_the_wheel_scrolls_the_panel_and_changes_no_bound(
    panel: FiltersPanel, controller: Controller
) -> None:
    box = _bound(panel, "Pins from")
    at = QPointF(5, 5)
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    box.wheelEvent(event)
    assert not event.isAccepted()
    assert controller.state.filter == Filter()


def _focused(panel: FiltersPanel) -> QWidget:
    focused = panel.focusWidget()
    assert focused is not None
    return focused


def test_the_keys_go_to_a_value_not_to_what_scrolls(panel: FiltersPanel, qtbot: QtBot) -> None:
    panel.setFocus()
    ten = panel.group(Facet.PINS).buttons[0]
    assert ten.hasFocus()
    QTest.keyClick(ten, Qt.Key.Key_Right)
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Space)
    panel.reset_button.setFocus()
    panel.setFocus()
    assert panel.group(Facet.PINS).buttons[1].hasFocus()
