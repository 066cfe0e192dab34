"""What a pair takes of its boards, by bodies and by land patterns, and what another one adds."""

from __future__ import annotations

from a4s_gui.catalog.comparison.pair_figures import PairFigure, as_figure
from a4s_gui.catalog.derived import Derived, format_number
from a4s_gui.catalog.model import Half, Pair, Source
from a4s_gui.catalog.selection.board_limits import BodyMeasure, Measure, Size
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_size import LandMeasure, extents, land_size
from a4s_gui.geometry.shapes import round_mm


def board_figures(pair: Pair, pattern: LandPattern) -> tuple[Derived, ...]:
    """Return the area of each half's body, and size and area of its land pattern."""
    found = []
    for connector in pair.connectors:
        half = str(connector.half).capitalize()
        land = _land_source(pattern, connector.half)
        along, across = extents(pattern.half(connector.half), connector.dimensions_mm)
        body_source = pair.sources[f"{connector.half}_dimensions"]
        found += [
            _area(f"{half} body area", BodyMeasure().size(connector), body_source),
            Derived(f"{half} land pattern length", along.total_mm, "mm", along.formula, land),
            Derived(f"{half} land pattern width", across.total_mm, "mm", across.formula, land),
            _area(f"{half} land pattern area", land_size(connector, pattern), land),
        ]
    return tuple(found)


def board_rows(pair: Pair, pattern: LandPattern) -> tuple[PairFigure, ...]:
    """Return the same as lines of a table that sets pairs side by side."""
    return tuple(as_figure("Board area", figure) for figure in board_figures(pair, pattern))


def added_board(pair: Pair, other: Pair, pattern: LandPattern) -> tuple[Derived, ...]:
    """Return what each half of another pair adds in length and area, by body and land pattern.

    A figure is negative where the other pair takes less.
    """
    found = []
    for half in Half:
        measures: tuple[tuple[Measure, Source], ...] = (
            (BodyMeasure(), other.sources[f"{half}_dimensions"]),
            (LandMeasure(pattern), _land_source(pattern, half)),
        )
        for measure, source in measures:
            old, new = (measure.size(p.connector(half)) for p in (pair, other))
            name = f"{str(half).capitalize()} {measure.name}"
            lengths, areas = (new.length_mm, old.length_mm), (new.area_mm2, old.area_mm2)
            found += [
                _difference(f"{name}, added length", *lengths, "mm", source),
                _difference(f"{name}, added area", *areas, "mm²", source),
            ]
    return tuple(found)


def _area(name: str, size: Size, source: Source) -> Derived:
    sides = f"{format_number(size.length_mm)} mm × {format_number(size.width_mm)} mm"
    return Derived(
        name, size.area_mm2, "mm²", f"{sides} = {format_number(size.area_mm2)} mm²", source
    )


def _difference(name: str, new: float, old: float, unit: str, source: Source) -> Derived:
    added = round_mm(new - old)
    formula = (
        f"{format_number(new)} {unit} − {format_number(old)} {unit} = {format_number(added)} {unit}"
    )
    return Derived(name, added, unit, formula, source)


def _land_source(pattern: LandPattern, half: Half) -> Source:
    documents = "; ".join(pattern.source_documents(half))
    return Source(documents, f"land pattern “{pattern.name}”")
