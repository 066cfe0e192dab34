"""Saving land patterns of the user's own."""

from __future__ import annotations

from pathlib import Path

from a4s_gui.export.atomic import ExportError, atomic_write, delete_file
from a4s_gui.frozen import replace
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.writing import pattern_text


def save_pattern(library: PatternLibrary, pattern: LandPattern, name: str) -> LandPattern:
    """Save a pattern among the user's own, replacing one of that name, and return it as saved.

    Raises
    ------
    PatternNameError
        The name is not possible.
    ExportError
        The file could not be written; what stood there before is untouched.
    """
    library.check_new_name(name)
    after = f"Own pattern, after {pattern.title}"
    saved = replace(pattern, name=name, title=name, summary=after, revision=None)
    if pattern.name == name:
        saved = pattern
    write_own_file(library.path_of(name), pattern_text(saved))
    return saved


def write_own_file(path: Path, text: str) -> None:
    """Write a file of the user's own whole, making its folder.

    Raises
    ------
    ExportError
        The folder cannot be made or the file not be written; what stood there before is untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"the folder cannot be made ({error.strerror}); check the permissions above it"
        raise ExportError(path.parent, reason) from error
    atomic_write(path, text.encode())


def delete_pattern(library: PatternLibrary, name: str) -> Path:
    """Delete a pattern of the user's own and return the file that is gone.

    Raises
    ------
    PatternNameError
        The name is a shipped one's or not possible.
    ExportError
        The file could not be deleted.
    """
    library.check_new_name(name)
    path = library.path_of(name)
    delete_file(path)
    return path
