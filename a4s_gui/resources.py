"""Where the program's own files are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from a4s_gui.debug_log import log
from a4s_gui.errors import ResourceError

_PACKAGE = Path(__file__).resolve().parent


def resource_root() -> Path:
    """Return the folder of the shipped files.

    An installed wheel carries it as ``a4s_gui/_resources``; a checkout has ``resources`` beside the
    package.
    """
    packed = _PACKAGE / "_resources"
    return packed if packed.is_dir() else _PACKAGE.parent / "resources"


def resource_path(*parts: str) -> Path:
    """Return the path of one shipped file or folder; the ``ResourceError`` names one not there."""
    return _there(resource_root().joinpath(*parts))


def read_resource(*parts: str) -> bytes:
    """Return the bytes of one shipped file; raises as :func:`resource_path`, also if unreadable."""
    return _read(resource_path(*parts))


def guide_root() -> Path:
    """Return the folder of the guide: among the shipped files, in a checkout ``docs/guide``."""
    packed = resource_root() / "guide"
    return packed if packed.is_dir() else _PACKAGE.parent / "docs" / "guide"


def read_guide(*parts: str) -> bytes:
    """Return the bytes of a page of the guide, or of a picture; raises as :func:`read_resource`."""
    return _read(_there(guide_root().joinpath(*parts)))


def _there(path: Path) -> Path:
    if not path.exists():
        raise ResourceError(
            f"{path}: this file belongs to the program and is missing; install a4s-gui again"
        )
    return path


def _read(path: Path) -> bytes:
    log("file", "reading %s", path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise ResourceError(
            f"{path}: cannot be read ({error.strerror}); check its permissions or install again"
        ) from error
