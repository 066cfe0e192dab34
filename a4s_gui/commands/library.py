"""``a4s-gui export --library``: footprints, symbols and 3D models for KiCad in one folder."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from a4s_gui.commands.text.arguments import place
from a4s_gui.commands.writing import write_files
from a4s_gui.errors import A4sError
from a4s_gui.export.many.task import Task, folders_of
from a4s_gui.export.request import ExportRequest

_OF_DRAWINGS = (
    *("output", "format", "name", "view", "scale", "dpi", "paper", "project", "author", "revision"),
    *("seen_from", "from_below", "background"),
)


def add_library_options(parser: ArgumentParser) -> None:
    """Add ``--library`` and ``--package``."""
    parser.add_argument(
        "--library",
        type=place,
        metavar="FOLDER",
        help="instead of -o: a KiCad library of footprints, symbols and 3D models",
    )
    parser.add_argument(
        "--package",
        action="store_true",
        help="with --library: also a zip that KiCad's content manager installs from",
    )


def check_library_options(options: Namespace) -> None:
    """Refuse options that contradict each other, by an :class:`A4sError`.

    No place is named, or two are; an option has no meaning for a library.
    """
    if options.library is None:
        if options.output is None:
            raise A4sError("export: name a file or folder with -o, or a --library FOLDER")
        if options.package:
            raise A4sError("--package: a package is made of a library; add --library FOLDER")
        return
    for name in _OF_DRAWINGS:
        if getattr(options, name):
            option = "-o" if name == "output" else f"--{name.replace('_', '-')}"
            raise A4sError(f"{option}: a library has none; leave it out, or --library")


def write_library(folder: Path, requests: Sequence[ExportRequest], options: Namespace) -> None:
    """Write a library of all halves of some pairs; raises as :func:`write_files`."""
    from a4s_gui.export.library import (  # noqa: PLC0415 - not for a drawing
        library_makers,
        package_bytes,
        package_name,
    )

    tasks = [Task(folder / name, make) for name, make in library_makers(requests).items()]
    if options.package:
        tasks.append(Task(folder / package_name(), partial(package_bytes, requests)))
    write_files(tasks, folders_of(tasks, folder), force=options.force, jobs=options.jobs)
