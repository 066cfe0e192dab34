"""The solder joints of a half on a land pattern, and what a placement error does to them, in mm.

Toe: from the lead's tip out to the pad's outer edge. Heel: from the pad's inner edge out to where
the lead begins to lie on the board. Side: from the metal's edge to the pad's, along the rows.
A negative figure is metal beyond its pad.
"""

from __future__ import annotations

from operator import attrgetter

from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Connector, Half, Source
from a4s_gui.catalog.numbers import format_mm
from a4s_gui.catalog.series import shipped_series
from a4s_gui.frozen import frozen
from a4s_gui.geometry.body_figures import body_figures, metal
from a4s_gui.geometry.footprint import PadRole
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.shapes import round_mm


@frozen
class Joint:
    """One kind of joint: of every contact, or of every terminal, of one half.

    ``sides`` holds one figure where the metal is centred on the pad, else the inward one (towards
    the part's middle) and the outward one.
    """

    half: Half
    role: PadRole
    toe: Figure
    heel: Figure
    sides: tuple[Figure, ...]
    pad_from_mm: float
    """The pad's inner edge, off the long axis."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Toe, heel and sides."""
        return (self.toe, self.heel, *self.sides)

    @property
    def side(self) -> Figure:
        """The narrower side."""
        return min(self.sides, key=attrgetter("amount"))


def joints(connector: Connector, pattern: LandPattern) -> tuple[Joint, Joint]:
    """Return the joints of a half's contacts and terminals; raises as :func:`body_figures`."""
    return (
        _joint(connector, pattern, PadRole.CONTACT),
        _joint(connector, pattern, PadRole.TERMINAL),
    )


def placement_limits(half: Half, pattern: LandPattern) -> tuple[Figure, ...]:
    """Return how far a contact may be off sideways until each thing happens to its lead, in mm.

    In this order: it leaves its pad, hangs over by half its width, is off the pad, touches the
    neighbour's pad.
    """
    pad_mm = pattern.half(half).contact_width_mm
    lead_mm = body_figures().half(half).lead_width_mm
    pitch_mm = shipped_series().pitch_mm
    source = _joined(body_figures().source(half), pattern.source_of(half, "contact_width_mm"))
    pad, lead, pitch = map(format_mm, (pad_mm, lead_mm, pitch_mm))
    rows = (
        ("leaves its pad", (pad_mm - lead_mm) / 2, f"({pad} − {lead}) / 2"),
        ("hangs over by half", pad_mm / 2, f"{pad} / 2"),
        ("is off its pad", (pad_mm + lead_mm) / 2, f"({pad} + {lead}) / 2"),
        (
            "touches the neighbour's pad",
            pitch_mm - (pad_mm + lead_mm) / 2,
            f"{pitch} − ({pad} + {lead}) / 2",
        ),
    )
    name = str(half).capitalize()
    return tuple(
        _length(f"{name}, placed off by, lead {what}", value, formula, source)
        for what, value, formula in rows
    )


def _joint(connector: Connector, pattern: LandPattern, role: PadRole) -> Joint:
    half = connector.half
    lead, pad = metal(half, role), pattern.half(half).pad(role)
    inner_mm = round_mm((pad.rows_mm - pad.height_mm) / 2)
    outer_mm = round_mm((pad.rows_mm + pad.height_mm) / 2)
    name = f"{half.capitalize()} {role}"
    across, along = (
        _joined(body_figures().source(half), pattern.source_of(half, f"{role}_{figure}_mm"))
        for figure in ("rows", "width")
    )
    toe = f"pad to {format_mm(outer_mm)} − tip {format_mm(lead.to_mm)}"
    heel = f"metal from {format_mm(lead.from_mm)} − pad from {format_mm(inner_mm)}"
    even = (pad.width_mm - lead.width_mm) / 2
    halved = f"({format_mm(pad.width_mm)} − {format_mm(lead.width_mm)}) / 2"
    return Joint(
        half,
        role,
        _length(f"{name}, toe", outer_mm - lead.to_mm, toe, across),
        _length(f"{name}, heel", lead.from_mm - inner_mm, heel, across),
        tuple(
            _length(f"{name}, {side}", even + more_mm, f"{halved}{_added(more_mm)}", along)
            for side, more_mm in _sides(_inwards_mm(connector, pattern, role))
        ),
        inner_mm,
    )


def _inwards_mm(connector: Connector, pattern: LandPattern, role: PadRole) -> float:
    """Return how far the metal lies inwards of its pad's centre, along the rows."""
    if role is PadRole.CONTACT:
        return 0.0
    dimensions = connector.dimensions_mm
    span_mm = pattern.half(connector.half).terminal_span_mm(dimensions)
    return round_mm((span_mm - dimensions.C) / 2)


def _sides(inwards_mm: float) -> tuple[tuple[str, float], ...]:
    """Return name and surplus of each side; the metal lies ``inwards_mm`` of the pad's centre."""
    if not inwards_mm:
        return (("side", 0.0),)
    return (("side, inwards", -inwards_mm), ("side, outwards", inwards_mm))


def _added(more_mm: float) -> str:
    if not more_mm:
        return ""
    return f" {'−' if more_mm < 0 else '+'} {format_mm(abs(more_mm))}"


def _length(name: str, value_mm: float, formula: str, source: Source) -> Figure:
    value = round_mm(value_mm)
    return Figure(name, value, "mm", (source,), f"{formula} = {format_mm(value)}")


def _joined(body: Source, pad: Source) -> Source:
    """Return the source of a figure that is worked out from a body's and a pad's."""
    return Source(f"{body.document}; {pad.document}", f"{body.table}; {pad.table}")
