"""What a table has no room for, told beneath it."""

from __future__ import annotations

from a4s_gui.ui.widgets.elided_label import ElidedLabel
from a4s_gui.ui.widgets.layouts import MARGIN_PX
from a4s_gui.ui.widgets.tables.row_table import RowTable


class RowRest(ElidedLabel):
    """Says in one line what the columns without room say of the row that the user is on.

    The table has its model already, and keeps its columns fitted.
    """

    def __init__(self, table: RowTable) -> None:
        super().__init__(table)  # without a parent it would be shown as a window of its own
        self._table = table
        self.setContentsMargins(MARGIN_PX, 2, MARGIN_PX, 2)
        table.columns_fitted.connect(self._show)
        table.selectionModel().currentRowChanged.connect(self._show)
        for changed in (table.model().modelReset, table.model().dataChanged):
            changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.show_text("; ".join(self._table.rest()))
        self.setVisible(bool(self._table.hidden_columns))
