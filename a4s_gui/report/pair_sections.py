"""The figures of a pair in sections, as the window and the command line show them."""

from __future__ import annotations

from a4s_gui.catalog.comparison.pair_figures import tape_figures
from a4s_gui.catalog.model import Connector, Half, Pair
from a4s_gui.catalog.wording import NOT_STATED
from a4s_gui.geometry.land_pattern.pattern import HalfPattern, LandPattern
from a4s_gui.report.sections import Figure, Section

HALVES = ("Socket", "Header")
_PAD = "Along the rows × across them"
_ACROSS = "Centre to centre, across the rows"
_ALONG = "Centre to centre, along the rows"


def _mm(value: float | None, digits: int = 2) -> str:
    return NOT_STATED if value is None else f"{value:.{digits}f} mm"


def _plain(value: float | None) -> str:
    return NOT_STATED if value is None else f"{value:.2f}"


def _g(value: float | None, unit: str) -> str:
    return NOT_STATED if value is None else f"{value:g} {unit}"


def _count(value: int | None) -> str:
    return NOT_STATED if value is None else f"{value:,}"


def pair_section(pair: Pair) -> Section:
    """Return what the pair is."""
    source = (pair.sources["part_numbers"],)
    return Section(
        "Pair",
        (
            Figure("Pins", (f"{pair.pins} (2 × {pair.pins // 2})",), source),
            Figure("Contact pitch", (_mm(pair.series.pitch_mm),), source),
            Figure("Mated height", (_mm(pair.mated_height_mm, 1),), source),
            Figure("Product", (pair.product.words,), source),
        ),
    )


def outline_section(pair: Pair) -> Section:
    """Return the dimensions of both bodies, in mm."""
    dimensions = (pair.sources["socket_dimensions"], pair.sources["header_dimensions"])
    body = (pair.sources["body"], pair.sources["body"])

    def both(connectors: tuple[Connector, Connector], name: str) -> tuple[str, ...]:
        return tuple(_plain(getattr(c.dimensions_mm, name)) for c in connectors)

    halves = pair.connectors
    return Section(
        "Outline",
        (
            Figure("A, overall", both(halves, "A"), dimensions),
            Figure("B, contacts", both(halves, "B"), dimensions, "Outermost contact centres"),
            Figure(
                "C",
                both(halves, "C"),
                dimensions,
                "The datasheet's text does not say what C spans; on boards in the field the "
                "header's terminal pads are centred on it",
            ),
            Figure("Body width", tuple(_plain(c.body_width_mm) for c in halves), body),
            Figure("Height above board", tuple(_plain(c.body_height_mm) for c in halves), body),
        ),
        HALVES,
        "mm",
    )


def land_pattern_section(pair: Pair, pattern: LandPattern) -> Section:
    """Return the sizes and places of the pads of a land pattern, in mm."""

    def line(name: str, texts: tuple[str, str], note: str, *figures: str) -> Figure:
        sources = dict.fromkeys(pattern.source_of(half, f) for f in figures for half in Half)
        return Figure(name, texts, tuple(sources), note)

    def each(name: str, note: str, *figures: str) -> Figure:
        socket, header = (
            " × ".join(_plain(getattr(half, f)) for f in figures)
            for half in (pattern.socket, pattern.header)
        )
        return line(name, (socket, header), note, *figures)

    def span(half: HalfPattern, connector: Connector) -> str:
        return _plain(half.terminal_span_mm(connector.dimensions_mm))

    spans = (span(pattern.socket, pair.socket), span(pattern.header, pair.header))
    return Section(
        f"Land pattern: {pattern.title}",
        (
            each("Contact pad", _PAD, "contact_width_mm", "contact_height_mm"),
            each("Contact rows", _ACROSS, "contact_rows_mm"),
            each("Terminal pad", _PAD, "terminal_width_mm", "terminal_height_mm"),
            line("Terminals along", spans, _ALONG, "terminal_reference", "terminal_offset_mm"),
            each("Terminals across", _ACROSS, "terminal_rows_mm"),
        ),
        HALVES,
        "mm",
        pattern.summary,
    )


def packing_section(pair: Pair) -> Section:
    """Return in what numbers the pair is packed."""
    source = (pair.sources["packing"],)
    figures = [
        Figure("Tape pocket pitch", (_g(pair.packaging_pitch_mm, "mm"),), source),
        Figure("Pieces a reel", (_count(pair.pieces_per_reel),), source),
        Figure("Pieces an outer carton", (_count(pair.pieces_per_outer_carton),), source),
    ]
    if pair.minimum_lot_pieces is not None:
        figures.append(Figure("Smallest lot", (_count(pair.minimum_lot_pieces),), source))
    return Section("Packing", tuple(figures))


def tape_section(pair: Pair) -> tuple[Section, ...]:
    """Return the embossed tape and its reel; nothing where none is stated."""
    figures = tuple(
        Figure(figure.name, (figure.text,), (figure.source,))
        for figure in tape_figures(pair)
        if figure.text != NOT_STATED
    )
    return (Section("Tape and reel", figures),) if figures else ()
