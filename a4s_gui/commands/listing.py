"""``a4s-gui list``: the pairs that match."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.selection.query import matches
from a4s_gui.commands.text.filter_arguments import add_filters, filter_of
from a4s_gui.commands.text.limit_arguments import add_limits, limits_of
from a4s_gui.commands.text.messages import print_json, print_message, print_result
from a4s_gui.commands.text.parser import Parser, command_parser
from a4s_gui.commands.text.text_page import pairs_table
from a4s_gui.frozen import replace
from a4s_gui.report.records import pair_record, pairs_csv


def run(arguments: Sequence[str]) -> int:
    """List pairs on standard output; return the exit status."""
    options = parser().parse_args(arguments)
    catalog = load_catalog()
    wanted = replace(filter_of(options, catalog), limits=limits_of(options))
    pairs = [pair for pair in catalog.pairs if matches(pair, wanted)]
    if options.json:
        print_json([pair_record(pair) for pair in pairs])
    elif options.csv:
        print_result(pairs_csv(pairs))
    else:
        print_result(pairs_table(pairs))
    if not pairs:
        from a4s_gui.commands.selection import why_empty  # noqa: PLC0415 - seldom

        print_message(why_empty(catalog.pairs, wanted))
    return 0


def parser() -> Parser:
    """Return the parser of ``list``."""
    made = command_parser("list", "List the pairs that match, one a line.")
    add_filters(made)
    add_limits(made)
    form = made.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="an array of objects, with dimensions")
    form.add_argument("--csv", action="store_true", help="a header line and one line a pair")
    return made
