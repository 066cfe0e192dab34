"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from pathlib import Path

from a4s_gui.debug_log import log
from a4s_gui.errors import A4sError

_TEMPORARY = ".a4s-gui-"
"""How the names of temporary files begin."""
_LEFT_S = 3600.0
"""No file is being written for so long."""


class ExportError(A4sError):
    """A file that could not be written; what stood there before is untouched.

    ``path`` is the file as it was asked for, ``reason`` what kept it from being written, and what
    to do.
    """

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


def atomic_write(path: Path, data: bytes) -> None:
    """Write a file so that it is there complete, or is what it was before.

    The bytes go to a temporary file in the same folder, without a name where the system has such
    files, which takes the name when they are safely on the disk. A file that is replaced keeps its
    permissions; a symbolic link is followed, and stays. A device or a pipe cannot be replaced: the
    bytes are sent there.

    Raises
    ------
    ExportError
        It cannot be written; no temporary file is left behind.
    """
    try:
        before = _stat(path)
        if before is None or stat.S_ISREG(before.st_mode):
            _replace(Path(os.path.realpath(path)), data, before)
        elif stat.S_ISDIR(before.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        else:
            with path.open("wb") as device:
                device.write(data)
    except OSError as error:
        raise ExportError(path, _explain(path, error)) from error
    log("file", "wrote %s, %d bytes", path, len(data))


def is_file(path: Path) -> bool:
    """Return whether a file is seen to be there; what is wrong otherwise, writing will tell."""
    try:
        return path.is_file()
    except OSError:  # a name too long, say, or a folder above it that is another user's
        return False


def is_folder(path: Path) -> bool:
    """Return whether a folder is there, as :func:`is_file` does."""
    try:
        return path.is_dir()
    except OSError:
        return False


def holds_other(path: Path, data: bytes) -> bool:
    """Return whether a file is there and does not hold these bytes; a device or a pipe holds none.

    Raises
    ------
    ExportError
        It cannot be read.
    """
    try:
        return is_file(path) and (path.stat().st_size != len(data) or path.read_bytes() != data)
    except OSError as error:
        raise ExportError(path, _explain(path, error)) from error


def refuse_other_content(path: Path, data: bytes) -> None:
    """Refuse to replace a file by other content.

    Raises
    ------
    ExportError
        A file is there and does not hold these bytes, or cannot be read.
    """
    if holds_other(path, data):
        raise ExportError(
            path, "is there already with other content; --force replaces it, or name another"
        )


def delete_file(path: Path) -> None:
    """Delete a file, if it is there.

    Raises
    ------
    ExportError
        It cannot be deleted.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(path, f"cannot be deleted ({error.strerror})") from error


def make_folder(path: Path) -> bool:
    """Make a folder for files if it is not there, inside one that is; say whether it was made.

    Raises
    ------
    ExportError
        It cannot be made.
    """
    try:
        if path.is_dir():
            return False
        path.mkdir()
    except FileExistsError as error:
        raise ExportError(path, "is a file, not a folder; choose another folder") from error
    except OSError as error:
        raise ExportError(path, _explain(path, error)) from error
    return True


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _replace(path: Path, data: bytes, before: os.stat_result | None) -> None:
    if before is not None:
        os.close(os.open(path, os.O_WRONLY))  # refused where it is protected, or its disk is
    # A short name of its own: the file's may be as long as the file system allows.
    temporary = path.parent / f"{_TEMPORARY}{os.urandom(6).hex()}.tmp"
    try:
        if before is not None or not _write_unnamed(path, data, None):
            _remove_leftovers(path.parent)
            if not _write_unnamed(temporary, data, before):
                flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
                _fill(os.open(temporary, flags, 0o666), data)  # less the umask, like any new file
                if before is not None:
                    _copy_permissions(temporary, before)
            temporary.replace(path)
    except BaseException:  # an interrupt as well must leave nothing behind
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _remove_leftovers(folder: Path) -> None:
    """Remove the temporary files in a folder of a process that was killed long ago, if any."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{_TEMPORARY}*.tmp"):
            if time.time() - path.stat().st_mtime > _LEFT_S:
                path.unlink()


def _write_unnamed(path: Path, data: bytes, before: os.stat_result | None) -> bool:
    """Write a file that has no name until it is whole; return whether that went well.

    Even a process that is killed leaves nothing of it. Linux alone has such files, on most file
    systems; and none is given a name that is taken.
    """
    if not hasattr(os, "O_TMPFILE"):
        return False
    with contextlib.suppress(OSError):
        unnamed = os.open(path.parent, os.O_WRONLY | os.O_TMPFILE, 0o666)
        kept = os.dup(unnamed)
        try:
            _fill(unnamed, data)
            open_file = f"/proc/self/fd/{kept}"
            if before is not None:
                _copy_permissions(Path(open_file), before)
            # A folder is named, whichever, since without one the link to the file would be linked.
            os.link(open_file, path, src_dir_fd=kept)
        finally:
            os.close(kept)
        return True
    return False


def _fill(descriptor: int, data: bytes) -> None:
    """Write an open file, wait until it is on the disk, and close it."""
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _copy_permissions(new: Path, before: os.stat_result) -> None:
    """Give a new file the owner, where that is allowed, and the permissions of the old one."""
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(new, before.st_uid, before.st_gid)
    new.chmod(stat.S_IMODE(before.st_mode))


def _sync_folder(folder: Path) -> None:
    """Put the new name on the disk too; not every system lets a folder be opened for that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


_REASONS = {
    errno.ENOENT: "the folder {folder} does not exist; create it or choose another",
    errno.ENOTDIR: "{file} is a file, not a folder; choose another folder",
    errno.EISDIR: "is a folder; name a file in it",
    errno.EACCES: "there is no permission to write in {folder}; choose another folder",
    errno.EPERM: "there is no permission to write in {folder}; choose another folder",
    errno.EROFS: "{folder} can only be read; choose another folder",
    errno.ENOSPC: "the disk is full; free some space or choose another disk",
    errno.EDQUOT: "your share of the disk is full; free some space or choose another disk",
    errno.EFBIG: "the file would be larger than is allowed here; choose another place",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.ELOOP: "is a symbolic link that leads back to itself; choose another name",
}


def _explain(path: Path, error: OSError) -> str:
    """Say in one sentence what kept a path from being written, and what to do."""
    try:
        folder = path.absolute().parent
    except OSError:
        return "the folder in which the program runs is gone; name a file in another"
    denied = error.errno in (errno.EACCES, errno.EPERM)
    if denied and os.access(path, os.F_OK) and not os.access(path, os.W_OK):
        return "is write-protected; choose another name or change its permissions"
    reason = _REASONS.get(error.errno or 0)
    if error.errno == errno.ENOENT and os.access(folder, os.F_OK):
        reason = "no file can be made in {folder}; choose another folder"
    if reason is None:
        return f"cannot be written ({error.strerror or error}); choose another place"
    return reason.format(folder=folder, file=_first_file(folder))


def _first_file(folder: Path) -> Path:
    """Return the uppermost part of a path that is there and is no folder."""
    for part in (*reversed(folder.parents), folder):
        if os.access(part, os.F_OK) and not part.is_dir():
            return part
    return folder
