"""How much current a pair carries: a contact, all contacts together, and some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Pair, Source
from a4s_gui.catalog.numbers import (
    exact,
    format_a,
    format_exact,
    format_number,
    is_count,
    is_number,
    pluralize,
    rounded_down,
    with_unit,
)
from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen

if TYPE_CHECKING:
    from decimal import Decimal

RETURN_NOTE = (
    "Contacts that carry the current back count as well: the limit in all is read as that of "
    "supply and return together, since the datasheet says no more."
)
"""What to say beside every answer about several contacts."""


class CurrentError(A4sError):
    """A question about current that no pair could answer."""


@frozen
class Answer:
    """Whether some contacts of a pair carry a current together, and why.

    ``capacity_a`` is what the contacts asked about carry together at most; ``contacts_needed`` how
    many it takes for the current asked for, ``None`` where no number of contacts of this series
    is enough.
    """

    enough: bool
    why: str
    formula: str
    capacity_a: float
    contacts_needed: int | None
    source: Source


def current_figures(pair: Pair) -> tuple[Figure, ...]:
    """Return what follows from the two limits for this number of contacts."""
    return (rated_current_in_all(pair), contacts_at_full_current(pair), shared_current(pair))


def rated_current_in_all(pair: Pair) -> Figure:
    """Return what all contacts together carry at most, in A."""
    each, most = _limits(pair)
    capacity = min(each * pair.pins, most)
    formula = (
        f"smaller of {format_a(each)} × {pair.pins} contacts = {format_a(each * pair.pins)} "
        f"and {format_a(most)} in all = {format_a(capacity)}"
    )
    return _figure(pair, "Rated current of all contacts", float(capacity), "A", formula)


def contacts_at_full_current(pair: Pair) -> Figure:
    """Return how many contacts can carry their full current at the same time."""
    each, most = _limits(pair)
    fit = int((most / each).to_integral_value("ROUND_FLOOR"))
    full = min(fit, pair.pins)
    formula = f"{format_a(most)} ÷ {format_a(each)}, rounded down = {fit}"
    if pair.pins <= fit:
        formula += f", not fewer than the {pair.pins} contacts there are = {full}"
    return _figure(pair, "Contacts at full current", full, "contacts", formula)


def shared_current(pair: Pair) -> Figure:
    """Return what each contact carries when all carry the same, in A, rounded down to 0.1 mA."""
    each, most = _limits(pair)
    if each * pair.pins <= most:
        formula = f"{format_a(each)}: {pair.pins} contacts stay within {format_a(most)} in all"
        return _figure(pair, "Current a contact, all alike", float(each), "A", formula)
    share = rounded_down(most / pair.pins)
    rounding = "" if exact(share) * pair.pins == most else ", rounded down"
    formula = f"{format_a(most)} ÷ {pair.pins} contacts{rounding} = {format_a(share)}"
    return _figure(pair, "Current a contact, all alike", share, "A", formula)


def enough_current(pair: Pair, amperes: float, contacts: int) -> Answer:
    """Return whether some contacts of a pair carry a current, in A, that they share evenly.

    A :class:`CurrentError` refuses a current that is not above 0, and less than one contact.
    """
    _check(amperes, contacts)
    each, most = _limits(pair)
    wanted = exact(amperes)
    capacity = min(each * contacts, most)
    needed = contacts_for(pair, amperes)
    asked = with_unit(format_exact(amperes), "A")
    sign = "≥" if wanted <= capacity else "<"
    formula = (
        f"smaller of {format_a(each)} × {pluralize(contacts, 'contact')} "
        f"= {format_a(each * contacts)} and {format_a(most)} in all "
        f"= {format_a(capacity)} {sign} {asked}"
    )
    enough = contacts <= pair.pins and wanted <= capacity
    return Answer(
        enough=enough,
        why=_why(pair, wanted, contacts, needed),
        formula=formula,
        capacity_a=float(capacity),
        contacts_needed=needed,
        source=pair.sources["ratings"],
    )


def contacts_for(pair: Pair, amperes: float) -> int | None:
    """Return how many contacts share a current within the limits; ``None`` if none suffice.

    The number may be larger than that of the pair's contacts: another pair then has them. A current
    that is not a number above 0 is a :class:`CurrentError`.
    """
    _check(amperes, 1)
    each, most = _limits(pair)
    wanted = exact(amperes)
    return int((wanted / each).to_integral_value("ROUND_CEILING")) if wanted <= most else None


def _why(pair: Pair, wanted: Decimal, contacts: int, needed: int | None) -> str:
    each, most = _limits(pair)
    if contacts > pair.pins:
        return f"This pair has only {pair.pins} contacts, not {format_number(contacts)}."
    asked = with_unit(format_exact(wanted), "A")
    if needed is None:
        return f"{asked} is more than the {format_a(most)} that all contacts together may carry."
    share = _share(wanted / contacts, each)
    if contacts < needed:
        has = "" if needed <= pair.pins else f", and this pair has {pair.pins}"
        return (
            f"{share} on each of {pluralize(contacts, 'contact')} is more than {format_a(each)}; "
            f"it takes {pluralize(needed, 'contact')}{has}."
        )
    return (
        f"{share} on each of {pluralize(contacts, 'contact')} is within {format_a(each)}, "
        f"and {asked} in all within {format_a(most)}."
    )


def _check(amperes: float, contacts: int) -> None:
    if not is_number(amperes) or amperes <= 0:
        raise CurrentError(f"current: {amperes} is not a number of amperes above 0")
    if not is_count(contacts, 1):
        raise CurrentError(f"contacts: {contacts} is not a whole number from 1 up")


def _limits(pair: Pair) -> tuple[Decimal, Decimal]:
    """Return the rated current of one contact and of all, in A."""
    ratings = pair.ratings
    return exact(ratings.rated_current_a_per_contact), exact(ratings.rated_current_a_total)


def _share(amperes: Decimal, limit: Decimal) -> str:
    """Return a current with as many decimals as keep it apart from 0 and from its limit."""
    for decimals in range(4, 30):
        text = f"{amperes:.{decimals}f}"
        shown = exact(text)
        if shown and (shown != limit or amperes == limit):
            break
    return with_unit(format_exact(float(text)), "A")


def _figure(pair: Pair, name: str, value: float, unit: str, formula: str) -> Figure:
    return Figure(name, value, unit, (pair.sources["ratings"],), formula)
