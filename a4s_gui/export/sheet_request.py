"""The framed sheet that a request asks for. Needs no Qt."""

from __future__ import annotations

from a4s_gui.drawing.framed_sheet import framed
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.sheet import Sheet
from a4s_gui.drawing.title_block import Origin
from a4s_gui.export.registry import ExportRequest


def framed_sheet(request: ExportRequest) -> tuple[Scene, Sheet]:
    """Return the framed drawing that a request asks for.

    Raises
    ------
    DoesNotFitError
        The drawing is larger than the paper.
    """
    origin = Origin(request.program_version, request.date)
    return framed(request.spec, request.scale, request.paper, origin)
