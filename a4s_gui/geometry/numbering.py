"""Pin numbers: the board designer's convention, since the parts carry no mark of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from a4s_gui.catalog.model import Half
from a4s_gui.errors import A4sError

TOP_ROW, BOTTOM_ROW = 0, 1
TERMINAL_NUMBER = "MP"
"""The number of all soldering terminals, as KiCad's library names mounting pads."""


class RowScheme(StrEnum):
    """How numbers run over the two rows of contacts."""

    ODD_EVEN = "odd-even"
    """1, 3, 5 ... along one row; 2, 4, 6 ... along the other."""
    LOOP = "loop"
    """1 ... n/2 along one row, back along the other, so that n faces 1."""


class HeaderScheme(StrEnum):
    """How the header's numbers relate to the socket's."""

    MATING = "mating"
    """Pad n of the header meets pad n of the socket; in top view the rows are swapped."""
    SAME = "alike"
    """Both halves are numbered alike in their own top views; then pad 1 does not meet pad 1."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """A numbering of both halves; the default is odd/even rows and n meets n."""

    rows: RowScheme = RowScheme.ODD_EVEN
    header: HeaderScheme = HeaderScheme.MATING

    def number_at(self, half: Half, pins: int, row: int, column: int) -> int:
        """Return the number of one contact in the half's own top view.

        Parameters
        ----------
        half
            Whose top view.
        pins
            Contacts of that half.
        row
            ``TOP_ROW`` (the smaller y) or ``BOTTOM_ROW``.
        column
            0 at the left end.
        """
        if half is Half.HEADER and self.header is HeaderScheme.MATING:
            row = 1 - row
        if self.rows is RowScheme.ODD_EVEN:
            return 2 * column + 1 + row
        return column + 1 if row == TOP_ROW else pins - column

    def describe(self) -> str:
        """Return the numbering in a few words, as drawings and files carry it."""
        rows = "odd/even rows" if self.rows is RowScheme.ODD_EVEN else "loop"
        header = "n meets n" if self.header is HeaderScheme.MATING else "alike in top view"
        return f"{rows}, header {header}"

    @classmethod
    def from_words(cls, words: Iterable[str]) -> Numbering:
        """Return the numbering that some of the scheme names ask for; the rest stays default.

        Raises
        ------
        A4sError
            A word is no scheme, or two words contradict each other.
        """
        chosen: dict[str, RowScheme | HeaderScheme] = {}
        for word in words:
            scheme = next(
                (s for s in (*RowScheme, *HeaderScheme) if s == word.strip().lower()), None
            )
            if scheme is None:
                known = ", ".join((*RowScheme, *HeaderScheme))
                raise A4sError(f"numbering: “{word}” is unknown; choose from {known}")
            field = "rows" if isinstance(scheme, RowScheme) else "header"
            if chosen.get(field, scheme) is not scheme:
                raise A4sError(f"numbering: {chosen[field]} and {scheme} exclude each other")
            chosen[field] = scheme
        rows = RowScheme(chosen.get("rows", RowScheme.ODD_EVEN))
        return cls(rows, HeaderScheme(chosen.get("header", HeaderScheme.MATING)))
