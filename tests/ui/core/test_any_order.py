"""Any order of choices, undo, redo, back, forward and restarts, as a machine makes them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half
from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.current_question import CurrentQuestion
from a4s_gui.catalog.selection.query import Facet, Filter
from a4s_gui.drawing.layer_presets import PRESETS
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.numbering import SCHEMES, HeaderScheme, Numbering
from a4s_gui.session import reducers
from a4s_gui.session.following import Outside
from a4s_gui.session.session_store import first_state
from a4s_gui.session.session_text import encode_session
from a4s_gui.session.shown_board import ShownBoard
from a4s_gui.session.state import PadKey, State
from a4s_gui.session.steps.history import MOST_STEPS, same_choice
from a4s_gui.ui.core.controller import Controller

CATALOG = load_catalog()
IDS = [pair.id for pair in CATALOG.pairs]
PATTERNS = shipped_pattern_names()
READ = cache(shipped_pattern)
"""Each shipped pattern is read once for all controllers."""
WIDTHS = ("socket.contact_width_mm", "header.contact_width_mm")

a_pair = st.sampled_from(IDS)
some_pairs = st.lists(a_pair, max_size=5)
a_text = st.sampled_from(["", "AXE5", "AXE54", "AXE540127", "40 pins", "nothing", "0.8mm"])
some_edits = st.dictionaries(st.sampled_from(WIDTHS), st.sampled_from([0.2, 0.21]), min_size=1)

a_board = st.builds(
    ShownBoard,
    st.sampled_from([10, 40]),
    numbering=st.none() | st.builds(Numbering, header=st.sampled_from(HeaderScheme)),
)

ARGUMENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "set_bound": st.tuples(
        st.sampled_from([Facet.PINS_FROM, Facet.PINS_TO]), st.sampled_from([None, 20, 40])
    ),
    "set_values": st.tuples(st.just(Facet.PINS), st.lists(st.sampled_from([10, 20, 40]))),
    "clear_facet": st.tuples(st.sampled_from(Facet)),
    "set_limit": st.tuples(st.sampled_from([Limit.LENGTH, Limit.WIDTH]), st.none() | st.just(9.5)),
    "need_current": st.tuples(st.none() | st.just(CurrentQuestion(2.0, 8))),
    "clear_limits": st.just(()),
    "set_pair_ids": st.tuples(some_pairs),
    "compare_pair": st.tuples(a_pair),
    "compare_pairs": st.tuples(some_pairs),
    "drop_compared": st.tuples(a_pair),
    "set_text": st.tuples(a_text),
    "set_filter": st.tuples(st.sampled_from([Filter(), Filter(text="40 pins")])),
    "clear_filters": st.just(()),
    "reset": st.just(()),
    "choose_pair": st.tuples(a_pair),
    "toggle_pin": st.just(()),
    "set_view": st.tuples(st.sampled_from(View)),
    "set_layers": st.tuples(st.sampled_from([preset.layers for preset in PRESETS])),
    "toggle_layer": st.tuples(st.sampled_from(Layer)),
    "set_numbering": st.tuples(
        st.sampled_from([scheme for group in SCHEMES.values() for scheme in group])
    ),
    "set_seen_from": st.tuples(st.sampled_from(Half)),
    "turn_over": st.just(()),
    "toggle_below": st.just(()),
    "order_parts": st.tuples(st.just({"AXE540127": 100}), some_pairs),
    "show_board": st.tuples(a_board, st.none() | a_pair) | st.just((None,)),
    "show_pad": st.tuples(st.just(PadKey(Half.HEADER, 4))),
    "select_pad": st.tuples(st.none() | st.just(PadKey(Half.SOCKET, 2))),
    "set_pattern": st.tuples(st.sampled_from(PATTERNS)),
    "draw_saved": st.tuples(st.sampled_from(PATTERNS)),
    "replace_deleted": st.tuples(st.sampled_from(PATTERNS), st.just("default")),
    "edit_figures": st.tuples(some_edits),
    "light_figure": st.tuples(st.sampled_from(["", *WIDTHS])),
    "drop_edits": st.tuples(st.lists(st.sampled_from(WIDTHS))),
    "forget_edits": st.tuples(st.sampled_from(PATTERNS)),
    "hold_list": st.tuples(
        st.sampled_from(["", "AXE540127", "AXE640134"]),
        st.just({1: "AXE640124"}) | st.none(),
        st.none() | some_pairs,
    ),
}
ELSEWHERE = {"click_value", "set_layer", "measure_land", "with_pattern_measured", "ask"}
"""Reducers with rules of their own, and those that others are made of."""


def functions(module: ModuleType) -> dict[str, Callable[..., Any]]:
    return {
        name: found
        for name, found in vars(module).items()
        if inspect.isfunction(found) and found.__module__ == module.__name__ and name[0] != "_"
    }


def test_every_reducer_is_among_the_choices() -> None:
    assert set(functions(reducers)) == set(ARGUMENTS) | ELSEWHERE


@lru_cache(maxsize=1_000)
def begun_with(state: State) -> Controller:
    """Return a controller that has never known another state."""
    return Controller(CATALOG, state, READ)


class Choosing(RuleBasedStateMachine):
    """A user who does anything that the window offers, in any order and at any pace.

    At the end all is taken back, to the first state, and done again, to the last.
    """

    def __init__(self) -> None:
        super().__init__()
        self.now_s = 0.0
        self.begin(first_state("", CATALOG)[0])

    def begin(self, state: State) -> None:
        self.controller = Controller(CATALOG, state, READ, clock=lambda: self.now_s)
        self.first = state

    @rule(seconds=st.sampled_from([0.05, 0.5, 3.0]))
    def wait(self, seconds: float) -> None:
        self.now_s += seconds

    @rule(data=st.data(), facet=st.sampled_from(Facet))
    def click(self, data: st.DataObject, facet: Facet) -> None:
        value = data.draw(st.sampled_from(self.controller.result.facets[facet]))
        before = self.controller.state
        self.controller.apply(reducers.click_value, facet, value)
        if value.enabled and not before.pinned and self.controller.result.rows:
            assert self.controller.outside is None

    @rule(land=st.booleans())
    def measure(self, *, land: bool) -> None:
        pattern = self.controller.pattern if land else None
        self.controller.apply(reducers.measure_land, pattern)

    @rule(typed=st.dictionaries(st.sampled_from(["current", "sockets"]), st.just("12")))
    def ask(self, typed: dict[str, str]) -> None:
        self.controller.apply(reducers.ask, **typed)

    @rule()
    def end_search(self) -> None:
        self.controller.take_nearest()
        assert self.controller.outside is not Outside.CHOSEN

    @rule()
    def undo_and_redo(self) -> None:
        before, steps = self.controller.state, self.controller.history
        if steps.past:
            self.controller.undo()
            assert not same_choice(self.controller.state, before)
            self.controller.redo()
            assert same_choice(self.controller.state, before)
            assert len(self.controller.history.past) == len(steps.past)

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.controller.undo()

    @rule()
    def redo(self) -> None:
        self.controller.redo()

    @rule()
    def back_and_forward(self) -> None:
        here = self.controller.state.pair_id
        if self.controller.trail.back:
            wanted = self.controller.trail.back[-1]
            self.controller.go_back()
            assert self.controller.state.pair_id == wanted
            self.controller.go_forward()
            assert self.controller.state.pair_id == here

    @rule()
    def restart(self) -> None:
        before = self.controller.state
        again, lost = first_state(encode_session(before), CATALOG)
        assert lost == ""
        self.begin(again)
        assert same_choice(self.controller.state, reducers.show_board(before, None))

    @invariant()
    def names_what_it_undoes(self) -> None:
        assert all(step.words for step in self.controller.history.past)
        assert len(self.controller.history.past) <= MOST_STEPS

    @invariant()
    def shows_what_it_holds(self) -> None:
        controller = self.controller
        fresh = begun_with(controller.state)
        assert fresh.result.rows == controller.result.rows
        assert replace(fresh.state, pattern_reading=0) == replace(
            controller.state, pattern_reading=0
        )
        assert fresh.pattern == controller.pattern

    def teardown(self) -> None:
        while self.controller.history.future:
            self.controller.redo()
        last, steps = self.controller.state, self.controller.history.past
        while self.controller.history.past:
            self.controller.undo()
        assert same_choice(self.controller.state, self.first)
        while self.controller.history.future:
            self.controller.redo()
        assert same_choice(self.controller.state, last)
        told = [step.words for step in self.controller.history.past]
        assert told == [step.words for step in steps]


def chooses(name: str) -> Callable[..., None]:
    def choose(self: Choosing, arguments: tuple[Any, ...]) -> None:
        self.controller.apply(getattr(reducers, name), *arguments)

    return choose


for reducer, arguments in ARGUMENTS.items():
    setattr(Choosing, reducer, rule(arguments=arguments)(chooses(reducer)))

# A run is some thirty choices long.
Choosing.TestCase.settings = settings(
    max_examples=max(25, settings().max_examples // 2), stateful_step_count=30
)
TestChoosing = pytest.mark.usefixtures("qapp")(Choosing.TestCase)
