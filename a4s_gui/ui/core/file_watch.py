"""Telling when files have changed on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_CALM_MS = 300
"""Programs write a file in several steps: it is looked at when they have been done for so long."""


class FileWatch(QObject):
    """Watches some files, also those that are replaced by others of the same name, or deleted."""

    changed = Signal()
    """One of the files is another one than it was."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._stamps: dict[Path, tuple[int, int] | None] = {}
        self._watcher.fileChanged.connect(self._calm.start)
        # Many programs write a new file and rename it: that is seen in the folder only.
        self._watcher.directoryChanged.connect(self._calm.start)
        self._calm.timeout.connect(self._look)

    def watch(self, files: Iterable[Path]) -> None:
        """Watch these files, as they are now, and no others."""
        self._calm.stop()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._stamps = {file: _stamp(file) for file in files}
        self._begin()

    def _begin(self) -> None:
        places = {*self._stamps, *(file.parent for file in self._stamps)}
        there = [str(place) for place in places if os.access(place, os.F_OK)]
        if there:
            self._watcher.addPaths(there)

    def _look(self) -> None:
        now = {file: _stamp(file) for file in self._stamps}
        if now != self._stamps:
            self._stamps = now
            self._begin()
            self.changed.emit()


def _stamp(file: Path) -> tuple[int, int] | None:
    """Return what is another one for a changed file; ``None`` where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
