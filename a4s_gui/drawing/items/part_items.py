"""The pieces that views of a footprint are put together from."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.scene import Align, Layer, Line, PlacedFootprint, Polygon, RectangleItem, Text
from a4s_gui.drawing.standards import (
    CENTRE_LINE_MM,
    CLEARANCE_MM,
    NUMBER_MM,
    OUTLINE_PEN_MM,
    TEXT_GAP_MM,
    THIN_PEN_MM,
)
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.geometry.footprint import Footprint, Pad, PadRole
from a4s_gui.geometry.shapes import Rectangle, bounding_box

COPPER_INK = {Half.SOCKET: ColorRole.SOCKET_COPPER, Half.HEADER: ColorRole.HEADER_COPPER}


def body_box(placed: PlacedFootprint, ink: ColorRole = ColorRole.BODY) -> RectangleItem:
    """Return the body's outline."""
    rect = placed.footprint.body.moved(placed.x_mm, placed.y_mm)
    half = placed.footprint.half
    return RectangleItem(Layer.BODY, rect, Style(ink, OUTLINE_PEN_MM), half=half)


def frame(footprint: Footprint, layers: frozenset[Layer]) -> Rectangle:
    """Return the box around a half with the areas that are shown; dimensions stand outside it."""
    rects = [footprint.bounds]
    if Layer.COURTYARD in layers:
        rects.append(footprint.courtyard)
    if Layer.STIFFENER in layers:
        rects.append(footprint.stiffener)
    return bounding_box(rects)


def area_boxes(placed: PlacedFootprint) -> Iterable[RectangleItem]:
    """Yield stiffener and courtyard."""
    footprint = placed.footprint
    for layer, ink, dash, rect in (
        (Layer.STIFFENER, ColorRole.STIFFENER, LineStyle.DASHED, footprint.stiffener),
        (Layer.COURTYARD, ColorRole.COURTYARD, LineStyle.SOLID, footprint.courtyard),
    ):
        moved = rect.moved(placed.x_mm, placed.y_mm)
        yield RectangleItem(layer, moved, Style(ink, THIN_PEN_MM, dash=dash), half=footprint.half)


def pad_boxes(
    placed: PlacedFootprint, layers: frozenset[Layer], *, opacity: float = 1.0
) -> Iterable[RectangleItem]:
    """Yield copper, mask and paste of every pad, as far as their layers are shown."""
    footprint = placed.footprint
    half = footprint.half
    ink = COPPER_INK[half]
    pads = [
        (pad, rect, identity)
        for (pad, rect), identity in zip(placed.pads(), placed.identities(), strict=True)
    ]
    if Layer.COPPER in layers:
        pads.sort(key=lambda entry: entry[0].number == "1")  # runs of one colour paint faster
        for pad, rect, identity in pads:
            colour = ColorRole.PIN_1 if pad.number == "1" else ink
            style = Style(colour, fill=opacity)
            yield RectangleItem(Layer.COPPER, rect, style, identity, half)
    if Layer.MASK in layers:
        for _, rect, _ in pads:
            opening = rect.grown(footprint.pattern.common.mask_margin_mm)
            style = Style(ColorRole.MASK, THIN_PEN_MM)
            yield RectangleItem(Layer.MASK, opening, style, half=half)
    if Layer.PASTE in layers:
        for pad, rect, _ in pads:
            opening = footprint.paste_opening(pad).moved(rect.x_mm - pad.x_mm, rect.y_mm - pad.y_mm)
            style = Style(ColorRole.PASTE, fill=0.75)
            yield RectangleItem(Layer.PASTE, opening, style, half=half)


def centre_lines(placed: PlacedFootprint, scale: float, *, outside: bool = True) -> Iterable[Line]:
    """Yield the centre line along the rows, and marks of the other one between them.

    With ``outside``, it is marked above and below the part too.
    """
    bounds = placed.footprint.bounds.moved(placed.x_mm, placed.y_mm)
    beyond = CENTRE_LINE_MM / scale
    style = Style(ColorRole.CENTRE_LINE, THIN_PEN_MM, dash=LineStyle.CHAIN)
    solid = Style(ColorRole.CENTRE_LINE, THIN_PEN_MM)
    x, y = bounds.x_mm, bounds.y_mm
    left, right = bounds.left_mm - beyond, bounds.right_mm + beyond
    yield Line(Layer.CENTRE_LINES, left, y, right, y, style)
    mark = min(CENTRE_LINE_MM / scale, max(0.0, _number_room_mm(placed.footprint, scale) / scale))
    marks = [(y - mark, y + mark)]
    if outside:
        marks.append((bounds.top_mm - beyond, bounds.top_mm))
        marks.append((bounds.bottom_mm, bounds.bottom_mm + beyond))
    for top, bottom in marks:
        yield Line(Layer.CENTRE_LINES, x, top, x, bottom, solid)


