"""The evidence: for each figure of the land pattern every reading, and which patterns use it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from a4s_gui.catalog.model import Half, Source
from a4s_gui.frozen import frozen
from a4s_gui.geometry.land_pattern.editing import FIGURES, Edit, FigureValue, Taken
from a4s_gui.geometry.land_pattern.field_readings import MASK_MARGIN, READ_FIGURES, Reading
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.ways import WORKED_OUT, figures_behind, typed_edits, typed_value

_OFFSET = "terminal_offset_mm"
_REFERENCE = "terminal_reference"
_OFFSET_LABEL = "terminal centres along the rows, added to a dimension"
_LABELS = {figure.name: figure.label for figure in (*FIGURES, *WORKED_OUT)}
EVIDENCE_FIGURES = (*(f"{half}.{name}" for half in Half for name in READ_FIGURES), MASK_MARGIN)
"""Every figure that can have readings, by its name in a land pattern or of an edge."""


@frozen
class Evidence:
    """One reading of one figure; ``used_by`` names the patterns that have it from there."""

    reading: Reading
    value_mm: float
    used_by: tuple[str, ...]
    reference: str = ""
    """The dimension that the value is added to, of the one figure that has one."""


@frozen
class FigureEvidence:
    """All readings of one figure, in mm: the most trusted kinds first."""

    figure: str
    label: str
    evidence: tuple[Evidence, ...]

    @property
    def part(self) -> str:
        """``socket``, ``header`` or ``common``."""
        return self.figure.partition(".")[0]

    @property
    def values_mm(self) -> tuple[float, ...]:
        """The different values, the smallest first."""
        return tuple(sorted({one.value_mm for one in self.evidence}))

    @property
    def agree(self) -> bool:
        """Whether every reading has the same value."""
        return len({(one.reference, one.value_mm) for one in self.evidence}) == 1


def collect_evidence(
    readings: Iterable[Reading], patterns: Sequence[LandPattern]
) -> tuple[FigureEvidence, ...]:
    """Return every figure that was read anywhere, in the order of a land pattern."""
    known = tuple(readings)
    found = []
    for figure in EVIDENCE_FIGURES:
        evidence = tuple(
            Evidence(
                reading,
                value,
                _users(reading, figure, value, patterns),
                reading.terminal_reference if figure.endswith(_OFFSET) else "",
            )
            for reading in known
            if (value := reading.value(figure)) is not None
        )
        if evidence:
            found.append(FigureEvidence(figure, figure_label(figure), evidence))
    return tuple(found)


def taken_edits(pattern: LandPattern, figure: str, one: Evidence) -> dict[str, Edit]:
    """Return what a pattern's own figures become when a reading's value is taken over, in mm.

    What follows from the reading and from what the pattern had before has both for a source.
    """
    values = typed_edits(pattern, figure, one.value_mm)
    if one.reference:
        values[f"{one.reading.half}.{_REFERENCE}"] = one.reference
    return {
        name: Taken(value, _source_of(one.reading, name, value, pattern.sources[name]))
        for name, value in values.items()
    }


def _source_of(reading: Reading, name: str, value: FigureValue, before: Source) -> Source:
    read = reading.terminal_reference if name.endswith(_REFERENCE) else reading.value(name)
    origin = reading.origin
    if value == read:
        return origin
    documents = dict.fromkeys((*origin.documents, *before.documents))
    return Source("; ".join(documents), f"Worked out from an edge: {origin.table}; {before.table}")


def figure_label(figure: str) -> str:
    """Return what a figure is called: ``socket: contact rows, centre to centre``."""
    part, _, name = figure.partition(".")
    return f"{part}: {_OFFSET_LABEL if name == _OFFSET else _LABELS[figure]}"


def _users(
    reading: Reading, figure: str, value_mm: float, patterns: Sequence[LandPattern]
) -> tuple[str, ...]:
    """Return the patterns whose figure has this value and names this document."""
    document, behind = reading.origin.document, figures_behind(figure)
    return tuple(
        pattern.name
        for pattern in patterns
        if typed_value(pattern, figure) == value_mm
        and all(document in pattern.sources[one].documents for one in behind)
    )
