"""One file of many: where it goes, what makes its bytes here or in another process; its folder."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import make_folder
from a4s_gui.export.layout import scale_on
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.frozen import frozen, replace
from a4s_gui.system_libraries import translate_import_errors

Make = Callable[[], bytes]
"""Returns the bytes of a file; can be pickled, so that another process can call it."""
Made = bytes | A4sError
"""The bytes of a file, or why there are none."""


@frozen
class Task:
    """A file to write; the same task gives the same bytes wherever it is made."""

    path: Path
    make: Make


def made(make: Make) -> Made:
    """Return the bytes of a file, or the error that says why there are none."""
    try:
        with translate_import_errors():
            return make()
    except A4sError as error:
        return error


def drawing_bytes(suffix: str, request: ExportRequest, *, usual_scale: bool = False) -> bytes:
    """Return the bytes of a request's file in the format of a suffix.

    With ``usual_scale`` at the scale of :func:`~a4s_gui.export.layout.scale_on`, whatever the
    request's is. Raises as the format's writer.
    """
    if usual_scale:
        scale = scale_on(request.paper, request.spec, request.labels)
        request = replace(request, scale=scale)
    return format_for(suffix).write(request)


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
