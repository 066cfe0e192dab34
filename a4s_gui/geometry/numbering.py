"""Pin numbers: the board designer's convention, since the parts carry no mark of their own.

The two conventions of the field, pin 1 upper left and pin 1 lower left, are mirror images: no
turning of the part makes one of the other. Both put pin 1 at the left end.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.wording import ChoiceWords
from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen, replace

TOP_ROW, BOTTOM_ROW = 0, 1


class RowScheme(StrEnum):
    """How numbers run over the two rows of contacts, from pin 1's end and row."""

    ODD_EVEN = "odd-even"
    """1, 3, 5 ... along one row; 2, 4, 6 ... along the other."""
    LOOP = "loop"
    """1 ... n/2 along one row, back along the other, so that n faces 1."""
    ROW_BY_ROW = "row-by-row"
    """1 ... n/2 along one row, n/2 + 1 ... n along the other in the same direction."""


class HeaderScheme(StrEnum):
    """How the header's numbers relate to the socket's."""

    MATING = "mating"
    """Pad n of the header meets pad n of the socket; in top view the rows are swapped."""
    SAME = "alike"
    """Both halves are numbered alike in their own top views; then pad 1 does not meet pad 1."""


class Pin1(StrEnum):
    """Where the socket's pin 1 stands in the top view of its own board."""

    UPPER_LEFT = "upper-left"
    LOWER_LEFT = "lower-left"

    @property
    def words(self) -> str:
        """The place as people read it."""
        return self.replace("-", " ")


class TerminalScheme(StrEnum):
    """How the four soldering terminals are numbered.

    Where each has a number of its own, they run round the part: first the corner at pin 1, then the
    other end of pin 1's row, then back along the other row. So they meet their like as pins do.
    """

    SHARED = "MP"
    """All alike, as KiCad's library names mounting pads."""
    SINGLE = "MP1"
    """MP1 to MP4."""
    CONTINUED = "continue"
    """n + 1 to n + 4, after the n contacts."""


_ROW_WORDS = {
    RowScheme.ODD_EVEN: "odd/even rows",
    RowScheme.LOOP: "loop",
    RowScheme.ROW_BY_ROW: "row by row",
}
_TERMINAL_WORDS = {
    TerminalScheme.SHARED: "terminals MP",
    TerminalScheme.SINGLE: "terminals MP1 to MP4",
    TerminalScheme.CONTINUED: "terminals n+1 to n+4",
}
NUMBERING_WORDS = (*RowScheme, *HeaderScheme, *Pin1)
"""The words that choose a numbering of the contacts."""

Scheme = Pin1 | RowScheme | HeaderScheme | TerminalScheme


SCHEMES: dict[type[Scheme], dict[Scheme, ChoiceWords]] = {
    Pin1: {
        Pin1.UPPER_LEFT: ChoiceWords(
            "Pin 1 upper left", "The socket's pin 1 stands at the left end of the upper row"
        ),
        Pin1.LOWER_LEFT: ChoiceWords(
            "Pin 1 lower left",
            "The socket's pin 1 stands at the left end of the lower row; no turning makes one of "
            "the other",
        ),
    },
    RowScheme: {
        RowScheme.ODD_EVEN: ChoiceWords(
            "Odd and even rows", "1, 3, 5 … along one row, 2, 4, 6 … along the other"
        ),
        RowScheme.LOOP: ChoiceWords("Loop", "1 … n/2 along one row and back along the other"),
        RowScheme.ROW_BY_ROW: ChoiceWords(
            "Row by row", "1 … n/2 along one row, then along the other"
        ),
    },
    HeaderScheme: {
        HeaderScheme.MATING: ChoiceWords(
            "Header: n meets n", "Pad n of the header meets pad n of the socket"
        ),
        HeaderScheme.SAME: ChoiceWords(
            "Header: alike in top view",
            "Both halves are numbered alike in top view; then pad 1 does not meet pad 1",
        ),
    },
    TerminalScheme: {
        TerminalScheme.SHARED: ChoiceWords(
            "Terminals: all MP", "One number for all soldering terminals, as in KiCad's library"
        ),
        TerminalScheme.SINGLE: ChoiceWords(
            "Terminals: MP1 to MP4", "A number of its own for each soldering terminal"
        ),
        TerminalScheme.CONTINUED: ChoiceWords(
            "Terminals: n+1 to n+4", "The soldering terminals are numbered on after the n contacts"
        ),
    },
}
"""Every scheme in the order in which it is offered, in groups that exclude each other."""


