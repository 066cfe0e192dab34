"""``a4s-gui compare``: up to four pairs side by side, as a table or as a picture."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial

from a4s_gui.catalog.comparison.compare import ComparedRow, Comparison, compare, comparison_csv
from a4s_gui.catalog.comparison.compared_pairs import MOST_PAIRS, check_compared
from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.selection.resolve import resolve
from a4s_gui.catalog.user_numbers import DPI
from a4s_gui.commands.selection import notes_of
from a4s_gui.commands.text.arguments import number, place, scale
from a4s_gui.commands.text.filter_arguments import add_filters, filter_of
from a4s_gui.commands.text.messages import print_json, print_messages, print_result
from a4s_gui.commands.text.parser import Parser, add_parts, command_parser
from a4s_gui.commands.text.pattern_arguments import add_land_pattern, chosen_pattern
from a4s_gui.commands.text.text_page import table
from a4s_gui.commands.writing import add_force, write_files
from a4s_gui.drawing.sheet.scales import DEFAULT_DPI, DEFAULT_SCALE
from a4s_gui.drawing.views.compare_view import CompareSpec
from a4s_gui.errors import A4sError
from a4s_gui.export.comparison import (
    COMPARISON_FORMATS,
    ComparisonRequest,
    comparison_bytes,
    suffix_of,
)
from a4s_gui.export.many.task import Task
from a4s_gui.geometry.land_pattern.pattern import LandPattern, check_pair
from a4s_gui.geometry.measured_figures import measured_figures
from a4s_gui.report.records import LAND_PATTERN_NOTE, Record


def run(arguments: Sequence[str]) -> int:
    """Compare pairs on standard output or in a picture; return the exit status."""
    options = parser().parse_intermixed_args(arguments)
    _check_picture_options(options)
    catalog = load_catalog()
    found = resolve(catalog, options.part, filter_of(options, catalog))
    pairs = tuple(resolution.pair for resolution in found)
    if len(pairs) < 2:
        raise A4sError(
            f"compare: only {pairs[0].id} is named; name at least two pairs, up to {MOST_PAIRS}"
        )
    pattern = chosen_pattern(options)
    for pair in pairs:
        check_pair(pattern, pair)
    check_compared([pair.id for pair in pairs])
    if options.output is not None:
        _draw(options, pairs, pattern)
    else:
        ratings = Knowledge(catalog).ratings
        _tell_figures(
            options, compare(pairs, ratings, lambda p: measured_figures(p, pattern)), pattern
        )
    for resolution in found:
        print_messages(notes_of(resolution))
    return 0


def parser() -> Parser:
    """Return the parser of ``compare``."""
    made = command_parser(
        "compare",
        f"Set up to {MOST_PAIRS} pairs side by side: the figures that differ, or their outlines "
        "at one scale.",
    )
    add_parts(made, "+")
    made.add_argument("--all", action="store_true", help="the figures that do not differ as well")
    form = made.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one object, each value with its source")
    form.add_argument("--csv", action="store_true", help="a header line and one line a figure")
    form.add_argument(
        "-o",
        "--output",
        type=place,
        metavar="PATH",
        help=f"a picture of the outlines instead: {', '.join(COMPARISON_FORMATS)}",
    )
    add_force(made)
    made.add_argument("--pads", action="store_true", help="draw the land patterns as well")
    made.add_argument(
        "--scale",
        type=scale,
        metavar="N",
        help=f"of the picture, mm on paper for each mm of the part; default: {DEFAULT_SCALE:g}",
    )
    made.add_argument(
        "--dpi",
        type=number(DPI),
        metavar="N",
        help=f"of a PNG, pixels an inch of paper; default: {DEFAULT_DPI:g}",
    )
    add_land_pattern(made)
    add_filters(made)
    return made


def _check_picture_options(options: argparse.Namespace) -> None:
    """Refuse what would only count for a picture where none is asked for, and the reverse."""
    if options.output is None and (options.pads or options.scale or options.dpi):
        raise A4sError("compare: --pads, --scale and --dpi are of a picture; add -o PATH")
    if options.output is not None and options.all:
        raise A4sError("compare: --all is of the table; leave it out, or -o")


def _draw(options: argparse.Namespace, pairs: tuple[Pair, ...], pattern: LandPattern) -> None:
    request = ComparisonRequest(
        CompareSpec(pairs, pattern, options.pads),
        options.scale or DEFAULT_SCALE,
        options.dpi or DEFAULT_DPI,
    )
    make = partial(comparison_bytes, request, suffix_of(options.output))
    write_files([Task(options.output, make)], force=options.force)


def _tell_figures(
    options: argparse.Namespace, comparison: Comparison, pattern: LandPattern
) -> None:
    rows = comparison.rows if options.all else comparison.differing
    if options.json:
        record = _record(comparison, rows)
        of_pattern = {"name": pattern.name, "note": LAND_PATTERN_NOTE}
        print_json(record | {"land_pattern": of_pattern})
    elif options.csv:
        print_result(comparison_csv(comparison, only_differing=not options.all))
    else:
        page = _page(comparison, rows)
        print_result(f"{page}\nCompared on the land pattern “{pattern.name}”. {LAND_PATTERN_NOTE}")


def _page(comparison: Comparison, rows: Sequence[ComparedRow]) -> str:
    """Return the figures as a table for people, under the headings of their groups."""
    lines = [["", *(pair.id for pair in comparison.pairs)]]
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines.append([group, *("" for _ in comparison.pairs)])
        lines.append([f"  {row.name}", *row.texts])
    differing, every = len(comparison.differing), len(comparison.rows)
    return "\n".join([*table(lines), "", f"{differing} of {every} figures differ"])


def _record(comparison: Comparison, rows: Sequence[ComparedRow]) -> Record:
    return {
        "pairs": [
            {"socket": pair.socket.part_number, "header": pair.header.part_number}
            for pair in comparison.pairs
        ],
        "figures": [
            {
                "group": row.group,
                "name": row.name,
                "differs": row.differs,
                "values": [_value(figure) for figure in row.figures],
            }
            for row in rows
        ],
    }


def _value(figure: Figure | None) -> Record:
    """Return one pair's value; what is not stated is null."""
    if figure is None:
        return dict.fromkeys(("text", "formula", "condition", "source"))
    return {
        "text": figure.text if figure.is_stated else None,
        "formula": figure.formula or None,
        "condition": figure.condition or None,
        "source": str(figure.source),
    }
