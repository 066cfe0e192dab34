"""``a4s-gui show``: one pair with everything that is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.selection.resolve import resolve_one
from a4s_gui.commands.questions import Questions
from a4s_gui.commands.selection import notes_of
from a4s_gui.commands.text.filter_arguments import add_filters, filter_of
from a4s_gui.commands.text.limit_arguments import add_questions, check_questions
from a4s_gui.commands.text.messages import print_json, print_messages, print_result
from a4s_gui.commands.text.pair_page import pair_page
from a4s_gui.commands.text.parser import Parser, add_parts, command_parser
from a4s_gui.commands.text.pattern_arguments import (
    add_pattern_and_numbering,
    chosen_numbering,
    chosen_pattern,
)
from a4s_gui.geometry.land_pattern.pattern import check_pair
from a4s_gui.report.knowledge_records import pair_knowledge
from a4s_gui.report.records import pair_detail


def run(arguments: Sequence[str]) -> int:
    """Show one pair on standard output; return the exit status."""
    options = parser().parse_intermixed_args(arguments)
    check_questions(options)
    catalog = load_catalog()
    found = resolve_one(catalog, options.part, filter_of(options, catalog))
    pattern, numbering = chosen_pattern(options), chosen_numbering(options)
    check_pair(pattern, found.pair)
    questions = Questions(found.pair, catalog, options)
    if options.json:
        record = pair_detail(found.pair, pattern, numbering)
        record |= pair_knowledge(found.pair, catalog, questions.knowledge, pattern)
        print_json(record | questions.record())
    else:
        asked = questions.sections()
        print_result(pair_page(found.pair, pattern, numbering, catalog, asked=asked))
    print_messages(notes_of(found))
    return 0


def parser() -> Parser:
    """Return the parser of ``show``."""
    made = command_parser(
        "show", "Show one pair with everything that is known of it, each figure with its source."
    )
    add_parts(made, "+")
    add_filters(made)
    add_questions(made)
    add_pattern_and_numbering(made)
    made.add_argument("--json", action="store_true", help="one object, with every pad")
    return made
