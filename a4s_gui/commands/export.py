"""``a4s-gui export``: drawings as files, without a display."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.selection.query import query
from a4s_gui.catalog.selection.resolve import half_named, resolve
from a4s_gui.catalog.user_numbers import DPI
from a4s_gui.commands.destination import Destination, destination
from a4s_gui.commands.library import add_library_options, check_library_options, write_library
from a4s_gui.commands.selection import notes_of, why_empty
from a4s_gui.commands.text.arguments import (
    Parser,
    add_filters,
    add_pattern_and_numbering,
    add_view,
    background,
    chosen_numbering,
    chosen_pattern,
    command_parser,
    filter_of,
    half,
    layers,
    number,
    paper,
    scale,
)
from a4s_gui.commands.text.limit_arguments import add_limits, limits_of
from a4s_gui.commands.text.messages import print_message, print_messages
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.scales import DEFAULT_DPI, DEFAULT_SCALE, DEFAULT_TAPE_SCALE
from a4s_gui.drawing.sheet.title_block import SheetLabels
from a4s_gui.drawing.spec import DrawingSpec, View, check_side
from a4s_gui.drawing.views.section_view import NO_MATED_HEIGHT
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import atomic_write, is_file, refuse_other_content
from a4s_gui.export.layout import Layout, request_for
from a4s_gui.export.registry import FORMATS, Format
from a4s_gui.export.request import Background, ExportRequest
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.system_libraries import translate_import_errors


def run(arguments: Sequence[str]) -> int:
    """Write drawings; return the exit status. Nothing is written before all is understood."""
    options = parser().parse_intermixed_args(arguments)
    if bool(options.part) == options.all:
        raise A4sError("export: name part numbers, or --all; see a4s-gui export --help")
    check_library_options(options)
    catalog = load_catalog()
    pairs = _pairs(catalog, options)
    if options.library:
        pattern = chosen_pattern(options)
        halves = [_drawing(catalog, pair, pattern, View.PAIR, options) for pair in pairs]
        write_library(options.library, halves, options)
        return 0
    target = destination(options.output, options.format, several=options.all or len(pairs) > 1)
    if options.paper and not target.format.on_paper:
        raise A4sError(
            f"--paper: a .{target.format.suffix} has none; write a .pdf, or leave it out"
        )
    _warn_ignored_options(target.format, options)
    pattern = chosen_pattern(options)
    wanted_view = options.view or _implied_view(target, catalog, options.part)
    check_side(wanted_view, options.seen_from, from_below=options.from_below)
    drawings = [_drawing(catalog, pair, pattern, wanted_view, options) for pair in pairs]
    # By file: two pairs may share a half.
    layouts = {
        target.file_for(request): target.format.lay_out(request)
        for drawing in drawings
        for request in target.requests(drawing)
    }
    for layout in layouts.values():
        target.format.check(layout)
    known = frozenset() if options.force else _same_content(layouts, target.format)
    with target.ready():
        for path, layout in layouts.items():
            if path not in known:
                atomic_write(path, _encode(layout, target.format))
            print_message(f"wrote {path}")
    return _answer_for_sections(pairs, wanted_view)


def _answer_for_sections(pairs: Sequence[Pair], wanted_view: View) -> int:
    """Return the exit status, and say which pairs could not be cut mated: that was asked for."""
    if wanted_view is not View.SECTION:
        return 0
    without = [pair.id for pair in pairs if pair.mated_height_mm is None]
    if without:
        print_message(f"{', '.join(without)}: {NO_MATED_HEIGHT}")
    return 2 if without else 0


def parser() -> Parser:
    """Return the parser of ``export``."""
    made = command_parser(
        "export",
        "Write the drawing of a pair to a file, or those of several pairs into a folder.",
    )
    made.add_argument(
        "part", nargs="*", metavar="PART", help="a socket or header number, or both of one pair"
    )
    made.add_argument("--all", action="store_true", help="every pair that filters and limits leave")
    suffixes = ", ".join(known.suffix for known in FORMATS)
    made.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="PATH",
        help="the file, whose suffix is the format; with --format, a folder, which is made when "
        "the one it is in exists",
    )
    add_library_options(made)
    made.add_argument(
        "--force", action="store_true", help="replace files that are there with other content"
    )
    made.add_argument("--format", metavar="SUFFIX", help=f"of files in a folder: {suffixes}")
    add_view(
        made,
        "default: pair; for one file of one half, such as a KiCad footprint, the half that PART is",
    )
    made.add_argument(
        "--scale",
        type=scale,
        metavar="N",
        help=f"mm on paper for each mm of the part; default: {DEFAULT_SCALE:g}, for the tape "
        f"{DEFAULT_TAPE_SCALE:g}, or the largest whole number below at which it fits --paper",
    )
    made.add_argument(
        "--paper",
        type=paper,
        metavar="|".join(Paper),
        help="of a PDF sheet; default: fit, as large as the drawing needs",
    )
    for name in ("project", "author", "revision"):
        made.add_argument(
            f"--{name}", default="", metavar="TEXT", help="in the title block of a PDF sheet"
        )
    made.add_argument(
        "--dpi",
        type=number(DPI),
        metavar="N",
        help=f"pixels an inch of paper; default: {DEFAULT_DPI:g}",
    )
    made.add_argument(
        "--layers",
        type=layers,
        default=DEFAULT_LAYERS,
        metavar="NAMES",
        help=f"separated by commas, from {', '.join(Layer)}; also all and default",
    )
    made.add_argument(
        "--seen-from",
        type=half,
        metavar="|".join(Half),
        help="above whose board one looks at the mated view; default: socket",
    )
    made.add_argument(
        "--from-below",
        action="store_true",
        help="look through the board: left and right are swapped, as when KiCad's view is flipped",
    )
    made.add_argument(
        "--background",
        type=background,
        metavar="|".join(Background),
        help="of an SVG; default: none, so that nothing but the drawing becomes copper in KiCad",
    )
    add_pattern_and_numbering(made)
    add_filters(made)
    add_limits(made, draws_pattern=True)
    return made


def _warn_ignored_options(kind: Format, options: Namespace) -> None:
    if options.dpi and not kind.in_pixels:
        print_message(f"--dpi: does not count for a .{kind.suffix}, which is not made of pixels")
    if options.scale and not kind.to_scale:
        print_message(
            f"--scale: does not count for a .{kind.suffix}, which holds the part's own lengths"
        )
    for name in ("project", "author", "revision"):
        if getattr(options, name) and not kind.on_paper:
            print_message(
                f"--{name}: does not count for a .{kind.suffix}, which is no framed sheet"
            )
    if options.background and not kind.has_background:
        print_message(f"--background: does not count for a .{kind.suffix}; only an .svg has one")

    if options.from_below and not kind.to_scale:
        print_message(
            f"--from-below: does not count for a .{kind.suffix}, which has the board's own top view"
        )


def _pairs(catalog: Catalog, options: Namespace) -> list[Pair]:
    wanted = replace(filter_of(options, catalog), limits=limits_of(options))
    if options.all:
        rows = query(catalog.pairs, wanted).rows
        if not rows:
            raise A4sError(f"nothing to export: {why_empty(catalog.pairs, wanted)}")
        return list(rows)
    found = resolve(catalog, options.part, wanted)
    for resolution in found:
        print_messages(notes_of(resolution))
    return [resolution.pair for resolution in found]


def _implied_view(target: Destination, catalog: Catalog, texts: Sequence[str]) -> View:
    """Return the view that is meant where none is named.

    That is the pair; where a file holds one half, it is the half whose number alone was given.
    """
    named = half_named(catalog, texts)
    one_half = target.format.one_half and not target.is_folder
    return View(named) if one_half and named is not None else View.PAIR


def _drawing(
    catalog: Catalog, pair: Pair, pattern: LandPattern, wanted_view: View, options: Namespace
) -> ExportRequest:
    spec = DrawingSpec(
        pair,
        pattern,
        wanted_view,
        options.layers,
        chosen_numbering(options),
        options.seen_from or Half.SOCKET,
        options.from_below,
    )
    request = request_for(
        spec,
        scale=options.scale,
        dpi=options.dpi or DEFAULT_DPI,
        paper=options.paper or Paper.FIT,
        background=options.background or Background.NONE,
        labels=SheetLabels(options.project, options.author, options.revision),
        related=catalog.related(pair),
    )
    if wanted_view is View.TAPE and pair.tape is None:
        print_message(f"{pair.id}: no tape packaging is stated for it; the drawing says so")
    return request


def _same_content(layouts: Mapping[Path, Layout], kind: Format) -> frozenset[Path]:
    """Return the files that hold already what they are to hold, before anything is written.

    Raises
    ------
    ExportError
        A file is there with other content.
    """
    there = [path for path in layouts if is_file(path)]
    for path in there:
        refuse_other_content(path, _encode(layouts[path], kind))
    return frozenset(there)


def _encode(layout: Layout, kind: Format) -> bytes:
    with translate_import_errors():
        return kind.encode(layout)
