"""What a check of boards found, in words: for a terminal's page and for the window."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.mating import Arrangement, Mating, State
from a4s_gui.boards.search.connector import Found
from a4s_gui.catalog.numbers import format_number
from a4s_gui.catalog.wording import first_of

NO_MATING = "no socket and header here have the same number of pins: nothing can be mated"
_MOST_NAMES = 12
_MOVE = {
    Arrangement.TURNED: "turned by half a turn",
    Arrangement.ROWS_SWAPPED: "with the two rows of one half swapped",
    Arrangement.ENDS_SWAPPED: "with the two ends of one half swapped, rows kept,",
}
_NEEDS = {
    Arrangement.TURNED: "; that needs no new board, if the boards have room for it",
    Arrangement.ROWS_SWAPPED: (
        ": one footprint is numbered as the mirror image of what its symbol means; that needs a "
        "new board"
    ),
    Arrangement.ENDS_SWAPPED: "; that needs a new board",
}


def part_words(found: Found) -> str:
    """Return the part of a connector: its number, half and pins."""
    return f"{found.part or 'a part without a number'}, {found.half}, {found.pins} pins"


def place_words(found: Found) -> str:
    """Return where a connector stands; empty where that is not known."""
    if found.rows is None:
        return ""
    return f"the {found.side}, turned by {format_number(found.rotation_deg or 0)}°"


def numbering_words(found: Found) -> str:
    """Return how a connector is numbered."""
    scheme = found.scheme
    return f"{scheme.rows}, pin 1 at the {scheme.pin_1}" if scheme else "no scheme"


def nearest_words(audit: Audit) -> str:
    """Return the nearest land patterns; empty where there are no pads."""
    also = f"; the same: {', '.join(audit.also_fits)}" if audit.also_fits else ""
    return f"{audit.nearest}{also}" if audit.fit else ""


def deviation_words(audit: Audit) -> str:
    """Return how far pads are off the pattern they are held against; empty where there are none."""
    fit = audit.fit
    if fit is None:
        return ""
    terminals = "none" if fit.terminals_um is None else f"{fit.terminals_um:.1f} um"
    return f"contacts {fit.contacts_um or 0:.1f} um, terminals {terminals}, from {fit.pattern.name}"


def audit_words(audit: Audit) -> str:
    """Return all that is known of a connector but its findings, in one line."""
    found = audit.connector
    parts = (
        ("", part_words(found)),
        ("on ", place_words(found)),
        ("numbered ", numbering_words(found)),
        ("terminals ", ", ".join(found.terminal_names)),
        ("pads nearest to ", nearest_words(audit)),
        ("off by ", deviation_words(audit)),
    )
    return "; ".join(f"{name}{words}" for name, words in parts if words)


def count_words(mating: Mating) -> str:
    """Return how many nets are the same, different and open."""
    return ", ".join(f"{mating.count(state)} {state}" for state in State)


def diagnosis(mating: Mating) -> str:
    """Return with which arrangement all nets would match, or nearly, and what that means."""
    match, near = mating.would_match, mating.nearly
    if match is Arrangement.AS_DRAWN:
        return f"{match}: all nets that meet are the same"
    if match is not None:
        return f"{match}: {_MOVE[match]} all nets would be the same{_NEEDS[match]}"
    if not mating.count(State.DIFFERENT):
        return ""
    none = "no swap of rows or ends, and no turn, makes all nets equal"
    if near is None:
        return none
    counts = f"{near.same} would be the same and {near.different} different"
    return f"{none}; nearly {near.arrangement}: {_MOVE[near.arrangement]} {counts}"


def turned_words(mating: Mating) -> str:
    """Return which supplies would meet others if the header were turned; empty for none."""
    hazards = [nets for nets in mating.turned if nets.hazard]
    if not hazards:
        return ""
    met = shown_names([f"{nets.socket_net} on {nets.header_net}" for nets in hazards])
    return f"mated the wrong way round (no stated key prevents it): {met}"


def offset_words(mating: Mating) -> str:
    """Return how the header's board lies over the socket's; empty where one is on no board."""
    offset = mating.offset
    if offset is None:
        return ""
    x, y = offset.offset_mm
    over = "turned over, then " if offset.is_turned_over else ""
    return (
        f"the header's board lies {over}turned by {format_number(offset.angle_deg)}°, "
        f"its origin at {format_number(x)}, {format_number(y)} mm of the socket's board"
    )


def shown_names(names: Sequence[str]) -> str:
    """Return some names, of many the first ones and how many more there are."""
    return first_of(names, _MOST_NAMES)
