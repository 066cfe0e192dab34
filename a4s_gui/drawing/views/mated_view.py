"""The mated view: both halves on top of each other, the far one mirrored as it really lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.items.assemble import assemble_scene
from a4s_gui.drawing.items.captions import caption
from a4s_gui.drawing.items.dimensioning import dimensioned
from a4s_gui.drawing.items.notes import dimensions_missing, notes
from a4s_gui.drawing.items.pad_labels import (
    inner_edge_mm,
    no_numbers,
    numbers_inside,
    numbers_outside,
    numbers_room_mm,
    outer_edge_mm,
)
from a4s_gui.drawing.items.part_items import area_boxes, body_items, centre_lines, frame, pad_boxes
from a4s_gui.drawing.lettering import text_width_mm
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import DimensionSpec, Layer, PlacedFootprint, Primitive, Scene, Text
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import CLEARANCE_MM, TEXT_GAP_MM, row_mm
from a4s_gui.drawing.style import ColorRole
from a4s_gui.drawing.views.mated_nets import (
    differing_note,
    net_labels,
    net_names,
    nets_room_mm,
)
from a4s_gui.frozen import frozen
from a4s_gui.geometry.footprint import footprints
from a4s_gui.geometry.mating import MatedPads, pad_map
from a4s_gui.geometry.shapes import Rectangle, bounding_box

_FAR_OPACITY = 0.6
_BRIEF_PAD_MAP = 6
"""So many pairs show which way the numbers differ."""


@frozen(slots=False)
class _Mated:
    """Both halves as they lie on each other, and what is shown of them."""

    socket: PlacedFootprint
    header: PlacedFootprint
    spec: DrawingSpec
    scale: float
    nets_mm: float
    """The room that net names take beyond the outer numbers."""

    @property
    def by_depth(self) -> tuple[PlacedFootprint, PlacedFootprint]:
        """The near half, then the far one."""
        both = (self.socket, self.header)
        return both if self.spec.seen_from is Half.SOCKET else both[::-1]

    @property
    def outer(self) -> PlacedFootprint:
        """The half whose contact pads reach further out: its numbers stand outside."""
        both = (self.socket, self.header)
        return max(both, key=lambda placed: outer_edge_mm(placed.footprint))

    @property
    def inner(self) -> PlacedFootprint:
        """The other half."""
        return self.header if self.outer is self.socket else self.socket

    @property
    def frame(self) -> Rectangle:
        """The box around both, with the areas that are shown."""
        return bounding_box(frame(placed.footprint, self.spec.layers) for placed in self.by_depth)

    @property
    def number_mm(self) -> float:
        """How high the numbers are, on paper."""
        return self.spec.sizes.number_mm

    @property
    def numbered_mm(self) -> float:
        """From the long axis to beyond the outer numbers."""
        return outer_edge_mm(self.outer.footprint) + numbers_room_mm(self.number_mm) / self.scale

    @property
    def clear_mm(self) -> float:
        """From the long axis to beyond the outer numbers and the names of nets."""
        return self.numbered_mm + self.nets_mm

    def numbers(self) -> tuple[list[Text], tuple[str, ...]]:
        """Return the pin numbers, and which are missing.

        A half that reaches further out and further in has its pads on both sides of the other's:
        the other's numbers would stand beside pads that they do not name.
        """
        areas = [
            box.rect.bottom_mm
            for placed in self.by_depth
            for box in area_boxes(placed)
            if box.layer in self.spec.layers
        ]
        outside, inside = no_numbers(self.outer), no_numbers(self.inner)
        if self._ends_are_clear:
            outside = numbers_outside(self.outer, self.scale, areas, self.number_mm)
        if inner_edge_mm(self.inner.footprint) <= inner_edge_mm(self.outer.footprint):
            inside = numbers_inside(self.inner, self.scale, self.number_mm)
        return [*outside.texts, *inside.texts], (outside.left_out, inside.left_out)

    @property
    def _ends_are_clear(self) -> bool:
        """Whether the outermost number stays clear of the extension lines of the bodies' ends."""
        connector = self.socket.footprint.connector
        ends = min(placed.footprint.body.right_mm for placed in self.by_depth)
        half_mm = text_width_mm(str(connector.pins), self.number_mm) / 2 + CLEARANCE_MM
        return (ends - connector.dimensions_mm.B / 2) * self.scale >= half_mm


