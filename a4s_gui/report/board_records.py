"""What a check of boards found, as JSON objects."""

from __future__ import annotations

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.audit.finding import Finding
from a4s_gui.boards.check import CheckResult
from a4s_gui.boards.mating import Mating, MetContacts, State
from a4s_gui.catalog.delimited import comma_separated
from a4s_gui.frozen import by_name, fields
from a4s_gui.report.records import Record, plain

_FINDING = ("level", "rule", "pads", "text", "value", "expected")
"""What is told of a finding, in this order."""


def check_record(result: CheckResult) -> Record:
    """Return a check as the object that ``a4s-gui check --json`` prints."""
    return {
        "connectors": [_connector(one) for one in result.audits],
        "matings": [_mating(one) for one in result.matings],
    }


def _connector(one: Audit) -> Record:
    found, fit = one.connector, one.fit
    deviation = {"contacts": fit.contacts_um, "terminals": fit.terminals_um} if fit else None
    return {
        "file": found.file,
        "reference": found.reference,
        "half": str(found.half),
        "pins": found.pins,
        "part": found.part,
        "identified_by": str(found.identified_by),
        "board_side": str(found.side) if found.side else None,
        "rotation_deg": found.rotation_deg,
        "footprint_rotation_deg": found.footprint_rotation_deg,
        "numbering": plain(found.scheme) or {"rows": None, "pin_1": None},
        "nearest_pattern": one.nearest or None,
        "also_fits": list(one.also_fits),
        "deviation_um": deviation,
        "nets": dict(found.nets),
        "findings": [
            {name: plain(getattr(finding, name)) for name in _FINDING} for finding in one.findings
        ],
    }


def _mating(mating: Mating) -> Record:
    return {
        "socket": mating.socket.name,
        "header": mating.header.name,
        "best": mating.is_best,
        **{str(state): mating.count(state) for state in State},
        "pads": plain(mating.pads),
        "would_match": plain(mating.would_match),
        "turned": plain(mating.turned),
    }


def findings_csv(result: CheckResult) -> str:
    """Return all findings as CSV, a line each, in the words of :func:`check_record`."""
    rows = [
        (one.connector.file, one.connector.reference, *(_cell(finding, name) for name in _FINDING))
        for one in result.audits
        for finding in one.findings
    ]
    return comma_separated([("file", "reference", *_FINDING), *rows])


def _cell(finding: Finding, name: str) -> object:
    value = getattr(finding, name)
    return " ".join(value) if name == "pads" else value


def mating_csv(mating: Mating) -> str:
    """Return which pads meet with their nets as CSV, in the words of :func:`check_record`."""
    head = [field.name for field in fields(MetContacts)]
    return comma_separated([head, *(list(by_name(pad).values()) for pad in mating.pads)])
