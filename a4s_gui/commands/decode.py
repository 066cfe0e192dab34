"""``a4s-gui decode``: each field of a part number, explained."""

from __future__ import annotations

import json
from collections.abc import Sequence

from a4s_gui.catalog.load import load_catalog
from a4s_gui.catalog.resolve import find_part, former_note, split_numbers
from a4s_gui.commands.arguments import Parser, command_parser
from a4s_gui.commands.messages import put_out
from a4s_gui.commands.text_page import part_page
from a4s_gui.errors import A4sError
from a4s_gui.export.records import part_record

SUMMARY = "each field of a part number, explained"


def run(arguments: Sequence[str]) -> int:
    """Explain one part number on standard output; return the exit status."""
    options = parser().parse_intermixed_args(arguments)
    numbers = split_numbers(options.part)
    if len(numbers) > 1:
        raise A4sError(f"{options.part}: these are {len(numbers)} part numbers; decode takes one")
    catalog = load_catalog()
    part = find_part(catalog, numbers[0])
    notes = []
    if part.former:
        notes.append(former_note(part))
    if not part.mated_heights_mm:
        notes.append("no mated height and no tape packaging is stated for inspection types")
    if options.json:
        put_out(json.dumps(part_record(part, catalog, notes), indent=2))
    else:
        put_out(part_page(part, catalog, notes))
    return 0


def parser() -> Parser:
    """Return the parser of ``decode``."""
    made = command_parser("decode", "Explain each field of a part number, and name its mates.")
    made.add_argument("part", metavar="PART", help="a socket or header number, former ones too")
    made.add_argument("--json", action="store_true", help="one object")
    return made
