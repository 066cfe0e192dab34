"""Any order of choices, as a machine makes them: what holds of the state after each."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from a4s_gui.catalog.comparison.compared_pairs import MOST_PAIRS
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.selection.board_limits import BodyMeasure, Limit
from a4s_gui.catalog.selection.current_question import CurrentQuestion
from a4s_gui.catalog.selection.query import Facet, Filter, QueryResult, matches, query
from a4s_gui.drawing.layer_presets import PRESETS, LayerPreset
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.geometry.land_size import LandMeasure
from a4s_gui.geometry.numbering import SCHEMES, HeaderScheme, Numbering, RowScheme, Scheme
from a4s_gui.session import reducers
from a4s_gui.session.session_store import first_state
from a4s_gui.session.session_text import encode_session
from a4s_gui.session.shown_board import ShownBoard
from a4s_gui.session.state import ListText, PadKey, State

T = TypeVar("T")

CATALOG = load_catalog()
IDS = [pair.id for pair in CATALOG.pairs]
PATTERNS = {name: shipped_pattern(name) for name in shipped_pattern_names()}
BOUNDS = (Facet.PINS_FROM, Facet.PINS_TO)
LIMITS = {
    Limit.LENGTH: st.sampled_from([3.0, 4.5, 9.5, 20.0]),
    Limit.WIDTH: st.sampled_from([2.0, 2.5, 2.9]),
    Limit.CURRENT: st.sampled_from([0.3, 3.0, 5.0, 6.0]),
    Limit.CONTACTS: st.integers(1, 90),
}
# Each is possible for every part in every shipped pattern: what is not is dropped with a message,
# which test_session_store.py holds.
EDITS: dict[str, list[float | str]] = {
    "socket.contact_width_mm": [0.2, 0.21, 0.225],
    "header.contact_height_mm": [0.6, 0.625],
    "common.mask_margin_mm": [0.0, 0.03],
    "socket.terminal_reference": ["A"],
}

AMPERES, CONTACTS = LIMITS[Limit.CURRENT], LIMITS[Limit.CONTACTS]
a_pair = st.sampled_from(IDS)
a_header = st.sampled_from(HeaderScheme)
a_scheme = st.sampled_from([scheme for group in SCHEMES.values() for scheme in group])
a_facet = st.sampled_from(Facet)
a_pattern = st.sampled_from(list(PATTERNS))
a_figure = st.sampled_from(list(EDITS))
a_limit = st.sampled_from(Limit).flatmap(
    lambda limit: st.tuples(st.just(limit), st.none() | LIMITS[limit])
)
some_edits = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in EDITS.items()}
)


@cache
def answer(criteria: Filter) -> QueryResult:
    return query(CATALOG.pairs, criteria)


def pattern_of(state: State) -> LandPattern:
    return PATTERNS[state.pattern_name]


class Choosing(RuleBasedStateMachine):
    """A user who does anything that the window offers, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.state = State()

    def apply(self, name: str, *args: Any, **options: Any) -> State:
        """Take one choice, twice from the same state: the result is the same, nothing else is."""
        before, told = self.state, repr(self.state)
        reducer = getattr(reducers, name)
        self.state = reducer(before, *args, **options)
        assert reducer(before, *args, **options) == self.state
        assert repr(before) == told
        return before

    def refused(self, reason: str, name: str, *args: Any) -> None:
        """Make sure that a choice is refused for a reason."""
        with pytest.raises(A4sError, match=re.escape(reason)):
            getattr(reducers, name)(self.state, *args)

    def changed(self, before: State) -> set[str]:
        """Return the names of the fields in which the state differs from one before."""
        names = (field.name for field in dataclasses.fields(State))
        return {name for name in names if getattr(self.state, name) != getattr(before, name)}

    @property
    def rows(self) -> tuple[Pair, ...]:
        return answer(self.state.filter).rows

    @rule(data=st.data(), facet=a_facet)
    def click_value(self, data: st.DataObject, facet: Facet) -> None:
        value = data.draw(st.sampled_from(answer(self.state.filter).facets[facet]))
        if value.enabled:
            before = self.apply("click_value", facet, value)
            assert self.changed(before) == {"filter"}
            assert len(self.rows) == value.rows_after_click
        else:
            self.refused(value.reason, "click_value", facet, value)

    @rule(data=st.data(), facet=st.sampled_from([f for f in Facet if not f.is_bound]))
    def set_values(self, data: st.DataObject, facet: Facet) -> None:
        values = [value.value for value in answer(self.state.filter).facets[facet]]
        wanted = data.draw(st.lists(st.sampled_from(values), max_size=3))
        before = self.apply("set_values", facet, wanted)
        assert getattr(self.state.filter, facet) == frozenset(wanted)
        assert self.changed(before) <= {"filter"}

    @rule(facet=st.sampled_from(BOUNDS), pins=st.none() | st.integers(10, 80))
    def set_bound(self, facet: Facet, pins: int | None) -> None:
        before = self.apply("set_bound", facet, pins)
        assert getattr(self.state.filter, facet) == pins
        assert self.changed(before) <= {"filter"}

    @rule(facet=a_facet)
    def clear_facet(self, facet: Facet) -> None:
        before = self.rows
        self.apply("clear_facet", facet)
        assert not getattr(self.state.filter, facet)
        assert set(before) <= set(self.rows)

    @rule(limit=a_limit)
    def set_limit(self, limit: tuple[Limit, float | None]) -> None:
        self.apply("set_limit", *limit)
        assert self.state.filter.limits.value(limit[0]) == limit[1]

    @rule()
    def clear_limits(self) -> None:
        measure = self.state.filter.limits.measure
        self.apply("clear_limits")
        assert not any(self.state.filter.limits.value(limit) for limit in Limit)
        assert self.state.filter.limits.measure == measure

    @rule(pattern=st.none() | a_pattern)
    def measure_land(self, pattern: str | None) -> None:
        self.apply("measure_land", pattern and PATTERNS[pattern])
        kind = LandMeasure if pattern else BodyMeasure
        assert isinstance(self.state.filter.limits.measure, kind)

    @rule()
    def with_pattern_measured(self) -> None:
        was = self.state.filter.limits.measure
        self.apply("with_pattern_measured", pattern_of(self.state))
        if isinstance(was, LandMeasure):
            was = LandMeasure(pattern_of(self.state))
        assert self.state.filter.limits.measure == was

    @rule(pairs=st.frozensets(a_pair, max_size=20))
    def set_pair_ids(self, pairs: frozenset[str]) -> None:
        self.apply("set_pair_ids", pairs)
        assert not pairs or {pair.id for pair in self.rows} <= pairs

    @rule(text=st.sampled_from(["", "AXE54", "0.8 mm", "inspection", "AXE640124D", "zzz"]))
    def set_text(self, text: str) -> None:
        self.apply("set_text", text)
        assert self.state.filter.text == text

    @rule(criteria=st.sampled_from([Filter(), Filter(text="40 pins", pins_from=20)]))
    def set_filter(self, criteria: Filter) -> None:
        before = self.apply("set_filter", criteria)
        assert self.state.filter == criteria
        assert self.changed(before) <= {"filter"}

    @rule()
    def clear_filters(self) -> None:
        text = self.state.filter.text
        self.apply("clear_filters")
        assert self.state.filter == Filter(text=text)

    @rule()
    def reset(self) -> None:
        before = self.apply("reset")
        assert self.state.filter == Filter()
        assert self.rows == CATALOG.pairs
        assert self.changed(before) <= {"filter"}

    @rule(pair=a_pair)
    def choose_pair(self, pair: str) -> None:
        before = self.apply("choose_pair", pair)
        assert self.state.pair_id == pair
        assert self.state.pad == (before.pad if before.pair_id == pair else None)

    @rule(pairs=st.lists(a_pair, min_size=1, max_size=MOST_PAIRS + 1))
    def compare_pair(self, pairs: list[str]) -> None:
        for pair in pairs:
            if pair in self.state.compared or len(self.state.compared) == MOST_PAIRS:
                self.refused("compare", "compare_pair", pair)
            else:
                before = self.apply("compare_pair", pair)
                assert self.state.compared == (*before.compared, pair)

    @rule(pairs=st.lists(a_pair, max_size=MOST_PAIRS + 1))
    def compare_pairs(self, pairs: list[str]) -> None:
        before = self.apply("compare_pairs", pairs)
        assert self.state.compared[: len(before.compared)] == before.compared
        assert set(self.state.compared) <= {*before.compared, *pairs}
        asked = len({*before.compared, *pairs})
        assert len(self.state.compared) == min(asked, MOST_PAIRS)

    @precondition(lambda self: self.state.compared)
    @rule(data=st.data())
    def drop_compared(self, data: st.DataObject) -> None:
        pair = data.draw(st.sampled_from(self.state.compared))
        before = self.apply("drop_compared", pair)
        assert set(before.compared) - set(self.state.compared) == {pair}

    @rule(view=st.sampled_from(View))
    def set_view(self, view: View) -> None:
        self.apply("set_view", view)
        assert self.state.view is view

    @rule(layer=st.sampled_from(Layer), shown=st.booleans())
    def set_layer(self, layer: Layer, shown: bool) -> None:
        before = self.apply("set_layer", layer, shown=shown)
        assert (layer in self.state.layers) is shown
        assert self.state.layers ^ before.layers <= {layer}

    @rule(scheme=a_scheme)
    def set_numbering(self, scheme: Scheme) -> None:
        before = self.apply("set_numbering", scheme)
        assert self.changed(before) <= {"numbering"}
        for kind, group in SCHEMES.items():
            chosen = [one for one in group if self.state.numbering.has(one)]
            assert len(chosen) == 1
            assert chosen == [scheme] or kind is not type(scheme)
            assert kind is type(scheme) or before.numbering.has(chosen[0])

    @rule(half=st.sampled_from(Half))
    def set_seen_from(self, half: Half) -> None:
        self.apply("set_seen_from", half)
        assert self.state.seen_from is half

    @precondition(lambda self: self.state.pair_id)
    @rule(pad=st.none() | st.builds(PadKey, st.sampled_from(Half), st.integers(0, 13)))
    def select_pad(self, pad: PadKey | None) -> None:
        self.apply("select_pad", pad)
        assert self.state.pad == pad

    @rule()
    def turn_over(self) -> None:
        before = self.apply("turn_over")
        assert {before.seen_from, self.state.seen_from} == set(Half)

    @rule(preset=st.sampled_from(PRESETS))
    def set_layers(self, preset: LayerPreset) -> None:
        self.apply("set_layers", preset.layers)
        assert self.state.layers == preset.layers

    @rule(layer=st.sampled_from(Layer))
    def toggle_layer(self, layer: Layer) -> None:
        before = self.apply("toggle_layer", layer)
        assert self.state.layers ^ before.layers == {layer}

    @rule(question=st.none() | st.builds(CurrentQuestion, AMPERES, st.none() | CONTACTS))
    def need_current(self, question: CurrentQuestion | None) -> None:
        self.apply("need_current", question)
        limits = self.state.filter.limits
        assert limits.value(Limit.CURRENT) == (question.amperes if question else None)
        assert limits.value(Limit.CONTACTS) == (question.contacts if question else None)

    @rule(name=a_pattern)
    def set_pattern(self, name: str) -> None:
        before = self.apply("set_pattern", name)
        assert self.state.pattern_name == name
        assert self.state.edits == before.edits
        again = name == before.pattern_name
        assert (self.state.pattern_reading > before.pattern_reading) is again

    @rule(name=a_pattern)
    def draw_saved(self, name: str) -> None:
        before = self.apply("draw_saved", name)
        assert self.state.pattern_name == name
        gone = {name, before.pattern_name}
        assert self.state.edits == {k: e for k, e in before.edits.items() if k not in gone}

    @rule(name=a_pattern, instead=a_pattern)
    def replace_deleted(self, name: str, instead: str) -> None:
        before = self.apply("replace_deleted", name, instead)
        assert self.state.pattern_name == instead
        assert self.state.edits == {k: e for k, e in before.edits.items() if k != name}

    @rule(edits=some_edits)
    def edit_figures(self, edits: dict[str, float | str]) -> None:
        before = self.apply("edit_figures", edits)
        assert self.state.pattern_edits == {**before.pattern_edits, **edits}
        self.others_keep_their_edits(before)

    @rule(name=st.sampled_from(["", "socket.contact_toe_mm"]))
    def light_figure(self, name: str) -> None:
        before = self.apply("light_figure", name)
        assert self.state.lit_figure == name
        assert self.changed(before) <= {"lit_figure"}

    @rule(figures=st.sets(a_figure))
    def drop_edits(self, figures: set[str]) -> None:
        before = self.apply("drop_edits", figures)
        assert self.state.pattern_edits.keys() == before.pattern_edits.keys() - figures
        self.others_keep_their_edits(before)

    @rule(name=a_pattern)
    def forget_edits(self, name: str) -> None:
        before = self.apply("forget_edits", name)
        kept = {other: edits for other, edits in before.edits.items() if other != name}
        assert self.state.edits == kept

    def others_keep_their_edits(self, before: State) -> None:
        chosen = self.state.pattern_name
        for name in PATTERNS.keys() - {chosen}:
            assert self.state.edits.get(name) == before.edits.get(name)

    @precondition(lambda self: self.state.pair_id is not None)
    @rule(half=st.sampled_from(Half), index=st.integers(0, 83))
    def show_pad(self, half: Half, index: int) -> None:
        before = self.apply("show_pad", PadKey(half, index))
        assert self.changed(before) <= {"pad", "view"}
        assert self.state.view in (View.PAIR, View.MATED, View(half))

    @rule(
        pins=st.sampled_from([10, 40]),
        numbering=st.none() | st.builds(Numbering, st.sampled_from(RowScheme), a_header),
        pair_id=st.none() | a_pair,
    )
    def show_board(self, pins: int, numbering: Numbering | None, pair_id: str | None) -> None:
        board = ShownBoard(pins, numbering=numbering)
        before = self.apply("show_board", board, pair_id)
        assert self.changed(before) <= {"board", "numbering", "pair_id", "pad", "pinned"}
        assert self.state.numbering == (numbering or before.own_numbering)
        assert self.state.own_numbering == before.own_numbering

    @rule()
    def take_the_board_away(self) -> None:
        before = self.apply("show_board", None)
        assert self.changed(before) <= {"board", "numbering"}
        assert self.state.numbering == before.own_numbering

    @rule(
        text=st.sampled_from(["", "AXE540127", "J1, AXE54"]),
        corrections=st.dictionaries(st.integers(1, 3), a_pair, max_size=2),
        listed=st.none() | st.frozensets(a_pair, max_size=3),
    )
    def hold_list(
        self, text: str, corrections: dict[int, str], listed: frozenset[str] | None
    ) -> None:
        before = self.apply("hold_list", text, corrections, listed)
        assert self.state.part_list == ListText(text, corrections)
        assert self.changed(before) <= {"part_list", "filter"}

    @rule(sockets=st.sampled_from(["", "12,000"]), current=st.sampled_from(["", "2"]))
    def ask(self, sockets: str, current: str) -> None:
        before = self.apply("ask", sockets=sockets, current=current)
        assert (self.state.questions.sockets, self.state.questions.current) == (sockets, current)
        assert self.changed(before) <= {"questions"}

    @rule(pieces=st.dictionaries(st.just("AXE540127"), st.integers(1, 99)), pairs=st.lists(a_pair))
    def order_parts(self, pieces: dict[str, int], pairs: list[str]) -> None:
        before = self.apply("order_parts", pieces, pairs)
        assert self.state.wanted == pieces
        kept = not pairs or before.pair_id in pairs
        assert self.state.pair_id == (before.pair_id if kept else pairs[0])

    @rule()
    def toggle_below(self) -> None:
        before = self.apply("toggle_below")
        assert self.state.from_below is not before.from_below

    @rule()
    def toggle_pin(self) -> None:
        before = self.apply("toggle_pin")
        assert self.state.pinned is not before.pinned

    @rule()
    def close_and_open_again(self) -> None:
        """Nothing is pointed at, and no board is shown; all else comes back."""
        opened, lost = first_state(
            encode_session(self.state), CATALOG, load_pattern=PATTERNS.__getitem__
        )
        assert lost == ""
        kept = dataclasses.replace(
            self.state,
            pad=None,
            pattern_reading=0,
            lit_figure="",
            board=None,
            numbering=self.state.own_numbering,
            pinned=self.state.pinned and self.state.pair_id is not None,
            filter=opened.filter,  # what is measured follows the land pattern that is drawn
        )
        assert opened == dataclasses.replace(kept, pair_id=self.state.pair_id or IDS[0])
        limits = self.state.filter.limits
        assert opened.filter == dataclasses.replace(
            self.state.filter,
            limits=dataclasses.replace(limits, measure=opened.filter.limits.measure),
        )
        self.state = opened

    @invariant()
    def the_state_is_a_value(self) -> None:
        assert isinstance(hash(self.state), int)
        with pytest.raises(dataclasses.FrozenInstanceError):
            self.state.pair_id = None  # type: ignore[misc]
        for held in (self.state.edits, *self.state.edits.values()):
            assert isinstance(held, Mapping)
            assert not hasattr(held, "__setitem__")
            assert held or held is self.state.edits, "an empty change is none"

    @invariant()
    def rows_follow_the_filter(self) -> None:
        assert self.rows == passing(self.state.filter)

    @invariant()
    def what_is_chosen_exists(self) -> None:
        state = self.state
        assert state.pair_id is None or state.pair_id in IDS
        assert state.pad is None or state.pair_id
        assert len(set(state.compared)) == len(state.compared) <= MOST_PAIRS
        assert set(state.compared) <= set(IDS)
        assert state.layers <= set(Layer)
        assert state.pattern_name in PATTERNS

    @invariant()
    def resetting_gives_the_first_filter(self) -> None:
        assert reducers.reset(self.state).filter == State().filter


@cache
def passing(criteria: Filter) -> tuple[Pair, ...]:
    return tuple(pair for pair in CATALOG.pairs if matches(pair, criteria))


# A run is some thirty choices long, as long as thirty examples of another test.
Choosing.TestCase.settings = settings(
    max_examples=max(25, settings().max_examples // 2), stateful_step_count=30
)


TestChoosing = Choosing.TestCase


def test_every_reducer_has_a_rule() -> None:
    members = vars(reducers).items()
    own = {name for name, f in members if getattr(f, "__module__", "") == reducers.__name__}
    functions = {name for name in own if inspect.isfunction(getattr(reducers, name))}
    assert {name for name in functions if not name.startswith("_")} <= vars(Choosing).keys()