SUBJECTS: dict[type[Scheme], str] = {
    Pin1: "pin 1",
    RowScheme: "rows",
    HeaderScheme: "header",
    TerminalScheme: "terminals",
}
"""What the schemes of a group are about."""


def scheme_words(scheme: Scheme) -> ChoiceWords:
    """Return what a scheme is called, and what explains it."""
    return SCHEMES[type(scheme)][scheme]


@frozen
class Numbering:
    """A numbering of both halves; the default is odd/even rows from the upper left, n meets n."""

    rows: RowScheme = RowScheme.ODD_EVEN
    header: HeaderScheme = HeaderScheme.MATING
    pin_1: Pin1 = Pin1.UPPER_LEFT
    terminals: TerminalScheme = TerminalScheme.SHARED

    def pin_1_of(self, half: Half) -> Pin1:
        """Return where pin 1 of a half stands in the half's own top view."""
        if half is Half.HEADER and self.header is HeaderScheme.MATING:
            return Pin1.LOWER_LEFT if self.pin_1 is Pin1.UPPER_LEFT else Pin1.UPPER_LEFT
        return self.pin_1

    def number_at(self, half: Half, pins: int, row: int, column: int) -> int:
        """Return the number of one contact, in the own top view of a half with ``pins`` contacts.

        ``row`` is ``TOP_ROW`` (the smaller y) or ``BOTTOM_ROW``; ``column`` is 0 at the left end.
        """
        first_row = self._is_first_row(half, row)
        if self.rows is RowScheme.ODD_EVEN:
            return 2 * column + (1 if first_row else 2)
        if first_row:
            return column + 1
        return pins - column if self.rows is RowScheme.LOOP else pins // 2 + column + 1

    def terminal_at(self, half: Half, pins: int, row: int, *, left: bool) -> str:
        """Return the number of one soldering terminal, in the frame of :meth:`number_at`.

        ``left`` says that it is at the left end, where pin 1 is.
        """
        if self.terminals is TerminalScheme.SHARED:
            return "MP"
        place = (1 if left else 2) if self._is_first_row(half, row) else (4 if left else 3)
        return f"MP{place}" if self.terminals is TerminalScheme.SINGLE else str(pins + place)

    def has(self, scheme: Scheme) -> bool:
        """Return whether pins are numbered by a scheme."""
        found: Scheme = getattr(self, _FIELDS[type(scheme)])
        return found is scheme

    def with_scheme(self, scheme: Scheme) -> Numbering:
        """Return the numbering with one scheme in place of the one that it excludes."""
        # The name of the scheme's field goes with its kind.
        return replace(self, **{_FIELDS[type(scheme)]: scheme})  # type: ignore[arg-type]

    def describe(self, *, turned: bool = False) -> str:
        """Return the whole numbering in a few words, as drawings and files carry it.

        ``turned`` says that they stand beside a socket that is not seen from above.
        """
        contacts = self.describe_contacts(turned=turned)
        return f"{contacts}, {_TERMINAL_WORDS[self.terminals]}"

    def describe_contacts(self, *, turned: bool = False) -> str:
        """Return the numbering of the contacts in a few words, as :meth:`describe`."""
        pin_1 = f"{self.pin_1.words} in top view" if turned else self.pin_1.words
        header = "n meets n" if self.header is HeaderScheme.MATING else "alike in top view"
        return f"{_ROW_WORDS[self.rows]}, socket pin 1 {pin_1}, header {header}"

    @classmethod
    def from_words(cls, words: Iterable[str]) -> Numbering:
        """Return the numbering that some of the scheme names ask for; the rest stays default.

        A word that is no scheme, or that contradicts another, is an :class:`A4sError`.
        """
        chosen: dict[str, Any] = {}
        for word in words:
            scheme = next((s for s in NUMBERING_WORDS if s == word.strip().lower()), None)
            if scheme is None:
                known = ", ".join(NUMBERING_WORDS)
                raise A4sError(f"numbering: “{word}” is unknown; choose from {known}")
            field = _FIELDS[type(scheme)]
            if chosen.get(field, scheme) is not scheme:
                raise A4sError(f"numbering: {chosen[field]} and {scheme} exclude each other")
            chosen[field] = scheme
        return cls(**chosen)

    def _is_first_row(self, half: Half, row: int) -> bool:
        """Return whether a row is the one that pin 1 stands in."""
        return (row == TOP_ROW) == (self.pin_1_of(half) is Pin1.UPPER_LEFT)


_FIELDS: dict[type[Scheme], str] = {
    RowScheme: "rows",
    HeaderScheme: "header",
    Pin1: "pin_1",
    TerminalScheme: "terminals",
}
