"""The evidence of the land pattern as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.geometry.land_pattern.evidence import FigureEvidence
from a4s_gui.report.records import Record


def evidence_records(found: Iterable[FigureEvidence]) -> list[Record]:
    """Return one object a figure and reading; lengths in mm."""
    return [
        {
            "figure": figure.figure,
            "reading": one.reading.name,
            "value_mm": one.value_mm,
            "source": str(one.reading.source),
            "used_by": list(one.used_by),
        }
        for figure in found
        for one in figure.evidence
    ]
