"""The pads of a connector against a land pattern: each edge, and what is left for solder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from statistics import median

from a4s_gui.boards.audit.finding import Finding, Level, Rule
from a4s_gui.boards.audit.leads import Joint, joint
from a4s_gui.boards.data import Limits, check_data
from a4s_gui.boards.search.connector import Found
from a4s_gui.boards.search.contact_rows import ContactRows
from a4s_gui.boards.search.patterns import Fit
from a4s_gui.catalog.model import Connector
from a4s_gui.catalog.series import shipped_series
from a4s_gui.frozen import frozen
from a4s_gui.geometry.body_figures import metal
from a4s_gui.geometry.footprint import PadRole
from a4s_gui.geometry.shapes import Rectangle, round_mm

_MOST = 0.5
"""More than this share of the contacts off in one direction: the rows or the pitch are."""


@frozen
class HeldPad:
    """One pad in the part's frame with what is expected of it and what it leaves for solder."""

    number: str
    role: PadRole
    found: Rectangle
    expected: Rectangle
    joint: Joint


def held_pads(found: Found, rows: ContactRows, connector: Connector, fit: Fit) -> list[HeldPad]:
    """Return contacts, then terminals, each held against the pattern."""
    contact, terminal = (metal(found.half, role) for role in (PadRole.CONTACT, PadRole.TERMINAL))
    held = []
    for site, (rect, expected) in fit.contacts.items():
        left = joint(rect, contact, expected.x_mm)
        held.append(HeldPad(rows.contacts[site].number, PadRole.CONTACT, rect, expected, left))
    for corner, (rect, expected) in fit.terminals.items():
        left = joint(rect, terminal, corner[0] * connector.dimensions_mm.C / 2)
        held.append(HeldPad(rows.terminals[corner].number, PadRole.TERMINAL, rect, expected, left))
    return held


def pad_findings(pads: list[HeldPad], rows: ContactRows) -> Iterator[Finding]:
    """Yield what deviates and what leaves too little, like pads together."""
    limits = check_data().limits
    yield from _joint_findings(pads, limits)
    contacts = [pad for pad in pads if pad.role is PadRole.CONTACT]
    pitch, row_distance = _pitch(rows, limits), _row_distance(contacts, limits)
    yield from (finding for finding in (pitch, row_distance) if finding is not None)

    def is_explained(one: _Deviation) -> bool:
        """Return whether a contact is off as all are, by the pitch or by the rows' distance."""
        if one.rule is not Rule.CONTACT_POSITION:
            return False
        whole = pitch if one.is_along else row_distance
        if whole is None or whole.value is None or whole.expected is None:
            return False
        place = one.expected * whole.value / whole.expected
        return abs(one.value - place) <= limits.note_um / 1000

    deviations = (one for pad in pads for one in _deviations(pad, limits))
    yield from _together(one for one in deviations if not is_explained(one))


@frozen
class _Deviation:
    """One pad in one direction: the rule, and the largest distance of its two edges, in um."""

    rule: Rule
    is_along: bool
    pad: HeldPad
    edge_um: float
    value: float
    expected: float
    level: Level

    @property
    def off(self) -> float:
        return self.value - self.expected

    @property
    def is_place(self) -> bool:
        return self.rule in _POSITION.values()


_RULES = {
    (PadRole.CONTACT, True): Rule.CONTACT_WIDTH,
    (PadRole.CONTACT, False): Rule.CONTACT_LENGTH,
    (PadRole.TERMINAL, True): Rule.TERMINAL_WIDTH,
    (PadRole.TERMINAL, False): Rule.TERMINAL_LENGTH,
}
_POSITION = {PadRole.CONTACT: Rule.CONTACT_POSITION, PadRole.TERMINAL: Rule.TERMINAL_POSITION}


def _deviations(pad: HeldPad, limits: Limits) -> Iterator[_Deviation]:
    """Yield where a pad's edges are off by more than a note's limit, along and across the rows."""
    found, expected = pad.found, pad.expected
    for is_along, size, size_expected, place, place_expected in (
        (True, found.width_mm, expected.width_mm, found.x_mm, expected.x_mm),
        (False, found.height_mm, expected.height_mm, found.y_mm, expected.y_mm),
    ):
        off, larger = place - place_expected, (size - size_expected) / 2
        # The farther edge is off by the sum of both, whichever way they point.
        edge_um = round(1000 * (abs(off) + abs(larger)), 3)
        level = level_of(edge_um, limits)
        if level is None:
            continue
        is_size = abs(larger) >= abs(off)
        rule = _RULES[pad.role, is_along] if is_size else _POSITION[pad.role]
        value, meant = (size, size_expected) if is_size else (place, place_expected)
        yield _Deviation(rule, is_along, pad, edge_um, round_mm(value), round_mm(meant), level)


