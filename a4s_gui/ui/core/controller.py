"""The one holder of the truth: widgets send it what the user did and show what came out."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.selection.query import QueryResult, query
from a4s_gui.debug_log import log
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.errors import A4sError
from a4s_gui.frozen import replace
from a4s_gui.geometry.land_pattern.editing import figure_value
from a4s_gui.geometry.land_pattern.pattern import LandPattern, LandPatternError
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.session import reducers, selectors
from a4s_gui.session.changes import Change, Field, changed_fields
from a4s_gui.session.following import Outside, follow_change, follow_rows, outside
from a4s_gui.session.pattern_choice import PatternChoice, connectors_of, read_choice
from a4s_gui.session.state import State
from a4s_gui.session.steps.history import History, recorded, redone, undone, unrecorded
from a4s_gui.session.steps.trail import Trail, left, went_back, went_forward

if TYPE_CHECKING:
    from a4s_gui.catalog.data.knowledge import Knowledge
    from a4s_gui.session.search_advice import Advice

P = ParamSpec("P")


class Controller(QObject):
    """Holds the state, the steps that led to it, the land pattern and what the query gave.

    Parameters
    ----------
    catalog
        The checked catalog.
    state
        What is chosen at first; where that is no pair, one row alone is chosen by itself.
    load_pattern
        Reads a land pattern by its name or file; raises :class:`A4sError` where it cannot.
    clock
        Tells the time in seconds: what is typed within a moment is one step.

    Raises
    ------
    A4sError
        The land pattern of the first state cannot be read.
    """

    changed = Signal(object)
    """A :class:`Change`; not sent where nothing has changed. See also :meth:`follow`."""
    message = Signal(str)
    """One line for the user."""
    panel_asked = Signal(str)
    """The name of a panel that is to come to the front."""
    export_asked = Signal(object)
    """The ids of pairs, in their order, of which files are wanted."""
    saved = Signal(object)
    """The :class:`~pathlib.Path` of a file that was written."""

    def __init__(
        self,
        catalog: Catalog,
        state: State | None = None,
        load_pattern: Callable[[str], LandPattern] = shipped_pattern,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self.catalog = catalog
        self._clock = clock
        self._history = History()
        self._trail = Trail(came_s=clock())
        self._knowledge: Knowledge | None = None
        self._advice: Advice | None = None
        self._load_pattern = load_pattern
        self._pairs = {pair.id: pair for pair in catalog.pairs}
        self._connectors = connectors_of(catalog)
        first = state or State()
        saved = load_pattern(first.pattern_name)
        self._choice = read_choice(saved, first.pattern_edits, self._connectors)
        self._result = query(catalog.pairs, first.filter)
        pair = selectors.chosen_pair(first, self._pairs)
        self._state = first if pair else follow_rows(first, pair, self._result.rows)

    @property
    def state(self) -> State:
        """What is chosen."""
        return self._state

    @property
    def knowledge(self) -> Knowledge:
        """What is known beyond the pairs; each file is read when it is first asked for."""
        if self._knowledge is None:
            from a4s_gui.catalog.data.knowledge import Knowledge  # noqa: PLC0415 - not at the start

            self._knowledge = Knowledge(self.catalog)
        return self._knowledge

    @property
    def result(self) -> QueryResult:
        """The rows and facet values of the filter."""
        return self._result

    @property
    def advice(self) -> Advice:
        """What the user should be told about the filter and what it gave."""
        if self._advice is None:
            from a4s_gui.session.search_advice import advise  # noqa: PLC0415 - not at the start

            self._advice = advise(self.catalog, self._state.filter, self._result.rows)
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
        return selectors.chosen_pair(self._state, self._pairs)

    @property
    def compared(self) -> tuple[Pair, ...]:
        """The pairs that are set side by side, in the order of the columns."""
        return selectors.compared_pairs(self._state, self._pairs)

    @property
    def history(self) -> History:
        """The steps that can be taken back, and again."""
        return self._history

    @property
    def trail(self) -> Trail:
        """The pairs that were looked at before the present one, and after it."""
        return self._trail

    @property
    def outside(self) -> Outside | None:
        """Why the pair that is drawn is not among the rows; ``None`` where it is."""
        return outside(self._state, self._result.rows)

    @property
    def spec(self) -> DrawingSpec | None:
        """What the drawing shows; ``None`` while no pair is chosen."""
        return selectors.drawing_spec(self._state, self._pairs, self.pattern)

    def follow(self, fields: tuple[Field, ...], slot: Callable[..., object]) -> None:
        """Call a slot after every change of some fields, with the :class:`Change` if it takes one.

        The slot of a widget is no longer called when the widget is gone.
        """
        follower = Follower(frozenset(fields), self)
        self.changed.connect(follower.pass_on)
        follower.changed.connect(slot)

    def apply(
        self, reducer: Callable[Concatenate[State, P], State], /, *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Go on to the state that a reducer makes of the present one.

        Where that is refused the present state stays, and the user is told why.
        """
        try:
            self.try_apply(reducer, *args, **kwargs)
        except A4sError as error:
            log("state", "%s refused: %s", reducer.__name__, error)
            self.message.emit(str(error))

    def light_figure(self, name: str) -> None:
        """Light a figure of the land pattern up while its field has the keys; empty for none."""
        if isValid(self):  # fields lose the keys while the window is being taken down, too
            self.apply(reducers.light_figure, name)

    def try_apply(
        self, reducer: Callable[Concatenate[State, P], State], /, *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Do the same as :meth:`apply`, and leave it to the caller to say what is refused.

        What is refused is an :class:`A4sError`; the present state stays.
        """
        wanted = reducer(self._state, *args, **kwargs)
        if not selectors.knows_pairs(wanted, self._pairs):
            return
        log("state", "%s%r", reducer.__name__, args)
        self._step_to(wanted)

    def take_nearest(self) -> None:
        """Draw the nearest row where the chosen pair is none: the search is done."""
        self._step_to(follow_rows(self._state, self.pair, self._result.rows))

    def undo(self) -> None:
        """Take the last step back; where there is none, nothing."""
        self._history, state = undone(self._history, self._state)
        self._restore(state)

    def redo(self) -> None:
        """Take the step again that was taken back last; where there is none, nothing."""
        self._history, state = redone(self._history, self._state)
        self._restore(state)

    def go_back(self) -> None:
        """Choose the pair that was looked at before; where there is none, nothing."""
        self._go_along(self._trail.back, went_back)

    def go_forward(self) -> None:
        """Choose the pair that was gone back from; where there is none, nothing."""
        self._go_along(self._trail.forward, went_forward)

    def _go_along(self, pair_ids: tuple[str, ...], go: Callable[[Trail, str], Trail]) -> None:
        if pair_ids:
            along = go(self._trail, self._state.pair_id or "")
            self._step_to(reducers.choose_pair(self._state, pair_ids[-1]), along)

    def _step_to(self, wanted: State, along: Trail | None = None) -> None:
        """Go on to a state, with the pair that its filter leaves, and remember the step."""
        old, (wanted, choice) = self._state, self._with_pattern(wanted)
        wanted = reducers.with_pattern_measured(wanted, choice.drawn)
        found = self._query(wanted)
        pair = selectors.chosen_pair(wanted, self._pairs)
        wanted = follow_change(wanted, old, pair, found.rows)
        self._history = recorded(self._history, wanted, old, self._clock())
        self._show(wanted, choice, found, along)

    def _restore(self, wanted: State) -> None:
        """Go to a state that was there before, exactly, as far as its land pattern still is."""
        present = self._state
        pad = present.pad if wanted.pair_id == present.pair_id else None
        wanted = replace(wanted, **{**unrecorded(present), "pad": pad})
        try:
            wanted, choice = self._with_pattern(wanted)
        except A4sError as error:
            self.message.emit(f"The land pattern stays as it is: {error}")
            choice = self._choice
            wanted = replace(wanted, pattern_name=present.pattern_name, edits=present.edits)
        wanted = reducers.with_pattern_measured(wanted, choice.drawn)
        self._show(wanted, choice, self._query(wanted))

    def _query(self, wanted: State) -> QueryResult:
        """Return what the filter of a state gives."""
        if wanted.filter == self._state.filter:
            return self._result
        return query(self.catalog.pairs, wanted.filter)

    def _show(
        self, wanted: State, choice: PatternChoice, found: QueryResult, along: Trail | None = None
    ) -> None:
        old, before = self._state, self._result
        changed = changed_fields(wanted, old)
        self._choice, self._result = choice, found
        if not changed:
            return
        if found.rows != before.rows:
            changed |= {"rows"}
        if "filter" in changed:
            self._advice = None
        if "pair_id" in changed:
            self._trail = along or left(self._trail, old.pair_id, self._clock())
        log("state", "changed: %s", ", ".join(sorted(changed)))
        self._state = wanted
        self.changed.emit(Change(wanted, old, changed))

    def _with_pattern(self, wanted: State) -> tuple[State, PatternChoice]:
        """Return a state whose land pattern can be drawn, and that pattern.

        A figure that is what was saved is no edit.
        """
        present, choice = self._state, self._choice
        if wanted.pattern == present.pattern:
            return wanted, choice
        if wanted.pattern[:2] != present.pattern[:2]:
            return self._with_pattern_read(wanted)
        edits = wanted.pattern_edits
        repeated = [
            name for name, value in edits.items() if value == figure_value(choice.saved, name)
        ]
        wanted = reducers.drop_edits(wanted, repeated)
        return wanted, choice.with_edits(wanted.pattern_edits, self._connectors)

    def _with_pattern_read(self, wanted: State) -> tuple[State, PatternChoice]:
        """Return the same for a pattern that is read; found as it was, it changes nothing."""
        name = wanted.pattern_name
        saved = self._load_pattern(name)
        if name == self._state.pattern_name and saved == self._choice.saved:
            wanted = replace(wanted, pattern_reading=self._state.pattern_reading)
        try:
            return wanted, read_choice(saved, wanted.pattern_edits, self._connectors)
        except LandPatternError as error:
            if not wanted.pattern_edits:
                raise
            self.message.emit(f"Its changes are no longer possible: {error}")
            return reducers.forget_edits(wanted, name), read_choice(
                saved, connectors=self._connectors
            )


class Follower(QObject):
    """Passes on the changes of some fields."""

    changed = Signal(object)
    """A :class:`Change`."""

    def __init__(self, fields: frozenset[str], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = fields

    def pass_on(self, change: Change) -> None:
        """Pass on a change of one of the fields."""
        if change.fields & self._fields:
            self.changed.emit(change)
