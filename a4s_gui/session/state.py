"""What the user has chosen, as one frozen value, and a pure function for every intent.

No Qt: the rules of choosing are tested without a window.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from a4s_gui.catalog.comparison.compared_pairs import MOST_PAIRS
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.selection.board_limits import BodyMeasure, Limit, Limits
from a4s_gui.catalog.selection.query import Facet, FacetKey, FacetValue, Filter, toggle
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.land_pattern.editing import FigureValue
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN
from a4s_gui.geometry.land_size import LandMeasure
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, RowScheme

Edits = Mapping[str, FigureValue]
"""Figures of a land pattern that were changed and not saved, by name, lengths in mm."""
NO_EDITS: Edits = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PadKey:
    """A pad of the chosen pair: its half, and its place among ``Footprint.pads`` of that half."""

    half: Half
    index: int


@dataclass(frozen=True)
class State:
    """Everything the window shows follows from this and the catalog.

    ``pair_id`` is the chosen pair, ``None`` before the first choice. It need not be among the rows
    of the filter: a pair that was chosen stays drawn until another one is.

    ``pattern_name`` is a land pattern's name or a land-pattern file's path. ``edits`` holds what
    was changed in each and not saved, by that name: choosing another pattern loses nothing.
    ``pattern_reading`` counts how often the pattern was found changed when it was read again.

    ``compared`` holds the ids of the pairs that are set side by side, in the order of the columns.
    """

    filter: Filter = field(default_factory=Filter)
    pair_id: str | None = None
    view: View = View.PAIR
    layers: frozenset[Layer] = DEFAULT_LAYERS
    numbering: Numbering = field(default_factory=Numbering)
    pattern_name: str = DEFAULT_PATTERN
    pattern_reading: int = 0
    edits: Mapping[str, Edits] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    seen_from: Half = Half.SOCKET
    pad: PadKey | None = None
    compared: tuple[str, ...] = ()

    @property
    def pattern_edits(self) -> Edits:
        """What was changed in the chosen land pattern and not saved."""
        return self.edits.get(self.pattern_name, NO_EDITS)

    @property
    def pattern(self) -> tuple[str, int, Edits]:
        """Everything that the drawn land pattern depends on."""
        return self.pattern_name, self.pattern_reading, self.pattern_edits


def click_value(state: State, facet: Facet, value: FacetValue) -> State:
    """Pick or unpick one value of a facet; a value that leads nowhere changes nothing."""
    if not value.enabled:
        return state
    return replace(state, filter=toggle(state.filter, facet, value.value))


def set_bound(state: State, facet: Facet, pins: int | None) -> State:
    """Set the least or the most pins (``Facet.PINS_FROM``, ``Facet.PINS_TO``); ``None`` for any."""
    if facet is Facet.PINS_FROM:
        return replace(state, filter=replace(state.filter, pins_from=pins))
    if facet is Facet.PINS_TO:
        return replace(state, filter=replace(state.filter, pins_to=pins))
    raise ValueError(f"{facet.name} is not a bound")


def clear_facet(state: State, facet: Facet) -> State:
    """Leave one question of the filter open again."""
    empty: frozenset[FacetKey] | None
    empty = None if facet in (Facet.PINS_FROM, Facet.PINS_TO) else frozenset()
    # The facet's value is the name of the filter's field, see Facet.
    return replace(state, filter=replace(state.filter, **{facet.value: empty}))  # type: ignore[arg-type]


def set_limit(state: State, limit: Limit, value: float | None) -> State:
    """Set one limit of the board; ``None`` lifts it."""
    limits = state.filter.limits.with_value(limit, value)
    return replace(state, filter=replace(state.filter, limits=limits))


def clear_limits(state: State) -> State:
    """Lift every limit of the board; what is measured stays."""
    limits = Limits(measure=state.filter.limits.measure)
    return replace(state, filter=replace(state.filter, limits=limits))


def measure_land(state: State, pattern: LandPattern | None) -> State:
    """Hold the limits of size against a land pattern; ``None`` for the bodies."""
    measure = BodyMeasure() if pattern is None else LandMeasure(pattern)
    limits = replace(state.filter.limits, measure=measure)
    return replace(state, filter=replace(state.filter, limits=limits))


def with_pattern_measured(state: State, pattern: LandPattern) -> State:
    """Hold the limits of size against the land pattern that is drawn now, if against one at all."""
    measure = state.filter.limits.measure
    if not isinstance(measure, LandMeasure) or measure.pattern == pattern:
        return state
    return measure_land(state, pattern)


def set_pair_ids(state: State, pairs: Collection[str]) -> State:
    """Confine the rows to some pairs, by their ids; none lifts that."""
    return replace(state, filter=replace(state.filter, pair_ids=frozenset(pairs)))


def compare_pair(state: State, pair_id: str) -> State:
    """Set a pair beside those that are compared; nothing changes where there is no room for it."""
    if pair_id in state.compared or len(state.compared) >= MOST_PAIRS:
        return state
    return replace(state, compared=(*state.compared, pair_id))


def drop_compared(state: State, pair_id: str) -> State:
    """Take a pair out of the comparison."""
    return replace(state, compared=tuple(name for name in state.compared if name != pair_id))


def set_text(state: State, text: str) -> State:
    """Search for a text."""
    return replace(state, filter=replace(state.filter, text=text))


def clear_filters(state: State) -> State:
    """Open every facet and keep the searched text."""
    return replace(state, filter=Filter(text=state.filter.text))


def reset(state: State) -> State:
    """Open every facet and drop the searched text; the chosen pair stays."""
    return replace(state, filter=Filter())


def choose_pair(state: State, pair_id: str) -> State:
    """Choose one pair to be drawn; a pad that was selected is no longer."""
    pad = state.pad if state.pair_id == pair_id else None
    return replace(state, pair_id=pair_id, pad=pad)


def set_view(state: State, view: View) -> State:
    """Show another view of the pair."""
    return replace(state, view=view)


def set_layer(state: State, layer: Layer, *, shown: bool) -> State:
    """Show or hide one layer."""
    layers = state.layers | {layer} if shown else state.layers - {layer}
    return replace(state, layers=layers)


def set_rows_scheme(state: State, scheme: RowScheme) -> State:
    """Choose how numbers run over the rows of contacts."""
    return replace(state, numbering=replace(state.numbering, rows=scheme))


def set_header_scheme(state: State, scheme: HeaderScheme) -> State:
    """Relate the header's numbers to the socket's another way."""
    return replace(state, numbering=replace(state.numbering, header=scheme))


def set_seen_from(state: State, half: Half) -> State:
    """See the mated pair from above another half's board."""
    return replace(state, seen_from=half)


