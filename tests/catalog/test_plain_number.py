"""Numbers in files: short, exact to their digits, never ``-0`` or with an exponent."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.numbers import plain_number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (-0.00001, "0"),
        (3.0, "3"),
        (100.0, "100"),
        (-0.5, "-0.5"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0"),
        (1234567.89, "1234567.89"),
        (2.00006, "2.0001"),
    ],
)
def test_a_number_is_as_short_as_it_can_be(value: float, text: str) -> None:
    assert plain_number(value) == text


@given(st.floats(-1e6, 1e6), st.integers(0, 9))
def test_a_number_reads_back_to_its_digits(value: float, digits: int) -> None:
    text = plain_number(value, digits)
    assert re.fullmatch(r"-?\d+(\.\d*[1-9])?", text)
    assert text != "-0"
    assert float(text) == pytest.approx(value, abs=0.51 * 10**-digits)
