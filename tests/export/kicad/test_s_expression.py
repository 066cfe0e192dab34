"""S-expressions: numbers, quotes and layout as KiCad reads them."""

from __future__ import annotations

import pytest
import sexpdata
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.export.kicad.s_expression import Word, document, on_one_line, quoted


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (-1e-9, "0"),
        (0.1 + 0.2, "0.3"),
        (100.0, "100"),
        (-1.2500, "-1.25"),
        (1e-6, "0.000001"),
        (20211014, "20211014"),
    ],
)
def test_a_number_is_as_short_as_it_can_be(value: float, text: str) -> None:
    assert on_one_line(value) == text


@given(st.floats(-1000, 1000))
def test_a_number_keeps_its_nanometres(value: float) -> None:
    text = on_one_line(value)

    assert float(text) == pytest.approx(value, abs=0.6e-6)
    assert "e" not in text
    assert text != "-0"


WRITABLE = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
)


@given(st.text(WRITABLE))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert sexpdata.loads(quoted(text)) == text


def test_a_text_cannot_break_out_of_its_line() -> None:
    assert quoted('a\\"b\nc') == '"a\\\\\\"b\\nc"'


def test_what_no_file_of_text_can_hold_is_a_blank() -> None:
    assert quoted("a\0b\x1bc\x85d\te") == '"a b c d\\te"'


def test_words_are_bare_and_texts_are_quoted() -> None:
    node = ("pad", "1", Word("smd"), ("at", -0.8, 0))

    assert on_one_line(node) == '(pad "1" smd (at -0.8 0))'


def test_each_child_of_a_document_has_its_line() -> None:
    text = document(("a", "b"), [("c", 1), ("d",)])

    assert text == '(a "b"\n  (c 1)\n  (d)\n)\n'
