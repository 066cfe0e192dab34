"""The menu of a filter's value: alone, without it, its whole question, its text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from a4s_gui.catalog.selection.query import Facet, FacetValue
from a4s_gui.session import reducers
from a4s_gui.ui.core.clipboard import copy_text
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.menus import Entry, Item


def value_items(
    controller: Controller, facet: Facet, value: FacetValue, clear: Callable[[], object]
) -> list[Item]:
    """Return what can be done with a value.

    ``clear`` leaves the facet's question open again.
    """
    every = controller.result.facets[facet]
    picked = [one.value for one in every if one.selected]
    # Where nothing is picked all values are open: without this one are all the others.
    among = picked or [one.value for one in every if one.enabled]
    others = [one for one in among if one != value.value]
    leads_on = any(one.rows for one in every if one.value in others)
    apply, pick = controller.apply, reducers.set_values
    copied = partial(copy_text, controller, value.label, f"Copied: {value.label}")
    is_alone = picked == [value.value]
    only = partial(apply, pick, facet, [value.value])
    return [
        Entry("&Only this one", only, value.rows > 0 and not is_alone),
        Entry(
            "&Leave it out", partial(apply, pick, facet, others), leads_on and value.value in among
        ),
        Entry("Clear this &group", clear, bool(picked)),
        None,
        Entry("&Copy", copied),
    ]
