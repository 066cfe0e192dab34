"""What a vector file says about itself: the facts behind the drawing, as lines of text."""

from __future__ import annotations

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.items.notes import describe_pair, format_scale
from a4s_gui.export.request import ExportRequest


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
        f"Numbering: {spec.numbering.describe()}",
        f"Land pattern: {spec.pattern.label}, {spec.pattern.title}",
        f"Land pattern's figures from: {'; '.join(spec.pattern.source_documents(*Half))}",
        "They are not of the manufacturer's drawing; check them before use",
        f"Catalog: {spec.pair.sources['part_numbers'].document}",
        f"Made by a4s-gui {request.program_version}",
    ]
