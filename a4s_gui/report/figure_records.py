"""Figures, ratings and notes of the catalog's knowledge as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from a4s_gui.catalog.data.notes import Note, NoteGroup
from a4s_gui.catalog.data.quantity import Quantity
from a4s_gui.catalog.data.rating_lines import RatingGroup, RatingLine
from a4s_gui.catalog.derived import Derived
from a4s_gui.geometry.design_rules.result import DesignRuleResult
from a4s_gui.report.records import Record, source_record


def quantity_record(quantity: Quantity) -> Record:
    """Return a figure with its parts and its text."""
    return asdict(quantity) | {"text": quantity.text}


def derived_record(derived: Derived) -> Record:
    """Return a worked-out figure with its formula."""
    return {
        "name": derived.name,
        "value": derived.value,
        "unit": derived.unit,
        "formula": derived.formula,
        "source": source_record(derived.source),
    }


def rating_records(groups: Iterable[RatingGroup]) -> list[Record]:
    """Return ratings with their conditions and the headings of their groups."""
    return [{"group": group.title} | _rating(line) for group in groups for line in group.lines]


def note_records(
    groups: Iterable[NoteGroup], checks: Mapping[str, DesignRuleResult] | None = None
) -> list[Record]:
    """Return notes with the headings of their groups; worked-out ones with the result."""
    return [
        _note(group, note, (checks or {}).get(note.id)) for group in groups for note in group.notes
    ]


def _rating(line: RatingLine) -> Record:
    return {
        "id": line.id,
        "name": line.name,
        **{k: v for k, v in quantity_record(line.quantity).items() if k != "name"},
        "conditions": [quantity_record(q) for q in line.conditions],
        "standard": line.standard or None,
        "remark": line.remark or None,
        "formula": line.formula or None,
        "source": source_record(line.source),
    }


def _note(group: NoteGroup, note: Note, check: DesignRuleResult | None) -> Record:
    worked_out = None
    if check is not None:
        worked_out = {
            "verdict": check.verdict,
            "level": str(check.level),
            "figures": [derived_record(d) for d in check.figures],
        }
    return {
        "group": group.title,
        "id": note.id,
        "text": note.text,
        "figures": [quantity_record(q) for q in note.figures],
        "halves": [str(half) for half in note.halves],
        "layer": note.layer or None,
        "worked_out": worked_out,
        "source": source_record(note.source),
    }
