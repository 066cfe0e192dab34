"""What every drawing says beneath the picture: scale bar, numbering and where figures come from."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.numbers import format_height, pluralize
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.drawing.bounds import items_bounds
from a4s_gui.drawing.items.legend import LINE_MM as LEGEND_LINE_MM
from a4s_gui.drawing.items.legend import legend_items
from a4s_gui.drawing.lettering import text_width_mm, wrap
from a4s_gui.drawing.paper_corner import PaperCorner
from a4s_gui.drawing.scene import Align, Layer, Line, Primitive, Text
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import NOTE_MM, TEXT_MM, THIN_PEN_MM
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.geometry.body_figures import body_figures
from a4s_gui.geometry.shapes import Rectangle

_LINE_MM = 3.2
LEGEND_RISE_MM = 1.8
_LEAST_BAR_MM = 12.0
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
    """Return scale bar, legend and notes, beneath what is drawn.

    Parameters
    ----------
    texts
        The notes, a paragraph each.
    items
        What the picture shows, for the legend.
    drawn
        The box around the picture, in mm of the part.
    width_mm
        Paper width that the notes may take, where the picture is narrower.
    scale
        Of the drawing, n:1.
    """
    room_mm = max(width_mm, drawn.width_mm * scale)
    bar = PaperCorner(drawn.x_mm, drawn.bottom_mm, scale).at(-room_mm / 2, 7.0)
    return notes_block(texts, items, bar, room_mm)


def notes_block(
    texts: Iterable[str], items: list[Primitive], bar: PaperCorner, width_mm: float
) -> list[Primitive]:
    """Return scale bar, legend and notes in a width of paper; ``bar`` is the scale bar's start."""
    scale = bar.scale
    drawn_bar = list(scale_bar(scale, bar.left_mm, bar.top_mm))
    # Room for the longest scale: a window writes another one where it shows the sheet smaller.
    longer_mm = max(
        0.0, text_width_mm("Scale 0.000:1", TEXT_MM) - text_width_mm(scale_label(scale), TEXT_MM)
    )
    beside_mm = (items_bounds(drawn_bar, scale).right_mm - bar.left_mm) * scale + longer_mm + 5.0
    legend_mm = 0.0
    if width_mm - beside_mm < _LEAST_LEGEND_MM:
        beside_mm, legend_mm = 0.0, LEGEND_LINE_MM
    at = bar.at(beside_mm, legend_mm - LEGEND_RISE_MM)
    legend, height_mm = legend_items(items, scale, at.left_mm, at.top_mm, width_mm - beside_mm)
    first = bar.at(0.0, legend_mm + 0.8 + max(0.0, height_mm - LEGEND_LINE_MM))
    return [
        *drawn_bar,
        *legend,
        *paragraphs(texts, first.left_mm, first.top_mm, width_mm, scale),
    ]


def paragraphs(
    texts: Iterable[str], left_mm: float, top_mm: float, width_mm: float, scale: float
) -> Iterable[Text]:
    """Yield paragraphs of small text from an upper left corner, wrapped to a width of paper."""
    unit = 1 / scale
    y = top_mm
    for paragraph in texts:
        for line in wrap(paragraph, NOTE_MM, width_mm):
            y += _LINE_MM * unit
            yield Text(Layer.NOTES, left_mm, y, line, NOTE_MM, Align.LEFT, ink=ColorRole.DIMENSION)
        y += 0.6 * unit


def notes(spec: DrawingSpec, halves: tuple[Half, ...], *left_out: str) -> list[str]:
    """Return the notes of a drawing, each one paragraph, without what a title block says.

    ``left_out`` names what found no room: ``3 dimensions``, ``pin numbers``; empty texts do not
    count.
    """
    pair = spec.pair
    found = []
    if not spec.with_title_block:
        found += [
            (
                f"Land pattern “{spec.pattern.title}”: "
                f"{spec.pattern.provenance(*halves, brief=spec.brief_notes)}."
            ),
            f"Numbering: {spec.numbering.describe()}; a convention, the parts carry no mark.",
        ]
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
    if missing := left_out_note(*left_out):
        found.append(missing)
    return found


def left_out_note(*left_out: str) -> str:
    """Return what a drawing says of that for which it has no room; empty where it has all."""
    missing = " and ".join(dict.fromkeys(filter(None, left_out)))
    return (
        f"{capitalize_first(missing)} left out for lack of room at this scale." if missing else ""
    )


def dimensions_missing(count: int) -> str:
    """Return ``3 dimensions``, or nothing where none is missing."""
    return pluralize(count, "dimension") if count else ""


def describe_pair(pair: Pair) -> str:
    """Return a pair in one line: both part numbers, pins, mated height, type, packaging."""
    facts = [f"{pair.pins} pins"]
    if pair.mated_height_mm is None:
        facts.append("mated height not stated")
    else:
        facts.append(f"mated height {format_height(pair.mated_height_mm)}")
    facts.append(f"{pair.product} type")
    if pair.packaging_pitch_mm is not None:
        facts.append(f"{pair.packaging_pitch_mm} mm packaging")
    return f"{pair.numbers}: {', '.join(facts)}"


def scale_bar(scale: float, left_mm: float, y_mm: float) -> Iterable[Primitive]:
    """Yield a bar of a round length, and the scale beside it."""
    length_mm = next(
        (n for n in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20) if n * scale >= _LEAST_BAR_MM), 50.0
    )
    unit = 1 / scale
    style = Style(ColorRole.TEXT, THIN_PEN_MM)
    right = left_mm + length_mm
    tick = 1.2 * unit
    yield Line(Layer.NOTES, left_mm, y_mm, right, y_mm, style)
    for x in (left_mm, left_mm + length_mm / 2, right):
        yield Line(Layer.NOTES, x, y_mm - tick, x, y_mm, style)
    label = f"{length_mm:g} mm"
    yield Text(Layer.NOTES, right + 1.5 * unit, y_mm, label, TEXT_MM, Align.LEFT)
    beside = right + (1.5 + text_width_mm(label, TEXT_MM) + 5.0) * unit
    stated = scale_label(scale)
    yield Text(Layer.NOTES, beside, y_mm, stated, TEXT_MM, Align.LEFT, states_scale=True)
