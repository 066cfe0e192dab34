"""What a check of boards found, as JSON objects."""

from __future__ import annotations

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.audit.finding import Finding
from a4s_gui.boards.check import CheckResult
from a4s_gui.boards.mating import Mating, State
from a4s_gui.catalog.delimited import comma_separated
from a4s_gui.report.records import Record


def check_record(result: CheckResult) -> Record:
    """Return a check as the object that ``a4s-gui check --json`` prints."""
    return {
        "connectors": [_connector(one) for one in result.audits],
        "matings": [_mating(one) for one in result.matings],
    }


def _connector(one: Audit) -> Record:
    found, fit = one.connector, one.fit
    deviation = {
        "contacts": fit.contacts_um if fit else None,
        "terminals": fit.terminals_um if fit else None,
    }
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
        "numbering": {
            "rows": found.scheme.rows if found.scheme else None,
            "pin_1": found.scheme.pin_1 if found.scheme else None,
        },
        "nearest_pattern": one.nearest or None,
        "also_fits": list(one.also_fits),
        "deviation_um": deviation if fit else None,
        "nets": dict(found.nets),
        "findings": [_finding(finding) for finding in one.findings],
    }


def _finding(finding: Finding) -> Record:
    return {
        "level": str(finding.level),
        "rule": str(finding.rule),
        "pads": list(finding.pads),
        "text": finding.text,
        "value": finding.value,
        "expected": finding.expected,
    }


def _mating(mating: Mating) -> Record:
    return {
        "socket": mating.socket.name,
        "header": mating.header.name,
        "best": mating.is_best,
        **{str(state): mating.count(state) for state in State},
        "pads": [
            {
                "socket_pad": pad.socket_pad,
                "socket_net": pad.socket_net,
                "header_pad": pad.header_pad,
                "header_net": pad.header_net,
                "state": str(pad.state),
            }
            for pad in mating.pads
        ],
        "would_match": str(mating.would_match) if mating.would_match else None,
        "turned": [
            {"socket_net": nets.socket_net, "header_net": nets.header_net, "hazard": nets.hazard}
            for nets in mating.turned
        ],
    }


def findings_csv(result: CheckResult) -> str:
    """Return all findings as CSV, a line each, in the words of :func:`check_record`."""
    head = ("file", "reference", "level", "rule", "pads", "text", "value", "expected")
    rows = [
        (
            one.connector.file,
            one.connector.reference,
            finding.level,
            finding.rule,
            " ".join(finding.pads),
            finding.text,
            "" if finding.value is None else finding.value,
            "" if finding.expected is None else finding.expected,
        )
        for one in result.audits
        for finding in one.findings
    ]
    return comma_separated([head, *rows])


def mating_csv(mating: Mating) -> str:
    """Return which pads meet with their nets as CSV, in the words of :func:`check_record`."""
    head = ("socket_pad", "socket_net", "header_pad", "header_net", "state")
    rows = [
        (
            pad.socket_pad or "",
            pad.socket_net or "",
            pad.header_pad or "",
            pad.header_net or "",
            pad.state,
        )
        for pad in mating.pads
    ]
    return comma_separated([head, *rows])
