"""Up to four pairs side by side: every figure, and which rows differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from a4s_gui.catalog.comparison.compared_pairs import check_compared
from a4s_gui.catalog.comparison.pair_figures import pair_figures
from a4s_gui.catalog.data.rating_lines import RatingTable
from a4s_gui.catalog.delimited import comma_separated
from a4s_gui.catalog.figure import Figure, FigureGroup
from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import plain_number
from a4s_gui.catalog.wording import NOT_STATED
from a4s_gui.frozen import frozen


@frozen
class ComparedRow:
    """One figure of all pairs, in the order of the columns; ``None`` for a pair without it."""

    group: str
    name: str
    figures: tuple[Figure | None, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Each pair's value with its unit."""
        return tuple(NOT_STATED if f is None else f.text for f in self.figures)

    @property
    def differs(self) -> bool:
        """Whether the pairs do not all have the same."""
        return len(set(self.texts)) > 1


@frozen
class Comparison:
    """The table: a column a pair, a row a figure."""

    pairs: tuple[Pair, ...]
    rows: tuple[ComparedRow, ...]

    @property
    def differing(self) -> tuple[ComparedRow, ...]:
        """The rows that differ."""
        return tuple(row for row in self.rows if row.differs)


MoreFigures = Callable[[Pair], Iterable[FigureGroup]]
"""Gives further figures of a pair, those of its land pattern for example.

One that has the group and the name of a figure of the catalog takes its place.
"""


def compare(
    pairs: Sequence[Pair], ratings: RatingTable, more: MoreFigures | None = None
) -> Comparison:
    """Set up to four pairs side by side; raises as :func:`check_compared`."""
    check_compared([pair.id for pair in pairs])
    columns = [
        _column((*pair_figures(pair, ratings), *(more(pair) if more else ()))) for pair in pairs
    ]
    rows = tuple(
        ComparedRow(*key, tuple(column.get(key) for column in columns)) for key in _keys(columns)
    )
    return Comparison(tuple(pairs), rows)


def comparison_csv(comparison: Comparison, *, only_differing: bool = False) -> str:
    """Return a comparison as CSV, a column a pair, with numbers that spreadsheets reckon with.

    The unit has a column of its own; a range or a limit stands as ``at least`` and ``at most``, a
    derived number as ``derived``, in rows of their own. What is not stated is empty.
    """
    shown = comparison.differing if only_differing else comparison.rows
    head = ("Group", "Figure", "Unit", *(pair.id for pair in comparison.pairs))
    return comma_separated([head, *(line for row in shown for line in _csv_rows(row))])


def _csv_rows(row: ComparedRow) -> Iterator[tuple[str, ...]]:
    numbers = [
        {(part.label, part.unit): part.value for part in figure.numbers} if figure else {}
        for figure in row.figures
    ]
    # Words beside numbers would leave a column of both.
    if any(f is not None and f.is_stated and not f.numbers for f in row.figures):
        texts = ("" if f is None or not f.is_stated else f.text for f in row.figures)
        yield (row.group, row.name, "", *texts)
        return
    for label, unit in dict.fromkeys(key for found in numbers for key in found) or [("", "")]:
        name = f"{row.name}, {label}" if label else row.name
        values = (found.get((label, unit)) for found in numbers)
        yield (row.group, name, unit, *("" if v is None else plain_number(v) for v in values))


def _column(groups: Iterable[FigureGroup]) -> dict[tuple[str, str], Figure]:
    return {(group.title, figure.name): figure for group in groups for figure in group.figures}


def _keys(columns: Sequence[dict[tuple[str, str], Figure]]) -> list[tuple[str, str]]:
    """Return the rows of all columns: groups in their first order, and figures within them."""
    keys = dict.fromkeys(key for column in columns for key in column)
    groups = list(dict.fromkeys(group for group, _ in keys))
    return sorted(keys, key=lambda key: groups.index(key[0]))
