"""Whether the package has been tested as it is now: tested.sha256 holds what it was tested with.

That is everything which decides what is packed and how: the files of packaging/, pyproject.toml
with the locks, and the names, though not the contents, of the program's own files.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMP = ROOT / "packaging" / "tested.sha256"
_CONTENTS = ("packaging", "pyproject.toml")
_NAMES = ("a4s_gui", "resources")


def current() -> str:
    """Return the hash of what is to be tested, from the files that git knows."""
    known = hashlib.sha256()
    for name in _tracked(*_NAMES):
        known.update(f"{name}\n".encode())
    for name in _tracked(*_CONTENTS):
        path = ROOT / name
        if path != STAMP and path.suffix != ".md" and path.is_file():
            known.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return known.hexdigest()


def is_tested() -> bool:
    """Say whether the package has passed its test as it is now."""
    return STAMP.exists() and STAMP.read_text(encoding="utf-8").strip() == current()


def note() -> None:
    """Remember that it has passed; the file is to be committed."""
    STAMP.write_text(f"{current()}\n", encoding="utf-8")


def _tracked(*places: str) -> list[str]:
    done = subprocess.run(
        ["git", "ls-files", "-z", "--", *places],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted(name for name in done.stdout.split("\0") if name)


if __name__ == "__main__":
    sys.exit(0 if is_tested() else 1)
