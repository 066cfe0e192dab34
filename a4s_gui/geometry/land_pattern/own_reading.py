"""A figure that the user has read somewhere, among what they have read at the same place before."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.model import Half, Source
from a4s_gui.catalog.part_numbers.part_number import parse
from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.land_pattern.field_readings import (
    MASK_MARGIN,
    Reading,
    ReadingKind,
    completed_rows,
    shipped_readings,
)
from a4s_gui.geometry.land_pattern.pattern import LandPatternError
from a4s_gui.geometry.land_pattern.writing import reading_stem

_OFFSET = "terminal_offset_mm"
_MOST_PINS = 200
"""More than any connector has: a number beyond is a slip of the keys."""
_KEPT = {"height": "rows", "rows": "height", "inner": "outer", "outer": "inner"}
"""Of four figures that follow from two, the one that stays when another is read anew."""


@frozen
class ReadFigure:
    """One figure as it was read: ``figure`` by its name in a land pattern, or an edge's, in mm.

    ``half`` is where a mask margin was read, ``reference`` the dimension that an offset is added
    to. ``read_on`` is the part number of what was read, or its number of pins; empty where that is
    not told, ``None`` where it stays what it was.
    """

    name: str
    document: str
    kind: ReadingKind
    half: Half
    figure: str
    value_mm: float
    reference: str = ""
    read_on: str | None = None


def check_reading_name(name: str) -> None:
    """Refuse a name that no reading of the user's own can have, by an :class:`A4sError`.

    It holds no letter or digit, or is a shipped reading's.
    """
    stem = reading_stem(name)
    if any(stem == reading_stem(reading.name) for reading in shipped_readings()):
        raise A4sError(f"reading “{name}”: is shipped; choose another name")


def check_document(document: str) -> None:
    """Refuse what cannot stand as a source, by an :class:`A4sError`.

    It is empty, or holds what parts several documents.
    """
    if not document.strip():
        raise A4sError("a source is missing; say which board, drawing or caliper")
    if ";" in document:
        raise A4sError("a source is one document, without a semicolon")


def check_read_on(text: str, half: Half) -> tuple[str, int | None]:
    """Return the part number and the number of pins that were typed, where they were.

    What is no part number of this half, and no number of pins in two rows, is an :class:`A4sError`.
    """
    count = text.strip().removesuffix("pins").strip()
    if not count:
        return "", None
    if count.isdecimal():
        pins = int(count)
        if pins % 2 or not 0 < pins <= _MOST_PINS:
            raise A4sError(f"“{text.strip()}”: two rows have an even number of pins; type one")
        return "", pins
    part = parse(text)
    if part.half is not half:
        raise A4sError(f"{part} is a {part.half}; this is read on a {half}")
    return str(part), part.pins


def with_figure(readings: Iterable[Reading], read: ReadFigure) -> tuple[Reading, ...]:
    """Return the readings of one place with one more figure; one that was read before is replaced.

    Name, document and kind are the new one's for all of them. An :class:`A4sError` refuses a name,
    document or part that is impossible, a :class:`LandPatternError` names the figure that cannot
    be, alone or with what was read before.
    """
    check_reading_name(read.name)
    check_document(read.document)
    halves = {reading.half: reading for reading in readings}
    source = Source(read.document.strip(), "")
    first = Reading(read.name.strip(), read.kind, read.half, None, source, {}, own=True)
    halves[read.half] = _read_on(_added(halves.get(read.half, first), read), read)
    return tuple(
        replace(
            halves[half],
            name=first.name,
            kind=read.kind,
            source=replace(halves[half].source, document=source.document),
        )
        for half in Half
        if half in halves
    )


def without_figure(reading: Reading, figure: str) -> Reading | None:
    """Return a reading without one figure and what followed from it; ``None`` if nothing is left.

    ``figure`` is named as in a land pattern. Of height, rows and edges, two decide: with one of
    them goes what cannot be told any more.
    """
    if figure == MASK_MARGIN:
        left = replace(reading, mask_margin_mm=None)
    else:
        gone = removed_with(reading, figure)
        figures = {name: value for name, value in reading.figures.items() if name not in gone}
        reference = reading.terminal_reference if _OFFSET in figures else ""
        left = replace(reading, figures=figures, terminal_reference=reference)
    return left if left.figures or left.mask_margin_mm is not None else None


def removed_with(reading: Reading, figure: str) -> tuple[str, ...]:
    """Return the names within its half of a figure and of what cannot be told without it."""
    name = figure.partition(".")[2]
    pad, _, what = name.removesuffix("_mm").partition("_")
    rows = [f"{pad}_{row}_mm" for row in _KEPT]
    if what not in _KEPT or not set(rows) <= set(reading.figures):
        return (name,)
    return tuple(row for row in rows if row != f"{pad}_{_KEPT[what]}_mm")


def _read_on(reading: Reading, read: ReadFigure) -> Reading:
    part, pins = reading.part, reading.pins
    if read.read_on is not None:
        part, pins = check_read_on(read.read_on, read.half)
    what = f"{read.half.capitalize()} {part}".strip()
    source = replace(reading.source, table=f"{what}, read by the user")
    return replace(reading, part=part, pins=pins, source=source)


def _added(reading: Reading, read: ReadFigure) -> Reading:
    if read.figure == MASK_MARGIN:
        return replace(reading, mask_margin_mm=_possible(read.figure, read.value_mm, zero=True))
    name = read.figure.partition(".")[2]
    if read.reference:
        figures = {**reading.figures, name: read.value_mm}
        return replace(reading, figures=figures, terminal_reference=read.reference)
    _possible(read.figure, read.value_mm)
    pad, _, what = name.removesuffix("_mm").partition("_")
    figures = {**reading.figures, name: read.value_mm}
    if what in _KEPT:
        names = [f"{pad}_{row}_mm" for row in _KEPT]
        known = {one: figures[one] for one in names if one in figures}
        if len(known) > 2:  # all four were known
            known = {one: known[one] for one in (name, f"{pad}_{_KEPT[what]}_mm")}
        for one, value in zip(names, completed_rows(*map(known.get, names)), strict=True):
            if value is not None:
                figures[one] = _possible(f"{read.half}.{one}", value)
    return replace(reading, figures=figures)


def _possible(figure: str, value_mm: float, *, zero: bool = False) -> float:
    """Return a length that can be; one below 0, or 0 where that cannot be, is refused."""
    if value_mm < 0 or (value_mm == 0 and not zero):
        wanted = "a length from 0 up" if zero else "a length above 0"
        raise LandPatternError(figure, f"{value_mm:g} mm is not {wanted}")
    return value_mm
