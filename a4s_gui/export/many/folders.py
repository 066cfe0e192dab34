"""Folders for files: made where they are missing, gone again where nothing came to lie in them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from a4s_gui.export.atomic import make_folder
from a4s_gui.export.many.task import Task


def folders_of(tasks: Sequence[Task], folder: Path) -> list[Path]:
    """Return the folders that some tasks write into, the uppermost first."""
    return list(dict.fromkeys((folder, *sorted({task.path.parent for task in tasks}))))


@contextlib.contextmanager
def folders_ready(folders: Sequence[Path]) -> Iterator[None]:
    """Make the folders that are missing, each in one that is there or stands before it.

    Raises
    ------
    ExportError
        One cannot be made; those made before it are gone again.
    """
    made: list[Path] = []
    try:
        for folder in dict.fromkeys(folders):
            if make_folder(folder):
                made.append(folder)  # noqa: PERF401 - one by one: the next may fail
        yield
    finally:
        for folder in reversed(made):
            with contextlib.suppress(OSError):  # it holds files: that is what it is for
                folder.rmdir()
