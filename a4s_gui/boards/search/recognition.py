"""How a connector is numbered: which scheme its pads follow, and where its pin 1 is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from a4s_gui.boards.search.contact_rows import ContactRows, Site
from a4s_gui.geometry.numbering import BOTTOM_ROW, TOP_ROW

PIN_1_WORDS = {TOP_ROW: "upper-left", BOTTOM_ROW: "lower-left"}

_LEAST_SHARE = 0.6
"""Of the contacts that must carry the scheme's number before it is said to be followed."""

_SCHEMES: Mapping[str, tuple[Callable[[int, int], int], Callable[[int, int], int]]] = {
    "odd-even": (lambda c, _: 2 * c + 1, lambda c, _: 2 * c + 2),
    "loop": (lambda c, _: c + 1, lambda c, n: 2 * n - c),
    "row-by-row": (lambda c, _: c + 1, lambda c, n: n + c + 1),
}
"""Number of a contact in the row of pin 1, and in the other, by column and number of columns."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How numbers run: the words of ``rows``, and the row of pin 1, whose left end it is at."""

    rows: str
    pin_1_row: int

    @property
    def pin_1(self) -> str:
        """The corner of pin 1, as words."""
        return PIN_1_WORDS[self.pin_1_row]

    def number_at(self, site: Site, columns: int) -> str:
        """Return the number that the scheme gives a contact."""
        row, column = site
        first, other = _SCHEMES[self.rows]
        return str((first if row == self.pin_1_row else other)(column, columns))


SCHEMES = tuple(Scheme(rows, row) for rows in _SCHEMES for row in (TOP_ROW, BOTTOM_ROW))


def recognise(found: ContactRows) -> tuple[ContactRows, Scheme | None]:
    """Return the rows with pin 1 at the left end, and the scheme; ``None`` if none is followed.

    Where no scheme is followed, the pad numbered 1 decides on the end; without one the frame stays
    as it is.
    """
    choices = [
        (_agreement(rows, scheme), -index, rows, scheme)
        for rows in (found, found.turned_half())
        for index, scheme in enumerate(SCHEMES)
    ]
    agreement, _, rows, scheme = max(choices, key=lambda choice: choice[:2])
    if agreement >= _LEAST_SHARE * len(found.contacts):
        return rows, scheme
    at_left = next((column for (_, column), p in found.contacts.items() if p.number == "1"), 0)
    return (found if 2 * at_left < found.columns else found.turned_half()), None


def _agreement(rows: ContactRows, scheme: Scheme) -> int:
    return sum(
        pad.number == scheme.number_at(site, rows.columns) for site, pad in rows.contacts.items()
    )


def scheme_of(number_at: Callable[[Site], str], columns: int) -> Scheme | None:
    """Return the scheme that numbers contacts as a function does, for pin lists."""
    sites = [(row, column) for row in (TOP_ROW, BOTTOM_ROW) for column in range(columns)]
    return next(
        (s for s in SCHEMES if all(number_at(x) == s.number_at(x, columns) for x in sites)), None
    )
