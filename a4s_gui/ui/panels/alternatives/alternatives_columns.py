"""The columns of the table of alternatives: another pair, or why there is none of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from a4s_gui.catalog.figure import Figure, cited
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.report.alternative_rows import AlternativeRow
from a4s_gui.report.pair_words import height_text, packaging_text
from a4s_gui.ui.widgets.tables.table_model import CENTRE, LEFT, Column


def _column(
    title: str,
    tip: str,
    text: Callable[[AlternativeRow, Pair], str],
    explain: Callable[[AlternativeRow, Pair], str],
    *,
    side: Qt.AlignmentFlag = LEFT,
    own: Callable[[Pair], str] | None = None,
    absent: Callable[[AlternativeRow], str] = lambda _row: "",
) -> Column[AlternativeRow]:
    """Return a column about another pair.

    ``own`` is what the chosen pair has there, in the column's own words; a cell that differs from
    it stands out. ``absent`` is what stands there where there is no other pair.
    """

    def tip_of(row: AlternativeRow) -> str:
        if row.pair is not None:
            return explain(row, row.pair)
        return f"{row.reason}\nSource: {row.chosen.sources['part_numbers']}"

    def stands_out(row: AlternativeRow) -> bool:
        return own is not None and row.pair is not None and own(row.pair) != own(row.chosen)

    return Column(
        title,
        tip,
        lambda row: text(row, row.pair) if row.pair else absent(row),
        side,
        tip_of,
        color=lambda row: None if row.pair else _grey(),
        bold=stands_out,
    )


def _grey() -> QColor:
    return QGuiApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)


def _of_pair(
    title: str,
    tip: str,
    own: Callable[[Pair], str],
    source: str,
    *,
    side: Qt.AlignmentFlag = LEFT,
    absent: Callable[[AlternativeRow], str] = lambda _row: "",
) -> Column[AlternativeRow]:
    def explain(row: AlternativeRow, pair: Pair) -> str:
        before = own(row.chosen)
        changed = "as chosen" if own(pair) == before else f"chosen: {before}"
        return f"{tip}; {changed}\nSource: {pair.sources[source]}"

    return _column(
        title, tip, lambda _row, pair: own(pair), explain, side=side, own=own, absent=absent
    )


def _added(half: Half) -> Column[AlternativeRow]:
    """Return the column of what one half's land pattern adds; its tip tells of the body too."""

    def text(row: AlternativeRow, _pair: Pair) -> str:
        land = row.added[half].land_pattern
        figures = (land.length, land.area)
        return ", ".join(f.signed for f in figures) if any(f.value for f in figures) else "0"

    def explain(row: AlternativeRow, _pair: Pair) -> str:
        figures = row.added[half].figures
        return "\n".join((*_formulas(figures), *cited(figure.source for figure in figures)))

    tip = f"What the {half}'s land pattern adds in length and area"
    return _column(f"{str(half).capitalize()} adds", tip, text, explain)


def _words(
    title: str, tip: str, words: Callable[[AlternativeRow], tuple[str, ...]]
) -> Column[AlternativeRow]:
    def explain(row: AlternativeRow, pair: Pair) -> str:
        names = ("part_numbers", "packing", "ratings")
        lines = (f"• {line}" for line in words(row))
        return "\n".join((*lines, *cited(pair.sources[name] for name in names)))

    return _column(title, tip, lambda row, _pair: ", ".join(words(row)), explain)


def _added_figures(row: AlternativeRow) -> list[Figure]:
    return [figure for board in row.added.values() for figure in board.figures]


def _formulas(figures: Iterable[Figure]) -> list[str]:
    return [f"{figure.name}: {figure.formula}" for figure in figures]


def _sources(row: AlternativeRow) -> str:
    names = ("part_numbers", "packing", "ratings") if row.pair else ("part_numbers",)
    sources = [(row.pair or row.chosen).sources[name] for name in names]
    sources += [figure.source for figure in _added_figures(row)]
    return "; ".join(dict.fromkeys(map(str, sources)))


_ADDED = {half: _added(half) for half in Half}

COLUMNS: tuple[Column[AlternativeRow], ...] = (
    _column(
        "Alternative",
        "What is varied",
        lambda row, _pair: row.title,
        lambda _row, _pair: "",
        absent=lambda row: row.title,
    ),
    _of_pair(
        "Socket",
        "Part number of the socket",
        lambda pair: pair.socket.part_number,
        "part_numbers",
        absent=lambda row: f"none: {row.reason}",
    ),
    _of_pair(
        "Header", "Part number of the header", lambda pair: pair.header.part_number, "part_numbers"
    ),
    _of_pair("Pins", "Contacts in all", lambda pair: str(pair.pins), "part_numbers", side=CENTRE),
    _of_pair("Height", "Mated height in mm", height_text, "part_numbers", side=CENTRE),
    _of_pair(
        "Packaging",
        "Pocket pitch of the embossed tape in mm",
        packaging_text,
        "packing",
        side=CENTRE,
    ),
    *_ADDED.values(),
    _words("Changes", "How it differs from the chosen pair", lambda row: row.changes),
    _words("Stays", "What is as with the chosen pair", lambda row: row.stays),
)
FIRST_OF_PAIR = 1
"""The first column about another pair: where there is none, the reason stands from here on."""

COPIED_COLUMNS: tuple[Column[AlternativeRow], ...] = (
    *COLUMNS,
    Column("Formulas", "", lambda row: "; ".join(_formulas(_added_figures(row)))),
    Column("Sources", "", _sources),
)


def formulas(row: AlternativeRow, column: Column[AlternativeRow]) -> str:
    """Return how the figures of a cell are worked out, in one line; empty for other cells."""
    halves = (half for half, added in _ADDED.items() if added is column and half in row.added)
    return "; ".join(line for half in halves for line in _formulas(row.added[half].figures))
