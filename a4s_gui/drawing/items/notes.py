"""What every drawing says beneath the picture: scale bar, numbering and where figures come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.numbers import format_height, format_mm, format_unit, pluralize
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.legend import legend_items, legend_line_mm
from a4s_gui.drawing.lettering import text_width_mm, wrap
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import Layer, Primitive, Text
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import ON_PAPER, THIN_PEN_MM, TextHeights
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.geometry.body_figures import body_figures
from a4s_gui.geometry.shapes import Rectangle

_LEADING_MM = 1.4
LEGEND_RISE_MM = 1.8
_LEAST_BAR_MM = 12.0
"""Half of it in a view that is narrower than the legend wants to be."""
_LEAST_LEGEND_MM = 60.0
"""Where the legend has less room than this beside the scale bar, it begins beneath it."""


def format_scale(scale: float) -> str:
    """Return a scale as drawings write it: ``20:1``, ``14.5:1``."""
    return f"{scale:.3g}:1" if scale < 1000 else f"{scale:.0f}:1"


def scale_label(scale: float) -> str:
    """Return what stands beside the scale bar: ``Scale 20:1``."""
    return f"Scale {format_scale(scale)}"


def note_items(
    texts: Iterable[str], items: list[Primitive], drawn: Rectangle, width_mm: float, scale: float
) -> list[Primitive]:
    """Return scale bar, legend of the items and notes, a paragraph each, beneath what is drawn.

    ``drawn`` is the box around the picture, in mm of the part; ``width_mm`` is the paper that the
    notes may take where the picture is narrower.
    """
    room_mm = max(width_mm, drawn.width_mm * scale)
    bar = PaperCorner(drawn.x_mm, drawn.bottom_mm, scale).at(-room_mm / 2, 7.0)
    return notes_block(texts, items, bar, room_mm)


def notes_block(
    texts: Iterable[str],
    items: Iterable[Primitive],
    bar: PaperCorner,
    width_mm: float,
    sizes: TextHeights = ON_PAPER,
    *,
    under_bar: bool = False,
) -> list[Primitive]:
    """Return scale bar, legend and notes in a width of paper; ``bar`` is the scale bar's start.

    The legend goes on beneath its first entry, or ``under_bar``: that may save a line.
    """
    scale = bar.scale
    least_mm = _LEAST_BAR_MM if width_mm >= _LEAST_LEGEND_MM else _LEAST_BAR_MM / 2
    drawn_bar = list(scale_bar(bar, sizes.text_mm, least_mm))
    # Room for the longest scale: the legend keeps its place while one zooms.
    longest, stated = (
        text_width_mm(text, sizes.text_mm) for text in ("Scale 0.000:1", scale_label(scale))
    )
    longer_mm = max(0.0, longest - stated)
    line_mm = legend_line_mm(sizes.note_mm)
    beside_mm = (items_bounds(drawn_bar, scale).right_mm - bar.left_mm) * scale + longer_mm + 5.0
    legend_mm = 0.0
    if width_mm - beside_mm < _LEAST_LEGEND_MM:
        beside_mm, legend_mm = 0.0, line_mm
    at = bar.at(beside_mm, legend_mm - LEGEND_RISE_MM)
    room_mm = width_mm - beside_mm
    free_left_mm = beside_mm if under_bar else 0.0
    legend, height_mm = legend_items(items, at, room_mm, sizes.note_mm, free_left_mm)
    first = bar.at(0.0, legend_mm + 0.8 + max(0.0, height_mm - line_mm))
    return [*drawn_bar, *legend, *paragraphs(texts, first, width_mm, sizes.note_mm)]


def paragraphs(
    texts: Iterable[str], corner: PaperCorner, width_mm: float, note_mm: float
) -> Iterable[Text]:
    """Yield paragraphs of small text from an upper left corner, wrapped to a width of paper."""
    y_mm = 0.0
    for paragraph in texts:
        for line in wrap(paragraph, note_mm, width_mm):
            y_mm += note_mm + _LEADING_MM
            yield corner.text(0.0, y_mm, line, note_mm, ColorRole.DIMENSION)
        y_mm += 0.6


def notes(spec: DrawingSpec, halves: tuple[Half, ...], *left_out: str) -> list[str]:
    """Return the notes of a drawing, each one paragraph, without what a title block says.

    ``left_out`` names what found no room: ``3 dimensions``, ``pin numbers``.
    """
    pair = spec.pair
    found = []
    if not spec.with_title_block:
        found += [
            (
                f"Land pattern “{spec.pattern.title}”: "
                f"{spec.pattern.provenance(*halves, brief=spec.brief_notes)}."
            ),
            f"Numbering: {spec.numbering_words}; a convention, the parts carry no mark.",
        ]
    found += _openings(spec, halves)
    if not spec.brief_notes:
        outlines = {pair.sources[f"{half}_dimensions"].document: None for half in halves}
        models = [body_figures().source(half).document for half in halves]
        what = "" if spec.with_title_block else f"{describe_pair(pair)}. "
        found = [
            (
                f"{what}Lengths in mm, general tolerance of the outline "
                f"±{pair.series.outline_tolerance_mm:g}."
            ),
            (
                f"Outline A, B, C: {'; '.join(outlines)}; C to the middle of the terminals' metal. "
                f"Mould, leads, metal: CAD models of {'; '.join(models)}."
            ),
            *found,
            (
                "Corner pads: soldering terminals; the two at one end of the socket are one piece "
                "of metal."
            ),
        ]
    return with_left_out(spec, found, *left_out)


def _openings(spec: DrawingSpec, halves: tuple[Half, ...]) -> Iterator[str]:
    """Yield what the openings leave between them, where these are shown."""
    common = spec.pattern.common
    if Layer.MASK in spec.layers:
        from a4s_gui.geometry.design_rules.soldering import mask_web  # noqa: PLC0415 - not at the start

        webs = dict.fromkeys(mask_web(half, spec.pattern).figure.text for half in halves)
        yield (
            f"Solder mask: openings {format_mm(common.mask_margin_mm)} around the pads leave a web "
            f"of {' or '.join(webs)} between contacts."
        )
    if Layer.PASTE in spec.layers:
        yield (
            f"Paste: rectangular openings with square corners, stencil "
            f"{format_unit(common.paste_thickness_um, 'µm')} thick."
        )


def with_left_out(spec: DrawingSpec, found: list[str], *left_out: str) -> list[str]:
    """Return notes with what is said of that for which there is no room; empty texts do not count.

    It stands last, and first where few notes are to say all.
    """
    missing = " and ".join(dict.fromkeys(filter(None, left_out)))
    if not missing:
        return found
    note = f"{capitalize_first(missing)} left out for lack of room at this scale."
    return [note, *found] if spec.brief_notes else [*found, note]


def dimensions_missing(spec: DrawingSpec, count: int) -> str:
    """Return ``3 dimensions``, all where a window has no room for any, or nothing."""
    if spec.cramped and Layer.DIMENSIONS in spec.layers:
        return "dimensions"
    return pluralize(count, "dimension") if count else ""


def describe_pair(pair: Pair) -> str:
    """Return a pair in one line: both part numbers, pins, mated height, type, packaging."""
    height = format_height(pair.mated_height_mm)
    facts = [f"{pair.pins} pins", f"mated height {height}", f"{pair.product} type"]
    if pair.packaging_pitch_mm is not None:
        facts.append(f"{pair.packaging_pitch_mm} mm packaging")
    return f"{pair.numbers}: {', '.join(facts)}"


def scale_bar(
    start: PaperCorner, text_mm: float, least_mm: float = _LEAST_BAR_MM
) -> Iterable[Primitive]:
    """Yield a bar of a round length, at least so long on paper, and the scale beside it."""
    lengths_mm = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20)
    length_mm = next((n for n in lengths_mm if n * start.scale >= least_mm), 50.0)
    end_mm = length_mm * start.scale
    style = Style(ColorRole.TEXT, THIN_PEN_MM)
    yield start.line(0.0, 0.0, end_mm, 0.0, style)
    for x_mm in (0.0, end_mm / 2, end_mm):
        yield start.line(x_mm, -1.2, x_mm, 0.0, style)
    label = f"{length_mm:g} mm"
    yield start.text(end_mm + 1.5, 0.0, label, text_mm)
    beside_mm = end_mm + 1.5 + text_width_mm(label, text_mm) + 5.0
    yield start.text(beside_mm, 0.0, scale_label(start.scale), text_mm)
