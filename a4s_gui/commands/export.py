"""``a4s-gui export``: drawings as files, without a display."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from functools import partial

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.selection.query import query
from a4s_gui.catalog.selection.resolve import half_named, resolve
from a4s_gui.catalog.user_numbers import DPI
from a4s_gui.commands.destination import Destination, destination
from a4s_gui.commands.library import add_library_options, check_library_options, write_library
from a4s_gui.commands.selection import notes_of, why_empty
from a4s_gui.commands.text.arguments import complaining, number, one_word_of, place, scale
from a4s_gui.commands.text.filter_arguments import add_filters, filter_of
from a4s_gui.commands.text.limit_arguments import add_limits, limits_of
from a4s_gui.commands.text.messages import print_message, print_messages
from a4s_gui.commands.text.parser import Parser, add_parts, command_parser
from a4s_gui.commands.text.pattern_arguments import (
    add_pattern_and_numbering,
    chosen_numbering,
    chosen_pattern,
)
from a4s_gui.commands.writing import add_force, add_jobs, write_files
from a4s_gui.drawing.layer_presets import read_layers
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.scales import DEFAULT_DPI, DEFAULT_SCALE, DEFAULT_TAPE_SCALE
from a4s_gui.drawing.sheet.title_block import SheetLabels
from a4s_gui.drawing.spec import DrawingSpec, View, check_side
from a4s_gui.drawing.views.section_view import NO_MATED_HEIGHT
from a4s_gui.errors import A4sError
from a4s_gui.export.layout import request_for
from a4s_gui.export.many.file_names import PLACEHOLDERS, USUAL, NamePattern
from a4s_gui.export.many.plan import Wanted, shows, tasks_for
from a4s_gui.export.many.task import Task, drawing_bytes
from a4s_gui.export.registry import FORMATS
from a4s_gui.export.request import Background, ExportRequest
from a4s_gui.frozen import by_name, replace
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.render.pdf.missing_letters import describe_missing

_LABELS = ("project", "author", "revision")


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
    target = destination(
        options.output,
        options.format,
        several=options.all or len(pairs) > 1 or len(options.view or ()) > 1,
    )
    _check_options(target, options)
    pattern = chosen_pattern(options)
    if any(kind.draws_letters for kind in target.formats):
        _tell_missing([(f"land pattern {pattern.name}", pattern.title)])
    views = options.view or (_implied_view(target, catalog, options.part),)
    _check_views(views, options)
    drawings = [_drawing(catalog, pair, pattern, view, options) for pair in pairs for view in views]
    if target.is_folder:
        tasks, folders = _tasks(target, drawings, options), [target.path]
    else:
        make = partial(drawing_bytes, target.formats[0].suffix, drawings[0])
        tasks, folders = (Task(target.path, make),), []
    write_files(tasks, folders, force=options.force, jobs=options.jobs)
    return _answer_for_sections(pairs, views)


def _answer_for_sections(pairs: Sequence[Pair], views: Sequence[View]) -> int:
    """Return the exit status, and say which pairs could not be cut mated: that was asked for."""
    if View.SECTION not in views:
        return 0
    without = [pair.id for pair in pairs if pair.mated_height_mm is None]
    if without:
        print_message(f"{', '.join(without)}: {NO_MATED_HEIGHT}")
    return 2 if without else 0


def parser() -> Parser:
    """Return the parser of ``export``."""
    made = command_parser(
        "export", "Write the drawing of a pair to a file, or those of several pairs into a folder."
    )
    add_parts(made, "*")
    made.add_argument("--all", action="store_true", help="every pair that filters and limits leave")
    suffixes = ", ".join(known.suffix for known in FORMATS)
    made.add_argument(
        "-o",
        "--output",
        type=place,
        metavar="PATH",
        help="the file, whose suffix is the format; with --format, a folder, which is made when "
        "the one it is in exists",
    )
    add_library_options(made)
    add_force(made)
    add_jobs(made)
    made.add_argument(
        "--format",
        metavar="SUFFIXES",
        help=f"of files in a folder, separated by commas: {suffixes}",
    )
    made.add_argument(
        "--name",
        metavar="PATTERN",
        help="of files in a folder, without suffix, from words in braces: "
        f"{', '.join(('name', *PLACEHOLDERS))}; default: {{name}}, the usual one",
    )
    made.add_argument(
        "--view",
        type=_views,
        metavar="|".join(View),
        help="or several, separated by commas; default: pair; for one file of one half, such as a "
        "KiCad footprint, the half that PART is",
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
        type=one_word_of(Paper),
        metavar="|".join(Paper),
        help="of a PDF sheet; default: fit, as large as the drawing needs",
    )
    for name in _LABELS:
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
        type=complaining(read_layers),
        default=DEFAULT_LAYERS,
        metavar="NAMES",
        help=f"separated by commas, from {', '.join(Layer)}; also all and default",
    )
    made.add_argument(
        "--seen-from",
        type=one_word_of(Half),
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
        type=one_word_of(Background),
        metavar="|".join(Background),
        help="of an SVG; default: none, so that nothing but the drawing becomes copper in KiCad",
    )
    add_pattern_and_numbering(made)
    add_filters(made)
    add_limits(made, draws_pattern=True)
    return made


def _views(text: str) -> tuple[View, ...]:
    return tuple(dict.fromkeys(map(one_word_of(View), text.split(","))))


def _check_options(target: Destination, options: Namespace) -> None:
    """Refuse what no file of these formats can have; tell what does not count for any of them."""
    kinds = target.formats
    suffixes = " and ".join(f".{kind.suffix}" for kind in kinds)
    on_paper = any(kind.on_paper for kind in kinds)
    if options.paper and not on_paper:
        raise A4sError(f"--paper: a {suffixes} has none; write a .pdf, or leave it out")
    if options.name and not target.is_folder:
        raise A4sError("--name: is of files in a folder; name a folder with -o, and a --format")
    to_scale = any(kind.to_scale for kind in kinds)
    has_background = any(kind.has_background for kind in kinds)
    for name, counts, why in (
        ("dpi", any(kind.in_pixels for kind in kinds), ", which is not made of pixels"),
        ("scale", to_scale, ", which holds the part's own lengths"),
        *((name, on_paper, ", which is no framed sheet") for name in _LABELS),
        ("background", has_background, "; only an .svg has one"),
        ("from_below", to_scale, ", which has the board's own top view"),
    ):
        if getattr(options, name) and not counts:
            option = name.replace("_", "-")
            print_message(f"--{option}: does not count for a {suffixes}{why}")
    if on_paper:
        _tell_missing((f"--{name}", said) for name, said in by_name(_labels(options)).items())


def _tell_missing(texts: Iterable[tuple[str, str]]) -> None:
    """Say which letters of texts, each with where it comes from, a drawing cannot show."""
    for origin, text in texts:
        missing = describe_missing(text)
        if missing:
            print_message(f"{origin}: {missing}")


def _labels(options: Namespace) -> SheetLabels:
    return SheetLabels(options.project, options.author, options.revision)


def _check_views(views: Sequence[View], options: Namespace) -> None:
    """Refuse a side of the boards that none of the views has."""
    mated = next((view for view in views if view is View.MATED), views[0])
    on_board = next((view for view in views if view.shows_pads), views[0])
    check_side(mated, options.seen_from, from_below=False)
    check_side(on_board, None, from_below=options.from_below)


def _tasks(
    target: Destination, drawings: Sequence[ExportRequest], options: Namespace
) -> tuple[Task, ...]:
    """Return what to write into a folder, after every file has been checked."""
    for kind in target.formats:
        if not any(shows(kind, drawing) for drawing in drawings):
            kind.split(drawings[0])
    wanted = Wanted(drawings, target.formats, NamePattern(options.name or USUAL), checked=True)
    return tasks_for(wanted, target.path)


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
    one_half = target.formats[0].one_half and not target.is_folder
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
        options.from_below and wanted_view.shows_pads,
    )
    request = request_for(
        spec,
        scale=options.scale,
        dpi=options.dpi or DEFAULT_DPI,
        paper=options.paper or Paper.FIT,
        background=options.background or Background.NONE,
        labels=_labels(options),
        related=catalog.related(pair),
    )
    if wanted_view is View.TAPE and pair.tape is None:
        print_message(f"{pair.id}: no tape packaging is stated for it; the drawing says so")
    return request
