"""``a4s-gui evidence``: all readings of every figure of the land pattern."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.commands.text.evidence_page import evidence_page, evidence_records
from a4s_gui.commands.text.messages import print_json, print_result
from a4s_gui.commands.text.parser import Parser, command_parser
from a4s_gui.geometry.land_pattern.evidence import collect_evidence
from a4s_gui.geometry.land_pattern.field_readings import own_readings, shipped_readings
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.user_files import user_reading_folder


def run(arguments: Sequence[str]) -> int:
    """Show the evidence on standard output; return the exit status."""
    options = parser().parse_args(arguments)
    readings = (*shipped_readings(), *own_readings(user_reading_folder()))
    patterns = [shipped_pattern(name) for name in shipped_pattern_names()]
    found = collect_evidence(readings, patterns)
    if options.json:
        print_json(evidence_records(found))
    else:
        print_result(evidence_page(found, patterns))
    return 0


def parser() -> Parser:
    """Return the parser of ``evidence``."""
    made = command_parser(
        "evidence", "Show all readings of every figure of the land pattern, and which are used."
    )
    made.add_argument("--json", action="store_true", help="a list, one object a reading")
    return made
