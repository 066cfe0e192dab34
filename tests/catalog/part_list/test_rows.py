"""Rows of a text, and a text without one of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.part_list.rows import rows_of_text, without_row


def test_the_other_rows_keep_their_numbers() -> None:
    text = "Part;Quantity\r\nAXE510127;2\r\nAXE540127;7"
    left = rows_of_text(without_row(text, 2))
    assert [(row.number, row.text) for row in left] == [(1, "Part;Quantity"), (3, "AXE540127;7")]
    assert without_row(text, 9) == text.replace("\r\n", "\n")


def test_a_row_over_several_lines_goes_as_a_whole() -> None:
    text = 'a,"two\nlines",1\nb,"three\n\nlines",2\nc,one,3\n'
    assert [row.lines for row in rows_of_text(text)] == [2, 3, 1]
    left = rows_of_text(without_row(text, 3))
    assert [(row.number, row.cells[0]) for row in left] == [(1, "a"), (6, "c")]


@given(st.lists(st.text("ab", min_size=1, max_size=6), min_size=1, max_size=6), st.data())
def test_any_row_can_go(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    rows = rows_of_text(text)
    number = data.draw(st.sampled_from([row.number for row in rows])) if rows else 1
    left = rows_of_text(without_row(text, number))
    assert [row.number for row in left] == [r.number for r in rows if r.number != number]
