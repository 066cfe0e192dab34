"""The figures of a pair in sections, as the window and the command line show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a4s_gui.catalog.comparison.pair_figures import (
    height_figure,
    outline_figures,
    pieces_figures,
    tape_figures,
)
from a4s_gui.catalog.figure import Figure
from a4s_gui.catalog.model import Connector, Half, Pair
from a4s_gui.catalog.numbers import format_number
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.measured_figures import derived_height
from a4s_gui.report.sections import Row, Section

HALVES = ("Socket", "Header")
_PAD = "Along the rows × across them"
_ACROSS = "Centre to centre, across the rows"
_ALONG = "Centre to centre, along the rows"
_OUTLINE_WORDS = {
    "A": ("A, overall", ""),
    "B": ("B, contacts", "Outermost contact centres"),
    "C": (
        "C, terminals",
        "Centre to centre of the soldering terminals' metal, as in the CAD models of both halves",
    ),
}
"""What the tabulated dimensions are called where there is room for words, and what they are."""


def pair_section(pair: Pair) -> Section:
    """Return what the pair is."""
    sources = (pair.sources["part_numbers"],)
    figures = (
        Figure("Pins", f"{pair.pins} (2 × {pair.pins // 2})", "", sources),
        Figure("Contact pitch", pair.series.pitch_mm, "mm", sources, decimals=2),
        height_figure(pair),
        Figure("Product", pair.product.words, "", sources),
    )
    return Section.of("Pair", figures)


def outline_section(pair: Pair) -> Section:
    """Return the dimensions of both bodies, in mm."""
    rows = []
    for halves in zip(*(_outline_figures(half, pair) for half in pair.connectors), strict=True):
        short = halves[0].name
        name, note = _OUTLINE_WORDS.get(short, (capitalize_first(short), ""))
        rows.append(Row(name, halves, note))
    return Section("Outline", tuple(rows), HALVES, "mm")


def _outline_figures(connector: Connector, pair: Pair) -> Iterator[Figure]:
    """Yield what is tabulated, and a height that is derived where none is stated."""
    for figure in outline_figures(connector, pair):
        yield figure if figure.is_stated else derived_height(connector, pair) or figure


def land_pattern_section(pair: Pair, pattern: LandPattern) -> Section:
    """Return the sizes and places of the pads of a land pattern, in mm."""

    def row(name: str, texts: Iterable[str], note: str, *fields: str) -> Row:
        figures = (
            Figure(name, text, "mm", tuple(pattern.source_of(half, field) for field in fields))
            for half, text in zip(Half, texts, strict=True)
        )
        return Row(name, tuple(figures), note)

    def each(name: str, note: str, *fields: str) -> Row:
        sizes = ([getattr(pattern.half(half), field) for field in fields] for half in Half)
        texts = (" × ".join(format_number(size, 2) for size in both) for both in sizes)
        return row(name, texts, note, *fields)

    spans = (pattern.half(c.half).terminal_span_mm(c.dimensions_mm) for c in pair.connectors)
    along = (format_number(span, 2) for span in spans)
    return Section(
        f"Land pattern: {pattern.title}",
        (
            each("Contact pad", _PAD, "contact_width_mm", "contact_height_mm"),
            each("Contact rows", _ACROSS, "contact_rows_mm"),
            each("Terminal pad", _PAD, "terminal_width_mm", "terminal_height_mm"),
            row("Terminals along", along, _ALONG, "terminal_reference", "terminal_offset_mm"),
            each("Terminals across", _ACROSS, "terminal_rows_mm"),
        ),
        HALVES,
        "mm",
        pattern.summary,
    )


def packing_section(pair: Pair) -> Section:
    """Return in what numbers the pair is packed."""
    sources = (pair.sources["packing"],)
    figures = (
        Figure("Tape pocket pitch", pair.packaging_pitch_mm, "mm", sources),
        *pieces_figures(pair),
        Figure("Smallest lot", pair.minimum_lot_pieces, "", sources),
    )
    return Section.of("Packing", figures if figures[-1].is_stated else figures[:-1])


def tape_section(pair: Pair) -> tuple[Section, ...]:
    """Return the embossed tape and its reel; nothing where none is stated."""
    figures = [figure for figure in tape_figures(pair) if figure.is_stated]
    return (Section.of("Tape and reel", figures),) if figures else ()
