"""The columns of the panel's tables: connectors, findings, and pads that meet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.audit.finding import Finding, Level
from a4s_gui.boards.mating import MetContacts, State
from a4s_gui.boards.search.connector import Found
from a4s_gui.catalog.numbers import format_number
from a4s_gui.drawing.style import ColorRole
from a4s_gui.report import board_words as words
from a4s_gui.ui.core.theme import mark_colour
from a4s_gui.ui.widgets.tables.table_model import CENTRE, LEFT, RIGHT, Column

_LEVELS = {
    Level.ERROR: ColorRole.PIN_1,
    Level.WARNING: ColorRole.STIFFENER,
    Level.NOTE: ColorRole.PASTE,
}
_STATES = {
    State.SAME: ColorRole.MASK,
    State.DIFFERENT: ColorRole.PIN_1,
    State.OPEN: ColorRole.PASTE,
}


def short_name(found: Found) -> str:
    """Return file and reference of a connector, without the folder."""
    return f"{Path(found.file).name}: {found.reference}"


def worst_level(audit: Audit) -> Level | None:
    """Return the worst level of a connector's findings."""
    found = {finding.level for finding in audit.findings}
    return next((level for level in Level if level in found), None)


def _of(text: Callable[[Found], str]) -> Callable[[Audit], str]:
    return lambda audit: text(audit.connector)


CONNECTOR_COLUMNS: tuple[Column[Audit], ...] = (
    Column(
        "Connector",
        "File and reference",
        _of(short_name),
        explain=lambda audit: f"{audit.connector.name}: {words.audit_words(audit)}",
    ),
    Column(
        "Worst",
        "The worst level among its findings",
        lambda audit: worst_level(audit) or "nothing",
        color=lambda audit: mark_colour(_LEVELS[worst_level(audit) or Level.NOTE]),
        bold=lambda audit: audit.has_errors,
    ),
    Column(
        "Part",
        "Its part number, and how it was identified",
        _of(lambda found: found.part or "no number"),
        explain=_of(lambda found: f"{words.part_words(found)}, by {found.identified_by}"),
    ),
    Column("Half", "Socket or header", _of(lambda found: found.half)),
    Column("Pins", "Its contacts", _of(lambda found: str(found.pins)), RIGHT),
    Column("Side", "The side of its board", _of(lambda found: found.side or "–"), CENTRE),
    Column(
        "Turned",
        "Counter-clockwise as seen from the part's side, 0° with pin 1 at the left",
        _of(lambda f: "–" if f.rotation_deg is None else f"{format_number(f.rotation_deg)}°"),
        RIGHT,
    ),
    Column("Numbering", "How the numbers run, and where pin 1 is", _of(words.numbering_words)),
    Column(
        "Nearest pattern",
        "The land pattern that its pads are nearest to",
        lambda audit: audit.nearest or "–",
        explain=words.nearest_words,
    ),
    Column(
        "Deviation",
        "The largest distance of a pad's edge from its place",
        words.deviation_words,
        explain=words.deviation_words,
    ),
)
FINDING_COLUMNS: tuple[Column[Finding], ...] = (
    Column(
        "Level",
        "Error, warning or note",
        lambda finding: finding.level,
        color=lambda finding: mark_colour(_LEVELS[finding.level]),
        bold=lambda finding: finding.level is Level.ERROR,
    ),
    Column("Rule", "The rule's name; the guide explains each", lambda finding: finding.rule),
    Column(
        "Pads",
        "The pads that it is about",
        lambda finding: words.shown_names(finding.pads),
        explain=lambda finding: ", ".join(finding.pads),
    ),
    Column(
        "Finding",
        "What is found",
        lambda finding: finding.text,
        explain=lambda finding: finding.text,
    ),
)


def _met(title: str, tip: str, text: Callable[[MetContacts], str | None]) -> Column[MetContacts]:
    return Column(
        title,
        tip,
        lambda pads: text(pads) or "–",
        LEFT,
        explain=lambda pads: text(pads) or "",
        color=lambda pads: mark_colour(_STATES[pads.state]),
    )


MATING_COLUMNS = (
    _met("Socket", "Pad of the socket", lambda pads: pads.socket_pad),
    _met("Net", "Its net", lambda pads: pads.socket_net),
    _met("Header", "Pad of the header that it meets", lambda pads: pads.header_pad),
    _met("Net", "Its net", lambda pads: pads.header_net),
    _met(
        "State", "Same net, different nets, or open: a net on one side or none", lambda p: p.state
    ),
)
