"""The panel of boards: files of others dropped or opened, their connectors found and mated."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from a4s_gui.boards.check import CheckResult
from a4s_gui.catalog.numbers import pluralize
from a4s_gui.errors import A4sError
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver, ask_to_open, export_folder
from a4s_gui.ui.core.file_kinds import BOARDS, dropped_files
from a4s_gui.ui.core.lazy_panel import side_panel_size
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.boards.board_checker import BoardChecker
from a4s_gui.ui.panels.boards.result_view import ResultView
from a4s_gui.ui.panels.boards.save_check import SaveCheckButton
from a4s_gui.ui.widgets.elided_label import ElidedLabel
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, row_at_left, set_tip

_MOST_FILES = 2
_HOW = (
    "Drop one or two files here, or open them: KiCad boards and footprints (.kicad_pcb, "
    ".kicad_mod), IPC-D-356A netlists, pad lists, pin lists. Their A4S connectors are found, "
    "checked against the land pattern and mated. The files stay as they are, and are read again "
    "when they change."
)


class BoardsPanel(QWidget):
    """Checks one or two files, anew when they change, and shows what was found."""

    def __init__(self, controller: Controller, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.checker = BoardChecker(controller.catalog, self)
        self._joined: tuple[Path, ...] = ()
        """What one more file is mated with, where it is one."""
        self._could_be_read: tuple[Path, ...] = ()
        """The files of the last check that was not refused."""
        self.open_button = QPushButton("Ope&n…")
        self.clear_button = QPushButton("C&lear")
        self.files, self.problem = ElidedLabel(), ProblemLabel()
        self.found = ResultView(controller, _HOW)
        saver = FileSaver(controller, settings, self.problem)
        self.save_button = SaveCheckButton(saver, lambda: self.found.mating.mating)
        self._build()
        self._connect()
        self._show_files()

    def sizeHint(self) -> QSize:
        """Return the size of the side panels."""
        return side_panel_size(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, but those that another panel reads."""
        if BOARDS.takes(dropped_files(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what is dropped."""
        event.acceptProposedAction()
        self.read_files(dropped_files(event.mimeData()))

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read one or two files; one alone joins another one that is open and could be read."""
        self.problem.clear()
        before = self._joined
        wanted = [*before, *paths] if len(paths) == len(before) == 1 else list(paths)
        wanted = list(dict.fromkeys(wanted))
        if not 1 <= len(wanted) <= _MOST_FILES:
            said = f"these are {pluralize(len(wanted), 'file')}; take one, or two to mate"
            self.problem.show_error(A4sError(f"boards: {said}"))
            return
        self._forget()
        self._joined = tuple(wanted)
        self.checker.check_files(wanted, self.found.options)

    def clear(self) -> None:
        """Forget the files; nothing of theirs lies over the drawing any more."""
        self.problem.clear()
        self._joined = self._could_be_read = ()
        self.checker.check_files((), self.found.options)
        self._forget()
        self.open_button.setFocus()

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setFocusProxy(self.open_button)
        set_tip(self.open_button, "Open a file; a second one is mated with the first")
        set_tip(self.clear_button, "Forget the files and take them off the drawing")
        buttons = (self.open_button, self.save_button, self.clear_button)
        top = row_at_left(*buttons, margins=(MARGIN_PX, 4, MARGIN_PX, 0))
        says = (self.files, self.problem)
        words = fill_box(QVBoxLayout(), *says, margins=(MARGIN_PX, 0, MARGIN_PX, 0), spacing=2)
        fill_box(QVBoxLayout(self), top, words, self.found, grow=self.found, spacing=4)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._open)
        self.clear_button.clicked.connect(self.clear)
        self.checker.began.connect(self._show_files)
        self.checker.done.connect(self._take)
        self.checker.refused.connect(self._refuse)
        self.found.options_changed.connect(self.checker.set_options)

    def _take(self, result: CheckResult) -> None:
        self.problem.clear()
        self._joined = self._could_be_read = self.checker.paths
        self.found.show_result(result)
        self.save_button.show_result(result)
        self._show_files()

    def _refuse(self, error: A4sError) -> None:
        self._joined = self._could_be_read  # what was refused is mated with nothing
        self._forget()
        self.problem.show_error(error)

    def _forget(self) -> None:
        self.found.clear()
        self.save_button.show_result(None)
        self._show_files()

    def _show_files(self) -> None:
        names = " and ".join(path.name for path in self.checker.paths)
        self.files.show_text(f"Reading {names}" if self.checker.is_running else names)
        self.clear_button.setEnabled(bool(names))

    def _open(self) -> None:
        folder = export_folder(self._settings)
        read = self.read_files
        ask_to_open(self, "Open a board", folder, BOARDS.filters, lambda path: read([path]))
