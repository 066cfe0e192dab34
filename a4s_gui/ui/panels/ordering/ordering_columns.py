"""The columns of what to order: a row for each packaging, a figure in each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a4s_gui.report.order_rows import OrderColumn, OrderRow
from a4s_gui.ui.widgets.tables.table_model import Column


def _column(column: OrderColumn) -> Column[OrderRow]:
    return Column(
        column.title,
        column.tip,
        lambda row: row.cell(column).text,
        explain=lambda row: row.cell(column).tip,
    )


COLUMNS = tuple(map(_column, OrderColumn))


def copied_orders(rows: Iterable[OrderRow]) -> Iterator[tuple[str, ...]]:
    """Yield rows as they are copied: a line for each figure, with its formula and source."""
    yield ("Packaging", "Part numbers", "Figure", "Value", "Formula", "Source")
    for row in rows:
        for column in list(OrderColumn)[1:]:
            figure = row.cell(column).figure
            cells = (column.title, figure.number, figure.note, str(figure.source))
            yield (row.packaging, row.numbers, *cells)
