"""Files that are small by nature: read whole, but no more than that."""

from __future__ import annotations

import errno
from pathlib import Path

LARGEST_BYTES = 4_000_000
"""Some twenty times what the largest of them has."""


def read_small_file(path: Path, largest_bytes: int = LARGEST_BYTES) -> bytes:
    """Return the content of a file of data, settings or a session.

    An :class:`OSError` also says that it is so large that it must be something else.
    """
    if path.stat().st_size > largest_bytes:
        reason = f"larger than {largest_bytes // 1_000_000} MB"
        raise OSError(errno.EFBIG, reason, str(path))
    with path.open("rb") as file:
        return file.read(largest_bytes)


def files_in(folder: Path, pattern: str = "*.toml") -> list[Path]:
    """Return some files of a folder, sorted; none where it is not there, or may not be seen."""
    try:
        return sorted(folder.glob(pattern))
    except OSError:  # the home of another user, after a change of users
        return []
