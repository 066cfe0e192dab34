"""``a4s-gui check``: footprints and boards of others, audited and mated."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from a4s_gui.boards.check import check_files
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.commands.text.check_page import check_page
from a4s_gui.commands.text.messages import print_json, print_message, print_result
from a4s_gui.commands.text.parser import Parser, command_parser
from a4s_gui.commands.text.pattern_arguments import add_pattern_and_numbering
from a4s_gui.report.board_records import check_record
from a4s_gui.report.board_words import NO_MATING

_DONE, _FOUND_ERRORS = 0, 3


def run(arguments: Sequence[str]) -> int:
    """Check files on standard output; return the exit status."""
    options = parser().parse_intermixed_args(arguments)
    result = check_files(
        options.file,
        load_catalog(),
        parts=options.part,
        numbering=options.numbering,
        pattern=options.land_pattern,
        mates=options.mate,
        same=options.same,
    )
    if options.json:
        print_json(check_record(result))
    else:
        print_result(check_page(result))
    if len(options.file) > 1 and not result.matings:
        print_message(f"{' and '.join(options.file)}: {NO_MATING}")
    return _FOUND_ERRORS if result.has_errors else _DONE


def parser() -> Parser:
    """Return the parser of ``check``."""
    made = command_parser(
        "check",
        "Find the connectors of this series in footprints and boards of others, hold them against "
        "the land pattern, and mate those of two files with each other.",
    )
    made.add_argument(
        "file",
        nargs="+",
        metavar="FILE",
        help="one or two of: a KiCad footprint or board (.kicad_mod, .kicad_pcb), an IPC-D-356A "
        "netlist, a pad list (pads.csv), a pin list (pin,net)",
    )
    made.add_argument("--json", action="store_true", help="one object: connectors and matings")
    made.add_argument(
        "--part",
        action="append",
        default=[],
        metavar="NUMBER",
        help="of connectors, or of pin lists, that do not name it; may be repeated",
    )
    add_pattern_and_numbering(made)
    made.add_argument(
        "--mate",
        action="append",
        type=_mate,
        default=[],
        metavar="REF=REF",
        help="the two that belong together, as in J1=J2, where there are several",
    )
    made.add_argument(
        "--same", metavar="FILE", help="names that mean one net, a pair a line, as in VBAT,BAT+"
    )
    made.epilog = (
        "Boards are held against the nearest land pattern unless --land-pattern names one; "
        "--numbering is of pin lists, pads show theirs. An error found, or different nets that "
        "would meet, end with status 3. No file is written to."
    )
    return made


def _mate(text: str) -> tuple[str, str]:
    first, sign, second = text.partition("=")
    if not sign or not first.strip() or not second.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is no pair of references; write J1=J2")
    return first.strip(), second.strip()
