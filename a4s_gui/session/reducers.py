"""The pure functions that lead from one state to the next, one for every intent of the user.

What cannot be is refused by an :class:`A4sError` of one line, which the window shows.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from a4s_gui.catalog.comparison.compared_pairs import MOST_PAIRS, check_compared
from a4s_gui.catalog.model import Half
from a4s_gui.catalog.numbers import format_number
from a4s_gui.catalog.selection.board_limits import BodyMeasure, Limit, Limits
from a4s_gui.catalog.selection.current_question import CurrentQuestion, narrowed
from a4s_gui.catalog.selection.query import (
    Facet,
    FacetKey,
    FacetValue,
    Filter,
    toggle,
    with_answer,
    without_answer,
)
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.frozen import replace
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_size import LandMeasure
from a4s_gui.geometry.numbering import Scheme
from a4s_gui.session.shown_board import ShownBoard
from a4s_gui.session.state import Edits, ListText, PadKey, State


def click_value(state: State, facet: Facet, value: FacetValue) -> State:
    """Pick or unpick one value of a facet; where it leads nowhere an :class:`A4sError` says why."""
    if not value.enabled:
        raise A4sError(value.reason)
    return replace(state, filter=toggle(state.filter, facet, value.value))


def set_values(state: State, facet: Facet, values: Collection[FacetKey]) -> State:
    """Pick exactly these values of a facet that is no bound."""
    return set_filter(state, with_answer(state.filter, facet, frozenset(values)))


def set_bound(state: State, facet: Facet, pins: int | None) -> State:
    """Set the least or the most pins (``Facet.PINS_FROM``, ``Facet.PINS_TO``); ``None`` for any."""
    if not facet.is_bound:
        raise ValueError(f"{facet.name} is not a bound")
    return set_filter(state, with_answer(state.filter, facet, pins))


def clear_facet(state: State, facet: Facet) -> State:
    """Leave one question of the filter open again."""
    return set_filter(state, without_answer(state.filter, facet))


def set_limit(state: State, limit: Limit, value: float | None) -> State:
    """Set one limit of the board; ``None`` lifts it. A current is then asked of each pair too."""
    limits = state.filter.limits.with_value(limit, value)
    state = _with_limits(state, limits)
    if limits.current_a is None or limit not in (Limit.CURRENT, Limit.CONTACTS):
        return state
    contacts = "" if limits.contacts is None else str(limits.contacts)
    return ask(state, current=format_number(limits.current_a).replace(",", ""), contacts=contacts)


def need_current(state: State, question: CurrentQuestion | None) -> State:
    """Keep the rows to the pairs that carry a current; ``None`` lifts that."""
    return replace(state, filter=narrowed(state.filter, question))


def clear_limits(state: State) -> State:
    """Lift every limit of the board; what is measured stays."""
    return _with_limits(state, Limits(measure=state.filter.limits.measure))


def measure_land(state: State, pattern: LandPattern | None) -> State:
    """Hold the limits of size against a land pattern; ``None`` for the bodies."""
    measure = BodyMeasure() if pattern is None else LandMeasure(pattern)
    return _with_limits(state, replace(state.filter.limits, measure=measure))


def _with_limits(state: State, limits: Limits) -> State:
    return set_filter(state, replace(state.filter, limits=limits))


def with_pattern_measured(state: State, pattern: LandPattern) -> State:
    """Hold the limits of size against the land pattern that is drawn now, if against one at all."""
    measure = state.filter.limits.measure
    if not isinstance(measure, LandMeasure) or measure.pattern == pattern:
        return state
    return measure_land(state, pattern)


def set_pair_ids(state: State, pairs: Collection[str]) -> State:
    """Confine the rows to some pairs, by their ids; none lifts that."""
    return set_filter(state, replace(state.filter, pair_ids=frozenset(pairs)))


def order_parts(state: State, pieces: Mapping[str, int], pair_ids: Sequence[str]) -> State:
    """Order some pieces of the parts of some pairs; one of these pairs is chosen then."""
    ordered = replace(state, wanted=MappingProxyType(dict(pieces)))
    if state.pair_id in pair_ids or not pair_ids:
        return ordered
    return choose_pair(ordered, pair_ids[0])


def compare_pair(state: State, pair_id: str) -> State:
    """Set a pair beside those that are compared; raises as :func:`check_compared`."""
    compared = (*state.compared, pair_id)
    check_compared(compared)
    return replace(state, compared=compared)


def compare_pairs(state: State, pair_ids: Sequence[str]) -> State:
    """Set several pairs beside those that are compared, as many as there is room for."""
    every = dict.fromkeys((*state.compared, *pair_ids))
    return replace(state, compared=tuple(every)[:MOST_PAIRS])


def drop_compared(state: State, pair_id: str) -> State:
    """Take a pair out of the comparison."""
    return replace(state, compared=tuple(name for name in state.compared if name != pair_id))


def set_filter(state: State, wanted: Filter) -> State:
    """Ask for something else as a whole, as when one of its chips is taken off."""
    return replace(state, filter=wanted)


def set_text(state: State, text: str) -> State:
    """Search for a text."""
    return set_filter(state, replace(state.filter, text=text))


def clear_filters(state: State) -> State:
    """Open every facet and keep the searched text."""
    return replace(state, filter=Filter(text=state.filter.text))


def reset(state: State) -> State:
    """Open every facet and drop the searched text; the chosen pair stays."""
    return replace(state, filter=Filter())


def choose_pair(state: State, pair_id: str) -> State:
    """Choose one pair to be drawn; pad and pin belong to the one before."""
    if state.pair_id == pair_id:
        return state
    return replace(state, pair_id=pair_id, pad=None, pinned=False)


def toggle_pin(state: State) -> State:
    """Keep the chosen pair whatever the filters say, or let it follow them again."""
    return replace(state, pinned=not state.pinned)


def set_view(state: State, view: View) -> State:
    """Show another view of the pair."""
    return replace(state, view=view)


def set_layer(state: State, layer: Layer, *, shown: bool) -> State:
    """Show or hide one layer."""
    return set_layers(state, state.layers | {layer} if shown else state.layers - {layer})


def set_layers(state: State, layers: frozenset[Layer]) -> State:
    """Show these layers and no others."""
    return replace(state, layers=layers)


def toggle_layer(state: State, layer: Layer) -> State:
    """Show a layer that is hidden, hide one that is shown."""
    return set_layer(state, layer, shown=layer not in state.layers)


def set_numbering(state: State, scheme: Scheme) -> State:
    """Choose a scheme of the numbering, in place of the one that it excludes."""
    return replace(state, numbering=state.numbering.with_scheme(scheme))


def set_seen_from(state: State, half: Half) -> State:
    """See the mated pair from above another half's board."""
    return replace(state, seen_from=half)


