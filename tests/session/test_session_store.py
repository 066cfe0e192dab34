"""What comes back in the next window, and what is said where something cannot."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.selection.board_limits import Limit, Limits
from a4s_gui.catalog.selection.query import Facet, Filter
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.export.pattern_writer import save_pattern
from a4s_gui.geometry.land_pattern.editing import edited
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.land_size import LandMeasure
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, Pin1, RowScheme, TerminalScheme
from a4s_gui.session.reducers import edit_figures, set_pattern
from a4s_gui.session.session_store import first_state
from a4s_gui.session.session_text import VERSION, SessionError, decode_session, encode_session
from a4s_gui.session.state import ListText, PadKey, Questions, State

PAIR = "AXE540127/AXE640124"
WIDTH = "socket.contact_width_mm"
FULL = State(
    filter=Filter(
        pins=frozenset({10, 40}),
        pins_from=10,
        pins_to=80,
        heights_mm=frozenset({0.8}),
        packagings_mm=frozenset({4, 8}),
        products=frozenset(Product),
        text="AXE “5” 40",
        limits=Limits(9.5, 2.5, 1.25, 8),
        pair_ids=frozenset({PAIR}),
    ),
    pair_id=PAIR,
    view=View.MATED,
    layers=frozenset({Layer.MASK, Layer.STIFFENER}),
    numbering=Numbering(RowScheme.LOOP, HeaderScheme.SAME, Pin1.LOWER_LEFT, TerminalScheme.SINGLE),
    pattern_name="inkplate-5",
    seen_from=Half.HEADER,
    from_below=True,
    wanted=MappingProxyType({"AXE540127": 12_000}),
    compared=("AXE510127/AXE610124", PAIR),
    pinned=True,
    part_list=ListText("J1,AXE54012\nAXE610124\n", MappingProxyType({1: "AXE540127"})),
    questions=Questions("2 A", "eight", "12,000", "12,500"),
)


@pytest.fixture
def library(tmp_path: Path) -> PatternLibrary:
    return PatternLibrary(tmp_path / "own patterns: mine")


def _next(state: State, catalog: Catalog, library: PatternLibrary) -> tuple[State, str]:
    """Return the state of the window after the one that was closed in a state."""
    return first_state(encode_session(state), catalog, load_pattern=library.find)


def test_the_example_below_leaves_no_choice_as_it_is_at_first() -> None:
    unchanged = {f.name for f in fields(State) if getattr(FULL, f.name) == getattr(State(), f.name)}
    assert unchanged == {"board", "edits", "lit_figure", "pad", "pattern_reading"}
    first, full = Filter(), FULL.filter
    assert [f.name for f in fields(Filter) if getattr(full, f.name) == getattr(first, f.name)] == []
    assert None not in map(full.limits.value, Limit)


def test_every_choice_comes_back(catalog: Catalog, library: PatternLibrary) -> None:
    assert _next(FULL, catalog, library) == (FULL, "")


def test_a_first_window_shows_the_first_pair(catalog: Catalog) -> None:
    assert first_state("", catalog) == (State(pair_id=next(iter(catalog.pairs)).id), "")


def test_limits_of_land_patterns_are_measured_on_the_one_that_is_drawn(
    catalog: Catalog, library: PatternLibrary
) -> None:
    state = edit_figures(State(pair_id=PAIR), {WIDTH: 0.25})
    land = LandMeasure(edited(shipped_pattern(), {WIDTH: 0.25}))
    state = State(pair_id=PAIR, edits=state.edits, filter=Filter(limits=Limits(9.5, measure=land)))
    again, lost = _next(state, catalog, library)
    measure = again.filter.limits.measure
    assert isinstance(measure, LandMeasure)
    assert measure.pattern.socket.contact_width_mm == 0.25
    assert (again.filter.limits.max_length_mm, lost) == (9.5, "")


def test_a_marked_pad_is_no_choice(catalog: Catalog, library: PatternLibrary) -> None:
    marked = State(pair_id=PAIR, pad=PadKey(Half.SOCKET, 3))
    assert _next(marked, catalog, library) == (State(pair_id=PAIR), "")


def test_unsaved_changes_of_every_pattern_come_back(
    catalog: Catalog, library: PatternLibrary
) -> None:
    save_pattern(library, shipped_pattern(), "mine")
    file = str(library.path_of("mine"))
    state = edit_figures(State(pair_id=PAIR), {WIDTH: 0.25, "header.terminal_reference": "A"})
    state = edit_figures(set_pattern(state, file), {"socket.terminal_offset_mm": -0.875})
    assert _next(state, catalog, library) == (state, "")


def test_a_former_name_of_a_pattern_comes_back_as_today_s(
    catalog: Catalog, library: PatternLibrary
) -> None:
    state = State(pair_id=PAIR, pattern_name="dash-connector")
    assert _next(state, catalog, library) == (State(pair_id=PAIR), "")


def test_a_pattern_that_is_gone_gives_way_to_the_default(
    catalog: Catalog, library: PatternLibrary
) -> None:
    state, lost = _next(State(pair_id=PAIR, pattern_name="mine"), catalog, library)
    assert state.pattern_name == "default"
    assert "mine" in lost


def test_a_pattern_that_became_impossible_gives_way(
    catalog: Catalog, library: PatternLibrary
) -> None:
    """Its terminals would meet the contacts: impossible for the parts, not by itself."""
    save_pattern(library, edited(shipped_pattern(), {"socket.terminal_offset_mm": -2.5}), "mine")
    state, lost = _next(State(pair_id=PAIR, pattern_name="mine"), catalog, library)
    assert state.pattern_name == "default"
    assert "terminal_offset_mm" in lost


def test_changes_that_became_impossible_are_dropped_and_said(
    catalog: Catalog, library: PatternLibrary
) -> None:
    opened, lost = _next(edit_figures(State(pair_id=PAIR), {WIDTH: 0.5}), catalog, library)
    assert opened.pattern_edits == {}
    assert "contact_width_mm" in lost


def test_what_is_asked_for_goes_before_what_was_chosen_last(catalog: Catalog) -> None:
    last = encode_session(State(pair_id=PAIR, view=View.SOCKET))
    opened, _ = first_state(last, catalog, "AXE510127/AXE610124", View.TAPE)
    assert (opened.pair_id, opened.view) == ("AXE510127/AXE610124", View.TAPE)
    opened, _ = first_state(last, catalog)
    assert (opened.pair_id, opened.view) == (PAIR, View.SOCKET)


def test_pairs_that_are_made_no_longer_are_forgotten(catalog: Catalog) -> None:
    ids = tuple(pair.id for pair in catalog.pairs)
    gone = State(
        pair_id="gone/lost",
        compared=("gone/lost", ids[1], ids[1], *ids[4:10]),
        filter=Filter(pair_ids=frozenset({"gone/lost", ids[2]})),
    )
    opened, lost = first_state(encode_session(gone), catalog)
    assert opened.pair_id == ids[0]
    assert opened.compared == (ids[1], *ids[4:7]), "four fit side by side"
    assert opened.filter.pair_ids == {ids[2]}
    assert lost == ""


def test_a_figure_that_there_is_no_longer_is_passed_over(catalog: Catalog) -> None:
    held = json.loads(encode_session(State(pair_id=PAIR)))
    held["edits"] = {"default": {"socket.nose_mm": 1, WIDTH: 0.24}}
    opened, lost = first_state(json.dumps(held), catalog)
    assert (opened.edits, lost) == ({"default": {WIDTH: 0.24}}, "")


@pytest.mark.parametrize("facet", list(Facet))
def test_a_filter_that_an_older_program_did_not_have_is_open(facet: Facet) -> None:
    held = json.loads(encode_session(FULL))
    del held["filter"][facet]
    state, _ = decode_session(json.dumps(held))
    assert getattr(state.filter, facet) == getattr(Filter(), facet)
    assert [f for f in Facet if getattr(state.filter, f) != getattr(FULL.filter, f)] == [facet]


@pytest.mark.parametrize("field", sorted({*json.loads(encode_session(FULL))} - {"version"}))
def test_a_choice_that_an_older_program_did_not_have_is_as_at_first(field: str) -> None:
    held, first = (json.loads(encode_session(state)) for state in (FULL, State()))
    del held[field]
    assert decode_session(json.dumps(held)) == decode_session(
        json.dumps(held | {field: first[field]})
    )


def test_a_newer_session_is_refused() -> None:
    held = json.loads(encode_session(FULL)) | {"version": VERSION + 1, "view": "hologram"}
    with pytest.raises(SessionError, match="newer version"):
        decode_session(json.dumps(held))


_DAMAGES: list[tuple[str, Any]] = [
    ("version", None),
    ("version", True),
    ("pair", 7),
    ("view", "hologram"),
    ("layers", "mask"),
    ("layers", ["body", 3]),
    ("numbering", {"rows": "spiral"}),
    ("edits", {"default": {WIDTH: "wide"}}),
    ("edits", {"default": {WIDTH: float("nan")}}),
    ("edits", {"default": {WIDTH: 10**400}}),
    ("edits", [1]),
    ("edit_sources", [1]),
    ("pinned", 1),
    ("filter", None),
    ("filter", {}),
    ("questions", {"current": 2}),
    ("part_list", {"text": "", "corrections": {"one": "AXE540127"}}),
]


@pytest.mark.parametrize(("field", "value"), _DAMAGES)
def test_a_damaged_session_is_refused_in_one_line(field: str, value: object) -> None:
    held = json.loads(encode_session(FULL)) | {field: value}
    with pytest.raises(SessionError, match="is damaged") as refused:
        decode_session(json.dumps(held))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "text", ["{", "[]", "null", "[" * 100_000, "\0", encode_session(FULL)[:-9]]
)
def test_what_is_no_session_is_refused(text: str) -> None:
    with pytest.raises(SessionError, match="is damaged"):
        decode_session(text)
