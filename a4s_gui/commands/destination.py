"""Where exported files go: one file by its suffix, or files by their own names in a folder."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import make_folder
from a4s_gui.export.registry import FORMATS, Format, format_for
from a4s_gui.export.request import ExportRequest


@dataclass(frozen=True, slots=True)
class Destination:
    """A format and the file, or the folder of files, to write in it."""

    format: Format
    path: Path
    is_folder: bool

    def requests(self, request: ExportRequest) -> tuple[ExportRequest, ...]:
        """Return what to write for one drawing, a file each: in a folder, all that it stands for.

        Raises
        ------
        A4sError
            The format has nothing to write for it.
        """
        return self.format.split(request) if self.is_folder else (request,)

    def file_for(self, request: ExportRequest) -> Path:
        """Return the file of one drawing."""
        return self.path / self.format.file_name(request) if self.is_folder else self.path

    @contextlib.contextmanager
    def ready(self) -> Iterator[None]:
        """Make the folder where it is missing; if nothing came to lie in it, remove it again.

        Raises
        ------
        ExportError
            The folder cannot be made.
        """
        made = self.is_folder and make_folder(self.path)
        try:
            yield
        finally:
            if made:
                with contextlib.suppress(OSError):  # it holds files: that is what it is for
                    self.path.rmdir()


def destination(path: Path, suffix: str | None, *, several: bool) -> Destination:
    """Understand ``-o PATH`` and ``--format SUFFIX``.

    Several drawings go into a folder. One goes into a folder if there is one at the path, or if a
    format is named and the path has none of its own; a device such as ``/dev/stdout`` takes it too.

    Raises
    ------
    A4sError
        The format is unknown, missing or contradicts the file's suffix, or several drawings are to
        go into one file.
    """
    named = format_for(suffix) if suffix is not None else None
    own = _format_by_name(path)
    if _is_folder(path):
        return Destination(_required(named, path), path, is_folder=True)
    if several:
        if own is not None or _is_there(path):
            raise A4sError(f"{path}: several drawings do not go into one file; name a folder")
        return Destination(_required(named, path), path, is_folder=True)
    if named is None:
        if not path.suffix:
            raise A4sError(
                f"{path}: the name has no suffix to tell the format; add one of "
                f"{_suffixes('.')}, or --format for a folder"
            )
        return Destination(format_for(path), path, is_folder=False)
    if own is not None and own is not named:
        raise A4sError(f"{path}: the name says .{own.suffix}, --format says .{named.suffix}")
    if own is None and path.is_file():
        raise A4sError(f"{path}: is a file, and --format {named.suffix} asks for a folder")
    is_folder = own is None and not _is_there(path)
    return Destination(named, path, is_folder=is_folder)


def _required(named: Format | None, path: Path) -> Format:
    if named is None:
        raise A4sError(f"{path}: files in a folder need --format, one of {_suffixes()}")
    return named


def _suffixes(dot: str = "") -> str:
    return ", ".join(f"{dot}{known.suffix}" for known in FORMATS)


def _format_by_name(path: Path) -> Format | None:
    try:
        return format_for(path)
    except A4sError:
        return None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long, say: writing will tell
        return False


def _is_there(path: Path) -> bool:
    return os.access(path, os.F_OK)
