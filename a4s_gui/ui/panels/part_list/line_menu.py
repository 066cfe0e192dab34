"""The menu of a line of a part list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from a4s_gui.session import reducers
from a4s_gui.ui.widgets.menus import Entry, Item, Submenu, literal

if TYPE_CHECKING:
    from a4s_gui.ui.panels.part_list.part_list_panel import PartListPanel

_MOST_NAMED = 20
"""So many pairs of a line are named: a socket alone has a few, a pattern as many as there are."""


def line_items(panel: PartListPanel, index: QModelIndex) -> list[Item]:
    """Return what can be done with the line of a row of the panel's table."""
    line = panel.list_model.row_at(index.row())
    if line is None:
        return []
    apply, choose = panel.controller.apply, reducers.choose_pair
    pairs = tuple(
        Entry(f"Choose {literal(pair)}", partial(apply, choose, pair))
        for pair in line.pairs[:_MOST_NAMED]
    )
    ordered = bool(line.quantity and line.parts)
    return [
        *(pairs if len(pairs) == 1 else [Submenu("Choose &pair", pairs)] if pairs else []),
        Entry("Co&rrect…", panel.ambiguity.setFocus, panel.is_ambiguous(line)),
        Entry("&Order its parts", partial(panel.order, [line]), ordered),
        Entry("Re&move the line", partial(panel.remove, line)),
        None,
        Entry("Copy the &line as read", partial(panel.copy_line, line)),
    ]
