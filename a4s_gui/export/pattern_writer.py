"""Saving a land pattern of the user's own under a name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from a4s_gui.export.atomic import ExportError, atomic_write
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
    saved = replace(pattern, name=name, title=name, summary=f"Own pattern, after {pattern.title}")
    if pattern.name == name:
        saved = pattern
    try:
        library.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"the folder cannot be made ({error.strerror}); check the permissions above it"
        raise ExportError(library.folder, reason) from error
    atomic_write(library.path_of(name), pattern_text(saved).encode())
    return saved


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
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(path, f"cannot be deleted ({error.strerror})") from error
    return path
