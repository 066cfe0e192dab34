"""The pieces that views of a footprint are put together from."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from a4s_gui.drawing.bounds import shape_edges
from a4s_gui.drawing.items.grid import left_of
from a4s_gui.drawing.items.pad_labels import inner_edge_mm, numbers_room_mm, pad_ink
from a4s_gui.drawing.scene import Layer, Line, PlacedFootprint, Polygon, RectangleItem, Text
from a4s_gui.drawing.standards import CENTRE_LINE_MM, CLEARANCE_MM, OUTLINE_PEN_MM, THIN_PEN_MM
from a4s_gui.drawing.style import ColorRole, LineStyle, Style
from a4s_gui.geometry.body import body
from a4s_gui.geometry.footprint import Footprint
from a4s_gui.geometry.shapes import Rectangle, bounding_box

_CENTRE = Style(ColorRole.CENTRE_LINE, THIN_PEN_MM)
_MASK = Style(ColorRole.MASK, THIN_PEN_MM)
_PASTE = Style(ColorRole.PASTE, fill=0.75)


def body_items(
    placed: PlacedFootprint, ink: ColorRole = ColorRole.BODY, dash: LineStyle = LineStyle.SOLID
) -> Iterable[Polygon | RectangleItem | Line]:
    """Yield the body: the mould with its end blocks, each lead's foot, the terminals' metal."""
    half = placed.footprint.half
    part = body(placed.footprint.connector)
    thin = Style(ink, THIN_PEN_MM, dash=dash)
    mould = tuple(placed.point(x, y) for x, y in part.mould)
    yield Polygon(Layer.BODY, mould, Style(ink, OUTLINE_PEN_MM, dash=dash), half)
    feet = [lead.foot for lead in part.leads] + [terminal.tab for terminal in part.terminals]
    for foot in feet:
        yield RectangleItem(Layer.BODY, placed.place(foot), thin, half=half)
    for terminal in part.terminals:
        # How far the metal reaches is known along the rows only: shown where it leaves the mould.
        inner = terminal.tab.top_mm if terminal.tab.y_mm > 0 else terminal.tab.bottom_mm
        start = placed.point(terminal.metal_from_mm, inner)
        end = placed.point(terminal.metal_to_mm, inner)
        yield Line(Layer.BODY, *start, *end, thin, half)


def terminal_centre_lines(placed: PlacedFootprint, scale: float) -> Iterable[Line]:
    """Yield a mark through the middle of each terminal's metal: C is measured between them."""
    for terminal in body(placed.footprint.connector).terminals:
        tab, beyond = placed.place(terminal.tab), CENTRE_LINE_MM / scale
        top, bottom = tab.top_mm - beyond, tab.bottom_mm + beyond
        yield Line(Layer.CENTRE_LINES, tab.x_mm, top, tab.x_mm, bottom, _CENTRE)


def frame(footprint: Footprint, layers: frozenset[Layer]) -> Rectangle:
    """Return the box around a half with the areas that are shown; dimensions stand outside it."""
    rects = [footprint.bounds]
    if Layer.COURTYARD in layers:
        rects.append(footprint.courtyard)
    if Layer.STIFFENER in layers:
        rects.append(footprint.stiffener)
    return bounding_box(rects) if len(rects) > 1 else footprint.bounds


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
    pads = [(*pad, which) for pad, which in zip(placed.pads(), placed.identities(), strict=True)]
    if Layer.COPPER in layers:
        pads.sort(key=lambda entry: entry[0].number == "1")  # runs of one colour paint faster
        first, others = (Style(pad_ink(half, number), fill=opacity) for number in ("1", ""))
        for pad, rect, identity in pads:
            style = first if pad.number == "1" else others
            yield RectangleItem(Layer.COPPER, rect, style, identity, half)
    if Layer.MASK in layers:
        for _, rect, _ in pads:
            opening = rect.grown(footprint.pattern.common.mask_margin_mm)
            yield RectangleItem(Layer.MASK, opening, _MASK, half=half)
    if Layer.PASTE in layers:
        for pad, rect, _ in pads:
            opening = footprint.paste_opening(pad).moved(rect.x_mm - pad.x_mm, rect.y_mm - pad.y_mm)
            yield RectangleItem(Layer.PASTE, opening, _PASTE, half=half)


def centre_lines(
    placed: PlacedFootprint,
    scale: float,
    number_mm: float,
    *,
    clear_mm: float = inf,
    outside: bool = True,
    numbers: Iterable[Text] = (),
) -> Iterable[Line]:
    """Yield the centre line along the rows, and marks of the other one between them.

    With ``outside``, it is marked above and below the part too. It stays clear of the numbers, so
    high, between rows that begin ``clear_mm`` off the long axis, or nearer. The line along the rows
    is interrupted by ``numbers`` that stand on it.
    """
    bounds = placed.footprint.bounds.moved(placed.x_mm, placed.y_mm)
    beyond = CENTRE_LINE_MM / scale
    style = Style(ColorRole.CENTRE_LINE, THIN_PEN_MM, dash=LineStyle.CHAIN)
    x, y = bounds.x_mm, bounds.y_mm
    left, right = bounds.left_mm - beyond, bounds.right_mm + beyond
    for low, high in left_of((left, right), _over(y, numbers, scale)):
        yield Line(Layer.CENTRE_LINES, low, y, high, y, style)
    clear_mm = min(clear_mm, inner_edge_mm(placed.footprint))
    room = clear_mm - numbers_room_mm(number_mm) / scale
    mark = min(beyond, max(0.0, room))
    marks = [(y - mark, y + mark)] if mark else []
    if outside:
        marks.append((bounds.top_mm - beyond, bounds.top_mm))
        marks.append((bounds.bottom_mm, bounds.bottom_mm + beyond))
    for top, bottom in marks:
        yield Line(Layer.CENTRE_LINES, x, top, x, bottom, _CENTRE)


def _over(y_mm: float, texts: Iterable[Text], scale: float) -> list[tuple[float, float]]:
    """Return from where to where texts stand on a level line."""
    clear = CLEARANCE_MM / scale
    boxes = (shape_edges(text, scale) for text in texts)
    return [
        (left - clear, right + clear)
        for left, top, right, bottom in boxes
        if top - clear < y_mm < bottom + clear
    ]
