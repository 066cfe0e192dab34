"""``a4s-gui decode``: each field of a part number, explained; lists; numbers not yet complete."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.part_numbers.lookup import find_part, former_note
from a4s_gui.catalog.part_numbers.recognition import split_numbers
from a4s_gui.catalog.part_numbers.text_search import is_pattern
from a4s_gui.catalog.wording import first_of
from a4s_gui.commands.text.messages import print_json, print_message, print_result
from a4s_gui.commands.text.parser import Parser, command_parser
from a4s_gui.commands.text.text_page import part_page
from a4s_gui.errors import A4sError

STANDARD_INPUT = "-"

_ALL_CANDIDATES = 200
_LINES_NAMED = 8
_DONE, _DOUBTFUL = 0, 2


def run(arguments: Sequence[str]) -> int:
    """Explain what is asked for on standard output; return the exit status."""
    options = parser().parse_intermixed_args(arguments)
    catalog = load_catalog()
    if options.part == STANDARD_INPUT:
        return _list(catalog, as_json=options.json)
    # A pattern has no fields of its own: it means the numbers that it fits.
    if options.complete or is_pattern(options.part):
        return _complete(catalog, options.part, as_json=options.json)
    return _part(catalog, options.part, as_json=options.json)


def parser() -> Parser:
    """Return the parser of ``decode``."""
    made = command_parser(
        "decode", "Explain each field of a part number, and name its mates; or read a list."
    )
    made.add_argument(
        "part",
        metavar="PART",
        help="a socket or header number, former ones and wildcards (AXE5**127) too; - for a list "
        "on standard input: a part or a line of a bill of materials a line, a spreadsheet, a KiCad "
        "netlist or placement file",
    )
    made.add_argument(
        "--complete",
        action="store_true",
        help="PART is the beginning of a number: what may come next, and what it may become",
    )
    made.add_argument("--json", action="store_true", help="one object; an array for a list")
    made.epilog = "A list with doubtful lines ends with status 2; the other lines are good."
    return made


def _part(catalog: Catalog, text: str, *, as_json: bool) -> int:
    numbers = split_numbers(text)
    if len(numbers) > 1:
        raise A4sError(f"{text}: these are {len(numbers)} part numbers; decode takes one")
    part = find_part(catalog, numbers[0])
    notes = []
    if part.former:
        notes.append(former_note(part))
    if not part.mated_heights_mm:
        notes.append("no mated height and no tape packaging is stated for inspection types")
    if as_json:
        from a4s_gui.catalog.data.knowledge import Knowledge  # noqa: PLC0415 - for JSON only
        from a4s_gui.geometry.land_pattern.reading import shipped_pattern  # noqa: PLC0415
        from a4s_gui.report.knowledge_records import part_knowledge  # noqa: PLC0415
        from a4s_gui.report.records import part_record  # noqa: PLC0415

        record = part_record(part, catalog, notes)
        more = part_knowledge(part, catalog, Knowledge(catalog), shipped_pattern())
        print_json(record | more)
    else:
        print_result(part_page(part, catalog, notes))
    return _DONE


def _list(catalog: Catalog, *, as_json: bool) -> int:
    # For a list only: a number is read without.
    from a4s_gui.catalog.part_list.line import LineState  # noqa: PLC0415
    from a4s_gui.catalog.part_list.part_list import read_list  # noqa: PLC0415
    from a4s_gui.commands.text.part_list_page import list_page  # noqa: PLC0415
    from a4s_gui.report.knowledge_records import list_line_record  # noqa: PLC0415

    found = read_list(catalog, _standard_input())
    if not found.lines:
        raise A4sError("decode -: nothing came on standard input; give it a part a line")
    if as_json:
        print_json([list_line_record(line) for line in found.lines])
    else:
        print_result(list_page(found))
    doubtful = [str(line.number) for line in found.of_state(LineState.DOUBTFUL)]
    if not doubtful:
        return _DONE
    lines = "line {} is" if len(doubtful) == 1 else "lines {} are"
    named = lines.format(first_of(doubtful, _LINES_NAMED))
    print_message(f"{named} doubtful; the list says why")
    return _DOUBTFUL


def _complete(catalog: Catalog, text: str, *, as_json: bool) -> int:
    # For the beginning of a number only.
    from a4s_gui.catalog.part_numbers.completion import complete  # noqa: PLC0415
    from a4s_gui.commands.text.part_list_page import (  # noqa: PLC0415
        completion_page,
        completion_record,
    )

    found = complete(catalog, text, most=_ALL_CANDIDATES)
    if found.problem:
        nearest = f"; nearest: {', '.join(found.nearest)}" if found.nearest else ""
        raise A4sError(f"{found.typed}: {found.problem}{nearest}")
    if as_json:
        print_json(completion_record(found))
    else:
        print_result(completion_page(found))
    return _DONE


def _standard_input() -> str:
    """Return what comes on standard input, as spreadsheets and shells of any system write it."""
    from a4s_gui.bills.bill_file import LARGEST_BYTES, decode_text  # noqa: PLC0415 - for a list only

    if sys.stdin is None:
        raise A4sError("decode -: there is no standard input to read a list from")
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        return sys.stdin.read()
    try:
        content = stream.read(LARGEST_BYTES + 1)
    except OSError as error:  # as of a folder, or of what can only be written
        reason = error.strerror or error
        raise A4sError(f"decode -: standard input cannot be read ({reason})") from None
    return decode_text(content, "decode -")
