"""One figure of the land pattern lit up over the drawing: where it is measured, and its length."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.drawing.items.over_labels import OverLabels
from a4s_gui.drawing.scene import Layer, Line, PlacedFootprint, Primitive, RectangleItem
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.frozen import frozen
from a4s_gui.geometry.body_figures import metal
from a4s_gui.geometry.footprint import Footprint, PadRole
from a4s_gui.geometry.land_pattern.evidence import figure_label
from a4s_gui.geometry.shapes import Rectangle

_LAYER = Layer.DIMENSIONS
_LINE = Style(ColorRole.MEASURE, 0.5)
_GROUND = Style(ColorRole.LABEL, 1.1)
"""Beneath the line: on copper it would not stand out."""
_AREA = Style(ColorRole.MEASURE, 0.4)
_END_MM = 1.2
"""Half the bar at each end of a length, on paper."""


@frozen
class _Length:
    """A length between two places in the half's own top view, in mm, along x or y."""

    x1_mm: float
    y1_mm: float
    x2_mm: float
    y2_mm: float
    text: str = ""


def lit_items(
    placed: Iterable[PlacedFootprint], figure: str, labels: OverLabels
) -> list[Primitive]:
    """Return what lights up a figure in a drawing; ``labels`` places its length.

    The figure is named as in a land pattern or in another way of typing it. Where no half that has
    it is drawn, as in sections and tapes, which show no land pattern, a label in the corner says
    so. The stencil's thickness has no place in any view: nothing is lit for it.
    """
    part, _, field = figure.partition(".")
    items: list[Primitive] = []
    for one in placed:
        half = one.footprint.half
        if part in (half, "common"):
            items += [RectangleItem(_LAYER, one.place(r), _AREA) for r in _areas(one, field)]
            for length in _lengths(one.footprint, field):
                items += _length_items(one, length, labels)
    if items or not figure or field == "paste_thickness_um":
        return items
    return list(labels.in_corner(f"{capitalize_first(figure_label(figure))}: not in this view"))


def _areas(placed: PlacedFootprint, field: str) -> Iterator[Rectangle]:
    """Yield the areas that a figure makes: openings, courtyard, stiffener."""
    half = placed.footprint
    if field == "mask_margin_mm":
        yield from (half.mask_opening(pad) for pad in half.pads)
    elif field == "courtyard_margin_mm":
        yield half.courtyard
    elif field == "stiffener_margin_mm":
        yield half.stiffener
    elif field.endswith("_paste_ratio"):
        role = PadRole(field.removesuffix("_paste_ratio"))
        yield from (half.paste_opening(pad) for pad in half.pads if pad.role is role)


def _lengths(half: Footprint, field: str) -> Iterator[_Length]:
    common = half.pattern.common
    if field == "courtyard_margin_mm":
        yield _beside(half.bounds, half.courtyard, common.courtyard_margin_mm)
    elif field == "stiffener_margin_mm":
        yield _beside(half.pad_bounds, half.stiffener, common.stiffener_margin_mm)
    elif field in ("terminal_reference", "terminal_offset_mm"):
        yield _span(half)
    else:
        role, _, what = field.removesuffix("_mm").partition("_")
        if what in _MEASURED:
            yield _MEASURED[what](_Place(half, PadRole(role)))


class _Place:
    """The pad that a figure is shown at: the outermost at the right, in the upper row.

    At the left a panel may lie over the drawing in which the figure is typed.
    """

    def __init__(self, half: Footprint, role: PadRole) -> None:
        pads = [pad for pad in half.pads if pad.role is role]
        self.pad = min(pads, key=lambda pad: (pad.y_mm, -pad.x_mm))
        self.rect = self.pad.rect
        self.metal = metal(half.half, role)
        # The terminals' metal stands at C, which the pads' centres need not.
        c_mm = half.connector.dimensions_mm.C
        middle_mm = self.pad.x_mm if role is PadRole.CONTACT else c_mm / 2
        self.metal_left_mm = middle_mm - self.metal.width_mm / 2
        self.metal_right_mm = middle_mm + self.metal.width_mm / 2

    def across(self, y1_mm: float, y2_mm: float) -> _Length:
        """Return a length across the rows, through the pad's middle."""
        return _Length(self.pad.x_mm, y1_mm, self.pad.x_mm, y2_mm)

    def along(self, x1_mm: float, x2_mm: float) -> _Length:
        """Return a length along the rows, through the pad's middle."""
        return _Length(x1_mm, self.pad.y_mm, x2_mm, self.pad.y_mm)


_MEASURED: dict[str, Callable[[_Place], _Length]] = {
    "width": lambda at: at.along(at.rect.left_mm, at.rect.right_mm),
    "height": lambda at: at.across(at.rect.top_mm, at.rect.bottom_mm),
    "rows": lambda at: at.across(at.pad.y_mm, -at.pad.y_mm),
    "inner": lambda at: at.across(at.rect.bottom_mm, -at.rect.bottom_mm),
    "outer": lambda at: at.across(at.rect.top_mm, -at.rect.top_mm),
    "toe": lambda at: at.across(at.rect.top_mm, -at.metal.to_mm),
    "heel": lambda at: at.across(-at.metal.from_mm, at.rect.bottom_mm),
    "side": lambda at: at.along(at.metal_right_mm, at.rect.right_mm),
    "outwards": lambda at: at.along(at.metal_right_mm, at.rect.right_mm),
    "inwards": lambda at: at.along(at.rect.left_mm, at.metal_left_mm),
}
"""What is measured of a pad in the upper row at the right end: outwards is to the right."""


def _span(half: Footprint) -> _Length:
    """Return the distance of the terminals' centres along the rows, with how it is made."""
    figures = half.figures
    x_mm = figures.terminal_span_mm(half.connector.dimensions_mm) / 2
    y_mm = -figures.terminal_rows_mm / 2
    offset = f"{figures.terminal_offset_mm:+.2f}".replace("-", "−")
    made = f"{figures.terminal_reference} {offset} = {2 * x_mm:.2f}"
    return _Length(-x_mm, y_mm, x_mm, y_mm, made)


def _beside(inside: Rectangle, outside: Rectangle, margin_mm: float) -> _Length:
    """Return a margin above the part, beside its middle, where the texts of dimensions stand."""
    x_mm = inside.width_mm / 4
    return _Length(x_mm, outside.top_mm, x_mm, inside.top_mm, f"{margin_mm:.2f}")


def _length_items(
    placed: PlacedFootprint, length: _Length, labels: OverLabels
) -> Iterator[Primitive]:
    x1, y1 = placed.point(length.x1_mm, length.y1_mm)
    x2, y2 = placed.point(length.x2_mm, length.y2_mm)
    end = _END_MM / labels.scale
    dx, dy = (0.0, end) if length.y1_mm == length.y2_mm else (end, 0.0)
    bars = [(x - dx, y - dy, x + dx, y + dy) for x, y in ((x1, y1), (x2, y2))]
    for style in (_GROUND, _LINE):
        for line in ((x1, y1, x2, y2), *bars):
            yield Line(_LAYER, *line, style)
    signed = length.x2_mm - length.x1_mm + length.y2_mm - length.y1_mm
    text = length.text or f"{signed:.2f}".replace("-", "−")
    yield from labels.beside(text, (x1 + x2) / 2, (y1 + y2) / 2)
