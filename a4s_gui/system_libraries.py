"""The system libraries that Qt loads on Linux: which are missing, and what holds them on Debian."""

from __future__ import annotations

import contextlib
import ctypes
import sys
from collections.abc import Iterator

from a4s_gui.errors import A4sError
from a4s_gui.resources import read_resource


class MissingLibraryError(A4sError):
    """Qt cannot be loaded on this machine; the message names the packages to install."""


def missing_libraries() -> dict[str, str]:
    """Return the libraries that cannot be loaded, each with Debian's package; empty off Linux."""
    if sys.platform != "linux":
        return {}
    table = read_resource("qt-libraries.txt").decode("utf-8")
    lines = (line.split() for line in table.splitlines() if not line.startswith("#"))
    return {library: package for library, package in lines if not _loads(library)}


def require_libraries() -> None:
    """Refuse to open a window without the libraries it needs, where Qt itself would abort.

    The :class:`MissingLibraryError` names their packages.
    """
    if missing := missing_libraries():
        raise MissingLibraryError(_install(missing))


@contextlib.contextmanager
def translate_import_errors() -> Iterator[None]:
    """Turn a failed import of Qt into a :class:`MissingLibraryError` with what to install."""
    try:
        yield
    except ImportError as error:
        missing = missing_libraries()
        message = _install(missing) if missing else f"Qt cannot be loaded: {error}"
        raise MissingLibraryError(message) from error


def _install(missing: dict[str, str]) -> str:
    packages = " ".join(sorted(set(missing.values())))
    return (
        f"Qt needs system libraries that are missing ({', '.join(missing)}); install them, "
        f"on Debian and Ubuntu with: sudo apt-get install {packages}"
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