def pin_numbers(placed: PlacedFootprint, scale: float) -> Iterable[Text]:
    """Yield the pin numbers, inside the body beside their pads; none where rows are too near."""
    if _number_room_mm(placed.footprint, scale) < 0:
        return
    half = placed.footprint.half
    for pad, rect in labelled_contacts(placed, scale):
        ink = ColorRole.PIN_1 if pad.number == "1" else ColorRole.NUMBER
        clear = rect.grown(placed.footprint.pattern.common.mask_margin_mm)
        above = rect.y_mm > placed.y_mm
        yield number_beside(clear, pad.number, scale, above=above, ink=ink, half=half)


def labelled_contacts(placed: PlacedFootprint, scale: float) -> list[tuple[Pad, Rectangle]]:
    """Return the contacts whose numbers fit beside one another at a scale of n:1.

    All, or every second, fifth or tenth column; the first and the last column always.
    """
    contacts = [(pad, rect) for pad, rect in placed.pads() if pad.role is PadRole.CONTACT]
    last = len(contacts) // 2 - 1
    pitch_mm = placed.footprint.connector.series.pitch_mm
    widest = text_width_mm("0" * len(str(len(contacts))), NUMBER_MM) + 2 * CLEARANCE_MM
    step = next((n for n in (1, 2, 5, 10) if n * pitch_mm * scale >= widest), last)
    first_mm = min(rect.x_mm for _, rect in contacts)

    def is_labelled(column: int) -> bool:
        return column == last or (column % step == 0 and last - column >= step)

    return [
        (pad, rect)
        for pad, rect in contacts
        if is_labelled(round((rect.x_mm - first_mm) / pitch_mm))
    ]


def number_beside(
    rect: Rectangle, number: str, scale: float, *, above: bool, ink: ColorRole, half: Half
) -> Text:
    """Return a number above or below a pad of a half."""
    if above:
        base = rect.top_mm - TEXT_GAP_MM / scale
    else:
        base = rect.bottom_mm + (TEXT_GAP_MM + NUMBER_MM) / scale
    return Text(Layer.NUMBERS, rect.x_mm, base, number, NUMBER_MM, Align.CENTRE, ink=ink, half=half)


def _number_room_mm(footprint: Footprint, scale: float) -> float:
    """Return the paper left between a row's numbers and the centre line; negative if none is."""
    figures = footprint.figures
    inner_mm = (figures.contact_rows_mm - figures.contact_height_mm) / 2
    inner_mm -= footprint.pattern.common.mask_margin_mm
    return inner_mm * scale - TEXT_GAP_MM - NUMBER_MM - CLEARANCE_MM


def pin_1_mark(placed: PlacedFootprint, scale: float) -> Polygon:
    """Return the triangle that points at pad 1 from the side, outside the row."""
    pad, rect = next((pad, rect) for pad, rect in placed.pads() if pad.number == "1")
    size = min(2.0 / scale, _gap_beside(placed.footprint, pad) * 0.7)
    side = -1 if rect.x_mm <= placed.x_mm else 1
    tip = rect.x_mm + side * (rect.width_mm / 2 + 0.15 * size)
    back = tip + side * size
    y = rect.y_mm
    points = ((tip, y), (back, y - size / 2), (back, y + size / 2))
    style = Style(ColorRole.PIN_1, fill=1.0)
    return Polygon(Layer.NUMBERS, points, style, placed.footprint.half)


def _gap_beside(footprint: Footprint, pad: Pad) -> float:
    """Return the free distance between the outermost contact and the terminal beside it, in mm."""
    inner = min(abs(terminal.x_mm) - terminal.width_mm / 2 for terminal in footprint.terminals)
    return max(0.1, inner - abs(pad.x_mm) - pad.width_mm / 2)
