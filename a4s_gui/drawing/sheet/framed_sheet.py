"""A drawing on a framed sheet with notes and title block, on A4, A3 or paper that fits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.notes import format_scale, notes_block
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import Primitive, Scene
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.scales import largest_whole
from a4s_gui.drawing.sheet.sheet import Sheet
from a4s_gui.drawing.sheet.title_block import (
    HEIGHT_MM,
    UNLABELLED,
    WIDTH_MM,
    SheetLabels,
    SheetMetadata,
    title_block,
)
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.standards import OUTLINE_PEN_MM
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen, replace

_FITTING_MARGIN_MM, _MARGIN_MM = 5.0, 10.0
"""Between the paper's edge and the frame, of a sheet that fits and of one to be printed."""
_CLEAR_MM = 6.0
"""Between the frame and the drawing, at least."""
_GAP_MM = 4.0
"""Around the notes."""
_BAR_DROP_MM = 2.5
"""From the notes' upper edge to the scale bar."""
_LEAST_NOTES_MM = 55.0
"""Where the notes have less room than this beside the title block, they stand above it."""
_FRAME = Style(ColorRole.TEXT, OUTLINE_PEN_MM)


class DoesNotFitError(A4sError):
    """A drawing is larger than the paper."""


def framed(
    spec: DrawingSpec, scale: float, paper: Paper, origin: SheetMetadata
) -> tuple[Scene, Sheet]:
    """Return a drawing with frame, notes and title block, and the sheet it fills.

    Paper of a fixed size is taken upright or lengthwise, as suits the drawing.

    Raises
    ------
    DoesNotFitError
        The paper is too small; the message says which scale and which paper would do.
    """
    block_mm = HEIGHT_MM + origin.labels.height_mm
    page = _page(spec, scale, paper, block_mm)
    if page is None:
        raise DoesNotFitError(_too_large(spec, scale, paper, origin.labels))
    return page.filled(spec, origin)


@frozen
class _Page:
    """A drawing on one paper; lengths are mm of paper."""

    scene: Scene
    paper: Paper
    width_mm: float
    height_mm: float
    notes_width_mm: float
    notes_height_mm: float
    block_mm: float
    """Height of the title block."""
    margin_mm: float
    """Between the paper's edge and the frame."""

    @classmethod
    def of(
        cls, scene: Scene, paper: Paper, size_mm: tuple[float, float] | None, block_mm: float
    ) -> _Page:
        """Lay out a page of a size, or the smallest that holds the drawing."""
        margin = _FITTING_MARGIN_MM if paper is Paper.FIT else _MARGIN_MM
        drawing = scene.bounds.width_mm * scene.scale, scene.bounds.height_mm * scene.scale
        inner = max(drawing[0] + 2 * _CLEAR_MM, WIDTH_MM)
        if size_mm is not None:
            inner = size_mm[0] - 2 * margin
        beside = inner - WIDTH_MM - 2 * _GAP_MM
        notes_width = beside if beside >= _LEAST_NOTES_MM else inner - 2 * _GAP_MM
        corner = PaperCorner(0.0, 0.0, scene.scale)
        notes = list(_notes(scene, corner, notes_width))
        notes_height = items_bounds(notes, scene.scale).bottom_mm * scene.scale if notes else 0.0
        width = inner + 2 * margin
        page = cls(scene, paper, width, 0.0, notes_width, notes_height, block_mm, margin)
        height = page.strip_mm + drawing[1] + 2 * (_CLEAR_MM + margin)
        return replace(page, height_mm=height if size_mm is None else size_mm[1])

    @property
    def notes_are_beside(self) -> bool:
        """Whether the notes stand left of the title block, not above it."""
        inner = self.width_mm - 2 * self.margin_mm
        return self.notes_width_mm <= inner - WIDTH_MM - _GAP_MM

    @property
    def strip_mm(self) -> float:
        """Height of notes and title block together, at the foot of the frame."""
        if not self.notes_height_mm:
            return self.block_mm
        notes = self.notes_height_mm + 2 * _GAP_MM
        return max(notes, self.block_mm) if self.notes_are_beside else notes + self.block_mm

    @property
    def holds_the_drawing(self) -> bool:
        around = 2 * (self.margin_mm + _CLEAR_MM)
        width, height = self.width_mm - around, self.height_mm - around - self.strip_mm
        bounds, scale = self.scene.bounds, self.scene.scale
        return bounds.width_mm * scale <= width and bounds.height_mm * scale <= height

    def filled(self, spec: DrawingSpec, origin: SheetMetadata) -> tuple[Scene, Sheet]:
        """Return the drawing in the middle of the free room, with all that is around it."""
        scene, margin = self.scene, self.margin_mm
        bottom = self.height_mm - margin
        middle = self.width_mm / 2, (margin + bottom - self.strip_mm) / 2
        corner = PaperCorner(scene.bounds.x_mm, scene.bounds.y_mm, scene.scale)
        corner = corner.at(-middle[0], -middle[1])
        frame = corner.at(margin, margin).box(
            self.width_mm - 2 * margin, self.height_mm - 2 * margin, _FRAME
        )
        name = str(self.paper)
        if self.paper is Paper.FIT:
            name = f"{self.width_mm:.0f} × {self.height_mm:.0f} mm"
        block = corner.at(self.width_mm - margin - WIDTH_MM, bottom - self.block_mm)
        notes = corner.at(margin + _GAP_MM, bottom - self.strip_mm + _GAP_MM)
        items = (
            *scene.items,
            frame,
            *_notes(scene, notes, self.notes_width_mm),
            *title_block(spec, name, origin, block),
        )
        sheet = Sheet(self.width_mm, self.height_mm, corner.left_mm, corner.top_mm, scene.scale)
        return replace(scene, items=items, bounds=frame.rect), sheet


