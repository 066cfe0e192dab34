"""A check of boards as a page for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.audit.finding import Finding
from a4s_gui.boards.check import CheckResult
from a4s_gui.boards.mating import Mating, MetContacts, State
from a4s_gui.catalog.numbers import pluralize
from a4s_gui.commands.text.text_page import table
from a4s_gui.report import board_words as words
from a4s_gui.report.records import LAND_PATTERN_NOTE


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
    yield f"{found.name}: {words.part_words(found)} (by {found.identified_by})"
    facts = (
        ("stands on", words.place_words(found)),
        ("numbering", words.numbering_words(found)),
        ("terminals", ", ".join(found.terminal_names)),
        ("nearest land pattern", words.nearest_words(audit)),
        ("largest deviation", words.deviation_words(audit)),
    )
    yield from table([("", *fact) for fact in facts if fact[1]])
    yield from (_finding_line(finding) for finding in audit.findings)


def _finding_line(finding: Finding) -> str:
    pads = f" (pads {words.shown_names(finding.pads)})" if finding.pads else ""
    return f"  {finding.level}: {finding.rule}: {finding.text}{pads}"


def _mating_lines(mating: Mating) -> Iterator[str]:
    yield f"{mating.socket.name} with {mating.header.name}: {words.count_words(mating)}"
    if said := words.diagnosis(mating):
        yield f"  {said}"
    different = [pad for pad in mating.pads if pad.state is State.DIFFERENT]
    if different:
        yield from table(
            [("SOCKET", "NET", "HEADER", "NET"), *map(_cells, different)], indent="    "
        )
    yield from (
        f"  {said}" for said in (words.turned_words(mating), words.offset_words(mating)) if said
    )


def _cells(pad: MetContacts) -> tuple[str, ...]:
    cells = (pad.socket_pad, pad.socket_net, pad.header_pad, pad.header_net)
    return tuple(cell or "-" for cell in cells)