def turn_over(state: State) -> State:
    """See the mated pair from above the other half's board."""
    return set_seen_from(state, state.seen_from.mate)


def toggle_below(state: State) -> State:
    """See each half through its board, or from above it again."""
    return replace(state, from_below=not state.from_below)


def select_pad(state: State, pad: PadKey | None) -> State:
    """Select a pad, or none."""
    return replace(state, pad=pad)


def show_board(state: State, board: ShownBoard | None, pair_id: str | None = None) -> State:
    """Lay what boards of others have over the drawing, of another pair where one is named.

    The drawing takes over their numbering where they have one, and gives it back after them.
    """
    own = state.own_numbering
    if board is None:
        return replace(state, board=None, numbering=own)
    shown = replace(
        state, board=replace(board, numbering_before=own), numbering=board.numbering or own
    )
    return shown if pair_id is None else choose_pair(shown, pair_id)


def show_pad(state: State, pad: PadKey) -> State:
    """Select a pad in a view that shows its half."""
    alone = View(pad.half)
    is_shown = state.view in (View.PAIR, View.MATED, alone)
    return replace(state, pad=pad, view=state.view if is_shown else alone)


def set_pattern(state: State, name: str) -> State:
    """Draw another land pattern, with what was changed in it before, or read the drawn one anew."""
    again = name == state.pattern_name
    return replace(state, pattern_name=name, pattern_reading=state.pattern_reading + again)


def draw_saved(state: State, name: str) -> State:
    """Draw what was just saved under a name; what was changed in the present one is in it."""
    return set_pattern(forget_edits(forget_edits(state, state.pattern_name), name), name)


def replace_deleted(state: State, name: str, instead: str) -> State:
    """Draw another pattern instead of one that is gone, and drop what was changed in it."""
    return set_pattern(forget_edits(state, name), instead)


def edit_figures(state: State, edits: Edits) -> State:
    """Change figures of the chosen land pattern."""
    return _with_edits(state, state.pattern_name, {**state.pattern_edits, **edits})


def light_figure(state: State, name: str) -> State:
    """Light a figure of the land pattern up in the drawing, by its name; empty for none."""
    return replace(state, lit_figure=name)


def drop_edits(state: State, figures: Collection[str]) -> State:
    """Drop what was changed in some figures of the chosen land pattern."""
    kept = {name: value for name, value in state.pattern_edits.items() if name not in figures}
    return _with_edits(state, state.pattern_name, kept)


def forget_edits(state: State, name: str) -> State:
    """Drop all that was changed in a pattern and not saved."""
    return _with_edits(state, name, {})


def _with_edits(state: State, name: str, edits: Edits) -> State:
    every = {other: kept for other, kept in state.edits.items() if other != name}
    if edits:
        every[name] = MappingProxyType(dict(edits))
    return replace(state, edits=MappingProxyType(every))


def hold_list(
    state: State,
    text: str,
    corrections: Mapping[int, str] | None = None,
    listed: Collection[str] | None = None,
) -> State:
    """Hold a list of parts as it was pasted or opened; an empty one is none.

    ``corrections`` tell what its ambiguous lines mean, by their numbers; the rows are confined to
    the pairs ``listed``, where these are given.
    """
    held = ListText(text, MappingProxyType(dict(corrections or {})))
    state = replace(state, part_list=held)
    return state if listed is None else set_pair_ids(state, listed)


def ask(state: State, /, **typed: str) -> State:
    """Type into fields of :class:`~a4s_gui.session.state.Questions`."""
    return replace(state, questions=replace(state.questions, **typed))
