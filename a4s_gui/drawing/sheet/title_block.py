"""The title block of a sheet: what is drawn, how large, from which sources, by whom and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from a4s_gui import PROGRAM
from a4s_gui.catalog.model import Half
from a4s_gui.catalog.numbers import format_height
from a4s_gui.catalog.wording import NOT_STATED, printable
from a4s_gui.drawing.items.notes import format_scale
from a4s_gui.drawing.paper_corner import PaperCorner, shortened
from a4s_gui.drawing.scene import Primitive
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.standards import NOTE_MM, NUMBER_MM, OUTLINE_PEN_MM, TEXT_MM, THIN_PEN_MM
from a4s_gui.drawing.style import ColorRole, Style
from a4s_gui.frozen import by_name, frozen

WIDTH_MM = 190.0
"""All of the frame of A4 upright, the corner of anything larger."""
HEIGHT_MM = 40.5
CHECK_BAR_MM = 10.0
"""The bar that shows, with a ruler, whether a print is true to scale."""

_TITLE_MM = 3.5
_INSET_MM = 1.5
_LINE_MM = 3.2
_TICK_MM = 1.6
_LABELS_MM = 8.5
_LONGEST_LABEL = 2_000
_ROWS_MM = (11.0, 8.5, 12.5, 8.5)
_THICK = Style(ColorRole.TEXT, OUTLINE_PEN_MM)
_THIN = Style(ColorRole.TEXT, THIN_PEN_MM)


@frozen
class SheetLabels:
    """What the user says of a sheet, a line each; empty where nothing is said."""

    project: str = ""
    author: str = ""
    revision: str = ""

    def __post_init__(self) -> None:
        """Replace what no file can hold, and cut what no paper has room for."""
        for name, said in by_name(self).items():
            object.__setattr__(self, name, printable(said, _LONGEST_LABEL))

    def facts(self) -> list[str]:
        """Return what is said, with its name: ``Project: …``."""
        said = (("Project", self.project), ("Author", self.author), ("Revision", self.revision))
        return [f"{name}: {value}" for name, value in said if value]

    @property
    def height_mm(self) -> float:
        """Of the title block's row for them; 0 where nothing is said."""
        return _LABELS_MM if self.facts() else 0.0


UNLABELLED = SheetLabels()


@frozen
class SheetMetadata:
    """When a sheet is made, and what the user says of it."""

    date: dt.date
    labels: SheetLabels = UNLABELLED


@frozen
class _Cell:
    """One field: a small label above lines of text; the check bar's field has the bar instead."""

    width_mm: float
    label: str
    lines: tuple[str, ...] = ()
    height_mm: float = TEXT_MM


def title_block(
    spec: DrawingSpec, sheet_name: str, origin: SheetMetadata, corner: PaperCorner
) -> Iterator[Primitive]:
    """Yield the title block of a sheet, which is called ``A4``, say, or by its size.

    ``corner`` is the upper left one of the block, which is ``WIDTH_MM`` by ``HEIGHT_MM`` of paper,
    and higher by what the labels take.
    """
    labels = origin.labels
    yield corner.box(WIDTH_MM, HEIGHT_MM + labels.height_mm, _THICK)
    rows = (
        _what(spec, corner.scale),
        _which(spec),
        (_land_pattern(spec),),
        _made(spec, sheet_name, origin),
    )
    sized = list(zip(_ROWS_MM, rows, strict=True))
    if labels.height_mm:
        sized.insert(1, (labels.height_mm, _said(labels)))
    top = 0.0
    for height, cells in sized:
        if top:
            yield corner.line(0, top, WIDTH_MM, top, _THIN)
        left = 0.0
        for cell in cells:
            if left:
                yield corner.line(left, top, left, top + height, _THIN)
            yield from _fill(cell, corner.at(left, top), height)
            left += cell.width_mm
        top += height


def _what(spec: DrawingSpec, scale: float) -> tuple[_Cell, ...]:
    pair = spec.pair
    what = f"{pair.series.name} board-to-board connectors, socket + header"
    return (
        _Cell(94.0, what, (pair.numbers,), _TITLE_MM),
        _Cell(70.0, "View", (spec.view_words,)),
        _Cell(26.0, "Scale", (format_scale(scale),), _TITLE_MM),
    )


def _said(labels: SheetLabels) -> tuple[_Cell, ...]:
    return (
        _Cell(94.0, "Project", (labels.project,)),
        _Cell(70.0, "Author", (labels.author,)),
        _Cell(26.0, "Revision", (labels.revision,)),
    )


def _which(spec: DrawingSpec) -> tuple[_Cell, ...]:
    pair = spec.pair
    mated, pitch = pair.mated_height_mm, pair.packaging_pitch_mm
    return (
        _Cell(14.0, "Contacts", (str(pair.pins),)),
        _Cell(20.0, "Mated height", (format_height(mated),)),
        _Cell(18.0, "Type", (str(pair.product),)),
        _Cell(26.0, "Packaging", (NOT_STATED if pitch is None else f"tape, {pitch} mm pitch",)),
        _Cell(112.0, "Numbering (a convention: no mark)", (spec.numbering_words,)),
    )


def _land_pattern(spec: DrawingSpec) -> _Cell:
    pattern = spec.pattern
    # What does not fit on its line is in the file's own description.
    origin = f"Figures from {', '.join(pattern.source_documents(*Half))}."
    name = f"{pattern.name}: “{pattern.title}”"
    label = "Land pattern (its figures are not of the manufacturer's drawing)"
    return _Cell(WIDTH_MM, label, (name, origin), NOTE_MM)


def _made(spec: DrawingSpec, sheet_name: str, origin: SheetMetadata) -> tuple[_Cell, ...]:
    catalog = spec.pair.sources["part_numbers"].document
    return (
        _Cell(44.0, ""),
        _Cell(66.0, "Catalog", (catalog,)),
        _Cell(32.0, "Made by", (PROGRAM,)),
        _Cell(24.0, "Date", (origin.date.isoformat(),)),
        _Cell(24.0, "Sheet", (sheet_name,)),
    )


def _fill(cell: _Cell, corner: PaperCorner, row_mm: float) -> Iterator[Primitive]:
    if not cell.label:
        yield from _check_bar(corner, row_mm)
        return
    room = cell.width_mm - 2 * _INSET_MM
    label = shortened(cell.label, NUMBER_MM, room)
    yield corner.text(_INSET_MM, 1.2 + NUMBER_MM, label, NUMBER_MM, ColorRole.DIMENSION)
    base = row_mm - 1.7 - (len(cell.lines) - 1) * _LINE_MM
    for i, line in enumerate(cell.lines):
        text = shortened(line, cell.height_mm, room)
        yield corner.text(_INSET_MM, base + i * _LINE_MM, text, cell.height_mm)


def _check_bar(corner: PaperCorner, row_mm: float) -> Iterator[Primitive]:
    middle = row_mm / 2
    yield corner.line(_INSET_MM, middle, _INSET_MM + CHECK_BAR_MM, middle, _THIN)
    for i in range(3):
        x = _INSET_MM + i * CHECK_BAR_MM / 2
        half = _TICK_MM if i != 1 else _TICK_MM / 2
        yield corner.line(x, middle - half, x, middle + half, _THIN)
    beside = 2 * _INSET_MM + CHECK_BAR_MM
    yield corner.text(beside, middle - 0.6, "measures 10 mm", NUMBER_MM)
    yield corner.text(beside, middle + 0.6 + NUMBER_MM, "when printed at 100 %", NUMBER_MM)
