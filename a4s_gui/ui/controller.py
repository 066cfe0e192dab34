"""The one holder of the truth: widgets send it what the user did and show what came out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.query import Facet, FacetValue, QueryResult, query
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern import LandPattern
from a4s_gui.geometry.numbering import HeaderScheme, RowScheme
from a4s_gui.geometry.pattern_file import shipped_pattern
from a4s_gui.ui import state as intents
from a4s_gui.ui.state import State


class Controller(QObject):
    """Holds the state, the catalog, the land pattern and what the query gave for the state.

    Parameters
    ----------
    catalog
        The checked catalog.
    state
        What is chosen at first; one row alone is chosen by itself.
    load_pattern
        Reads a land pattern by its name; raises :class:`A4sError` where it cannot.
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

    def __init__(
        self,
        catalog: Catalog,
        state: State | None = None,
        load_pattern: Callable[[str], LandPattern] = shipped_pattern,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._load_pattern = load_pattern
        self._pairs = {pair.id: pair for pair in catalog.pairs}
        first = state or State()
        self._pattern = load_pattern(first.pattern_name)
        self._result = query(catalog.pairs, first.filter)
        self._state = intents.settle(first, self._result.rows)

    @property
    def state(self) -> State:
        """What is chosen."""
        return self._state

    @property
    def catalog(self) -> Catalog:
        """Every pair that can be bought."""
        return self._catalog

    @property
    def result(self) -> QueryResult:
        """The rows and facet values of the filter."""
        return self._result

    @property
    def pattern(self) -> LandPattern:
        """The land pattern that is drawn."""
        return self._pattern

    @property
    def pair(self) -> Pair | None:
        """The chosen pair."""
        return self._pairs.get(self._state.pair_id or "")

    @property
    def spec(self) -> DrawingSpec | None:
        """What the drawing shows; ``None`` while no pair is chosen."""
        pair = self.pair
        if pair is None:
            return None
        state = self._state
        return DrawingSpec(pair, self._pattern, state.view, state.layers, state.numbering)

    def click_value(self, facet: Facet, value: FacetValue) -> None:
        """Pick or unpick a facet's value; where it leads nowhere, say why instead."""
        if value.enabled:
            self._change(intents.click_value(self._state, facet, value))
        else:
            self.message.emit(value.reason)

    def set_bound(self, facet: Facet, pins: int | None) -> None:
        """Set the least or the most pins; ``None`` for any."""
        self._change(intents.set_bound(self._state, facet, pins))

    def clear_facet(self, facet: Facet) -> None:
        """Leave one question open again."""
        self._change(intents.clear_facet(self._state, facet))

    def set_text(self, text: str) -> None:
        """Search for a text."""
        self._change(intents.set_text(self._state, text))

    def clear_filters(self) -> None:
        """Open every facet and keep the searched text."""
        self._change(intents.clear_filters(self._state))

    def reset(self) -> None:
        """Open every facet and drop the searched text."""
        self._change(intents.reset(self._state))

    def choose_pair(self, pair_id: str) -> None:
        """Choose one pair of the catalog to be drawn; an unknown id changes nothing."""
        if pair_id in self._pairs:
            self._change(intents.choose_pair(self._state, pair_id))

    def set_view(self, view: View) -> None:
        """Show another view of the pair."""
        self._change(intents.set_view(self._state, view))

    def set_layer(self, layer: Layer, *, shown: bool) -> None:
        """Show or hide one layer."""
        self._change(intents.set_layer(self._state, layer, shown=shown))

    def set_rows_scheme(self, scheme: RowScheme) -> None:
        """Choose how numbers run over the rows of contacts."""
        self._change(intents.set_rows_scheme(self._state, scheme))

    def set_header_scheme(self, scheme: HeaderScheme) -> None:
        """Relate the header's numbers to the socket's another way."""
        self._change(intents.set_header_scheme(self._state, scheme))

    def set_pattern(self, name: str) -> None:
        """Draw another land pattern; where it cannot be read, say so and keep the present one."""
        try:
            pattern = self._load_pattern(name)
        except A4sError as error:
            self.message.emit(str(error))
            return
        self._pattern = pattern
        self._change(intents.set_pattern(self._state, name))

    def _change(self, wanted: State) -> None:
        old = self._state
        if wanted.filter != old.filter:
            self._result = query(self._catalog.pairs, wanted.filter)
            wanted = intents.settle(wanted, self._result.rows)
        if wanted == old:
            return
        self._state = wanted
        self.changed.emit(wanted, old)
