"""Everything that is found about one connector by itself: pads, numbers, mask, paste, currents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from a4s_gui.boards.audit.finding import Finding, Level, Rule
from a4s_gui.boards.audit.number_findings import number_findings
from a4s_gui.boards.audit.pad_findings import HeldPad, held_pads, level_of, pad_findings
from a4s_gui.boards.data import check_data
from a4s_gui.boards.model import Component
from a4s_gui.boards.nets import NetNames, plain_name
from a4s_gui.boards.search.connector import Found, in_number_order
from a4s_gui.boards.search.contact_rows import ContactRows
from a4s_gui.boards.search.patterns import Fit, connector_of, fit, nearest_fits
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import format_number, pluralize
from a4s_gui.frozen import frozen
from a4s_gui.geometry.footprint import PadRole
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN
from a4s_gui.geometry.shapes import round_mm

_CORNERS = 4
_TOUCH_MM = 1e-6
_FAR_BETTER = 0.5
"""Deviations from the other half's pattern less than this share of those from the own one."""


@frozen(slots=False)
class Audit:
    """One connector held against a land pattern.

    ``fit`` is ``None``, and ``nearest`` empty, where there are no pads to hold against one.
    """

    connector: Found
    fit: Fit | None
    nearest: str
    also_fits: tuple[str, ...]
    pads: tuple[HeldPad, ...]
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        """Whether an error is among the findings."""
        return any(finding.level is Level.ERROR for finding in self.findings)


def audit(
    found: Found, catalog: Catalog, names: NetNames, pattern: LandPattern | None = None
) -> Audit:
    """Hold a connector against the nearest shipped land pattern, or against the one given."""
    findings = [*number_findings(found), *_current_findings(found, catalog, names)]
    rows = found.rows
    connector = connector_of(catalog, found.half, 2 * rows.columns) if rows else None
    if rows is None or connector is None:
        if found.component is not None:
            findings.insert(0, _no_rows(found, found.component))
        return Audit(found, None, "", (), (), tuple(findings))
    nearest, also_fits = nearest_fits(rows, connector)
    held_against = fit(rows, connector, pattern) if pattern else nearest
    pads = held_pads(found, rows, connector, held_against)
    findings = [
        *_part_findings(found, rows, nearest, catalog),
        *_count_findings(found, rows),
        *findings,
        *_overlaps(found),
        *pad_findings(pads, rows),
        *_origin(found, rows),
        *_mask(rows, held_against.pattern),
        *_paste(found, rows, held_against.pattern),
        *_older_default(found, nearest),
    ]
    findings.sort(key=lambda finding: list(Level).index(finding.level))
    return Audit(found, held_against, nearest.pattern.name, also_fits, tuple(pads), tuple(findings))


def _no_rows(found: Found, component: Component) -> Finding:
    pads = len(component.pads)
    text = (
        f"{found.pins} contacts in two rows at 0.40 mm are expected of {found.part}; "
        f"its {pluralize(pads, 'pad')} are not that"
    )
    return Finding(Level.ERROR, Rule.CONTACT_COUNT, text, (), pads, found.pins)


def _part_findings(
    found: Found, rows: ContactRows, nearest: Fit, catalog: Catalog
) -> Iterator[Finding]:
    """Yield that the part which is named has other pads: those of its mate, or more, or fewer."""
    mate = connector_of(catalog, found.half.mate, 2 * rows.columns)
    is_mates = mate and nearest_fits(rows, mate)[0].total_mm < _FAR_BETTER * nearest.total_mm
    half = found.half.mate if is_mates else found.half
    if found.said and not any((p.half, p.pins) == (half, found.pins) for p in found.said):
        said = found.said[0]
        is_said = f"{said.today()} is a {said.pins}-pin {said.half}"
        text = f"{is_said}; the pads are those of a {found.pins}-pin {half}"
        yield Finding(Level.ERROR, Rule.OTHER_PART, text)


def _count_findings(found: Found, rows: ContactRows) -> Iterator[Finding]:
    contacts, terminals = len(rows.contacts), len(rows.terminals)
    if contacts != found.pins:
        text = f"{pluralize(contacts, 'contact')} instead of {found.pins}"
        yield Finding(Level.ERROR, Rule.CONTACT_COUNT, text, (), contacts, found.pins)
    if terminals < _CORNERS:
        text = f"{pluralize(terminals, 'soldering terminal')} instead of {_CORNERS}"
        yield Finding(Level.ERROR, Rule.TERMINAL_MISSING, text, (), terminals, _CORNERS)
    if rows.strays:
        text = f"{pluralize(len(rows.strays), 'pad')} more, where neither contact nor terminal is"
        strays = tuple(pad.number for pad in rows.strays)
        yield Finding(Level.WARNING, Rule.STRAY_PAD, text, strays)


def _overlaps(found: Found) -> Iterator[Finding]:
    """Yield pads whose copper overlaps; those of one soldering terminal may."""
    if found.rows is None or found.component is None:
        return
    rows = found.rows
    pads = [pad for pad in found.component.pads if pad.side in (rows.side, None)]
    boxes = sorted(
        ((rows.rect_of(pad).grown(-_TOUCH_MM), pad) for pad in pads), key=lambda one: one[0].left_mm
    )
    contacts = {id(pad) for pad in rows.contacts.values()}
    seen: dict[str, None] = {}
    for i, (box, one) in enumerate(boxes):
        for other_box, other in boxes[i + 1 :]:
            if other_box.left_mm >= box.right_mm:
                break
            are_one = one.number == other.number and not {id(one), id(other)} & contacts
            if not are_one and box.overlaps(other_box):
                seen |= {one.number: None, other.number: None}
    if seen:
        text = "the copper of these pads overlaps"
        yield Finding(Level.ERROR, Rule.PADS_OVERLAP, text, tuple(seen))


