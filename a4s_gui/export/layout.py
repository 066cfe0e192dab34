"""A drawing laid out for a file: once, for all who look at it. Needs no Qt."""

from __future__ import annotations

from functools import cached_property

from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.notes import format_scale
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer, Scene, Text
from a4s_gui.drawing.sheet.framed_sheet import framed, largest_scale
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.scales import DEFAULT_DPI, SCALE_RANGE, default_scale
from a4s_gui.drawing.sheet.sheet import Sheet, sheet_around
from a4s_gui.drawing.sheet.title_block import UNLABELLED, SheetLabels, SheetMetadata
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.export.request import Background, ExportRequest
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.land_pattern.pattern import check_pair
from a4s_gui.geometry.shapes import bounding_box

_MODEL_NOTE = "This model is 1:1 in mm; plotted at {scale}, texts and arrows are as on the sheet."


@frozen(slots=False)
class Layout:
    """What a request draws, on the smallest sheet that holds it.

    It is laid out when someone first asks for the scene or the sheet, and then kept: preview,
    check, size in words and writer share it.
    """

    request: ExportRequest

    @property
    def scene(self) -> Scene:
        """What is drawn; raises as :attr:`drawn`."""
        return self.drawn[0]

    @property
    def sheet(self) -> Sheet:
        """The paper around it; raises as :attr:`drawn`."""
        return self.drawn[1]

    @cached_property
    def drawn(self) -> tuple[Scene, Sheet]:
        """Scene and sheet.

        Raises
        ------
        A4sError
            The drawing is larger than the paper that is asked for.
        """
        scene = self._scene()
        return scene, sheet_around(scene)

    def _scene(self) -> Scene:
        return build_scene(self.request.spec, self.request.scale)


class FramedLayout(Layout):
    """The drawing on the request's paper, with frame, notes and title block."""

    @cached_property
    def drawn(self) -> tuple[Scene, Sheet]:
        """Scene and sheet; raises where the paper is too small."""
        request = self.request
        origin = SheetMetadata(request.date, request.labels)
        return framed(request.spec, request.scale, request.paper, origin)


class ModelLayout(Layout):
    """The drawing as a CAD program's model: without the grid, unless layers were chosen."""

    def _scene(self) -> Scene:
        scene = super()._scene()
        if self.request.spec.layers == DEFAULT_LAYERS:
            scene = scene.only(DEFAULT_LAYERS - {Layer.GRID})
        notes = [
            item for item in scene.items if isinstance(item, Text) and item.layer is Layer.NOTES
        ]
        lowest = max(notes, key=lambda note: note.y_mm, default=None)
        return scene if lowest is None else _with_scale_note(scene, lowest)


def _with_scale_note(scene: Scene, last: Text) -> Scene:
    """Add a line beneath the notes: the scale they name is the sheet's, not the model's."""
    line = replace(
        last,
        y_mm=scene.bounds.bottom_mm + 2.1 * last.height_mm / scene.scale,
        text=_MODEL_NOTE.format(scale=format_scale(scene.scale)),
    )
    bounds = bounding_box((scene.bounds, items_bounds([line], scene.scale)))
    return replace(scene, items=(*scene.items, line), bounds=bounds)


def request_for(
    spec: DrawingSpec,
    *,
    scale: float | None = None,
    dpi: float = DEFAULT_DPI,
    paper: Paper = Paper.FIT,
    background: Background = Background.NONE,
    labels: SheetLabels = UNLABELLED,
    related: tuple[Pair, ...] = (),
) -> ExportRequest:
    """Return the request of a drawing; without a scale, it is drawn as :func:`scale_on` says.

    Raises
    ------
    A4sError
        The land pattern cannot be on a board of the pair, or there is no such scale or dpi.
    """
    check_pair(spec.pattern, spec.pair)
    return ExportRequest(
        spec,
        scale_on(paper, spec, labels) if scale is None else scale,
        dpi,
        paper=paper,
        background=background,
        labels=labels,
        related=related,
    )


def scale_on(paper: Paper, spec: DrawingSpec, labels: SheetLabels = UNLABELLED) -> float:
    """Return the scale n:1 to draw at where none is asked for.

    It is the view's default scale or, where the paper is too small for that, the largest whole
    number below; the smallest scale of all where nothing fits.
    """
    if paper is Paper.FIT:
        return default_scale(spec.view)
    return largest_scale(spec, paper, default_scale(spec.view), labels) or SCALE_RANGE[0]