def select_pad(state: State, pad: PadKey | None) -> State:
    """Select a pad, or none."""
    return replace(state, pad=pad)


def set_pattern(state: State, name: str, *, changed: bool = False) -> State:
    """Draw another land pattern, with what was changed in it before.

    ``changed`` says that the pattern of that name is not what it was when it was read last.
    """
    reading = state.pattern_reading + changed
    return replace(state, pattern_name=name, pattern_reading=reading)


def edit_figures(state: State, edits: Edits) -> State:
    """Change figures of the chosen land pattern."""
    return _with_edits(state, state.pattern_name, {**state.pattern_edits, **edits})


def drop_edits(state: State, figures: Collection[str]) -> State:
    """Take back what was changed in some figures of the chosen land pattern."""
    kept = {name: value for name, value in state.pattern_edits.items() if name not in figures}
    return _with_edits(state, state.pattern_name, kept)


def forget_pattern(state: State, name: str) -> State:
    """Drop all that was changed in a pattern and not saved."""
    return _with_edits(state, name, {})


def _with_edits(state: State, name: str, edits: Edits) -> State:
    every = {other: kept for other, kept in state.edits.items() if other != name}
    if edits:
        every[name] = MappingProxyType(dict(edits))
    return replace(state, edits=MappingProxyType(every))


def auto_select_single(state: State, rows: Sequence[Pair]) -> State:
    """Choose the pair where the rows of the new filter leave only one."""
    if len(rows) == 1:
        return choose_pair(state, rows[0].id)
    return state
