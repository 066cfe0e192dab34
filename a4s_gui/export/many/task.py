"""One file of many: where it goes, and what makes its bytes in this process or in another one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from a4s_gui.errors import A4sError
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
    request's is.

    Raises
    ------
    A4sError
        The format cannot hold what is asked for.
    """
    if usual_scale:
        scale = scale_on(request.paper, request.spec, request.labels)
        request = replace(request, scale=scale)
    return format_for(suffix).write(request)
