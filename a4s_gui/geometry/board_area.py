"""What a pair takes of its boards, by bodies and by land patterns, and what another one adds."""

from __future__ import annotations

from collections.abc import Mapping

from a4s_gui.catalog.figure import Figure, FigureGroup
from a4s_gui.catalog.model import Half, Pair, Source
from a4s_gui.catalog.numbers import format_mm, format_unit
from a4s_gui.catalog.selection.board_limits import BodyMeasure, Measure, Size
from a4s_gui.frozen import frozen
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_size import LandMeasure, extents, land_size
from a4s_gui.geometry.shapes import round_mm


@frozen
class AddedSize:
    """What another part adds in length and area, negative where it takes less, in mm and mm²."""

    length: Figure
    area: Figure


@frozen
class AddedBoard:
    """What one half of another pair adds, by its body and by its land pattern."""

    body: AddedSize
    land_pattern: AddedSize

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Length and area of the body, then of the land pattern."""
        return tuple(
            figure for size in (self.body, self.land_pattern) for figure in (size.length, size.area)
        )


def board_figures(pair: Pair, pattern: LandPattern) -> FigureGroup:
    """Return the area of each half's body, and size and area of its land pattern."""
    found = []
    for connector in pair.connectors:
        half = str(connector.half).capitalize()
        land = _land_source(pattern, connector.half)
        along, across = extents(pattern.half(connector.half), connector.dimensions_mm)
        body = pair.sources[f"{connector.half}_dimensions"]
        length, width = f"{half} land pattern length", f"{half} land pattern width"
        found += [
            _area(f"{half} body area", BodyMeasure().size(connector), body),
            Figure(length, along.total_mm, "mm", (land,), along.formula),
            Figure(width, across.total_mm, "mm", (land,), across.formula),
            _area(f"{half} land pattern area", land_size(connector, pattern), land),
        ]
    return FigureGroup("Board area", tuple(found))


def added_board(pair: Pair, other: Pair, pattern: LandPattern) -> Mapping[Half, AddedBoard]:
    """Return what each half of another pair adds in length and area."""

    def added(half: Half, measure: Measure, source: Source) -> AddedSize:
        old, new = (measure.size(p.connector(half)) for p in (pair, other))
        name = f"{str(half).capitalize()} {measure.name}"
        length, area = (new.length_mm, old.length_mm), (new.area_mm2, old.area_mm2)
        return AddedSize(
            _difference(f"{name}, added length", *length, "mm", source),
            _difference(f"{name}, added area", *area, "mm²", source),
        )

    return {
        half: AddedBoard(
            added(half, BodyMeasure(), other.sources[f"{half}_dimensions"]),
            added(half, LandMeasure(pattern), _land_source(pattern, half)),
        )
        for half in Half
    }


def _area(name: str, size: Size, source: Source) -> Figure:
    sides = f"{format_mm(size.length_mm)} × {format_mm(size.width_mm)}"
    formula = f"{sides} = {format_unit(size.area_mm2, 'mm²')}"
    return Figure(name, size.area_mm2, "mm²", (source,), formula)


def _difference(name: str, new: float, old: float, unit: str, source: Source) -> Figure:
    added = round_mm(new - old)
    after, before, more = (format_unit(value, unit) for value in (new, old, added))
    return Figure(name, added, unit, (source,), f"{after} − {before} = {more}")


def _land_source(pattern: LandPattern, half: Half) -> Source:
    documents = "; ".join(pattern.source_documents(half))
    return Source(documents, f"land pattern “{pattern.name}”")
