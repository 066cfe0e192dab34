"""What a check found: the connectors, and of the chosen one findings, mating and pin list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.audit.finding import Finding
from a4s_gui.boards.check import CheckOptions, CheckResult
from a4s_gui.boards.mating import Mating, MetContacts, State
from a4s_gui.boards.nets import NetNames
from a4s_gui.boards.search.connector import Found
from a4s_gui.catalog.numbers import pluralize
from a4s_gui.ui.core.clipboard import copy_rows
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.boards.board_columns import CONNECTOR_COLUMNS
from a4s_gui.ui.panels.boards.board_table import BoardTable
from a4s_gui.ui.panels.boards.finding_menu import finding_items
from a4s_gui.ui.panels.boards.findings_view import FindingsView
from a4s_gui.ui.panels.boards.list_numbering import ListNumbering
from a4s_gui.ui.panels.boards.mating_view import MatingView, supplies_of, supply_names
from a4s_gui.ui.panels.boards.over_drawing import OverDrawing
from a4s_gui.ui.panels.boards.pin_list_view import PinListView
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, scrolled
from a4s_gui.ui.widgets.menus import Item
from a4s_gui.ui.widgets.tables.row_table import RowTable
from a4s_gui.ui.widgets.tables.table_model import TableModel

_OTHERWISE = "The drawing numbers these pads differently from their boards."
_WIDTHS = (24, 9, 13, 10, 6, 7, 8, 30, 16, 44)
_GIVE_WAY = tuple(range(len(_WIDTHS) - 1, 2, -1))
"""Where there is no room the columns go from the right; the findings begin with what they say."""
_LINES = (10, 27)
"""Heights, in lines, of what stands in place of connectors, and of the tabs below it."""
_MOST_ROWS = 6
"""Of connectors that are all shown at first; the room is for what is found of one of them."""
_WIDE = 1.6
"""From this width over height on, connectors stand beside what is found of them."""


class ResultView(QWidget):
    """Shows a check, lays what is chosen of it over the drawing, and leads to its pads.

    ``how`` stands in place of the connectors while there are none.
    """

    options_changed = Signal(object)
    """The :class:`~a4s_gui.boards.check.CheckOptions` by which the user wants it checked now."""

    def __init__(self, controller: Controller, how: str) -> None:
        super().__init__()
        self._controller = controller
        self._result: CheckResult | None = None
        self._showing = False
        self._names = NetNames()
        self._chosen: Mating | None = None
        self._over = OverDrawing(controller)
        self.numbered = text_label(_OTHERWISE, dim=True)
        self.lists = ListNumbering(controller)
        self.empty = text_label(how, dim=True)
        self.connectors: TableModel[Audit] = TableModel(CONNECTOR_COLUMNS, self)
        self.table = BoardTable("Connectors", self.connectors, _WIDTHS, _GIVE_WAY)
        self.findings, self.mating = FindingsView(), MatingView()
        self.pin_list = PinListView(controller)
        self.tabs = QTabWidget()
        self._upper = QStackedWidget()
        self._both = QSplitter(Qt.Orientation.Vertical)
        self._build()
        self._connect()
        self.clear()

    @property
    def options(self) -> CheckOptions:
        """By what the user wants files checked."""
        is_drawn = self.findings.against_drawn.isChecked()
        pattern = self._controller.pattern if is_drawn else None
        return CheckOptions(numbering=self.lists.numbering, pattern=pattern, names=self._names)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the connectors beside what is found of them where there is the width."""
        super().resizeEvent(event)
        is_wide = self.width() > _WIDE * self.height()
        self._both.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)

    def show_result(self, result: CheckResult) -> None:
        """Show what was found; what the user had chosen stays so where it is still there."""
        before, audit = self._result, self._audit()
        place = next((i for i, one in enumerate(result.audits) if _is_same(one, audit)), 0)
        self._show(result, place)
        if before is None:
            self._divide(len(result.audits))
            differ = any(one.is_best and one.count(State.DIFFERENT) for one in result.matings)
            self.tabs.setCurrentWidget(self.mating if differ else self.findings)
        self._show_over(with_pair=before is None)

    def clear(self) -> None:
        """Show nothing, nor anything over the drawing."""
        self._show(None)
        self._over.clear()
        self._both.setSizes([lines * self.fontMetrics().height() for lines in _LINES])

    def _build(self) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(MARGIN_PX)
        for title, tip, view in (
            ("Findings", "What is found of the chosen connector", self.findings),
            ("&Mating", "Which pads meet, with their nets", self.mating),
            ("Pin list", "The pin list that the other half has to have", self.pin_list),
        ):
            place = self.tabs.addTab(view, title)
            self.tabs.setTabToolTip(place, tip)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("What was found")
        self._upper.addWidget(scrolled(self.empty))
        self._upper.addWidget(self.table)
        self._both.addWidget(self._upper)
        self._both.addWidget(self.tabs)
        self._both.setStretchFactor(1, 1)
        self._both.setChildrenCollapsible(False)
        self.numbered.setIndent(MARGIN_PX)
        items = (self.lists, self.numbered, self._both)
        fill_box(QVBoxLayout(self), *items, grow=self._both, spacing=4)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._choose_connector)
        self.findings.chosen.connect(self._choose_finding)
        self.findings.table.offer_rows(self._finding_items)
        self.mating.chosen.connect(self._choose_mating)
        self.mating.pads_chosen.connect(self._choose_met)
        self.mating.supplies_changed.connect(self._change_supplies)
        self.findings.against_drawn.toggled.connect(self._change_options)
        self.lists.changed.connect(self._change_options)
        self._controller.follow(("pattern",), self._follow_pattern)
        self._controller.follow(("numbering",), self._show_numbered)
        for table, model in (
            (self.table, self.connectors),
            (self.findings.table, self.findings.findings),
            (self.mating.table, self.mating.met),
        ):
            table.copy_asked.connect(lambda t=table, m=model: self._copy(t, m))

    def _divide(self, rows: int) -> None:
        """Give the connectors the height of their rows, where they stand above what is found."""
        if self._both.orientation() is Qt.Orientation.Vertical:
            height = self.table.height_px_of(min(rows, _MOST_ROWS))
            self._both.setSizes([height, max(1, self._both.height() - height)])

    def _show(self, result: CheckResult | None, place: int = -1) -> None:
        self._result = result
        audits, matings = (result.audits, result.matings) if result else ((), ())
        self._showing = True
        self.connectors.show_rows(audits)
        self.table.go_to(place)
        self._showing = False
        self.mating.show_matings(matings, None)
        self.mating.show_supplies(supplies_of(audits, self._names))
        self.pin_list.show_connectors([audit.connector for audit in audits])
        self._show_audit()
        self._upper.setCurrentIndex(1 if audits else 0)
        self.lists.setVisible(any(audit.connector.component is None for audit in audits))
        for view in (self.findings, self.mating):
            self.tabs.setTabEnabled(self.tabs.indexOf(view), bool(audits))
        self._show_numbered()

    def _audit(self) -> Audit | None:
        """Return the connector that the user is on."""
        return self.connectors.row_at(self.table.user_row())

    def _show_audit(self) -> None:
        """Show what is found of the user's connector, and the mating: chosen, or the best."""
        audit = self._audit()
        self.findings.show_audit(audit)
        matings = self._result.matings if self._result else ()
        own = [one for one in matings if audit and _is_half(audit.connector, one)]
        chosen = next((one for one in own if _is_same_mating(one, self._chosen)), None)
        self.mating.show_mating(chosen or max(own, key=lambda one: one.is_best, default=None))

    def _shown_audits(self) -> list[Audit]:
        """Return the user's connector and, where one is shown, its mate."""
        audit, mating = self._audit(), self.mating.mating
        if audit is None:
            return []
        if mating is None or not _is_half(audit.connector, mating):
            return [audit]
        return [one for one in self.connectors.rows if _is_half(one.connector, mating)]

    def _show_over(self, *, with_pair: bool = True) -> None:
        """Lay what is chosen over the drawing, of its own pair where ``with_pair`` says so."""
        self._over.show(self._shown_audits(), with_pair=with_pair)
        self._show_numbered()

    def _choose_connector(self) -> None:
        if not self._showing:
            self._show_audit()
            self._show_over()

    def _choose_mating(self, mating: Mating) -> None:
        """Go to the socket of another mating, unless the user is on one of its halves."""
        self._chosen = mating
        audit = self._audit()
        if audit is None or not _is_half(audit.connector, mating):
            self._showing = True
            place = self.connectors.place_of(lambda one: one.connector is mating.socket)
            self.table.go_to(place)
            self._showing = False
            self.findings.show_audit(self._audit())
        self._show_over()

    def _choose_finding(self, finding: Finding) -> None:
        """Select the pad that a finding is about."""
        self._show_over()
        audit = self._audit()
        if audit is not None:
            self._over.go_to_finding(audit, finding)

    def _finding_items(self, index: QModelIndex) -> list[Item]:
        found = self.findings.findings
        show = self._choose_finding
        return finding_items(self._controller, found.row_at(index.row()), found.rows, show)

    def _choose_met(self, pads: MetContacts) -> None:
        """Select the pads that meet, by the socket's."""
        self._show_over()
        if self.mating.mating is not None:
            self._over.go_to_met(self.mating.mating, pads)

    def _change_supplies(self, text: str) -> None:
        self._names = supply_names(text)
        self._change_options()

    def _change_options(self) -> None:
        self.options_changed.emit(self.options)

    def _follow_pattern(self) -> None:
        if self.findings.against_drawn.isChecked():
            self._change_options()

    def _show_numbered(self) -> None:
        self.numbered.setHidden(self._over.is_numbered_so(self._shown_audits()))

    def _copy(self, table: RowTable, model: TableModel[Any]) -> None:
        rows = model.copied_rows(table.rows_to_copy())
        copied = f"{pluralize(len(rows) - 1, 'row')} copied, with headings"
        copy_rows(self._controller, rows, copied)


def _is_half(found: Found, mating: Mating) -> bool:
    return found is mating.socket or found is mating.header


def _is_same(one: Audit, other: Audit | None) -> bool:
    """Say whether two readings of files show one connector."""
    return other is not None and _place(one.connector) == _place(other.connector)


def _is_same_mating(one: Mating, other: Mating | None) -> bool:
    """Say whether two readings of files show one mating."""
    return other is not None and all(
        _place(own) == _place(its)
        for own, its in ((one.socket, other.socket), (one.header, other.header))
    )


def _place(found: Found) -> tuple[str, str]:
    return found.file, found.reference
