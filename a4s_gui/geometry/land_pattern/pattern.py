"""The land pattern's figures for any number of pins, each with its source, and their check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from math import inf, isfinite

from a4s_gui.catalog.model import Connector, Dimensions, Half, Pair, Source
from a4s_gui.catalog.series import shipped_series
from a4s_gui.errors import A4sError
from a4s_gui.frozen import field, fields, frozen
from a4s_gui.geometry.shapes import round_mm


class LandPatternError(A4sError):
    """A land pattern that cannot be.

    ``field`` is the figure that is wrong, as ``socket.contact_width_mm``, ``reason`` why it cannot
    be, with the limit it breaks.
    """

    def __init__(self, field: str, reason: str, where: str = "land pattern") -> None:
        self.field = field
        self.reason = reason
        super().__init__(f"{where}: {field}: {reason}")


TERMINAL_REFERENCES = ("A", "B", "C")
"""The dimensions of a connector that its terminals can be placed by."""


@frozen
class PadFigures:
    """One kind of pad of a half: size and rows in mm, and the stencil's opening over its area."""

    width_mm: float
    height_mm: float
    rows_mm: float
    paste_ratio: float


@frozen
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

    def pad(self, role: str) -> PadFigures:
        """Return the figures of one kind of pad, ``contact`` or ``terminal``."""
        names = (field.name for field in fields(PadFigures))
        return PadFigures(*(getattr(self, f"{role}_{name}") for name in names))

    def terminal_span_mm(self, dimensions: Dimensions) -> float:
        """Return the distance of the terminal centres along the rows, in mm."""
        reference: float = getattr(dimensions, self.terminal_reference)
        return round_mm(reference + self.terminal_offset_mm)


_SIZES = tuple(
    f"{pad}_{size}_mm" for pad in ("contact", "terminal") for size in ("width", "height", "rows")
)


@frozen
class CommonFigures:
    """What both halves share: mask, paste thickness and the areas around the pattern."""

    mask_margin_mm: float
    """Solder-mask opening beyond the pad, on each side."""
    paste_thickness_um: float
    courtyard_margin_mm: float
    """Courtyard beyond body and pads, on each side."""
    stiffener_margin_mm: float
    """FPC stiffener beyond the land pattern, on each side."""


@frozen(slots=False)
class LandPattern:
    """A named pattern for both halves.

    ``sources`` maps each figure, as ``socket.contact_width_mm`` or ``common.mask_margin_mm``, to
    where it comes from. ``revision`` counts the changes of a shipped pattern's figures; a pattern
    of the user's own has none.
    """

    name: str
    title: str
    summary: str
    socket: HalfPattern
    header: HalfPattern
    common: CommonFigures
    sources: Mapping[str, Source] = field(hash=False)
    revision: int | None = None

    @property
    def label(self) -> str:
        """The name with the revision, as files carry it: ``default, revision 2``."""
        return self.name if self.revision is None else f"{self.name}, revision {self.revision}"

    def half(self, half: Half) -> HalfPattern:
        """Return the figures of one half."""
        return self.socket if half is Half.SOCKET else self.header

    def source_of(self, half: Half, figure: str) -> Source:
        """Return where one figure of one half comes from."""
        return self.sources[f"{half}.{figure}"]

    def source_documents(self, *halves: Half) -> tuple[str, ...]:
        """Return the documents behind the pads of some halves, each once."""
        documents = {
            document: None
            for half in halves
            for figure in fields(HalfPattern)
            if not figure.name.endswith("paste_ratio")
            for document in self.source_of(half, figure.name).documents
        }
        return tuple(documents)

    def provenance(self, *halves: Half, brief: bool = False) -> str:
        """Return in a few words where the pads of some halves are from, and where they are not.

        ``brief`` leaves out who made a document, which stands in brackets in its name.
        """
        documents = self.source_documents(*halves)
        named = [document.partition(" (")[0] if brief else document for document in documents]
        return f"not of the manufacturer's drawing; figures of {', '.join(named)}"


def check_pattern(pattern: LandPattern, connectors: tuple[Connector, ...] = ()) -> None:
    """Refuse a pattern that cannot be on a board, for the parts given as well.

    The :class:`LandPatternError` names the figure.
    """
    for half in Half:
        of_half = (connector for connector in connectors if connector.half is half)
        check_half(half, pattern.half(half), *of_half)
    check_common(pattern.common)


