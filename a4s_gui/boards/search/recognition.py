"""How a connector is numbered: which scheme its pads follow, and where its pin 1 is."""

from __future__ import annotations

from a4s_gui.boards.search.contact_rows import ContactRows, Site
from a4s_gui.catalog.model import Half
from a4s_gui.frozen import frozen
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, Pin1, RowScheme

_LEAST_SHARE = 0.6
"""Of the contacts that must carry the scheme's number before it is said to be followed."""


@frozen
class Scheme:
    """How numbers run, and the corner of pin 1, whatever half it is."""

    rows: RowScheme
    pin_1: Pin1

    def number_at(self, site: Site, columns: int) -> str:
        """Return the number that the scheme gives a contact."""
        alike = Numbering(self.rows, HeaderScheme.SAME, self.pin_1)
        return str(alike.number_at(Half.SOCKET, 2 * columns, *site))


SCHEMES = tuple(Scheme(rows, corner) for rows in RowScheme for corner in Pin1)


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
