"""The rows of the evidence: a line for each figure, beneath it one for each reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.frozen import frozen
from a4s_gui.geometry.land_pattern.evidence import Evidence, FigureEvidence, figure_label
from a4s_gui.geometry.land_pattern.field_readings import MASK_MARGIN, Reading
from a4s_gui.geometry.land_pattern.own_reading import removed_with
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.ways import typed_value
from a4s_gui.ui.widgets.tables.table_model import LEFT, RIGHT, Column

_WIDEST_MM = 1.0
"""What lies further apart than this is drawn at the edge: else nothing could be told apart."""
_NARROWEST_MM = 0.3
_ROOM = 1.15
"""The scale is so much longer than what stands on it."""


@frozen
class EvidenceRow:
    """One reading of a figure, or the figure itself above its readings.

    ``drawn_mm`` is the figure of the drawn pattern, ``reference`` the dimension that it is added
    to.
    """

    figure: FigureEvidence
    drawn_mm: float
    reference: str = ""
    one: Evidence | None = None

    @property
    def is_drawn(self) -> bool:
        """Whether the reading has the value that is drawn."""
        return (
            self.one is not None
            and self.one.value_mm == self.drawn_mm
            and self.one.reference == self.reference
        )

    @property
    def is_used(self) -> bool:
        """Whether the drawn pattern has its figure from this reading."""
        return self.one is not None and bool(self.one.used_by)

    @property
    def middle_mm(self) -> float:
        """The middle of all that stands on the figure's scale."""
        low, high = self._range_mm
        return (low + high) / 2

    @property
    def span_mm(self) -> float:
        """From the least to the largest that stands on the figure's scale."""
        low, high = self._range_mm
        return high - low

    @property
    def verdict(self) -> str:
        """Whether the readings agree, in a word or two."""
        values = self.figure.values_mm
        if len(self.figure.evidence) == 1:
            return "one"
        return "agree" if self.figure.agree else f"{values[0]:.2f}–{values[-1]:.2f}"

    @property
    def _range_mm(self) -> tuple[float, float]:
        every = (*self.figure.values_mm, self.drawn_mm)
        return min(every), max(every)


def evidence_rows(
    found: Iterable[FigureEvidence], pattern: LandPattern, half: Half, *, only_differing: bool
) -> Iterator[EvidenceRow]:
    """Yield the rows of all figures of a half, or of those whose readings differ."""
    for figure in found:
        if figure.part not in (half, "common") or (only_differing and figure.agree):
            continue
        offset = figure.figure.endswith("terminal_offset_mm")
        reference = str(typed_value(pattern, f"{half}.terminal_reference")) if offset else ""
        drawn_mm = float(typed_value(pattern, figure.figure))
        yield EvidenceRow(figure, drawn_mm, reference)
        for one in figure.evidence:
            yield EvidenceRow(figure, drawn_mm, reference, one)


def scale_span_mm(rows: Iterable[EvidenceRow]) -> float:
    """Return the length of the one scale on which all figures are shown, in mm."""
    widest = max((row.span_mm for row in rows), default=0.0)
    return _ROOM * min(max(widest, _NARROWEST_MM), _WIDEST_MM)


def value_text(row: EvidenceRow) -> str:
    """Return what stands at the right of a row: a value in mm, or whether all agree."""
    if row.one is None:
        return row.verdict
    signed = "+" if row.one.reference else ""
    text = f"{row.one.reference} {row.one.value_mm:{signed}.3f}".strip()
    return text.removesuffix("0").replace("-", "−")


def explanation(row: EvidenceRow) -> str:
    """Return what is known of a row: of a reading its source, kind and use."""
    drawn = f"Drawn: {row.reference} {row.drawn_mm:.2f} mm".replace("  ", " ")
    if row.one is None:
        return f"{capitalize_first(row.figure.label)}. {drawn}"
    reading = row.one.reading
    pins = "" if reading.pins is None else f", {reading.pins} pins"
    used = ". The drawn figure is from here" if row.is_used else f". {drawn}"
    return f"{reading.source}; {reading.kind.words}{pins}{used}"


def removed_words(reading: Reading, figure: str) -> str:
    """Return what a figure is called, with what cannot be told any more without it."""
    if figure == MASK_MARGIN:
        return figure_label(figure).partition(": ")[2]
    names = removed_with(reading, figure)
    asked = figure.partition(".")[2]
    labels = [
        figure_label(f"{reading.half}.{name}")
        for name in sorted(names, key=lambda name: name != asked)
    ]
    others = [label.partition(": ")[2] for label in labels[1:]]
    follows = f", and what follows from it: {'; '.join(others)}" if others else ""
    return f"{labels[0]}{follows}"


def _name(row: EvidenceRow) -> str:
    if row.one is None:
        return capitalize_first(row.figure.label.partition(": ")[2])
    return f"{row.one.reading.name}{' (yours)' if row.one.reading.own else ''}"


COLUMNS: tuple[Column[EvidenceRow], ...] = (
    Column(
        "Reading",
        "Where the figure was read; bold where the drawn figure is from there",
        _name,
        LEFT,
        explain=explanation,
        bold=lambda row: row.one is None or row.is_used,
    ),
    Column(
        "Lines: 0.1 mm",
        "All readings on one scale, thin lines 0.1 mm apart; filled where it is the drawn figure, "
        "which is the thick line",
        lambda _row: "",
        LEFT,
        explain=explanation,
        copied=lambda row: row.one.reading.kind.words if row.one else "",
    ),
    Column(
        "mm",
        "The value, in bold where it is drawn; above, from the least to the largest",
        value_text,
        RIGHT,
        explain=explanation,
        bold=lambda row: row.is_drawn,
    ),
)
