"""What the program remembers from one window to the next."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote, unquote

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern.editing import FIGURES, FigureValue
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN, current_name, shipped_pattern
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, RowScheme
from a4s_gui.session import settings_table as table
from a4s_gui.session.pattern_choice import connectors_of, read_choice
from a4s_gui.session.reducers import compare_pairs, forget_edits, set_pattern
from a4s_gui.session.settings_table import SettingsStore
from a4s_gui.session.state import Edits, State


def first_state(
    settings: SettingsStore,
    catalog: Catalog,
    pair_id: str | None = None,
    load_pattern: Callable[[str], LandPattern] = shipped_pattern,
) -> tuple[State, str]:
    """Return the state a window opens with, and in one line what could not be brought back.

    Parameters
    ----------
    settings
        Hold the choices of the last window; the filters start open.
    catalog
        Whose pairs can be chosen.
    pair_id
        The pair asked for; else the one chosen last; else the catalog's first.
    load_pattern
        Reads a land pattern by its name or file; raises :class:`A4sError` where it cannot.

    Raises
    ------
    A4sError
        The default land pattern cannot be read.
    """
    ids = {pair.id for pair in catalog.pairs}
    wanted = (pair_id, settings.get(table.PAIR), next(iter(catalog.pairs)).id)
    state = State(
        pair_id=next(name for name in wanted if name in ids),
        view=View(settings.get(table.VIEW)),
        layers=frozenset(Layer(name) for name in settings.get(table.LAYERS)),
        numbering=Numbering(
            RowScheme(settings.get(table.ROWS)), HeaderScheme(settings.get(table.HEADER))
        ),
        pattern_name=current_name(settings.get(table.PATTERN)),
        edits=_read_edits(settings.get(table.PATTERN_EDITS)),
        seen_from=Half(settings.get(table.SEEN_FROM)),
    )
    state = compare_pairs(state, [name for name in settings.get(table.COMPARED) if name in ids])
    return _possible(state, catalog, load_pattern)


def remember(settings: SettingsStore, state: State) -> None:
    """Set what the next window opens with."""
    settings.set(table.PAIR, state.pair_id or "")
    settings.set(table.COMPARED, state.compared)
    settings.set(table.VIEW, state.view.value)
    settings.set(table.LAYERS, tuple(layer.value for layer in Layer if layer in state.layers))
    settings.set(table.ROWS, state.numbering.rows.value)
    settings.set(table.HEADER, state.numbering.header.value)
    settings.set(table.SEEN_FROM, state.seen_from.value)
    settings.set(table.PATTERN, state.pattern_name)
    settings.set(table.PATTERN_EDITS, _written_edits(state.edits))


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


def _written_edits(edits: Mapping[str, Edits]) -> tuple[str, ...]:
    """Return edits as words; a pattern's name may be a path, with blanks and colons in it."""
    return tuple(
        f"{quote(pattern, safe='')}:{figure}={value}"
        for pattern, figures in edits.items()
        for figure, value in figures.items()
    )


def _read_edits(words: tuple[str, ...]) -> Mapping[str, Edits]:
    """Return the edits that words tell of; what is not understood was never written here."""
    known = {figure.name: figure for figure in FIGURES}
    found: dict[str, dict[str, FigureValue]] = {}
    for word in words:
        pattern, _, rest = word.partition(":")
        name, _, text = rest.partition("=")
        if name not in known or not pattern:
            continue
        value: FigureValue = text
        if known[name].unit:
            try:
                value = float(text)
            except ValueError:
                continue
            if not math.isfinite(value):
                continue
        found.setdefault(unquote(pattern), {})[name] = value
    return MappingProxyType({name: MappingProxyType(edits) for name, edits in found.items()})
