"""Figures as they are typed: units, commas, signs, and what is no number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.geometry.land_pattern.editing import FIGURES, Figure, figure_value
from a4s_gui.geometry.land_pattern.figure_text import (
    figure_text,
    read_figure,
    reason_beneath,
    stepped,
    text_with_unit,
)
from a4s_gui.geometry.land_pattern.pattern import LandPatternError
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names

BY_NAME = {figure.name: figure for figure in FIGURES}
WIDTH = BY_NAME["socket.contact_width_mm"]
OFFSET = BY_NAME["socket.terminal_offset_mm"]
RATIO = BY_NAME["socket.contact_paste_ratio"]
PASTE = BY_NAME["common.paste_thickness_um"]
REFERENCE = BY_NAME["socket.terminal_reference"]


@pytest.mark.parametrize(
    ("figure", "value", "text"),
    [
        (WIDTH, 0.23, "0.23 mm"),
        (WIDTH, 0.2, "0.20 mm"),
        (WIDTH, 0.2375, "0.2375 mm"),
        (OFFSET, -0.9, "−0.90 mm"),
        (OFFSET, -0.0, "0.00 mm"),
        (OFFSET, -1e-7, "0.00 mm"),
        (RATIO, 0.7, "70 %"),
        (RATIO, 0.705, "70.5 %"),
        (PASTE, 120.0, "120 µm"),
        (REFERENCE, "A", "A"),
    ],
)
def test_values_are_shown_with_their_unit(figure: Figure, value: float | str, text: str) -> None:
    assert text_with_unit(figure, value) == text


@pytest.mark.parametrize(
    ("figure", "typed", "value"),
    [
        (WIDTH, "0.25", 0.25),
        (WIDTH, "0,25", 0.25),
        (WIDTH, " .25 mm ", 0.25),
        (WIDTH, "1.", 1.0),
        (WIDTH, "0.2500000004", 0.25),
        (WIDTH, "-1", -1.0),
        (OFFSET, "−0.90", -0.9),
        (OFFSET, "+0.1", 0.1),
        (OFFSET, "- 0.9", -0.9),
        (OFFSET, "− 0,9", -0.9),
        (OFFSET, "-100", -100.0),
        (OFFSET, "100", 100.0),
        (RATIO, "70", 0.7),
        (RATIO, "66,6 %", 0.666),
        (PASTE, "100µm", 100.0),
    ],
)
def test_numbers_are_read_as_they_are_typed(figure: Figure, typed: str, value: float) -> None:
    assert read_figure(figure, typed) == value


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "mm",
        "abc",
        "0.2.3",
        "1e3",
        "0x1",
        "1 000",
        "inf",
        "nan",
        "٠٫٢٣",
        "٢",
        "０.２３",
        "½",
    ],
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(LandPatternError, match="number") as refused:
        read_figure(WIDTH, typed)
    assert refused.value.field == WIDTH.name


@pytest.mark.parametrize("typed", ["101", "-101", "9" * 400, "1" + "0" * 30 + ",5"])
def test_huge_numbers_are_refused_briefly(typed: str) -> None:
    with pytest.raises(LandPatternError, match="more than 100 mm") as refused:
        read_figure(WIDTH, typed)
    assert refused.value.field == WIDTH.name
    assert len(refused.value.reason) < 60


@pytest.mark.parametrize("name", shipped_pattern_names())
def test_every_shipped_figure_is_read_back_as_it_is_shown(name: str) -> None:
    pattern = shipped_pattern(name)
    for figure in FIGURES:
        value = figure_value(pattern, figure.name)
        if not isinstance(value, str):
            assert read_figure(figure, figure_text(figure, value)) == value


@given(st.sampled_from([WIDTH, RATIO, PASTE]), st.integers(-900_000, 900_000))
def test_any_figure_is_read_back_as_it_is_shown(figure: Figure, millionths: int) -> None:
    value = millionths / 1_000_000
    assert read_figure(figure, figure_text(figure, value)) == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize(
    ("figure", "value", "up", "down"),
    [(WIDTH, 0.23, 0.24, 0.22), (RATIO, 0.7, 0.71, 0.69), (PASTE, 120.0, 125.0, 115.0)],
)
def test_a_step_leaves_no_dust(figure: Figure, value: float, up: float, down: float) -> None:
    assert stepped(figure, value, 1) == up
    assert stepped(figure, value, -1) == down
    assert stepped(figure, stepped(figure, value, 7), -7) == value


def test_a_reason_says_which_other_figure_it_is_about() -> None:
    own = LandPatternError(WIDTH.name, "too wide")
    assert reason_beneath(WIDTH, own, FIGURES) == "too wide"
    assert reason_beneath(OFFSET, own, FIGURES) == "contact pad, along the rows: too wide"
    unknown = LandPatternError("socket.colour", "there is no such figure")
    assert reason_beneath(WIDTH, unknown, FIGURES) == "socket.colour: there is no such figure"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("abc", "“abc” is not a number"),
        (20 * "x", f"“{20 * 'x'}” is not a number"),
        (21 * "x", f"“{20 * 'x'}…” is not a number"),
        (" mm ", "a number is missing"),
    ],
)
def test_what_was_typed_is_repeated_in_so_far_as_it_is_short(typed: str, shown: str) -> None:
    with pytest.raises(LandPatternError) as refused:
        read_figure(WIDTH, typed)
    assert refused.value.reason == f"{shown}; type one such as 0.23"
