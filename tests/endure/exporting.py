"""Exports for ever, to be killed: every format, into new files and over old ones, in a folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from a4s_gui.cli import main
from a4s_gui.export.registry import FORMATS

SUFFIXES = [kind.suffix for kind in FORMATS]
_PAIR = "AXE510127/AXE610124"
_OPTIONS = ["--view", "socket", "--force", "--layers", "copper,body"]


def arguments(path: Path) -> list[str]:
    """Return the command that writes one small file, over what is there."""
    quick = ["--scale", "4", "--dpi", "60"] if path.suffix == ".png" else []
    return ["export", _PAIR, "-o", str(path), *_OPTIONS, *quick]


def paths(folder: Path) -> Iterator[Path]:
    """Yield the files to write: in turn a new one of each format, and one that is there."""
    for number in count():
        for suffix in SUFFIXES:
            yield folder / f"new-{number}.{suffix}"
            yield folder / f"old.{suffix}"


if __name__ == "__main__":
    print("begins", flush=True)
    for path in paths(Path(sys.argv[1])):
        main(arguments(path))
