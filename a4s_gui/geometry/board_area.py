"""What a pair takes of its boards: sizes and areas of bodies and land patterns; what another adds.

A land pattern's size is that of the smallest rectangle around its pads.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from a4s_gui.catalog.derived import Derived, plain
from a4s_gui.catalog.fit import BodyMeasure, Measure, Size
from a4s_gui.catalog.model import Connector, Dimensions, Half, Pair, Source
from a4s_gui.catalog.pair_figures import PairFigure, as_figure
from a4s_gui.geometry.land_pattern import HalfPattern, LandPattern
from a4s_gui.geometry.shapes import round_mm


@dataclass(frozen=True, slots=True)
class _Reach:
    """Two rows of pads: their centres apart, and the size of one pad in that direction, in mm."""

    pads: str
    apart_mm: float
    pad_mm: float

    @property
    def total_mm(self) -> float:
        return round_mm(self.apart_mm + self.pad_mm)

    @property
    def formula(self) -> str:
        return (
            f"{self.pads} {plain(self.apart_mm)} mm apart + pad {plain(self.pad_mm)} mm "
            f"= {plain(self.total_mm)} mm"
        )


def land_size(connector: Connector, pattern: LandPattern) -> Size:
    """Return length and width of one half's land pattern, in mm."""
    return _land_size(pattern.half(connector.half), connector.dimensions_mm)


# A filter asks for every half of the catalog several times, at each key that is typed.
@lru_cache(maxsize=512)
def _land_size(figures: HalfPattern, dimensions: Dimensions) -> Size:
    along, across = _reaches(figures, dimensions)
    return Size(along.total_mm, across.total_mm)


def _reaches(figures: HalfPattern, dimensions: Dimensions) -> tuple[_Reach, _Reach]:
    """Return what reaches furthest along the rows and across them."""
    span_mm = figures.terminal_span_mm(dimensions)
    along = (
        _Reach("terminals", span_mm, figures.terminal_width_mm),
        _Reach("contacts", dimensions.B, figures.contact_width_mm),
    )
    across = (
        _Reach("contact rows", figures.contact_rows_mm, figures.contact_height_mm),
        _Reach("terminal rows", figures.terminal_rows_mm, figures.terminal_height_mm),
    )
    return max(along, key=_total), max(across, key=_total)


def _total(reach: _Reach) -> float:
    return reach.total_mm


@dataclass(frozen=True)
class LandMeasure:
    """Measures the land patterns of pairs against a filter's limits of size."""

    pattern: LandPattern
    name: str = "land pattern"

    def size(self, connector: Connector) -> Size:
        """Return the size of one half's land pattern."""
        return land_size(connector, self.pattern)


def board_figures(pair: Pair, pattern: LandPattern) -> tuple[Derived, ...]:
    """Return the area of each half's body, and size and area of its land pattern."""
    found = []
    for connector in pair.connectors:
        half = str(connector.half).capitalize()
        land = _land_source(pattern, connector.half)
        along, across = _reaches(pattern.half(connector.half), connector.dimensions_mm)
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
    sides = f"{plain(size.length_mm)} mm × {plain(size.width_mm)} mm"
    return Derived(name, size.area_mm2, "mm²", f"{sides} = {plain(size.area_mm2)} mm²", source)


def _difference(name: str, new: float, old: float, unit: str, source: Source) -> Derived:
    added = round_mm(new - old)
    formula = f"{plain(new)} {unit} − {plain(old)} {unit} = {plain(added)} {unit}"
    return Derived(name, added, unit, formula, source)


def _land_source(pattern: LandPattern, half: Half) -> Source:
    documents = "; ".join(pattern.source_documents(half))
    return Source(documents, f"land pattern “{pattern.name}”")
