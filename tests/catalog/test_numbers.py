"""Numbers as all pages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.numbers import (
    format_exact,
    format_height,
    format_mm,
    format_number,
    format_unit,
    pluralize,
)
from a4s_gui.catalog.wording import NOT_STATED


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.23, None, "0.23"),
        (48, None, "48"),
        (10.0, None, "10"),
        (12_000, None, "12,000"),
        (-1.92, None, "−1.92"),
        (-0.00001, None, "0"),
        (1 / 3, None, "0.3333"),
        (10.5, 2, "10.50"),
        (-0.001, 2, "0.00"),
        (1, 1, "1.0"),
        (3000, 0, "3,000"),
    ],
)
def test_a_number_is_written_as_people_do(value: float, decimals: int | None, text: str) -> None:
    assert format_number(value, decimals) == text


@given(st.floats(-1e6, 1e6))
def test_a_number_reads_back_to_four_decimals(value: float) -> None:
    text = format_number(value)

    assert float(text.replace(",", "").replace("−", "-")) == pytest.approx(value, abs=5.1e-5)
    assert text != "−0"


def test_what_is_not_stated_is_said_with_every_unit() -> None:
    assert {format_mm(None), format_height(None), format_unit(None, "N")} == {NOT_STATED}


def test_a_mated_height_keeps_its_decimal() -> None:
    assert (format_height(1.0), format_height(0.8, "")) == ("1.0 mm", "0.8")


def test_a_number_asked_for_keeps_all_digits() -> None:
    assert format_exact(0.300001) == "0.300001"
    assert format_exact(12_000.0) == "12,000"


def test_how_many_there_are() -> None:
    assert [pluralize(n, "reel") for n in (0, 1, 12_000)] == ["0 reels", "1 reel", "12,000 reels"]
    assert pluralize(2, "box", "boxes") == "2 boxes"
