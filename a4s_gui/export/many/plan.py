"""From what is wanted of many pairs to the files: which, by what names, made by what."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.export.library import library_makers, package_bytes, package_name
from a4s_gui.export.many.file_names import PLACEHOLDERS, NamePattern
from a4s_gui.export.many.task import Task, drawing_bytes
from a4s_gui.export.registry import Format
from a4s_gui.export.request import ExportRequest
from a4s_gui.frozen import frozen, replace


@frozen(slots=False)
class Wanted:
    """What is wanted of some pairs."""

    drawings: Sequence[ExportRequest]
    """One for each pair and view."""
    formats: Sequence[Format]
    """Of each drawing. Files of one half, and tables, are made once for the views that show it, of
    both halves where none does."""
    names: NamePattern
    """What the files are called."""
    usual_scale: bool = False
    """Whether each drawing has its view's own scale, or the one that fits the paper."""
    checked: bool = False
    """Whether each is laid out beforehand, so that none is begun where one could not be made."""
    library: bool = False
    """Whether a KiCad library is made."""
    package: bool = False
    """Whether a library for KiCad's content manager is made."""


def tasks_for(wanted: Wanted, folder: Path) -> tuple[Task, ...]:
    """Return a task for each file.

    Raises
    ------
    A4sError
        Nothing is wanted, a file could not be named, two would have one name, or one that is
        checked could not be made.
    """
    tasks = [*_drawn(wanted, folder)]
    halves = [drawings[0] for drawings in _by_pair(wanted.drawings)]
    halves = [in_view(drawing, View.PAIR) for drawing in halves]
    if wanted.library:
        makers = library_makers(halves)
        tasks += [Task(folder / path, make) for path, make in makers.items()]
    if wanted.package:
        tasks.append(Task(folder / package_name(), partial(package_bytes, halves)))
    if not tasks:
        raise A4sError("nothing is chosen; choose a format or the KiCad library")
    return tuple(tasks)


def in_view(drawing: ExportRequest, view: View) -> ExportRequest:
    """Return a drawing in another view."""
    spec = drawing.spec
    below = spec.from_below and view.shows_pads
    return replace(drawing, spec=replace(spec, view=view, from_below=below))


def shows(kind: Format, drawing: ExportRequest) -> bool:
    """Return whether a format has a file for what a drawing's view shows."""
    return kind.to_scale or bool(_parts(kind, drawing))


def _drawn(wanted: Wanted, folder: Path) -> Iterator[Task]:
    taken: dict[str, tuple[str, ExportRequest]] = {}
    for kind, request in _requests(wanted):
        # Usual names tell all contents apart: two pairs may share a half.
        usual = kind.file_name(request)
        name = f"{wanted.names.stem(request, kind)}.{kind.suffix}"
        before, other = taken.setdefault(_alike(name), (usual, request))
        if other is request:
            usual_scale = wanted.usual_scale and kind.to_scale
            make = partial(drawing_bytes, kind.suffix, request, usual_scale=usual_scale)
            yield Task(folder / name, make)
        elif before != usual:
            raise A4sError(_collision(name, other, request))


def _requests(wanted: Wanted) -> Iterator[tuple[Format, ExportRequest]]:
    for drawings in _by_pair(wanted.drawings):
        for kind in wanted.formats:
            for request in _of_kind(kind, drawings):
                if wanted.checked:
                    kind.check(kind.layout(request))
                yield kind, request


def _by_pair(drawings: Sequence[ExportRequest]) -> Iterator[list[ExportRequest]]:
    found: dict[str, list[ExportRequest]] = {}
    for drawing in drawings:
        found.setdefault(drawing.spec.pair.id, []).append(drawing)
    yield from found.values()


def _of_kind(kind: Format, drawings: Sequence[ExportRequest]) -> Sequence[ExportRequest]:
    """Return the requests, a file each, that the views of one pair stand for in a format."""
    if kind.to_scale:
        return drawings
    parts = [part for drawing in drawings for part in _parts(kind, drawing)]
    parts = parts or [*kind.split(in_view(drawings[0], View.PAIR))]
    return list({kind.stem(part): part for part in reversed(parts)}.values())[::-1]


def _parts(kind: Format, drawing: ExportRequest) -> tuple[ExportRequest, ...]:
    """Return what a view stands for in a format of halves; nothing where it shows none."""
    try:
        parts = kind.split(drawing)
        for part in parts:
            kind.check(kind.layout(part))
    except A4sError:
        return ()
    return parts


def _alike(name: str) -> str:
    """Return what is the same for names that one file system or another takes for one."""
    return unicodedata.normalize("NFC", name).casefold()


def _collision(name: str, one: ExportRequest, other: ExportRequest) -> str:
    apart = [
        f"{{{word}}}"
        for word, placeholder in PLACEHOLDERS.items()
        if placeholder.value(one) != placeholder.value(other)
    ]
    return f"two files would be called {name}; add {' or '.join([*apart, '{name}'])} to the name"
