"""The session of one window as a file; two windows have two, the next one takes the last closed."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from a4s_gui.debug_log import log
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import ExportError, atomic_write
from a4s_gui.small_file import files_in, read_small_file
from a4s_gui.user_files import alone_in, free_name

_LAST = "last.json"
"""What the window held that was closed last."""
_LARGEST_BYTES = 64_000_000
"""A session holds the part list as it was pasted, of several MB at most, and little else."""


class SessionFile:
    """Keeps what one window holds, while it is open under a name of its own.

    So what a window held that ended by a crash is found by the next one as well. Files are written
    whole or not at all. Nothing is ever raised: what fails is told in ``message``, one line.

    ``folder`` is that of all sessions; it need not exist.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = folder / f"open-{os.urandom(6).hex()}.json"
        self.message = ""
        self._lock = _lock_of(self._own)
        with suppress(OSError):  # the settings stand beside: that nothing can be written is told
            folder.mkdir(parents=True, exist_ok=True)
            self._lock.tryLock(0)

    def read(self) -> str:
        """Return what the last window held, empty where there was none.

        That is the one closed last, or one that ended later without being closed; where several
        did, each window takes another one.
        """
        try:
            with alone_in(self._folder):  # or two windows that open at once took the same one
                return self._take()
        except A4sError as error:
            self.message = f"{error}; the window starts anew"
            return ""

    def _take(self) -> str:
        last = self._folder / _LAST
        left = self._left_open()
        newest = max([last, *left], key=_written_at)
        text = self._text_of(newest)
        if newest is last or self.save(text):
            for path in left:
                if path is newest or _written_at(path) <= _written_at(last):
                    path.unlink(missing_ok=True)
        return text

    def put_aside(self, why: str) -> None:
        """Keep what was read, and cannot be understood, under another name, and tell."""
        last = self._folder / _LAST
        unread = self._own if os.access(self._own, os.F_OK) else last
        kept = free_name(last.with_name("unread.json"))
        try:
            unread.rename(kept)
        except OSError:
            kept = unread
        self.message = (
            f"{unread}: the last session {why}; the window starts anew, the file is kept as "
            f"{kept.name}"
        )

    def save(self, text: str) -> bool:
        """Write what the window holds now; return whether that went well."""
        return self._write(self._own, text)

    def close(self, text: str) -> None:
        """Write what the window held last, for the next one."""
        if self._write(self._folder / _LAST, text):
            self._own.unlink(missing_ok=True)
        self._lock.unlock()

    def _write(self, path: Path, text: str) -> bool:
        try:
            atomic_write(path, text.encode())
        except ExportError as error:
            self.message = f"What the window holds is not kept: {error}"
            return False
        return True

    def _text_of(self, path: Path) -> str:
        try:
            log("file", "reading %s", path)
            return read_small_file(path, _LARGEST_BYTES).decode("utf-8", errors="replace")
        except FileNotFoundError:
            return ""
        except OSError as error:
            self.message = f"{path}: cannot be read ({error.strerror}); the window starts anew"
            return ""

    def _left_open(self) -> list[Path]:
        """Return the sessions of windows that are no longer, which were never closed."""
        found = []
        for path in files_in(self._folder, "open-*.json"):
            lock = _lock_of(path)
            if path != self._own and lock.tryLock(0):
                found.append(path)
                lock.unlock()
        return found


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # a lock is as old as its window; that it is dead shows by its process
    return lock


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