@lru_cache(maxsize=16)  # the search for a scale and the sheet itself meet the same pages
def _page(spec: DrawingSpec, scale: float, paper: Paper, block_mm: float) -> _Page | None:
    """Lay a drawing out on a paper; return ``None`` where it is too large for it.

    On paper of a fixed size the halves of a pair stand side by side where they fit only so.
    """
    spec = replace(spec, with_title_block=True)
    if paper.size_mm is None:
        return _Page.of(build_scene(spec, scale), paper, None, block_mm)
    for side_by_side in (False, True) if spec.view is View.PAIR else (False,):
        scene = build_scene(replace(spec, side_by_side=side_by_side), scale)
        long, short = paper.size_mm
        sizes = [(long, short), (short, long)]
        if scene.bounds.height_mm > scene.bounds.width_mm:
            sizes.reverse()
        for page in (_Page.of(scene, paper, size, block_mm) for size in sizes):
            if page.holds_the_drawing:
                return page
    return None


def _notes(scene: Scene, corner: PaperCorner, width_mm: float) -> Iterator[Primitive]:
    """Yield scale bar, legend and notes from their upper left corner."""
    if scene.notes:
        bar = corner.at(0.0, _BAR_DROP_MM)
        yield from notes_block(scene.notes, list(scene.items), bar, width_mm)


def largest_scale(
    spec: DrawingSpec, paper: Paper, limit: float, labels: SheetLabels = UNLABELLED
) -> float | None:
    """Return the largest scale n:1 at which a drawing fits, if any: the limit, or a whole n."""
    block_mm = HEIGHT_MM + labels.height_mm
    if _page(spec, limit, paper, block_mm):
        return limit
    fits = largest_whole(limit, lambda scale: _page(spec, scale, paper, block_mm) is not None)
    return fits or None


def _too_large(spec: DrawingSpec, scale: float, paper: Paper, labels: SheetLabels) -> str:
    """Say that a drawing does not fit, and what would."""
    block_mm = HEIGHT_MM + labels.height_mm
    smaller = largest_scale(spec, paper, scale, labels)
    instead = [f"a scale of at most {smaller:g}"] if smaller else []
    larger = dict.fromkeys((paper.larger, Paper.FIT))
    instead.append(f"{next(p for p in larger if _page(spec, scale, p, block_mm))} paper")
    return (
        f"{spec.pair.id}: the {spec.view} view at {format_scale(scale)} is too large for "
        f"{paper}; choose {' or '.join(instead)}"
    )
