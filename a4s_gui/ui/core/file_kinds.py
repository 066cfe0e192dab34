"""The kinds of files that panels read: what a dialog offers, and to which panel a drop goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen


@frozen
class FileKind:
    """Files that one panel reads.

    ``panel`` is its name in the table of panels, ``words`` say what the files are; ``suffixes``
    are how their names end, in small letters.
    """

    panel: str
    words: str
    suffixes: tuple[str, ...]

    @property
    def filters(self) -> tuple[str, ...]:
        """What a dialog offers that opens one; what a file is, is seen from its content."""
        return (
            f"{self.words} ({' '.join(f'*{suffix}' for suffix in self.suffixes)})",
            "All files (*)",
        )

    def has(self, paths: Sequence[Path]) -> bool:
        """Return whether all of some files are named as this kind is."""
        return all(path.suffix.lower() in self.suffixes for path in paths)

    def takes(self, paths: Sequence[Path]) -> bool:
        """Return whether the panel takes what is dropped on it: all but files of another panel."""
        return bool(paths) and (self.has(paths) or kind_of(paths) is None)


PART_LISTS = FileKind(
    "part-list",
    "Parts lists",
    (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods", ".xml", ".net", ".pos"),
)
BOARDS = FileKind(
    "boards",
    "Boards, footprints, netlists, lists",
    (".kicad_pcb", ".kicad_mod", ".d356", ".ipc", ".csv", ".txt"),
)
PATTERNS = FileKind("land-pattern", "Land patterns", (".toml",))
_KINDS = (PART_LISTS, BOARDS, PATTERNS)
"""Files that are dropped beside these panels go to the first that has them all."""


def kind_of(paths: Sequence[Path]) -> FileKind | None:
    """Return the kind of some files by their names, ``None`` where no panel reads them."""
    return next((kind for kind in _KINDS if kind.has(paths)), None)


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files that are dragged, none where it is text or something on the net."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def only_one(paths: Sequence[Path], what: str) -> Path:
    """Return the file, where there is one; an :class:`A4sError` refuses several."""
    if len(paths) > 1:
        raise A4sError(f"{what}: these are {len(paths)} files; take one at a time")
    return paths[0]


def no_panel_reads(paths: Sequence[Path]) -> str:
    """Return why files are not read, in one line, and what is."""
    names = " and ".join(path.name for path in paths[:2])
    more = f" and {len(paths) - 2} more" if len(paths) > 2 else ""
    known = "; ".join(f"{kind.words.lower()} ({', '.join(kind.suffixes)})" for kind in _KINDS)
    return f"{names}{more}: no panel reads such files; drop one of {known}"
