"""The numbers of a connector: missing, doubled, or following no scheme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from a4s_gui.boards.audit.finding import Finding, Level, Rule
from a4s_gui.boards.search.connector import Found
from a4s_gui.boards.search.contact_rows import ContactRows


def number_findings(found: Found) -> Iterator[Finding]:
    """Yield numbers that are missing or doubled, and pads that follow no scheme."""
    if found.component is None:
        yield from _list_findings(found)
        return
    rows = found.rows
    if rows is None or not found.numbers:
        return
    terminals = rows.terminals.values()
    times = Counter(found.numbers.values())
    shared = {pad.number for pad in terminals} & set(times) - {""}
    meant = {str(n) for n in range(1, found.pins + 1)}
    missing = sorted(meant - set(times), key=int)
    doubled = sorted(({n for n, count in times.items() if count > 1} | shared) - {""})
    if missing:
        text = "no contact has these numbers"
        yield Finding(Level.ERROR, Rule.NUMBER_MISSING, text, tuple(missing))
    if doubled:
        text = "more than one pad has these numbers"
        yield Finding(Level.ERROR, Rule.NUMBER_DOUBLED, text, tuple(doubled))
    strange = _off_scheme(found, rows)
    if strange:
        what = "a numbering in odd/even rows, as a loop or row by row"
        if found.scheme:
            what = f"the {found.scheme.rows} numbering of the others"
        text = f"the numbers of these pads do not follow {what}"
        yield Finding(Level.ERROR, Rule.NUMBER_SCHEME, text, strange)


def _list_findings(found: Found) -> Iterator[Finding]:
    """Yield the pins of a list that are doubled, of no part, or not there."""
    for level, rule, text, pins in (
        (Level.ERROR, Rule.NUMBER_DOUBLED, "the list has these pins twice", found.doubled),
        (
            Level.ERROR,
            Rule.NUMBER_SCHEME,
            f"the list has pins that a part of {found.pins} contacts does not have",
            found.unknown,
        ),
        (
            Level.NOTE,
            Rule.NUMBER_MISSING,
            "the list does not have these pins: they are taken for open",
            found.unlisted,
        ),
    ):
        if pins:
            yield Finding(level, rule, text, pins)


def _off_scheme(found: Found, rows: ContactRows) -> tuple[str, ...]:
    """Return the numbers that are not where the scheme has them; unnumbered pads are missing."""
    scheme = found.scheme
    return tuple(
        number
        for site, number in found.numbers.items()
        if number and (scheme is None or number != scheme.number_at(site, rows.columns))
    )