def check_half(half: Half, pattern: HalfPattern, *connectors: Connector) -> None:
    """Refuse figures that cannot be on a board: sizes of 0, pads that touch, ratios above 1.

    The terminals of each connector are checked too: against its contacts and one another. The
    :class:`LandPatternError` names the figure.
    """
    terminals = (_terminal_overlap(pattern, connector) for connector in connectors)
    for figure, reason in chain(_wrong_numbers(pattern), _overlaps(pattern), *terminals):
        raise LandPatternError(f"{half}.{figure}", reason)


def check_pair(pattern: LandPattern, pair: Pair) -> None:
    """Refuse figures that cannot be on the boards of a pair; raises as :func:`check_half`."""
    for connector in pair.connectors:
        check_half(connector.half, pattern.half(connector.half), connector)


def check_common(common: CommonFigures) -> None:
    """Refuse a margin below 0, and paste of no thickness, by a :class:`LandPatternError`."""
    for figure in fields(CommonFigures):
        value = getattr(common, figure.name)
        if not 0 <= value < inf:
            raise LandPatternError(f"common.{figure.name}", f"{value:g} is not a number from 0 up")
    if common.paste_thickness_um == 0:
        raise LandPatternError("common.paste_thickness_um", "0 um is not a thickness above 0")


def _wrong_numbers(pattern: HalfPattern) -> Iterator[tuple[str, str]]:
    """Yield each figure that is no possible number by itself, with the reason."""
    for name in _SIZES:
        value = getattr(pattern, name)
        if not 0 < value < inf:
            yield name, f"{value:g} mm is not a length above 0"
    for name in ("contact_paste_ratio", "terminal_paste_ratio"):
        value = getattr(pattern, name)
        if not 0 < value <= 1:
            yield name, f"{value:g} is not above 0 and at most 1 (1 is 100 %)"
    if pattern.terminal_reference not in TERMINAL_REFERENCES:
        yield "terminal_reference", f"{pattern.terminal_reference!r} is not A, B or C"
    if not isfinite(pattern.terminal_offset_mm):
        yield "terminal_offset_mm", f"{pattern.terminal_offset_mm:g} mm is not a length"


def _overlaps(pattern: HalfPattern) -> Iterator[tuple[str, str]]:
    """Yield each figure that makes pads overlap or touch, with its limit; the numbers are sound."""

    def limited(figure: str, limit_mm: float, pads: str, limit: str) -> Iterator[tuple[str, str]]:
        if getattr(pattern, figure) >= limit_mm:
            yield figure, f"{pads} would overlap or touch; it must be less than {limit}"

    pitch_mm = shipped_series().pitch_mm
    yield from limited("contact_width_mm", pitch_mm, "neighbours", f"the pitch of {pitch_mm:g} mm")
    for figure, distance_mm, pads in (
        ("contact_height_mm", pattern.contact_rows_mm, "the two rows of contacts"),
        ("terminal_height_mm", pattern.terminal_rows_mm, "the two terminals of one end"),
    ):
        yield from limited(figure, distance_mm, pads, f"their distance of {distance_mm:g} mm")


def _terminal_overlap(pattern: HalfPattern, connector: Connector) -> Iterator[tuple[str, str]]:
    """Yield the figure that makes a connector's terminals overlap or touch other pads."""
    dimensions = connector.dimensions_mm
    span_mm = pattern.terminal_span_mm(dimensions)
    least_mm = _least_terminal_span_mm(pattern, dimensions)
    if span_mm <= least_mm:
        reason = (
            f"the terminals of {connector.part_number} would overlap or touch other pads; "
            f"their centres, {span_mm:g} mm apart, must be more than {least_mm:g} mm apart"
        )
        yield "terminal_offset_mm", reason


def _least_terminal_span_mm(pattern: HalfPattern, dimensions: Dimensions) -> float:
    """Return the distance of the terminal centres along the rows at which they touch other pads."""
    apart_mm = round_mm(abs(pattern.contact_rows_mm - pattern.terminal_rows_mm))
    beside_contacts = apart_mm <= round_mm(pattern.contact_height_mm + pattern.terminal_height_mm)
    between_mm = dimensions.B + pattern.contact_width_mm if beside_contacts else 0.0
    return round_mm(between_mm + pattern.terminal_width_mm)
