"""The mated view: both halves on top of each other, the far one mirrored as it really lies."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.items.assemble import assemble_scene
from a4s_gui.drawing.items.dimensioning import Dimensioner, DimensionSpec
from a4s_gui.drawing.items.notes import notes
from a4s_gui.drawing.items.part_items import (
    COPPER_INK,
    area_boxes,
    body_box,
    centre_lines,
    frame,
    labelled_contacts,
    number_beside,
    pad_boxes,
)
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import Align, Layer, PlacedFootprint, Primitive, Scene, Text
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import (
    CAPTION_MM,
    CLEARANCE_MM,
    FIRST_ROW_MM,
    NOTE_MM,
    NUMBER_MM,
    ROW_MM,
    TEXT_GAP_MM,
    TEXT_MM,
)
from a4s_gui.drawing.style import ColorRole
from a4s_gui.geometry.footprint import footprints
from a4s_gui.geometry.mating import MatedPads, pad_map
from a4s_gui.geometry.shapes import Rectangle, bounding_box

_HEADER_OPACITY = 0.6
_NUMBERS_ROOM_MM = TEXT_GAP_MM + NUMBER_MM + CLEARANCE_MM


def mated_scene(spec: DrawingSpec, scale: float, layout_scale: float) -> Scene:  # noqa: ARG001
    """Return the mated pair, seen from above the board of ``spec.seen_from``.

    The origin is the common centre. Outside the rows stand the numbers of the half whose board one
    looks at, inside those of its mate, each in the colour of its half.
    """
    socket, header = footprints(spec.pair, spec.pattern, spec.numbering)
    from_socket = spec.seen_from is Half.SOCKET
    under = spec.placed(socket, mirrored=not from_socket)
    over = spec.placed(header, mirrored=from_socket)
    near, far = (under, over) if from_socket else (over, under)
    dimensioner = Dimensioner(
        scale, solid=(rect for placed in (under, over) for _, rect in placed.pads())
    )
    if Layer.DIMENSIONS in spec.layers:
        for wanted in _dimension_specs(under, over, spec.layers, scale):
            dimensioner.add(wanted)
    items: list[Primitive] = [
        *area_boxes(under),
        *area_boxes(over),
        *pad_boxes(under, spec.layers),
        *pad_boxes(over, spec.layers, opacity=_HEADER_OPACITY),
        body_box(under),
        body_box(over, ColorRole.HEADER_BODY),
        *centre_lines(under, scale, outside=False),
        *_numbers(near, far, spec.layers, scale),
        *dimensioner.placed,
        *_caption(spec, under, over, scale),
    ]
    items = [item for item in items if item.layer in spec.layers]
    texts = [
        pad_map_note(pad_map(socket, header)),
        *notes(spec, tuple(Half), dimensioner.left_out),
    ]
    title = f"{spec.pair.id}, mated, seen from above the {spec.seen_from}'s board"
    return assemble_scene(
        spec, items, texts, scale=scale, empty=socket.bounds, title=title, placed=(under, over)
    )


def pad_map_note(meetings: Iterable[MatedPads]) -> str:
    """Return which pads meet, in one paragraph."""
    found = list(meetings)
    if all(meeting.agrees for meeting in found):
        return f"Pad map: n meets n, for all {len(found)} contacts."
    pairs = ", ".join(f"{m.socket.number}-{m.header.number}" for m in found)
    return f"Pad map, socket-header, NOT n on n: {pairs}."


def _clear(near: PlacedFootprint, far: PlacedFootprint) -> tuple[float, float]:
    """Return the y beyond and between all contacts' mask openings, from the long axis, in mm."""
    figures = [placed.footprint.figures for placed in (near, far)]
    margin = near.footprint.pattern.common.mask_margin_mm
    outer = max((f.contact_rows_mm + f.contact_height_mm) / 2 for f in figures) + margin
    inner = min((f.contact_rows_mm - f.contact_height_mm) / 2 for f in figures) - margin
    return outer, inner


