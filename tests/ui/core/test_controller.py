"""The controller: one query a change, one signal a change, errors as messages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.query import Facet, Filter
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.export.pattern_writer import delete_pattern, save_pattern
from a4s_gui.geometry.land_pattern.editing import OWN_FIGURE, edited
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.pattern import LandPatternError
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller


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


WIDTH = "socket.contact_width_mm"


def test_an_edited_figure_is_drawn_at_once_and_its_pattern_is_marked(
    controller: Controller, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.changed):
        controller.edit_figure(WIDTH, 0.25)
    pattern = controller.pattern
    assert pattern.socket.contact_width_mm == 0.25
    assert pattern.title == shipped_pattern().title + " (edited)"
    assert pattern.sources[WIDTH] is OWN_FIGURE
    controller.choose_pair("AXE540127/AXE640124")
    assert controller.spec is not None
    assert controller.spec.pattern == pattern


def test_an_impossible_figure_is_refused_and_the_last_possible_stays(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.edit_figure(WIDTH, 0.25)
    with (
        qtbot.assertNotEmitted(controller.changed),
        pytest.raises(LandPatternError, match="pitch") as refused,
    ):
        controller.edit_figure(WIDTH, 0.4)
    assert refused.value.field == WIDTH
    assert controller.pattern.socket.contact_width_mm == 0.25


def test_a_pattern_must_suit_every_part_of_the_catalog(controller: Controller) -> None:
    """Without a pair chosen: terminals that would meet the contacts of any part."""
    with pytest.raises(LandPatternError) as refused:
        controller.edit_figure("socket.terminal_offset_mm", -2.5)
    assert refused.value.field == "socket.terminal_offset_mm"


def test_a_figure_typed_back_is_no_edit(controller: Controller) -> None:
    controller.edit_figure(WIDTH, 0.25)
    controller.edit_figure(WIDTH, 0.23)
    assert controller.state == State()
    assert controller.pattern == shipped_pattern()


def test_figures_are_taken_back_to_the_shipped_ones(controller: Controller) -> None:
    controller.edit_figure(WIDTH, 0.25)
    controller.edit_figure("header.contact_width_mm", 0.2)
    controller.reset_figure(WIDTH)
    assert [d.figure.name for d in controller.pattern_choice.differences] == [
        "header.contact_width_mm"
    ]
    controller.reset_pattern()
    assert controller.pattern == shipped_pattern()
    assert controller.state == State()


def test_a_reset_that_is_impossible_alone_is_refused(controller: Controller) -> None:
    controller.edit_figure("socket.contact_rows_mm", 3.2)
    controller.edit_figure("socket.contact_height_mm", 2.5)
    with pytest.raises(LandPatternError, match="two rows"):
        controller.reset_figure("socket.contact_rows_mm")
    assert controller.pattern.socket.contact_rows_mm == 3.2
    controller.reset_pattern()
    assert controller.pattern == shipped_pattern()


def test_edits_wait_while_another_pattern_is_drawn(controller: Controller) -> None:
    controller.edit_figure(WIDTH, 0.25)
    edited = controller.pattern
    controller.set_pattern("inkplate-5")
    assert controller.pattern == shipped_pattern("inkplate-5")
    controller.set_pattern("default")
    assert controller.pattern == edited


@pytest.fixture
def own(catalog: Catalog, qapp: QApplication, tmp_path: Path) -> tuple[Controller, PatternLibrary]:
    """Return a controller and its library, with “mine”, a pattern with a wider socket pad."""
    library = PatternLibrary(tmp_path / "patterns")
    save_pattern(library, edited(shipped_pattern(), {WIDTH: 0.25}), "mine")
    return Controller(catalog, State(pattern_name="mine"), library.find), library


def test_an_own_pattern_is_held_against_the_shipped_one(
    own: tuple[Controller, PatternLibrary],
) -> None:
    controller, _ = own
    choice = controller.pattern_choice
    assert choice.base == shipped_pattern()
    assert [(d.figure.name, d.base, d.value) for d in choice.differences] == [(WIDTH, 0.23, 0.25)]
    assert not choice.is_edited
    controller.reset_pattern()
    assert controller.pattern.title == "mine (edited)"
    assert controller.pattern.sources[WIDTH] == shipped_pattern().sources[WIDTH]
    controller.reset_pattern()  # a second time changes nothing
    assert controller.pattern.socket == shipped_pattern().socket
    controller.drop_edits()
    assert controller.pattern.title == "mine"
    assert controller.pattern.socket.contact_width_mm == 0.25


def test_what_was_saved_is_drawn_and_no_longer_edited(
    own: tuple[Controller, PatternLibrary],
) -> None:
    controller, library = own
    controller.edit_figure(WIDTH, 0.26)
    save_pattern(library, controller.pattern_choice.changed, "other")
    controller.take_saved("other")
    assert (controller.pattern.title, controller.pattern.socket.contact_width_mm) == ("other", 0.26)
    controller.set_pattern("mine")
    assert (controller.pattern.title, controller.pattern.socket.contact_width_mm) == ("mine", 0.25)


def test_a_file_that_was_changed_meanwhile_is_drawn_anew(
    own: tuple[Controller, PatternLibrary], qtbot: QtBot
) -> None:
    controller, library = own
    save_pattern(library, edited(shipped_pattern(), {WIDTH: 0.3}), "mine")
    with qtbot.waitSignal(controller.changed):
        controller.set_pattern("mine")
    assert controller.pattern.socket.contact_width_mm == 0.3
    with qtbot.assertNotEmitted(controller.changed):
        controller.set_pattern("mine")


def test_edits_that_a_changed_file_makes_impossible_are_dropped_and_said(
    own: tuple[Controller, PatternLibrary], qtbot: QtBot
) -> None:
    controller, library = own
    controller.edit_figure("socket.contact_height_mm", 2.0)
    smaller = edited(
        shipped_pattern(), {"socket.contact_rows_mm": 1.9, "socket.contact_height_mm": 0.3}
    )
    save_pattern(library, smaller, "mine")
    with qtbot.waitSignal(controller.message) as said:
        controller.set_pattern("mine")
    assert said.args is not None
    assert "not possible any more" in said.args[0]
    assert controller.pattern.socket.contact_height_mm == 0.3
    assert not controller.pattern_choice.is_edited


def test_a_deleted_pattern_gives_way(own: tuple[Controller, PatternLibrary]) -> None:
    controller, library = own
    controller.edit_figure(WIDTH, 0.26)
    delete_pattern(library, "mine")
    controller.take_deleted("mine", "default")
    assert controller.pattern == shipped_pattern()
    assert controller.state.edits == {}


def test_limits_follow_the_land_pattern_that_is_drawn(controller: Controller) -> None:
    controller.measure_land(on=True)
    controller.set_limit(Limit.WIDTH, 2.9)
    assert len(controller.result.rows) == 72
    controller.edit_figure("socket.contact_rows_mm", 2.5)
    assert controller.result.rows == ()
    controller.measure_land(on=False)
    assert len(controller.result.rows) == 72


def test_a_list_confines_the_rows(controller: Controller) -> None:
    controller.set_pair_ids({"AXE540127/AXE640124", "AXE510127/AXE610124"})
    assert [pair.pins for pair in controller.result.rows] == [10, 40]
    controller.set_pair_ids(())
    assert len(controller.result.rows) == 72


def test_pairs_are_compared_in_the_order_in_which_they_came(
    controller: Controller, qtbot: QtBot
) -> None:
    ids = [pair.id for pair in controller.catalog.pairs]
    for name in (ids[3], ids[0], "no pair"):
        controller.compare_pair(name)
    assert [pair.id for pair in controller.compared] == [ids[3], ids[0]]
    with qtbot.waitSignal(controller.message, check_params_cb=lambda text: ids[3] in text):
        controller.compare_pair(ids[3])
    controller.compare_pair(ids[1])
    controller.compare_pair(ids[2])
    with qtbot.waitSignal(controller.message, check_params_cb=lambda text: "at most 4" in text):
        controller.compare_pair(ids[4])
    controller.drop_compared(ids[0])
    assert [pair.id for pair in controller.compared] == [ids[3], ids[1], ids[2]]


def test_several_pairs_are_compared_at_once_as_far_as_there_is_room(
    controller: Controller, qtbot: QtBot
) -> None:
    ids = [pair.id for pair in controller.catalog.pairs]
    controller.compare_pairs([ids[2], "no pair", ids[0], ids[2]])
    assert [pair.id for pair in controller.compared] == [ids[2], ids[0]]
    with qtbot.waitSignal(controller.message) as said:
        controller.compare_pairs([ids[0], ids[5], ids[6], ids[7]])
    assert [pair.id for pair in controller.compared] == [ids[2], ids[0], ids[5], ids[6]]
    assert said.args == ["compare: at most 4 pairs fit side by side; left out: 1 of the 4 selected"]
