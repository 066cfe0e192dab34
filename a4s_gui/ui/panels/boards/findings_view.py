"""The findings of one connector: a table, and the whole text of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.audit.finding import Finding
from a4s_gui.catalog.numbers import pluralize
from a4s_gui.report import board_words as words
from a4s_gui.ui.panels.boards.board_columns import FINDING_COLUMNS, short_name
from a4s_gui.ui.panels.boards.board_table import BoardTable
from a4s_gui.ui.panels.boards.finding_menu import finding_text
from a4s_gui.ui.widgets.announce import announce
from a4s_gui.ui.widgets.labels import SELECTABLE, text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, scroll_down, set_tip
from a4s_gui.ui.widgets.tables.table_model import TableModel

_RULE = 1
"""The column that gives way: the chosen finding is told whole, its rule as well."""


class FindingsView(QScrollArea):
    """Shows what was found about one connector."""

    chosen = Signal(object)
    """The user is on another :class:`~a4s_gui.boards.audit.finding.Finding`."""

    def __init__(self) -> None:
        super().__init__()
        self.findings: TableModel[Finding] = TableModel(FINDING_COLUMNS, self)
        self.table = BoardTable("Findings", self.findings, (9, 17, 9, 24), (_RULE,))
        self.against_drawn = QCheckBox("Check against the drawn land pattern")
        set_tip(self.against_drawn, "Instead of the nearest shipped one")
        self.summary = text_label(flags=SELECTABLE)
        self.whole = text_label(flags=SELECTABLE)
        margins = (MARGIN_PX, 4, MARGIN_PX, 4)
        items = (self.summary, self.against_drawn, self.table, self.whole)
        inside = QWidget()
        fill_box(QVBoxLayout(inside), *items, grow=self.table, margins=margins)
        scroll_down(self, inside)
        self.table.row_chosen.connect(self._choose)

    def show_audit(self, audit: Audit | None) -> None:
        """Show the findings of a connector, or none."""
        self.findings.show_rows(audit.findings if audit else ())
        self.whole.clear()
        if audit is None:
            self.summary.clear()
            return
        found = audit.connector
        count = len(audit.findings)
        counted = pluralize(count, "finding") if count else "nothing found"
        self.summary.setText(f"{short_name(found)}: {words.audit_words(audit)}; {counted}")
        announce(self.summary, self.summary.text())

    def _choose(self) -> None:
        finding = self.findings.row_at(self.table.user_row())
        if finding is not None:
            self.whole.setText(finding_text(finding))
            announce(self.whole, self.whole.text())
            self.chosen.emit(finding)
