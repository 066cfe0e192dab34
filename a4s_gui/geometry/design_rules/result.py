"""What a design rule comes to for one pair on one land pattern."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from a4s_gui.catalog.data.notes import Note
from a4s_gui.catalog.data.quantity import Quantity
from a4s_gui.catalog.figure import Figure
from a4s_gui.frozen import frozen


class Level(StrEnum):
    """How much a figure asks for attention, the least first."""

    FINE = "fine"
    NOTE = "note"
    WARNING = "warning"


_RANKS = {level: rank for rank, level in enumerate(Level)}


@frozen
class CheckedFigure:
    """A worked-out figure with its level; ``remark`` says what is the matter, if anything is."""

    figure: Figure
    level: Level = Level.FINE
    remark: str = ""


@frozen
class DesignRuleResult:
    """One rule worked out: its note, the figures, and what they mean in a sentence.

    ``checked`` are those of the figures that have a level of their own.
    """

    note: Note
    figures: tuple[Figure, ...]
    verdict: str
    checked: tuple[CheckedFigure, ...] = ()

    @property
    def level(self) -> Level:
        """The highest level among the figures; fine if there are none."""
        levels = (one.level for one in self.checked)
        return max(levels, key=_RANKS.__getitem__, default=Level.FINE)


def with_checks(result: DesignRuleResult, checked: Iterable[CheckedFigure]) -> DesignRuleResult:
    """Return a result with more figures, and their remarks after its verdict."""
    more = tuple(checked)
    remarks = [f"{one.figure.name} {one.figure.text}: {one.remark}." for one in more if one.remark]
    return DesignRuleResult(
        result.note,
        (*result.figures, *(one.figure for one in more)),
        " ".join([result.verdict, *remarks]),
        (*result.checked, *more),
    )


def figure_at(note: Note, place: int) -> Quantity:
    """Return a figure that a note states; one that is not stated where it has fewer."""
    return note.figures[place] if place < len(note.figures) else Quantity("")
