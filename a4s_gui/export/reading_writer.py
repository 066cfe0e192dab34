"""The user's own readings of land patterns: kept in their folder, a file for each board."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from a4s_gui.catalog.records import DataError
from a4s_gui.export.atomic import delete_file
from a4s_gui.export.pattern_writer import write_own_file
from a4s_gui.geometry.land_pattern.field_readings import Reading, in_order_of_trust, read_readings
from a4s_gui.geometry.land_pattern.own_reading import ReadFigure, with_figure, without_figure
from a4s_gui.geometry.land_pattern.writing import reading_stem, readings_text
from a4s_gui.small_file import files_in
from a4s_gui.user_files import alone_in, free_name


def take_own_readings(folder: Path) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """Return the user's own readings, and a line for each file that is damaged.

    Such a file is put aside under another name, which the line tells, so that it is told of once.
    The folder need not exist.
    """
    found: list[Reading] = []
    problems = []
    for path in files_in(folder):
        try:
            found += read_readings(path)
        except DataError as error:
            problems.append(f"{error}; {_put_aside(path)}")
    return in_order_of_trust(found), tuple(problems)


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
    path = _path_of(folder, readings[0].name)
    write_own_file(path, readings_text(readings))
    return path


def add_reading(folder: Path, read: ReadFigure) -> Path:
    """Add a figure to the user's own readings; what other windows have added meanwhile stays.

    Raises
    ------
    A4sError, LandPatternError
        Another program does not finish writing there; or it cannot be, see
        :func:`~a4s_gui.geometry.land_pattern.own_reading.with_figure`.
    DataError
        The file of that name is damaged.
    ExportError
        The file could not be written; what stood there before is untouched.
    """
    with alone_in(folder):
        path = _path_of(folder, read.name)
        before = read_readings(path) if path.exists() else ()
        return save_readings(folder, with_figure(before, read))


def delete_reading(folder: Path, reading: Reading) -> None:
    """Delete what the user has read of one half at one place.

    Raises
    ------
    A4sError
        Another program does not finish writing there.
    DataError
        The file is damaged.
    ExportError
        The file could not be written or deleted.
    """
    _change(folder, reading, lambda _: None)


def delete_figure(folder: Path, reading: Reading, figure: str) -> None:
    """Delete one figure that the user has read, and what followed from it; the others stay.

    ``figure`` is its name in a land pattern. Raises as :func:`delete_reading`.
    """
    _change(folder, reading, lambda one: without_figure(one, figure))


def _change(folder: Path, reading: Reading, change: Callable[[Reading], Reading | None]) -> None:
    """Change what was read of one half; a file in which nothing is left is deleted."""
    with alone_in(folder):
        path = _path_of(folder, reading.name)
        there = read_readings(path) if path.exists() else ()
        changed = (change(one) if one.half is reading.half else one for one in there)
        left = [one for one in changed if one is not None]
        if left:
            save_readings(folder, left)
        else:
            delete_file(path)


def _path_of(folder: Path, name: str) -> Path:
    """Return the file of the readings of a name, which need not exist and may be called otherwise.

    Raises
    ------
    A4sError
        The name holds no letter or digit.
    """
    stem = reading_stem(name)
    for path in files_in(folder):
        with suppress(DataError):
            if any(reading_stem(reading.name) == stem for reading in read_readings(path)):
                return path
    return folder / f"{stem}.toml"


def _put_aside(path: Path) -> str:
    """Rename a file that can be read but not understood; return what became of it."""
    kept = free_name(path.with_suffix(".damaged"))
    try:
        if not os.access(path, os.R_OK):
            return "it is left out"
        path.rename(kept)
    except OSError:
        return "it is left out"
    return f"the file is kept as {kept.name}"
