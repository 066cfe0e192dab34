"""What a vector file says about itself: the facts behind the drawing, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from a4s_gui import PROGRAM
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.items.notes import describe_pair, format_scale
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.export.request import ExportRequest


def properties_of(spec: DrawingSpec) -> dict[str, str]:
    """Return what the properties of every file of a drawing begin with, by their names."""
    pair = spec.pair
    return {
        "Title": f"{pair.numbers}, {spec.view_name} view",
        "Socket": pair.socket.part_number,
        "Header": pair.header.part_number,
        "View": spec.view_name,
    }


def title_of(request: ExportRequest) -> str:
    """Return ``AXE540127 + AXE640124, pair view, 20:1``."""
    pair = request.spec.pair
    return f"{pair.numbers}, {request.spec.view_name} view, {format_scale(request.scale)}"


def facts_of(request: ExportRequest) -> list[str]:
    """Return what a file's reader should know, one fact a line; no date is among them."""
    spec = request.spec
    return [
        describe_pair(spec.pair),
        f"Drawn {format_scale(request.scale)}, lengths in mm",
        f"Numbering: {spec.numbering_words}",
        f"Land pattern: {spec.pattern.label}, {spec.pattern.title}",
        f"Land pattern's figures from: {'; '.join(spec.pattern.source_documents(*Half))}",
        "They are not of the manufacturer's drawing; check them before use",
        *_nets_of(spec),
        f"Catalog: {spec.pair.sources['part_numbers'].document}",
        f"Made by {PROGRAM}",
    ]


def _nets_of(spec: DrawingSpec) -> Iterator[str]:
    """Yield the nets on the contacts of each half of which they are known, in order of numbers."""
    for half in Half:
        numbers = (str(number) for number in range(1, spec.pair.pins + 1))
        nets = [f"{n} {net}" for n in numbers if (net := spec.net_of(half, n))]
        if nets:
            yield f"Nets of the {half}'s pads: {', '.join(nets)}"
