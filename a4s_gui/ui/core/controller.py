"""The one holder of the truth: widgets send it what the user did and show what came out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.comparison.compared_pairs import MOST_PAIRS, CompareError, check_compared
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.query import Facet, FacetValue, QueryResult, query
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern.editing import FigureValue, figure_value
from a4s_gui.geometry.land_pattern.pattern import LandPattern, LandPatternError
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import HeaderScheme, RowScheme
from a4s_gui.session import state as reducers
from a4s_gui.session.pattern_choice import PatternChoice, connectors_of, read_choice
from a4s_gui.session.search_advice import Advice, advise
from a4s_gui.session.state import Edits, PadKey, State

if TYPE_CHECKING:
    from a4s_gui.catalog.data.knowledge import Knowledge


class Controller(QObject):
    """Holds the state, the catalog, the land pattern and what the query gave for the state.

    Parameters
    ----------
    catalog
        The checked catalog.
    state
        What is chosen at first; one row alone is chosen by itself.
    load_pattern
        Reads a land pattern by its name or file; raises :class:`A4sError` where it cannot.
    parent
        The Qt parent.

    Raises
    ------
    A4sError
        The land pattern of the first state cannot be read.
    """

    changed = Signal(object, object)
    """The new :class:`State`, then the old one; not sent where nothing has changed."""

    message = Signal(str)
    """One line for the user."""

    saved = Signal(object)
    """The :class:`~pathlib.Path` of a file that was written."""

    def __init__(
        self,
        catalog: Catalog,
        state: State | None = None,
        load_pattern: Callable[[str], LandPattern] = shipped_pattern,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._knowledge: Knowledge | None = None
        self._advice: Advice | None = None
        self._load_pattern = load_pattern
        self._pairs = {pair.id: pair for pair in catalog.pairs}
        self._connectors = connectors_of(catalog)
        first = state or State()
        self._choice = self._read(first)
        self._result = query(catalog.pairs, first.filter)
        self._state = reducers.auto_select_single(first, self._result.rows)

    @property
    def state(self) -> State:
        """What is chosen."""
        return self._state

    @property
    def catalog(self) -> Catalog:
        """Every pair that can be bought."""
        return self._catalog

    @property
    def knowledge(self) -> Knowledge:
        """What is known beyond the pairs; each file is read when it is first asked for."""
        if self._knowledge is None:
            from a4s_gui.catalog.data.knowledge import Knowledge  # noqa: PLC0415 - not at the start

            self._knowledge = Knowledge(self._catalog)
        return self._knowledge

    @property
    def result(self) -> QueryResult:
        """The rows and facet values of the filter."""
        return self._result

    @property
    def advice(self) -> Advice:
        """What the user should be told about the filter and what it gave."""
        if self._advice is None:
            self._advice = advise(self._catalog, self._state.filter, self._result.rows)
        return self._advice

    @property
    def pattern(self) -> LandPattern:
        """The land pattern that is drawn; its title says when it is edited and not saved."""
        return self._choice.drawn

    @property
    def pattern_choice(self) -> PatternChoice:
        """The land pattern as it was read, as it is changed, and what it is held against."""
        return self._choice

    @property
    def pair(self) -> Pair | None:
        """The chosen pair."""
        return self._pairs.get(self._state.pair_id or "")

    @property
    def compared(self) -> tuple[Pair, ...]:
        """The pairs that are set side by side, in the order of the columns."""
        return tuple(self._pairs[name] for name in self._state.compared)

    @property
    def spec(self) -> DrawingSpec | None:
        """What the drawing shows; ``None`` while no pair is chosen."""
        pair = self.pair
        if pair is None:
            return None
        state = self._state
        return DrawingSpec(
            pair, self.pattern, state.view, state.layers, state.numbering, state.seen_from
        )

    def click_value(self, facet: Facet, value: FacetValue) -> None:
        """Pick or unpick a facet's value; where it leads nowhere, say why instead."""
        if value.enabled:
            self._change(reducers.click_value(self._state, facet, value))
        else:
            self.message.emit(value.reason)

    def set_bound(self, facet: Facet, pins: int | None) -> None:
        """Set the least or the most pins; ``None`` for any."""
        self._change(reducers.set_bound(self._state, facet, pins))

    def clear_facet(self, facet: Facet) -> None:
        """Leave one question open again."""
        self._change(reducers.clear_facet(self._state, facet))

    def set_text(self, text: str) -> None:
        """Search for a text."""
        self._change(reducers.set_text(self._state, text))

    def set_limit(self, limit: Limit, value: float | None) -> None:
        """Set one limit of the board, in mm, A or contacts; ``None`` lifts it."""
        self._change(reducers.set_limit(self._state, limit, value))

    def clear_limits(self) -> None:
        """Lift every limit of the board."""
        self._change(reducers.clear_limits(self._state))

    def need_current(self, amperes: float | None, contacts: int | None) -> None:
        """Set the limits of current, in A, and of contacts at once; ``None`` lifts one."""
        wanted = reducers.set_limit(self._state, Limit.CURRENT, amperes)
        self._change(reducers.set_limit(wanted, Limit.CONTACTS, contacts))

    def measure_land(self, *, on: bool) -> None:
        """Hold the limits of size against the land pattern that is drawn, or against the bodies."""
        self._change(reducers.measure_land(self._state, self.pattern if on else None))

    def set_pair_ids(self, pairs: Collection[str]) -> None:
        """Confine the rows to some pairs, by their ids; none lifts that."""
        self._change(reducers.set_pair_ids(self._state, pairs))

    def compare_pair(self, pair_id: str) -> None:
        """Set a pair beside those that are compared; where that cannot be, say why."""
        if pair_id not in self._pairs:
            return
        try:
            check_compared([*self.compared, self._pairs[pair_id]])
        except CompareError as error:
            self.message.emit(str(error))
            return
        self._change(reducers.compare_pair(self._state, pair_id))

    def compare_pairs(self, pair_ids: Sequence[str]) -> None:
        """Set several pairs beside those that are compared, as many as there is room for."""
        if len(pair_ids) == 1:
            self.compare_pair(pair_ids[0])
            return
        wanted = self._state
        for pair_id in pair_ids:
            if pair_id in self._pairs:
                wanted = reducers.compare_pair(wanted, pair_id)
        left_out = sum(name in self._pairs and name not in wanted.compared for name in pair_ids)
        self._change(wanted)
        if left_out:
            self.message.emit(
                f"compare: at most {MOST_PAIRS} pairs fit side by side; "
                f"left out: {left_out} of the {len(pair_ids)} selected"
            )

    def drop_compared(self, pair_id: str) -> None:
        """Take a pair out of the comparison."""
        self._change(reducers.drop_compared(self._state, pair_id))

    def clear_filters(self) -> None:
        """Open every facet and keep the searched text."""
        self._change(reducers.clear_filters(self._state))

    def reset(self) -> None:
        """Open every facet and drop the searched text."""
        self._change(reducers.reset(self._state))

    def choose_pair(self, pair_id: str) -> None:
        """Choose one pair of the catalog to be drawn; an unknown id changes nothing."""
        if pair_id in self._pairs:
            self._change(reducers.choose_pair(self._state, pair_id))

    def set_view(self, view: View) -> None:
        """Show another view of the pair."""
        self._change(reducers.set_view(self._state, view))

    def set_layer(self, layer: Layer, *, shown: bool) -> None:
        """Show or hide one layer."""
        self._change(reducers.set_layer(self._state, layer, shown=shown))

    def set_rows_scheme(self, scheme: RowScheme) -> None:
        """Choose how numbers run over the rows of contacts."""
        self._change(reducers.set_rows_scheme(self._state, scheme))

    def set_header_scheme(self, scheme: HeaderScheme) -> None:
        """Relate the header's numbers to the socket's another way."""
        self._change(reducers.set_header_scheme(self._state, scheme))

    def set_seen_from(self, half: Half) -> None:
        """See the mated pair from above another half's board."""
        self._change(reducers.set_seen_from(self._state, half))

    def turn_over(self) -> None:
        """See the mated pair from above the other half's board."""
        other = Half.HEADER if self._state.seen_from is Half.SOCKET else Half.SOCKET
        self.set_seen_from(other)

    def select_pad(self, pad: PadKey | None) -> None:
        """Select a pad of the chosen pair, or none."""
        self._change(reducers.select_pad(self._state, pad))

    def set_pattern(self, name: str) -> None:
        """Draw another land pattern, by its name or file, read anew.

        What was changed in it before and not saved holds again. Where it cannot be read, that is
        said and the present one stays.
        """
        self._apply(reducers.set_pattern(self._state, name))

    def edit_figure(self, name: str, value: FigureValue) -> None:
        """Change one figure of the land pattern, ``socket.contact_width_mm``.

        Raises
        ------
        LandPatternError
            The figures could not be on a board; the present ones stay.
        """
        self._set_edits(self._with_figures({name: value}))

    def reset_figure(self, name: str) -> None:
        """Take one figure back to the shipped pattern's.

        Raises
        ------
        LandPatternError
            It is not possible with the other figures; the present ones stay.
        """
        self._set_edits(self._with_figures(self._shipped(name)))

    def reset_pattern(self) -> None:
        """Take every figure back to the shipped pattern's."""
        names = (difference.figure.name for difference in self._choice.differences)
        self._set_edits(self._with_figures(self._shipped(*names)))

    def drop_edits(self) -> None:
        """Take back everything that was changed in the land pattern and not saved."""
        self._set_edits(reducers.forget_pattern(self._state, self._state.pattern_name))

    def take_saved(self, name: str) -> None:
        """Draw what was just saved under a name; what was changed in the present one is in it."""
        wanted = reducers.forget_pattern(self._state, self._state.pattern_name)
        self._apply(reducers.set_pattern(reducers.forget_pattern(wanted, name), name))

    def take_deleted(self, name: str, instead: str) -> None:
        """Draw another pattern instead of one that is gone, and drop what was changed in it."""
        self._apply(reducers.set_pattern(reducers.forget_pattern(self._state, name), instead))

    def _shipped(self, *figures: str) -> Edits:
        return {name: figure_value(self._choice.base, name) for name in figures}

    def _with_figures(self, figures: Edits) -> State:
        """Return the state with other figures; one that is the saved pattern's own is no edit."""
        saved = self._choice.saved
        edits = {n: value for n, value in figures.items() if value != figure_value(saved, n)}
        return reducers.edit_figures(reducers.drop_edits(self._state, figures), edits)

    def _set_edits(self, wanted: State) -> None:
        self._choice = self._choice.with_edits(wanted.pattern_edits, self._connectors)
        self._change(wanted)

    def _apply(self, wanted: State) -> None:
        """Go to a state with another pattern, or with the present one read anew."""
        try:
            choice = self._read(wanted)
        except LandPatternError as error:
            if not wanted.pattern_edits:
                self.message.emit(str(error))
                return
            self.message.emit(f"What was changed in it is not possible any more: {error}")
            self._apply(reducers.forget_pattern(wanted, wanted.pattern_name))
            return
        except A4sError as error:
            self.message.emit(str(error))
            return
        present = wanted.pattern_name == self._state.pattern_name
        changed = present and choice.saved != self._choice.saved
        self._choice = choice
        self._change(reducers.set_pattern(wanted, wanted.pattern_name, changed=changed))

    def _read(self, state: State) -> PatternChoice:
        saved = self._load_pattern(state.pattern_name)
        return read_choice(saved, state.pattern_edits, self._connectors)

    def _change(self, wanted: State) -> None:
        old = self._state
        wanted = reducers.with_pattern_measured(wanted, self.pattern)
        if wanted.filter != old.filter:
            self._result = query(self._catalog.pairs, wanted.filter)
            self._advice = None
            wanted = reducers.auto_select_single(wanted, self._result.rows)
        if wanted == old:
            return
        self._state = wanted
        self.changed.emit(wanted, old)
