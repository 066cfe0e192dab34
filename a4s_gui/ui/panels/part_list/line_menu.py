"""The menu of a line of a part list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from a4s_gui.catalog.part_list.line import ListLine
from a4s_gui.session import reducers
from a4s_gui.ui.core.clipboard import copy_text
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.menus import Entry, Item, Submenu, literal

_MOST_NAMED = 20
"""So many pairs of a line are named: a socket alone has a few, a pattern as many as there are."""


def line_items(
    controller: Controller,
    line: ListLine,
    correct: Callable[[], object] | None,
    order: Callable[[], object],
    remove: Callable[[], object],
) -> list[Item]:
    """Return what can be done with a line.

    ``correct`` goes to what the line may mean, ``None`` where that is clear; ``order`` takes its
    pieces to the panel of ordering; ``remove`` takes it out of the list.
    """
    apply, choose = controller.apply, reducers.choose_pair
    pairs = tuple(
        Entry(f"Choose {literal(pair)}", partial(apply, choose, pair))
        for pair in line.pairs[:_MOST_NAMED]
    )
    copy = partial(copy_text, controller, line.text, f"Line {line.number} copied")
    return [
        *(pairs if len(pairs) == 1 else [Submenu("Choose &pair", pairs)] if pairs else []),
        *([Entry("Co&rrect…", correct)] if correct else []),
        Entry("&Order its parts", order, bool(line.quantity and line.parts)),
        Entry("Re&move the line", remove),
        None,
        Entry("Copy the &line as read", copy),
    ]
