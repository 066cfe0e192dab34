"""Tables as spreadsheets take them."""

from __future__ import annotations

import csv
import io

from a4s_gui.catalog.delimited import comma_separated, tab_separated

ROWS = [("Part", "Note"), ("AXE540127", 'says "8 mm", cut'), ("", "two\nlines")]


def test_tabs_part_columns_and_every_row_ends() -> None:
    assert tab_separated(ROWS[:2]) == 'Part\tNote\nAXE540127\tsays "8 mm", cut\n'
    assert tab_separated([]) == ""


def test_commas_quotes_and_lines_within_cells_come_back() -> None:
    assert list(csv.reader(io.StringIO(comma_separated(ROWS)))) == [list(row) for row in ROWS]


def test_lines_end_in_a_line_feed_alone() -> None:
    assert comma_separated(ROWS[:1]) == "Part,Note\n"
