"""Reading and checking boards beside the window, which stays usable; anew when a file changes."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from a4s_gui.boards.check import CheckOptions, CheckResult, check
from a4s_gui.boards.model import BoardFile
from a4s_gui.boards.reading.files import read_board_file
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.errors import A4sError
from a4s_gui.ui.core.file_watch import FileWatch

_LOOK_MS = 20
_Checked = tuple[tuple[BoardFile, ...], CheckResult]


class BoardChecker(QObject):
    """Checks one or two files at a time; a new check drops the one that is under way."""

    began = Signal()
    """Files are being read or checked."""
    done = Signal(object)
    """The :class:`~a4s_gui.boards.check.CheckResult`."""
    refused = Signal(object)
    """The :class:`~a4s_gui.errors.A4sError` that says why there is none."""

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self.paths: tuple[Path, ...] = ()
        """The files that are checked."""
        self._files: tuple[BoardFile, ...] = ()
        self._options = CheckOptions()
        # A thread of Python's, asked by a timer: no object of Qt's is shared with it.
        self._thread = ThreadPoolExecutor(1, "boards")
        self._running: Future[_Checked] | None = None
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._watch = FileWatch(self)
        self._watch.changed.connect(self.read_again)

    @property
    def is_running(self) -> bool:
        """Whether files are being read or checked."""
        return self._running is not None

    def check_files(self, paths: Sequence[Path], options: CheckOptions) -> None:
        """Read and check files; none ends it."""
        self.paths, self._options = tuple(paths), options
        self._watch.watch(self.paths)
        self.read_again()

    def read_again(self) -> None:
        """Read the files anew and check them."""
        self._files = ()
        self._start()

    def set_options(self, options: CheckOptions) -> None:
        """Check the same files by other options, without reading them again."""
        self._options = options
        self._start()

    def _start(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None
        if not self.paths:
            self._timer.stop()
            return
        self._running = self._thread.submit(
            _checked, self.paths, self._files, self._catalog, self._options
        )
        self._timer.start()
        self.began.emit()

    def _look(self) -> None:
        running = self._running
        if running is None or not running.done():
            return
        self._running = None
        self._timer.stop()
        try:
            self._files, result = running.result()
        except A4sError as error:
            self.refused.emit(error)
        else:
            self.done.emit(result)


def _checked(
    paths: Sequence[Path], files: tuple[BoardFile, ...], catalog: Catalog, options: CheckOptions
) -> _Checked:
    read = files or tuple(read_board_file(str(path)) for path in paths)
    return read, check(read, catalog, options)
