"""The rules of choosing, without a window."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.comparison.compared_pairs import CompareError
from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.selection.current_question import CurrentQuestion
from a4s_gui.catalog.selection.query import Facet, Filter, query, toggle
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.geometry.numbering import HeaderScheme, RowScheme
from a4s_gui.session import reducers
from a4s_gui.session.state import PadKey, State


def _value(catalog: Catalog, wanted: Filter, facet: Facet, value: object):  # type: ignore[no-untyped-def]
    return next(v for v in query(catalog.pairs, wanted).facets[facet] if v.value == value)


def test_a_click_picks_a_value_and_a_second_leaves_it_out(catalog: Catalog) -> None:
    open_state = State()
    picked = reducers.click_value(open_state, Facet.PINS, _value(catalog, Filter(), Facet.PINS, 40))
    assert picked.filter == Filter(pins=frozenset({40}))
    again = _value(catalog, picked.filter, Facet.PINS, 40)
    assert reducers.click_value(picked, Facet.PINS, again) == open_state


def test_a_value_that_leads_nowhere_is_refused_with_its_reason(catalog: Catalog) -> None:
    inspection = State(filter=Filter(products=frozenset({Product.INSPECTION})))
    value = _value(catalog, inspection.filter, Facet.HEIGHT, 0.8)
    assert not value.enabled
    with pytest.raises(A4sError, match="inspection") as refused:
        reducers.click_value(inspection, Facet.HEIGHT, value)
    assert str(refused.value) == value.reason


def test_bounds_are_set_and_lifted() -> None:
    state = reducers.set_bound(State(), Facet.PINS_FROM, 20)
    state = reducers.set_bound(state, Facet.PINS_TO, 30)
    assert (state.filter.pins_from, state.filter.pins_to) == (20, 30)
    assert reducers.set_bound(state, Facet.PINS_FROM, None).filter == Filter(pins_to=30)
    with pytest.raises(ValueError, match="PINS is not a bound"):
        reducers.set_bound(state, Facet.PINS, 10)


@pytest.mark.parametrize("facet", list(Facet))
def test_each_question_can_be_left_open_alone(facet: Facet, catalog: Catalog) -> None:
    full = Filter(text="AXE")
    for asked, values in query(catalog.pairs, full).facets.items():
        full = toggle(full, asked, values[0].value)
    left = reducers.clear_facet(State(filter=full), facet).filter
    changed = [f for f in Facet if getattr(left, f) != getattr(full, f)]
    assert changed == [facet]
    assert not getattr(left, facet)
    assert left.text == "AXE"


def test_clearing_filters_keeps_the_text_and_resetting_keeps_the_pair() -> None:
    state = State(filter=Filter(pins=frozenset({40}), text="127"), pair_id="AXE540127/AXE640124")
    assert reducers.clear_filters(state).filter == Filter(text="127")
    assert reducers.reset(state) == State(pair_id="AXE540127/AXE640124")


def test_a_pin_belongs_to_the_pair_that_is_drawn() -> None:
    pinned = reducers.toggle_pin(State(pair_id="a"))
    assert pinned.pinned
    assert reducers.choose_pair(pinned, "a") == pinned
    assert reducers.choose_pair(pinned, "b") == State(pair_id="b")
    assert reducers.toggle_pin(pinned) == State(pair_id="a")


def test_a_list_is_held_corrected_and_dropped_with_the_rows_that_follow_it() -> None:
    state = reducers.hold_list(State(), "AXE5", listed=["a"])
    assert (state.part_list.text, state.filter.pair_ids) == ("AXE5", frozenset({"a"}))
    corrected = reducers.hold_list(state, "AXE5", {1: "AXE540127"}, ["b"])
    assert corrected.part_list.corrections == {1: "AXE540127"}
    assert corrected.filter.pair_ids == {"b"}
    assert reducers.hold_list(corrected, "").filter.pair_ids == {"b"}
    assert reducers.hold_list(corrected, "", listed=()) == State()


def test_what_is_typed_into_one_question_leaves_the_others() -> None:
    state = reducers.ask(reducers.ask(State(), current="2"), sockets="12k")
    assert (state.questions.current, state.questions.sockets) == ("2", "12k")


def test_view_layers_numbering_and_pattern() -> None:
    state = reducers.set_view(State(), View.HEADER)
    state = reducers.set_layer(state, Layer.PASTE, shown=True)
    state = reducers.set_layer(state, Layer.GRID, shown=False)
    state = reducers.set_numbering(state, RowScheme.LOOP)
    state = reducers.set_numbering(state, HeaderScheme.SAME)
    state = reducers.set_pattern(state, "inkplate-5")
    assert state.view is View.HEADER
    assert state.layers == (State().layers | {Layer.PASTE}) - {Layer.GRID}
    assert (state.numbering.rows, state.numbering.header) == (RowScheme.LOOP, HeaderScheme.SAME)
    assert state.pattern_name == "inkplate-5"


def test_what_is_changed_in_a_pattern_is_kept_while_another_one_is_drawn() -> None:
    state = reducers.edit_figures(State(), {"socket.contact_width_mm": 0.25})
    state = reducers.edit_figures(state, {"header.contact_width_mm": 0.2})
    other = reducers.set_pattern(state, "inkplate-5")
    assert other.pattern_edits == {}
    back = reducers.set_pattern(other, "default")
    assert back.pattern_edits == {"socket.contact_width_mm": 0.25, "header.contact_width_mm": 0.2}
    assert back == state


def test_changes_of_a_pattern_are_taken_back_one_by_one_or_all() -> None:
    edits = {"socket.contact_width_mm": 0.25, "socket.contact_height_mm": 0.7}
    state = reducers.edit_figures(State(), edits)
    assert reducers.drop_edits(state, ["socket.contact_width_mm"]).pattern_edits == {
        "socket.contact_height_mm": 0.7
    }
    assert reducers.drop_edits(state, []) == state
    assert reducers.drop_edits(state, list(edits)) == State()
    assert reducers.forget_edits(state, "default") == State()
    assert reducers.forget_edits(state, "inkplate-5") == state


def test_edits_cannot_be_changed_behind_the_state() -> None:
    edits = {"socket.contact_width_mm": 0.25}
    state = reducers.edit_figures(State(), edits)
    edits["socket.contact_width_mm"] = 9.0
    assert state.pattern_edits == {"socket.contact_width_mm": 0.25}
    with pytest.raises(TypeError):
        state.edits["default"] = {}  # type: ignore[index]


def test_the_pattern_that_is_drawn_is_read_anew_and_another_one_is_not() -> None:
    again = reducers.set_pattern(State(), "default")
    assert again.pattern != State().pattern
    assert reducers.set_pattern(State(), "inkplate-5") == State(pattern_name="inkplate-5")


def test_what_is_saved_or_deleted_takes_its_edits_with_it() -> None:
    edits = {"socket.contact_width_mm": 0.25}
    state = reducers.edit_figures(State(), edits)
    other = reducers.edit_figures(reducers.set_pattern(state, "mine"), edits)
    assert reducers.draw_saved(other, "new") == State(pattern_name="new", edits=state.edits)
    assert reducers.draw_saved(state, "mine") == State(pattern_name="mine")
    assert reducers.replace_deleted(other, "mine", "default") == state


def test_pairs_are_compared_as_far_as_there_is_room() -> None:
    state = reducers.compare_pairs(State(), ["a", "b", "a", "c"])
    assert state.compared == ("a", "b", "c")
    with pytest.raises(CompareError, match="a is there already"):
        reducers.compare_pair(state, "a")
    full = reducers.compare_pair(state, "d")
    with pytest.raises(CompareError, match="at most 4"):
        reducers.compare_pair(full, "e")
    assert reducers.compare_pairs(full, ["e", "f"]) == full
    assert reducers.drop_compared(full, "b").compared == ("a", "c", "d")


def test_a_layer_is_shown_and_hidden_and_the_mated_pair_turned_over() -> None:
    shown = reducers.toggle_layer(State(), Layer.PASTE)
    assert Layer.PASTE in shown.layers
    assert reducers.toggle_layer(shown, Layer.PASTE) == State()
    turned = reducers.turn_over(State())
    assert turned.seen_from is Half.HEADER
    assert reducers.turn_over(turned) == State()


def test_a_current_sets_two_limits_and_lifts_both() -> None:
    state = reducers.need_current(State(), CurrentQuestion(2.0, 7))
    assert (state.filter.limits.current_a, state.filter.limits.contacts) == (2.0, 7)
    assert reducers.need_current(state, None) == State()


def test_another_pair_has_no_pad_selected() -> None:
    pad = PadKey(Half.HEADER, 3)
    state = reducers.select_pad(State(pair_id="a"), pad)
    assert reducers.choose_pair(state, "a").pad == pad
    assert reducers.choose_pair(state, "b").pad is None


def test_every_half_is_seen_from_below_and_from_above_again() -> None:
    below = reducers.toggle_below(State())
    assert below.from_below
    assert reducers.toggle_below(below) == State()


def test_the_mated_pair_is_seen_from_either_board() -> None:
    assert State().seen_from is Half.SOCKET
    assert reducers.set_seen_from(State(), Half.HEADER).seen_from is Half.HEADER


def test_exactly_some_values_of_a_facet_are_picked() -> None:
    state = reducers.set_values(State(), Facet.PINS, [10, 20])
    assert state.filter.pins == {10, 20}
    assert reducers.set_values(state, Facet.PINS, [30]).filter.pins == {30}
    assert reducers.set_values(state, Facet.PINS, []) == State()