def mated_scene(spec: DrawingSpec, scale: float, layout_scale: float) -> Scene:  # noqa: ARG001
    """Return the mated pair, seen from above the board of ``spec.seen_from``, or through it.

    The origin is the common centre. The near half is opaque, the far one translucent on it. Each
    number stands beside the pad it names: the socket's pads reach further out and have theirs
    outside, the header's inside.
    """
    socket, header = footprints(spec.pair, spec.pattern, spec.numbering)
    from_socket = spec.seen_from is Half.SOCKET
    names = net_names(spec) if Layer.NUMBERS in spec.layers else {}
    mated = _Mated(
        spec.placed(socket, mirrored=not from_socket),
        spec.placed(header, mirrored=from_socket),
        spec,
        scale,
        nets_room_mm(names, spec.sizes.number_mm) / scale,
    )
    numbers, unnumbered = mated.numbers() if Layer.NUMBERS in spec.layers else ([], ())
    title = _caption(spec, mated)
    copper = (rect for placed in mated.by_depth for _, rect in placed.pads())
    dimensions = dimensioned(spec, scale, _dimension_specs(mated), copper, title)
    near, far = mated.by_depth
    items: list[Primitive] = [
        *area_boxes(near),
        *area_boxes(far),
        *pad_boxes(near, spec.layers),
        *pad_boxes(far, spec.layers, opacity=_FAR_OPACITY),
        *body_items(mated.socket),
        *body_items(mated.header, ColorRole.HEADER_BODY),
        *centre_lines(
            mated.socket,
            scale,
            mated.number_mm,
            clear_mm=inner_edge_mm(mated.inner.footprint),
            outside=False,
            numbers=numbers,
        ),
        *numbers,
        *net_labels(names, near, mated.numbered_mm + TEXT_GAP_MM / scale, scale, mated.number_mm),
        *dimensions.placed,
        *title,
    ]
    unnamed = "" if spec.net_letters else "names of nets"
    left_out = [dimensions_missing(spec, dimensions.left_out), *unnumbered, unnamed]
    map_note = pad_map_note(pad_map(socket, header), brief=spec.brief_notes)
    texts = [map_note, *differing_note(spec, names), *notes(spec, tuple(Half), *left_out)]
    return assemble_scene(
        spec,
        items,
        texts,
        scale=scale,
        empty=socket.bounds,
        title=f"{spec.pair.id}, mated, seen from {spec.side} the {spec.seen_from}'s board",
        placed=(mated.socket, mated.header),
    )


def mated_box(spec: DrawingSpec, layout_scale: float) -> Rectangle:  # noqa: ARG001
    """Return the box around the halves on each other, without their dimensions."""
    both = footprints(spec.pair, spec.pattern, spec.numbering)
    return bounding_box(frame(part, spec.layers) for part in both)


def pad_map_note(meetings: Iterable[MatedPads], *, brief: bool = False) -> str:
    """Return which pads meet, in one paragraph; where it is to be ``brief``, the first of them."""
    found = list(meetings)
    if all(meeting.agrees for meeting in found):
        return f"Pad map: n meets n, for all {len(found)} contacts."
    pairs = [f"{m.socket.number}-{m.header.number}" for m in found]
    if brief:
        pairs = [*pairs[:_BRIEF_PAD_MAP], "…"]
    return f"Pad map, socket-header, NOT n on n: {', '.join(pairs)}."


def _dimension_specs(mated: _Mated) -> Iterable[DimensionSpec]:
    around, unit = mated.frame, 1 / mated.scale
    above = max(-around.top_mm, mated.clear_mm)
    halves = ((mated.header, "header A"), (mated.socket, "socket A"))
    for row, (placed, name) in enumerate(halves):
        line = -above - row_mm(row) * unit
        body = placed.footprint.body
        yield DimensionSpec(body.left_mm, body.right_mm, body.top_mm, line, prefix=name)
        line = around.right_mm + row_mm(row) * unit
        last = placed.footprint.connector.dimensions_mm.B / 2
        yield DimensionSpec(body.top_mm, body.bottom_mm, last, line, vertical=True, outside=-1)
    span = mated.socket.footprint.connector.dimensions_mm.B / 2
    line = max(around.bottom_mm, mated.clear_mm) + row_mm(0) * unit
    yield DimensionSpec(-span, span, mated.clear_mm, line, prefix="B")


def _caption(spec: DrawingSpec, mated: _Mated) -> Sequence[Text]:
    around = mated.frame
    above = max(-around.top_mm, mated.clear_mm)
    corner = PaperCorner(mated.socket.footprint.body.left_mm, -above, mated.scale)
    rows_mm = 0.0 if spec.cramped else row_mm(1) + TEXT_GAP_MM + spec.sizes.text_mm
    corner = corner.at(0.0, -rows_mm - 2.0)
    _, far = mated.by_depth
    side = "below, through" if spec.from_below else "above"
    detail = (
        f"seen from {side} the {spec.seen_from}'s board, {far.footprint.half} mirrored; outer "
        f"numbers {mated.outer.footprint.half}, inner {mated.inner.footprint.half}"
    )
    room_mm = around.width_mm * mated.scale + row_mm(2)
    return caption(f"{spec.pair.numbers} mated", detail, corner, room_mm, spec)[0]
