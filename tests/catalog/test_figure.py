"""One figure: its text, and what explains it."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.figure import Figure, Part
from a4s_gui.catalog.model import Source
from a4s_gui.catalog.wording import NOT_STATED

SOURCES = (Source("Datasheet", "Dimensions"), Source("Board", "Gerber"), Source("Board", "Gerber"))


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "number", "text"),
    [
        (10.5, "mm", 2, "10.50", "10.50 mm"),
        (10.5, "mm", None, "10.5", "10.5 mm"),
        (3, "reels", None, "3", "3 reels"),
        (1, "reels", None, "1", "1 reel"),
        (1, "s", None, "1", "1 s"),
        ("at most 5 s", "", None, "at most 5 s", "at most 5 s"),
        (None, "mm", 2, NOT_STATED, NOT_STATED),
    ],
)
def test_a_value_with_and_without_its_unit(
    value: float | str | None, unit: str, decimals: int | None, number: str, text: str
) -> None:
    figure = Figure("Length", value, unit, SOURCES, decimals=decimals)

    assert (figure.number, figure.text) == (number, text)
    assert figure.is_stated == (value is not None)


def test_a_derived_figure_says_so_and_is_a_number_of_its_own_kind() -> None:
    figure = Figure("Height", 0.85, "mm", SOURCES, "1 − 0.15", decimals=2, derived=True)

    assert (figure.number, figure.text) == ("0.85 derived", "0.85 mm derived")
    assert figure.numbers == (Part("derived", 0.85, "mm"),)


def test_a_difference_has_its_sign() -> None:
    texts = [Figure("More", value, "mm", SOURCES).signed for value in (0.4, 0.0, -0.4, None)]

    assert texts == ["+0.4 mm", "0 mm", "−0.4 mm", NOT_STATED]


def test_a_tip_has_formula_condition_and_each_source_once() -> None:
    figure = Figure("Force", 48, "N", SOURCES, "1.2 N × 40 = 48 N", "when new")

    assert figure.note == "1.2 N × 40 = 48 N; when new"
    assert figure.tip.splitlines() == [
        "1.2 N × 40 = 48 N; when new",
        "Source: Datasheet: Dimensions",
        "Source: Board: Gerber",
    ]
    assert Figure("Force", 48, "N", SOURCES[:1]).tip == "Source: Datasheet: Dimensions"
