"""The framed sheet that a request asks for, and the scale that suits a paper. Needs no Qt."""

from __future__ import annotations

from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.sheet.framed_sheet import framed, largest_scale
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.scales import SCALE_RANGE, default_scale
from a4s_gui.drawing.sheet.sheet import Sheet
from a4s_gui.drawing.sheet.title_block import SheetMetadata
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.export.request import ExportRequest


def framed_sheet(request: ExportRequest) -> tuple[Scene, Sheet]:
    """Return the framed drawing that a request asks for.

    Raises
    ------
    DoesNotFitError
        The drawing is larger than the paper.
    """
    origin = SheetMetadata(request.program_version, request.date)
    return framed(request.spec, request.scale, request.paper, origin)


def scale_on(paper: Paper, spec: DrawingSpec) -> float:
    """Return the scale n:1 to draw at where none is asked for.

    It is the view's default scale or, where the paper is too small for that, the largest whole
    number below; the smallest scale of all where nothing fits.
    """
    if paper is Paper.FIT:
        return default_scale(spec.view)
    return largest_scale(spec, paper, default_scale(spec.view)) or SCALE_RANGE[0]
