"""The export of many pairs: asked in one dialog, written beside the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import pluralize
from a4s_gui.catalog.wording import first_of
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.export.many.making import cores, workers_for
from a4s_gui.export.many.run import Run
from a4s_gui.export.many.task import Task
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.session.state import State
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.icons import close_button
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.many.many_form import ManyForm
from a4s_gui.ui.dialogs.many.run_page import RunPage
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import FittingArea, fill_box
from a4s_gui.ui.widgets.questions import agrees

_NAMED = 3
"""So many pairs are named at the top."""


class ManyDialog(QDialog):
    """Asks what to write of some pairs and writes it, while the window stays usable."""

    said = Signal(str)
    """What became of a run, in a line."""

    def __init__(
        self, drawings: Sequence[ExportRequest], settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks: tuple[Task, ...] = ()
        self.setWindowTitle(f"Export {pluralize(len(drawings), 'pair')}")
        self.form = ManyForm(drawings, settings)
        self.problem = ProblemLabel()
        self.page = RunPage()
        self.buttons = close_button()
        self.export_button = QPushButton("&Export")
        self.buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._pages = QStackedLayout()
        for page in (FittingArea(self.form), self.page):
            self._pages.addWidget(page)
        ids = [drawing.spec.pair.id for drawing in drawings]
        heading = text_label(first_of(ids, _NAMED), bold=True)
        parts = (heading, self._pages, self.problem, self.buttons)
        fill_box(QVBoxLayout(self), *parts, grow=self._pages, margins=None)
        self.form.changed.connect(self._check)
        self.page.ended.connect(self._end)
        self.buttons.accepted.connect(self._begin)
        self.buttons.rejected.connect(self.reject)
        self._check()

    @property
    def is_running(self) -> bool:
        """Whether files are being written."""
        return self.page.is_running

    def reject(self) -> None:
        """Close; while files are written, ask first."""
        if self.may_stop():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; while files are written, ask first."""
        if not self.may_stop():
            event.ignore()
            return
        super().closeEvent(event)

    def may_stop(self) -> bool:
        """Return whether nothing is written any more: the user is asked where something is."""
        run = self.page.run
        if run is None or not self.is_running:
            return True
        text = f"Files are being written: {run.pace.words}. Stop? What is written so far stays."
        if not agrees(self, "Stop the export?", text):
            return False
        run.stop()
        run.wait()
        return True

    def _check(self) -> None:
        """Say what is wrong; where nothing is, how many files there will be and how called."""
        self._tasks = ()
        self.problem.clear()
        if self.form.check():
            try:
                self._tasks = self.form.tasks()
            except A4sError as error:
                self.problem.show_error(error)
        self.form.preview.setText(_preview(self._tasks))
        self.export_button.setEnabled(bool(self._tasks))

    def _begin(self) -> None:
        """Begin to write, or go back to what was asked."""
        if self._pages.currentWidget() is self.page:
            self._pages.setCurrentIndex(0)
            self.export_button.setText("&Export")
            self._check()
            return
        self.form.remember()
        # One worker at least: what is painted here would hold the window up.
        workers = max(1, workers_for(len(self._tasks), cores()))
        self._pages.setCurrentWidget(self.page)
        self.export_button.hide()
        self.page.follow(Run(self._tasks, self.form.chosen_folder, workers))

    def _end(self) -> None:
        self.export_button.setText("&Export more")
        self.export_button.show()
        self.said.emit(self.page.words.text())


def drawings_of(
    pairs: Sequence[Pair], catalog: Catalog, state: State, pattern: LandPattern
) -> list[ExportRequest]:
    """Return a drawing for each of some pairs, with layers and numbering as in the window."""
    return [
        ExportRequest(
            DrawingSpec(
                pair,
                pattern,
                View.PAIR,
                state.layers,
                state.numbering,
                state.seen_from,
                state.from_below,
            ),
            related=catalog.related(pair),
        )
        for pair in pairs
    ]


def _preview(tasks: Sequence[Task]) -> str:
    """Return how many files there will be, and the names of the first and the last."""
    if not tasks:
        return ""
    names = list(dict.fromkeys((tasks[0].path.name, tasks[-1].path.name)))
    return f"{pluralize(len(tasks), 'file')}: {' … '.join(names)}"
