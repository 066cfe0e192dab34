"""A check of boards as a page for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.audit.finding import Finding
from a4s_gui.boards.check import CheckResult
from a4s_gui.boards.mating import Arrangement, Mating, MetContacts, State
from a4s_gui.boards.search.connector import Found
from a4s_gui.catalog.numbers import format_number, pluralize
from a4s_gui.commands.text.text_page import table
from a4s_gui.report.records import LAND_PATTERN_NOTE

_MOST_PADS = 12
_MEANING = {
    Arrangement.AS_DRAWN: "all nets that meet are the same",
    Arrangement.TURNED: (
        "turned by half a turn all nets would be the same; that needs no new board, if the boards "
        "have room for it"
    ),
    Arrangement.ROWS_SWAPPED: (
        "with the two rows of one half swapped all nets would be the same: one footprint is "
        "numbered as the mirror image of what its symbol means; that needs a new board"
    ),
    Arrangement.ENDS_SWAPPED: (
        "with the two ends of one half swapped, rows kept, all nets would be the same; that needs "
        "a new board"
    ),
}


def check_page(result: CheckResult) -> str:
    """Return each connector with its findings, then each mating with what does not match."""
    lines: list[str] = []
    for audit in result.audits:
        lines += [*_connector_lines(audit), ""]
    best = [mating for mating in result.matings if mating.is_best]
    for mating in best:
        lines += [*_mating_lines(mating), ""]
    others = len(result.matings) - len(best)
    if others:
        lines += [f"{pluralize(others, 'other mating')} possible: see --json, or choose by --mate"]
    if any(audit.fit for audit in result.audits):
        lines.append(LAND_PATTERN_NOTE)
    return "\n".join(lines)


def _connector_lines(audit: Audit) -> Iterator[str]:
    found = audit.connector
    what = f"{found.part or 'a part without a number'}, {found.half}, {found.pins} pins"
    yield f"{found.name}: {what} (by {found.identified_by})"
    yield from table([("", *row) for row in _facts(found, audit)])
    yield from (line for finding in audit.findings for line in _finding_lines(finding))


def _facts(found: Found, audit: Audit) -> Iterator[tuple[str, str]]:
    if found.rows is not None:
        yield "stands on", f"the {found.side}, turned by {format_number(found.rotation_deg or 0)}°"
    scheme = found.scheme
    yield "numbering", f"{scheme.rows}, pin 1 at the {scheme.pin_1}" if scheme else "no scheme"
    if found.terminal_names:
        yield "terminals", ", ".join(found.terminal_names)
    fit = audit.fit
    if fit is None:
        return
    also = f"; the same: {', '.join(audit.also_fits)}" if audit.also_fits else ""
    yield "nearest land pattern", f"{audit.nearest}{also}"
    terminals = "none" if fit.terminals_um is None else f"{fit.terminals_um:.1f} um"
    off = f"contacts {fit.contacts_um or 0:.1f} um, terminals {terminals}"
    yield "largest deviation", f"{off}, from {fit.pattern.name}"


def _finding_lines(finding: Finding) -> Iterator[str]:
    pads = f" (pads {_shown(finding.pads)})" if finding.pads else ""
    yield f"  {finding.level}: {finding.rule}: {finding.text}{pads}"


def _mating_lines(mating: Mating) -> Iterator[str]:
    counts = ", ".join(f"{mating.count(state)} {state}" for state in State)
    yield f"{mating.socket.name} with {mating.header.name}: {counts}"
    if mating.would_match is not None:
        yield f"  {mating.would_match}: {_MEANING[mating.would_match]}"
    elif mating.count(State.DIFFERENT):
        yield "  no swap of rows or ends, and no turn, makes all nets equal"
    different = [pad for pad in mating.pads if pad.state is State.DIFFERENT]
    if different:
        yield from table(
            [("SOCKET", "NET", "HEADER", "NET"), *map(_cells, different)], indent="    "
        )
    yield from _turned_lines(mating)
    offset = mating.offset
    if offset is not None:
        x, y = offset.offset_mm
        over = "turned over, then " if offset.is_turned_over else ""
        yield (
            f"  the header's board lies {over}turned by {format_number(offset.angle_deg)}°, "
            f"its origin at {format_number(x)}, {format_number(y)} mm of the socket's board"
        )


def _cells(pad: MetContacts) -> tuple[str, ...]:
    cells = (pad.socket_pad, pad.socket_net, pad.header_pad, pad.header_net)
    return tuple(cell or "-" for cell in cells)


def _turned_lines(mating: Mating) -> Iterator[str]:
    hazards = [nets for nets in mating.turned if nets.hazard]
    if hazards:
        met = _shown([f"{nets.socket_net} on {nets.header_net}" for nets in hazards])
        yield f"  mated the wrong way round (no stated key prevents it): {met}"


def _shown(names: Iterable[str]) -> str:
    found = list(names)
    more = len(found) - _MOST_PADS
    return ", ".join(found[:_MOST_PADS]) + (f" and {more} more" if more > 0 else "")