def _origin(found: Found, rows: ContactRows) -> Iterator[Finding]:
    """Yield how far the footprint's origin, by which a part is placed, is from its centre."""
    if found.component is None or found.component.anchor_mm is None:
        return
    x, y = rows.place_of(*found.component.anchor_mm)
    off_um = round(1000 * max(abs(x), abs(y)), 3)
    level = level_of(off_um, check_data().limits)
    if level is not None:
        text = (
            f"the footprint's origin, by which machines place the part, is {x:+.3f}, {y:+.3f} mm "
            "off the connector's centre"
        )
        yield Finding(level, Rule.ORIGIN_OFFSET, text, (), round_mm(off_um / 1000), 0.0)


def _mask(rows: ContactRows, pattern: LandPattern) -> Iterator[Finding]:
    """Yield the least web of solder mask between neighbours, where it is too small."""
    least = check_data().limits.least_mask_web_mm
    webs = []
    for (site, left), (next_site, right) in pairwise(sorted(rows.contacts.items())):
        if next_site != (site[0], site[1] + 1):
            continue
        set_mm = [pad.mask_margin_mm for pad in (left, right)]
        margins = [pattern.common.mask_margin_mm if mm is None else mm for mm in set_mm]
        gap = rows.rect_of(right).left_mm - rows.rect_of(left).right_mm
        webs.append((round_mm(gap - sum(margins)), set_mm[0] is None, margins[0]))
    if not webs:
        return
    web, is_assumed, margin = min(webs)
    if web < least:
        whose = "the land pattern's margin, the file sets none" if is_assumed else "the file's"
        width = f"{web:.3f} mm" if web > 0 else "nothing"
        text = (
            f"{width} of solder mask between contacts with {margin:.3f} mm round each pad "
            f"({whose}); many fabricators want {least:.2f} mm"
        )
        level = Level.NOTE if is_assumed else Level.WARNING
        yield Finding(level, Rule.MASK_WEB, text, (), web, least)


def _paste(found: Found, rows: ContactRows, pattern: LandPattern) -> Iterator[Finding]:
    """Yield stencil openings that the file sets, where their share is not the pattern's."""
    figures = pattern.half(found.half)
    tolerance = check_data().limits.paste_share
    for role, pads in ((PadRole.CONTACT, rows.contacts), (PadRole.TERMINAL, rows.terminals)):
        meant = figures.pad(role).paste_ratio
        off = [
            pad
            for pad in pads.values()
            if pad.paste_ratio is not None and abs(pad.paste_ratio - meant) > tolerance
        ]
        if off:
            share = off[0].paste_ratio or 0.0
            text = (
                f"the stencil opens {100 * share:.0f} % of a {role} pad; "
                f"{100 * meant:.0f} % are recommended at {pattern.common.paste_thickness_um:g} um"
            )
            numbers = tuple(pad.number for pad in off)
            yield Finding(Level.NOTE, Rule.PASTE_SHARE, text, numbers, round(share, 3), meant)


def _older_default(found: Found, nearest: Fit) -> Iterator[Finding]:
    older = check_data().older_defaults.get(found.half)
    off_um = max(nearest.contacts_um or 0.0, nearest.terminals_um or 0.0)
    name = nearest.pattern.name
    if name == older != DEFAULT_PATTERN and off_um <= check_data().limits.note_um:
        text = f"these pads are those of the pattern {name}, this program's default before"
        yield Finding(Level.NOTE, Rule.OLDER_DEFAULT, f"{text}; today's has shorter terminals")


def _current_findings(found: Found, catalog: Catalog, names: NetNames) -> Iterator[Finding]:
    """Yield what the contacts of each supply carry, by the datasheet's rating."""
    pair = _pair_of(found, catalog)
    if pair is None:
        return
    pads: dict[str, list[str]] = {}
    for site, net in found.nets_at.items():
        if net and names.is_supply(net):
            pads.setdefault(names.net(net), []).append(found.numbers[site])
    each, most = pair.ratings.rated_current_a_per_contact, pair.ratings.rated_current_a_total
    for net, found_numbers in pads.items():
        numbers = sorted(found_numbers, key=in_number_order)
        carries = round(min(each * len(numbers), most / 2), 3)
        text = (
            f"{plain_name(net)} is on {pluralize(len(numbers), 'contact')}: "
            f"{format_number(carries)} A at most ({len(numbers)} x {format_number(each)} A; "
            f"{format_number(most)} A in all, the return counted)"
        )
        yield Finding(Level.NOTE, Rule.NET_CURRENT, text, tuple(numbers), carries)


def _pair_of(found: Found, catalog: Catalog) -> Pair | None:
    pairs = catalog.pairs_of(found.part) if found.part else catalog.pairs
    return next((pair for pair in pairs if pair.pins == found.pins), None)
