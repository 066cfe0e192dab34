"""Every figure of a pair in one flat list of short texts, to set pairs side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a4s_gui.catalog.calculations.current import current_figures
from a4s_gui.catalog.data.rating_lines import RatingTable
from a4s_gui.catalog.derived import Derived, format_number, with_unit
from a4s_gui.catalog.model import Pair, Source
from a4s_gui.catalog.orders.ordering import smallest_order
from a4s_gui.catalog.wording import NOT_STATED


@dataclass(frozen=True, slots=True)
class PairFigure:
    """One figure: the group it stands in, its name, its text with unit, and its source.

    ``formula`` is the calculation with its numbers, empty where the source states the figure;
    ``condition`` is what the figure holds for.
    """

    group: str
    name: str
    text: str
    source: Source
    formula: str = ""
    condition: str = ""


def pair_figures(pair: Pair, ratings: RatingTable) -> tuple[PairFigure, ...]:
    """Return what the pair is, its outline, ratings, currents, packing and tape."""
    return (
        *_identity(pair),
        *_outline(pair),
        *_ratings(pair, ratings),
        *(as_figure("Electrical", derived) for derived in current_figures(pair)),
        *_packing(pair),
        *tape_figures(pair),
    )


def tape_figures(pair: Pair) -> Iterator[PairFigure]:
    """Yield the embossed tape and its reel, in mm; nothing where no tape is stated."""
    tape = pair.tape
    if tape is None:
        return
    for name, text in (
        ("Tape type", tape.type),
        ("Tape width", _mm(tape.width_mm, 1)),
        ("Between the hole lines", _mm(tape.hole_lines_mm, 1)),
        ("Hole line to pocket centre", _mm(tape.hole_to_pocket_mm, 1)),
        ("Reel width over flanges", _mm(tape.reel_width_mm, 1)),
    ):
        yield PairFigure("Tape and reel", name, text, pair.sources["tape"])


def as_figure(group: str, derived: Derived) -> PairFigure:
    """Return a worked-out figure as a line of a group."""
    return PairFigure(group, derived.name, derived.text, derived.source, derived.formula)


def _identity(pair: Pair) -> Iterator[PairFigure]:
    source = pair.sources["part_numbers"]
    for name, text in (
        ("Socket", pair.socket.part_number),
        ("Header", pair.header.part_number),
        ("Pins", str(pair.pins)),
        ("Mated height", _mm(pair.mated_height_mm, 1)),
        ("Product", str(pair.product)),
    ):
        yield PairFigure("Pair", name, text, source)


def _outline(pair: Pair) -> Iterator[PairFigure]:
    for connector in pair.connectors:
        half = str(connector.half).capitalize()
        source = pair.sources[f"{connector.half}_dimensions"]
        for name in ("A", "B", "C"):
            value = getattr(connector.dimensions_mm, name)
            yield PairFigure("Outline", f"{half} {name}", _mm(value), source)
        body = pair.sources["body"]
        width, height = _mm(connector.body_width_mm), _mm(connector.body_height_mm)
        yield PairFigure("Outline", f"{half} body width", width, body)
        yield PairFigure("Outline", f"{half} height above board", height, body)


def _ratings(pair: Pair, ratings: RatingTable) -> Iterator[PairFigure]:
    for group in ratings.lines(pair):
        for line in group.lines:
            yield PairFigure(
                group.title,
                line.name,
                line.quantity.text,
                line.source,
                line.formula,
                line.condition,
            )


def _packing(pair: Pair) -> Iterator[PairFigure]:
    source = pair.sources["packing"]
    pitch = pair.packaging_pitch_mm
    packaging = NOT_STATED if pitch is None else f"embossed tape, {pitch} mm pitch"
    yield PairFigure("Packing", "Packaging", packaging, source)
    for name, pieces in (
        ("Pieces a reel", pair.pieces_per_reel),
        ("Pieces an outer carton", pair.pieces_per_outer_carton),
    ):
        yield PairFigure(
            "Packing", name, NOT_STATED if pieces is None else format_number(pieces), source
        )
    yield as_figure("Packing", smallest_order(pair))


def _mm(value: float | None, digits: int = 2) -> str:
    return NOT_STATED if value is None else with_unit(f"{value:.{digits}f}", "mm")
