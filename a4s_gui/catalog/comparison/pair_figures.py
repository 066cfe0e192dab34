"""The figures of a pair in groups, for all that lists them: details, comparison, JSON."""

from __future__ import annotations

from collections.abc import Iterator

from a4s_gui.catalog.calculations.current import current_figures
from a4s_gui.catalog.data.rating_lines import RatingLine, RatingTable
from a4s_gui.catalog.figure import Figure, FigureGroup, Part
from a4s_gui.catalog.model import Connector, Pair
from a4s_gui.catalog.orders.ordering import packaging_words, smallest_order
from a4s_gui.frozen import replace

OUTLINE = "Outline"
"""The group of the figures of the outline."""
HEIGHT_ABOVE_BOARD = "height above board"
"""What the height of a half is called; it is derived where it is not stated."""


def pair_figures(pair: Pair, ratings: RatingTable) -> tuple[FigureGroup, ...]:
    """Return what the pair is, its outline, ratings, currents, packing and tape."""
    return (
        FigureGroup("Pair", tuple(_identity(pair))),
        FigureGroup(OUTLINE, tuple(_outline(pair))),
        *rating_groups(pair, ratings),
        FigureGroup("Electrical", current_figures(pair)),
        FigureGroup("Packing", tuple(_packing(pair))),
        FigureGroup("Tape and reel", tape_figures(pair)),
    )


def height_figure(pair: Pair) -> Figure:
    """Return the mated height, in mm."""
    sources = (pair.sources["part_numbers"],)
    return Figure("Mated height", pair.mated_height_mm, "mm", sources, decimals=1)


def outline_figures(connector: Connector, pair: Pair) -> tuple[Figure, ...]:
    """Return the dimensions A, B and C of one half of a pair, and its body, in mm."""
    dimensions, body = pair.sources[f"{connector.half}_dimensions"], pair.sources["body"]
    table = connector.dimensions_mm
    return tuple(
        Figure(name, value, "mm", (source,), decimals=2)
        for name, value, source in (
            ("A", table.A, dimensions),
            ("B", table.B, dimensions),
            ("C", table.C, dimensions),
            ("body width", connector.body_width_mm, body),
            (HEIGHT_ABOVE_BOARD, connector.body_height_mm, body),
        )
    )


def rating_groups(pair: Pair, ratings: RatingTable) -> tuple[FigureGroup, ...]:
    """Return the ratings with their conditions, a group a heading of the file."""
    return tuple(
        FigureGroup(group.title, tuple(map(_rating, group.lines))) for group in ratings.lines(pair)
    )


def pieces_figures(pair: Pair) -> tuple[Figure, ...]:
    """Return how many pieces of one half a reel and an outer carton hold."""
    sources = (pair.sources["packing"],)
    return (
        Figure("Pieces per reel", pair.pieces_per_reel, "", sources),
        Figure("Pieces per outer carton", pair.pieces_per_outer_carton, "", sources),
    )


def tape_figures(pair: Pair) -> tuple[Figure, ...]:
    """Return the embossed tape and its reel, in mm; nothing where no tape is stated."""
    tape = pair.tape
    if tape is None:
        return ()
    sources = (pair.sources["tape"],)
    lengths = (
        ("Tape width", tape.width_mm),
        ("Between the hole lines", tape.hole_lines_mm),
        ("Hole line to pocket centre", tape.hole_to_pocket_mm),
        ("Reel width over flanges", tape.reel_width_mm),
    )
    return (
        Figure("Tape type", tape.type, "", sources),
        *(Figure(name, length, "mm", sources, decimals=1) for name, length in lengths),
    )


def _identity(pair: Pair) -> Iterator[Figure]:
    sources = (pair.sources["part_numbers"],)
    yield Figure("Socket", pair.socket.part_number, "", sources)
    yield Figure("Header", pair.header.part_number, "", sources)
    yield Figure("Pins", pair.pins, "", sources)
    yield height_figure(pair)
    yield Figure("Product", str(pair.product), "", sources)


def _outline(pair: Pair) -> Iterator[Figure]:
    for connector in pair.connectors:
        half = str(connector.half).capitalize()
        for figure in outline_figures(connector, pair):
            yield replace(figure, name=f"{half} {figure.name}")


def _packing(pair: Pair) -> Iterator[Figure]:
    yield Figure("Packaging", packaging_words(pair), "", (pair.sources["packing"],))
    yield from pieces_figures(pair)
    yield smallest_order(pair)


def _rating(line: RatingLine) -> Figure:
    quantity = line.quantity
    value = quantity.text if quantity.is_stated else None
    ends = (("", quantity.value), ("at least", quantity.low), ("at most", quantity.high))
    parts = tuple(
        Part(label, number, quantity.unit) for label, number in ends if number is not None
    )
    if quantity.plus is not None:
        parts = ()  # a value with a tolerance is told in words
    return Figure(line.name, value, "", (line.source,), line.formula, line.condition, parts=parts)
