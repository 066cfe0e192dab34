"""The evidence of the land pattern as a page for people at a terminal, and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from a4s_gui.commands.text.text_page import table
from a4s_gui.geometry.land_pattern.evidence import Evidence, FigureEvidence
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN
from a4s_gui.report.records import LAND_PATTERN_NOTE, Record

_HEAD = "Readings of the land pattern, mm; * is used by the default pattern"


def evidence_page(found: Iterable[FigureEvidence], patterns: Sequence[LandPattern]) -> str:
    """Return all readings, grouped by figure, with the patterns that use them and the sources."""
    figures = tuple(found)
    lines = [_HEAD]
    for figure in figures:
        lines += ["", f"{figure.label}: {_verdict(figure)}"]
        lines += table([_row(one) for one in figure.evidence], right=(1,), indent="  ")
    readings = dict.fromkeys(one.reading for figure in figures for one in figure.evidence)
    lines += ["", "Patterns"]
    lines += [f"  {pattern.label}: {pattern.summary}" for pattern in patterns]
    lines += ["", "Sources"]
    lines += [f"  {reading.name}, {reading.half}: {reading.source}" for reading in readings]
    return "\n".join([*lines, "", LAND_PATTERN_NOTE])


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


def _verdict(figure: FigureEvidence) -> str:
    if len(figure.evidence) == 1:
        return "one reading"
    if figure.agree:
        return f"{len(figure.evidence)} readings agree"
    return f"readings differ, {figure.values_mm[0]:.2f} to {figure.values_mm[-1]:.2f}"


def _row(one: Evidence) -> tuple[str, ...]:
    mark = "*" if DEFAULT_PATTERN in one.used_by else ""
    pins = "" if one.reading.pins is None else f"{one.reading.pins} pins"
    used_by = ", ".join(one.used_by)
    sign = "+" if one.reference else ""
    value = f"{one.reference} {one.value_mm:{sign}.2f}".strip()
    return (mark, value, one.reading.name, pins, one.reading.kind.words, used_by)
