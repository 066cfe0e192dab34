"""``a4s-gui export --library``: footprints, symbols and 3D models for KiCad in one folder."""

from __future__ import annotations

import contextlib
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from a4s_gui.commands.text.messages import print_message
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import atomic_write, make_folder, refuse_other_content
from a4s_gui.export.request import ExportRequest


def add_library_options(parser: ArgumentParser) -> None:
    """Add ``--library`` and ``--package``."""
    parser.add_argument(
        "--library",
        type=Path,
        metavar="FOLDER",
        help="instead of -o: a KiCad library of footprints, symbols and 3D models",
    )
    parser.add_argument(
        "--package",
        action="store_true",
        help="with --library: also a zip that KiCad's content manager installs from",
    )


def check_library_options(options: Namespace) -> None:
    """Refuse options that contradict each other.

    Raises
    ------
    A4sError
        No place is named, or two are; an option has no meaning for a library.
    """
    if options.library is None:
        if options.output is None:
            raise A4sError("export: name a file or folder with -o, or a --library FOLDER")
        if options.package:
            raise A4sError("--package: a package is made of a library; add --library FOLDER")
        return
    for name in ("output", "format", "view", "scale", "dpi", "paper", "seen_from", "background"):
        if getattr(options, name):
            option = "-o" if name == "output" else f"--{name.replace('_', '-')}"
            raise A4sError(f"{option}: a library has none; leave it out, or --library")


def write_library(folder: Path, requests: Sequence[ExportRequest], options: Namespace) -> None:
    """Write a library of all halves of some pairs, each file whole or not at all.

    Raises
    ------
    ExportError
        A file cannot be written, or is there with other content and is not to be replaced.
    """
    from a4s_gui.export.library import (  # noqa: PLC0415 - not for a drawing
        library_files,
        package_bytes,
        package_name,
    )

    library = library_files(requests)
    files = {folder / name: data for name, data in library.items()}
    if options.package:
        files[folder / package_name()] = package_bytes(requests, library)
    if not options.force:
        for path, data in files.items():
            refuse_other_content(path, data)
    with _folders(folder, sorted({path.parent for path in files})):
        for path, data in files.items():
            atomic_write(path, data)
    shown = {folder / path.relative_to(folder).parts[0]: None for path in files}
    for path in shown:
        print_message(f"wrote {path}")


@contextlib.contextmanager
def _folders(top: Path, inner: Sequence[Path]) -> Iterator[None]:
    """Make the folders that are missing; those in which nothing came to lie go again."""
    made = [path for path in dict.fromkeys((top, *inner)) if make_folder(path)]
    try:
        yield
    finally:
        for path in reversed(made):
            with contextlib.suppress(OSError):  # it holds files: that is what it is for
                path.rmdir()