def level_of(edge_um: float, limits: Limits) -> Level | None:
    """Return how bad it is that something is so far off, ``None`` where it is not worth a note."""
    if edge_um > limits.warning_um:
        return Level.WARNING
    return Level.NOTE if edge_um > limits.note_um else None


def _together(deviations: Iterable[_Deviation]) -> Iterator[Finding]:
    """Yield findings, one for all pads that deviate alike."""

    def key(one: _Deviation) -> tuple[str, str, bool, float, float]:
        # What is expected of a place is another for each pad; their distance is what is alike.
        alike = (one.off, 0.0) if one.is_place else (one.value, one.expected)
        return one.rule, one.level, one.is_along, round(alike[0], 4), alike[1]

    for _, group in groupby(sorted(deviations, key=key), key):
        alike = list(group)
        first = alike[0]
        alone = len(alike) == 1 or not first.is_place
        found = (first.value, first.expected) if alone else (round_mm(first.off), 0.0)
        numbers = tuple(one.pad.number for one in alike)
        yield Finding(first.level, first.rule, _deviation_text(first), numbers, *found)


def _deviation_text(one: _Deviation) -> str:
    direction = "along the rows" if one.is_along else "across the rows"
    left = f"an edge is {one.edge_um:.1f} um off the pattern's; left are {one.pad.joint}"
    if one.is_place:
        return f"off its place by {1000 * one.off:+.1f} um {direction}; {left}"
    return f"{one.value:.3f} mm {direction} instead of {one.expected:.3f} mm; {left}"


def _pitch(rows: ContactRows, limits: Limits) -> Finding | None:
    pitch_mm = shipped_series().pitch_mm
    outermost_um = round(1000 * abs(rows.pitch_mm - pitch_mm) * (rows.columns - 1) / 2, 3)
    level = level_of(outermost_um, limits)
    if level is None:
        return None
    text = (
        f"the pitch is {rows.pitch_mm:.4f} mm instead of {pitch_mm:.2f} mm: the outermost "
        f"contacts are {outermost_um:.1f} um off"
    )
    return Finding(level, Rule.CONTACT_PITCH, text, (), round_mm(rows.pitch_mm), pitch_mm)


def _row_distance(contacts: list[HeldPad], limits: Limits) -> Finding | None:
    if not contacts:
        return None
    outward = [abs(pad.found.y_mm) - abs(pad.expected.y_mm) for pad in contacts]
    typical = median(outward)
    like = sum(abs(off - typical) < limits.note_um / 1000 for off in outward)
    # Longer or shorter pads move their centres as well: then their length is what is off.
    longer = median(pad.found.height_mm - pad.expected.height_mm for pad in contacts)
    level = level_of(round(1000 * (abs(typical) + abs(longer) / 2), 3), limits)
    if level is None or like < _MOST * len(contacts) or abs(longer) / 2 >= abs(typical):
        return None
    distance = 2 * median(abs(pad.found.y_mm) for pad in contacts)
    expected = 2 * abs(contacts[0].expected.y_mm)
    apart = f"the rows are {distance:.3f} mm apart instead of {expected:.3f} mm"
    text = f"{apart}; left are {contacts[0].joint}"
    return Finding(level, Rule.CONTACT_ROWS, text, (), round_mm(distance), round_mm(expected))


_Side = tuple[Rule, Rule, Callable[[Joint], float], float, str]


def _joint_findings(pads: list[HeldPad], limits: Limits) -> Iterator[Finding]:
    """Yield the pads whose metal has too little copper around it."""
    sides: tuple[_Side, ...] = (
        (Rule.CONTACT_TOE, Rule.TERMINAL_TOE, lambda j: j.toe_mm, limits.least_toe_mm, "toe"),
        (Rule.CONTACT_HEEL, Rule.TERMINAL_HEEL, lambda j: j.heel_mm, limits.least_heel_mm, "heel"),
        (Rule.CONTACT_SIDE, Rule.TERMINAL_SIDE, lambda j: j.side_mm, limits.least_side_mm, "side"),
    )
    for contact, terminal, length_of, least, word in sides:
        for role, rule in ((PadRole.CONTACT, contact), (PadRole.TERMINAL, terminal)):
            short = [p for p in pads if p.role is role and length_of(p.joint) < least]
            if short:
                worst = min(length_of(pad.joint) for pad in short)
                is_short = f"the {word} is {worst:.3f} mm, less than {least:.2f} mm"
                text = f"{is_short}: the metal is not on its pad"
                numbers = tuple(pad.number for pad in short)
                yield Finding(Level.ERROR, rule, text, numbers, worst, least)
