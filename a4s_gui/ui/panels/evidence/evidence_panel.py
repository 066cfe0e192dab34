"""The evidence panel: for each figure of the land pattern all readings on one scale."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout

from a4s_gui.catalog.model import Half
from a4s_gui.errors import A4sError
from a4s_gui.export.reading_writer import delete_figure, delete_reading, take_own_readings
from a4s_gui.geometry.land_pattern.evidence import collect_evidence, taken_edits
from a4s_gui.geometry.land_pattern.field_readings import (
    Reading,
    in_order_of_trust,
    shipped_readings,
)
from a4s_gui.session import reducers
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.clipboard import copy_rows
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.lazy_panel import LazyPanel
from a4s_gui.ui.panels.evidence.add_reading_dialog import AddReadingDialog
from a4s_gui.ui.panels.evidence.evidence_rows import (
    COLUMNS,
    evidence_rows,
    explanation,
    removed_words,
)
from a4s_gui.ui.panels.evidence.evidence_table import EvidenceTable
from a4s_gui.ui.widgets.labels import SELECTABLE, text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, row_at_left, set_tip
from a4s_gui.ui.widgets.questions import ask_before
from a4s_gui.ui.widgets.segments import Segments, exclusive_actions
from a4s_gui.ui.widgets.tables.table_model import TableModel
from a4s_gui.user_files import user_reading_folder

_FIRST = "terminal_height_mm"
"""The figure that is offered first where none is chosen: in it the shipped readings differ."""


class EvidencePanel(LazyPanel):
    """Shows what every board and file says of each figure, and takes readings of the user's own."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._folder = user_reading_folder()
        self._own: tuple[Reading, ...] = ()
        self._lit = ""
        self.model = TableModel(COLUMNS, self)
        self.table = EvidenceTable(self.model)
        self.summary = text_label()
        words = {half: (half.capitalize(), f"Show the readings of the {half}") for half in Half}
        self.halves = exclusive_actions(self, words)
        self.only_differing = QCheckBox("Only where they differ")
        self.add_button, self.use_button = QPushButton("Add reading…"), QPushButton("Use value")
        self.remove_button = QPushButton("Remove…")
        self.source = text_label(dim=True, flags=SELECTABLE)
        self.problem = ProblemLabel()
        self.give_keys_to(self.table)
        self._build()
        controller.follow(("pattern",), self.invalidate)
        self.table.selectionModel().selectionChanged.connect(self._show_row)
        self.table.looked_at.connect(self._light)
        for action in self.halves.values():
            action.triggered.connect(self._show_others)
        self.only_differing.toggled.connect(self._show_others)
        self.table.taken.connect(self._use)
        self.use_button.clicked.connect(self._use)
        self.add_button.clicked.connect(self._add)
        self.table.removed.connect(self._remove)
        self.table.whole_removed.connect(self._remove_all)
        self.remove_button.clicked.connect(self._remove)
        self.table.copy_asked.connect(self._copy)

    @property
    def half(self) -> Half:
        """The half whose readings are shown."""
        return next(half for half, action in self.halves.items() if action.isChecked())

    def sizeHint(self) -> QSize:
        """Return a size in which the names of readings are not cut."""
        return QSize(self.fontMetrics().averageCharWidth() * 56, 500)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for readings that other windows have added meanwhile."""
        super().showEvent(event)
        self._read()

    def changeEvent(self, event: QEvent) -> None:
        """Do the same where the user comes back from another window."""
        super().changeEvent(event)
        returned = event.type() is QEvent.Type.ActivationChange and self.isActiveWindow()
        if returned and self.isVisible():  # one that is not seen reads them when it is shown
            self._read()

    def update_view(self) -> None:
        """Show all readings beside the pattern that is drawn; the user stays where they were."""
        pattern = self._controller.pattern_choice.changed
        readings = in_order_of_trust((*shipped_readings(), *self._own))
        found = collect_evidence(readings, [pattern])
        differing = sum(not figure.agree for figure in found)
        self.summary.setText(
            f"{len(found)} figures were read; the readings differ in {differing}. None is the "
            "manufacturer's drawing."
        )
        place = self.table.user_row()
        differing_only = self.only_differing.isChecked()
        rows = tuple(evidence_rows(found, pattern, self.half, only_differing=differing_only))
        self.model.show_rows(rows)
        self.table.go_to(min(place, len(rows) - 1))
        self.table.lay_out()
        self._show_row()

    def _show_others(self) -> None:
        """Show other figures, none of them chosen."""
        self.table.go_to(-1)
        self.refresh()

    def _build(self) -> None:
        for widget, tip in (
            (self.only_differing, "Leave out the figures in which all readings agree"),
            (self.add_button, "Add what you have read yourself: on a board, with a caliper"),
            (self.use_button, "Take the value of this reading into the land pattern"),
            (self.remove_button, "Remove this figure of your own"),
        ):
            set_tip(widget, tip)
        self.source.setContentsMargins(MARGIN_PX, 4, MARGIN_PX, MARGIN_PX)
        buttons = row_at_left(self.use_button, self.add_button, self.remove_button)
        shown = row_at_left(Segments("Half", self.halves.values()), self.only_differing)
        top = fill_box(
            QVBoxLayout(),
            *(self.summary, self.problem, buttons, shown),
            margins=(MARGIN_PX, MARGIN_PX, MARGIN_PX, 4),
            spacing=4,
        )
        fill_box(QVBoxLayout(self), top, self.table, self.source, grow=self.table, spacing=0)

    def _read(self) -> None:
        """Read the user's own readings, and say which files are damaged."""
        own, problems = take_own_readings(self._folder)
        if problems:
            self.problem.show_error(A4sError("\n".join(problems)))
        if own != self._own:
            self._own = own
            self.invalidate()

    def _show_row(self) -> None:
        row = self.table.row
        reading = row.one.reading if row and row.one else None
        self.source.setText(explanation(row) if row else "Choose a reading to see its source.")
        self.use_button.setEnabled(reading is not None and row is not None and not row.is_drawn)
        self.remove_button.setEnabled(self._own_reading is not None)
        self._light()

    def _light(self) -> None:
        """Light the figure of the current row up in the drawing, while the keys are here."""
        row = self.table.row if self.table.hasFocus() else None
        lit = row.figure.figure if row else ""
        if lit != self._lit:
            self._lit = lit
            self._controller.light_figure(lit)

    def _use(self) -> None:
        row = self.table.row
        if row is None or row.one is None:
            return
        self.problem.clear()
        try:
            pattern = self._controller.pattern_choice.changed
            edits = taken_edits(pattern, row.figure.figure, row.one)
            self._controller.try_apply(reducers.edit_figures, edits)
        except A4sError as error:
            self.problem.show_error(error)
            return
        name = row.one.reading.name
        self._controller.message.emit(f"{row.figure.label}: as read in {name}")

    def _add(self) -> None:
        row = self.table.row
        figure = row.figure.figure if row else f"{self.half}.{_FIRST}"
        dialog = AddReadingDialog(self._folder, self._own, figure, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.saved.connect(self._show_added)
        dialog.open()

    def _show_added(self, figure: str) -> None:
        """Show the readings of the figure that was added."""
        self.problem.clear()
        self._read()
        part = figure.partition(".")[0]
        if part in set(Half):
            self.halves[Half(part)].setChecked(True)
        self.refresh()
        self.table.go_to(self.model.place_of(lambda row: row.figure.figure == figure))
        self._controller.message.emit("Reading added: a4s-gui evidence lists it, too")

    @property
    def _own_reading(self) -> Reading | None:
        """The reading of the current row, where it is the user's own."""
        one = self.table.row.one if self.table.row else None
        return one.reading if one and one.reading.own else None

    def _remove(self) -> None:
        row, reading = self.table.row, self._own_reading
        if row is None or reading is None:
            return
        figure = row.figure.figure
        ask_before(
            self,
            "Remove the figure?",
            f"Deleted of what you have read in “{reading.name}”: {removed_words(reading, figure)}.",
            "&Remove",
            lambda: self._remove_now(delete_figure, reading, figure),
        )

    def _remove_all(self) -> None:
        reading = self._own_reading
        if reading is None:
            return
        ask_before(
            self,
            "Remove the reading?",
            f"All that you have read of the {reading.half} in “{reading.name}” is deleted for "
            "good.",
            "&Remove",
            lambda: self._remove_now(delete_reading, reading),
        )

    def _remove_now(self, remove: Callable[..., None], *what: Reading | str) -> None:
        try:
            remove(self._folder, *what)
        except A4sError as error:
            self.problem.show_error(error)
            return
        self._read()

    def _copy(self) -> None:
        rows = self.model.copied_rows(range(self.model.rowCount()))
        copy_rows(self._controller, rows, f"{len(rows) - 1} rows of the evidence copied")
