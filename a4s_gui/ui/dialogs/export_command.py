"""The command line that writes what the export dialog is about to write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from a4s_gui.catalog.numbers import format_exact
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.export.atomic import is_folder
from a4s_gui.export.registry import Format
from a4s_gui.export.request import ExportRequest
from a4s_gui.frozen import by_name, replace
from a4s_gui.session.command_line import Command, export_command
from a4s_gui.session.state import State


def command_of(state: State, request: ExportRequest, kind: Format, output: Path) -> Command:
    """Return the command that writes a request.

    View and numbering are the request's, all else the state's; ``output`` is the file, or the
    folder where several files are written.
    """
    spec = request.spec
    shown = replace(state, view=spec.view, numbering=spec.numbering)
    return export_command(shown, spec.pair, [*_options(request, kind, output)], str(output))


def _options(request: ExportRequest, kind: Format, output: Path) -> Iterator[str]:
    if kind.to_scale:
        yield from ("--scale", format_exact(request.scale).replace(",", ""))
    if kind.in_pixels:
        yield from ("--dpi", format_exact(request.dpi).replace(",", ""))
    if kind.on_paper:
        if request.paper is not Paper.FIT:
            yield from ("--paper", request.paper)
        for name, text in by_name(request.labels).items():
            if text:
                yield from (f"--{name}", text)
    if is_folder(output):
        yield from ("--format", kind.suffix)
