"""Writing what a command exports: one file or many, on all cores, and what is said of it."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from a4s_gui.catalog.numbers import pluralize
from a4s_gui.catalog.user_numbers import JOBS
from a4s_gui.commands.text.arguments import number
from a4s_gui.commands.text.messages import print_message
from a4s_gui.commands.text.progress import Progress
from a4s_gui.export.atomic import atomic_write, is_file, refuse_other_content
from a4s_gui.export.many.making import Maker, cores, workers_for
from a4s_gui.export.many.task import Task, folders_ready


def add_force(parser: ArgumentParser) -> None:
    """Add ``--force``."""
    parser.add_argument(
        "--force", action="store_true", help="replace files that are there with other content"
    )


def add_jobs(parser: ArgumentParser) -> None:
    """Add ``--jobs``."""
    parser.add_argument(
        "--jobs",
        type=number(JOBS),
        metavar="N",
        help="processes that make many files at once; default: as many as there are cores",
    )


def write_files(
    tasks: Sequence[Task], folders: Sequence[Path] = (), *, force: bool, jobs: int | None = None
) -> None:
    """Write files, each whole or not at all; tell the file, or how many into the first folder.

    Unless ``force`` is given, none is written where one would replace other content, and what is
    there already is left alone. An :class:`ExportError` says that a file cannot be written, or is
    there with other content, another :class:`A4sError` that one cannot be made.
    """
    with Maker(workers_for(len(tasks), jobs or cores())) as maker:
        known = frozenset() if force else _same_content(maker, tasks)
        left = [task for task in tasks if task.path not in known]
        written = 0
        try:
            with folders_ready(folders):
                for path, data in _made(maker, "writing", left):
                    atomic_write(path, data)
                    written += 1
        finally:
            if len(tasks) > 1:
                _tell(written, len(tasks), len(known), folders[0])
        if len(tasks) == 1:
            print_message(f"wrote {tasks[0].path}")


def _same_content(maker: Maker, tasks: Sequence[Task]) -> frozenset[Path]:
    """Return the files that hold already what they are to hold; raise where one holds other."""
    there = [task for task in tasks if is_file(task.path)]
    for path, data in _made(maker, "comparing", there):
        refuse_other_content(path, data)
    return frozenset(task.path for task in there)


def _made(maker: Maker, what: str, tasks: Sequence[Task]) -> Iterator[tuple[Path, bytes]]:
    with Progress(what, len(tasks)) as progress:
        for task, made in maker.made_of(tasks):
            if not isinstance(made, bytes):
                raise made
            yield task.path, made
            progress.step()


def _tell(written: int, total: int, known: int, folder: Path) -> None:
    if written + known < total:
        if written:
            print_message(f"wrote {written} of {pluralize(total, 'file')} into {folder}")
        return
    same = f"; {pluralize(known, 'file')} with that content there already" if known else ""
    print_message(f"wrote {pluralize(written, 'file')} into {folder}{same}")
