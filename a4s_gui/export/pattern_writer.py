"""Saving land patterns and readings of the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from a4s_gui.export.atomic import ExportError, atomic_write
from a4s_gui.geometry.land_pattern.field_readings import Reading
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.writing import pattern_text, reading_stem, readings_text


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
    _write(library.path_of(name), pattern_text(saved))
    return saved


def save_readings(folder: Path, readings: Sequence[Reading]) -> Path:
    """Save the readings of one board or file among the user's own; return the file.

    A file of that name is replaced.

    Raises
    ------
    A4sError
        The name holds no letter or digit.
    ExportError
        The file could not be written; what stood there before is untouched.
    """
    path = folder / f"{reading_stem(readings[0].name)}.toml"
    _write(path, readings_text(readings))
    return path


def _write(path: Path, text: str) -> None:
    """Write a file of the user's own whole, making its folder."""
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
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(path, f"cannot be deleted ({error.strerror})") from error
    return path
