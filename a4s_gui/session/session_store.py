"""What a window opens with: the last session, as far as it is still possible."""

from __future__ import annotations

from collections.abc import Callable

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.frozen import replace
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN, current_name, shipped_pattern
from a4s_gui.session.pattern_choice import connectors_of, read_choice
from a4s_gui.session.reducers import (
    choose_pair,
    compare_pairs,
    forget_edits,
    measure_land,
    set_pattern,
    set_view,
)
from a4s_gui.session.session_text import decode_session
from a4s_gui.session.state import State


def first_state(
    session: str,
    catalog: Catalog,
    pair_id: str | None = None,
    view: View | None = None,
    load_pattern: Callable[[str], LandPattern] = shipped_pattern,
) -> tuple[State, str]:
    """Return the state a window opens with, and in one line what could not be brought back.

    ``session`` is what the last window held, as text, empty for a first one. Without the
    ``pair_id`` and ``view`` that are asked for it is what was chosen last, else the catalog's first
    pair. A damaged session is a :class:`SessionError`, a default land pattern that ``load_pattern``
    cannot read another :class:`A4sError`.
    """
    state, measures_land = decode_session(session) if session else (State(), False)
    state = _as_of_today(state, catalog)
    state = choose_pair(state, pair_id or state.pair_id or next(iter(catalog.pairs)).id)
    state = state if view is None else set_view(state, view)
    state, lost = _possible(state, catalog, load_pattern)
    if measures_land:
        choice = read_choice(load_pattern(state.pattern_name), state.pattern_edits)
        state = measure_land(state, choice.drawn)
    return state, lost


def _as_of_today(state: State, catalog: Catalog) -> State:
    """Return a state without pairs that are made no longer, and a land pattern's present name."""
    known = {pair.id for pair in catalog.pairs}
    chosen = state.pair_id if state.pair_id in known else None
    listed = replace(state.filter, pair_ids=state.filter.pair_ids & known)
    compared = [name for name in state.compared if name in known]
    state = replace(state, pair_id=chosen, filter=listed, compared=())
    state = replace(state, pattern_name=current_name(state.pattern_name))
    return compare_pairs(state, compared)


def _possible(
    state: State, catalog: Catalog, load_pattern: Callable[[str], LandPattern]
) -> tuple[State, str]:
    """Return a state whose land pattern can be drawn, and what had to be given up for that."""
    connectors = connectors_of(catalog)
    name = state.pattern_name
    try:
        saved = load_pattern(name)
        read_choice(saved, connectors=connectors)
    except A4sError as error:
        if name == DEFAULT_PATTERN:
            raise
        state, _ = _possible(set_pattern(state, DEFAULT_PATTERN), catalog, load_pattern)
        return state, f"The default land pattern is drawn instead of the last one: {error}"
    try:
        read_choice(saved, state.pattern_edits, connectors)
    except A4sError as error:
        lost = f"What was changed in the land pattern “{saved.title}” is not possible: {error}"
        return forget_edits(state, name), lost
    return state, ""
