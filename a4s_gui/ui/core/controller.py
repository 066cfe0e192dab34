"""The one holder of the truth: widgets send it what the user did and show what came out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.selection.query import QueryResult, query
from a4s_gui.debug_log import log
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern.editing import figure_value
from a4s_gui.geometry.land_pattern.pattern import LandPattern, LandPatternError
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.session import reducers, selectors
from a4s_gui.session.changes import Change, Field, changed_fields
from a4s_gui.session.pattern_choice import PatternChoice, connectors_of, read_choice
from a4s_gui.session.search_advice import Advice, advise
from a4s_gui.session.state import State

if TYPE_CHECKING:
    from a4s_gui.catalog.data.knowledge import Knowledge

P = ParamSpec("P")


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

    changed = Signal(object)
    """A :class:`Change`; not sent where nothing has changed. See also :meth:`follow`."""

    message = Signal(str)
    """One line for the user."""

    panel_asked = Signal(str)
    """The name of a panel that is to come to the front."""

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
        saved = load_pattern(first.pattern_name)
        self._choice = read_choice(saved, first.pattern_edits, self._connectors)
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
        return selectors.chosen_pair(self._state, self._pairs)

    @property
    def compared(self) -> tuple[Pair, ...]:
        """The pairs that are set side by side, in the order of the columns."""
        return selectors.compared_pairs(self._state, self._pairs)

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
        self,
        reducer: Callable[Concatenate[State, P], State],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Go on to the state that a reducer makes of the present one.

        Where that is refused the present state stays, and the user is told why.
        """
        try:
            self.try_apply(reducer, *args, **kwargs)
        except A4sError as error:
            log("state", "%s refused: %s", reducer.__name__, error)
            self.message.emit(str(error))

    def try_apply(
        self,
        reducer: Callable[Concatenate[State, P], State],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Do the same as :meth:`apply`, and leave it to the caller to say what is refused.

        Raises
        ------
        A4sError
            It is refused; the present state stays.
        """
        wanted = reducer(self._state, *args, **kwargs)
        if selectors.knows_pairs(wanted, self._pairs):
            log("state", "%s%r", reducer.__name__, args)
            self._go_to(*self._with_pattern(wanted))

    def _go_to(self, wanted: State, choice: PatternChoice) -> None:
        old, found = self._state, self._result
        wanted = reducers.with_pattern_measured(wanted, choice.drawn)
        self._choice = choice
        if wanted.filter != old.filter:
            self._result = query(self._catalog.pairs, wanted.filter)
            self._advice = None
            wanted = reducers.auto_select_single(wanted, self._result.rows)
        changed = changed_fields(wanted, old)
        if not changed:
            return
        if self._result.rows != found.rows:
            changed |= {"rows"}
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
            self.message.emit(f"What was changed in it is not possible any more: {error}")
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
