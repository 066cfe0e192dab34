"""What the program remembers from one window to the next."""

from __future__ import annotations

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, RowScheme
from a4s_gui.geometry.pattern_file import DEFAULT_PATTERN, shipped_pattern_names
from a4s_gui.ui import settings as table
from a4s_gui.ui.settings import Settings
from a4s_gui.ui.state import State


def first_state(settings: Settings, catalog: Catalog, pair_id: str | None = None) -> State:
    """Return the state a window opens with.

    Parameters
    ----------
    settings
        Hold the choices of the last window; the filters start open.
    catalog
        Whose pairs can be chosen.
    pair_id
        The pair asked for; else the one chosen last; else the catalog's first.
    """
    ids = {pair.id for pair in catalog.pairs}
    wanted = (pair_id, settings.get(table.PAIR), next(iter(catalog.pairs)).id)
    pattern = settings.get(table.PATTERN)
    return State(
        pair_id=next(name for name in wanted if name in ids),
        view=View(settings.get(table.VIEW)),
        layers=frozenset(Layer(name) for name in settings.get(table.LAYERS)),
        numbering=Numbering(
            RowScheme(settings.get(table.ROWS)), HeaderScheme(settings.get(table.HEADER))
        ),
        pattern_name=pattern if pattern in shipped_pattern_names() else DEFAULT_PATTERN,
    )


def remember(settings: Settings, state: State) -> None:
    """Set what the next window opens with."""
    settings.set(table.PAIR, state.pair_id or "")
    settings.set(table.VIEW, state.view.value)
    settings.set(table.LAYERS, tuple(layer.value for layer in Layer if layer in state.layers))
    settings.set(table.ROWS, state.numbering.rows.value)
    settings.set(table.HEADER, state.numbering.header.value)
    settings.set(table.PATTERN, state.pattern_name)
