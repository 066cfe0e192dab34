"""Where exported files go: one file by its suffix, or files by their own names in a folder."""

from __future__ import annotations

import os
from pathlib import Path

from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import is_file, is_folder
from a4s_gui.export.registry import FORMATS, Format, format_for
from a4s_gui.frozen import frozen


@frozen
class Destination:
    """Formats and the file, or the folder of files, to write in them; a file has one."""

    formats: tuple[Format, ...]
    path: Path
    is_folder: bool


def destination(path: Path, suffixes: str | None, *, several: bool) -> Destination:
    """Understand ``-o PATH`` and ``--format SUFFIXES``.

    Several drawings, or formats, go into a folder. One goes into a folder if there is one at the
    path, or if a format is named and the path has none of its own; a device such as ``/dev/stdout``
    takes it too. An :class:`A4sError` refuses a format that is unknown, missing or contradicts the
    file's suffix, and several drawings for one file.
    """
    words = (word.strip() for word in (suffixes or "").split(","))
    named = tuple(dict.fromkeys(format_for(word) for word in words if word))
    own = _format_by_name(path)
    if is_folder(path):
        return Destination(_required(named, path), path, is_folder=True)
    if several or len(named) > 1:
        if own is not None or _is_there(path):
            raise A4sError(f"{path}: several drawings do not go into one file; name a folder")
        return Destination(_required(named, path), path, is_folder=True)
    if not named:
        if not path.suffix:
            raise A4sError(
                f"{path}: the name has no suffix to tell the format; add one of "
                f"{_suffixes('.')}, or --format for a folder"
            )
        return Destination((format_for(path),), path, is_folder=False)
    if own is not None and own is not named[0]:
        raise A4sError(f"{path}: the name says .{own.suffix}, --format says .{named[0].suffix}")
    if own is None and is_file(path):
        raise A4sError(f"{path}: is a file, and --format {named[0].suffix} asks for a folder")
    return Destination(named, path, is_folder=own is None and not _is_there(path))


def _required(named: tuple[Format, ...], path: Path) -> tuple[Format, ...]:
    if not named:
        raise A4sError(f"{path}: files in a folder need --format, one of {_suffixes()}")
    return named


def _suffixes(dot: str = "") -> str:
    return ", ".join(f"{dot}{known.suffix}" for known in FORMATS)


def _format_by_name(path: Path) -> Format | None:
    try:
        return format_for(path)
    except A4sError:
        return None


def _is_there(path: Path) -> bool:
    return os.access(path, os.F_OK)
