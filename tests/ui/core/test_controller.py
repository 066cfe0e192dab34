"""The controller: one query a change, one signal a change, errors as messages."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.comparison.compared_pairs import CompareError
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
from a4s_gui.session import reducers
from a4s_gui.session.following import Outside
from a4s_gui.session.state import State
from a4s_gui.ui.core.controller import Controller


def click(controller: Controller, facet: Facet, wanted: object) -> None:
    values = controller.result.facets[facet]
    value = next(value for value in values if value.value == wanted)
    controller.apply(reducers.click_value, facet, value)


def test_nothing_is_drawn_before_a_choice(controller: Controller) -> None:
    assert controller.pair is None
    assert controller.spec is None
    assert len(controller.result.rows) == 72


def test_a_choice_becomes_a_specification(controller: Controller) -> None:
    controller.apply(reducers.choose_pair, "AXE540127/AXE640124")
    controller.apply(reducers.set_view, View.SOCKET)
    controller.apply(reducers.set_layer, Layer.GRID, shown=False)
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
    controller.changed.connect(lambda change: got.append((change.new, change.old)))
    controller.apply(reducers.set_text, "AXE54")
    controller.apply(reducers.set_text, "AXE54")
    assert [(new.filter.text, old.filter.text) for new, old in got] == [("AXE54", "")]


def test_an_unknown_pair_changes_nothing(controller: Controller, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(controller.changed):
        controller.apply(reducers.choose_pair, "AXE540127/AXE610124")
    assert controller.pair is None


def test_the_drawing_follows_the_filters_and_undo_brings_the_pair_back(
    controller: Controller,
) -> None:
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    before = controller.state
    click(controller, Facet.PINS, 40)
    assert controller.pair is not None
    assert (controller.pair.pins, controller.outside) == (40, None)
    controller.undo()
    assert controller.state == before
    controller.redo()
    assert controller.pair.pins == 40


def test_a_pinned_pair_stays_until_it_is_let_go(controller: Controller) -> None:
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    controller.apply(reducers.toggle_pin)
    click(controller, Facet.PINS, 40)
    assert controller.outside is Outside.PINNED
    controller.apply(reducers.toggle_pin)
    controller.take_nearest()
    assert controller.outside is None


def test_a_search_is_followed_at_its_end(controller: Controller) -> None:
    controller.apply(reducers.choose_pair, "AXE510127/AXE610124")
    controller.apply(reducers.set_text, "AXE540127")
    assert controller.outside is Outside.CHOSEN
    controller.take_nearest()
    assert controller.state.pair_id == "AXE540127/AXE640124"


def test_a_single_row_is_chosen_at_the_start_and_later(
    catalog: Catalog, qapp: QApplication
) -> None:
    started = Controller(catalog, State(filter=Filter(text="AXE640224")))
    assert started.state.pair_id == "AXE540127/AXE640224"
    started.apply(reducers.set_text, "AXE6E4026")
    assert started.state.pair_id == "AXE5E4026/AXE6E4026"


def test_a_value_that_leads_nowhere_is_answered_with_its_reason(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.apply(reducers.set_text, "inspection")
    value = next(v for v in controller.result.facets[Facet.HEIGHT] if v.value == 0.8)
    with (
        qtbot.assertNotEmitted(controller.changed),
        qtbot.waitSignal(controller.message) as said,
    ):
        controller.apply(reducers.click_value, Facet.HEIGHT, value)
    assert said.args == [value.reason]
    assert "inspection" in value.reason


def test_a_pattern_that_cannot_be_read_keeps_the_present_one(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.apply(reducers.set_pattern, "inkplate-5")
    with qtbot.waitSignal(controller.message) as said:
        controller.apply(reducers.set_pattern, "no-such-pattern")
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
    controller.apply(reducers.set_bound, Facet.PINS_FROM, 20)
    controller.apply(reducers.set_bound, Facet.PINS_TO, 24)
    assert {pair.pins for pair in controller.result.rows} == {20, 22, 24}
    controller.apply(reducers.clear_facet, Facet.PINS_TO)
    assert controller.state.filter == Filter(pins_from=20)
    controller.apply(reducers.set_text, "127D")
    controller.apply(reducers.clear_filters)
    assert controller.state.filter == Filter(text="127D")
    controller.apply(reducers.reset)
    assert len(controller.result.rows) == 72


WIDTH = "socket.contact_width_mm"
PAIR = "AXE540127/AXE640124"


def test_an_edited_figure_is_drawn_at_once_and_its_pattern_is_marked(
    controller: Controller, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.changed):
        controller.try_apply(reducers.edit_figures, {WIDTH: 0.25})
    pattern = controller.pattern
    assert pattern.socket.contact_width_mm == 0.25
    assert pattern.title == shipped_pattern().title + " (edited)"
    assert pattern.sources[WIDTH] is OWN_FIGURE
    controller.apply(reducers.choose_pair, "AXE540127/AXE640124")
    assert controller.spec is not None
    assert controller.spec.pattern == pattern


def test_an_impossible_figure_is_refused_and_the_last_possible_stays(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.try_apply(reducers.edit_figures, {WIDTH: 0.25})
    with (
        qtbot.assertNotEmitted(controller.changed),
        pytest.raises(LandPatternError, match="pitch") as refused,
    ):
        controller.try_apply(reducers.edit_figures, {WIDTH: 0.4})
    assert refused.value.field == WIDTH
    assert controller.pattern.socket.contact_width_mm == 0.25


def test_a_pattern_must_suit_every_part_of_the_catalog(controller: Controller) -> None:
    """Without a pair chosen: terminals that would meet the contacts of any part."""
    with pytest.raises(LandPatternError) as refused:
        controller.try_apply(reducers.edit_figures, {"socket.terminal_offset_mm": -2.5})
    assert refused.value.field == "socket.terminal_offset_mm"


def test_a_figure_typed_back_is_no_edit(controller: Controller) -> None:
    controller.try_apply(reducers.edit_figures, {WIDTH: 0.25})
    controller.try_apply(reducers.edit_figures, {WIDTH: 0.23})
    assert controller.state == State()
    assert controller.pattern == shipped_pattern()


def test_figures_are_taken_back_to_the_shipped_ones(controller: Controller) -> None:
    controller.try_apply(reducers.edit_figures, {WIDTH: 0.25})
    controller.try_apply(reducers.edit_figures, {"header.contact_width_mm": 0.2})
    controller.try_apply(reducers.edit_figures, controller.pattern_choice.shipped(WIDTH))
    assert [d.figure.name for d in controller.pattern_choice.differences] == [
        "header.contact_width_mm"
    ]
    controller.apply(reducers.edit_figures, controller.pattern_choice.shipped())
    assert controller.pattern == shipped_pattern()
    assert controller.state == State()


def test_a_reset_that_is_impossible_alone_is_refused(controller: Controller) -> None:
    controller.try_apply(reducers.edit_figures, {"socket.contact_rows_mm": 3.2})
    controller.try_apply(reducers.edit_figures, {"socket.contact_height_mm": 2.5})
    with pytest.raises(LandPatternError, match="two rows"):
        controller.try_apply(
            reducers.edit_figures, controller.pattern_choice.shipped("socket.contact_rows_mm")
        )
    assert controller.pattern.socket.contact_rows_mm == 3.2
    controller.apply(reducers.edit_figures, controller.pattern_choice.shipped())
    assert controller.pattern == shipped_pattern()


def test_edits_wait_while_another_pattern_is_drawn(controller: Controller) -> None:
    controller.try_apply(reducers.edit_figures, {WIDTH: 0.25})
    edited = controller.pattern
    controller.apply(reducers.set_pattern, "inkplate-5")
    assert controller.pattern == shipped_pattern("inkplate-5")
    controller.apply(reducers.set_pattern, "default")
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
    controller.apply(reducers.edit_figures, controller.pattern_choice.shipped())
    assert controller.pattern.title == "mine (edited)"
    assert controller.pattern.sources[WIDTH] == shipped_pattern().sources[WIDTH]
    controller.apply(
        reducers.edit_figures, controller.pattern_choice.shipped()
    )  # a second time changes nothing
    assert controller.pattern.socket == shipped_pattern().socket
    controller.apply(reducers.forget_edits, controller.state.pattern_name)
    assert controller.pattern.title == "mine"
    assert controller.pattern.socket.contact_width_mm == 0.25


def test_what_was_saved_is_drawn_and_no_longer_edited(
    own: tuple[Controller, PatternLibrary],
) -> None:
    controller, library = own
    controller.try_apply(reducers.edit_figures, {WIDTH: 0.26})
    save_pattern(library, controller.pattern_choice.changed, "other")
    controller.apply(reducers.draw_saved, "other")
    assert (controller.pattern.title, controller.pattern.socket.contact_width_mm) == ("other", 0.26)
    controller.apply(reducers.set_pattern, "mine")
    assert (controller.pattern.title, controller.pattern.socket.contact_width_mm) == ("mine", 0.25)


def test_a_file_that_was_changed_meanwhile_is_drawn_anew(
    own: tuple[Controller, PatternLibrary], qtbot: QtBot
) -> None:
    controller, library = own
    save_pattern(library, edited(shipped_pattern(), {WIDTH: 0.3}), "mine")
    with qtbot.waitSignal(controller.changed):
        controller.apply(reducers.set_pattern, "mine")
    assert controller.pattern.socket.contact_width_mm == 0.3
    with qtbot.assertNotEmitted(controller.changed):
        controller.apply(reducers.set_pattern, "mine")


def test_edits_that_a_changed_file_makes_impossible_are_dropped_and_said(
    own: tuple[Controller, PatternLibrary], qtbot: QtBot
) -> None:
    controller, library = own
    controller.try_apply(reducers.edit_figures, {"socket.contact_height_mm": 2.0})
    smaller = edited(
        shipped_pattern(), {"socket.contact_rows_mm": 1.9, "socket.contact_height_mm": 0.3}
    )
    save_pattern(library, smaller, "mine")
    with qtbot.waitSignal(controller.message) as said:
        controller.apply(reducers.set_pattern, "mine")
    assert said.args is not None
    assert "no longer possible" in said.args[0]
    assert controller.pattern.socket.contact_height_mm == 0.3
    assert not controller.pattern_choice.is_edited


def test_a_deleted_pattern_gives_way(own: tuple[Controller, PatternLibrary]) -> None:
    controller, library = own
    controller.try_apply(reducers.edit_figures, {WIDTH: 0.26})
    delete_pattern(library, "mine")
    controller.apply(reducers.replace_deleted, "mine", "default")
    assert controller.pattern == shipped_pattern()
    assert controller.state.edits == {}


def test_limits_follow_the_land_pattern_that_is_drawn(controller: Controller) -> None:
    controller.apply(reducers.measure_land, controller.pattern)
    controller.apply(reducers.set_limit, Limit.WIDTH, 2.9)
    assert len(controller.result.rows) == 72
    controller.try_apply(reducers.edit_figures, {"socket.contact_rows_mm": 2.5})
    assert controller.result.rows == ()
    controller.apply(reducers.measure_land, None)
    assert len(controller.result.rows) == 72


def test_a_list_confines_the_rows(controller: Controller) -> None:
    controller.apply(reducers.set_pair_ids, {"AXE540127/AXE640124", "AXE510127/AXE610124"})
    assert [pair.pins for pair in controller.result.rows] == [10, 40]
    controller.apply(reducers.set_pair_ids, ())
    assert len(controller.result.rows) == 72


def test_pairs_are_compared_in_the_order_in_which_they_came(
    controller: Controller, qtbot: QtBot
) -> None:
    ids = [pair.id for pair in controller.catalog.pairs]
    for name in (ids[3], ids[0], "no pair"):
        controller.apply(reducers.compare_pair, name)
    assert [pair.id for pair in controller.compared] == [ids[3], ids[0]]
    with qtbot.waitSignal(controller.message, check_params_cb=lambda text: ids[3] in text):
        controller.apply(reducers.compare_pair, ids[3])
    controller.apply(reducers.compare_pair, ids[1])
    controller.apply(reducers.compare_pair, ids[2])
    with qtbot.waitSignal(controller.message, check_params_cb=lambda text: "at most 4" in text):
        controller.apply(reducers.compare_pair, ids[4])
    controller.apply(reducers.drop_compared, ids[0])
    assert [pair.id for pair in controller.compared] == [ids[3], ids[1], ids[2]]


def test_who_follows_a_field_hears_of_its_changes_only(controller: Controller) -> None:
    seen: list[frozenset[str]] = []
    controller.follow(("rows", "pattern"), lambda change: seen.append(change.fields))
    controller.apply(reducers.set_view, View.SOCKET)
    controller.apply(reducers.set_text, "  ")
    assert seen == []
    controller.apply(reducers.set_text, "AXE640224")
    assert seen == [{"filter", "pair_id", "rows"}]
    controller.apply(reducers.edit_figures, {WIDTH: 0.25})
    assert seen[1:] == [{"edits", "pattern"}]


def test_a_widget_that_is_gone_hears_of_nothing(controller: Controller) -> None:
    class Listener(QWidget):
        heard = 0

        def hear(self) -> None:
            Listener.heard += 1

    listener = Listener()
    controller.follow(("view",), listener.hear)
    controller.apply(reducers.set_view, View.SOCKET)
    shiboken6.delete(listener)
    controller.apply(reducers.set_view, View.HEADER)
    assert Listener.heard == 1


def test_what_is_refused_is_said_or_raised(controller: Controller, qtbot: QtBot) -> None:
    controller.apply(reducers.compare_pair, PAIR)
    with qtbot.waitSignal(controller.message) as said:
        controller.apply(reducers.compare_pair, PAIR)
    assert said.args == [f"compare: {PAIR} is there already"]
    with pytest.raises(CompareError), qtbot.assertNotEmitted(controller.message):
        controller.try_apply(reducers.compare_pair, PAIR)