def _numbers(
    near: PlacedFootprint, far: PlacedFootprint, layers: frozenset[Layer], scale: float
) -> Iterable[Text]:
    outer, inner = _clear(near, far)
    areas = [
        box.rect.bottom_mm for p in (near, far) for box in area_boxes(p) if box.layer in layers
    ]
    room_outside = min((edge - outer for edge in areas), default=inf)
    if not _clears_bodies(near, far, scale):
        room_outside = 0.0
    for placed, outside in ((near, True), (far, False)):
        if (room_outside if outside else inner) * scale < _NUMBERS_ROOM_MM:
            continue
        half = placed.footprint.half
        ink = COPPER_INK[half]
        reach = outer if outside else inner
        for pad, rect in labelled_contacts(placed, scale):
            upper = rect.y_mm < 0
            edge = Rectangle(rect.x_mm, -reach if upper else reach, 0.0, 0.0)
            above = upper is outside
            yield number_beside(edge, pad.number, scale, above=above, ink=ink, half=half)


def _clears_bodies(near: PlacedFootprint, far: PlacedFootprint, scale: float) -> bool:
    """Return whether the outermost number is clear of the extension lines of the ends."""
    connector = near.footprint.connector
    ends = min(placed.footprint.body.right_mm for placed in (near, far))
    half_mm = text_width_mm(str(connector.pins), NUMBER_MM) / 2 + CLEARANCE_MM
    return (ends - connector.dimensions_mm.B / 2) * scale >= half_mm


def _dimension_specs(
    socket: PlacedFootprint, header: PlacedFootprint, layers: frozenset[Layer], scale: float
) -> Iterable[DimensionSpec]:
    around = _frame(socket, header, layers)
    unit = 1 / scale
    clear = _clear(socket, header)[0] + _NUMBERS_ROOM_MM * unit
    above = max(-around.top_mm, clear)
    for row, (placed, name) in enumerate(((header, "header A"), (socket, "socket A"))):
        line = -above - (FIRST_ROW_MM + row * ROW_MM) * unit
        body = placed.footprint.body
        yield DimensionSpec(body.left_mm, body.right_mm, body.top_mm, line, prefix=name)
        line = around.right_mm + (FIRST_ROW_MM + row * ROW_MM) * unit
        yield DimensionSpec(
            body.top_mm, body.bottom_mm, body.right_mm, line, vertical=True, outside=-1
        )
    span = socket.footprint.connector.dimensions_mm.B / 2
    line = max(around.bottom_mm, clear) + FIRST_ROW_MM * unit
    yield DimensionSpec(-span, span, clear, line, prefix="B")


def _frame(socket: PlacedFootprint, header: PlacedFootprint, layers: frozenset[Layer]) -> Rectangle:
    return bounding_box(frame(placed.footprint, layers) for placed in (socket, header))


def _caption(
    spec: DrawingSpec, socket: PlacedFootprint, header: PlacedFootprint, scale: float
) -> Iterable[Text]:
    around = _frame(socket, header, spec.layers)
    unit = 1 / scale
    above = max(-around.top_mm, _clear(socket, header)[0] + _NUMBERS_ROOM_MM * unit)
    y = -above - (FIRST_ROW_MM + ROW_MM + TEXT_GAP_MM + TEXT_MM + 2.0) * unit
    left = socket.footprint.body.left_mm
    far = Half.HEADER if spec.seen_from is Half.SOCKET else Half.SOCKET
    pair = spec.pair
    title = f"{pair.numbers} mated"
    detail = (
        f"seen from above the {spec.seen_from}'s board, {far} mirrored; "
        f"outer numbers {spec.seen_from}, inner numbers {far}"
    )
    yield Text(Layer.NOTES, left, y, detail, NOTE_MM, Align.LEFT, ink=ColorRole.DIMENSION)
    yield Text(Layer.NOTES, left, y - 3.6 * unit, title, CAPTION_MM, Align.LEFT)
