"""What of a scene can be measured from: as far as it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a4s_gui.drawing.scene import Circle, Layer, Primitive, RectangleItem, Scene
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.geometry.shapes import Rectangle
from a4s_gui.geometry.snap import SnapTarget

_AREAS = (Layer.MASK, Layer.PASTE, Layer.COURTYARD, Layer.STIFFENER)


def snap_targets(scene: Scene) -> tuple[SnapTarget, ...]:
    """Return pads, bodies and areas that a scene shows, and the connectors' centres.

    Of the tape, its outline, the pockets, the connectors in them and the sprocket holes.
    """
    return tuple(_targets(scene))


def _targets(scene: Scene) -> Iterator[SnapTarget]:
    shown = {item.layer for item in scene.items}
    for placed in scene.placed:
        half = placed.footprint.half
        body = placed.footprint.body.moved(placed.x_mm, placed.y_mm)
        yield SnapTarget(Rectangle(placed.x_mm, placed.y_mm, 0, 0), f"the {half}", only_centre=True)
        if Layer.COPPER in shown:
            for pad, copper in placed.pads():
                yield SnapTarget(copper, f"{half} pad {pad.number}")
        if Layer.BODY in shown:
            yield SnapTarget(body, f"{half} body")
    for item in scene.items:
        if isinstance(item, RectangleItem) and item.layer in _AREAS:
            yield SnapTarget(item.rect, item.layer.words.item)
    if not scene.placed:
        yield from _tape_targets([item for item in scene.items if item.layer is Layer.BODY])


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
