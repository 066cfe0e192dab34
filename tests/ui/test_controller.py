"""The controller: one query a change, one signal a change, errors as messages."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.query import Facet, Filter
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.geometry.pattern_file import shipped_pattern
from a4s_gui.ui.controller import Controller
from a4s_gui.ui.state import State


def test_nothing_is_drawn_before_a_choice(controller: Controller) -> None:
    assert controller.pair is None
    assert controller.spec is None
    assert len(controller.result.rows) == 72


def test_a_choice_becomes_a_specification(controller: Controller) -> None:
    controller.choose_pair("AXE540127/AXE640124")
    controller.set_view(View.SOCKET)
    controller.set_layer(Layer.GRID, shown=False)
    spec = controller.spec
    assert spec is not None
    assert spec.pair.pins == 40
    assert spec.view is View.SOCKET
    assert Layer.GRID not in spec.layers
    assert spec.pattern.name == "default"


def test_the_signal_carries_both_states_and_comes_once(
    controller: Controller, qtbot: QtBot
) -> None:
    got: list[tuple[State, State]] = []
    controller.changed.connect(lambda new, old: got.append((new, old)))
    controller.set_text("AXE54")
    controller.set_text("AXE54")
    assert [(new.filter.text, old.filter.text) for new, old in got] == [("AXE54", "")]


def test_an_unknown_pair_changes_nothing(controller: Controller, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(controller.changed):
        controller.choose_pair("AXE540127/AXE610124")
    assert controller.pair is None


def test_a_pair_stays_chosen_outside_the_filters(controller: Controller) -> None:
    controller.choose_pair("AXE510127/AXE610124")
    value = next(v for v in controller.result.facets[Facet.PINS] if v.value == 40)
    controller.click_value(Facet.PINS, value)
    assert controller.pair is not None
    assert controller.pair.pins == 10
    assert controller.pair not in controller.result.rows


def test_a_single_row_is_chosen_at_the_start_and_later(
    catalog: Catalog, qapp: QApplication
) -> None:
    started = Controller(catalog, State(filter=Filter(text="AXE640224")))
    assert started.state.pair_id == "AXE540127/AXE640224"
    started.set_text("AXE6E4026")
    assert started.state.pair_id == "AXE5E4026/AXE6E4026"


def test_a_value_that_leads_nowhere_is_answered_with_its_reason(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.set_text("inspection")
    value = next(v for v in controller.result.facets[Facet.HEIGHT] if v.value == 0.8)
    with (
        qtbot.assertNotEmitted(controller.changed),
        qtbot.waitSignal(controller.message) as said,
    ):
        controller.click_value(Facet.HEIGHT, value)
    assert said.args == [value.reason]
    assert "inspection" in value.reason


def test_a_pattern_that_cannot_be_read_keeps_the_present_one(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.set_pattern("inkplate-5")
    with qtbot.waitSignal(controller.message) as said:
        controller.set_pattern("no-such-pattern")
    assert said.args is not None
    assert "no-such-pattern" in said.args[0]
    assert controller.state.pattern_name == "inkplate-5"
    assert controller.pattern == shipped_pattern("inkplate-5")


def test_a_pattern_that_cannot_be_read_at_the_start_is_an_error(
    catalog: Catalog, qapp: QApplication
) -> None:
    with pytest.raises(A4sError, match="no-such-pattern"):
        Controller(catalog, State(pattern_name="no-such-pattern"))


def test_every_intent_leads_back(controller: Controller) -> None:
    controller.set_bound(Facet.PINS_FROM, 20)
    controller.set_bound(Facet.PINS_TO, 24)
    assert {pair.pins for pair in controller.result.rows} == {20, 22, 24}
    controller.clear_facet(Facet.PINS_TO)
    assert controller.state.filter == Filter(pins_from=20)
    controller.set_text("127D")
    controller.clear_filters()
    assert controller.state.filter == Filter(text="127D")
    controller.reset()
    assert len(controller.result.rows) == 72
