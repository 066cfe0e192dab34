"""What follows from a state and the catalog: pairs by their ids, and what is drawn."""

from __future__ import annotations

from collections.abc import Mapping

from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.selection.query import Filter
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.session.shown_board import ShownBoard
from a4s_gui.session.state import State

Pairs = Mapping[str, Pair]
"""Every pair of the catalog by its id."""


def knows_pairs(state: State, pairs: Pairs) -> bool:
    """Return whether every pair that a state names is in the catalog."""
    named = {*state.compared, *filter(None, [state.pair_id])}
    return named <= pairs.keys()


def is_filtered(state: State) -> bool:
    """Return whether filters or search leave anything out, or could."""
    return state.filter != Filter()


def chosen_pair(state: State, pairs: Pairs) -> Pair | None:
    """Return the pair that is drawn."""
    return pairs.get(state.pair_id or "")


def compared_pairs(state: State, pairs: Pairs) -> tuple[Pair, ...]:
    """Return the pairs that are set side by side, in the order of the columns."""
    return tuple(pairs[name] for name in state.compared)


def drawing_spec(state: State, pairs: Pairs, pattern: LandPattern) -> DrawingSpec | None:
    """Return what the drawing shows; ``None`` while no pair is chosen."""
    pair = chosen_pair(state, pairs)
    if pair is None:
        return None
    board = board_over(state, pair)
    return DrawingSpec(
        pair,
        pattern,
        state.view,
        state.layers,
        state.numbering,
        state.seen_from,
        state.from_below and state.view.shows_pads,
        nets=board.nets_by_number(state.numbering) if board else {},
        plain_nets=board.plain_nets_by_number(state.numbering) if board else {},
    )


def board_over(state: State, pair: Pair) -> ShownBoard | None:
    """Return what lies over the drawing of a pair; ``None`` where its pins are not as many."""
    board = state.board
    return board if board is not None and board.pins == pair.pins else None
