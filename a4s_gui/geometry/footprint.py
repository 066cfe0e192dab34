"""One half on its board: body outline, pads, mask and paste openings, courtyard and stiffener."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property, lru_cache

from a4s_gui.catalog.model import Connector, Half, Pair
from a4s_gui.frozen import frozen
from a4s_gui.geometry.land_pattern.pattern import HalfPattern, LandPattern
from a4s_gui.geometry.numbering import BOTTOM_ROW, TOP_ROW, Numbering
from a4s_gui.geometry.shapes import Rectangle, bounding_box, round_mm


class PadRole(StrEnum):
    """What is soldered to a pad."""

    CONTACT = "contact"
    TERMINAL = "terminal"


@frozen
class Pad:
    """One copper pad: number, role, centre and size in mm (see :mod:`a4s_gui.geometry`)."""

    number: str
    role: PadRole
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float

    @property
    def rect(self) -> Rectangle:
        """The pad's copper."""
        return Rectangle(self.x_mm, self.y_mm, self.width_mm, self.height_mm)


@frozen(slots=False)
class Footprint:
    """One connector with a land pattern and a numbering, in the top view of its own board.

    ``pads`` holds the contacts in the order of their numbers, then the four terminals from top left
    clockwise.
    """

    connector: Connector
    pattern: LandPattern
    numbering: Numbering
    body: Rectangle
    pads: tuple[Pad, ...]

    @property
    def half(self) -> Half:
        """Which half this is."""
        return self.connector.half

    @property
    def figures(self) -> HalfPattern:
        """The land pattern's figures for this half."""
        return self.pattern.half(self.half)

    @property
    def contacts(self) -> tuple[Pad, ...]:
        """The contact pads, by number."""
        return tuple(pad for pad in self.pads if pad.role is PadRole.CONTACT)

    @property
    def terminals(self) -> tuple[Pad, ...]:
        """The terminal pads."""
        return tuple(pad for pad in self.pads if pad.role is PadRole.TERMINAL)

    @property
    def terminal_numbers(self) -> tuple[str, ...]:
        """The numbers of the terminals, each once, ascending."""
        return tuple(sorted({pad.number for pad in self.terminals}))

    @cached_property
    def copper(self) -> tuple[Rectangle, ...]:
        """The pads' copper, in their order."""
        return tuple(pad.rect for pad in self.pads)

    @cached_property
    def contact_columns(self) -> tuple[int, ...]:
        """The place of each contact in its row, from the left, in the order of their numbers."""
        contacts, pitch_mm = self.contacts, self.connector.series.pitch_mm
        first_mm = min(pad.x_mm for pad in contacts)
        return tuple(round((pad.x_mm - first_mm) / pitch_mm) for pad in contacts)

    @cached_property
    def pad_bounds(self) -> Rectangle:
        """The smallest rectangle around all pads: the land pattern's extent."""
        return bounding_box(self.copper)

    @cached_property
    def bounds(self) -> Rectangle:
        """The smallest rectangle around body and pads."""
        return bounding_box((self.body, self.pad_bounds))

    @property
    def courtyard(self) -> Rectangle:
        """Body and pads with the courtyard margin on every side."""
        return self.bounds.grown(self.pattern.common.courtyard_margin_mm)

    @property
    def stiffener(self) -> Rectangle:
        """The FPC stiffener: the land pattern with the stiffener margin on every side."""
        return self.pad_bounds.grown(self.pattern.common.stiffener_margin_mm)

    def mask_opening(self, pad: Pad) -> Rectangle:
        """Return the solder-mask opening of a pad."""
        return pad.rect.grown(self.pattern.common.mask_margin_mm)

    def paste_opening(self, pad: Pad) -> Rectangle:
        """Return the stencil opening of a pad: same centre and aspect, area by the paste ratio."""
        contact = pad.role is PadRole.CONTACT
        figures = self.figures
        ratio = figures.contact_paste_ratio if contact else figures.terminal_paste_ratio
        return pad.rect.scaled(ratio**0.5)


def footprint(connector: Connector, pattern: LandPattern, numbering: Numbering) -> Footprint:
    """Lay out one connector.

    n/2 contacts a row at the series' pitch, the outermost at +-B/2; one terminal at each corner.
    """
    return _laid_out(connector, pattern, numbering, connector.series.pitch_mm)


@lru_cache(maxsize=160)  # both halves of every pair, on one land pattern
def _laid_out(
    connector: Connector, pattern: LandPattern, numbering: Numbering, pitch_mm: float
) -> Footprint:
    """Return the footprint; a drawing asks for the same ones at each scale that it tries."""
    figures = pattern.half(connector.half)
    columns = connector.pins // 2
    contacts = [
        Pad(
            str(numbering.number_at(connector.half, connector.pins, row, column)),
            PadRole.CONTACT,
            round_mm(pitch_mm * (column - (columns - 1) / 2)),
            round_mm((row - 0.5) * figures.contact_rows_mm),
            figures.contact_width_mm,
            figures.contact_height_mm,
        )
        for row in (TOP_ROW, BOTTOM_ROW)
        for column in range(columns)
    ]
    contacts.sort(key=lambda pad: int(pad.number))
    x_mm = figures.terminal_span_mm(connector.dimensions_mm) / 2
    y_mm = figures.terminal_rows_mm / 2
    terminals = [
        Pad(
            numbering.terminal_at(connector.half, connector.pins, row, left=side < 0),
            PadRole.TERMINAL,
            round_mm(side * x_mm),
            round_mm((-1 if row == TOP_ROW else 1) * y_mm),
            figures.terminal_width_mm,
            figures.terminal_height_mm,
        )
        for side, row in ((-1, TOP_ROW), (1, TOP_ROW), (1, BOTTOM_ROW), (-1, BOTTOM_ROW))
    ]
    body = Rectangle(0.0, 0.0, connector.body_length_mm, connector.body_width_mm)
    return Footprint(connector, pattern, numbering, body, (*contacts, *terminals))


def footprints(
    pair: Pair, pattern: LandPattern, numbering: Numbering
) -> tuple[Footprint, Footprint]:
    """Lay out both halves of a pair: socket, then header, each in its own top view."""
    return (footprint(pair.socket, pattern, numbering), footprint(pair.header, pattern, numbering))
