"""Readings of the land pattern: what was measured on one board or file, and where.

The shipped ones are ``resources/readings``, a file each; the user's own have the same form. A file
holds one half or both. Lengths are mm; ``inner`` and ``outer`` are the distances between the
inner and the outer edges of two rows of pads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from a4s_gui.catalog.model import Half, Source
from a4s_gui.catalog.records import Record, read_toml
from a4s_gui.frozen import field, frozen, replace
from a4s_gui.geometry.land_pattern.pattern import TERMINAL_REFERENCES
from a4s_gui.geometry.shapes import round_mm
from a4s_gui.resources import resource_path
from a4s_gui.small_file import files_in

MASK_MARGIN = "common.mask_margin_mm"
"""The one figure that both halves share; a reading tells it of the half it was read at."""
_ROW_FIGURES = ("height", "rows", "inner", "outer")
READ_FIGURES = (
    *(
        f"{pad}_{figure}_mm"
        for pad in ("contact", "terminal")
        for figure in ("width", *_ROW_FIGURES)
    ),
    "terminal_offset_mm",
)
"""The figures of one half that can be read, in the order in which they are shown."""


class ReadingKind(StrEnum):
    """How far a reading can be trusted, the most trusted first."""

    MANUFACTURER = "manufacturer"
    KNOWN_TO_WORK = "known-to-work"
    TRANSCRIBED = "transcribed"
    DRAWN_BY_HAND = "drawn-by-hand"
    MEASURED = "measured"

    @property
    def words(self) -> str:
        """The kind as people read it."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    ReadingKind.MANUFACTURER: "the manufacturer's own page",
    ReadingKind.KNOWN_TO_WORK: "a board known to work",
    ReadingKind.TRANSCRIBED: "made from the manufacturer's drawing",
    ReadingKind.DRAWN_BY_HAND: "drawn by hand",
    ReadingKind.MEASURED: "measured by the user",
}


@frozen(slots=False)
class Reading:
    """One half as it was read at one place.

    ``name`` is that of the board or file: both halves of one share it. ``pins`` and ``part`` are
    those of what was read, where they are told. ``figures`` are by the names of
    :data:`READ_FIGURES`; edges and rows that follow from others are among them.
    ``terminal_reference`` is the dimension that ``terminal_offset_mm`` is added to, empty where
    that was not read, ``mask_margin_mm`` the mask's opening beyond the pads. ``own`` says that it
    is the user's own.
    """

    name: str
    kind: ReadingKind
    half: Half
    pins: int | None
    source: Source
    figures: Mapping[str, float] = field(hash=False)
    terminal_reference: str = ""
    mask_margin_mm: float | None = None
    own: bool = False
    part: str = ""

    @property
    def origin(self) -> Source:
        """The source of a figure that a land pattern takes over from here.

        The user's own documents are mostly a caliper: only the reading's name tells them apart. The
        document stands in brackets behind it, as who made it behind a shipped one.
        """
        if not self.own:
            return self.source
        document = f"{self.name} ({self.source.document})".replace(";", ",")
        return replace(self.source, document=document)

    def value(self, figure: str) -> float | None:
        """Return a figure by its name in a land pattern, ``header.terminal_height_mm``, if read."""
        if figure == MASK_MARGIN:
            return self.mask_margin_mm
        half, _, name = figure.partition(".")
        return self.figures.get(name) if half == self.half else None


@cache
def shipped_readings() -> tuple[Reading, ...]:
    """Return the shipped readings, the most trusted kinds first.

    A damaged file is a :class:`DataError`, a missing folder a :class:`ResourceError`.
    """
    return _read_all(resource_path("readings"), own=False)


def own_readings(folder: Path) -> tuple[Reading, ...]:
    """Return the readings of the user's own folder, if it is there; a damaged one is refused."""
    return _read_all(folder, own=True)


def _read_all(folder: Path, *, own: bool) -> tuple[Reading, ...]:
    found = (one for path in files_in(folder) for one in read_readings(path, own=own))
    return in_order_of_trust(found)


def in_order_of_trust(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return readings with the most trusted kinds first."""
    ranks = {kind: rank for rank, kind in enumerate(ReadingKind)}
    return tuple(sorted(readings, key=lambda reading: ranks[reading.kind]))


def read_readings(path: Path, *, own: bool = True) -> tuple[Reading, ...]:
    """Read the readings of one file: of a socket, a header, or one each.

    A figure that is not possible, or that contradicts another one, is a :class:`DataError` too.
    """
    root = read_toml(path)
    name, document = root.text("name"), root.text("document")
    if "; " in document:
        root.fail("document", "one document, without a semicolon")
    kind = ReadingKind(root.choice("kind", tuple(ReadingKind)))
    note = root.text_or("note")
    halves = [(half, root.record(half)) for half in Half if root.offers(half)]
    if not halves:
        root.fail(Half.SOCKET, "a table of this name, or one named header")
    root.done()
    given = {"name": name, "kind": kind, "own": own}
    return tuple(_reading(record, document, note, half=half, **given) for half, record in halves)


def _reading(record: Record, document: str, note: str, **given: Any) -> Reading:
    """Read one half; document and note are the file's."""
    reference = ""
    if record.offers("terminal_offset_mm"):
        reference = record.choice("terminal_reference", TERMINAL_REFERENCES)
    margin = record.number("mask_margin_mm") if record.offers("mask_margin_mm") else None
    reading = record.build(
        Reading,
        **given,
        source=Source(document, record.text("table"), note),
        figures=_figures(record),
        terminal_reference=reference,
        mask_margin_mm=margin,
    )
    if not reading.figures and margin is None:
        record.fail(READ_FIGURES[0], f"at least one of {', '.join(READ_FIGURES)}")
    record.done()
    return reading


def _figures(record: Record) -> dict[str, float]:
    """Return what a file states of one half, with the edges and rows that follow from it."""
    stated = {
        name: record.number(name) if name == "terminal_offset_mm" else record.positive(name)
        for name in READ_FIGURES
        if record.offers(name)
    }
    for pad in ("contact", "terminal"):
        names = [f"{pad}_{figure}_mm" for figure in _ROW_FIGURES]
        for name, value in zip(names, completed_rows(*map(stated.get, names)), strict=True):
            if value is not None and round_mm(stated.setdefault(name, value) - value):
                record.fail(name, f"{value:g} mm, as follows from the other figures")
    return {name: stated[name] for name in READ_FIGURES if name in stated}


def completed_rows(
    height: float | None, rows: float | None, inner: float | None, outer: float | None
) -> Iterable[float | None]:
    """Return height, rows, inner and outer edges, in mm, where two of them are known."""
    if height is None and inner is not None and outer is not None:
        height = round_mm((outer - inner) / 2)
    if height is None and rows is not None and inner is not None:
        height = round_mm(rows - inner)
    if height is None and rows is not None and outer is not None:
        height = round_mm(outer - rows)
    if height is None:
        return (None, rows, inner, outer)
    if rows is None and inner is not None:
        rows = round_mm(inner + height)
    if rows is None and outer is not None:
        rows = round_mm(outer - height)
    if rows is None:
        return (height, None, inner, outer)
    return (height, rows, round_mm(rows - height), round_mm(rows + height))
