"""What of a scene can be measured from: as far as it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a4s_gui.drawing.scene import (
    Break,
    Circle,
    Layer,
    Line,
    PlacedFootprint,
    Polygon,
    Primitive,
    RectangleItem,
    Scene,
)
from a4s_gui.drawing.standards import METAL_FILL
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.geometry.body import body
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.geometry.snap import Place, SnapTarget

_SURFACE = "board's surface"
_AREAS = (Layer.MASK, Layer.PASTE, Layer.COURTYARD, Layer.STIFFENER)


def snap_targets(scene: Scene) -> tuple[SnapTarget, ...]:
    """Return pads, housings, leads and areas that a scene shows, and the connectors' centres.

    Of the sections, housings, leads and the boards' surfaces; of the tape, its outline, the
    pockets, the connectors in them and the sprocket holes.
    """
    return tuple(_targets(scene))


def _targets(scene: Scene) -> Iterator[SnapTarget]:
    shown = {item.layer for item in scene.items}
    for placed in scene.placed:
        half = placed.footprint.half
        yield SnapTarget(Rectangle(placed.x_mm, placed.y_mm, 0, 0), f"the {half}", only_centre=True)
        if Layer.COPPER in shown:
            for pad, copper in placed.pads():
                yield SnapTarget(copper, f"{half} pad {pad.number}")
        if Layer.BODY in shown:
            yield from _body_targets(placed)
    for item in scene.items:
        if isinstance(item, RectangleItem) and item.layer in _AREAS:
            yield SnapTarget(item.rect, item.layer.words.item)
    if not scene.placed:
        drawn = [item for item in scene.items if item.layer is Layer.BODY]
        yield from _section_targets(drawn, scene.breaks)
        yield from _tape_targets(drawn)


def _body_targets(placed: PlacedFootprint) -> Iterator[SnapTarget]:
    """Yield the housing, each lead on the board, and each terminal's metal on it."""
    half, part = placed.footprint.half, body(placed.footprint.connector)
    for lead in part.leads:
        yield SnapTarget(placed.place(lead.foot), f"{half} lead")
    for terminal in part.terminals:
        yield SnapTarget(placed.place(terminal.tab), f"{half} terminal's metal")
    yield _outline_target([placed.point(x, y) for x, y in part.mould], f"{half} housing")


def _section_targets(items: Sequence[Primitive], breaks: Sequence[Break]) -> Iterator[SnapTarget]:
    """Yield the cut housings and leads, then the boards' surfaces, whose strokes do not count.

    What is filled without an outline of its own goes on beyond a break, and so does a surface that
    ends at one.
    """
    for item in items:
        if isinstance(item, Polygon) and item.half is not None:
            what = "lead" if item.style.fill == METAL_FILL else "housing"
            name = f"{item.half} {what}, cut"
            yield _outline_target(item.points_mm, name, broken=not item.style.pen_mm)
    at_breaks = {x_mm for one in breaks for x_mm in (one.left_mm, one.right_mm)}
    for item in items:
        if isinstance(item, Line) and item.half is None and item.y1_mm == item.y2_mm:
            ends = ((item.x1_mm, item.y1_mm), (item.x2_mm, item.y1_mm))
            if at_breaks & {item.x1_mm, item.x2_mm}:
                yield _outline_target(ends, _SURFACE, broken=True)
            else:
                yield SnapTarget(Rectangle.from_edges(*ends[0], *ends[1]), _SURFACE)


def _outline_target(points: Sequence[Place], name: str, *, broken: bool = False) -> SnapTarget:
    xs, ys = zip(*points, strict=True)
    box = Rectangle.from_edges(min(xs), min(ys), max(xs), max(ys))
    return SnapTarget(box, name, outline=tuple(points), broken=broken)


def _tape_targets(items: Sequence[Primitive]) -> Iterator[SnapTarget]:
    """Yield the connectors before the pockets around them, whose centre they share."""
    boxes = [item for item in items if isinstance(item, RectangleItem)]
    for box in sorted(boxes, key=lambda box: box.style.ink is not ColorRole.BODY):
        yield SnapTarget(box.rect, _tape_name(box.style))
    for item in items:
        if isinstance(item, Circle):
            side_mm = 2 * item.radius_mm
            yield SnapTarget(
                Rectangle(item.x_mm, item.y_mm, side_mm, side_mm), "sprocket hole", hole=True
            )


def _tape_name(style: Style) -> str:
    if style.ink is ColorRole.BODY:
        return "connector"
    return "tape or reel" if style.dash is LineStyle.SOLID else "schematic outline"
