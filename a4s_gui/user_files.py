"""Where the user's own files are: settings and land patterns of their own."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from platformdirs import user_config_path

from a4s_gui.errors import A4sError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LONGEST_WAIT_S = 5.0
"""Another program changes a small file; one that takes longer has stopped."""


def user_folder() -> Path:
    """Return the folder of this program's settings, ``a4s-gui`` among the user's; it may not exist.

    ``~/.config/a4s-gui`` on Linux (or under ``XDG_CONFIG_HOME``), ``Application Support`` on macOS,
    ``AppData/Local`` on Windows.
    """
    return user_config_path("a4s-gui", appauthor=False)


def user_session_folder(settings: Path) -> Path:
    """Return the folder of what windows held, beside a settings file; it may not exist."""
    return settings.with_name("sessions")


def free_name(path: Path) -> Path:
    """Return a path with a number behind its name, the lowest that no file has."""
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(1))
    return next(path for path in numbered if not os.access(path, os.F_OK))


def user_pattern_folder() -> Path:
    """Return the folder of the user's own land patterns; it may not exist."""
    return user_folder() / "land_patterns"


def user_reading_folder() -> Path:
    """Return the folder of the user's own readings of land patterns; it may not exist."""
    return user_folder() / "readings"


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Change files in a folder that follow from what they hold, while no other program does.

    The lock goes with the program that holds it. A folder that has no locks, or that cannot be
    written, is left as free as it is. An :class:`A4sError` says that another program does not
    finish.
    """
    descriptor = None
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = _lockable(folder)
    try:
        if descriptor is not None:
            _wait_for(descriptor, folder)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _lockable(folder: Path) -> int:
    if sys.platform == "win32":  # which locks no folders
        return os.open(folder / "changing.lock", os.O_RDWR | os.O_CREAT)
    return os.open(folder, os.O_RDONLY)


def _wait_for(descriptor: int, folder: Path) -> None:
    until = time.monotonic() + _LONGEST_WAIT_S
    while not _locked(descriptor):
        if time.monotonic() > until:
            raise A4sError(f"{folder}: another program is changing files there")
        time.sleep(0.01)


def _locked(descriptor: int) -> bool:
    """Take the lock; say no while another program has it, yes where there are no locks."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
