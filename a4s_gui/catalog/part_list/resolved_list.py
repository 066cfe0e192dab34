"""A list of parts together with the corrections that its ambiguous lines were given."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_list.line import LineState, ListLine, each_once
from a4s_gui.catalog.part_list.part_list import PartList, with_pairs
from a4s_gui.frozen import field, frozen, replace


@frozen(slots=False)
class ResolvedList:
    """A list as it was read, the corrections of its ambiguous lines, and what it means by now.

    ``corrections`` holds part numbers of today by the numbers of the lines.
    """

    read: PartList = field(default_factory=lambda: PartList(()))
    corrections: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    now: PartList = field(default_factory=lambda: PartList(()))

    @classmethod
    def of(cls, found: PartList) -> ResolvedList:
        """Return a list that has just been read, without corrections."""
        return cls(found, now=found)

    def ambiguity(self, line: ListLine | None) -> ListLine | None:
        """Return a line as it was read where it was ambiguous, whatever it means by now."""
        return None if line is None else self._ambiguous.get(line.number)

    def corrected(self, catalog: Catalog, line: ListLine, part: str) -> ResolvedList:
        """Return the list in which an ambiguous line means a part; empty takes that back.

        What the line says stays as its text.
        """
        corrections = {n: old for n, old in self.corrections.items() if n != line.number}
        if part:
            corrections[line.number] = part
        return self.with_corrections(catalog, corrections)

    def with_corrections(self, catalog: Catalog, corrections: Mapping[int, str]) -> ResolvedList:
        """Return the list with other corrections; those of lines that are clear are idle."""
        lines = [_meant(read, corrections.get(read.number)) for read in self.read.lines]
        now = PartList(tuple(with_pairs(catalog, lines)))
        return ResolvedList(self.read, MappingProxyType(dict(corrections)), now)

    @cached_property
    def _ambiguous(self) -> dict[int, ListLine]:
        return {line.number: line for line in self.read.of_state(LineState.DOUBTFUL)}


def _meant(line: ListLine, part: str | None) -> ListLine:
    if part is None or line.state is not LineState.DOUBTFUL:
        return line
    parts = each_once((line.parts, (part,)))
    note = f"{part} chosen; doubted was {line.reason}"
    return replace(line, state=LineState.RESOLVED, parts=parts, reason="", note=note)
