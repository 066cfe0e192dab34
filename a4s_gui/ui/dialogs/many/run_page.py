"""A run of many files as it is seen: its progress, its one question, its report."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.catalog.numbers import pluralize
from a4s_gui.export.many.run import Phase, Run
from a4s_gui.ui.widgets.labels import SELECTABLE, text_label
from a4s_gui.ui.widgets.layouts import fill_box

_LOOK_MS = 60


class RunPage(QWidget):
    """Looks at a run from time to time; the run itself is beside the window."""

    ended = Signal()
    """The run has ended; its report is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.run: Run | None = None
        self.words = text_label(flags=SELECTABLE)
        self.bar = QProgressBar()
        self.list = QPlainTextEdit(readOnly=True)
        self.list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.list.setAccessibleName("Files")
        self.replace, self.keep = QPushButton("&Replace them"), QPushButton("&Keep them")
        self.stop_button, self.copy = QPushButton("S&top"), QPushButton("&Copy report")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.copy, self.replace, self.keep, self.stop_button):
            buttons.addWidget(button)
            button.setAutoDefault(False)
        parts = (self.words, self.bar, self.list, buttons)
        fill_box(QVBoxLayout(self), *parts, grow=self.list).addStretch()
        # A thread of Python's, asked by a timer: no object of Qt's is shared with it.
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.replace.clicked.connect(lambda: self._answer(replace=True))
        self.keep.clicked.connect(lambda: self._answer(replace=False))
        self.stop_button.clicked.connect(self.stop)
        self.copy.clicked.connect(self._copy)

    @property
    def is_running(self) -> bool:
        """Whether files are being written, or compared, or a question is open."""
        return self._timer.isActive()

    def follow(self, run: Run) -> None:
        """Show a run until it has ended."""
        self.run = run
        self.list.clear()
        self._show_only(self.bar, self.stop_button)  # the question may be there at the first look
        self._timer.start()
        self._look()

    def stop(self) -> None:
        """Write nothing more; what is being written is written whole."""
        if self.run is not None:
            self.run.stop()

    def _answer(self, *, replace: bool) -> None:
        if self.run is not None:
            self.list.clear()
            self.run.answer(replace=replace)

    def _look(self) -> None:
        run = self.run
        if run is None:
            return
        asking = run.phase is Phase.ASKING
        if asking and not self.replace.isVisibleTo(self):
            self._ask(run)
        if asking:
            self._show_only(self.list, self.replace, self.keep, self.stop_button)
        else:
            self._show_only(self.bar, self.stop_button)
            self._show_pace(run)
        if run.phase is Phase.ENDED:
            self._end(run)

    def _show_pace(self, run: Run) -> None:
        pace = run.pace
        self.words.setText(f"{run.phase.value}: {pace.words}")
        self.bar.setMaximum(max(1, pace.total))
        self.bar.setValue(pace.done)

    def _ask(self, run: Run) -> None:
        files = pluralize(len(run.differing), "file")
        self.words.setText(f"{files} in the folder would be replaced by other content:")
        self.list.setPlainText("\n".join(map(run.name_of, run.differing)))
        self.keep.setFocus()

    def _end(self, run: Run) -> None:
        self._timer.stop()
        run.wait()
        summary, *failed = run.report.splitlines()
        self.words.setText(f"{summary}.")
        self.list.setPlainText("\n".join(failed))
        self._show_only(self.copy, *([self.list] if failed else []))
        self.ended.emit()

    def _show_only(self, *shown: QWidget) -> None:
        """Show these beneath the words, and nothing else."""
        buttons = (self.copy, self.replace, self.keep, self.stop_button)
        for widget in (self.bar, self.list, *buttons):
            widget.setVisible(widget in shown)

    def _copy(self) -> None:
        if self.run is not None:
            QGuiApplication.clipboard().setText(self.run.report)
