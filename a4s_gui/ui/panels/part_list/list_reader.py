"""Reading a pasted, dropped or opened list some lines at a time, so that the window answers."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QMimeData, QObject, QTimer, Signal

from a4s_gui.bills.bill_file import check_text, list_text
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_list.part_list import PartList, PartListError, reading_list
from a4s_gui.errors import A4sError
from a4s_gui.ui.core.file_kinds import dropped_files, only_one

_SLICE_MS = 12
"""So long is read at a time: short enough for the next picture of a screen."""
_AT_ONCE = 20
"""So many lines are read in one go on however slow a machine: a short list never flickers."""


class ListReader(QObject):
    """Reads one list at a time; a new one, or ``stop``, drops the one that is being read."""

    progressed = Signal(int, int)
    """So many lines of so many are read, and more are to come."""
    done = Signal(object)
    """The :class:`~a4s_gui.catalog.part_list.part_list.PartList`, whole."""
    refused = Signal(object)
    """The :class:`~a4s_gui.errors.A4sError`; reading has ended."""

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self.text = ""
        """The list that was read last, or is being read."""
        self._reading: Generator[tuple[int, int], None, PartList] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    @property
    def is_reading(self) -> bool:
        """Whether lines are still to be read."""
        return self._reading is not None

    def stop(self) -> None:
        """Drop the list that is being read."""
        self._timer.stop()
        self._reading = None

    def read_text(self, text: str) -> None:
        """Read a list; a short one is done at once."""
        self.stop()
        try:
            check_text(text)
        except PartListError as error:
            self.refused.emit(error)
            return
        self.text = text
        self._reading = reading_list(self._catalog, text)
        self._timer.start()
        self._step()

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read the list in a file; several are refused."""
        self.stop()
        try:
            text = list_text(only_one(paths, "list"))
        except A4sError as error:
            self.refused.emit(error)
            return
        self.read_text(text)

    def take(self, data: QMimeData) -> None:
        """Read what is pasted or dropped: the text of one file, or text."""
        files = dropped_files(data)
        if files:
            self.read_files(files)
        else:
            self.read_text(data.text())

    def _step(self) -> None:
        if self._reading is None:
            return
        clock = QElapsedTimer()
        clock.start()
        progress = (0, 0)
        try:
            while progress[0] < _AT_ONCE or not clock.hasExpired(_SLICE_MS):
                progress = next(self._reading)
        except StopIteration as end:
            self.stop()
            self.done.emit(end.value)
        except PartListError as error:
            self.stop()
            self.refused.emit(error)
        else:
            self.progressed.emit(*progress)
