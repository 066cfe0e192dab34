"""The land pattern's figures for any number of pins, each with its source, and their check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from a4s_gui.catalog.model import Connector, Dimensions, Half, Source
from a4s_gui.errors import A4sError
from a4s_gui.geometry.shapes import round_mm

PITCH_MM = 0.4
"""Contact pitch along a row (datasheet, title)."""


class LandPatternError(A4sError):
    """A land pattern that cannot be; ``field`` names the figure (``socket.contact_width_mm``)."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        self.reason = reason
        super().__init__(f"land pattern, {field}: {reason}")


@dataclass(frozen=True, slots=True)
class HalfPattern:
    """The pads of one half, in mm, x along the rows.

    ``contact_rows_mm`` and ``terminal_rows_mm`` are centre to centre across the rows. Terminal
    centres lie ``dimension[terminal_reference] + terminal_offset_mm`` apart along the rows.
    Paste ratios are opening area over pad area; an opening keeps the pad's centre and aspect.
    """

    contact_width_mm: float
    contact_height_mm: float
    contact_rows_mm: float
    terminal_width_mm: float
    terminal_height_mm: float
    terminal_rows_mm: float
    terminal_reference: str
    terminal_offset_mm: float
    contact_paste_ratio: float
    terminal_paste_ratio: float

    def terminal_span_mm(self, dimensions: Dimensions) -> float:
        """Return the distance of the terminal centres along the rows, in mm."""
        reference: float = getattr(dimensions, self.terminal_reference)
        return round_mm(reference + self.terminal_offset_mm)


@dataclass(frozen=True, slots=True)
class CommonFigures:
    """What both halves share: mask, paste thickness and the areas around the pattern."""

    mask_margin_mm: float
    """Solder-mask opening beyond the pad, on each side."""
    paste_thickness_um: float
    courtyard_margin_mm: float
    """Courtyard beyond body and pads, on each side."""
    stiffener_margin_mm: float
    """FPC stiffener beyond the land pattern, on each side."""


@dataclass(frozen=True)
class LandPattern:
    """A named pattern for both halves.

    ``sources`` maps each figure, as ``socket.contact_width_mm`` or ``common.mask_margin_mm``, to
    where it comes from.
    """

    name: str
    title: str
    summary: str
    socket: HalfPattern
    header: HalfPattern
    common: CommonFigures
    sources: Mapping[str, Source]

    def half(self, half: Half) -> HalfPattern:
        """Return the figures of one half."""
        return self.socket if half is Half.SOCKET else self.header

    def source_of(self, half: Half, figure: str) -> Source:
        """Return where one figure of one half comes from."""
        return self.sources[f"{half}.{figure}"]

    def source_documents(self, half: Half) -> tuple[str, ...]:
        """Return the documents behind one half's pads, each once."""
        documents = {
            document: None
            for figure in fields(HalfPattern)
            if not figure.name.endswith("paste_ratio")
            for document in self.source_of(half, figure.name).documents
        }
        return tuple(documents)


def check_half(half: Half, pattern: HalfPattern, connector: Connector | None = None) -> None:
    """Refuse figures that cannot be on a board.

    With a connector, its own pads are checked against one another too: contacts against terminals.

    Raises
    ------
    LandPatternError
        A size is not above zero, pads overlap, or a ratio is not in 0 ... 1.
    """

    def refuse(figure: str, reason: str) -> None:
        raise LandPatternError(f"{half}.{figure}", reason)

    for name in (
        "contact_width_mm",
        "contact_height_mm",
        "contact_rows_mm",
        "terminal_width_mm",
        "terminal_height_mm",
        "terminal_rows_mm",
    ):
        value = getattr(pattern, name)
        if value <= 0:
            refuse(name, f"{value:g} mm is not above 0")
    for name in ("contact_paste_ratio", "terminal_paste_ratio"):
        value = getattr(pattern, name)
        if not 0 < value <= 1:
            refuse(name, f"{value:g} is not above 0 and at most 1 (1 is 100 %)")
    if pattern.terminal_reference not in ("A", "B", "C"):
        refuse("terminal_reference", f"{pattern.terminal_reference!r} is not A, B or C")
    if pattern.contact_width_mm >= PITCH_MM:
        refuse("contact_width_mm", f"neighbours at {PITCH_MM} mm pitch would overlap or touch")
    if pattern.contact_height_mm >= pattern.contact_rows_mm:
        refuse("contact_height_mm", "the two rows of contacts would overlap or touch")
    if pattern.terminal_height_mm >= pattern.terminal_rows_mm:
        refuse("terminal_height_mm", "the two terminals of one end would overlap or touch")
    if connector is not None:
        dimensions = connector.dimensions_mm
        inner = pattern.terminal_span_mm(dimensions) / 2 - pattern.terminal_width_mm / 2
        outer = dimensions.B / 2 + pattern.contact_width_mm / 2
        apart_mm = abs(pattern.contact_rows_mm - pattern.terminal_rows_mm) / 2
        heights_mm = (pattern.contact_height_mm + pattern.terminal_height_mm) / 2
        if inner <= outer and apart_mm < heights_mm:
            refuse("terminal_offset_mm", "the terminals would overlap the outermost contacts")


def check_common(common: CommonFigures) -> None:
    """Refuse margins and thicknesses that cannot be.

    Raises
    ------
    LandPatternError
        A figure is negative, or the mask between two contacts would vanish.
    """
    for figure in fields(CommonFigures):
        value = getattr(common, figure.name)
        if value < 0:
            raise LandPatternError(f"common.{figure.name}", f"{value:g} is below 0")
