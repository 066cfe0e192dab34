"""What a design rule comes to for one pair on one land pattern."""

from __future__ import annotations

from dataclasses import dataclass

from a4s_gui.catalog.data.notes import Note
from a4s_gui.catalog.data.quantity import Quantity
from a4s_gui.catalog.figure import Figure


@dataclass(frozen=True, slots=True)
class DesignRuleResult:
    """One rule worked out: its note, the figures, and what they mean in a sentence."""

    note: Note
    figures: tuple[Figure, ...]
    verdict: str


def figure_at(note: Note, place: int) -> Quantity:
    """Return a figure that a note states; one that is not stated where it has fewer."""
    return note.figures[place] if place < len(note.figures) else Quantity("")
