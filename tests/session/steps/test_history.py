"""Undo and redo as values: bursts, names, and that any sequence leads back."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.query import Facet, Filter
from a4s_gui.drawing.layer_presets import PRESETS
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.numbering import RowScheme
from a4s_gui.session import reducers
from a4s_gui.session.state import PadKey, State
from a4s_gui.session.steps.history import MOST_STEPS, History, recorded, redone, undone
from a4s_gui.session.steps.step_words import WORDS, step_words
from a4s_gui.session.steps.trail import Trail, left, went_back, went_forward

WIDTH = "socket.contact_width_mm"


def _typed(text: str, state: State, history: History, at_s: float) -> tuple[State, History, float]:
    """Type a text into the search, ten keys a second."""
    for end in range(1, len(text) + 1):
        new = reducers.set_text(state, text[:end])
        history = recorded(history, new, state, at_s)
        state, at_s = new, at_s + 0.1
    return state, history, at_s


def test_a_step_is_taken_back_and_again() -> None:
    first, second = State(), State(view=View.MATED)
    history = recorded(History(), second, first, 0)
    taken_back, state = undone(history, second)
    assert state == first
    assert redone(taken_back, state) == (history, second)
    assert undone(taken_back, first) == (taken_back, first)
    assert redone(history, second) == (history, second)


def test_a_new_step_ends_what_could_be_taken_again() -> None:
    history = recorded(History(), State(view=View.MATED), State(), 0)
    history, state = undone(history, State(view=View.MATED))
    history = recorded(history, State(view=View.TAPE), state, 5)
    assert history.future == ()
    assert [step.words for step in history.past] == ["view: Tape"]


def test_what_is_typed_in_one_go_is_one_step_and_after_a_pause_another() -> None:
    state, history, at_s = _typed("AXE5", State(), History(), 0)
    more = reducers.set_text(state, "AXE54")
    history = recorded(history, more, state, at_s + 2)
    assert [step.words for step in history.past] == ["search: AXE5", "search: AXE54"]
    history, state = undone(history, more)
    assert state.filter.text == "AXE5"
    assert undone(history, state)[1] == State()


def test_typing_back_is_no_step() -> None:
    state, history, at_s = _typed("AXE5", State(), History(), 0)
    assert recorded(history, State(), state, at_s + 30).past == ()


def test_a_fields_own_undo_takes_several_steps_back() -> None:
    state, history, at_s = _typed("AXE5", State(), History(), 0)
    later, history, at_s = _typed("AXE540", state, history, at_s + 5)
    assert len(history.past) == 2
    assert recorded(history, State(), later, at_s + 9).past == ()


def test_dragging_at_one_figure_is_one_step_and_at_two_are_two() -> None:
    state, history = State(), History()
    for figure, value in [(WIDTH, 0.24), (WIDTH, 0.25), ("header.contact_width_mm", 0.2)]:
        new = reducers.edit_figures(state, {figure: value})
        history = recorded(history, new, state, 0)
        state = new
    assert [step.words for step in history.past] == [
        "socket contact pad, along the rows",
        "header contact pad, along the rows",
    ]


def test_clicks_are_steps_however_fast() -> None:
    state, history = State(), History()
    for layer in (Layer.GRID, Layer.GRID, Layer.PASTE):
        new = reducers.toggle_layer(state, layer)
        history = recorded(history, new, state, 0)
        state = new
    assert len(history.past) == 3


def test_rows_that_a_held_key_runs_through_are_one_step() -> None:
    state, history = State(pair_id="a"), History()
    for at_s, name in ((0.0, "b"), (0.03, "c"), (0.06, "d"), (1.0, "e")):
        new = reducers.choose_pair(state, name)
        history = recorded(history, new, state, at_s)
        state = new
    assert [step.words for step in history.past] == ["pair d", "pair e"]


def test_a_marked_pad_is_no_step() -> None:
    marked = reducers.select_pad(State(), PadKey(Half.SOCKET, 1))
    assert recorded(History(), marked, State(), 0) == History()
    again = replace(State(), pattern_reading=3)
    assert recorded(History(), again, State(), 0) == History()


def test_old_steps_are_forgotten() -> None:
    state, history = State(), History()
    for number in range(MOST_STEPS + 7):
        new = reducers.choose_pair(state, str(number))
        history = recorded(history, new, state, float(number))
        state = new
    assert len(history.past) == MOST_STEPS
    assert history.past[-1].words == f"pair {MOST_STEPS + 6}"


FORTY = Filter(pins=frozenset({40}))


@pytest.mark.parametrize(
    ("new", "old", "words"),
    [
        (State(filter=FORTY, pair_id="b"), State(pair_id="a"), "filter: 40 pins"),
        (State(), State(filter=FORTY), "reset of the filters"),
        (State(filter=Filter(text="x")), State(filter=replace(FORTY, text="x")), "without 40 pins"),
        (reducers.set_bound(State(), Facet.PINS_TO, 20), State(), "filter: up to 20 pins"),
        (reducers.set_limit(State(), Limit.CURRENT, 2.0), State(), "filter: 2 A"),
        (State(filter=replace(FORTY, text=" ")), State(filter=replace(FORTY, text="x")), "none"),
        (State(pair_id="a/b"), State(), "pair a/b"),
        (State(pinned=True), State(), "pinned"),
        (State(view=View.MATED), State(), "view: Mated"),
        (State(seen_from=Half.HEADER), State(), "side of the header"),
        (reducers.set_numbering(State(), RowScheme.LOOP), State(), "numbering: Loop"),
        (reducers.toggle_layer(State(), Layer.GRID), State(), "layer: Grid"),
        (reducers.set_layers(State(), PRESETS[2].layers), State(), "layers: Stencil"),
        (reducers.set_layers(State(), frozenset()), State(), "layers: another choice"),
        (State(pattern_name="inkplate-5"), State(), "land pattern: inkplate-5"),
        (State(), reducers.edit_figures(State(), {WIDTH: 0.25}), "socket contact pad"),
        (State(compared=("a",)), State(), "comparison"),
        (reducers.hold_list(State(), "AXE5"), State(), "part list"),
        (
            reducers.hold_list(State(), "AXE5", {1: "a"}),
            reducers.hold_list(State(), "AXE5"),
            "correction in the part list",
        ),
        (reducers.ask(State(), sockets="9"), State(), "pieces wanted"),
        (reducers.ask(State(), current="9"), State(), "current needed"),
    ],
)
def test_the_menu_names_what_is_undone(new: State, old: State, words: str) -> None:
    assert words in step_words(new, old)


def test_no_field_of_the_state_is_changed_without_a_name() -> None:
    named = {field.name for field in fields(State)} - {"pad", "pattern_reading", "lit_figure"}
    assert set(WORDS) == named


def test_long_words_are_cut() -> None:
    long = reducers.set_text(State(), "AXE\n" * 40)
    assert len(step_words(long, State())) < 50
    assert "\n" not in step_words(long, State())


def test_the_trail_leads_back_and_forward() -> None:
    trail = Trail()
    for at_s, name in ((1.0, "a"), (3.0, "b"), (5.0, "c")):
        trail = left(trail, name, at_s)
    assert trail.back == ("a", "b", "c")
    trail = went_back(trail, "d")
    assert (trail.back, trail.forward) == (("a", "b"), ("d",))
    assert went_forward(trail, "c") == Trail(("a", "b", "c"), (), 5.0)
    assert left(trail, "c", 9.0) == Trail(("a", "b", "c"), (), 9.0)


def test_what_was_only_passed_is_not_on_the_trail() -> None:
    trail = left(left(Trail(), "a", 5.0), "b", 5.1)
    assert trail.back == ("a",)
    assert left(Trail(), None, 5.0).back == ()
